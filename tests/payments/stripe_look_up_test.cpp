// SPDX-License-Identifier: Apache-2.0
// Looking for what was made: what is found is taken, what is certainly not there is made, and
// whatever is not certain is Unknown.
#include <gtest/gtest.h>

#include "server/engine/id_source.h"
#include "server/payments/stripe_calls.h"
#include "tests/payments/paysim.h"
#include "tests/payments/scripted_stripe.h"

namespace tessera::payments::test {
namespace {

using engine::AnswerKind;
using engine::Operation;
using engine::RefundStanding;

class StripeLookUpTest : public ::testing::Test {
protected:
    StripeLookUpTest() : stripe([this](const std::string& asked) { return answer(asked); }) {
        auto options = optionsFor(stripe.url());
        options.now = [this] { return now; };
        caller = std::make_unique<Caller>(options);
        caller->attemptTry = 2;
        caller->refund = RefundId{caller->attempt + 5};
    }

    ScriptedStripe::Answer answer(const std::string& asked) {
        if (asked.starts_with("GET /v1/payment_intents/search")) {
            return {searchStatus, {{"object", "search_result"}, {"data", searchFinds}}};
        }
        if (asked.starts_with("GET /v1/payment_intents?")) {
            const bool more = ++pages < listPages;
            return {200, listJson(more ? json::array({intentJson("succeeded")}) : listFinds, more)};
        }
        if (asked.starts_with("GET /v1/refunds?")) return {200, listJson(refunds)};
        if (asked.starts_with("GET /v1/refunds/re_old")) {
            auto old = ourRefund("failed", 1);
            old["payment_intent"] = "pi_1";
            return {200, old};
        }
        if (asked.starts_with("POST /v1/refunds")) {
            return {200, {{"object", "refund"}, {"id", "re_new"}, {"status", "succeeded"}}};
        }
        if (asked.starts_with("GET /v1/payment_intents/pi_")) {
            return {404, errorJson("resource_missing")};
        }
        auto made = intentJson("requires_payment_method");
        made["id"] = "pi_new";
        return {200, made};
    }

    json ours(const std::string& id) {
        auto intent =
            intentJson("requires_capture",
                       {{"tessera_attempt", encodePublicId(EventId{77}, caller->attempt)}});
        intent["id"] = id;
        return intent;
    }
    json ourRefund(const std::string& status, int attemptTry) {
        return {{"object", "refund"},
                {"id", "re_" + status},
                {"status", status},
                {"metadata",
                 {{"tessera_refund", encodePublicId(EventId{77}, caller->refund.value)},
                  {"tessera_try", std::to_string(attemptTry)}}}};
    }
    engine::ProviderAnswer create() { return caller->wait(caller->next(Operation::Create)); }

