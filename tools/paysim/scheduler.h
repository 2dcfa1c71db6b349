// SPDX-License-Identifier: Apache-2.0
// Runs tasks later, on one thread of its own: delayed answers and payments in processing.
//
// Thread-safe. Bounded: beyond `capacity` waiting tasks, later() says false and runs nothing.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace tessera::paysim {

class Scheduler {
public:
    explicit Scheduler(std::size_t capacity);
    ~Scheduler();
    Scheduler(const Scheduler&) = delete;
    Scheduler& operator=(const Scheduler&) = delete;

    bool later(std::int64_t afterMillis, std::function<void()> task);
    // Drops what waits and joins the thread; later() then says false.
    void stop();

private:
    using Clock = std::chrono::steady_clock;
    void run();

    const std::size_t capacity_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::multimap<Clock::time_point, std::function<void()>> tasks_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace tessera::paysim
