// SPDX-License-Identifier: Apache-2.0
// Alarms that stand and webhooks that go, over books that are planted in the real database.

#include <gmock/gmock.h>

#include "server/payments/standing_alarms.h"
#include "server/payments/webhook_pruner.h"
#include "server/store/breaks.h"
#include "server/store/webhook_inbox.h"
#include "tests/store/books.h"

namespace tessera::payments {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr Duration kDay = Duration::ofMinutes(24 * 60);
constexpr Duration kKept = Duration::ofMinutes(31 * 24 * 60);

class HousekeepingTest : public store::BooksFixture {
protected:
    // Of the sum over all events, of which earlier tests left some.
    std::int64_t shown(const char* gauge) { return metrics_.gauge(gauge, "").value(); }
    void setOrder(const Planted& order, int state) {
        sql("UPDATE ticket_order SET state = " + std::to_string(state) + " WHERE event_id = " +
            event() + " AND order_id = " + std::to_string(order.order.value));
    }
    // As each batch does.
    void stampBatch(Instant at) {
        sql("UPDATE event_owner SET last_time = " + std::to_string(at.micros) +
            " WHERE event_id = " + event());
    }
    void TearDown() override {
        sql("UPDATE ticket_order SET state = 5; UPDATE refund SET state = 3; "
            "DELETE FROM payment_break; DELETE FROM webhook");
    }

    std::string said_;
    std::unique_ptr<runtime::Log> log_ =
        runtime::Log::toSink({}, [this](std::string_view line) { said_ += line; });
    runtime::Metrics metrics_;
    const std::atomic<bool> going_{false};
};

class StandingAlarmsTest : public HousekeepingTest {
protected:
    void look(StandingAlarms& alarms, Instant now = kNoon) {
        said_.clear();
        const auto looked = alarms.look(now, going_);
        EXPECT_TRUE(looked) << looked.error().message;
        log_->flush();
    }
    store::Finance finance_{options()};
};

// The process that would have raised them was killed after the commit.
TEST_F(StandingAlarmsTest, WhatStandsIsToldByAProcessThatHasSeenNoneOfItHappen) {
    const Planted manual = plantOrder(1, kNoon);
    const Planted unpaid = plantOrder(1, kNoon);
    const Planted paid = plantOrder(2, kNoon);
    setOrder(manual, 9);
    setOrder(unpaid, 6);
    const RefundId refund = plantReturn(paid, 1, Money{100}, kNoon);
    sql("UPDATE refund SET state = 4 WHERE refund_id = " + std::to_string(refund.value));
    StandingAlarms alarms(finance_, metrics_, *log_);
    look(alarms);
    EXPECT_EQ(shown("tessera_orders_manual"), 1);
    EXPECT_EQ(shown("tessera_orders_unpaid"), 1);
    EXPECT_EQ(shown("tessera_refunds_manual"), 1);
    EXPECT_THAT(said_, HasSubstr("money_waits_for_staff"));
    EXPECT_THAT(said_, HasSubstr(event()));
    look(alarms);
    EXPECT_THAT(said_, IsEmpty()) << "told once";
}

TEST_F(StandingAlarmsTest, WhatIsSettledIsShownNoMore) {
    const Planted order = plantOrder(1, kNoon);
    setOrder(order, 9);
    StandingAlarms alarms(finance_, metrics_, *log_);
    look(alarms, kNoon);
    EXPECT_EQ(shown("tessera_orders_manual"), 1);
    setOrder(order, 5);
    stampBatch(kNoon + kDay);
    look(alarms, kNoon + kDay);
    EXPECT_EQ(shown("tessera_orders_manual"), 0);
    EXPECT_THAT(said_, HasSubstr("money_settled"));
}

TEST_F(StandingAlarmsTest, AnEventWithoutABatchSinceIsNotLookedAtAgain) {
    const Planted order = plantOrder(1, kNoon);
    stampBatch(kNoon);
    StandingAlarms alarms(finance_, metrics_, *log_);
    look(alarms, kNoon + kDay);
    setOrder(order, 9);
    look(alarms, kNoon + kDay);
    EXPECT_EQ(shown("tessera_orders_manual"), 0);
    // A batch that was stamped before the last look and committed after it.
    stampBatch(kNoon + kDay - Duration::ofMinutes(4));
    look(alarms, kNoon + kDay);
    EXPECT_EQ(shown("tessera_orders_manual"), 1);
}

TEST_F(StandingAlarmsTest, OpenBreaksAreCountedUntilTheyAreResolved) {
    const auto kept = store::makePostgresReconciliations(options());
    const store::Break one{{store::BreakKind::DuplicateCapture,
                            engine::ProviderKind::Stripe,
                            event_,
                            AttemptId{7},
                            {},
                            "pi_7"},
                           "kept 5000",
                           "kept 5000"};
    ASSERT_TRUE(kept->record({&one, 1}, kNoon));
    StandingAlarms alarms(finance_, metrics_, *log_);
    look(alarms);
    EXPECT_EQ(shown("tessera_breaks_open"), 1);
    EXPECT_THAT(said_, HasSubstr("breaks_stand"));
    look(alarms);
    EXPECT_THAT(said_, Not(HasSubstr("breaks_stand")));
    sql("UPDATE payment_break SET resolved_at = 1, resolution = 'so'");
    look(alarms);
    EXPECT_EQ(shown("tessera_breaks_open"), 0);
    EXPECT_THAT(said_, HasSubstr("breaks_settled"));
}

class WebhookPrunerTest : public HousekeepingTest {
protected:
    void plantWebhook(AttemptId attempt, const std::string& id, Instant at,
                      engine::ProviderKind provider = engine::ProviderKind::Stripe) {
        store::WebhookRow row;
        row.event = event_;
        row.provider = provider;
        row.id = id;
        row.attempt = attempt;
        row.kind = "payment_intent.succeeded";
        row.at = at;
        ASSERT_TRUE(rows_->store({row}));
    }
    std::int64_t prune(Instant now) {
        WebhookPruner pruner(finance_, webhooks_, kKept);
        const auto gone = pruner.prune(now, going_);
        EXPECT_TRUE(gone) << gone.error().message;
        return gone.value_or(-1);
    }
    std::string left() {
        return sql(
            "SELECT coalesce(string_agg(webhook_id, ' ' ORDER BY webhook_id), '') FROM "
            "webhook WHERE event_id = " +
            event());
    }

