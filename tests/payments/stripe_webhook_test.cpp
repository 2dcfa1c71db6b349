// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "server/payments/stripe_provider.h"
#include "tools/paysim/webhooks.h"

namespace tessera::payments {
namespace {

constexpr std::int64_t kSigned = 1'700'000'000;
constexpr Instant kNow{kSigned * 1'000'000};
const std::string kSecret = "whsec_test";
const EventId kHintedEvent{77};
const AttemptId kAttempt{9001};

std::string bodyFor(const std::string& attempt) {
    const nlohmann::json body{
        {"id", "evt_1"},
        {"object", "event"},
        {"data", {{"object", {{"metadata", {{"tessera_attempt", attempt}}}}}}}};
    return body.dump();
}

const std::string kBody = bodyFor(encodePublicId(kHintedEvent, kAttempt.value));

std::string sign(const std::string& body, std::int64_t at = kSigned) {
    return paysim::signWebhook(kSecret, at, body);
}

WebhookOutcome outcomeOf(std::string_view body, std::string_view header, Instant now = kNow,
                         std::string_view secret = kSecret) {
    return readStripeWebhook(body, header, secret, now).outcome;
}

TEST(StripeWebhookTest, AValidOneHintsAtItsAttempt) {
    const auto result = readStripeWebhook(kBody, sign(kBody), kSecret, kNow);
    EXPECT_EQ(result.outcome, WebhookOutcome::Hint);
    EXPECT_EQ(result.hint.event, kHintedEvent);
    EXPECT_EQ(result.hint.attempt, kAttempt);
}

// The vector of `openssl dgst -sha256 -hmac whsec_test` over "1700000000.{}".
TEST(StripeWebhookTest, TheSignatureIsTheDocumentedHmac) {
    EXPECT_EQ(outcomeOf("{}",
                        "t=1700000000,v1="
                        "35495024f4ef3f94e5a93e22221544c4b75e9a42300cd965ab81cb85cd994e91"),
              WebhookOutcome::Irrelevant);
}

TEST(StripeWebhookTest, AnyOfSeveralSignaturesWillDo) {
    const auto good = sign(kBody).substr(sign(kBody).find("v1="));
    const std::string bad = "v1=" + std::string(64, '0');
    const std::string t = "t=1700000000,";
    for (const std::string& list :
         {bad + "," + good, good + "," + bad, "v0=abc," + bad + "," + good + ",v2=1"}) {
        EXPECT_EQ(outcomeOf(kBody, t + list), WebhookOutcome::Hint) << list;
    }
    EXPECT_EQ(outcomeOf(kBody, t + bad + "," + bad), WebhookOutcome::BadSignature);
    EXPECT_EQ(outcomeOf(kBody, t + "v0=" + good.substr(3)), WebhookOutcome::BadSignature);
}

TEST(StripeWebhookTest, AWrongSecretBodyTimeOrHeaderIsABadSignature) {
    const auto header = sign(kBody);
    EXPECT_EQ(outcomeOf(kBody, header, kNow, "whsec_other"), WebhookOutcome::BadSignature);
    EXPECT_EQ(outcomeOf(kBody + " ", header), WebhookOutcome::BadSignature);
    EXPECT_EQ(outcomeOf("", header), WebhookOutcome::BadSignature);
    std::string later = header;
    later.replace(2, 10, "1700000001");
    EXPECT_EQ(outcomeOf(kBody, later), WebhookOutcome::BadSignature);
    for (std::size_t i = header.find("v1=") + 3; i < header.size(); ++i) {
        std::string altered = header;
        altered[i] = altered[i] == 'a' ? 'b' : 'a';
        EXPECT_EQ(outcomeOf(kBody, altered), WebhookOutcome::BadSignature) << i;
    }
    for (const std::string bad : {"", ",", "t=", "v1=", "t=1700000000", "t=x,v1=y", "t=-5,v1=0",
                                  "t=99999999999999999999,v1=0"}) {
        EXPECT_EQ(outcomeOf(kBody, bad), WebhookOutcome::BadSignature) << bad;
    }
    EXPECT_EQ(outcomeOf(kBody, header.substr(0, header.size() - 1)), WebhookOutcome::BadSignature);
}

// HMAC without a key answered zeros, and zeros were then a good signature.
TEST(StripeWebhookTest, WithoutASecretNothingIsGood) {
    EXPECT_EQ(outcomeOf(kBody, "t=1700000000,v1=" + std::string(64, '0'), kNow, {}),
              WebhookOutcome::BadSignature);
    EXPECT_EQ(outcomeOf(kBody, paysim::signWebhook("", kSigned, kBody), kNow, ""),
              WebhookOutcome::BadSignature);
}

TEST(StripeWebhookTest, ThreeHundredSecondsEitherWayAreTaken) {
    for (const std::int64_t off : {-300, -1, 0, 1, 300}) {
        EXPECT_EQ(outcomeOf(kBody, sign(kBody, kSigned + off)), WebhookOutcome::Hint) << off;
    }
    for (const std::int64_t off : {-301, 301, -1'000'000, 1'000'000}) {
        EXPECT_EQ(outcomeOf(kBody, sign(kBody, kSigned + off)), WebhookOutcome::Stale) << off;
    }
}

TEST(StripeWebhookTest, AWellSignedBodyThatIsNoEventIsMalformed) {
    for (const std::string body : {"", "{", "[1]", "null", "\"text\"", "<xml/>"}) {
        EXPECT_EQ(outcomeOf(body, sign(body)), WebhookOutcome::Malformed) << body;
    }
}

TEST(StripeWebhookTest, WhatIsNotOursIsIrrelevant) {
    for (const std::string& body :
         {std::string("{}"), std::string(R"({"data":7})"), std::string(R"({"data":{"object":[]}})"),
          std::string(R"({"data":{"object":{"metadata":{}}}})"),
          std::string(R"({"data":{"object":{"metadata":{"tessera_attempt":7}}}})"),
          bodyFor("order-17"), bodyFor(""), bodyFor(encodePublicId(77)),
          bodyFor(encodePublicId(kHintedEvent, kAttempt.value) + "0")}) {
        EXPECT_EQ(outcomeOf(body, sign(body)), WebhookOutcome::Irrelevant) << body;
    }
}

nlohmann::json ourIds() {
    return {{"tessera_attempt", encodePublicId(kHintedEvent, kAttempt.value)}};
}

WebhookItem itemFor(const std::string& type, const nlohmann::json& object) {
    const auto body =
        nlohmann::json{
            {"id", "evt_9"}, {"object", "event"}, {"type", type}, {"data", {{"object", object}}}}
            .dump();
    const auto result = readStripeWebhook(body, sign(body), kSecret, kNow);
    EXPECT_EQ(result.outcome, WebhookOutcome::Hint) << body;
    EXPECT_EQ(result.items.size(), 1u);
    return result.items.empty() ? WebhookItem{} : result.items.front();
}

TEST(StripeWebhookTest, AnItemSaysWhatHappenedToWhich) {
    const auto paid = itemFor(
        "payment_intent.amount_capturable_updated",
        {{"object", "payment_intent"}, {"id", "pi_1"}, {"amount", 1200}, {"metadata", ourIds()}});
    EXPECT_EQ(paid.id, "evt_9");
    EXPECT_EQ(paid.kind, "payment_intent.amount_capturable_updated");
    EXPECT_EQ(paid.event, kHintedEvent);
    EXPECT_EQ(paid.attempt, kAttempt);
    EXPECT_FALSE(paid.refund);
    EXPECT_TRUE(paid.success);
    EXPECT_EQ(paid.amount, Money{1200});
    EXPECT_EQ(paid.objectId, "pi_1");
    const auto declined = itemFor("payment_intent.payment_failed",
                                  {{"object", "payment_intent"},
                                   {"id", "pi_1"},
                                   {"last_payment_error", {{"code", "card_declined"}}},
                                   {"metadata", ourIds()}});
    EXPECT_FALSE(declined.success);
    EXPECT_EQ(declined.reason, "card_declined");
}

TEST(StripeWebhookTest, ARefundsItemNamesTheRefund) {
    auto metadata = ourIds();
    metadata["tessera_refund"] = encodePublicId(kHintedEvent, 77'001);
    for (const std::string type : {"refund.created", "refund.updated", "charge.refund.updated"}) {
        const auto item = itemFor(type, {{"object", "refund"},
                                         {"id", "re_1"},
                                         {"amount", 600},
                                         {"status", "succeeded"},
                                         {"metadata", metadata}});
        EXPECT_EQ(item.refund, RefundId{77'001}) << type;
        EXPECT_EQ(item.amount, Money{600});
        EXPECT_TRUE(item.success) << type;
    }
    for (const std::string type : {"refund.failed", "charge.refund.updated"}) {
        const auto item = itemFor(type, {{"object", "refund"},
                                         {"id", "re_1"},
                                         {"status", "failed"},
                                         {"failure_reason", "lost_or_stolen_card"},
                                         {"metadata", metadata}});
        EXPECT_FALSE(item.success) << type;
        EXPECT_EQ(item.reason, "lost_or_stolen_card");
    }
    metadata["tessera_refund"] = encodePublicId(EventId{78}, 77'001);
    EXPECT_FALSE(itemFor("refund.updated", {{"object", "refund"}, {"metadata", metadata}}).refund)
        << "of another event";
}

TEST(StripeWebhookTest, AReadersItemIsAboutThePaymentItWasAt) {
    const nlohmann::json intent{
        {"object", "payment_intent"}, {"id", "pi_1"}, {"metadata", ourIds()}};
    const auto failed = itemFor("terminal.reader.action_failed",
                                {{"object", "terminal.reader"},
                                 {"id", "tmr_1"},
                                 {"action",
                                  {{"status", "failed"},
                                   {"failure_code", "card_declined"},
                                   {"process_payment_intent", {{"payment_intent", intent}}}}}});
    EXPECT_EQ(failed.attempt, kAttempt);
    EXPECT_EQ(failed.objectId, "tmr_1");
    EXPECT_FALSE(failed.success);
    EXPECT_EQ(failed.reason, "card_declined");
    EXPECT_EQ(itemFor("terminal.reader.action_succeeded",
                      {{"object", "terminal.reader"}, {"metadata", ourIds()}})
                  .attempt,
              kAttempt);
}

// Two events would be taken for one, or one for two.
TEST(StripeWebhookTest, AnEventWithoutAnIdIsMalformed) {
    const auto body = nlohmann::json{{"data", {{"object", {{"metadata", ourIds()}}}}}}.dump();
    EXPECT_EQ(outcomeOf(body, sign(body)), WebhookOutcome::Malformed);
}

TEST(IdempotencyKeyTest, IsAttemptOperationAndTry) {
    Call call;
    call.event = kHintedEvent;
    call.row.attempt = kAttempt;
    call.row.operation = engine::Operation::Capture;
    call.row.attemptTry = 3;
    EXPECT_EQ(call.idempotencyKey(), encodePublicId(kHintedEvent, kAttempt.value) + ":4:3");
    EXPECT_TRUE(std::regex_match(call.idempotencyKey(), std::regex("[0-9A-Z]{26}:[1-5]:[0-9]+")));
    auto other = call;
    other.row.seq = OutboxSeq{5};
    other.row.failures = 9;
    EXPECT_EQ(other.idempotencyKey(), call.idempotencyKey()) << "a retry keeps its key";
    other.row.attemptTry = 4;
    EXPECT_NE(other.idempotencyKey(), call.idempotencyKey());
    other = call;
    other.event = EventId{78};
    EXPECT_NE(other.idempotencyKey(), call.idempotencyKey());
}

}  // namespace
}  // namespace tessera::payments
