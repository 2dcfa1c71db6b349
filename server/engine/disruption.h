// SPDX-License-Identifier: Apache-2.0
// Events that do not take place as they were sold: what is closed at once, what their buyers may
// do, and whose tickets the owner is to return in the background.
//
// Deterministic. Not thread-safe. A refusal leaves the state as it was. What is still to be done
// follows from the orders alone, so that an owner that takes over goes on where the last one was.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "server/engine/engine_state.h"

namespace tessera::engine {

// Of each provider, so that none waits for another: orders of which it has not taken the refund
// yet; and all that have one under way. The first bounds what a provider is asked at once, the
// second the memory where refunds take days.
inline constexpr std::size_t kReturnsAskedMax = 200;
inline constexpr std::size_t kReturnsOpenMax = 2000;
// So often looked at in vain, over a minute, a refund is not counted as asked any more.
inline constexpr std::int32_t kReturnsLooksMax = 6;

Outcome cancelEvent(EngineState& state, const CancelEvent& command, Changes& changes);
Outcome moveEvent(EngineState& state, const MoveEvent& command, Changes& changes);
Outcome acceptMove(EngineState& state, const AcceptMove& command, Changes& changes);
Outcome finishDisruption(EngineState& state, Changes& changes);

inline bool isCancelled(const EngineState& state) {
    return state.terms.current().sale == SaleState::Cancelled;
}

// When what is held or can be paid until `deadline` ends: no later than its event.
Instant endOf(const EngineState& state, Instant deadline);

// Why the order's holder may return tickets now for all that was paid; nothing: by AfterSale only.
std::optional<RefundReason> freeReturn(const EngineState& state, const Order& order);
bool hasAccepted(const EngineState& state, OrderId order);
// What `given` is exchanged for was made before the move too: who accepted the new date with those
// tickets has it with these.
void acceptAlso(EngineState& state, OrderId given, const Order& with, Changes& changes);

// As EventEngine's.
Instant returnsDue(const EngineState& state);
std::vector<OrderId> nextReturns(const EngineState& state, Instant now, std::size_t most,
                                 const std::set<OrderId>& aside);
bool returnsAreDone(const EngineState& state, Instant now);

}  // namespace tessera::engine
