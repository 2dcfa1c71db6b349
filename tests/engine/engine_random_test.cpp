// SPDX-License-Identifier: Apache-2.0
// Buyers, staff and a faulty provider at random: the same commands give the same state, rows give
// the same state again, and at rest the money matches the tickets.
#include <algorithm>
#include <set>

#include "tests/engine/desk.h"
#include "tests/engine/exchange_admits.h"
#include "tests/engine/money_audit.h"
#include "tests/engine/random_desk.h"
#include "tests/engine/random_money.h"

namespace tessera::engine {
namespace {

EventTerms randomTerms() {
    EventTerms terms = makeTerms();
    terms.noOrphans = true;
    terms.maxPerBuyer = 12;
    terms.holdFor = Duration::ofSeconds(60);
    terms.payWithin = Duration::ofSeconds(120);
    terms.unpaidWithin = Duration::ofSeconds(600);
    terms.fees = {{FeeKind::PerOrder, Money{151}, {}}};
    terms.afterSale.returnFee = Rate{70000};
    terms.afterSale.transfersUntil = Instant::never();
    return terms;
}

class Crowd {
public:
    explicit Crowd(std::uint32_t seed)
        : random(seed),
          provider(seed + 1),
          layout(makeHall(60, 16)),
          rows(layout, randomTerms()),
          money(random, rows, provider),
          engine(EventEngine::fresh(EventId{3}, layout, randomTerms())),
          twin(EventEngine::fresh(EventId{3}, layout, randomTerms())) {}

    void apply(const Command& command) {
        changes.clear();
        Changes others;
        const Outcome outcome = engine.apply(command, now, changes);
        const Outcome same = twin.apply(command, now, others);
        ASSERT_EQ(outcome.refusal, same.refusal);
        ASSERT_EQ(outcome.target, same.target);
        ASSERT_EQ(outcome.hadEffect, same.hadEffect);
        ASSERT_EQ(changes.seats.size(), others.seats.size());
        ASSERT_EQ(changes.outbox.size(), others.outbox.size());
        ++refusals[outcome.refusal];
        if (const auto* view = std::get_if<ReservationView>(&outcome.view)) last = view->id;
        for (const OrderUpdate& update : changes.orderUpdates) ++visits[update.to];
        for (const RefundRow& row : changes.refunds) ++reasons[row.reason];
        if (outcome.hadEffect) ++effects[command.index()];
        rows.apply(changes, now);
        checkExchanges();
    }

    void checkExchanges() {
        for (const OrderId order : seen.touchedBy(rows, changes)) {
            ASSERT_EQ(faultOfExchange(rows, order), "") << "order " << order.value;
            ++exchanges;
        }
    }

    Command hold() {
        const int who = between(random, 1, 90);
        HoldSeats command;
        const int kind = between(random, 0, 9);
        if (kind < 5) {
            const int first = between(random, 0, 955);
            std::vector<std::int32_t> seats;
            for (int s = 0; s < between(random, 1, 4); ++s) seats.push_back(first + s);
            command = holdPicks(who, seats);
        } else if (kind < 8) {
            command = holdBest(who, between(random, 1, 5), between(random, 0, 3) == 0 ? 1 : 0);
        } else {
            command = holdArea(who, between(random, 1, 6));
        }
        if (between(random, 0, 4) == 0)
            command.code = "CODE-" + std::to_string(between(random, 0, 5));
        return command;
    }

    ReservationId someReservation() {
        if (rows.reservations.empty() || between(random, 0, 2) == 0) return last;
        auto at = rows.reservations.lower_bound(
            ReservationId{rows.lastId - (std::int64_t{between(random, 0, 200)} << 32)});
        return at == rows.reservations.end() ? last : at->first;
    }

    Command anyCommand() {
        const Caller staff{buyer(99), Channel::BoxOffice, true};
        const int kind = between(random, 0, 99);
        if (kind < 45) return hold();
        if (kind < 60) return Checkout{someReservation(), staff, "", "", "", money.tender()};
        if (kind < 78) {
            if (auto command = money.any()) return *command;
        }
        if (kind < 81) return CancelReservation{someReservation(), staff};
        if (kind < 84) return ReadReservation{someReservation(), staff};
        if (kind < 92 && !rows.attempts.empty()) {
            return HintProvider{rows.attempts.rbegin()->first};
        }
        if (kind < 94) {
            return SetAllocation{{SeatNo{between(random, 0, 955)}},
                                 AllocationNo{static_cast<std::int16_t>(between(random, 0, 2))}};
        }
        if (kind < 96) return randomCode(rows, random, now);
        if (kind < 97) return ChangeTerms{randomTerms(), ""};
        if (kind < 98) return moveOrAccept();
        const bool desk = !rows.orders.empty() && between(random, 0, 1) == 0;
        if (kind < 99) return desk ? randomAtDesk(rows, random) : reprice();
        return hold();
    }

