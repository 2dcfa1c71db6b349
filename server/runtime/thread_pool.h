// SPDX-License-Identifier: Apache-2.0
// An Executor of a fixed number of threads, with a bounded queue and bounded timers.
//
// Not deterministic across threads; tasks of one strand run one at a time in the order of posting.
// Thread-safe. The pool owns its threads; a Strand owns its queue and must be destroyed before its
// pool. A task must not throw: an exception that leaves one ends the process.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "server/runtime/clock.h"
#include "server/runtime/executor.h"
#include "server/runtime/task.h"
#include "server/runtime/timer_queue.h"
#include "shared/base/time.h"

namespace tessera::runtime {

struct ThreadPoolOptions {
    std::size_t threads = 2;
    std::size_t queueMax = 65536;   // Tasks waiting by post().
    std::size_t timersMax = 65536;  // Timers waiting.
};

class ThreadPool final : public Executor {
public:
    // Starts the threads. REQUIRES: every option > 0; `monotonic` outlives the pool and runs at the
    // speed of steady_clock.
    ThreadPool(ThreadPoolOptions options, const MonotonicClock& monotonic);
    ~ThreadPool() override;
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    [[nodiscard]] PostOutcome post(Task task) override;
    [[nodiscard]] std::optional<TimerId> after(Duration delay, Task task) override;
    bool cancel(TimerId timer) override;

    // Drops timers, refuses new work, runs what is queued to its end (strands' tasks too), joins
    // the threads. Idempotent. REQUIRES: not called from one of its own tasks.
    void stop();

    const MonotonicClock& monotonic() const override { return monotonic_; }

    struct Load {
        std::size_t queued = 0;
        std::size_t timers = 0;
    };
    Load load() const;

private:
    // Due timers come this way too: they were bounded by timersMax. Where a running task asks, a
    // thread is left.
    bool schedule(Task task, Turn turn) override;
    bool stopping() const override { return stopping_.load(std::memory_order_relaxed); }
    struct Queued {
        Task task;
        bool counted = false;
    };
    void runTasks();
    void runTimers();

    const ThreadPoolOptions options_;
    const MonotonicClock& monotonic_;

    mutable std::mutex mutex_;
    std::condition_variable workReady_;
    std::deque<Queued> queue_;
    std::size_t posted_ = 0;  // Those in queue_ that count against queueMax.
    std::size_t running_ = 0;
    std::atomic<bool> stopping_{false};  // Written under mutex_.

    mutable std::mutex timerMutex_;
    std::condition_variable timerChanged_;
    TimerQueue timers_;
    bool timersStopping_ = false;

    std::mutex stopMutex_;
    std::vector<std::thread> threads_;
    std::thread timerThread_;
};

}  // namespace tessera::runtime
