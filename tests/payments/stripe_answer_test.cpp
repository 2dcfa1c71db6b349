// SPDX-License-Identifier: Apache-2.0
// What each HTTP answer of Stripe's is taken for.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "server/payments/stripe_reading.h"

namespace tessera::payments {
namespace {

using engine::AnswerKind;
using engine::ObjectState;
using engine::Operation;
using nlohmann::json;

json intent(const std::string& status) {
    return {{"object", "payment_intent"},       {"id", "pi_1"},           {"status", status},
            {"client_secret", "pi_1_secret_2"}, {"amount_capturable", 0}, {"amount_received", 0}};
}

json errorBody(const std::string& type, const std::string& code) {
    return {{"error", {{"type", type}, {"code", code}}}};
}

engine::ProviderAnswer read(long status, const json& body,
                            Operation operation = Operation::Retrieve) {
    return readStripeAnswer(operation, {status, body.dump(), {}});
}

// Nothing that the engine could mistake for knowledge.
void expectUnknown(const engine::ProviderAnswer& answer, const std::string& what) {
    EXPECT_EQ(answer.kind, AnswerKind::Unknown) << what;
    EXPECT_EQ(answer.object, ObjectState::None) << what;
    EXPECT_EQ(answer.objectId, "") << what;
    EXPECT_EQ(answer.authorized.minor + answer.captured.minor + answer.refunded.minor, 0) << what;
    EXPECT_LE(answer.evidence.size(), 512u) << what;
}

TEST(StripeAnswerTest, EveryStateIsRead) {
    const std::vector<std::pair<std::string, ObjectState>> states{
        {"requires_payment_method", ObjectState::RequiresPaymentMethod},
        {"requires_confirmation", ObjectState::RequiresConfirmation},
        {"requires_action", ObjectState::RequiresAction},
        {"processing", ObjectState::Processing},
        {"requires_capture", ObjectState::RequiresCapture},
        {"succeeded", ObjectState::Succeeded},
        {"canceled", ObjectState::Canceled}};
    for (const auto& [status, state] : states) {
        for (const auto operation :
             {Operation::Create, Operation::Retrieve, Operation::Cancel, Operation::Capture}) {
            const auto answer = read(200, intent(status), operation);
            EXPECT_EQ(answer.kind, AnswerKind::Definitive) << status;
            EXPECT_EQ(answer.object, state) << status;
            EXPECT_EQ(answer.objectId, "pi_1");
            EXPECT_EQ(answer.clientSecret, "pi_1_secret_2");
            EXPECT_EQ(answer.evidence, "HTTP 200 pi_1 " + status);
        }
    }
}

TEST(StripeAnswerTest, AmountsAndTheCaptureDeadlineAreRead) {
    auto body = intent("requires_capture");
    body["amount_capturable"] = 1200;
    body["latest_charge"] = {
        {"payment_method_details", {{"card", {{"capture_before", 1700000000}}}}}};
    auto answer = read(200, body);
    EXPECT_EQ(answer.authorized, Money{1200});
    EXPECT_EQ(answer.captureBefore, Instant{1700000000000000});
    body = intent("succeeded");
    body["amount_received"] = 1200;
    body["latest_charge"] = {{"amount_refunded", 300}};
    answer = read(200, body);
    EXPECT_EQ(answer.captured, Money{1200});
    EXPECT_EQ(answer.refunded, Money{300});
    EXPECT_EQ(answer.captureBefore, Instant::never());
    // The charge's sum counts refunds that are only under way, and those that failed later.
    body["latest_charge"]["refunds"]["data"] = {{{"amount", 100}, {"status", "succeeded"}},
                                                {{"amount", 150}, {"status", "pending"}},
                                                {{"amount", 50}, {"status", "failed"}}};
    EXPECT_EQ(read(200, body).refunded, Money{100});
    body["latest_charge"] = "ch_1";  // Not expanded.
    EXPECT_EQ(read(200, body).refunded, Money{0});
}

TEST(StripeAnswerTest, TheEndOfACardsNumberIsReadOfWhatIsPaidAndNoMoreOfIt) {
    auto body = intent("requires_capture");
    const auto last4With = [&](const char* method, const char* digits) {
        body["latest_charge"] = {{"payment_method_details", {{method, {{"last4", digits}}}}}};
        return read(200, body).cardLast4;
    };
    EXPECT_EQ(last4With("card", "4242"), "4242");
    EXPECT_EQ(last4With("card_present", "0077"), "0077");
    EXPECT_EQ(last4With("card", "4242424242424242"), "");
    EXPECT_EQ(last4With("card", "42a2"), "");
    EXPECT_EQ(last4With("klarna", "4242"), "");
    body["status"] = "requires_payment_method";  // It was declined.
    EXPECT_EQ(last4With("card", "0002"), "");
}

// The sum went beyond what an amount can be, to whatever that came to.
TEST(StripeAnswerTest, RefundsBeyondAllAmountsAreNotUnderstood) {
    auto body = intent("succeeded");
    const json most{{"amount", INT64_MAX}, {"status", "succeeded"}};
    body["latest_charge"]["refunds"]["data"] = json::array({most});
    EXPECT_EQ(read(200, body).refunded, Money{INT64_MAX});
    body["latest_charge"]["refunds"]["data"] = {most, most};
    expectUnknown(read(200, body), "two refunds of all there is");
}

TEST(StripeAnswerTest, ARefusalThatShowsTheIntentCarriesItsState) {
    auto body = errorBody("invalid_request_error", "payment_intent_unexpected_state");
    body["error"]["payment_intent"] = intent("canceled");
    for (const long status : {400L, 402L}) {
        const auto answer = read(status, body, Operation::Capture);
        EXPECT_EQ(answer.kind, AnswerKind::Refused);
        EXPECT_EQ(answer.object, ObjectState::Canceled);
        EXPECT_EQ(answer.objectId, "pi_1");
        EXPECT_NE(answer.evidence.find("payment_intent_unexpected_state"), std::string::npos);
        EXPECT_EQ(answer.evidence.find("secret"), std::string::npos);
    }
}

TEST(StripeAnswerTest, ARefusalWithoutAReadableIntentKnowsNoState) {
    auto body = errorBody("invalid_request_error", "amount_too_small");
    for (const json& shown : {json(), json("pi_1"), json{{"object", "payment_intent"}},
                              intent("unheard_of"), json::array({1})}) {
        body["error"]["payment_intent"] = shown;
        const auto answer = read(400, body, Operation::Create);
        EXPECT_EQ(answer.kind, AnswerKind::Refused) << shown;
        EXPECT_EQ(answer.object, ObjectState::None) << shown;
        EXPECT_EQ(answer.objectId, "") << shown;
    }
}

TEST(StripeAnswerTest, WhatIsNoRefusalOfTheOperationIsUnknown) {
    const auto plain = errorBody("invalid_request_error", "");
    auto shown = plain;
    shown["error"]["payment_intent"] = intent("canceled");
    for (const long status : {100L, 301L, 302L, 401L, 403L, 404L, 405L, 408L, 409L, 413L, 425L,
                              429L, 499L, 500L, 502L, 503L, 504L, 599L}) {
        expectUnknown(read(status, plain), std::to_string(status));
        expectUnknown(read(status, shown), std::to_string(status));
        // An intent's body under such a status is no word of the provider's either.
        expectUnknown(read(status, intent("succeeded")), std::to_string(status));
    }
    expectUnknown(read(404, errorBody("invalid_request_error", "resource_missing")), "missing");
    expectUnknown(read(400, errorBody("invalid_request_error", "resource_missing")), "missing");
    expectUnknown(read(400, errorBody("idempotency_error", "")), "key reused");
    expectUnknown(read(400, errorBody("api_error", "")), "provider's own fault");
    expectUnknown(read(400, json{{"error", "text"}}), "no object");
}

TEST(StripeAnswerTest, SilenceIsUnknownAndSaysWhy) {
    const auto answer = readStripeAnswer(Operation::Capture, {0, {}, "Timeout was reached"});
    expectUnknown(answer, "silence");
    EXPECT_EQ(answer.evidence, "Timeout was reached");
}

TEST(StripeAnswerTest, GarbageIsUnknown) {
    auto unexpected = intent("succeeded");
    unexpected["object"] = "charge";
    auto nested = std::string(100000, '[');
    for (const std::string& body :
         {std::string(), std::string("<html>ok</html>"), std::string("{"), std::string("[]"),
          std::string("null"), std::string("7"), std::string("{\"a\":\"\xff\"}"), std::string("{}"),
          std::string(1, '\0'), nested, unexpected.dump(), intent("unheard_of").dump()}) {
        for (const auto operation : {Operation::Create, Operation::Retrieve, Operation::Cancel,
                                     Operation::Capture, Operation::Refund}) {
            for (const long status : {200L, 201L, 400L, 402L}) {
                expectUnknown(readStripeAnswer(operation, {status, body, {}}), body.substr(0, 40));
            }
        }
    }
}

TEST(StripeAnswerTest, MissingAndMistypedFieldsOfAnIntentAreNotKnowledge) {
    for (const std::string name : {"object", "id", "status"}) {
        auto body = intent("succeeded");
        body.erase(name);
        expectUnknown(read(200, body), name);
        body[name] = 7;
        expectUnknown(read(200, body), name);
        body[name] = nullptr;
        expectUnknown(read(200, body), name);
    }
    auto body = intent("succeeded");  // An amount that is missing is none.
    body.erase("amount_received");
    EXPECT_EQ(read(200, body).captured, Money{0});
    body["amount_received"] = "1200";
    EXPECT_EQ(read(200, body).captured, Money{0});
}

TEST(StripeAnswerTest, ImpossibleValuesAreNotKnowledge) {
    for (const json& amount : {json(-1), json(INT64_MIN), json(UINT64_MAX)}) {
        auto body = intent("succeeded");
        body["amount_received"] = amount;
        expectUnknown(read(200, body), amount.dump());
    }
    auto body = intent("requires_capture");
    body["latest_charge"] = {
        {"payment_method_details", {{"card", {{"capture_before", INT64_MAX}}}}}};
    EXPECT_EQ(read(200, body).captureBefore, Instant::never());
}

// Ids go into URLs, and the database refuses NUL: a batch with one would be set aside.
TEST(StripeAnswerTest, IdsAndSecretsOfOtherShapesAreNotTaken) {
    const std::string nul("pi\0x", 4);
    for (const std::string& id :
         {std::string(129, 'x'), std::string(1000000, 'x'), std::string("../refunds"),
          std::string("pi 1"), nul, std::string("pi_\xc3\xa9"), std::string("pi_1?expand")}) {
        auto body = intent("succeeded");
        body["id"] = id;
        expectUnknown(read(200, body), id.substr(0, 20));
        body = intent("succeeded");
        body["client_secret"] = id.size() == 129 ? std::string(257, 'x') : id;
        expectUnknown(read(200, body), id.substr(0, 20));
    }
    auto body = intent("succeeded");
    body["id"] = std::string(128, 'x');
    body["client_secret"] = std::string(256, 'x');
    EXPECT_EQ(read(200, body).kind, AnswerKind::Definitive);
}

TEST(StripeAnswerTest, EvidenceIsShortAndPrintable) {
    const std::string odd = std::string("a\0b\n", 4) + "\xc3\xa9" + std::string(2000, 'x');
    for (const auto& answer :
         {read(400, errorBody(odd, odd)),
          read(200, {{"object", "refund"}, {"id", odd}, {"status", "succeeded"}},
               Operation::Refund),
          readStripeAnswer(Operation::Create, {0, {}, odd})}) {
        EXPECT_EQ(answer.evidence.size(), 512u);
        for (const char c : answer.evidence) EXPECT_TRUE(c >= ' ' && c <= '~');
    }
}

TEST(StripeAnswerTest, ARefundIsMadeRefusedOrUnknown) {
    const std::vector<std::pair<std::string, AnswerKind>> table{
        {"succeeded", AnswerKind::Definitive},     {"pending", AnswerKind::Accepted},
        {"requires_action", AnswerKind::Accepted}, {"failed", AnswerKind::Refused},
        {"canceled", AnswerKind::Refused},         {"", AnswerKind::Unknown},
        {"unheard_of", AnswerKind::Unknown}};
    for (const auto& [status, kind] : table) {
        const auto answer = read(200, {{"object", "refund"}, {"id", "re_1"}, {"status", status}},
                                 Operation::Refund);
        EXPECT_EQ(answer.kind, kind) << status;
        EXPECT_EQ(answer.object, ObjectState::None) << "a refund does not show the intent";
    }
    expectUnknown(read(200, intent("succeeded"), Operation::Refund), "an intent is no refund");
}

}  // namespace
}  // namespace tessera::payments
