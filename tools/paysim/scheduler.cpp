// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/scheduler.h"

#include <utility>

namespace tessera::paysim {

Scheduler::Scheduler(std::size_t capacity) : capacity_(capacity), thread_([this] { run(); }) {}

Scheduler::~Scheduler() {
    stop();
}

bool Scheduler::later(std::int64_t afterMillis, std::function<void()> task) {
    const std::lock_guard lock(mutex_);
    if (stopping_ || tasks_.size() >= capacity_) return false;
    const auto at = Clock::now() + std::chrono::milliseconds(afterMillis);
    const auto it = tasks_.emplace(at, std::move(task));
    if (it == tasks_.begin()) changed_.notify_one();
    return true;
}

void Scheduler::stop() {
    std::multimap<Clock::time_point, std::function<void()>> dropped;
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        dropped.swap(tasks_);
    }
    changed_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void Scheduler::run() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        if (tasks_.empty()) {
            changed_.wait(lock);
            continue;
        }
        const auto first = tasks_.begin();
        if (first->first > Clock::now()) {
            const auto until = first->first;
            changed_.wait_until(lock, until);
            continue;
        }
        const std::function<void()> task = std::move(first->second);
        tasks_.erase(first);
        lock.unlock();
        task();
        lock.lock();
    }
}

}  // namespace tessera::paysim
