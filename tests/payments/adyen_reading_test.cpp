// SPDX-License-Identifier: Apache-2.0
// What Adyen's answers are taken for, and what stored items say together, in any order.
#include "server/payments/adyen_reading.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "server/payments/adyen_provider.h"

namespace tessera::payments::adyen_reading {
namespace {

using engine::AnswerKind;
using engine::ObjectState;
using engine::Operation;
using nlohmann::json;

const Instant kNow{1'700'000'000'000'000};
constexpr auto kCapturable = ObjectState::RequiresCapture;
constexpr auto kOpen = ObjectState::RequiresPaymentMethod;

Call callOf(Operation operation) {
    Call call;
    call.event = EventId{77};
    call.currency = Currency{{'E', 'U', 'R'}};
    call.row.attempt = AttemptId{9};
    call.row.operation = operation;
    call.row.amount = Money{1200};
    return call;
}

HttpAnswer said(long status, const json& body) {
    return {status, body.dump(), status == 0 ? "timed out" : ""};
}

TEST(AdyenReadingTest, EachResultCodeIsTakenForItsState) {
    struct Row {
        const char* code;
        ObjectState state;
    };
    for (const Row& row :
         {Row{"Authorised", kCapturable}, Row{"Refused", kOpen}, Row{"Error", kOpen},
          Row{"Cancelled", kOpen}, Row{"Pending", ObjectState::Processing},
          Row{"Received", ObjectState::Processing},
          Row{"RedirectShopper", ObjectState::RequiresAction},
          Row{"ChallengeShopper", ObjectState::RequiresAction}}) {
        const auto read =
            readAdyenPayment(callOf(Operation::Confirm),
                             said(200, {{"resultCode", row.code}, {"pspReference", "P1"}}), kNow);
        EXPECT_EQ(read.answer.kind, AnswerKind::Definitive) << row.code;
        EXPECT_EQ(read.answer.object, row.state) << row.code;
        EXPECT_EQ(read.answer.authorized.minor, row.state == kCapturable ? 1200 : 0);
        ASSERT_TRUE(read.item.has_value());
        EXPECT_EQ(read.item->success, row.state == kCapturable);
        EXPECT_NE(read.answer.evidence.find("P1"), std::string::npos);
    }
}

TEST(AdyenReadingTest, WhatSaysNothingIsUnknown) {
    const json fine{{"resultCode", "Authorised"}, {"pspReference", "P1"}};
    const json error{{"errorCode", "905"}, {"errorType", "configuration"}};
    for (const auto& http :
         {said(0, fine), said(500, fine), said(503, error), said(429, error), said(401, error),
          said(403, error), said(404, error), said(302, error),
          said(422, {{"errorCode", "704"}, {"errorType", "validation"}}), said(422, json::array()),
          said(200, {{"resultCode", "Paid"}, {"pspReference", "P1"}}),
          said(200, {{"resultCode", "Authorised"}}),
          said(200, {{"resultCode", "Authorised"}, {"pspReference", "../x"}}),
          HttpAnswer{200, "<html>", ""}, HttpAnswer{422, "", ""}}) {
        const auto read = readAdyenPayment(callOf(Operation::Confirm), http, kNow);
        EXPECT_EQ(read.answer.kind, AnswerKind::Unknown) << http.status << http.body;
        EXPECT_FALSE(read.item.has_value());
    }
    for (const auto& http : {said(0, {}), said(500, {}), said(201, {{"status", "done"}}),
                             said(201, {{"status", "received"}})}) {
        EXPECT_EQ(readAdyenModification(callOf(Operation::Capture), http, kNow).answer.kind,
                  AnswerKind::Unknown);
    }
}

TEST(AdyenReadingTest, TheEndOfACardsNumberIsReadOfWhatIsAuthorised) {
    const auto last4Of = [](const char* code, const char* digits) {
        const json body = {{"resultCode", code},
                           {"pspReference", "P1"},
                           {"additionalData", {{"cardSummary", digits}}}};
        return readAdyenPayment(callOf(Operation::Confirm), said(200, body), kNow).answer.cardLast4;
    };
    EXPECT_EQ(last4Of("Authorised", "1111"), "1111");
    EXPECT_EQ(last4Of("Authorised", "4111111111111111"), "");
    EXPECT_EQ(last4Of("Refused", "1111"), "");
}

TEST(AdyenReadingTest, AValidationErrorRefuses) {
    const auto http = said(422, {{"errorCode", "167"}, {"errorType", "validation"}});
    EXPECT_EQ(readAdyenPayment(callOf(Operation::Confirm), http, kNow).answer.kind,
              AnswerKind::Refused);
    const auto read = readAdyenModification(callOf(Operation::Capture), http, kNow);
    EXPECT_EQ(read.answer.kind, AnswerKind::Refused);
    EXPECT_NE(read.answer.evidence.find("167"), std::string::npos);
}

TEST(AdyenReadingTest, AModificationIsOnlyReceived) {
    Call refund = callOf(Operation::Refund);
    refund.row.refund = RefundId{31};
    refund.row.attemptTry = 2;
    const auto read = readAdyenModification(
        refund, said(201, {{"status", "received"}, {"pspReference", "R1"}}), kNow);
    EXPECT_EQ(read.answer.kind, AnswerKind::Accepted);
    EXPECT_EQ(read.answer.refund, engine::RefundStanding::None);
    EXPECT_EQ(read.answer.refundObjectId, "R1");
    EXPECT_EQ(read.item->reason, "refund-" + encodePublicId(31) + "-2");
    EXPECT_EQ(read.item->refund, RefundId{31});
}

TEST(AdyenReadingTest, ReferencesComeBackAsTheyWent) {
    const std::string payment = adyenPaymentReference(callOf(Operation::Confirm));
    for (const Operation operation : {Operation::Capture, Operation::Cancel, Operation::Refund}) {
        Call call = callOf(operation);
        call.row.attemptTry = 12;
        if (operation == Operation::Refund) call.row.refund = RefundId{31};
        const std::string name = adyenCallName(call);
        const std::string reference = payment + "-" + name;
        EXPECT_LE(reference.size(), 80u);
        EXPECT_LE(call.idempotencyKey().size(), 64u);
        const auto parsed = parseAdyenReference(reference);
        ASSERT_TRUE(parsed.has_value()) << reference;
        EXPECT_EQ(parsed->event, EventId{77});
        EXPECT_EQ(parsed->attempt, AttemptId{9});
        EXPECT_EQ(parsed->refund, call.row.refund);
        EXPECT_EQ(parsed->modification, name);
    }
    ASSERT_TRUE(parseAdyenReference(payment).has_value());
    for (const std::string& odd :
         {std::string(), std::string("order-17"), payment + "x", payment + "-",
          payment + "-capture", payment + "-capture-", payment + "-capture-0",
          payment + "-capture-1x", payment + "-refund-1", payment + "-refund-" + encodePublicId(31),
          payment + "-steal-1"}) {
        EXPECT_FALSE(parseAdyenReference(odd).has_value()) << odd;
    }
}

TEST(AdyenReadingTest, AProviderNeedsAKeyThatIsOne) {
    class NoInbox final : public WebhookInbox {
        void store(std::vector<WebhookItem>, std::function<void(Status)> done) override {
            done({});
        }
        void read(EventId, AttemptId,
                  std::function<void(Result<std::vector<WebhookItem>>)> done) override {
            done(std::vector<WebhookItem>{});
        }
    };
    AdyenOptions options;
    options.now = [] { return kNow; };
    const auto inbox = std::make_shared<NoInbox>();
    EXPECT_FALSE(makeAdyenProvider(options, inbox).has_value());
    options.hmacKeys = {"not hexadecimal"};
    EXPECT_FALSE(makeAdyenProvider(options, inbox).has_value());
    options.hmacKeys = {"00ff", ""};
    EXPECT_FALSE(makeAdyenProvider(options, inbox).has_value());
    options.hmacKeys = {"00ff"};
    EXPECT_TRUE(makeAdyenProvider(options, inbox).has_value());
}

// "P1 AUTHORISATION true 1200" of payment P1; "C1/P1 CAPTURE true 1200" of its modification C1.
WebhookItem itemOf(const std::string& line) {
    std::istringstream words(line);
    std::string about;
    std::string success;
    WebhookItem item;
    words >> about >> item.kind >> success >> item.amount.minor >> std::ws;
    std::getline(words, item.reason);
    item.success = success == "true";
    const auto slash = about.find('/');
    item.objectId = slash == std::string::npos ? about : about.substr(slash + 1);
    if (item.objectId == "-") item.objectId.clear();
    item.id = about.substr(0, slash) + ":" + item.kind + ":" + success + item.reason;
    return item;
}

struct Story {
    std::vector<const char*> lines;
    ObjectState state;
    std::int64_t authorized = 0;
    std::int64_t captured = 0;
    std::int64_t refunded = 0;
};

std::vector<Story> stories() {
    const auto away = ObjectState::RequiresAction;
    const auto busy = ObjectState::Processing;
    const auto paid = ObjectState::Succeeded;
    const auto gone = ObjectState::Canceled;
    return {
        {{}, kOpen},
        {{"P1 payments true 1200 Authorised"}, kCapturable, 1200},
        {{"P1 AUTHORISATION true 1200"}, kCapturable, 1200},
        {{"P1 payments true 1200 Authorised", "P1 AUTHORISATION true 1200"}, kCapturable, 1200},
        {{"P1 payments false 1200 Refused", "P1 AUTHORISATION false 1200"}, kOpen},
        {{"P1 payments false 1200 Pending"}, busy},
        {{"P1 payments false 1200 Pending", "P1 AUTHORISATION true 1200"}, kCapturable, 1200},
        {{"P1 payments false 1200 Pending", "P1 AUTHORISATION false 1200"}, kOpen},
        // A decline of the first try that comes after the second has begun.
        {{"P1 payments false 1200 Refused", "P2 payments false 1200 Pending",
          "P1 AUTHORISATION false 1200"},
         busy},
        {{"- payments false 1200 RedirectShopper"}, away},
        {{"- payments false 1200 RedirectShopper", "P1 payments/details true 1200 Authorised"},
         kCapturable,
         1200},
        {{"- payments false 1200 RedirectShopper", "P1 payments/details false 1200 Refused",
          "P1 AUTHORISATION false 1200"},
         kOpen},
        {{"- payments false 1200 RedirectShopper", "P1 OFFER_CLOSED true 1200"}, kOpen},
        {{"P0 payments false 1200 Refused", "P0 AUTHORISATION false 1200",
          "- payments false 1200 RedirectShopper"},
         away},
        {{"P1 AUTHORISATION true 1200", "C1/P1 CAPTURE true 1200"}, paid, 0, 1200},
        {{"P1 AUTHORISATION true 1200", "C1/P1 CAPTURE false 1200"}, kCapturable, 1200},
        {{"P1 AUTHORISATION true 1200", "C1/P1 CAPTURE true 1200",
          "C1/P1 CAPTURE_FAILED true 1200"},
         kCapturable,
         1200},
        {{"P1 AUTHORISATION true 1200", "X1/P1 TECHNICAL_CANCEL true 1200"}, gone},
        {{"P1 AUTHORISATION true 1200", "X1/P1 CANCELLATION true 1200"}, gone},
        {{"P1 AUTHORISATION true 1200", "X1/P1 CANCEL_OR_REFUND true 1200 cancel"}, gone},
        {{"X1/- TECHNICAL_CANCEL false 0"}, gone},
        {{"X1/- TECHNICAL_CANCEL false 0", "P1 AUTHORISATION true 1200"}, kCapturable, 1200},
        {{"X1/P1 TECHNICAL_CANCEL false 0", "P1 payments false 1200 Pending"}, busy},
        {{"- payments false 1200 RedirectShopper", "X1/- TECHNICAL_CANCEL false 0"}, gone},
        // Of two payments of one attempt the other is still open.
        {{"P1 AUTHORISATION true 1200", "X1/P1 TECHNICAL_CANCEL true 1200",
          "P2 AUTHORISATION true 1200"},
         kCapturable,
         1200},
        {{"P1 AUTHORISATION true 1200", "C1/P1 CAPTURE true 1200", "R1/P1 REFUND true 500",
          "R2/P1 REFUND true 300", "R3/P1 REFUND false 900", "R2/P1 REFUND_FAILED true 300"},
         paid,
         0,
         1200,
         500},
        {{"P1 AUTHORISATION true 1200", "C1/P1 CAPTURE true 1200", "R1/P1 REFUND true 500",
          "R1/P1 REFUNDED_REVERSED true 500", "V1/P1 CANCEL_OR_REFUND true 700 refund"},
         paid,
         0,
         1200,
         700},
        {{"P1 AUTHORISATION true 1200", "D1/P1 CHARGEBACK true 1200", "C1/P1 received true 1200"},
         kCapturable,
         1200},
    };
}

TEST(AdyenInboxTest, StoredItemsSayTheSameInAnyOrder) {
    std::mt19937 random(20260101);
    for (const Story& story : stories()) {
        std::vector<WebhookItem> items;
        std::string told;
        for (const char* line : story.lines) {
            items.push_back(itemOf(line));
            told += std::string(line) + "; ";
        }
        for (int turn = 0; turn < 30; ++turn) {
            const auto picture = readAdyenInbox(items);
            EXPECT_EQ(picture.facts.kind, AnswerKind::Definitive);
            EXPECT_EQ(picture.facts.object, story.state) << told;
            EXPECT_EQ(picture.facts.authorized.minor, story.authorized) << told;
            EXPECT_EQ(picture.facts.captured.minor, story.captured) << told;
            EXPECT_EQ(picture.facts.refunded.minor, story.refunded) << told;
            EXPECT_LE(picture.facts.evidence.size(), 512u);
            std::shuffle(items.begin(), items.end(), random);
        }
    }
}

// "capture-1 asked" is a note of the adapter's own.
std::vector<WebhookItem> itemsOf(const std::vector<const char*>& lines) {
    std::vector<WebhookItem> items;
    for (const char* line : lines) items.push_back(itemOf(line));
    return items;
}

TEST(AdyenInboxTest, AModificationIsKnownByItsNameOrByItsPspReference) {
    const auto picture = readAdyenInbox(
        itemsOf({"P1 AUTHORISATION true 1200", "N1/- asked true 1200 capture-1",
                 "C1/P1 received true 1200 capture-1", "C1/P1 CAPTURE false 1200",
                 "N2/- told true 1200 capture-1", "N3/- asked true 1200 capture-2",
                 "C2/P1 CAPTURE true 1200 capture-2", "N4/- asked true 1200 cancel-3"}));
    ASSERT_EQ(picture.modifications.size(), 3u);
    const auto* first = picture.find("capture-1");
    ASSERT_NE(first, nullptr);
    EXPECT_EQ(first->psp, "C1");
    EXPECT_TRUE(first->decided && first->told);
    EXPECT_FALSE(first->success);
    const auto* second = picture.latest("capture-");
    EXPECT_EQ(second->psp, "C2");
    EXPECT_TRUE(second->decided && second->success);
    ASSERT_NE(picture.lost(), nullptr);
    EXPECT_EQ(picture.lost()->name, "cancel-3");
    EXPECT_EQ(picture.facts.kind, AnswerKind::Accepted);
    EXPECT_EQ(picture.find("capture-3"), nullptr);
    // By its try, whatever the clocks of two nodes said.
    EXPECT_EQ(readAdyenInbox(
                  itemsOf({"N1/- asked true 1200 capture-10", "N2/- asked true 1200 capture-9"}))
                  .latest("capture-")
                  ->name,
              "capture-10");
}

TEST(AdyenInboxTest, NothingIsSaidUntilACaptureOrCancelIsDecided) {
    std::vector<const char*> lines{"P1 AUTHORISATION true 1200"};
    EXPECT_EQ(readAdyenInbox(itemsOf(lines)).facts.kind, AnswerKind::Definitive);
    for (const char* next : {"N1/- asked true 1200 cancel-1", "X1/- received true 1200 cancel-1"}) {
        lines.push_back(next);
        EXPECT_EQ(readAdyenInbox(itemsOf(lines)).facts.kind, AnswerKind::Accepted);
    }
    lines.push_back("X1/P1 TECHNICAL_CANCEL true 1200 cancel-1");
    EXPECT_EQ(readAdyenInbox(itemsOf(lines)).facts.kind, AnswerKind::Definitive);
    // A refund that is not decided says nothing against what is captured.
    EXPECT_EQ(
        readAdyenInbox(itemsOf({"C1/P1 CAPTURE true 1200", "R1/P1 received true 5 refund-1-1"}))
            .facts.kind,
        AnswerKind::Definitive);
}

TEST(AdyenInboxTest, APaymentThatNobodyAnsweredIsOpenUntilSomethingIsHeardOfIt) {
    std::vector<const char*> lines{"N1/- asked true 1200 payment-1"};
    auto picture = readAdyenInbox(itemsOf(lines));
    EXPECT_EQ(picture.openPayment, "payment-1");
    EXPECT_EQ(picture.facts.object, ObjectState::RequiresAction);
    for (const char* end : {"P1 AUTHORISATION false 1200", "N1/- refused true 1200 payment-1",
                            "P1 payments false 1200 payment-1 Refused"}) {
        lines.push_back(end);
        picture = readAdyenInbox(itemsOf(lines));
        EXPECT_EQ(picture.openPayment, "") << end;
        EXPECT_EQ(picture.facts.object, kOpen) << end;
        lines.pop_back();
    }
    lines.push_back("X1/- TECHNICAL_CANCEL false 0");
    EXPECT_EQ(readAdyenInbox(itemsOf(lines)).facts.object, ObjectState::Canceled);
    lines = {"N1/- asked true 1200 payment-1", "- payments false 1200 payment-1 RedirectShopper",
             "N2/- asked true 1200 details-2"};
    picture = readAdyenInbox(itemsOf(lines));
    EXPECT_EQ(picture.openPayment, "");
    EXPECT_EQ(picture.openDetails, "details-2");
    EXPECT_EQ(picture.facts.object, ObjectState::RequiresAction);
}

}  // namespace
}  // namespace tessera::payments::adyen_reading
