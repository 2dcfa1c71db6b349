// SPDX-License-Identifier: Apache-2.0
// Makes the provider calls of committed outbox rows, and hands what it learned back as commands.
//
// A row is called at its own provider; where this installation has none of that kind the answer is
// Unknown, and says so. Never writes. Rows wait for their `notBefore`; at most one call per row at
// a time. A row given twice is called once. Thread-safe. Bound: rows wait in memory only while
// their event is owned here, at most `rowsMax`; beyond it a row is dropped from memory and found
// again when its event reports its open rows (DESIGN 6: the database has every row until its answer
// is recorded).
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "server/engine/commands.h"
#include "server/payments/providers.h"
#include "server/runtime/clock.h"
#include "server/runtime/executor.h"

namespace tessera::payments {

class OutboxWorker {
public:
    struct Options {
        std::size_t rowsMax = 500000;
        std::size_t inFlightMax = 256;
    };
    // `deliver(event, answer)` posts the command to the event's owner; called on any thread, and
    // not after the worker is gone.
    using Deliver = std::function<void(EventId, engine::RecordProviderAnswer)>;

    OutboxWorker(Providers providers, runtime::Executor& executor, runtime::DatabaseClock& clock,
                 Options options, Deliver deliver);
    // Stops the providers and waits for the answers of calls under way (Unknown, where they were
    // cut). REQUIRES: not called from `deliver`; the providers are no other worker's.
    ~OutboxWorker();
    OutboxWorker(const OutboxWorker&) = delete;
    OutboxWorker& operator=(const OutboxWorker&) = delete;

    // After a commit or a take-over. `currency` is the event's.
    void enqueue(EventId event, Currency currency, std::vector<engine::OutboxRow> rows);
    // Ownership lost: rows that are not yet called are forgotten; answers under way still arrive.
    void forget(EventId event);
    std::size_t waiting() const;
    std::size_t inFlight() const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace tessera::payments
