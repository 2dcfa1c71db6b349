// SPDX-License-Identifier: Apache-2.0
// What an engine writes about money, committed: its ledger holds, and each day's report sums to it.
#include <map>
#include <random>

#include "server/engine/event_engine.h"
#include "server/store/finance.h"
#include "tests/store/store_fixture.h"

namespace tessera::store {
namespace {

using engine::ObjectState;
using engine::Operation;
using engine::ProviderKind;
using engine::TenderKind;

// An engine, its database, and a provider that does what it is asked; some buyers do not pay.
class Shop {
public:
    using Commit = std::function<void(engine::Changes, Instant now)>;
    Shop(engine::EventEngine& engine, std::uint64_t seed, Instant start, Commit commit)
        : engine_(engine), random_(seed), now_(start), commit_(std::move(commit)) {}

    void sell() {
        engine::HoldSeats hold;
        hold.request = requestAt(now_, random_());
        hold.caller = staff();
        const auto first = static_cast<std::int32_t>(pick(38));
        hold.selection =
            engine::SeatSelection{{{SeatNo{first}, TicketTypeNo{0}}, {SeatNo{first + 1}, {}}}};
        const auto held = apply(hold);
        const auto* view = std::get_if<engine::ReservationView>(&held.view);
        if (view == nullptr || !held.hadEffect) return;
        engine::Checkout checkout;
        checkout.reservation = view->id;
        checkout.caller = staff();
        const bool split = pick(3) == 0;
        checkout.tender =
            split ? engine::TenderChoice{TenderKind::Cash, ProviderKind::House, Money{1000}}
                  : someTender();
        const auto opened = apply(checkout);
        const auto* order = std::get_if<engine::OrderView>(&opened.view);
        if (order == nullptr || !opened.hadEffect) return;
        orders_.push_back(order->id);
        settle();
        if (!split) return;
        engine::AddTender more;
        more.order = order->id;
        more.caller = staff();
        more.tender = someTender();
        apply(more);
        settle();
    }

    void giveBack(EventId event, Store& store) {
        if (orders_.empty()) return;
        engine::RefundTickets command;
        command.order =
            orders_[static_cast<std::size_t>(pick(static_cast<std::int64_t>(orders_.size())))];
        command.caller = staff();
        command.reason = engine::RefundReason::Staff;
        auto record = store.readRecord(event, command.order);
        if (!record || !*record) return;
        command.record = *record;
        for (const engine::TicketRow& ticket : (*record)->tickets) {
            if (ticket.state == engine::TicketState::Active && pick(2) == 0) {
                command.tickets.push_back(ticket.id);
            }
        }
        if (!command.tickets.empty() && apply(command).hadEffect) ++returns;
        settle();
    }

    // For two seats, which may cost more or less; the buyer may not pay the difference.
    void exchange(EventId event, Store& store) {
        if (orders_.empty()) return;
        engine::ExchangeTickets command;
        command.order =
            orders_[static_cast<std::size_t>(pick(static_cast<std::int64_t>(orders_.size())))];
        auto record = store.readRecord(event, command.order);
        if (!record || !*record) return;
        command.record = *record;
        for (const engine::TicketRow& ticket : (*record)->tickets) {
            if (ticket.state == engine::TicketState::Active && pick(3) > 0) {
                command.tickets.push_back(ticket.id);
            }
        }
        engine::HoldSeats hold;
        hold.request = requestAt(now_, random_());
        hold.caller = command.caller = command.taker = staff();
        const auto first = static_cast<std::int32_t>(pick(38));
        hold.selection =
            engine::SeatSelection{{{SeatNo{first}, TicketTypeNo{0}}, {SeatNo{first + 1}, {}}}};
        const auto held = apply(hold);
        const auto* view = std::get_if<engine::ReservationView>(&held.view);
        if (view == nullptr || command.tickets.empty()) return;
        command.reservation = view->id;
        command.tender = someTender();
        const auto done = apply(command);
        const auto* order = std::get_if<engine::OrderView>(&done.view);
        if (order == nullptr || !done.hadEffect) return;
        ++exchanges;
        orders_.push_back(order->id);
        settle();
    }

    void pass(Duration time) {
        now_ = now_ + time;
        settle();
    }

    int returns = 0;
    int exchanges = 0;
    int captures = 0;

private:
    struct Object {
        ObjectState state = ObjectState::RequiresPaymentMethod;
        Money authorized, captured, refunded;
        bool pays = true;
    };

    std::int64_t pick(std::int64_t bound) {
        return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(bound));
    }
    static engine::Caller staff() {
        engine::Caller caller;
        caller.hash.bytes[0] = 1;
        caller.channel = engine::Channel::BoxOffice;
        caller.privileged = true;
        return caller;
    }
    engine::TenderChoice someTender() {
        switch (pick(4)) {
            case 0:
                return {TenderKind::Cash, ProviderKind::House, Money{}};
            case 1:
                return {TenderKind::Invoice, ProviderKind::House, Money{}, "Guild"};
            case 2:
                return {TenderKind::GiftCard, ProviderKind::GiftCard, Money{}, "7", "7"};
            default:
                return {TenderKind::Card, ProviderKind::Stripe, Money{}};
        }
    }

    engine::Outcome apply(const engine::Command& command) {
        now_ = now_ + Duration::ofMillis(1);
        engine::Changes changes;
        engine_.releaseDue(now_, 1000, changes);
        engine::Outcome outcome = engine_.apply(command, now_, changes);
        for (const auto& row : changes.outbox) open_[row.seq] = row;
        for (const OutboxSeq seq : changes.outboxClosed) open_.erase(seq);
        commit_(std::move(changes), now_);
        return outcome;
    }

