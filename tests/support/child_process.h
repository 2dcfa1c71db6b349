// SPDX-License-Identifier: Apache-2.0
// A real process that a test starts, hears and ends.
//
// Standard output and error come together through one pipe; the last kOutputBytesMax bytes are
// kept. The process is killed with the object, and with the thread that started it (so start it
// from one that lives as long as the test). Waiting is by what the process says or leaves, always
// with a deadline. One thread at a time may call; owns the process and its reader thread.
#pragma once

#include <chrono>
#include <csignal>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace tessera::test {

inline constexpr std::size_t kOutputBytesMax = 16U << 20U;

struct ChildOptions {
    std::vector<std::string> argv{};         // argv[0] is searched in PATH.
    std::vector<std::string> environment{};  // NAME=value, beside the test's own.
    std::filesystem::path workDir{};         // Empty: the test's own.
    std::string user{};                      // Empty: the test's own; else needs root.
    std::string input{};                     // At most 32 KiB for standard input.
    std::size_t descriptorsSoft = 0;         // The soft limit that it begins with; 0: the test's.
    int signalWithParent = SIGKILL;          // What it gets when the test ends without a word.
};

// How a process ended: its exit code, or minus the signal that ended it.
using ExitCode = int;

class ChildProcess {
public:
    static Result<std::unique_ptr<ChildProcess>> start(const ChildOptions& options);
    // Starts, waits and returns the output; an exit code but 0 is an error with the output in it.
    static Result<std::string> run(const ChildOptions& options, std::chrono::milliseconds deadline);

    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    int pid() const;
    bool running();
    // The first line (without its end) that contains `part`, also if it was said before the call;
    // nothing if the deadline passes or the output ends first.
    std::optional<std::string> waitForLine(const std::string& part,
                                           std::chrono::milliseconds deadline);
    // The contents of a file that the process writes, once it is there and ends with a newline;
    // nothing if the deadline passes or the process ends first.
    std::optional<std::string> waitForFile(const std::filesystem::path& file,
                                           std::chrono::milliseconds deadline);
    void signal(int number);
    // Nothing if it still runs at the deadline.
    std::optional<ExitCode> waitForExit(std::chrono::milliseconds deadline);
    // SIGTERM, and SIGKILL at the deadline.
    ExitCode terminate(std::chrono::milliseconds deadline);
    void kill9();
    std::string output() const;

private:
    struct State;
    explicit ChildProcess(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace tessera::test
