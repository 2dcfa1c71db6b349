// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/world/agenda.h"

#include <algorithm>
#include <utility>

#include "shared/base/check.h"

namespace tessera::simulation {
namespace {

constexpr std::int64_t kIdleAfter = 1'000'000;

}  // namespace

void Agenda::push(Entry entry) {
    heap_.push_back(entry);
    std::push_heap(heap_.begin(), heap_.end(), Later{});
}

Agenda::Entry Agenda::pop() {
    std::pop_heap(heap_.begin(), heap_.end(), Later{});
    const Entry entry = heap_.back();
    heap_.pop_back();
    return entry;
}

EntryNo Agenda::after(Duration delay, ProcessNo process, runtime::Task task) {
    TESSERA_CHECK(static_cast<bool>(task));
    const EntryNo no = ++last_;
    tasks_.emplace(no, Waiting{process, std::move(task)});
    push({now_ + std::max<std::int64_t>(0, delay.micros), no, process});
    return no;
}

bool Agenda::cancel(EntryNo entry) {
    const auto found = tasks_.find(entry);
    if (found == tasks_.end()) return false;
    const runtime::Task dropped = std::move(found->second.task);
    tasks_.erase(found);
    return true;
}

// A task that is destroyed may own what enters or cancels others: they go one by one.
void Agenda::drop(ProcessNo process) {
    pausedUntil_.erase(process);
    std::vector<EntryNo> theirs;
    for (const auto& [no, waiting] : tasks_) {
        if (waiting.process == process) theirs.push_back(no);
    }
    std::ranges::sort(theirs);
    for (const EntryNo no : theirs) cancel(no);
}

void Agenda::pause(ProcessNo process, std::int64_t until) {
    auto& mark = pausedUntil_[process];
    mark = std::max(mark, until);
}

// One that waits keeps its number: what it would have come before, it still comes before.
bool Agenda::isPaused(Entry& entry) {
    const auto paused = pausedUntil_.find(entry.process);
    if (paused == pausedUntil_.end()) return false;
    if (paused->second <= entry.due) {
        if (paused->second <= now_) pausedUntil_.erase(paused);
        return false;
    }
    entry.due = paused->second;
    push(entry);
    return true;
}

bool Agenda::step(std::int64_t until) {
    while (!heap_.empty() && heap_.front().due <= until) {
        Entry entry = pop();
        const auto found = tasks_.find(entry.no);
        if (found == tasks_.end()) continue;
        if (isPaused(entry)) continue;
        runtime::Task task = std::move(found->second.task);
        tasks_.erase(found);
        idle_ += std::max<std::int64_t>(0, entry.due - now_ - kIdleAfter);
        now_ = std::max(now_, entry.due);
        task();
        return true;
    }
    return false;
}

}  // namespace tessera::simulation
