// SPDX-License-Identifier: Apache-2.0
// Short ways to sell an event out, to cancel or move it, and to give back what was paid for it.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "server/engine/disruption.h"
#include "tests/engine/money_desk.h"

namespace tessera::engine {

inline constexpr Instant kAnswerUntil = kOpening + Duration::ofMinutes(600);

inline MoveEvent movedTo(EventTerms terms, bool refundUnanswered = false) {
    MoveEvent move;
    move.change = {std::move(terms), {}};
    move.previousStart = kOpening + Duration::ofMinutes(6000);
    move.answerUntil = kAnswerUntil;
    move.refundUnanswered = refundUnanswered;
    move.note = "The singer is ill.";
    return move;
}

// Sells, and does what the owner does in the background.
struct EndingDesk : MoneyDesk {
    explicit EndingDesk(EventTerms terms = makeTerms(),
                        std::shared_ptr<const Layout> layout = makeHall(4, 10))
        : MoneyDesk(std::move(terms), std::move(layout)) {}

    OrderId paidByCard(std::vector<std::int32_t> seats) {
        sell(tenderOf(TenderKind::Card), std::move(seats));
        pays();
        capture();
        EXPECT_EQ(state(), OrderState::Paid);
        return order;
    }
    OrderId paidInCash(std::vector<std::int32_t> seats) {
        sell(tenderOf(TenderKind::Cash), std::move(seats));
        EXPECT_EQ(state(), OrderState::Paid);
        return order;
    }
    std::vector<OrderId> next(std::size_t most = 100) const {
        return engine.nextReturns(now, most, {});
    }
    Outcome giveBack(OrderId id, RefundReason reason = RefundReason::EventCancelled) {
        RefundTickets command;
        command.order = id;
        command.caller = {{}, Channel::BoxOffice, true};
        command.reason = reason;
        command.keepFee = false;
        command.record = record(id);
        return apply(command);
    }
    RefundTickets buyerReturns(OrderId id) const {
        RefundTickets command;
        command.order = id;
        command.caller = callerOf(1);
        command.record = record(id);
        return command;
    }
    // As a provider that gives everything back at once.
    void refundAll() {
        while (!rows.outbox.empty()) {
            const OutboxRow row = rows.outbox.begin()->second;
            ASSERT_EQ(row.operation, Operation::Refund);
            const ProviderAnswer done =
                refundSays(RefundStanding::Succeeded, std::to_string(row.refund.value).c_str());
            apply(RecordProviderAnswer{row.seq, row.attempt, row.operation, done});
        }
    }
    const Disruption& disruption() const { return engine.terms().disruption; }
};

}  // namespace tessera::engine
