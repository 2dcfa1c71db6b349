// SPDX-License-Identifier: Apache-2.0
#include "tests/print/fake_printer/escpos_reader.h"

#include <iconv.h>

#include <map>
#include <utility>

namespace tessera::test {
namespace {

std::string decoded(char byte, int page) {
    static const std::map<int, const char*> kNames = {
        {0, "CP437"}, {16, "CP1252"}, {17, "CP866"}, {18, "CP852"}, {19, "CP858"}};
    const auto name = kNames.find(page);
    if (name == kNames.end()) return "?";
    const iconv_t converter = ::iconv_open("UTF-8", name->second);
    char out[8] = {};
    char* in = &byte;
    char* end = out;
    std::size_t inLeft = 1;
    std::size_t outLeft = sizeof out;
    const std::size_t failed = ::iconv(converter, &in, &inLeft, &end, &outLeft);
    ::iconv_close(converter);
    return failed == static_cast<std::size_t>(-1) ? "?" : std::string(out, end);
}

}  // namespace

std::vector<EscposEvent> EscposReader::feed(std::string_view bytes) {
    pending_ += bytes;
    std::vector<EscposEvent> events;
    while (!pending_.empty()) {
        const std::size_t before = items_.size();
        const std::size_t used = step(events);
        if (used == 0) break;
        if (items_.size() > before) events.push_back({EscposEvent::Item, 0, items_.size()});
        pending_.erase(0, used);
    }
    return events;
}

std::size_t EscposReader::refuse(std::size_t used) {
    illegal_.push_back(pending_.substr(0, used));
    return used;
}

std::size_t EscposReader::step(std::vector<EscposEvent>& events) {
    const int first = at(0);
    if (first == 0x1B) return stepEsc();
    if (first == 0x1D) return stepGs(events);
    if (first == 0x10) {
        if (pending_.size() < 3) return 0;
        if (at(1) != 4 || at(2) < 1 || at(2) > 4) return refuse(3);
        events.push_back({EscposEvent::RealTime, at(2), items_.size()});
        return 3;
    }
    if (first == '\n') {
        items_.emplace_back(now_);
        now_.text.clear();
        return 1;
    }
    if (first < ' ') return refuse(1);
    now_.text += first < 0x7F ? std::string(1, pending_[0]) : decoded(pending_[0], page_);
    return 1;
}

std::size_t EscposReader::stepEsc() {
    if (pending_.size() < 2) return 0;
    if (at(1) == '@') {
        now_ = {};
        page_ = 0;
        return 2;
    }
    const std::size_t size = at(1) == 'p' ? 5 : 3;
    if (pending_.size() < size) return 0;
    const int n = at(2);
    switch (at(1)) {
        case 't':
            page_ = n;
            return 3;
        case 'a':
            now_.side = n;
            return n <= 2 ? 3 : refuse(3);
        case 'E':
            now_.bold = (n & 1) != 0;
            return 3;
        case 'd':
            items_.emplace_back(SeenFeed{n});
            return 3;
        case 'p':
            if (n > 1) return refuse(5);
            items_.emplace_back(SeenKick{n == 0 ? 2 : 5, at(3) * 2, at(4) * 2});
            return 5;
        default:
            return refuse(3);
    }
}

std::size_t EscposReader::stepGs(std::vector<EscposEvent>& events) {
    if (pending_.size() < 3) return 0;
    const int n = at(2);
    switch (at(1)) {
        case '!':
            if ((n & ~0x11) != 0) return refuse(3);
            now_.wide = (n & 0x10) != 0;
            now_.high = (n & 0x01) != 0;
            return 3;
        case 'V':
            if (pending_.size() < 4) return 0;
            if (n != 66) return refuse(4);
            items_.emplace_back(SeenCut{});
            return 4;
        case 'r':
            if (n != 1) return refuse(3);
            events.push_back({EscposEvent::InOrder, 0, items_.size()});
            return 3;
        case 'a':  // Automatic status: off.
            return n == 0 ? 3 : refuse(3);
        case 'v':
            return stepRaster();
        case '(':
            return stepQr();
        default:
            return refuse(3);
    }
}

std::size_t EscposReader::stepRaster() {
    if (pending_.size() < 8) return 0;
    if (at(2) != '0' || at(3) != 0) return refuse(8);
    const auto perRow = static_cast<std::size_t>(at(4) + at(5) * 256);
    const auto rows = static_cast<std::size_t>(at(6) + at(7) * 256);
    if (perRow == 0 || rows == 0) return refuse(8);
    if (pending_.size() < 8 + perRow * rows) return 0;
    const auto bytes = std::string_view(pending_).substr(8, perRow * rows);
    items_.emplace_back(SeenRaster{now_.side, dotsOf(bytes, perRow)});
    return 8 + perRow * rows;
}

std::size_t EscposReader::stepQr() {
    if (pending_.size() < 7) return 0;
    const auto size = static_cast<std::size_t>(at(3) + at(4) * 256);
    if (pending_.size() < 5 + size) return 0;
    if (at(2) != 'k' || at(5) != 49 || size < 3) return refuse(5 + size);
    switch (at(6)) {
        case 65:
            return at(7) == 50 ? 5 + size : refuse(5 + size);
        case 67:
            qr_.module = at(7);
            break;
        case 69:
            qr_.level = at(7) - 48;
            break;
        case 80:
            qr_.data = pending_.substr(8, size - 3);
            break;
        case 81:
            qr_.side = now_.side;
            items_.emplace_back(std::exchange(qr_, {}));
            break;
        default:
            return refuse(5 + size);
    }
    return 5 + size;
}

}  // namespace tessera::test
