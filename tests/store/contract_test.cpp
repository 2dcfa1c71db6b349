// SPDX-License-Identifier: Apache-2.0
// The simulated database keeps the store's contract: what is written to it and to a PostgreSQL has
// the same outcome, and what is read from them is the same.
#include <array>
#include <iostream>
#include <map>

#include "tests/engine/test_seed.h"
#include "tests/simulation/database/describe.h"
#include "tests/store/contract_faults.h"
#include "tests/store/contract_fixture.h"
#include "tests/store/contract_sale.h"

namespace tessera::store {
namespace {

using simulation::describe;

TEST_F(ContractTest, WhatIsWrittenToBothHasOneOutcomeAndIsReadAlike) {
    const std::uint32_t base = testSeed();
    std::map<std::string_view, int> planted;
    int right = 0;
    int reads = 0;
    for (std::uint32_t seed = base; seed < base + 6; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 random(seed);
        simulation::SimDatabase database({agenda_, faults_, trace_}, Instant{},
                                         simulation::Random(seed));
        const EventId event = makeEvent(database);
        TakenOver taken = takeOver(database, event, NodeId{1});
        // Much of it lies before what is remembered at a take-over.
        taken.loaded.lastTime = taken.databaseNow - Duration::ofMinutes(15);
        auto engine = std::make_unique<engine::EventEngine>(taken.layout, taken.loaded);
        ContractSale sale(seed, taken.loaded.lastTime);
        Batch batch;
        for (int step = 1; step <= 400; ++step) {
            batch.add(sale.step(*engine));
            if (between(random, 0, 2) != 0) continue;
            const BatchHead head{event,      taken.epoch,      taken.loaded.lastBatch + 1,
                                 sale.now(), engine->wakeAt(), batch.mapChanged()};
            const auto tables = database.tablesOf(event);
            const auto plant = [&](const BatchFault& fault) {
                RightBatch wrong{head, batch.changes(), tables, sale.codes(), random};
                if (!fault.plant(wrong)) return;
                EXPECT_EQ(write(database, wrong.head, wrong.changes), fault.outcome) << fault.name;
                ++planted[fault.name];
            };
            // Some have few occasions: each is used until it has come once.
            for (const BatchFault& fault : batchFaults()) {
                if (planted[fault.name] == 0 || between(random, 0, 24) == 0) plant(fault);
            }
            ASSERT_FALSE(HasFailure());
            ASSERT_EQ(write(database, head, batch.changes()), CommitOutcome::Committed);
            ++taken.loaded.lastBatch;
            ++right;
            batch.clear();
            if (between(random, 0, 9) != 0) continue;
            compareReads(database, event, sale.requests(), random);
            compareClaims(database, event);
            compareEvent(database, event);
            taken = takeOver(database, event, NodeId{between(random, 1, 3)});
            auto reloaded = std::make_unique<engine::EventEngine>(taken.layout, taken.loaded);
            reloaded->checkInvariants();
            ASSERT_EQ(reloaded->stateHash(), engine->stateHash());
            engine = std::move(reloaded);
            engine::Changes resumed;
            engine->resume(sale.now() + Duration::ofSeconds(2), resumed);
            batch.add(std::move(resumed));
            ++reads;
            ASSERT_FALSE(HasFailure());
        }
        compareTables(database, event);
    }
    std::cout << right << " batches, " << reads << " take-overs\n";
    for (const BatchFault& fault : batchFaults()) {
        std::cout << planted[fault.name] << " × " << fault.name << '\n';
        EXPECT_GT(planted[fault.name], 0) << fault.name;
    }
}

// A seat's tickets: one that is void makes room for the next, in one batch even; it does not come
// back while the next is there.
TEST_F(ContractTest, AVoidTicketMakesRoomAndDoesNotComeBack) {
    simulation::SimDatabase database({agenda_, faults_, trace_}, Instant{}, simulation::Random(1));
    const EventId event = makeEvent(database);
    const TakenOver taken = takeOver(database, event, NodeId{1});
    BatchHead head{event, taken.epoch, 1, taken.databaseNow, Instant::never(), false};
    const auto writeNext = [&](const engine::Changes& changes) {
        const CommitOutcome outcome = write(database, head, changes);
        if (outcome == CommitOutcome::Committed) ++head.batch;
        return outcome;
    };
    engine::TicketRow ticket;
    ticket.id = TicketId{10};
    ticket.order = OrderId{9};
    ticket.seat = SeatNo{4};
    engine::Changes sells;
    sells.tickets = {ticket};
    EXPECT_EQ(writeNext(sells), CommitOutcome::Committed);
    ticket.id = TicketId{11};
    engine::Changes again;
    again.tickets = {ticket};
    EXPECT_EQ(writeNext(again), CommitOutcome::Refused);
    again.ticketUpdates = {
        {TicketId{10}, engine::TicketState::Inactive, engine::TicketState::Void}};
    EXPECT_EQ(writeNext(again), CommitOutcome::Committed);
    engine::Changes back;
    back.ticketUpdates = {{TicketId{10}, engine::TicketState::Void, engine::TicketState::Active}};
    EXPECT_EQ(writeNext(back), CommitOutcome::Refused);
    engine::Changes gone;
    gone.ticketUpdates = {{TicketId{11}, engine::TicketState::Inactive, engine::TicketState::Void}};
    EXPECT_EQ(writeNext(gone), CommitOutcome::Committed);
    EXPECT_EQ(writeNext(back), CommitOutcome::Committed);
    takeOver(database, event, NodeId{1});
}

struct Slip {
    std::string_view name;
    // Of what one of them is given; false: nothing there to be wrong about.
    bool (*in)(engine::Changes&);
};

template <class Row>
bool slip(std::vector<Row>& rows, auto in) {
    if (!rows.empty()) in(rows.front());
    return !rows.empty();
}

constexpr std::array kSlips = std::to_array<Slip>({
    {"seat",
     [](engine::Changes& c) { return slip(c.seats, [](auto& s) { s.to.allocation.value = 9; }); }},
    {"area", [](engine::Changes& c) { return slip(c.areas, [](auto& a) { ++a.soldDelta; }); }},
    {"total",
     [](engine::Changes& c) { return slip(c.reservations, [](auto& r) { ++r.total.minor; }); }},
    {"buyer",
     [](engine::Changes& c) { return slip(c.reservations, [](auto& r) { ++r.buyer.bytes[31]; }); }},
    {"pay deadline",
     [](engine::Changes& c) { return slip(c.orders, [](auto& o) { ++o.payDeadline.micros; }); }},
    {"request of a hold",
     [](engine::Changes& c) {
         return slip(c.reservations, [](auto& r) { ++r.request.bytes[15]; });
     }},
    {"request",
     [](engine::Changes& c) { return slip(c.requests, [](auto& r) { ++r.fingerprint.value; }); }},
    {"call",
     [](engine::Changes& c) { return slip(c.outbox, [](auto& o) { ++o.notBefore.micros; }); }},
    {"attempt",
     [](engine::Changes& c) { return slip(c.attemptUpdates, [](auto& u) { u.evidence += "."; }); }},
    {"code",
     [](engine::Changes& c) { return slip(c.codes, [](auto& code) { ++code.validFrom.micros; }); }},
    {"another code",
     [](engine::Changes&
            c) { return slip(c.codeUpdates, [](auto& update) { ++update.validFrom.micros; }); }},
    {"terms",
     [](engine::Changes& c) { return slip(c.terms, [](auto& t) { ++t.terms.maxPerOrder; }); }},
});

// The comparison itself: one of them is given a batch with one slip, and it is seen at once.
TEST_F(ContractTest, OneSlipInWhatOneOfThemIsGivenIsSeen) {
    const std::uint32_t seed = testSeed();
    for (const Slip& wrong : kSlips) {
        SCOPED_TRACE(wrong.name);
        simulation::SimDatabase database({agenda_, faults_, trace_}, Instant{},
                                         simulation::Random(1));
        const EventId event = makeEvent(database);
        const TakenOver taken = takeOver(database, event, NodeId{1});
        engine::EventEngine engine(taken.layout, taken.loaded);
        ContractSale sale(seed, taken.databaseNow);
        BatchHead head{event, taken.epoch, 0, {}, Instant::never(), false};
        bool slipped = false;
        for (int step = 0; step < 2000 && !slipped; ++step) {
            Batch batch;
            batch.add(sale.step(engine));
            ++head.batch;
            head.now = sale.now();
            engine::Changes changes = batch.changes();
            slipped = wrong.in(changes);
            ASSERT_EQ(commit(*store_, head, batch).outcome, CommitOutcome::Committed);
            ASSERT_EQ(database.applyBatch(head, changes).outcome, CommitOutcome::Committed);
        }
        ASSERT_TRUE(slipped);
        const auto real = store_->takeOver(event, NodeId{1});
        setClock(database, real->databaseNow);
        EXPECT_NE(describe(*database.takeOver(event, NodeId{1})), describe(*real));
    }
}

}  // namespace
}  // namespace tessera::store
