// SPDX-License-Identifier: Apache-2.0
// What is due when, earliest first: one heap for holds, order deadlines and questions to providers.
//
// Deterministic: what is due at one instant comes out by kind, then by ascending id. Never reads a
// clock. Not thread-safe; an EventEngine owns its Timers. Bound: at most one timer per reservation
// three per live order,
// and one per allocation with a release time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "server/engine/pool.h"
#include "shared/base/time.h"

namespace tessera::engine {

// In the order in which they come out at one instant.
enum class TimerKind : std::uint8_t {
    HoldExpiry,         // Of a reservation that is held.
    OrderDeadline,      // Of an order that is paying or unpaid.
    AskProvider,        // An order's attempt is open and nothing was asked for a while.
    OutboxDue,          // A provider call may start.
    AllocationRelease,  // Of an allocation that has seats, or may get them.
};

struct Timer {
    Instant at;
    std::int64_t id = 0;  // Of the reservation, order or outbox row; the allocation's number.
    Slot slot = kNoSlot;  // Where its record is; of an allocation its next seat.
    TimerKind kind = TimerKind::HoldExpiry;
};

class Timers {
public:
    using Handle = std::uint32_t;
    static constexpr Handle kNone = UINT32_MAX;

    Handle start(const Timer& timer);

    // Stops the timer and forgets the handle. REQUIRES: `handle` runs.
    void cancel(Handle handle);

    bool hasDue(Instant now) const { return !heap_.empty() && heap_.front().timer.at <= now; }
    Instant first() const { return heap_.empty() ? Instant::never() : heap_.front().timer.at; }

    // The earliest. REQUIRES: there is one.
    const Timer& peekFirst() const;

    // Removes and returns the earliest. REQUIRES: there is one.
    Timer takeFirst();

    // The timer of this kind and id; kNone where none runs. Looks through all of them.
    Handle find(TimerKind kind, std::int64_t id) const;

    // Puts it off, under the same handle. REQUIRES: `handle` runs; `until` is later.
    void postpone(Handle handle, Instant until);

    // The timer of a handle. REQUIRES: `handle` runs.
    const Timer& at(Handle handle) const;

    std::size_t size() const { return heap_.size(); }
    std::size_t memoryBytes() const;
    void checkInvariants() const;

private:
    struct Entry {
        Timer timer;
        Handle handle = kNone;
    };
    static bool before(const Entry& a, const Entry& b);
    void put(std::size_t position, const Entry& entry);
    void siftUp(std::size_t position, const Entry& entry);
    void siftDown(std::size_t position, const Entry& entry);
    void removeAt(std::size_t position);

    std::vector<Entry> heap_;
    std::vector<std::uint32_t> positions_;  // By handle; kNone where the handle is free.
    std::vector<Handle> freeHandles_;
};

}  // namespace tessera::engine
