// SPDX-License-Identifier: Apache-2.0
// Runs other programs, several at a time.
//
// Thread-safe. Results come in the order of the commands, whichever ends first.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace tessera::check {

struct ProcessResult {
    int exitCode = 0;    // 128 + signal for one that a signal ended.
    std::string output;  // stdout and stderr as they came.
};

// Runs `shellCommand` to its end. An error says that it could not be started.
Result<ProcessResult> runProcess(const std::string& shellCommand);

// `word` as one word of a shell command.
std::string shellQuoted(std::string_view word);

// Calls work(0) … work(count - 1) on `jobs` threads. REQUIRES: `work` is thread-safe; jobs > 0.
void inParallel(std::size_t count, std::size_t jobs, const std::function<void(std::size_t)>& work);

}  // namespace tessera::check
