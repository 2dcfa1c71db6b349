// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/database/sim_store.h"

#include <vector>

#include "server/store/limits.h"
#include "tests/simulation/database/commits.h"

namespace tessera::simulation {
SimStore::SimStore(DatabaseUser user)
    : commits_(std::make_shared<Commits>(user)), link_(user, store::kCallDeadline) {}

SimStore::~SimStore() = default;

void SimStore::commit(const store::BatchHead& head, const store::Batch& batch,
                      std::function<void(store::CommitResult)> done) {
    commits_->send(head, batch.changes(), std::move(done));
}

Result<std::optional<store::Owner>> SimStore::findOwner(EventId event) {
    return link_.call<std::optional<store::Owner>>(
        {"find an event's owner"},
        [event](SimDatabase& database) { return database.findOwner(event); });
}

Result<store::TakenOver> SimStore::takeOver(EventId event, store::Claim claim) {
    return link_.call<store::TakenOver>(
        {"take over", event, DatabaseService::Kind::TakeOver},
        [event, claim](SimDatabase& database) { return database.takeOver(event, claim); });
}

Result<std::vector<store::TakenOver::Request>> SimStore::findRequests(
    EventId event, std::span<const RequestId> ids) {
    return link_.call<std::vector<store::TakenOver::Request>>(
        {"find requests", {}, DatabaseService::Kind::LongRead},  // A scan, for old ones.
        [event, ids = std::vector(ids.begin(), ids.end())](SimDatabase& database) {
            return database.findRequests(event, ids);
        });
}

Result<std::optional<store::StoredReservation>> SimStore::findReservation(EventId event,
                                                                          ReservationId id) {
    return link_.call<std::optional<store::StoredReservation>>(
        {"find a reservation"},
        [event, id](SimDatabase& database) { return database.findReservation(event, id); });
}

Result<std::optional<store::StoredOrder>> SimStore::findOrder(EventId event, OrderId id) {
    return link_.call<std::optional<store::StoredOrder>>(
        {"find an order"},
        [event, id](SimDatabase& database) { return database.findOrder(event, id); });
}

// Asked by people at a desk alone, none of whom is simulated.
Result<OrderId> SimStore::findOrderOf(EventId, TicketId) {
    return failure("not simulated");
}

Result<std::shared_ptr<const engine::OrderRecord>> SimStore::readRecord(EventId event, OrderId id) {
    return link_.call<std::shared_ptr<const engine::OrderRecord>>(
        {"read an order's record"},
        [event, id](SimDatabase& database) { return database.readRecord(event, id); });
}

Result<std::vector<std::shared_ptr<const engine::OrderRecord>>> SimStore::readRecords(
    EventId event, std::span<const OrderId> ids) {
    return link_.call<std::vector<std::shared_ptr<const engine::OrderRecord>>>(
        {"read orders' records"},
        [event, wanted = std::vector<OrderId>(ids.begin(), ids.end())](SimDatabase& database) {
            std::vector<std::shared_ptr<const engine::OrderRecord>> out;
            for (const OrderId id : wanted) out.push_back(database.readRecord(event, id));
            return out;
        });
}

Result<std::shared_ptr<const engine::OrderRecord>> SimStore::readRecord(EventId event,
                                                                        AttemptId id) {
    return link_.call<std::shared_ptr<const engine::OrderRecord>>(
        {"read an order's record"},
        [event, id](SimDatabase& database) { return database.readRecord(event, id); });
}

Result<std::vector<store::ManualRow>> SimStore::listManual(EventId event, std::int32_t limit) {
    return link_.call<std::vector<store::ManualRow>>(
        {"list what is manual"},
        [event, limit](SimDatabase& database) { return database.listManual(event, limit); });
}

Result<std::vector<store::DueEvent>> SimStore::dueEvents(Instant before, std::int32_t limit) {
    return link_.call<std::vector<store::DueEvent>>(
        {"list what is due"},
        [before, limit](SimDatabase& database) { return database.dueEvents(before, limit); });
}

Result<Instant> SimStore::databaseNow() {
    return link_.call<Instant>({"ask the database's time"},
                               [](SimDatabase& database) { return database.clock(); });
}

}  // namespace tessera::simulation
