// SPDX-License-Identifier: Apache-2.0
// One process of a runner: runs its seeds, one after another, and says a line of JSON for each
// thing.
//
// Lines: {"began": seed}, then the run's result; {"over": true} when its share is run or its time
// is up. What ends without that line has died, at the seed it had begun or between two.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "tests/simulation/run/simulation.h"

namespace tessera::simulation {

class Worker {
public:
    struct Plan {
        std::uint64_t firstSeed = 1;
        std::int64_t begin = 0;  // Seeds firstSeed + begin, + begin + step, …
        std::int64_t step = 1;
        std::int64_t end = 0;  // Open.
        std::chrono::steady_clock::time_point until{};
        std::function<RunResult(const RunOptions&)> run = runSeed;
    };
    explicit Worker(const Plan& plan);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    int descriptor() const { return pipe_; }
    // What has arrived; false at the end of the process.
    bool read(std::vector<nlohmann::json>& lines);
    void kill();
    // How it ended, as waitpid says. Waits.
    int ended();

    const Plan& plan() const { return plan_; }
    // What its runner knows of it.
    std::optional<std::uint64_t> at;  // The seed that it has begun and not ended.
    std::int64_t done = 0;            // Seeds that it has ended.
    bool over = false;
    bool hangs = false;
    std::chrono::steady_clock::time_point heard = std::chrono::steady_clock::now();

private:
    const Plan plan_;
    int pipe_ = -1;
    int pid_ = -1;
    std::string rest_;
};

}  // namespace tessera::simulation
