// SPDX-License-Identifier: Apache-2.0
// Which orders a batch makes due to be confirmed.
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
    const engine::Changes due = confirmationsOf(changes, Instant{77});
    ASSERT_EQ(due.desk.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(due.desk[i].kind, engine::DeskKind::MailConfirmation);
        EXPECT_EQ(due.desk[i].at, Instant{77});
    }
    EXPECT_EQ(due.desk[0].id, 1);
    EXPECT_EQ(due.desk[1].id, 3);
    EXPECT_EQ(due.desk[2].id, 6);
    EXPECT_TRUE(confirmationsOf({}, Instant{77}).empty());
}

}  // namespace
}  // namespace tessera::app