    Instant now = wallClock();
    int searchStatus = 200;
    json searchFinds = json::array();
    json listFinds = json::array();
    json refunds = json::array();
    int listPages = 1;
    int pages = 0;
    ScriptedStripe stripe;
    std::unique_ptr<Caller> caller;
};

TEST_F(StripeLookUpTest, TheFirstTryIsMadeWithoutALook) {
    caller->attemptTry = 1;
    EXPECT_EQ(create().objectId, "pi_new");
    EXPECT_EQ(stripe.asked().size(), 1u);
}

TEST_F(StripeLookUpTest, WhatTheSearchFindsIsTaken) {
    searchFinds = json::array({ours("pi_found")});
    EXPECT_EQ(create().objectId, "pi_found");
    EXPECT_EQ(stripe.asked().size(), 1u);
}

// The search shows an object late; the list shows it at once.
TEST_F(StripeLookUpTest, WhatTheSearchDoesNotShowYetIsFoundInTheList) {
    listFinds = json::array({intentJson("succeeded"), ours("pi_listed")});
    EXPECT_EQ(create().objectId, "pi_listed");
    pages = 0;
    listPages = 3;
    EXPECT_EQ(create().objectId, "pi_listed") << "on its last page";
    EXPECT_EQ(pages, 3);
}

TEST_F(StripeLookUpTest, WhereTheListWasReadToItsEndOneIsMade) {
    listPages = 3;
    const auto made = create();
    EXPECT_EQ(made.kind, AnswerKind::Definitive);
    EXPECT_EQ(made.objectId, "pi_new");
}

TEST_F(StripeLookUpTest, ALongListIsNotCertainUntilTheSearchHasSettled) {
    listPages = 1000;
    EXPECT_EQ(create().kind, AnswerKind::Unknown);
    EXPECT_EQ(pages, kStripeLookPages);
    now = now + kStripeSearchSettles + Duration::ofSeconds(60);
    EXPECT_EQ(create().objectId, "pi_new");
}

// Each back-off writes a row of its own, so a row is never old.
TEST_F(StripeLookUpTest, TheAttemptsAgeCountsNotTheRows) {
    listPages = 1000;
    now = now + kStripeSearchSettles + Duration::ofSeconds(60);
    Call call = caller->next(Operation::Create);
    call.row.seq =
        OutboxSeq{(now.micros - engine::IdSource::kOriginMicros) << engine::IdSource::kCounterBits};
    EXPECT_EQ(caller->wait(std::move(call)).objectId, "pi_new");
}

TEST_F(StripeLookUpTest, ALookThatFailsMakesNothing) {
    for (const int status : {0, 429, 500}) {
        searchStatus = status;
        EXPECT_EQ(create().kind, AnswerKind::Unknown) << status;
    }
    for (const auto& asked : stripe.asked()) EXPECT_TRUE(asked.starts_with("GET ")) << asked;
}

// Stripe keeps a key for a day: after that the same key makes a second object.
TEST_F(StripeLookUpTest, AKeyThatStripeMayHaveForgottenIsLookedUpFirst) {
    caller->attemptTry = 1;
    now = now + kStripeKeyWindow + Duration::ofSeconds(60);
    searchFinds = json::array({ours("pi_found")});
    EXPECT_EQ(create().objectId, "pi_found");
}

TEST_F(StripeLookUpTest, ARefundOfALaterTryIsLookedForFirst) {
    caller->objectId = "pi_1";
    refunds = json::array({ourRefund("pending", 1)});
    const auto pending = caller->call(Operation::Refund);
    EXPECT_EQ(pending.kind, AnswerKind::Accepted);
    EXPECT_EQ(pending.refund, RefundStanding::Pending);
    EXPECT_EQ(pending.refundObjectId, "re_pending");
    refunds = json::array({ourRefund("failed", 1)});
    const auto made = caller->call(Operation::Refund);
    EXPECT_EQ(made.refundObjectId, "re_new") << "one that failed gave nothing back";
    EXPECT_EQ(made.object, engine::ObjectState::None);
}

TEST_F(StripeLookUpTest, ARefundIsLookedUpByItsPaymentWhileItsIdIsNotKnown) {
    caller->objectId = "pi_1";
    const auto none = caller->call(Operation::RetrieveRefund);
    EXPECT_EQ(none.kind, AnswerKind::Definitive) << "the list of a payment's refunds is complete";
    EXPECT_EQ(none.refund, RefundStanding::None);
    refunds = json::array({ourRefund("failed", 1), ourRefund("succeeded", 2)});
    EXPECT_EQ(caller->call(Operation::RetrieveRefund).refund, RefundStanding::Succeeded);
    refunds = json::array({ourRefund("failed", 2)});
    EXPECT_EQ(caller->call(Operation::RetrieveRefund).refund, RefundStanding::Failed);
    refunds = json::array({ourRefund("failed", 1)});
    EXPECT_EQ(caller->call(Operation::RetrieveRefund).refund, RefundStanding::None)
        << "an earlier try's";
    caller->objectId.clear();
    searchFinds = json::array({ours("pi_found")});
    EXPECT_EQ(caller->call(Operation::RetrieveRefund).kind, AnswerKind::Definitive);
}

// The refused try's object said "failed" for ever, whatever became of the next try.
TEST_F(StripeLookUpTest, AnEarlierTrysRefundThatFailedSaysNothingOfThisOne) {
    caller->objectId = "re_old";
    refunds = json::array({ourRefund("failed", 1), ourRefund("succeeded", 2)});
    EXPECT_EQ(caller->call(Operation::RetrieveRefund).refund, RefundStanding::Succeeded);
    refunds = json::array({ourRefund("failed", 1)});
    EXPECT_EQ(caller->call(Operation::RetrieveRefund).refund, RefundStanding::None);
    caller->attemptTry = 1;
    EXPECT_EQ(caller->call(Operation::RetrieveRefund).refund, RefundStanding::Failed);
}

TEST_F(StripeLookUpTest, AnObjectThatIsNotFoundIsUnknownAndSaysSo) {
    caller->objectId = "pi_1";
    const auto said = caller->call(Operation::Retrieve);
    EXPECT_EQ(said.kind, AnswerKind::Unknown);
    EXPECT_TRUE(said.notFound);
}

}  // namespace
}  // namespace tessera::payments::test
