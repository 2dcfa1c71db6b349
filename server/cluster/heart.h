// SPDX-License-Identifier: Apache-2.0
// This node's own row: joins, beats, reads the others, leaves (DESIGN 5).
//
// Thread-safe. Beats one at a time, on an executor of its own and by that one's timers: a beat must
// not wait behind other work. Refers to its parts, which outlive it.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>

#include "server/cluster/membership.h"
#include "server/runtime/clock.h"
#include "server/runtime/executor.h"
#include "server/runtime/log.h"
#include "server/store/nodes.h"

namespace tessera::cluster {

inline constexpr Duration kBeatEvery = Duration::ofMillis(100);
// From the question of one beat that came through to the answer of the next: others may have seen
// the counter still for kGoneAfter. Less than that by what two clocks may differ.
inline constexpr Duration kGapAfter = Duration::ofMillis(350);
// Who has seen this node stand still may take its events only now: at once, most of the time, and
// at the latest when the store's deadline of a take-over is over (10 s), and a little more.
inline constexpr std::array kRenewAgainAfter{Duration::ofSeconds(1), Duration::ofSeconds(11)};
// Rows of nodes that nobody has seen beat for so long are removed.
inline constexpr Duration kRowKept = Duration::ofMinutes(10);

class Heart {
public:
    struct Parts {
        store::Nodes& nodes;
        Membership& membership;
        runtime::Executor& executor;  // One thread, used by nobody else.
        runtime::Log& log;
    };
    // On the thread of a beat; must not block.
    struct Hooks {
        std::function<void(runtime::ClockSample)> onReading;
        // Events may have been lost unnoticed: all that this node owns is to be renewed. After a
        // gap, and again kRenewAgainAfter it.
        std::function<void()> onMayHaveLost;
        // Another process has started under this node's name: this one owns nothing any more.
        std::function<void()> onReplaced;
    };
    Heart(Parts parts, Hooks hooks);
    ~Heart();
    Heart(const Heart&) = delete;
    Heart& operator=(const Heart&) = delete;

    // Joins, then beats until it is stopped. A database that is away is asked again with every
    // beat. REQUIRES: once; self.node is the membership's.
    void start(store::NodeRow self);

    // No beat begins afterwards. Removes the row, so that others need not wait. Idempotent. A beat
    // that is under way may enter the row again, and others have to wait for it to stand still.
    void stop();

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace tessera::cluster
