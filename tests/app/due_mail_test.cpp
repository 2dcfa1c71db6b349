// SPDX-License-Identifier: Apache-2.0
// Which mail a batch makes due.
#include "server/app/due_mail.h"

#include <gtest/gtest.h>

namespace tessera::app {
namespace {

using engine::OrderState;

engine::OrderRow made(std::int64_t id, OrderState state) {
    engine::OrderRow row;
    row.id = OrderId{id};
    row.state = state;
    return row;
}

engine::OrderUpdate moved(std::int64_t id, OrderState from, OrderState to) {
    engine::OrderUpdate update;
    update.id = OrderId{id};
    update.from = from;
    update.to = to;
    return update;
}

TEST(DueMailTest, AnOrderIsConfirmedByTheBatchThatMakesItPaidAndByNoOther) {
    engine::Changes changes;
    changes.orders = {made(1, OrderState::Paid), made(2, OrderState::Paying)};
    changes.orderUpdates = {moved(3, OrderState::Allocated, OrderState::Paid),
                            moved(4, OrderState::Paid, OrderState::Paid),
                            moved(5, OrderState::Paying, OrderState::Allocated),
                            moved(6, OrderState::Paying, OrderState::Paid)};
    const engine::Changes due = mailDueBy(changes, Instant{77});
    ASSERT_EQ(due.desk.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(due.desk[i].kind, engine::DeskKind::MailConfirmation);
        EXPECT_EQ(due.desk[i].at, Instant{77});
    }
    EXPECT_EQ(due.desk[0].id, 1);
    EXPECT_EQ(due.desk[1].id, 3);
    EXPECT_EQ(due.desk[2].id, 6);
    EXPECT_TRUE(mailDueBy({}, Instant{77}).empty());
}

TEST(DueMailTest, ARefundIsToldOfByTheBatchThatConfirmsIt) {
    using engine::RefundState;
    engine::Changes changes;
    const auto moves = [&](std::int64_t id, RefundState from, RefundState to) {
        engine::RefundUpdate update;
        update.id = RefundId{id};
        update.from = from;
        update.to = to;
        changes.refundUpdates.push_back(update);
    };
    moves(1, RefundState::Queued, RefundState::Succeeded);
    moves(2, RefundState::Succeeded, RefundState::Succeeded);
    moves(3, RefundState::Queued, RefundState::Pending);
    moves(4, RefundState::Manual, RefundState::Succeeded);
    engine::RefundRow row;
    row.id = RefundId{5};
    changes.refunds = {row};
    row.id = RefundId{6};
    row.state = RefundState::Succeeded;
    changes.refunds.push_back(row);
    const engine::Changes due = mailDueBy(changes, Instant{77});
    std::vector<std::int64_t> told;
    for (const engine::DeskChange& each : due.desk) {
        EXPECT_EQ(each.kind, engine::DeskKind::MailRefund);
        told.push_back(each.id);
    }
    EXPECT_EQ(told, (std::vector<std::int64_t>{6, 1, 4}));
}

// The terms are written again, disruption and all, whenever a sale closes or returns are over.
TEST(DueMailTest, ADisruptionIsToldOfByTheBatchThatBeginsIt) {
    engine::Changes changes;
    changes.terms.resize(1);
    EXPECT_TRUE(mailDueBy(changes, Instant{77}).empty());
    engine::Disruption& disruption = changes.terms[0].terms.disruption;
    disruption.kind = engine::DisruptionKind::Moved;
    disruption.number = 3;
    disruption.at = Instant{70};
    const engine::Changes moved = mailDueBy(changes, Instant{77});
    ASSERT_EQ(moved.desk.size(), 1U);
    EXPECT_EQ(moved.desk[0].kind, engine::DeskKind::MailMoved);
    EXPECT_EQ(moved.desk[0].id, 3);
    EXPECT_EQ(moved.desk[0].at, Instant{70});
    disruption.kind = engine::DisruptionKind::Cancelled;
    ASSERT_EQ(mailDueBy(changes, Instant{77}).desk.size(), 1U);
    EXPECT_EQ(mailDueBy(changes, Instant{77}).desk[0].kind, engine::DeskKind::MailCancelled);
    EXPECT_TRUE(mailDueBy(changes, Instant{70} + kDisruptionIsNew).empty());
    disruption.number = kDisruptionsTold + 1;
    EXPECT_TRUE(mailDueBy(changes, Instant{77}).empty());
}

}  // namespace
}  // namespace tessera::app
