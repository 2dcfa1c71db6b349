// SPDX-License-Identifier: Apache-2.0
// An owner dies between any two commits of an exchange: at every instant the old tickets admit or
// the new ones do, never both and never neither.
#include <functional>
#include <string>
#include <vector>

#include "tests/engine/exchange_admits.h"
#include "tests/engine/exchange_desk.h"

namespace tessera::engine {
namespace {

using enum OrderState;
using Step = std::function<void(ExchangeDesk&)>;

constexpr Money kDearer{4000};  // Of the seats 23 and 24.

// Each is one commit.
const std::vector<Step> kUntilAllocated{
    [](ExchangeDesk& desk) {
        desk.exchange({23, 24});
    },
    [](ExchangeDesk& desk) { desk.create(); },
    [](ExchangeDesk& desk) { desk.apply(HintProvider{desk.latest()}); },
    [](ExchangeDesk& desk) {
        desk.answer(authorized(kDearer));
        EXPECT_EQ(desk.state(), Allocated);
    },
};

std::vector<Step> thenAlso(std::vector<Step> more) {
    std::vector<Step> all = kUntilAllocated;
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

// What was captured is refused for good; the buyer has until the deadline of an unpaid order.
const Step kCaptureRefused = [](ExchangeDesk& desk) {
    desk.answer(refusing(kCanceled));
    EXPECT_EQ(desk.state(), Unpaid);
};

void expectOneSet(const ExchangeDesk& desk) {
    EXPECT_EQ(faultOfExchange(desk.rows, desk.order), "");
    int admitting = 0;
    for (const auto& [id, row] : desk.rows.tickets) admitting += row.state == TicketState::Active;
    EXPECT_EQ(admitting, 2);
}

// Once with a kill after each step alone, once with one after every step.
void killAnywhere(const std::vector<Step>& steps,
                  const std::function<void(ExchangeDesk&)>& atTheEnd) {
    for (std::size_t killed = 0; killed <= steps.size(); ++killed) {
        ExchangeDesk desk;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            SCOPED_TRACE("killed after step " + std::to_string(killed) + ", now " +
                         std::to_string(i));
            steps[i](desk);
            expectOneSet(desk);
            if (i == killed || killed == steps.size()) desk.reload();
        }
        atTheEnd(desk);
    }
}

TEST(ExchangeCrashTest, OneSetOfTicketsAdmitsWhereverTheOwnerDiesUntilTheNewOrderIsPaid) {
    killAnywhere(thenAlso({[](ExchangeDesk& desk) { desk.capture(); }}), [](ExchangeDesk& desk) {
        EXPECT_EQ(desk.state(), Paid);
        desk.expectVoid();
        EXPECT_EQ(desk.sum(Account::Suspense), Money{});
        EXPECT_EQ(desk.sum(Account::Provider), kTotal + kDearer);
        EXPECT_EQ(desk.sum(Account::Sales), -(kTotal + kDearer));
        EXPECT_TRUE(desk.rows.outbox.empty());
    });
}

// The old tickets were void by then, and their money waited for staff.
TEST(ExchangeCrashTest, WhoseCaptureIsRefusedAndWhoPaysNoMoreKeepsTheOldTickets) {
    const Step fenced = [](ExchangeDesk& desk) {
        desk.now = desk.rows.orders.at(desk.order).payDeadline;
        desk.tick();
        EXPECT_EQ(desk.state(), Fencing);
    };
    const Step ends = [](ExchangeDesk& desk) {
        desk.answer(desk.call().operation == Operation::Create ? created("pi_9") : kOpen);
        if (desk.state() != Released) desk.answer(kCanceled);
    };
    killAnywhere(thenAlso({kCaptureRefused, fenced, ends}), [](ExchangeDesk& desk) {
        EXPECT_EQ(desk.state(), Released);
        desk.expectUntouched();
        EXPECT_EQ(desk.seat(23).status, SeatStatus::Available);
        EXPECT_EQ(desk.rows.refunds.size(), 0U);
        EXPECT_EQ(desk.sum(Account::Provider), kTotal);
        EXPECT_TRUE(desk.rows.outbox.empty());
    });
}

TEST(ExchangeCrashTest, WhoseCaptureIsRefusedAndWhoPaysOtherwiseHasTheNewTickets) {
    const Step otherwise = [](ExchangeDesk& desk) {
        desk.answer(refusing(says(ObjectState::None)));  // Its card is not asked again.
        EXPECT_EQ(desk.add(tenderOf(TenderKind::Cash)), Refusal::None);
        if (desk.state() == Paid) return;
        while (!desk.rows.outbox.empty()) desk.answer(refusing(says(ObjectState::None)));
        EXPECT_EQ(desk.state(), Paid);
    };
    ExchangeDesk desk;
    for (const Step& step : thenAlso({kCaptureRefused, otherwise})) {
        step(desk);
        expectOneSet(desk);
        desk.reload();
    }
    desk.expectVoid();
    EXPECT_EQ(desk.balance(Account::Cash), kDearer);
    EXPECT_EQ(desk.sum(Account::Suspense), Money{});
}

// Negative control: each fault is seen where it is planted.
TEST(ExchangeCrashTest, TicketsThatAdmitTogetherOrNotAtAllAreReported) {
    ExchangeDesk desk;
    for (const Step& step : kUntilAllocated) step(desk);
    ShadowRows rows = desk.rows;
    const TicketId fresh = desk.tickets()[0];
    rows.tickets.at(fresh).state = TicketState::Active;
    EXPECT_EQ(faultOfExchange(rows, desk.order), "both sets admit");
    rows = desk.rows;
    rows.tickets.at(desk.old[0]).state = TicketState::Void;
    EXPECT_EQ(faultOfExchange(rows, desk.order), "a part of the old tickets admits");
    rows.tickets.at(desk.old[1]).state = TicketState::Void;
    EXPECT_EQ(faultOfExchange(rows, desk.order), "neither set admits");
}

// Negative control: the step that would make it false names the old tickets, the new ones, or both.
TEST(ExchangeCrashTest, AnExchangeIsLookedAtThoughItsNewTicketsAloneAreTouched) {
    ExchangeDesk desk;
    ExchangesSeen seen;
    for (const Step& step : kUntilAllocated) {
        desk.changes.clear();
        step(desk);
        seen.touchedBy(desk.rows, desk.changes);
    }
    Changes paidWithoutThem;
    paidWithoutThem.ticketUpdates.push_back(
        {desk.tickets()[0], TicketState::Inactive, TicketState::Active, {}});
    EXPECT_EQ(seen.touchedBy(desk.rows, paidWithoutThem), std::set{desk.order});
    Changes ofOthers;
    ofOthers.ticketUpdates.push_back({desk.old[0], TicketState::Active, TicketState::Void, {}});
    EXPECT_TRUE(seen.touchedBy(desk.rows, ofOthers).empty());
}

}  // namespace
}  // namespace tessera::engine
