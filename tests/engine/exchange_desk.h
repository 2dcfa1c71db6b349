// SPDX-License-Identifier: Apache-2.0
// Short ways to exchange two paid seats of 30.00 each, 13 and 14, for others: 23 and 24 cost 50.00,
// 33 to 36 cost 30.00.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "server/engine/payment_saga.h"
#include "tests/engine/money_desk.h"

namespace tessera::engine {

inline EventTerms withExchanges() {
    EventTerms terms = makeTerms();
    terms.afterSale.exchangesUntil = kOpening + Duration::ofMinutes(60);
    terms.afterSale.returnsUntil = kOpening + Duration::ofMinutes(60);
    return terms;
}

class ExchangeDesk : public MoneyDesk {
public:
    explicit ExchangeDesk(EventTerms terms = withExchanges()) : MoneyDesk(std::move(terms)) {
        sell(tenderOf(TenderKind::Card));
        pays();
        capture();
        EXPECT_EQ(state(), OrderState::Paid);
        given = order;
        card = latest();
        old = tickets();
    }

    ExchangeTickets asked(ReservationId wanted, std::vector<TicketId> ids = {}) const {
        ExchangeTickets command;
        command.order = given;
        command.tickets = std::move(ids);
        command.caller = command.taker = callerOf(1);
        command.reservation = wanted;
        command.record = record(given);
        return command;
    }

    // `order` is the new one afterwards.
    Outcome exchange(std::vector<std::int32_t> seats, std::vector<TicketId> ids = {}) {
        const ReservationView held = hold(holdPicks(1, std::move(seats)));
        const Outcome outcome = apply(asked(held.id, std::move(ids)));
        EXPECT_EQ(outcome.refusal, Refusal::None);
        EXPECT_TRUE(outcome.hadEffect);
        order = OrderId{outcome.target};
        reservation = held.id;
        return outcome;
    }

    // The one open call of an order.
    OutboxRow callOf(OrderId id) const {
        for (const auto& [seq, row] : rows.outbox) {
            if (row.order == id) return row;
        }
        ADD_FAILURE() << "no call of order " << id.value;
        return {};
    }
    void answerFor(OrderId id, const ProviderAnswer& answer) {
        const OutboxRow row = callOf(id);
        apply(RecordProviderAnswer{row.seq, row.attempt, row.operation, answer});
    }

    Money balanceOf(OrderId id, Account account) const { return rows.balance(id, account); }
    // Of all orders.
    Money sum(Account account) const {
        Money all;
        for (const LedgerEntry& entry : rows.ledger) {
            if (entry.account == account) all += entry.amount;
        }
        return all;
    }
    const TicketRow& ticket(std::size_t i) const { return rows.tickets.at(old[i]); }
    SeatState seat(std::int32_t number) const { return engine.seatState(SeatNo{number}); }

    // As if nobody had ever asked for an exchange.
    void expectUntouched() const {
        for (std::size_t i = 0; i < old.size(); ++i) {
            EXPECT_EQ(ticket(i).state, TicketState::Active);
            EXPECT_FALSE(ticket(i).exchange);
            EXPECT_EQ(seat(ticket(i).seat->value).holder, old[i].value);
        }
        EXPECT_EQ(balanceOf(given, Account::Sales), -kTotal);
        EXPECT_EQ(balanceOf(given, Account::Suspense), Money{});
        EXPECT_EQ(balanceOf(given, Account::Provider), kTotal);
    }
    void expectVoid() const {
        for (std::size_t i = 0; i < old.size(); ++i) {
            EXPECT_EQ(ticket(i).state, TicketState::Void);
            EXPECT_EQ(ticket(i).exchange, order);
            EXPECT_EQ(seat(ticket(i).seat->value).status, SeatStatus::Available);
        }
    }

    OrderId given;
    AttemptId card;
    std::vector<TicketId> old;
};

}  // namespace tessera::engine
