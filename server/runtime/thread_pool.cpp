// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/thread_pool.h"

#include <algorithm>
#include <chrono>

#include "shared/base/check.h"

namespace tessera::runtime {
namespace {

// A timer further away than this waits in several naps: the sum with "now" must not overflow.
constexpr std::int64_t kNapMaxMicros = 3'600'000'000;
constexpr std::int64_t kDelayMaxMicros = INT64_MAX / 4;

thread_local const ThreadPool* currentPool = nullptr;

}  // namespace

ThreadPool::ThreadPool(ThreadPoolOptions options, const MonotonicClock& monotonic)
    : options_(options), monotonic_(monotonic), timers_(options.timersMax) {
    TESSERA_CHECK(options_.threads > 0);
    TESSERA_CHECK(options_.queueMax > 0);
    for (std::size_t i = 0; i < options_.threads; ++i) {
        threads_.emplace_back([this] { runTasks(); });
    }
    timerThread_ = std::thread([this] { runTimers(); });
}

ThreadPool::~ThreadPool() {
    stop();
}

PostOutcome ThreadPool::post(Task task) {
    TESSERA_CHECK(static_cast<bool>(task));
    {
        const std::lock_guard lock(mutex_);
        if (stopping_) return PostOutcome::Stopped;
        if (posted_ >= options_.queueMax) return PostOutcome::QueueFull;
        ++posted_;
        queue_.push_back({std::move(task), true});
    }
    workReady_.notify_one();
    return PostOutcome::Accepted;
}

bool ThreadPool::schedule(Task task, Turn turn) {
    {
        const std::lock_guard lock(mutex_);
        if (stopping_ && turn == Turn::First) return false;
        queue_.push_back({std::move(task), false});
    }
    workReady_.notify_one();
    return true;
}

void ThreadPool::runTasks() {
    currentPool = this;
    std::unique_lock lock(mutex_);
    for (;;) {
        // A running task may still schedule a strand, so the last thread to end is one that found
        // nothing queued and nothing running.
        workReady_.wait(lock, [this] { return !queue_.empty() || (stopping_ && running_ == 0); });
        if (queue_.empty()) break;
        Queued next = std::move(queue_.front());
        queue_.pop_front();
        if (next.counted) --posted_;
        ++running_;
        lock.unlock();
        next.task();
        next.task = Task();  // What it owned goes before the lock is taken.
        lock.lock();
        --running_;
        if (stopping_ && running_ == 0) workReady_.notify_all();
    }
    currentPool = nullptr;
}

std::optional<TimerId> ThreadPool::after(Duration delay, Task task) {
    const std::int64_t wait = std::clamp<std::int64_t>(delay.micros, 0, kDelayMaxMicros);
    std::optional<TimerId> timer;
    {
        const std::lock_guard lock(timerMutex_);
        if (timersStopping_) return std::nullopt;
        const std::int64_t due = monotonic_.nowMicros() + wait;
        const auto earliest = timers_.nextDue();
        timer = timers_.add(due, std::move(task));
        if (!timer || (earliest && *earliest <= due)) return timer;
    }
    timerChanged_.notify_one();
    return timer;
}

bool ThreadPool::cancel(TimerId timer) {
    const std::lock_guard lock(timerMutex_);
    return timers_.cancel(timer);
}

void ThreadPool::runTimers() {
    std::unique_lock lock(timerMutex_);
    while (!timersStopping_) {
        if (Task due = timers_.takeDue(monotonic_.nowMicros())) {
            lock.unlock();
            // Never refused: stop() joins this thread before it lets the pool end.
            TESSERA_CHECK(schedule(std::move(due), Turn::First));
            lock.lock();
            continue;
        }
        if (const auto next = timers_.nextDue()) {
            const std::int64_t nap = std::min(*next - monotonic_.nowMicros(), kNapMaxMicros);
            timerChanged_.wait_for(lock, std::chrono::microseconds(nap));
        } else {
            timerChanged_.wait(lock);
        }
    }
}

void ThreadPool::stop() {
    TESSERA_CHECK(currentPool != this);
    const std::lock_guard once(stopMutex_);
    {
        const std::lock_guard lock(timerMutex_);
        timersStopping_ = true;
    }
    timerChanged_.notify_all();
    if (timerThread_.joinable()) timerThread_.join();
    TimerQueue dropped(1);
    {
        const std::lock_guard lock(timerMutex_);
        std::swap(dropped, timers_);  // Their tasks are destroyed outside the lock.
    }
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    workReady_.notify_all();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
}

ThreadPool::Load ThreadPool::load() const {
    Load load;
    {
        const std::lock_guard lock(mutex_);
        load.queued = queue_.size();
    }
    const std::lock_guard lock(timerMutex_);
    load.timers = timers_.size();
    return load;
}

}  // namespace tessera::runtime
