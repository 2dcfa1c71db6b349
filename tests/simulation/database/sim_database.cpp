// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/database/sim_database.h"

#include <algorithm>
#include <string>

#include "shared/base/check.h"
#include "tests/simulation/database/batch_writer.h"
#include "tests/simulation/database/event_reader.h"

namespace tessera::simulation {
namespace {

std::int64_t count(std::size_t rows) {
    return static_cast<std::int64_t>(rows);
}

// What a batch did, for a person: "2 holds, 1 release".
std::string wordsOf(const engine::Changes& changes) {
    std::string words;
    const auto add = [&](std::size_t rows, const char* what) {
        if (rows == 0) return;
        words += (words.empty() ? ": " : ", ") + std::to_string(rows) + " " + what;
        if (rows > 1) words += 's';
    };
    const auto changed = [&](engine::ReservationState to) {
        return static_cast<std::size_t>(std::ranges::count_if(
            changes.reservationUpdates, [&](const auto& u) { return u.to == to; }));
    };
    add(changes.reservations.size(), "hold");
    add(changed(engine::ReservationState::Held), "renewal");
    add(changed(engine::ReservationState::Paying), "checkout");
    add(changed(engine::ReservationState::Sold), "sale");
    add(changed(engine::ReservationState::Released), "release");
    add(changes.orderUpdates.size(), "order change");
    add(changes.outbox.size(), "call to make");
    add(changes.tickets.size(), "ticket");
    add(changes.ledger.size() / 2, "booking");
    add(changes.codes.size(), "code");
    add(changes.codeUpdates.size(), "change of a code");
    add(changes.terms.size(), "change of terms");
    if (words.empty() && !changes.seats.empty()) add(changes.seats.size(), "seat");
    return words;
}

// Every kind of row that a batch writes is a part of the run's hash.
void tell(Trace& trace, const Committed& done) {
    const engine::Changes& c = done.changes;
    trace.note(Told::Commit,
               {done.event.value,
                done.node.value,
                done.head.epoch,
                done.head.batch,
                done.head.now.micros,
                done.head.wakeAt.micros,
                count(c.seats.size()),
                count(c.areas.size()),
                count(c.reservations.size()),
                count(c.reservationUpdates.size()),
                count(c.orders.size()),
                count(c.orderUpdates.size()),
                count(c.attempts.size()),
                count(c.attemptUpdates.size()),
                count(c.tickets.size()),
                count(c.ticketUpdates.size()),
                count(c.outbox.size()),
                count(c.outboxClosed.size()),
                count(c.ledger.size()),
                count(c.requests.size()),
                count(c.codes.size()),
                count(c.codeUses.size()),
                count(c.codeUpdates.size()),
                count(c.terms.size()),
                c.reservations.empty() ? 0 : c.reservations.back().id.value},
               [&] {
                   return "node " + std::to_string(done.node.value) + " commits batch " +
                          std::to_string(done.head.batch) + " of event " +
                          std::to_string(done.event.value) + wordsOf(c);
               });
}

}  // namespace

SimDatabase::SimDatabase(Parts parts, Instant base, Random random)
    : with_(parts),
      service_(parts.agenda, parts.faults, parts.trace, random.fork()),
      poison_(parts.faults, parts.trace, random.fork()),
      anchor_(base) {
    anchorAt_ = with_.agenda.now();
    anchor_ = base + Duration{anchorAt_};
}

Instant SimDatabase::clock() const {
    const std::int64_t passed = with_.agenda.now() - anchorAt_;
    return anchor_ + Duration{passed + passed * driftPerMillion_ / 1000000};
}

void SimDatabase::stepClock(Duration by) {
    with_.faults.count(Fault::DatabaseClockSteps);
    anchor_ = anchor_ + by;
    with_.trace.note(Told::Fault, {22, by.micros}, [&] {
        return "the database's clock steps by " + std::to_string(by.micros / 1000) + " ms";
    });
}

void SimDatabase::setDrift(std::int64_t perMillion) {
    anchor_ = clock();
    anchorAt_ = with_.agenda.now();
    driftPerMillion_ = perMillion;
    if (perMillion == 0) return;
    with_.faults.count(Fault::DatabaseClockDrifts);
    with_.trace.note(Told::Fault, {26, perMillion}, [&] {
        return "the database's clock gains " + std::to_string(perMillion) + " us in a second";
    });
}

Status SimDatabase::createEvent(const store::EventRow& event, const engine::EventTerms& terms,
                                std::shared_ptr<const engine::Layout> layout, RequestId request,
                                Fingerprint body) {
    if (!catalog_.findVenue(event.venue)) return failure("create an event: its venue is not there");
    if (events_.contains(event.id)) {
        return failure("create an event: it is there", Effect::None, "23505");
    }
    if (const auto noted = catalog_.noteCreated(request, {event.id.value, body}); !noted) {
        return noted;
    }
    EventRows rows;
    rows.shown = event;
    rows.shown.termsVersion = terms.version;
    rows.terms.emplace(terms.version, terms);
    rows.lastTime = clock();
    rows.seats.resize(static_cast<std::size_t>(layout->seatCount()));
    for (const auto& area : layout->areas()) rows.areas.push_back({area.capacity, 0, 0});
    rows.layout = std::move(layout);
    const auto& made = events_.emplace(event.id, std::move(rows)).first->second;
    if (with_.witness != nullptr) {
        with_.witness->onEvent(event.id, *made.layout, terms, with_.agenda.now());
    }
    return {};
}

const EventRows* SimDatabase::find(EventId event) const {
    const auto found = events_.find(event);
    return found == events_.end() ? nullptr : &found->second;
}

bool SimDatabase::isFenced(const store::BatchHead& head) const {
    const EventRows* rows = find(head.event);
    return rows == nullptr || simulation::isFenced(*rows, head);
}

store::CommitResult SimDatabase::applyBatch(NodeId sender, const store::BatchHead& head,
                                            const engine::Changes& changes) {
    const auto found = events_.find(head.event);
    if (found == events_.end()) return {store::CommitOutcome::Fenced, "TS001", "batch: fenced"};
    auto result = writeBatch(found->second, head, changes);
    if (result.outcome != store::CommitOutcome::Committed) {
        const bool fenced = result.outcome == store::CommitOutcome::Fenced;
        with_.trace.note(Told::Database, {2, head.event.value, head.epoch, head.batch, fenced},
                         [&] {
                             return "batch " + std::to_string(head.batch) + " of event " +
                                    std::to_string(head.event.value) + " under epoch " +
                                    std::to_string(head.epoch) + ": " +
                                    (fenced ? "of a former owner" : "refused, " + result.sqlstate);
                         });
        return result;
    }
    const Committed done{head.event, sender, head, changes};
    tell(with_.trace, done);
    if (with_.witness != nullptr) with_.witness->onCommitted(done, with_.agenda.now());
    return result;
}

store::CommitResult SimDatabase::applyBatch(const store::BatchHead& head,
                                            const engine::Changes& changes) {
    const auto owner = findOwner(head.event);
    return applyBatch(owner ? owner->node : NodeId{}, head, changes);
}

Result<store::TakenOver> SimDatabase::takeOver(EventId event, store::Claim claim) {
    const auto found = events_.find(event);
    const bool seen = found != events_.end() &&
                      (!claim.epochSeen || *claim.epochSeen == found->second.owner.epoch);
    if (!seen) {
        if (!claim.epochSeen) return failure("no such event", Effect::None, store::kEventUnknown);
        return failure("another node took the event", Effect::None, store::kOwnerChanged);
    }
    EventRows& rows = found->second;
    auto taken = loadEvent(rows, clock());
    if (!taken) return taken;
    rows.owner = {claim.node, rows.owner.epoch + 1};
    taken->epoch = rows.owner.epoch;
    with_.trace.note(Told::Database, {3, event.value, claim.node.value, taken->epoch}, [&] {
        return "node " + std::to_string(claim.node.value) + " takes event " +
               std::to_string(event.value) + " over, epoch " + std::to_string(taken->epoch);
    });
    if (with_.witness != nullptr) {
        with_.witness->onTakenOver(event, claim.node, taken->epoch, with_.agenda.now());
    }
    return taken;
}

std::optional<store::Owner> SimDatabase::findOwner(EventId event) const {
    const EventRows* rows = find(event);
    return rows == nullptr ? std::nullopt : std::optional(rows->owner);
}

std::vector<store::TakenOver::Request> SimDatabase::findRequests(
    EventId event, std::span<const RequestId> ids) const {
    const EventRows* rows = find(event);
    if (rows == nullptr) return {};
    return simulation::findRequests(*rows, ids);
}

Result<std::optional<store::StoredReservation>> SimDatabase::findReservation(
    EventId event, ReservationId id) const {
    const EventRows* rows = find(event);
    if (rows == nullptr) return std::optional<store::StoredReservation>{};
    return simulation::findReservation(*rows, id);
}

Result<std::optional<store::StoredOrder>> SimDatabase::findOrder(EventId event, OrderId id) const {
    const EventRows* rows = find(event);
    if (rows == nullptr) return std::optional<store::StoredOrder>{};
    return simulation::findOrder(*rows, id);
}

std::shared_ptr<const engine::OrderRecord> SimDatabase::readRecord(EventId event,
                                                                   OrderId id) const {
    const EventRows* rows = find(event);
    return rows == nullptr ? nullptr : simulation::readRecord(*rows, id);
}

std::shared_ptr<const engine::OrderRecord> SimDatabase::readRecord(EventId event,
                                                                   AttemptId id) const {
    const EventRows* rows = find(event);
    if (rows == nullptr || !rows->attempts.contains(id)) return nullptr;
    return simulation::readRecord(*rows, rows->attempts.at(id).row.order);
}

std::vector<store::ManualRow> SimDatabase::listManual(EventId event, std::int32_t limit) const {
    const EventRows* rows = find(event);
    if (rows == nullptr) return {};
    return simulation::listManual(*rows, limit);
}

std::vector<store::DueEvent> SimDatabase::dueEvents(Instant before, std::int32_t limit) const {
    std::vector<std::pair<Instant, store::DueEvent>> due;
    for (const auto& [id, rows] : events_) {
        if (rows.wakeAt <= before) due.push_back({rows.wakeAt, {id, rows.owner.node}});
    }
    std::ranges::stable_sort(due, {}, [](const auto& d) { return d.first; });
    std::vector<store::DueEvent> out;
    for (const auto& [at, event] : due) {
        if (count(out.size()) >= limit) break;
        out.push_back(event);
    }
    return out;
}

std::optional<store::EventRow> SimDatabase::findEvent(EventId id) const {
    const EventRows* rows = find(id);
    return rows == nullptr ? std::nullopt : std::optional(rows->shown);
}

std::vector<store::EventRow> SimDatabase::listEvents(const store::EventQuery& query) const {
    std::vector<store::EventRow> events;
    for (const auto& [id, rows] : events_) {
        if (catalog_.matches(rows.shown, query)) events.push_back(rows.shown);
    }
    std::ranges::stable_sort(events, {}, [](const auto& e) { return e.startsAt; });
    const auto most =
        static_cast<std::size_t>(std::clamp(query.limit, 1, store::kEventsPerQueryMax));
    if (events.size() > most) events.resize(most);
    return events;
}

std::vector<engine::TicketRow> SimDatabase::listTickets(EventId event, OrderId order) const {
    const EventRows* rows = find(event);
    if (rows == nullptr) return {};
    return ticketsOf(*rows, order);
}

std::optional<store::Catalog::Contact> SimDatabase::findContact(EventId event,
                                                                OrderId order) const {
    const EventRows* rows = find(event);
    if (rows == nullptr || !rows->orders.contains(order)) return std::nullopt;
    const engine::OrderRow& row = rows->orders.at(order).row;
    return store::Catalog::Contact{row.contactName, row.language};
}

std::vector<EventId> SimDatabase::events() const {
    std::vector<EventId> ids;
    for (const auto& [id, rows] : events_) ids.push_back(id);
    return ids;
}

EventTables SimDatabase::tablesOf(EventId event) const {
    const EventRows* rows = find(event);
    TESSERA_CHECK(rows != nullptr);
    EventTables tables = simulation::tablesOf(*rows);
    tables.webhooks = payments_.webhookIds(event);
    tables.breaks = payments_.breaksOf(event);
    return tables;
}

}  // namespace tessera::simulation
