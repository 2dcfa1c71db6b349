// SPDX-License-Identifier: Apache-2.0
// Store, Nodes and Catalog of one process, over its way to the simulated database.
//
// Deterministic. `commit` is answered by an entry of the process; the other calls block a fiber of
// it. A process that ends takes its store along: what is under way is done or not, and never
// answered. Not thread-safe.
#pragma once

#include <memory>

#include "server/store/nodes.h"
#include "server/store/store.h"
#include "tests/simulation/database/link.h"

namespace tessera::simulation {

class SimStore final : public store::Store {
public:
    explicit SimStore(DatabaseUser user);
    ~SimStore() override;
    SimStore(const SimStore&) = delete;
    SimStore& operator=(const SimStore&) = delete;

    void commit(const store::BatchHead& head, const store::Batch& batch,
                std::function<void(store::CommitResult)> done) override;
    Result<std::optional<store::Owner>> findOwner(EventId event) override;
    Result<store::TakenOver> takeOver(EventId event, store::Claim claim) override;
    Result<std::vector<store::TakenOver::Request>> findRequests(
        EventId event, std::span<const RequestId> ids) override;
    Result<std::optional<store::StoredReservation>> findReservation(EventId event,
                                                                    ReservationId id) override;
    Result<std::optional<store::StoredOrder>> findOrder(EventId event, OrderId id) override;
    Result<OrderId> findOrderOf(EventId event, TicketId ticket) override;
    Result<std::shared_ptr<const engine::OrderRecord>> readRecord(EventId event,
                                                                  OrderId id) override;
    Result<std::vector<std::shared_ptr<const engine::OrderRecord>>> readRecords(
        EventId event, std::span<const OrderId> ids) override;
    Result<std::shared_ptr<const engine::OrderRecord>> readRecord(EventId event,
                                                                  AttemptId id) override;
    Result<std::vector<store::ManualRow>> listManual(EventId event, std::int32_t limit) override;
    Result<std::vector<store::DueEvent>> dueEvents(Instant before, std::int32_t limit) override;
    Result<Instant> databaseNow() override;

private:
    class Commits;
    const std::shared_ptr<Commits> commits_;
    Link link_;
};

class SimNodes final : public store::Nodes {
public:
    explicit SimNodes(DatabaseUser user);

    Status join(const store::NodeRow& self) override;
    Result<store::NodesReading> beat(NodeId self) override;
    Result<store::NodesReading> read() override;
    Status remove(NodeId node) override;
    Status removeStill(NodeId node, std::int64_t beats) override;

private:
    Link link_;
    Link readings_;
};

class SimCatalog final : public store::Catalog {
public:
    explicit SimCatalog(DatabaseUser user);

    Status createVenue(const store::VenueRow& venue, RequestId request, Fingerprint body,
                       const store::TrailRow* told = nullptr) override;
    Status createLayout(const store::LayoutRow& layout, RequestId request, Fingerprint body,
                        const store::TrailRow* told = nullptr) override;
    Status createEvent(const store::EventRow& event, const engine::EventTerms& terms,
                       const engine::Layout& layout, RequestId request, Fingerprint body,
                       const store::TrailRow* told = nullptr) override;
    Result<std::optional<Created>> findCreated(RequestId request) override;
    Result<std::optional<store::VenueRow>> findVenue(VenueId id) override;
    Result<std::vector<store::VenueRow>> findVenues(std::span<const VenueId> ids) override;
    Result<std::optional<store::LayoutRow>> findLayout(LayoutId id) override;
    Result<std::string> readPlan(LayoutId id) override;
    Result<std::optional<store::EventRow>> findEvent(EventId id) override;
    Result<std::vector<store::EventRow>> listEvents(const store::EventQuery& query) override;
    Result<std::vector<store::TicketDetail>> listTickets(EventId event, OrderId order) override;
    Result<std::optional<Contact>> findContact(EventId event, OrderId order) override;
    Status createApiKey(const ApiKeyRow& key) override;
    Result<std::optional<ApiKeyRow>> findApiKey(const std::string& keyId) override;

private:
    Link link_;
};

}  // namespace tessera::simulation
