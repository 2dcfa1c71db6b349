// SPDX-License-Identifier: Apache-2.0
#include "tests/store/contract_fixture.h"

#include <algorithm>

#include "tests/engine/test_seed.h"
#include "tests/simulation/database/describe.h"
#include "tests/store/contract_sale.h"

namespace tessera::store {
namespace {

using simulation::describe;

template <class T>
std::string all(std::vector<T> rows) {
    std::vector<std::string> lines;
    for (const T& row : rows) lines.push_back(describe(row));
    std::ranges::sort(lines);
    std::string out;
    for (const std::string& line : lines) out += line + "\n";
    return out;
}

template <class T>
std::string maybe(const Result<std::optional<T>>& found) {
    if (!found) return "error " + found.error().code;
    return *found ? describe(**found) : "nothing";
}

}  // namespace

void ContractTest::SetUp() {
    store_ = newStore(options());
    catalog_ = makePostgresCatalog(options());
    faults_.heal();
}

EventId ContractTest::makeEvent(simulation::SimDatabase& database) {
    const EventId id = createEvent(quickTerms());
    const auto row = catalog_->findEvent(id);
    const auto venue = catalog_->findVenue((*row)->venue);
    const RequestId first = requestAt({}, 1);
    EXPECT_TRUE(database.catalog().createVenue(**venue, first, Fingerprint{1}));
    const auto made =
        sql("SELECT last_time FROM event_owner WHERE event_id = " + std::to_string(id.value));
    setClock(database, Instant{std::stoll(made)});
    EXPECT_TRUE(
        database.createEvent(**row, quickTerms(), layout_, requestAt({}, 2), Fingerprint{2}));
    return id;
}

TakenOver ContractTest::takeOver(simulation::SimDatabase& database, EventId event, NodeId node) {
    auto real = store_->takeOver(event, node);
    EXPECT_TRUE(real) << real.error().message;
    setClock(database, real->databaseNow);
    const auto simulated = database.takeOver(event, node);
    EXPECT_TRUE(simulated) << simulated.error().message;
    EXPECT_EQ(describe(*simulated), describe(*real));
    EXPECT_EQ(simulated->databaseNow, real->databaseNow);
    EXPECT_EQ(simulated->requestsSince, real->requestsSince);
    return std::move(*real);
}

CommitOutcome ContractTest::write(simulation::SimDatabase& database, const BatchHead& head,
                                  const engine::Changes& changes) {
    Batch batch;
    batch.add(engine::Changes(changes));
    const CommitResult real = commit(*store_, head, batch);
    const CommitResult simulated = database.applyBatch(head, batch.changes());
    EXPECT_EQ(simulated.outcome, real.outcome) << real.sqlstate << " " << real.detail;
    EXPECT_EQ(simulated.sqlstate, real.sqlstate) << real.detail;
    return real.outcome;
}

void ContractTest::compareReads(simulation::SimDatabase& database, EventId event,
                                const std::vector<RequestId>& requests, std::mt19937& random) {
    const auto tables = database.tablesOf(event);
    for (const auto& row : tables.reservations) {
        if (between(random, 0, 5) != 0) continue;
        EXPECT_EQ(maybe(database.findReservation(event, row.id)),
                  maybe(store_->findReservation(event, row.id)));
    }
    for (const auto& row : tables.orders) {
        if (between(random, 0, 3) != 0) continue;
        EXPECT_EQ(maybe(database.findOrder(event, row.id)),
                  maybe(store_->findOrder(event, row.id)));
        compareRecord(database, event, row.id);
        const auto real = catalog_->findContact(event, row.id);
        const auto simulated = database.findContact(event, row.id);
        ASSERT_TRUE(real && *real && simulated);
        EXPECT_EQ(simulated->name, (*real)->name);
        EXPECT_EQ(simulated->language, (*real)->language);
        EXPECT_EQ(database.listTickets(event, row.id).size(),
                  catalog_->listTickets(event, row.id)->size());
    }
    EXPECT_EQ(maybe(database.findReservation(event, ReservationId{1})), "nothing");
    EXPECT_EQ(maybe(store_->findOrder(event, OrderId{1})), "nothing");
    const auto manual = store_->listManual(event, 3);
    ASSERT_TRUE(manual) << manual.error().message;
    EXPECT_EQ(all(database.listManual(event, 3)), all(*manual));
    EXPECT_EQ(*store_->readRecord(event, OrderId{1}), nullptr);
    EXPECT_EQ(*store_->readRecord(event, AttemptId{1}), nullptr);
    EXPECT_EQ(database.readRecord(event, OrderId{1}), nullptr);
    EXPECT_EQ(database.readRecord(event, AttemptId{1}), nullptr);
    for (int i = 0; i < 4; ++i) {
        std::vector<RequestId> ids{requestAt(Instant{}, 77)};
        if (i > 0) ids.clear();
        const int count = between(random, 1, 20);
        for (int k = 0; k < count && !requests.empty(); ++k) {
            ids.push_back(requests[static_cast<std::size_t>(
                between(random, 0, static_cast<int>(requests.size()) - 1))]);
        }
        EXPECT_EQ(all(database.findRequests(event, ids)), all(*store_->findRequests(event, ids)));
    }
}

void ContractTest::compareRecord(simulation::SimDatabase& database, EventId event, OrderId order) {
    const auto real = store_->readRecord(event, order);
    const auto simulated = database.readRecord(event, order);
    ASSERT_TRUE(real && *real && simulated);
    EXPECT_EQ(describe(*simulated), describe(**real));
    const std::vector<OrderId> many{OrderId{1}, order, order};
    const auto records = store_->readRecords(event, many);
    ASSERT_TRUE(records && records->size() == 3);
    EXPECT_EQ((*records)[0], nullptr);
    EXPECT_EQ(describe(*(*records)[1]), describe(**real));
    EXPECT_EQ((*records)[1], (*records)[2]);
    for (const auto& attempt : simulated->attempts) {
        const auto same = store_->readRecord(event, attempt.id);
        ASSERT_TRUE(same && *same);
        EXPECT_EQ(describe(**same), describe(*simulated));
        EXPECT_EQ(describe(*database.readRecord(event, attempt.id)), describe(*simulated));
    }
}

void ContractTest::compareClaims(simulation::SimDatabase& database, EventId event) {
    const auto real = store_->findOwner(event);
    const auto simulated = database.findOwner(event);
    ASSERT_TRUE(real && *real && simulated);
    EXPECT_EQ(simulated->node, (*real)->node);
    EXPECT_EQ(simulated->epoch, (*real)->epoch);
    const Claim late(NodeId{3}, simulated->epoch - 1);
    EXPECT_EQ(store_->takeOver(event, late).error().code, kOwnerChanged);
    EXPECT_EQ(database.takeOver(event, late).error().code, kOwnerChanged);
    const EventId none{1};
    EXPECT_EQ(store_->takeOver(none, NodeId{3}).error().code, kEventUnknown);
    EXPECT_EQ(database.takeOver(none, NodeId{3}).error().code, kEventUnknown);
    EXPECT_EQ(store_->takeOver(none, late).error().code, kOwnerChanged);
    EXPECT_EQ(database.takeOver(none, late).error().code, kOwnerChanged);
    EXPECT_FALSE(*store_->findOwner(none));
    EXPECT_FALSE(database.findOwner(none));
    EXPECT_EQ(database.findOwner(event)->epoch, simulated->epoch);
}

void ContractTest::compareEvent(simulation::SimDatabase& database, EventId event) {
    const auto real = catalog_->findEvent(event);
    const auto simulated = database.findEvent(event);
    ASSERT_TRUE(real && *real && simulated);
    EXPECT_EQ(simulated->title, (*real)->title);
    EXPECT_EQ(simulated->document, (*real)->document);
    EXPECT_EQ(simulated->startsAt, (*real)->startsAt);
    EXPECT_EQ(simulated->sale, (*real)->sale);
    EXPECT_EQ(simulated->termsVersion, (*real)->termsVersion);
    const Instant wakeAt{std::stoll(
        sql("SELECT wake_at FROM event_owner WHERE event_id = " + std::to_string(event.value)))};
    for (const Instant before : {wakeAt - Duration{1}, wakeAt}) {
        const auto due = store_->dueEvents(before, 1000);
        const auto same = database.dueEvents(before, 1000);
        const auto isIt = [&](const DueEvent& d) { return d.event == event; };
        EXPECT_EQ(std::ranges::count_if(same, isIt), std::ranges::count_if(*due, isIt));
        EXPECT_EQ(same.size(), before == wakeAt ? 1U : 0U);
        if (!same.empty()) {
            EXPECT_EQ(same.front().owner, std::ranges::find_if(*due, isIt)->owner);
        }
    }
}

void ContractTest::compareTables(simulation::SimDatabase& database, EventId event) {
    const auto tables = database.tablesOf(event);
    std::string ledger;
    std::string attempts;
    std::string requests;
    const auto line = [](auto... fields) {
        std::string text;
        ((text += text.empty() ? std::to_string(fields) : "|" + std::to_string(fields)), ...);
        return text + "\n";
    };
    for (const auto& e : tables.ledger) {
        ledger += line(e.id, e.order.value, e.attempt.value, static_cast<int>(e.account),
                       e.amount.minor, e.at.micros, e.refund.value);
    }
    for (std::size_t i = 0; i < tables.attempts.size(); ++i) {
        const auto& a = tables.attempts[i];
        const auto& f = tables.attemptFacts[i];
        attempts += line(a.id.value, a.order.value, a.tender.value, static_cast<int>(a.state),
                         a.amount.minor, f.authorized.minor, f.captured.minor, f.refunded.minor);
    }
    for (const auto& r : tables.requests) {
        requests += line(r.fingerprint.value, static_cast<int>(r.kind), r.target, r.at.micros);
    }
    const std::string of = " WHERE event_id = " + std::to_string(event.value) + " ORDER BY ";
    EXPECT_EQ(ledger, sql("SELECT entry_id, order_id, attempt_id, account, amount, at, "
                          "refund_id FROM ledger_entry" +
                          of + "entry_id"));
    EXPECT_EQ(attempts, sql("SELECT attempt_id, order_id, tender_id, state, amount, authorized, "
                            "captured, refunded FROM payment_attempt" +
                            of + "attempt_id"));
    EXPECT_EQ(requests,
              sql("SELECT fingerprint, kind, target, at FROM request" + of + "request_id"));
}

}  // namespace tessera::store
