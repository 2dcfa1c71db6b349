// SPDX-License-Identifier: Apache-2.0
#include "tools/load/answers_file.h"

#include <cerrno>
#include <cstring>

#include "tools/load/json_scan.h"

namespace tessera::load {
namespace {

constexpr std::size_t kBufferBytes = 1 << 20;

}  // namespace

AnswersFile::~AnswersFile() {
    flush();
    if (file_ != nullptr) std::fclose(file_);
}

Status AnswersFile::open(const std::string& path) {
    file_ = std::fopen(path.c_str(), "wb");
    if (file_ == nullptr) return failure("cannot write " + path + ": " + std::strerror(errno));
    return {};
}

bool AnswersFile::flush() {
    if (file_ == nullptr) return false;
    whole_ = std::fwrite(buffer_.data(), 1, buffer_.size(), file_) == buffer_.size() && whole_;
    whole_ = std::fflush(file_) == 0 && whole_;
    buffer_.clear();
    return whole_;
}

void AnswersFile::begin(std::uint32_t user, const char* told) {
    buffer_ += "{\"user\":";
    buffer_ += std::to_string(user);
    text("told", told);
}

// Ids, enums and tokens: nothing in them needs an escape.
void AnswersFile::text(const char* key, std::string_view value) {
    buffer_ += ",\"";
    buffer_ += key;
    buffer_ += "\":\"";
    buffer_ += value;
    buffer_ += '"';
}

void AnswersFile::number(const char* key, std::int64_t value) {
    buffer_ += ",\"";
    buffer_ += key;
    buffer_ += "\":";
    buffer_ += std::to_string(value);
}

void AnswersFile::end() {
    buffer_ += "}\n";
    ++lines_;
    if (buffer_.size() > kBufferBytes) flush();
}

void AnswersFile::held(std::uint32_t user, std::string_view request, std::string_view body) {
    begin(user, "HELD");
    text("request", request);
    text("reservation", textOf(body, "reservation"));
    number("total", moneyOf(body, "total"));
    const char* separator = ",\"seats\":[";
    for (const std::int64_t seat : numbersOf(body, "seatNo")) {
        buffer_ += separator + std::to_string(seat);
        separator = ",";
    }
    if (*separator == ',' && separator[1] == '\0') buffer_ += ']';
    separator = ",\"areas\":[";
    for (std::string_view rest = after(body, "areaNo"); !rest.empty();
         rest = after(rest, "areaNo")) {
        buffer_ += separator;
        buffer_ += '[' + std::to_string(numberAt(rest)) + ',' +
                   std::to_string(numberOf(rest, "quantity")) + ']';
        separator = ",";
    }
    if (*separator == ',' && separator[1] == '\0') buffer_ += ']';
    end();
}

void AnswersFile::refused(std::uint32_t user, std::string_view request, std::string_view reason) {
    begin(user, "REFUSED");
    text("request", request);
    text("reason", reason);
    end();
}

void AnswersFile::checkedOut(std::uint32_t user, std::string_view body) {
    begin(user, "CHECKED_OUT");
    text("reservation", textOf(body, "reservation"));
    text("order", textOf(body, "order"));
    number("total", moneyOf(body, "total"));
    end();
}

void AnswersFile::order(std::uint32_t user, std::string_view body) {
    begin(user, "ORDER");
    text("reservation", textOf(body, "reservation"));
    text("order", textOf(body, "order"));
    text("state", textOf(body, "state"));
    number("total", moneyOf(body, "total"));
    number("tickets", numberOf(body, "ticketCount"));
    end();
}

void AnswersFile::tickets(std::uint32_t user, std::string_view order, std::string_view body) {
    begin(user, "TICKETS");
    text("order", order);
    buffer_ += ",\"tickets\":[";
    bool first = true;
    for (std::string_view rest = after(body, "ticket"); !rest.empty();) {
        const std::string_view next = after(rest, "ticket");
        const std::string_view one =
            next.empty() ? rest : rest.substr(0, rest.size() - next.size());
        const std::string_view seat = after(one, "seatNo");
        if (!first) buffer_ += ',';
        first = false;
        buffer_ += "[\"";
        buffer_ += textAt(one);
        buffer_ += "\",";
        buffer_ += std::to_string(seat.empty() ? -1 : numberAt(seat));
        buffer_ += ']';
        rest = next;
    }
    buffer_ += ']';
    end();
}

void AnswersFile::cancelled(std::uint32_t user, std::string_view reservation,
                            std::string_view state) {
    begin(user, "CANCELLED");
    text("reservation", reservation);
    text("state", state);
    end();
}

void AnswersFile::expired(std::uint32_t user, std::string_view reservation) {
    begin(user, "EXPIRED");
    text("reservation", reservation);
    end();
}

}  // namespace tessera::load
