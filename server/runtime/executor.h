// SPDX-License-Identifier: Apache-2.0
// A fixed pool of threads with a bounded queue and timers, and strands: actors on that pool.
//
// Not deterministic across threads; tasks of one strand run one at a time in the order of posting.
// Thread-safe. The Executor owns its threads; a Strand owns its queue and must be destroyed before
// its Executor. A task must not throw: an exception that leaves one ends the process.
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
#include "server/runtime/task.h"
#include "server/runtime/timer_queue.h"
#include "shared/base/time.h"

namespace tessera::runtime {

// A refused task is destroyed without having run.
enum class PostOutcome { Accepted, Stopped, QueueFull };

struct ExecutorOptions {
    std::size_t threads = 2;
    std::size_t queueMax = 65536;   // Tasks waiting by post().
    std::size_t timersMax = 65536;  // Timers waiting.
};

class Executor {
public:
    // Starts the threads. REQUIRES: every option > 0; `monotonic` outlives the executor and runs
    // at the speed of steady_clock.
    Executor(ExecutorOptions options, const MonotonicClock& monotonic);
    ~Executor();
    Executor(const Executor&) = delete;
    Executor& operator=(const Executor&) = delete;

    [[nodiscard]] PostOutcome post(Task task);

    // Runs `task` on the pool once `delay` has passed, not before. Nothing if the executor has
    // stopped or timersMax are waiting.
    [[nodiscard]] std::optional<TimerId> after(Duration delay, Task task);

    // False if the timer has been taken to run (it may be running), or was cancelled before.
    bool cancel(TimerId timer);

    // Drops timers, refuses new work, runs what is queued to its end (strands' tasks too), joins
    // the threads. Idempotent. REQUIRES: not called from one of its own tasks.
    void stop();

    const MonotonicClock& monotonic() const { return monotonic_; }

    struct Load {
        std::size_t queued = 0;
        std::size_t timers = 0;
    };
    Load load() const;

private:
    friend class Strand;

    // Outside queueMax: a strand has at most one place in the queue, so that accepted work is never
    // refused its turn, and due timers were bounded by timersMax.
    // First is refused once stop() has begun; Again is said by a running task, so a thread is left.
    enum class Turn { First, Again };
    bool schedule(Task task, Turn turn);
    bool stopping() const { return stopping_.load(std::memory_order_relaxed); }
    struct Queued {
        Task task;
        bool counted = false;
    };
    void runTasks();
    void runTimers();

    const ExecutorOptions options_;
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
