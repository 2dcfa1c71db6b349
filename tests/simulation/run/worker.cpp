// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/run/worker.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <utility>

#include "shared/base/check.h"

namespace tessera::simulation {
namespace {

// So that two runs of one process cannot differ for what the first has left behind: every 50th.
constexpr std::int64_t kTwiceEvery = 50;

void sayLine(int to, const nlohmann::json& line) {
    const std::string text = line.dump() + "\n";
    std::size_t done = 0;
    while (done < text.size()) {
        const ssize_t wrote = write(to, text.data() + done, text.size() - done);
        if (wrote <= 0) _exit(1);
        done += static_cast<std::size_t>(wrote);
    }
}

nlohmann::json toJson(const RunResult& result) {
    return {{"seed", result.seed},      {"commands", result.commands},
            {"calls", result.calls},    {"commits", result.commits},
            {"judged", result.judged},  {"faults", result.faults},
            {"audit", result.figures},  {"simulated", result.simulatedMicros},
            {"found", result.findings}, {"findings", result.findingCount}};
}

void runSeeds(int to, const Worker::Plan& plan) {
    for (std::int64_t i = plan.begin; i < plan.end; i += plan.step) {
        if (std::chrono::steady_clock::now() >= plan.until) break;
        const std::uint64_t seed = plan.firstSeed + static_cast<std::uint64_t>(i);
        sayLine(to, {{"began", seed}});
        const RunResult result = plan.run({seed, {}});
        auto line = toJson(result);
        if (i % kTwiceEvery == kTwiceEvery / 2) {
            line["agreed"] = plan.run({seed, {}}).hash == result.hash;
        }
        sayLine(to, line);
    }
    sayLine(to, {{"over", true}});
}

}  // namespace

Worker::Worker(const Plan& plan) : plan_(plan) {
    std::array<int, 2> ends{};
    TESSERA_CHECK(pipe(ends.data()) == 0);
    pid_ = fork();
    TESSERA_CHECK(pid_ >= 0);
    if (pid_ == 0) {
        close(ends[0]);
        runSeeds(ends[1], plan_);
        _exit(0);
    }
    close(ends[1]);
    pipe_ = ends[0];
}

Worker::~Worker() {
    if (pid_ > 0) {
        kill();
        ended();
    }
    close(pipe_);
}

bool Worker::read(std::vector<nlohmann::json>& lines) {
    std::array<char, 65536> buffer{};
    const ssize_t got = ::read(pipe_, buffer.data(), buffer.size());
    if (got <= 0) return false;
    rest_.append(buffer.data(), static_cast<std::size_t>(got));
    std::size_t end = 0;
    while ((end = rest_.find('\n')) != std::string::npos) {
        lines.push_back(nlohmann::json::parse(rest_.substr(0, end)));
        rest_.erase(0, end + 1);
    }
    return true;
}

void Worker::kill() {
    ::kill(pid_, SIGKILL);
}

int Worker::ended() {
    int status = 0;
    waitpid(pid_, &status, 0);
    pid_ = -1;
    return status;
}

}  // namespace tessera::simulation