    Command reprice() {
        const auto kind = static_cast<AdjustmentKind>(between(random, 1, 2));
        const Money price{kind == AdjustmentKind::Price ? between(random, 0, 7000) : 0};
        return RepriceReservation{
            someReservation(),       {buyer(99), Channel::BoxOffice, true}, {}, {}, "",
            {{{}, kind, price, "g"}}};
    }

    Command moveOrAccept() {
        if (between(random, 0, 3) > 0 && !rows.orders.empty()) {
            auto at = rows.orders.end();
            for (int i = between(random, 1, 60); i > 0 && at != rows.orders.begin(); --i) --at;
            return AcceptMove{at->first, {buyer(99), Channel::BoxOffice, true}};
        }
        MoveEvent move;
        move.change.terms = randomTerms();
        move.previousStart = now;
        move.answerUntil = now + Duration::ofSeconds(between(random, 1, 300));
        move.refundUnanswered = between(random, 0, 4) > 0;
        return move;
    }

    void returnSome() {
        const auto orders = engine.nextReturns(now, 3, {});
        ASSERT_EQ(orders, twin.nextReturns(now, 3, {}));
        for (const OrderId order : orders) {
            RefundTickets command;
            command.order = order;
            command.caller = {{}, Channel::BoxOffice, true};
            command.reason = engine.terms().sale == SaleState::Cancelled
                                 ? RefundReason::EventCancelled
                                 : RefundReason::EventMoved;
            command.keepFee = false;
            command.record = rows.record(order);
            apply(command);
        }
        if (orders.empty() && engine.returnsAreDone(now)) apply(FinishDisruption{});
    }

    // One of the calls that may start is made and answered.
    void work() {
        for (const auto& [seq, row] : rows.outbox) {
            if (row.notBefore > now || between(random, 0, 2) == 0) continue;
            const OutboxRow call = row;
            apply(
                RecordProviderAnswer{call.seq, call.attempt, call.operation, provider.make(call)});
            return;
        }
    }

    void step() {
        now = now + Duration::ofMicros(between(random, 0, 1500000));
        if (between(random, 0, 400) == 0) now = now + Duration::ofSeconds(90);
        apply(anyCommand());
        for (int i = 0; i < 3; ++i) work();
        returnSome();
        if (!provider.objects.empty() && between(random, 0, 2) == 0) {
            auto at = provider.objects.end();
            for (int i = between(random, 1, 9); i > 0 && at != provider.objects.begin(); --i) --at;
            provider.buyerActs(at->first);
        }
        if (between(random, 0, 20) == 0) provider.settleRefunds();
    }

    // Nobody buys any more, and the provider answers well.
    void drain() {
        provider.faulty = false;
        for (auto& [attempt, object] : provider.objects) {
            if (object.state == ObjectState::Processing) object.state = ObjectState::Canceled;
        }
        money.everything = true;
        for (int i = 0; i < 100000; ++i) {
            const auto settle = money.settle();
            if (settle) apply(*settle);
            const auto stray = money.reconcile();
            if (stray) apply(*stray);
            if (!settle && !stray && engine.wakeAt() == Instant::never()) break;
            // What is left to return may wait for a deadline that is later than it is due.
            now = now + Duration::ofMillis(100);
            if (engine.wakeAt() != Instant::never()) now = std::max(now, engine.wakeAt());
            provider.settleRefunds();
            returnSome();
            apply(ReadReservation{last, callerOf(0)});
            while (!rows.outbox.empty() && rows.outbox.begin()->second.notBefore <= now) {
                const OutboxRow call = rows.outbox.begin()->second;
                apply(RecordProviderAnswer{call.seq, call.attempt, call.operation,
                                           provider.make(call)});
            }
            for (const auto& [seq, row] : rows.outbox) now = std::max(now, row.notBefore);
        }
    }

