// SPDX-License-Identifier: Apache-2.0
// Windows over what a real sandbox lists, by Stripe's adapter, beside rows in a real PostgreSQL.
#include <gtest/gtest.h>

#include <set>

#include "server/payments/reconciler.h"
#include "server/store/migrator.h"
#include "tests/payments/paysim.h"
#include "tests/payments/reconcile_rows.h"

namespace tessera::payments {
namespace {

using engine::Operation;
using store::BreakKind;

class ReconcilerPaysimTest : public ::testing::Test {
protected:
    void SetUp() override {
        cluster_ = tessera::test::PrivatePostgres::startOrDie();
        ASSERT_TRUE(store::migrate(cluster_->conninfo()));
        rows_ = std::make_unique<ReconcileRows>(*cluster_);
        start_ = wallClock();
        rows_->begin(start_ + Duration::ofMinutes(1000));
        store_ = store::makePostgresReconciliations({.conninfo = cluster_->conninfo()});
        reconciler_ = std::make_unique<Reconciler>(*store_, NodeId{1}, Reconciler::Options{});
    }

    struct Payment {
        std::int64_t attempt = 0;
        std::string object;
    };
    // Captured at the sandbox, and so in our rows.
    Payment paid() {
        const Payment made = authorized();
        EXPECT_EQ(caller_.call(Operation::Capture).captured, caller_.amount);
        rows_->plantPaid(AttemptId{made.attempt}, caller_.amount, start_, made.object);
        return made;
    }
    Payment authorized() {
        caller_.create();
        EXPECT_EQ(caller_.confirm("pm_card_visa").status, 200);
        return {caller_.attempt, caller_.objectId};
    }
    void turnAfter(std::int64_t minutes) {
        const auto done =
            reconciler_->turn(*caller_.provider, start_ + Duration::ofMinutes(minutes));
        ASSERT_TRUE(done) << done.error().message;
        EXPECT_EQ(*done, Reconciler::Turn::Done);
    }
    std::set<std::pair<BreakKind, std::int64_t>> open() {
        const auto rows = store_->listBreaks({});
        std::set<std::pair<BreakKind, std::int64_t>> out;
        if (!rows) return out;
        for (const store::BreakRow& row : *rows) {
            out.emplace(row.what.subject.kind, row.what.subject.attempt.value);
        }
        return out;
    }

    test::Paysim paysim_;
    test::Caller caller_{test::optionsFor(paysim_.url())};
    std::unique_ptr<tessera::test::PrivatePostgres> cluster_;
    std::unique_ptr<ReconcileRows> rows_;
    std::unique_ptr<store::Reconciliations> store_;
    std::unique_ptr<Reconciler> reconciler_;
    Instant start_;
};

TEST_F(ReconcilerPaysimTest, WhatTheAdapterListsIsWhatWeKnowUntilSomebodyActsElsewhere) {
    for (int i = 0; i < 5; ++i) paid();
    turnAfter(120);
    EXPECT_TRUE(open().empty());
    EXPECT_EQ(rows_->sql("SELECT listed, not_ours, compared, breaks FROM reconciliation_window"),
              "5|0|10|0\n");

    // Refunded in the provider's own pages; gone from our rows; never captured, and its order over.
    const Payment refunded = paid();
    caller_.refund = RefundId{refunded.attempt + 5};
    EXPECT_EQ(caller_.call(Operation::Refund).kind, engine::AnswerKind::Definitive);
    const Payment lost = paid();
    rows_->sql("DELETE FROM payment_attempt WHERE attempt_id = " + std::to_string(lost.attempt));
    const Payment blocked = authorized();
    rows_->plantPaid(AttemptId{blocked.attempt}, caller_.amount, start_, blocked.object);
    rows_->sql("UPDATE payment_attempt SET state = 5, captured = 0 WHERE attempt_id = " +
               std::to_string(blocked.attempt));
    rows_->sql("UPDATE ticket_order SET state = 8 WHERE order_id = " +
               std::to_string(blocked.attempt));
    turnAfter(180);
    const std::set<std::pair<BreakKind, std::int64_t>> expected{
        {BreakKind::RefundedDiffers, refunded.attempt},
        {BreakKind::UnknownRefund, 0},
        {BreakKind::UnknownObject, lost.attempt},
        {BreakKind::AuthorizedWhenOver, blocked.attempt}};
    EXPECT_EQ(open(), expected);

    // Voided there at last: it is looked at by itself, long after its window.
    caller_.attempt = blocked.attempt;
    caller_.objectId = blocked.object;
    EXPECT_EQ(caller_.call(Operation::Cancel).object, engine::ObjectState::Canceled);
    turnAfter(600);
    EXPECT_FALSE(open().contains({BreakKind::AuthorizedWhenOver, blocked.attempt}));
    EXPECT_EQ(open().size(), 3U);
}

}  // namespace
}  // namespace tessera::payments