    store::Finance finance_{options()};
    store::WebhookPruning webhooks_{options()};
    std::unique_ptr<store::WebhookRows> rows_ =
        store::makePostgresWebhooks(cluster_->conninfo(), 1);
};

TEST_F(WebhookPrunerTest, AHandledWebhookGoesWhenItWasKeptLongEnoughNotBefore) {
    const Planted order = plantOrder(1, kNoon);
    plantWebhook(order.attempt, "old", kNoon);
    EXPECT_EQ(prune(kNoon + kKept), 0);
    EXPECT_EQ(prune(kNoon + kKept + Duration::ofSeconds(1)), 1);
    EXPECT_EQ(left(), "\n");
}

TEST_F(WebhookPrunerTest, AnUnhandledWebhookNeverGoes) {
    const Instant late = kNoon + kKept + kKept;
    const Planted manual = plantOrder(1, kNoon);
    const Planted paying = plantOrder(1, kNoon);
    const Planted returned = plantOrder(2, kNoon);
    setOrder(manual, 9);
    setOrder(paying, 1);
    const RefundId refund = plantReturn(returned, 0, Money{}, kNoon);
    sql("UPDATE refund SET state = 2 WHERE refund_id = " + std::to_string(refund.value));
    plantWebhook(manual.attempt, "manual", kNoon);
    plantWebhook(paying.attempt, "paying", kNoon);
    plantWebhook(returned.attempt, "refund_pending", kNoon);
    plantWebhook(AttemptId{99}, "unknown_attempt", kNoon);
    EXPECT_EQ(prune(late), 0);
    EXPECT_EQ(left(), "manual paying refund_pending unknown_attempt\n");
    // Handled at last.
    sql("UPDATE refund SET state = 3 WHERE refund_id = " + std::to_string(refund.value));
    setOrder(paying, 8);
    EXPECT_EQ(prune(late), 2);
    EXPECT_EQ(left(), "manual unknown_attempt\n");
}

TEST_F(WebhookPrunerTest, WhatWasHandledLateIsKeptFromThenOn) {
    const Planted order = plantOrder(2, kNoon);
    plantWebhook(order.attempt, "captured", kNoon);
    plantReturn(order, 0, Money{}, kNoon + kDay);  // Its money moved last then, and a second later.
    EXPECT_EQ(prune(kNoon + kKept + kDay), 0);
    EXPECT_EQ(prune(kNoon + kKept + kDay + Duration::ofSeconds(2)), 1);
}

// Adyen cannot be asked: what it said of a paid order is what a refund to come is judged by.
TEST_F(WebhookPrunerTest, AdyensStayAsLongAsTheOrderIsPaid) {
    const Planted order = plantOrder(1, kNoon);
    plantWebhook(order.attempt, "psp:CAPTURE:true", kNoon, engine::ProviderKind::Adyen);
    EXPECT_EQ(prune(kNoon + kKept + kKept), 0);
    setOrder(order, 8);
    EXPECT_EQ(prune(kNoon + kKept + kKept), 1);
}

TEST_F(WebhookPrunerTest, MoreThanATransactionTakesGoInSeveral) {
    const Planted order = plantOrder(1, kNoon);
    sql("INSERT INTO webhook SELECT " + event() + ", 1, 'evt_' || n, " +
        std::to_string(order.attempt.value) + ", 0, 'k', true, 0, '', '', " +
        std::to_string(kNoon.micros) + " FROM generate_series(1, 1234) n");
    const auto once = webhooks_.prune(event_, kNoon + kDay, kPrunedAtOnce);
    EXPECT_EQ(once.value_or(-1), kPrunedAtOnce);
    EXPECT_EQ(prune(kNoon + kKept + kKept), 1234 - kPrunedAtOnce);
    EXPECT_EQ(left(), "\n");
}

TEST_F(WebhookPrunerTest, NoneGoesOnceItIsStopped) {
    const Planted order = plantOrder(1, kNoon);
    plantWebhook(order.attempt, "old", kNoon);
    WebhookPruner pruner(finance_, webhooks_, kKept);
    const std::atomic<bool> stopped{true};
    EXPECT_EQ(pruner.prune(kNoon + kKept + kKept, stopped).value_or(-1), 0);
    EXPECT_EQ(left(), "old\n");
}

}  // namespace
}  // namespace tessera::payments
