// SPDX-License-Identifier: Apache-2.0
// One process of a runner: runs its seeds, one after another, and says a line of JSON for each
// thing.
//
// Lines: {"began": seed}, then the run's result; what does not come back died at the seed it had
// begun.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace tessera::simulation {

class Worker {
public:
    struct Plan {
        std::uint64_t firstSeed = 1;
        std::int64_t begin = 0;  // Seeds firstSeed + begin, + begin + step, …
        std::int64_t step = 1;
        std::int64_t end = 0;  // Open.
        std::chrono::steady_clock::time_point until{};
    };
    explicit Worker(const Plan& plan);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    int descriptor() const { return pipe_; }
    // What has arrived; false at the end of the process.
    bool read(std::vector<nlohmann::json>& lines);
    void kill();
    // How it ended: 0 well, else its signal or code. Waits.
    int ended();

    const Plan& plan() const { return plan_; }
    std::optional<std::uint64_t> at;  // The seed that it has begun and not ended.

private:
    const Plan plan_;
    int pipe_ = -1;
    int pid_ = -1;
    std::string rest_;
};

}  // namespace tessera::simulation