    std::mt19937 random;
    RandomProvider provider;
    std::shared_ptr<const Layout> layout;
    ShadowRows rows;
    RandomMoney money;
    EventEngine engine;
    EventEngine twin;
    Changes changes;
    Instant now = kOpening;
    ReservationId last;
    std::map<Refusal, int> refusals;
    std::map<OrderState, int> visits;
    std::map<RefundReason, int> reasons;
    int exchanges = 0;  // Looked at.
    ExchangesSeen seen;
    std::map<std::size_t, int> effects;  // By the command's place in the variant.
};

TEST(EngineRandomTest, AtRestTheMoneyMatchesTheTicketsAndTheRowsTheState) {
    const std::uint32_t seed = testSeed();
    Crowd crowd(seed);
    for (int i = 0; i < 20000; ++i) {
        ASSERT_NO_FATAL_FAILURE(crowd.step()) << "step " << i;
        if (i % 20 != 0) continue;
        crowd.engine.checkInvariants();
        ASSERT_EQ(crowd.engine.stateHash(), crowd.twin.stateHash());
        const LoadedEvent loaded = crowd.rows.load(EventId{3}, crowd.now);
        ASSERT_EQ(faultOf(*crowd.layout, loaded).value_or(""), "");
        const EventEngine again(crowd.layout, loaded);
        ASSERT_EQ(again.stateHash(), crowd.engine.stateHash()) << "step " << i;
    }
    ASSERT_NO_FATAL_FAILURE(crowd.drain());
    crowd.engine.checkInvariants();
    EXPECT_EQ(crowd.engine.wakeAt(), Instant::never());
    std::map<OrderState, int> ends;
    for (const auto& [id, order] : crowd.rows.orders) ++ends[order.state];
    EXPECT_EQ(MoneyAudit(crowd.rows, crowd.provider).run(), "");
    std::cout << "audited: " << crowd.rows.orders.size() << " orders, "
              << crowd.rows.attempts.size() << " attempts, " << crowd.rows.refunds.size()
              << " refunds, " << crowd.rows.ledger.size() << " entries\n";
    EXPECT_EQ(crowd.provider.refundedTwice, 0);
    EXPECT_GT(crowd.exchanges, 100);
    for (const OrderState state :
         {OrderState::Fencing, OrderState::Cancelling, OrderState::Allocated, OrderState::Paid,
          OrderState::Unpaid, OrderState::Compensating, OrderState::Released}) {
        EXPECT_GT(crowd.visits[state], 0) << static_cast<int>(state);
        std::cout << "times in state " << static_cast<int>(state) << ": " << crowd.visits[state]
                  << '\n';
    }
    EXPECT_EQ(ends.size(), 2U);
    EXPECT_GT(ends[OrderState::Paid], 10);
    EXPECT_GT(ends[OrderState::Released], 10);
    for (std::size_t command = 10; command < Command(ReadSeat{}).index(); ++command) {
        // An event is cancelled once, by the test below.
        if (command == Command(CancelEvent{}).index()) continue;
        const int most = command == Command(FinishDisruption{}).index() ? 0 : 2;
        EXPECT_GT(crowd.effects[command], most) << "command " << command;
        std::cout << "command " << command << " with effect: " << crowd.effects[command] << '\n';
    }
    EXPECT_GT(crowd.effects[Command(UpdateCode{}).index()], 20);
    for (const RefundReason reason :
         {RefundReason::Compensation, RefundReason::Staff, RefundReason::Exchanged,
          RefundReason::EventMoved, RefundReason::Late}) {
        EXPECT_GT(crowd.reasons[reason], 0) << static_cast<int>(reason);
        std::cout << "refunds of reason " << static_cast<int>(reason) << ": "
                  << crowd.reasons[reason] << '\n';
    }
    for (const auto& [state, count] : ends) {
        std::cout << "orders in state " << static_cast<int>(state) << ": " << count << '\n';
    }
}

TEST(EngineRandomTest, AReloadAfterEveryStepIsTheSame) {
    Crowd crowd(testSeed() + 7);
    for (int i = 0; i < 1500; ++i) {
        ASSERT_NO_FATAL_FAILURE(crowd.step()) << "step " << i;
        EventEngine again(crowd.layout, crowd.rows.load(EventId{3}, crowd.now));
        ASSERT_EQ(again.stateHash(), crowd.engine.stateHash()) << "step " << i;
        crowd.engine.checkInvariants();
    }
}

TEST(EngineRandomTest, OfACancelledEventNobodyKeepsATicketAndAllOfTheMoneyIsBack) {
    std::size_t returned = 0;
    int exchanged = 0;
    for (std::uint32_t n = 0; n < 10; ++n) {
        Crowd crowd(testSeed() + 100 * n + 3);
        for (int i = 0; i < 1500; ++i) ASSERT_NO_FATAL_FAILURE(crowd.step()) << "step " << i;
        crowd.apply(CancelEvent{"It rains."});
        for (int i = 0; i < 200; ++i) {
            ASSERT_NO_FATAL_FAILURE(crowd.step()) << "step " << i;
            crowd.engine.checkInvariants();
            const EventEngine again(crowd.layout, crowd.rows.load(EventId{3}, crowd.now));
            ASSERT_EQ(again.stateHash(), crowd.engine.stateHash()) << "step " << i;
        }
        ASSERT_NO_FATAL_FAILURE(crowd.drain());
        crowd.engine.checkInvariants();
        EXPECT_EQ(crowd.engine.wakeAt(), Instant::never());
        EXPECT_NE(crowd.engine.terms().disruption.finishedAt, Instant{});
        EXPECT_EQ(MoneyAudit(crowd.rows, crowd.provider).run(), "");
        EXPECT_EQ(crowd.provider.refundedTwice, 0);
        std::map<Account, Money> sums;
        for (const LedgerEntry& entry : crowd.rows.ledger) sums[entry.account] += entry.amount;
        EXPECT_EQ(sums[Account::Sales], Money{});
        EXPECT_EQ(sums[Account::Suspense], Money{});
        exchanged += crowd.effects[Command(ExchangeTickets{}).index()];
        for (const auto& [id, ticket] : crowd.rows.tickets) {
            EXPECT_EQ(ticket.state, TicketState::Void) << id.value;
        }
        for (const SeatState& seat : crowd.rows.seats) {
            EXPECT_TRUE(seat.status == SeatStatus::Available || seat.status == SeatStatus::Blocked);
        }
        for (const auto& [id, row] : crowd.rows.refunds) {
            returned += row.reason == RefundReason::EventCancelled;
        }
    }
    EXPECT_GT(returned, 100U);
    EXPECT_GT(exchanged, 20);
    std::cout << "returned: " << returned << ", exchanged: " << exchanged << '\n';
}

// Its commands go to an engine that is new after each of them: nothing that is only in memory may
// matter to the money.
TEST(EngineRandomTest, AnOwnerThatIsNewAfterEveryCommandKeepsTheMoneyRight) {
    Crowd crowd(testSeed() + 11);
    for (int i = 0; i < 3000; ++i) {
        ASSERT_NO_FATAL_FAILURE(crowd.step()) << "step " << i;
        crowd.engine = EventEngine(crowd.layout, crowd.rows.load(EventId{3}, crowd.now));
        crowd.twin = EventEngine(crowd.layout, crowd.rows.load(EventId{3}, crowd.now));
    }
    ASSERT_NO_FATAL_FAILURE(crowd.drain());
    EXPECT_EQ(crowd.engine.wakeAt(), Instant::never());
    EXPECT_EQ(MoneyAudit(crowd.rows, crowd.provider).run(), "");
}

TEST(MoneyAuditTest, WhatDoesNotAgreeIsTold) {
    Crowd crowd(testSeed() + 13);
    for (int i = 0; i < 3000; ++i) crowd.step();
    crowd.drain();
    const ShadowRows good = crowd.rows;
    ASSERT_EQ(MoneyAudit(good, crowd.provider).run(), "");
    const auto expect = [&](const char* fault, auto tamper) {
        ShadowRows rows = good;
        RandomProvider provider = crowd.provider;
        tamper(rows, provider);
        EXPECT_NE(MoneyAudit(rows, provider).run().find(fault), std::string::npos) << fault;
    };
    const auto someActive = [](ShadowRows& rows) {
        return std::find_if(rows.tickets.begin(), rows.tickets.end(), [](const auto& each) {
            return each.second.state == TicketState::Active && each.second.seat &&
                   each.second.price.minor > 0;
        });
    };
    using P = RandomProvider;
    expect("not the price",
           [&](ShadowRows& rows, P&) { someActive(rows)->second.state = TicketState::Void; });
    expect("not the price",
           [](ShadowRows&, P& provider) { provider.objects.begin()->second.captured += Money{1}; });
    expect("authorized", [](ShadowRows&, P& provider) {
        provider.objects.begin()->second.state = ObjectState::RequiresCapture;
    });
    expect("not at its end",
           [](ShadowRows& rows, P&) { rows.refunds.begin()->second.state = RefundState::Queued; });
    expect("seat", [&](ShadowRows& rows, P&) {
        rows.seats[static_cast<std::size_t>(someActive(rows)->second.seat->value)] = {};
    });
    expect("without an active ticket", [](ShadowRows& rows, P&) {
        const auto free = std::find_if(rows.seats.begin(), rows.seats.end(), [](const auto& seat) {
            return seat.status == SeatStatus::Available;
        });
        *free = {SeatStatus::Sold, {}, 77};
    });
    expect(": ", [](ShadowRows& rows, P&) { rows.ledger.pop_back(); });
}

TEST(EngineRandomTest, TheSameSeedGivesTheSameHashAndAnotherSeedAnother) {
    const auto hashOfRun = [](std::uint32_t with) {
        Crowd crowd(with);
        for (int i = 0; i < 2000; ++i) crowd.step();
        return crowd.engine.stateHash();
    };
    EXPECT_EQ(hashOfRun(testSeed()), hashOfRun(testSeed()));
    EXPECT_NE(hashOfRun(testSeed()), hashOfRun(testSeed() + 1));
}

}  // namespace
}  // namespace tessera::engine
