// SPDX-License-Identifier: Apache-2.0
// The trail: what staff did, each row with the hash of the one before, so that none can be changed,
// taken out or put in without every later one saying so. One chain an event, one (event 0) for the
// rest.
//
// Pure; thread-safe. The canonical form is fixed for good: rows outlive servers by years.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "shared/base/ids.h"
#include "shared/base/money.h"
#include "shared/base/time.h"

namespace tessera::store {

using TrailHash = std::array<std::uint8_t, 32>;  // All zero before the first row.

struct TrailRow {
    EventId event;            // 0: of no event.
    std::int64_t number = 0;  // From 1, without gaps.
    Instant at;               // The database's time.
    StaffId by;
    DeviceId device;
    ApprovalId approval;  // 0: it needed none.
    StaffId approvedBy;
    std::string action;        // "refund_tickets"; at most 64 bytes.
    std::int64_t subject = 0;  // The id of what it was done to; 0: nothing has one.
    Money amount;
    std::string reason;  // As it was given; at most 500 bytes. No personal data.
    TrailHash before{};
    TrailHash hash{};
};

// SHA-256 over a version byte, every field but `hash` (numbers of 8 bytes big endian, texts with
// their length before them), in the order above.
TrailHash hashOf(const TrailRow& row);

enum class TrailFault {
    Number,  // A row is missing, doubled, or not where it was.
    Before,  // It does not follow the row before it.
    Hash,    // It was changed.
    Event,   // It is of another chain.
    End,     // The last one is not the one that is known: rows were cut off.
};

struct TrailFinding {
    TrailFault fault = TrailFault::Hash;
    std::int64_t number = 0;  // Of the first row that is wrong; of an End the last that is there.
};

// The last row of a chain, as its writer knows it or an auditor wrote it down.
struct TrailEnd {
    std::int64_t number = 0;  // 0: there is no row.
    TrailHash hash{};
};

// Puts number, `before` and hash behind `last`; number 0: it is the first.
void chain(TrailRow& row, const TrailEnd& last);
// The same; nullptr: it is the first.
void chain(TrailRow& row, const TrailRow* last);

// Rows in the order of their numbers, page by page.
class TrailCheck {
public:
    explicit TrailCheck(EventId event) : event_(event) {}

    // The first fault; nothing: these follow what came before. Nothing is judged after a fault.
    std::optional<TrailFinding> judge(std::span<const TrailRow> rows);
    // After the last page. `known`: an end that must still be there, as it was.
    std::optional<TrailFinding> judgeEnd(const std::optional<TrailEnd>& known) const;
    TrailEnd end() const { return end_; }
    std::int64_t judged() const { return judged_; }
    // The hash of this row is kept, for judgeEnd. Before the first page.
    void watch(std::int64_t number) { watched_ = {number, {}}; }

private:
    const EventId event_;
    TrailEnd end_;
    std::int64_t judged_ = 0;
    std::optional<TrailEnd> watched_;
};

}  // namespace tessera::store
