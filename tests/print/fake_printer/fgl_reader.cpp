// SPDX-License-Identifier: Apache-2.0
#include "tests/print/fake_printer/fgl_reader.h"

#include <cctype>
#include <utility>

namespace tessera::test {
namespace {

// ~ddd of a QR code's data.
std::string withoutTildes(const std::string& data) {
    std::string plain;
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (data[i] == '~' && i + 3 < data.size()) {
            plain += static_cast<char>(std::stoi(data.substr(i + 1, 3)));
            i += 3;
        } else {
            plain += data[i];
        }
    }
    return plain;
}

}  // namespace

std::vector<FglEvent> FglReader::feed(std::string_view bytes) {
    pending_ += bytes;
    std::vector<FglEvent> events;
    while (!pending_.empty() && step(events)) {
    }
    return events;
}

void FglReader::refuse(const std::string& what, std::vector<FglEvent>& events) {
    illegal_.push_back(what);
    events.push_back(FglEvent::Illegal);
}

bool FglReader::step(std::vector<FglEvent>& events) {
    if (pictureBytes_ > 0) return takePicture(events);
    if (bracket_ != 0 && pending_[0] == bracket_) return takeBracketed();
    if (pending_[0] == '<') {
        const std::size_t end = pending_.find('>');
        if (end == std::string::npos) return false;
        const std::string command = pending_.substr(1, end - 1);
        pending_.erase(0, end + 1);
        obey(command, events);
        return true;
    }
    const std::size_t end = pending_.find('<');
    if (end == std::string::npos) return false;
    SeenText text = now_;
    text.text = pending_.substr(0, end);
    pending_.erase(0, end);
    for (const char c : text.text) {
        if (c < ' ' || c > '~' || c == '>') refuse("in text: " + text.text, events);
    }
    ticket_.texts.push_back(text);
    return true;
}

bool FglReader::takeBracketed() {
    const char last = bracket_ == '{' ? '}' : '^';
    const std::size_t end = pending_.find(last, 1);
    if (end == std::string::npos) return false;
    const std::string data = pending_.substr(1, end - 1);
    if (bracket_ == '{') {
        ticket_.codes.back().data = tilde_ ? withoutTildes(data) : data;
    } else {
        ticket_.bars.back().data = data;
    }
    pending_.erase(0, end + 1);
    bracket_ = 0;
    return true;
}

bool FglReader::takePicture(std::vector<FglEvent>& events) {
    if (pending_.size() < pictureBytes_) return false;
    const auto dots = readBmp(std::string_view(pending_).substr(0, pictureBytes_));
    pending_.erase(0, pictureBytes_);
    pictureBytes_ = 0;
    if (dots) {
        ticket_.pictures.push_back({startRow_, startColumn_, *dots});
    } else {
        refuse("a picture that is no BMP", events);
    }
    return true;
}

void FglReader::obey(const std::string& command, std::vector<FglEvent>& events) {
    std::size_t at = 0;
    while (at < command.size() && std::isalpha(static_cast<unsigned char>(command[at])) != 0) ++at;
    std::vector<int> numbers;
    std::string digits;
    for (const char c : command.substr(at) + ",") {
        if (c == ',') {
            if (!digits.empty()) numbers.push_back(std::stoi(digits));
            digits.clear();
        } else if (std::isdigit(static_cast<unsigned char>(c)) != 0 && digits.size() < 6) {
            digits += c;
        } else {
            refuse(command, events);
            return;
        }
    }
    place(command.substr(0, at), numbers, events);
}

void FglReader::place(const std::string& name, const std::vector<int>& n,
                      std::vector<FglEvent>& events) {
    static const std::string kTurns[] = {"NR", "RR", "RU", "RL"};
    const auto is = [&](const char* wanted, std::size_t numbers) {
        return name == wanted && n.size() == numbers;
    };
    for (int turn = 0; turn < 4; ++turn) {
        if (name == kTurns[turn] && n.empty()) {
            now_.turn = turn;
            return;
        }
    }
    if (is("RC", 2)) {
        now_.row = n[0];
        now_.column = n[1];
    } else if (is("F", 1)) {
        now_.font = n[0];
    } else if (is("HW", 2)) {
        now_.high = n[0];
        now_.wide = n[1];
    } else if (is("SP", 2)) {
        startRow_ = n[0];
        startColumn_ = n[1];
    } else if (is("X", 1)) {
        module_ = n[0];
    } else if (is("LT", 1)) {
        thickness_ = n[0];
    } else if (is("BI", 0)) {
        if (bracket_ == '^') {
            ticket_.bars.back().legend = true;
        } else {
            refuse("BI without a bar code", events);
        }
    } else if (is("bmp", 0)) {
        bmp_ = true;
    } else if (is("G", 1) && bmp_ && n[0] > 0) {
        pictureBytes_ = static_cast<std::size_t>(n[0]);
        bmp_ = false;
    } else if (is("QR", 4)) {
        ticket_.codes.push_back({now_.row, now_.column, n[0], n[3], {}});
        tilde_ = n[1] == 1;
        bracket_ = '{';
    } else if (is("OP", 1) || is("OL", 1)) {
        ticket_.bars.push_back({now_.row, now_.column, name == "OL", false, n[0], module_, {}});
        bracket_ = '^';
    } else if (is("HX", 1)) {
        ticket_.boxes.push_back({now_.row, now_.column, 0, n[0], thickness_});
    } else if (is("VX", 1)) {
        ticket_.boxes.push_back({now_.row, now_.column, n[0], 0, thickness_});
    } else if (is("BX", 2)) {
        ticket_.boxes.push_back({now_.row, now_.column, n[0], n[1], thickness_});
    } else if (is("CB", 0)) {
        ticket_ = {};
    } else if (is("S", 1) && n[0] == 1) {
        events.push_back(FglEvent::StatusRequest);
    } else if (is("p", 0) || is("q", 0)) {
        ticket_.cut = name == "p";
        tickets_.push_back(std::exchange(ticket_, {}));
        events.push_back(FglEvent::Ticket);
    } else {
        refuse(name, events);
    }
}

}  // namespace tessera::test
