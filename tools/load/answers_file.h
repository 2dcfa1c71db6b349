// SPDX-License-Identifier: Apache-2.0
// Writes down what users were told, one JSON object per line: tools/audit/answers.h has the form.
// Not thread-safe; owns the file; keeps up to kBufferBytes in memory.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace tessera::load {

class AnswersFile {
public:
    AnswersFile() = default;
    ~AnswersFile();
    AnswersFile(const AnswersFile&) = delete;
    AnswersFile& operator=(const AnswersFile&) = delete;

    Status open(const std::string& path);

    // Of CreateReservation's answer.
    void held(std::uint32_t user, std::string_view request, std::string_view body);
    void refused(std::uint32_t user, std::string_view request, std::string_view reason);
    void checkedOut(std::uint32_t user, std::string_view body);
    // Of an order, in the state it says.
    void order(std::uint32_t user, std::string_view body);
    // Of ListTickets' answer.
    void tickets(std::uint32_t user, std::string_view order, std::string_view body);
    void cancelled(std::uint32_t user, std::string_view reservation, std::string_view state);
    void expired(std::uint32_t user, std::string_view reservation);

    // False if anything could not be written.
    bool flush();
    std::size_t lines() const { return lines_; }

private:
    void begin(std::uint32_t user, const char* told);
    void text(const char* key, std::string_view value);
    void number(const char* key, std::int64_t value);
    void end();

    std::FILE* file_ = nullptr;
    std::string buffer_;
    std::size_t lines_ = 0;
    bool whole_ = true;
};

}  // namespace tessera::load
