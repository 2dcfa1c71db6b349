// SPDX-License-Identifier: Apache-2.0
// What a page of Stripe's lists, a refund and a reader are taken for.
#include <gtest/gtest.h>

#include "server/payments/stripe_reading.h"
#include "server/payments/stripe_requests.h"
#include "tests/payments/scripted_stripe.h"

namespace tessera::payments::test {
namespace {

using engine::AnswerKind;
using engine::Operation;
using engine::RefundStanding;

const EventScopedId kOurs{EventId{77}, 9001};

HttpAnswer ok(const json& body) {
    return {200, body.dump(), {}};
}

json refundJson(const std::string& status) {
    return {{"object", "refund"},
            {"id", "re_1"},
            {"status", status},
            {"amount", 600},
            {"created", 17},
            {"payment_intent", "pi_1"},
            {"metadata", {{"tessera_refund", encodePublicId(kOurs.event, kOurs.local)}}}};
}

TEST(StripeListTest, APageOfPaymentsSaysWhatEachIs) {
    auto captured =
        intentJson("succeeded", {{"tessera_attempt", encodePublicId(kOurs.event, kOurs.local)}});
    captured["amount_received"] = 1200;
    auto others = intentJson("requires_capture");
    others["id"] = "pi_2";
    const auto page =
        readStripeList(ListQuery::What::Payments, ok(listJson({captured, others}, true)));
    ASSERT_TRUE(page);
    ASSERT_EQ(page->payments.size(), 2u);
    EXPECT_EQ(page->next, "pi_2");
    const auto& ours = page->payments[0];
    EXPECT_EQ(ours.event, kOurs.event);
    EXPECT_EQ(ours.attempt.value, kOurs.local);
    EXPECT_EQ(ours.createdAt, Instant{1700000000000000});
    EXPECT_EQ(toString(ours.currency), "EUR");
    EXPECT_EQ(ours.facts.kind, AnswerKind::Definitive);
    EXPECT_EQ(ours.facts.captured, Money{1200});
    EXPECT_TRUE(ours.facts.clientSecret.empty()) << "nobody pays with what was listed";
    EXPECT_FALSE(page->payments[1].attempt);
}

TEST(StripeListTest, APageOfRefundsSaysHowEachStands) {
    const auto page = readStripeList(ListQuery::What::Refunds,
                                     ok(listJson({refundJson("pending"), refundJson("failed")})));
    ASSERT_TRUE(page);
    ASSERT_EQ(page->refunds.size(), 2u);
    EXPECT_TRUE(page->next.empty()) << "that was all";
    EXPECT_EQ(page->refunds[0].standing, RefundStanding::Pending);
    EXPECT_EQ(page->refunds[0].refund.value, kOurs.local);
    EXPECT_EQ(page->refunds[0].paymentObjectId, "pi_1");
    EXPECT_EQ(page->refunds[0].amount, Money{600});
    EXPECT_EQ(page->refunds[1].standing, RefundStanding::Failed);
}

TEST(StripeListTest, WhatIsNoListIsAFailureAndWhatIsOursIsNotPassedOver) {
    for (const auto& answer :
         {HttpAnswer{0, {}, "silence"}, HttpAnswer{500, "{}", {}}, HttpAnswer{200, "[]", {}},
          HttpAnswer{200, "{\"object\":\"list\"}", {}}}) {
        EXPECT_FALSE(readStripeList(ListQuery::What::Payments, answer));
    }
    auto odd = intentJson("unheard_of");
    EXPECT_TRUE(readStripeList(ListQuery::What::Payments, ok(listJson(json::array({odd})))))
        << "another's may be of any shape";
    odd["metadata"] = {{"tessera_attempt", encodePublicId(kOurs.event, kOurs.local)}};
    EXPECT_FALSE(readStripeList(ListQuery::What::Payments, ok(listJson(json::array({odd})))));
}

TEST(StripeListTest, AWindowHasWholeSecondsAroundIt) {
    const StripeRequests requests({"http://pay", "sk", "whsec", "pk"});
    ListQuery query;
    query.from = Instant{10'999'999};
    query.until = Instant{20'000'001};
    const auto url = requests.list(query).url;
    EXPECT_NE(url.find("created[gte]=10&"), std::string::npos) << url;
    EXPECT_NE(url.find("created[lt]=21"), std::string::npos) << url;
    query.until = Instant{20'000'000};
    query.after = "pi_9";
    EXPECT_NE(requests.list(query).url.find("created[lt]=20&"), std::string::npos);
    EXPECT_NE(requests.list(query).url.find("starting_after=pi_9"), std::string::npos);
}

TEST(StripeListTest, ARefundsAnswerSaysHowItStandsAndWhichItIs) {
    const auto said = readStripeAnswer(Operation::RetrieveRefund, ok(refundJson("succeeded")));
    EXPECT_EQ(said.kind, AnswerKind::Definitive);
    EXPECT_EQ(said.refund, RefundStanding::Succeeded);
    EXPECT_EQ(said.refundObjectId, "re_1");
    auto failed = refundJson("failed");
    failed["failure_reason"] = "expired_or_canceled_card";
    const auto later = readStripeAnswer(Operation::RetrieveRefund, ok(failed));
    EXPECT_EQ(later.refund, RefundStanding::Failed);
    EXPECT_NE(later.evidence.find("expired_or_canceled_card"), std::string::npos);
}

TEST(StripeListTest, ACardThatWasPresentHasItsCaptureDeadlineToo) {
    auto intent = intentJson("requires_capture");
    intent["latest_charge"] = {
        {"payment_method_details", {{"card_present", {{"capture_before", 1700000000}}}}}};
    EXPECT_EQ(readStripeAnswer(Operation::Retrieve, ok(intent)).captureBefore,
              Instant{1700000000000000});
}

TEST(StripeListTest, AReaderSaysWhatItIsDoing) {
    using Action = StripeReader::Action;
    const std::vector<std::pair<std::string, Action>> table{{"in_progress", Action::InProgress},
                                                            {"succeeded", Action::Succeeded},
                                                            {"failed", Action::Failed},
                                                            {"", Action::None}};
    for (const auto& [status, action] : table) {
        const auto at = readStripeReader(ok(readerJson(status)));
        EXPECT_EQ(at.action, action) << status;
        EXPECT_EQ(at.intent, status.empty() ? "" : "pi_1");
    }
    EXPECT_EQ(readStripeReader(ok(readerJson("failed"))).failure, "card_declined");
    EXPECT_EQ(readStripeReader(ok(intentJson("succeeded"))).action, Action::Unknown);
    EXPECT_EQ(readStripeReader({500, readerJson("failed").dump(), {}}).action, Action::Unknown);
    auto expanded = readerJson("in_progress");
    expanded["action"]["process_payment_intent"]["payment_intent"] = intentJson("succeeded");
    EXPECT_EQ(readStripeReader(ok(expanded)).intent, "pi_1");
}

}  // namespace
}  // namespace tessera::payments::test
