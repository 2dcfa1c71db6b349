// SPDX-License-Identifier: Apache-2.0
// What is to happen, in order of true time: the one loop that a simulation runs in.
//
// Deterministic: entries due at one instant happen in the order in which they were entered. One
// thread. Each entry belongs to a process; those of one that has died are dropped, those of one
// that is paused wait, in order, until it goes on.
#pragma once

#include <cstdint>
#include <map>
#include <unordered_map>
#include <vector>

#include "server/runtime/task.h"
#include "shared/base/time.h"

namespace tessera::simulation {

// A process is never used again: a node that starts anew is another one.
using ProcessNo = std::int32_t;
inline constexpr ProcessNo kWorld =
    0;  // Database, provider, network, people: never pauses or dies.

using EntryNo = std::uint64_t;  // 0 is none.

class Agenda {
public:
    // Microseconds of true time since the start.
    std::int64_t now() const { return now_; }

    EntryNo after(Duration delay, ProcessNo process, runtime::Task task);
    // False if it has happened, is happening, or was cancelled.
    bool cancel(EntryNo entry);

    // Nothing of it happens any more. Its tasks are destroyed before this returns.
    void drop(ProcessNo process);
    // What falls due before `until` happens then.
    void pause(ProcessNo process, std::int64_t until);

    // Runs the earliest entry; false if there is none at or before `until`.
    bool step(std::int64_t until);

    // True time in gaps between entries above one second, beyond that second: nothing went on.
    std::int64_t idleMicros() const { return idle_; }
    std::size_t size() const { return tasks_.size(); }

private:
    struct Entry {
        std::int64_t due = 0;
        EntryNo no = 0;
        ProcessNo process = kWorld;
    };
    struct Later {
        bool operator()(const Entry& a, const Entry& b) const {
            return a.due != b.due ? a.due > b.due : a.no > b.no;
        }
    };
    struct Waiting {
        ProcessNo process = kWorld;
        runtime::Task task;
    };
    void push(Entry entry);
    Entry pop();
    bool isPaused(Entry& entry);

    std::int64_t now_ = 0;
    std::int64_t idle_ = 0;
    EntryNo last_ = 0;
    std::vector<Entry> heap_;  // May name entries that were cancelled.
    std::unordered_map<EntryNo, Waiting> tasks_;
    std::map<ProcessNo, std::int64_t> pausedUntil_;
};

}  // namespace tessera::simulation
