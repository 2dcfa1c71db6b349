// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/timer_queue.h"

#include <algorithm>

#include "shared/base/check.h"

namespace tessera::runtime {

TimerQueue::TimerQueue(std::size_t capacity) : capacity_(capacity) {
    TESSERA_CHECK(capacity > 0);
}

bool TimerQueue::later(const Entry& a, const Entry& b) {
    return a.due != b.due ? a.due > b.due : a.id > b.id;
}

std::optional<TimerId> TimerQueue::add(std::int64_t dueMicros, Task task) {
    TESSERA_CHECK(static_cast<bool>(task));
    if (tasks_.size() >= capacity_) return std::nullopt;
    const std::uint64_t id = ++lastId_;
    tasks_.emplace(id, std::move(task));
    heap_.push_back({dueMicros, id});
    std::push_heap(heap_.begin(), heap_.end(), later);
    return TimerId{id};
}

bool TimerQueue::cancel(TimerId timer) {
    if (tasks_.erase(timer.value) == 0) return false;
    if (heap_.size() > 2 * tasks_.size() + 16) compact();
    return true;
}

void TimerQueue::compact() {
    std::erase_if(heap_, [this](const Entry& entry) { return !tasks_.contains(entry.id); });
    std::make_heap(heap_.begin(), heap_.end(), later);
}

void TimerQueue::dropCancelled() {
    while (!heap_.empty() && !tasks_.contains(heap_.front().id)) {
        std::pop_heap(heap_.begin(), heap_.end(), later);
        heap_.pop_back();
    }
}

Task TimerQueue::takeDue(std::int64_t nowMicros) {
    dropCancelled();
    if (heap_.empty() || heap_.front().due > nowMicros) return {};
    const std::uint64_t id = heap_.front().id;
    std::pop_heap(heap_.begin(), heap_.end(), later);
    heap_.pop_back();
    auto found = tasks_.find(id);
    Task task = std::move(found->second);
    tasks_.erase(found);
    return task;
}

std::optional<std::int64_t> TimerQueue::nextDue() {
    dropCancelled();
    if (heap_.empty()) return std::nullopt;
    return heap_.front().due;
}

void TimerQueue::clear() {
    heap_.clear();
    tasks_.clear();
}

}  // namespace tessera::runtime
