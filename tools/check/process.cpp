// SPDX-License-Identifier: Apache-2.0
#include "tools/check/process.h"

#include <sys/wait.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <thread>

namespace tessera::check {

Result<ProcessResult> runProcess(const std::string& shellCommand) {
    FILE* const pipe = ::popen(("{ " + shellCommand + "\n} 2>&1").c_str(), "re");
    if (pipe == nullptr)
        return failure("cannot start " + shellCommand + ": " + std::strerror(errno));
    ProcessResult result;
    std::array<char, 8192> chunk{};
    while (const std::size_t n = std::fread(chunk.data(), 1, chunk.size(), pipe)) {
        result.output.append(chunk.data(), n);
    }
    const int status = ::pclose(pipe);
    result.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result;
}

std::string shellQuoted(std::string_view word) {
    std::string quoted = "'";
    for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

void inParallel(std::size_t count, std::size_t jobs, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> threads;
    for (std::size_t job = 0; job < jobs; ++job) {
        threads.emplace_back([&] {
            for (std::size_t i = next++; i < count; i = next++) work(i);
        });
    }
}

}  // namespace tessera::check
