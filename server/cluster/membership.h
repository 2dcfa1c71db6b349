// SPDX-License-Identifier: Apache-2.0
// What the counters of the nodes' rows say about the nodes (DESIGN 5).
//
// Deterministic: times are passed in, microseconds of this node's monotonic clock. Thread-safe. A
// node counts as gone when its counter has stood still for 400 ms of this node's time, or when a
// reading shows no row of it; never because it cannot be reached.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "server/store/nodes.h"
#include "shared/base/ids.h"
#include "shared/base/time.h"

namespace tessera::cluster {

inline constexpr Duration kGoneAfter = Duration::ofMillis(400);
// Readings further apart are no observation: what happened between them is not known.
inline constexpr Duration kReadingGapMax = Duration::ofMillis(400);
// What was read longer ago says nothing any more: whatever comes next, observing begins anew.
inline constexpr Duration kBelievedFor = kReadingGapMax + kReadingGapMax;

enum class Standing {
    Self,
    Moving,  // Its counter was seen to move, and not to stand still for as long since.
    Still,   // Nothing is known yet: observed for too short a time.
    Gone,    // Stood still for kGoneAfter.
    NoRow,   // Not in the last reading: gone, if that was asked after it was seen to own something.
    Unread,  // No reading since observing began, or none of late.
};

class Membership {
public:
    explicit Membership(NodeId self) : self_(self) {}

    // A reading of all rows. `asked`, `received`: when the question left and the answer came.
    void observe(std::span<const store::NodeRow> rows, std::int64_t asked, std::int64_t received);
    // After a reading that failed: the database may have been away for everybody.
    void startAnew();
    // This node's row is not there: it has to enter again.
    void leave();

    // `now`: as the times of readings.
    Standing standingOf(NodeId node, std::int64_t now) const;
    // Whether this node's own row was in the last reading, however long ago that was.
    bool isJoined() const;
    // When the question of the last reading left; INT64_MIN if there is none.
    std::int64_t lastAsked() const;
    // When the first reading with its present counter came; nothing if it has no row.
    std::optional<std::int64_t> lastMoved(NodeId node) const;
    std::string addressOf(NodeId node) const;  // Empty if it has no row.
    struct StillAt {
        NodeId node;
        std::int64_t beats = 0;
    };
    // One that has stood still for that long, if there is one.
    std::optional<StillAt> stillFor(Duration time) const;

    // Those that are not known to be gone, this one among them, ascending: each takes its share.
    std::vector<NodeId> present(std::int64_t now) const;
    NodeId self() const { return self_; }

private:
    struct Seen {
        std::int64_t beats = 0;
        std::int64_t firstReceived = 0;  // Of the first reading with this many beats.
        bool moved = false;              // It has had fewer since observing began.
        std::string address;
    };
    Standing standingLocked(NodeId node, std::int64_t now) const;

    const NodeId self_;
    mutable std::mutex mutex_;
    std::map<NodeId, Seen> seen_;
    bool isJoined_ = false;
    std::int64_t lastAsked_ = INT64_MIN;
    std::int64_t lastReceived_ = INT64_MIN;
};

}  // namespace tessera::cluster
