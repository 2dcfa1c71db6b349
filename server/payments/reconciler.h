// SPDX-License-Identifier: Apache-2.0
// Every hour, each provider's own list beside our rows, both ways; what differs becomes a break.
//
// A window is [the end of the one before - overlap, now - settle). It is listed page by page into
// the database, then compared event by event, then breaks that are open are looked at again: a
// process that dies in the middle leaves a position from which the next one goes on. One node at a
// time is at a provider (a lease, fenced by an epoch). A difference is recorded only after the
// provider was asked about that very object and our rows were read again, where it can be asked.
//
// It never changes an order: what the engine should know goes out by the two functions of Options.
// Blocks; `turn` is called by one thread at a time. Refers to its parts, which outlive it.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "server/payments/provider.h"
#include "server/payments/reconcile.h"
#include "server/store/breaks.h"

namespace tessera::payments {

// An attempt that is open here: ask the provider about it soon.
struct ReconcileHint {
    EventId event;
    AttemptId attempt;
};

// The provider's word about what nobody asks about any more; enters as RecordStray.
struct ReconcileStray {
    EventId event;
    AttemptId attempt;
    RefundId refund;  // 0: about the attempt itself.
    engine::ProviderAnswer answer;
};

class Reconciler {
public:
    struct Options {
        Duration every = Duration::ofMinutes(60);
        Duration overlap = Duration::ofMinutes(120);
        Duration settle = Duration::ofMinutes(10);
        // An object may be made so much later than its attempt: what is younger is not missed yet.
        // REQUIRES: overlap >= late + clockSkew.
        Duration late = Duration::ofMinutes(60);
        Duration clockSkew = Duration::ofMinutes(5);
        Duration firstWindow = Duration::ofMinutes(24 * 60);
        Duration windowMax = Duration::ofMinutes(48 * 60);
        Duration lease = Duration::ofMinutes(5);
        std::int32_t pagesPerTurn = 200;
        std::int32_t eventsPerTurn = 500;
        // Questions about single objects in one turn; beyond them differences are recorded unasked.
        std::int32_t lookAgainMax = 200;
        std::function<void(ReconcileHint)> hint;
        std::function<void(ReconcileStray)> stray;
    };

    // In order of precedence: where several apply, the first is returned.
    enum class Turn {
        NotListed,  // This provider has no list.
        Elsewhere,  // Another node is at it.
        NotDue,
        More,  // The window goes on with the next turn.
        Done,  // A window is done.
    };

    Reconciler(store::Reconciliations& store, NodeId node, Options options);

    // As much of the provider's window as a turn may do. `now` is the database's time.
    Result<Turn> turn(Provider& provider, Instant now);

private:
    struct Work;
    Status list(Work& work);
    Status compareEvents(Work& work);
    Status compareEvent(Work& work, EventId event);
    Status lookAgain(Work& work);
    Result<std::vector<store::BreakRow>> unseenBreaks(const Work& work);
    // Whether the difference is still there when both are asked again; nothing: the provider did
    // not say.
    Result<std::optional<bool>> confirm(Work& work, const store::Break& one);
    void tell(const store::Break& one, const engine::ProviderAnswer& answer);
    bool begin(Work& work);
    CompareRules rulesOf(const Work& work) const;

    store::Reconciliations& store_;
    const NodeId node_;
    const Options options_;
};

}  // namespace tessera::payments