    // Until nothing is due within a minute.
    void settle() {
        for (int i = 0; i < 100; ++i) {
            const auto next = std::min_element(open_.begin(), open_.end(), [](auto& a, auto& b) {
                return a.second.notBefore < b.second.notBefore;
            });
            if (next == open_.end() || next->second.notBefore > now_ + Duration::ofMinutes(1)) {
                return;
            }
            now_ = std::max(now_, next->second.notBefore);
            const engine::OutboxRow row = next->second;
            apply(engine::RecordProviderAnswer{row.seq, row.attempt, row.operation, answer(row)});
        }
    }

    engine::ProviderAnswer answer(const engine::OutboxRow& row) {
        auto [at, isNew] = objects_.try_emplace(row.attempt);
        Object& object = at->second;
        if (isNew) object.pays = pick(5) != 0;
        engine::ProviderAnswer said;
        said.kind = engine::AnswerKind::Definitive;
        said.evidence = "said so";
        if (row.operation == Operation::Refund || row.operation == Operation::RetrieveRefund) {
            said.refund = engine::RefundStanding::Succeeded;
            said.refundObjectId = "re_" + std::to_string(row.refund.value);
            object.refunded += row.amount;
            return said;
        }
        move(object, row);
        said.object = object.state;
        said.authorized = object.authorized;
        said.captured = object.captured;
        said.refunded = object.refunded;
        said.objectId = "pi_" + std::to_string(row.attempt.value);
        return said;
    }

    void move(Object& object, const engine::OutboxRow& row) {
        const bool pays = object.pays && object.state == ObjectState::RequiresPaymentMethod;
        switch (row.operation) {
            case Operation::Create:
                if (row.provider == ProviderKind::GiftCard) authorize(object, row.amount);
                amounts_[row.attempt] = row.amount;
                return;
            case Operation::Cancel:
                if (object.captured == Money{}) object.state = ObjectState::Canceled;
                object.authorized = {};
                return;
            case Operation::Capture:
                if (object.state != ObjectState::RequiresCapture) return;
                object.captured = object.authorized;
                object.authorized = {};
                object.state = ObjectState::Succeeded;
                ++captures;
                return;
            default:
                if (pays) authorize(object, amounts_[row.attempt]);
        }
    }
    static void authorize(Object& object, Money amount) {
        object.state = ObjectState::RequiresCapture;
        object.authorized = amount;
    }

    engine::EventEngine& engine_;
    std::mt19937_64 random_;
    Instant now_;
    Commit commit_;
    std::map<OutboxSeq, engine::OutboxRow> open_;
    std::map<AttemptId, Object> objects_;
    std::map<AttemptId, Money> amounts_;
    std::vector<OrderId> orders_;
};

class EngineBooksTest : public StoreFixture {
protected:
    // A day of selling, exchanging and giving back.
    void live(std::uint64_t seed, Shop& shop) {
        std::mt19937_64 random(seed);
        for (int i = 0; i < 25; ++i) {
            const auto what = random() % 4;
            if (what == 0) shop.giveBack(event_, *store_);
            if (what == 1) shop.exchange(event_, *store_);
            if (what > 1) shop.sell();
            if (random() % 5 == 0) shop.pass(Duration::ofMinutes(11));
        }
        shop.pass(Duration::ofMinutes(30));
    }
};

TEST_F(EngineBooksTest, TheLedgerOfRandomSalesHoldsAndEachDaySumsToIt) {
    Finance finance(options());
    int returns = 0;
    int captures = 0;
    int exchanges = 0;
    std::int64_t exchanged = 0;  // Those that were paid.
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        event_ = createEvent(smallTerms());
        auto taken = store_->takeOver(event_, NodeId{1});
        ASSERT_TRUE(taken) << taken.error().message;
        engine::EventEngine engine(taken->layout, taken->loaded);
        std::int64_t number = taken->loaded.lastBatch;
        Shop shop(engine, seed, taken->databaseNow, [&](engine::Changes changes, Instant now) {
            Batch batch;
            batch.add(std::move(changes));
            const BatchHead head{event_, taken->epoch,     ++number,
                                 now,    engine.nextDue(), batch.mapChanged()};
            const CommitResult result = commit(*store_, head, batch);
            ASSERT_EQ(result.outcome, CommitOutcome::Committed)
                << result.sqlstate << " " << result.detail;
        });
        live(seed, shop);
        const auto check = finance.checkEvent(event_);
        ASSERT_TRUE(check) << check.error().message;
        for (const LedgerFinding& each : check->findings) {
            ADD_FAILURE() << each.rule << ": " << each.detail;
        }
        const auto facts = finance.readDay(event_, taken->databaseNow,
                                           taken->databaseNow + Duration::ofMinutes(24 * 60));
        ASSERT_TRUE(facts) << facts.error().message;
        const auto lines =
            dayReport(*facts, {}, [](const engine::TicketRow&) { return CategoryNo{0}; });
        EXPECT_EQ(reportFaults(lines, *facts), std::vector<std::string>{});
        returns += shop.returns;
        captures += shop.captures;
        exchanges += shop.exchanges;
        exchanged += facts->exchanges;
    }
    EXPECT_GT(returns, 5);
    EXPECT_GT(captures, 5);
    EXPECT_GT(exchanges, 5);
    EXPECT_GT(exchanged, 0);
    EXPECT_LE(exchanged, exchanges);
}

}  // namespace
}  // namespace tessera::store
