// SPDX-License-Identifier: Apache-2.0
// What every buyer was told, written down as tessera-audit reads it (tools/audit/answers.h).
//
// Thread-safe: one line a call, whole. Owns the file; `lines` counts what was written.
#pragma once

#include <cstddef>
#include <fstream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>

namespace tessera::chaos {

class AnswersLog {
public:
    explicit AnswersLog(const std::string& file) : file_(file) {}

    // With the time of this machine's clock.
    void write(int user, const char* told, nlohmann::json more);
    // Everything that was written is in the file.
    void flush();
    std::size_t lines() const;

private:
    mutable std::mutex mutex_;
    std::ofstream file_;
    std::size_t lines_ = 0;
};

}  // namespace tessera::chaos
