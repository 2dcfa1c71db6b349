// SPDX-License-Identifier: Apache-2.0
// A PostgreSQL and a simulated database side by side, with the same event in both.
//
// Each call does the same to both and expects the same of both.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "tests/simulation/database/sim_database.h"
#include "tests/store/store_fixture.h"

namespace tessera::store {

class ContractTest : public StoreFixture {
protected:
    void SetUp() override;

    // The event that both have from now on.
    EventId makeEvent(simulation::SimDatabase& database);
    // What PostgreSQL gives.
    TakenOver takeOver(simulation::SimDatabase& database, EventId event, NodeId node);
    // The outcome that they share.
    CommitOutcome write(simulation::SimDatabase& database, const BatchHead& head,
                        const engine::Changes& changes);

    // Some of what is there, and what is not.
    void compareReads(simulation::SimDatabase& database, EventId event,
                      const std::vector<RequestId>& requests, std::mt19937& random);
    // Of one order, asked for by its id and by those of its attempts.
    void compareRecord(simulation::SimDatabase& database, EventId event, OrderId order);
    // Those that are refused, and leave everything as it was.
    void compareClaims(simulation::SimDatabase& database, EventId event);
    // What the event shows, and when it is due.
    void compareEvent(simulation::SimDatabase& database, EventId event);
    // The rows that no call reads again.
    void compareTables(simulation::SimDatabase& database, EventId event);

    // The simulated clock shows what the real one did: what is read by time is the same then.
    static void setClock(simulation::SimDatabase& database, Instant to) {
        database.stepClock(to - database.clock());
    }

    simulation::Agenda agenda_;
    simulation::Faults faults_{simulation::Random(1)};
    simulation::Trace trace_{agenda_};
};

}  // namespace tessera::store
