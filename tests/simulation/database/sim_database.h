// SPDX-License-Identifier: Apache-2.0
// The one database of a simulation: its clock, its tables, and the server that serves them.
//
// Deterministic. Everything but `service` happens at once, at the database: for a run's set-up, for
// its judge, and for what a call does when its time has come. Nodes reach it through SimStore,
// SimCatalog and SimNodes. Not thread-safe; everything that it refers to outlives it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "tests/simulation/audit/observed.h"
#include "tests/simulation/database/catalog_rows.h"
#include "tests/simulation/database/event_rows.h"
#include "tests/simulation/database/payment_rows.h"
#include "tests/simulation/database/poison.h"
#include "tests/simulation/database/service.h"

namespace tessera::simulation {

class SimDatabase {
public:
    struct Parts {
        Agenda& agenda;
        Faults& faults;
        Trace& trace;
        // Told of each event that is made, each batch and each take-over that was done; may be
        // null.
        Witness* witness = nullptr;
    };
    // `base`: what its clock shows at true time 0.
    SimDatabase(Parts parts, Instant base, Random random);

    Instant clock() const;
    // Counts the fault.
    void stepClock(Duration by);
    // From now on the clock gains so many millionths; counts the fault, unless it is 0.
    void setDrift(std::int64_t perMillion);
    // What a run's faults begin; both count themselves.
    void goDown(Duration time) { service_.goDown(time); }
    void goSlow(Duration time) { service_.goSlow(time); }

    // The event with its terms, seats, areas and owner row. `layout` is what a take-over gives.
    Status createEvent(const store::EventRow& event, const engine::EventTerms& terms,
                       std::shared_ptr<const engine::Layout> layout, RequestId request,
                       Fingerprint body);
    CatalogRows& catalog() { return catalog_; }

    bool isFenced(const store::BatchHead& head) const;
    // `sender` is who is told of to the witness: the fence asks for the epoch, not for it.
    store::CommitResult applyBatch(NodeId sender, const store::BatchHead& head,
                                   const engine::Changes& changes);
    // As its owner sends it.
    store::CommitResult applyBatch(const store::BatchHead& head, const engine::Changes& changes);
    Result<store::TakenOver> takeOver(EventId event, store::Claim claim);

    std::optional<store::Owner> findOwner(EventId event) const;
    std::vector<store::TakenOver::Request> findRequests(EventId event,
                                                        std::span<const RequestId> ids) const;
    Result<std::optional<store::StoredReservation>> findReservation(EventId event,
                                                                    ReservationId id) const;
    Result<std::optional<store::StoredOrder>> findOrder(EventId event, OrderId id) const;
    std::shared_ptr<const engine::OrderRecord> readRecord(EventId event, OrderId id) const;
    std::shared_ptr<const engine::OrderRecord> readRecord(EventId event, AttemptId id) const;
    std::vector<store::ManualRow> listManual(EventId event, std::int32_t limit) const;
    std::vector<store::DueEvent> dueEvents(Instant before, std::int32_t limit) const;
    std::optional<store::EventRow> findEvent(EventId id) const;
    std::vector<store::EventRow> listEvents(const store::EventQuery& query) const;
    std::vector<engine::TicketRow> listTickets(EventId event, OrderId order) const;
    std::optional<store::Catalog::Contact> findContact(EventId event, OrderId order) const;

    std::vector<EventId> events() const;
    // REQUIRES: it is there.
    EventTables tablesOf(EventId event) const;
    // Null: there is no such event.
    const EventRows* find(EventId event) const;
    PaymentRows& payments() { return payments_; }
    const PaymentRows& payments() const { return payments_; }

    DatabaseService& service() { return service_; }
    Poison& poison() { return poison_; }

private:
    const Parts with_;
    DatabaseService service_;
    Poison poison_;
    CatalogRows catalog_;
    std::map<EventId, EventRows> events_;
    PaymentRows payments_;
    Instant anchor_;  // What the clock showed at anchorAt_.
    std::int64_t anchorAt_ = 0;
    std::int64_t driftPerMillion_ = 0;
};

}  // namespace tessera::simulation
