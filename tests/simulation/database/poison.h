// SPDX-License-Identifier: Apache-2.0
// What the database cannot take: batches that it refuses for their content, and the same content
// again.
//
// Deterministic. Content is what a retry brings anew: a client's request, an answer of the
// provider, what a reservation or an order becomes. The deadlines that a take-over puts off are
// none: all of an event's come at once. Not thread-safe; owned by the database, forgotten when the
// faults heal.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "server/engine/changes.h"
#include "server/store/batch.h"
#include "server/store/store.h"
#include "tests/simulation/world/faults.h"
#include "tests/simulation/world/trace.h"

namespace tessera::simulation {

class Poison {
public:
    Poison(Faults& faults, Trace& trace, Random random)
        : faults_(faults), trace_(trace), random_(random) {}

    // What a batch that is right otherwise gets instead of its commit; mostly nothing.
    std::optional<store::CommitResult> judge(const store::BatchHead& head,
                                             const engine::Changes& changes);
    // Whether something in it was refused before and would be again.
    bool has(const store::BatchHead& head, const engine::Changes& changes);

private:
    using ToReservation = std::pair<ReservationId, engine::ReservationState>;
    using ToOrder = std::pair<OrderId, engine::OrderState>;
    using Content = std::variant<RequestId, OutboxSeq, ToReservation, ToOrder>;
    struct Refused {
        store::CommitResult result;
        std::int64_t left = 0;  // So often again.
    };
    using Known = std::map<std::pair<EventId, Content>, Refused>;

    static std::vector<Content> contentsOf(const engine::Changes& changes);
    Known::iterator find(const store::BatchHead& head, const std::vector<Content>& contents);
    std::optional<store::CommitResult> draw();

    Faults& faults_;
    Trace& trace_;
    Random random_;
    Known known_;
};

}  // namespace tessera::simulation
