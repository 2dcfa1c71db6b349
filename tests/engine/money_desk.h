// SPDX-License-Identifier: Apache-2.0
// Short ways to pay an order of two seats (60.00) by several tenders, and to give tickets back.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/engine/provider_says.h"

namespace tessera::engine {

inline Caller staff() {
    return {buyer(99), Channel::BoxOffice, true};
}

inline TenderChoice tenderOf(TenderKind kind, std::int64_t amount = 0) {
    TenderChoice choice;
    choice.kind = kind;
    choice.amount = Money{amount};
    switch (kind) {
        case TenderKind::GiftCard:
            choice.provider = ProviderKind::GiftCard;
            choice.payload = "gift-7";
            break;
        case TenderKind::Cash:
        case TenderKind::Invoice:
        case TenderKind::Exchange:
            choice.provider = ProviderKind::House;
            break;
        case TenderKind::Reader:
            choice.payload = "tmr_1";
            break;
        case TenderKind::Card:
            break;
    }
    return choice;
}

inline TenderChoice adyenCard(std::int64_t amount = 0) {
    TenderChoice choice = tenderOf(TenderKind::Card, amount);
    choice.provider = ProviderKind::Adyen;
    return choice;
}

inline ProviderAnswer authorized(Money amount) {
    return says(ObjectState::RequiresCapture, amount);
}
inline ProviderAnswer captured(Money amount) {
    return says(ObjectState::Succeeded, {}, amount);
}

inline ProviderAnswer refundSays(RefundStanding standing, const char* object = "re_1") {
    ProviderAnswer answer = says(ObjectState::Succeeded);
    answer.refund = standing;
    answer.refundObjectId = standing == RefundStanding::None ? "" : object;
    return answer;
}

class MoneyDesk : public Desk {
public:
    explicit MoneyDesk(EventTerms terms = makeTerms(),
                       std::shared_ptr<const Layout> layout = makeHall(4, 10))
        : Desk(std::move(terms), std::move(layout)) {}

    // Checks two seats out, first with this tender.
    OrderId sell(const TenderChoice& tender, std::vector<std::int32_t> seats = {13, 14}) {
        const ReservationView held = hold(holdPicks(1, std::move(seats)));
        const Outcome outcome = apply(
            Checkout{held.id, {buyer(1), Channel::BoxOffice, true}, "N", "e@x", "en", tender});
        EXPECT_EQ(outcome.refusal, Refusal::None);
        order = OrderId{outcome.target};
        reservation = held.id;
        return order;
    }

    Refusal add(const TenderChoice& tender) {
        return apply(AddTender{order, {buyer(1), Channel::BoxOffice, true}, tender}).refusal;
    }

    // The open call is a create; its object is there and waits for the buyer.
    void create() {
        EXPECT_EQ(call().operation, Operation::Create);
        answer(created(objectOf(call().attempt).c_str()));
    }

    // The open call is a create; the money is held at once, as a gift card's provider does it.
    void createHeld() {
        EXPECT_EQ(call().operation, Operation::Create);
        ProviderAnswer held = authorized(call().amount);
        held.objectId = objectOf(call().attempt);
        answer(held);
    }

    // The buyer pays by the attempt that is open, and it is asked about.
    void pays() {
        create();
        const AttemptId attempt = latest();
        EXPECT_TRUE(apply(HintProvider{attempt}).hadEffect);
        answer(authorized(call().amount));
    }

    void capture() {
        EXPECT_EQ(call().operation, Operation::Capture);
        answer(captured(call().amount));
    }

    AttemptId latest() const { return rows.attempts.rbegin()->first; }
    AttemptState attemptState(AttemptId id) const { return rows.attempts.at(id).state; }
    OrderState state() const { return orderState(order); }
    Money balance(Account account) const { return rows.balance(order, account); }

    std::vector<TicketId> tickets() const {
        std::vector<TicketId> ids;
        for (const auto& [id, row] : rows.tickets) {
            if (row.order == order && row.state != TicketState::Void) ids.push_back(id);
        }
        return ids;
    }

    RefundTickets returning(std::vector<TicketId> ids = {}) const {
        RefundTickets command;
        command.order = order;
        command.caller = staff();
        command.reason = RefundReason::Staff;
        command.tickets = std::move(ids);
        command.record = record(order);
        return command;
    }

    // The states of all refunds, oldest first.
    std::vector<RefundState> refunds() const {
        std::vector<RefundState> states;
        for (const auto& [id, row] : rows.refunds) states.push_back(row.state);
        return states;
    }

    static std::string objectOf(AttemptId attempt) { return "pi_" + std::to_string(attempt.value); }

    OrderId order;
    ReservationId reservation;
};

}  // namespace tessera::engine
