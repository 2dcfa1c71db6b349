// SPDX-License-Identifier: Apache-2.0
// Tasks by due time, earliest first: a bounded binary heap.
//
// Deterministic: timers due at one instant come out in the order in which they were added. Reads
// no clock. Not thread-safe; the Executor owns one and guards it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "server/runtime/task.h"

namespace tessera::runtime {

// Never reused by one queue; 0 is none.
struct TimerId {
    std::uint64_t value = 0;
    bool operator==(const TimerId&) const = default;
};

class TimerQueue {
public:
    // REQUIRES: capacity > 0.
    explicit TimerQueue(std::size_t capacity);

    // Nothing if `capacity` timers are waiting; the task is then dropped.
    [[nodiscard]] std::optional<TimerId> add(std::int64_t dueMicros, Task task);

    // Drops the timer's task. False if it was taken or cancelled before.
    bool cancel(TimerId timer);

    // Removes and returns the earliest task with due <= now; empty if there is none.
    [[nodiscard]] Task takeDue(std::int64_t nowMicros);

    // When the earliest waiting timer is due.
    [[nodiscard]] std::optional<std::int64_t> nextDue();

    std::size_t size() const { return tasks_.size(); }
    void clear();

private:
    struct Entry {
        std::int64_t due = 0;
        std::uint64_t id = 0;
    };
    static bool later(const Entry& a, const Entry& b);
    void dropCancelled();
    void compact();

    std::size_t capacity_;
    std::uint64_t lastId_ = 0;
    std::vector<Entry> heap_;  // May hold cancelled entries: at most as many again as live ones.
    std::unordered_map<std::uint64_t, Task> tasks_;
};

}  // namespace tessera::runtime
