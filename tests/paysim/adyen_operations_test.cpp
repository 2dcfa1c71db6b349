// SPDX-License-Identifier: Apache-2.0
// The Adyen side's rules, without a process: cards, what modifications come to, keys.
#include "tools/paysim/adyen_operations.h"

#include <gtest/gtest.h>

#include "tools/paysim/adyen_keys.h"
#include "tools/paysim/adyen_render.h"

namespace tessera::paysim::adyen_operations {
namespace {

constexpr std::int64_t kNow = 1'700'000'000'000;

AdyenContext context(const std::string& psp = "NEW") {
    return {kNow, psp, "token", "http://sandbox", 20, 0};
}

Json payment(const std::string& card, std::int64_t value = 1000) {
    return Json{{"merchantAccount", "M"},
                {"reference", "order-1"},
                {"returnUrl", "http://shop/back"},
                {"amount", {{"currency", "EUR"}, {"value", value}}},
                {"paymentMethod", {{"type", "scheme"}, {"encryptedCardNumber", card}}}};
}

AdyenPayment authorised(const std::string& card = "sandbox_authorised") {
    return *adyenPay(payment(card), context("PAY")).effect.payment;
}

Json ofAmount(std::int64_t value) {
    return Json{{"merchantAccount", "M"},
                {"reference", "mod-1"},
                {"amount", {{"currency", "EUR"}, {"value", value}}}};
}

AdyenEffect decide(AdyenVerb verb, const AdyenPayment& about, std::int64_t value = 1000) {
    const auto received = adyenModify(verb, about, ofAmount(value), context());
    EXPECT_EQ(received.status, 201);
    EXPECT_EQ(received.body.at("status"), "received");
    EXPECT_FALSE(received.effect.payment);
    return settle(*received.effect.modification, &about, context());
}

std::int64_t sum(const AdyenEffect& effect, std::string_view kind) {
    std::int64_t moved = 0;
    for (const auto& movement : effect.movements) {
        if (movement.kind == kind) moved += movement.amount;
    }
    return moved;
}

TEST(AdyenPayTest, EachCardHasItsResult) {
    struct Row {
        const char* card;
        const char* result;
        std::size_t notices;
    };
    for (const Row& row :
         {Row{"test_4111111111111111", "Authorised", 1},
          Row{"test_5555444433331111", "Authorised", 1},
          Row{"test_4212345678901237", "RedirectShopper", 0}, Row{"sandbox_refused", "Refused", 1},
          Row{"sandbox_error", "Error", 1}, Row{"sandbox_pending_50", "Pending", 0},
          Row{"sandbox_received_50", "Received", 0},
          Row{"sandbox_redirect", "RedirectShopper", 0}}) {
        const auto outcome = adyenPay(payment(row.card), context());
        EXPECT_EQ(outcome.status, 200);
        EXPECT_EQ(outcome.body.at("resultCode"), row.result) << row.card;
        EXPECT_EQ(outcome.effect.notices.size(), row.notices) << row.card;
        const bool away = std::string(row.result) == "RedirectShopper";
        EXPECT_EQ(outcome.body.contains("action"), away);
        EXPECT_EQ(outcome.body.contains("pspReference"), !away);
        EXPECT_EQ(sum(outcome.effect, "authorize"),
                  std::string(row.result) == "Authorised" ? 1000 : 0);
    }
}

TEST(AdyenPayTest, ALateAuthorisationIsPendingFirst) {
    AdyenContext late = context();
    late.lateMillis = 70;
    const auto outcome = adyenPay(payment("test_4111111111111111"), late);
    EXPECT_EQ(outcome.body.at("resultCode"), "Pending");
    EXPECT_EQ(outcome.effect.payment->dueAtMillis, kNow + 70);
    const auto settled = settle(*outcome.effect.payment, context());
    EXPECT_TRUE(settled.notices.at(0).success);
    EXPECT_EQ(sum(settled, "authorize"), 1000);
}

TEST(AdyenPayTest, TheHoldersNameAsksForARefusal) {
    Json body = payment("test_4111111111111111");
    body["paymentMethod"]["holderName"] = "NOT_ENOUGH_BALANCE";
    const auto outcome = adyenPay(body, context());
    EXPECT_EQ(outcome.body.at("resultCode"), "Refused");
    EXPECT_EQ(outcome.body.at("refusalReason"), "Not enough balance");
    EXPECT_EQ(outcome.body.at("refusalReasonCode"), "12");
}

TEST(AdyenPayTest, WhatIsIncompleteIsRefusedAndDoesNothing) {
    const Json whole = payment("test_4111111111111111");
    for (const char* missing : {"reference", "returnUrl", "amount", "paymentMethod"}) {
        Json body = whole;
        body.erase(missing);
        const auto outcome = adyenPay(body, context());
        EXPECT_EQ(outcome.status, 422) << missing;
        EXPECT_EQ(outcome.body.at("status"), 422);
        EXPECT_FALSE(outcome.effect.payment);
    }
    EXPECT_EQ(adyenPay(payment("4111111111111111"), context()).body.at("errorCode"), "101");
    EXPECT_EQ(adyenPay(payment("test_4111111111111111", -1), context()).body.at("errorCode"),
              "137");
}

TEST(AdyenSettleTest, ACaptureTakesWhatIsThereOnceAndReleasesTheRest) {
    const auto effect = decide(AdyenVerb::Capture, authorised(), 600);
    EXPECT_EQ(sum(effect, "capture"), 600);
    EXPECT_EQ(sum(effect, "void"), 400);
    EXPECT_EQ(effect.notices.at(0).eventCode, "CAPTURE");
    EXPECT_TRUE(effect.notices.at(0).success);
    const auto again = decide(AdyenVerb::Capture, *effect.payment, 400);
    EXPECT_FALSE(again.notices.at(0).success);
    EXPECT_EQ(again.notices.at(0).reason, "Insufficient balance on payment");
    EXPECT_TRUE(again.movements.empty());
    EXPECT_FALSE(decide(AdyenVerb::Capture, authorised(), 1001).notices.at(0).success);
}

TEST(AdyenSettleTest, ACancelFreesAnAuthorisationAndNothingElse) {
    const auto effect = decide(AdyenVerb::Cancel, authorised());
    EXPECT_EQ(effect.notices.at(0).eventCode, "CANCELLATION");
    EXPECT_EQ(sum(effect, "void"), 1000);
    EXPECT_FALSE(decide(AdyenVerb::Capture, *effect.payment).notices.at(0).success);
    EXPECT_FALSE(decide(AdyenVerb::Cancel, *effect.payment).notices.at(0).success);
    const auto captured = decide(AdyenVerb::Capture, authorised());
    EXPECT_FALSE(decide(AdyenVerb::Cancel, *captured.payment).notices.at(0).success);
}

TEST(AdyenSettleTest, RefundsNeverExceedWhatWasCaptured) {
    EXPECT_FALSE(decide(AdyenVerb::Refund, authorised(), 1).notices.at(0).success);
    auto effect = decide(AdyenVerb::Capture, authorised());
    effect = decide(AdyenVerb::Refund, *effect.payment, 700);
    EXPECT_EQ(sum(effect, "refund"), 700);
    EXPECT_FALSE(decide(AdyenVerb::Refund, *effect.payment, 301).notices.at(0).success);
    EXPECT_TRUE(decide(AdyenVerb::Refund, *effect.payment, 300).notices.at(0).success);
}

TEST(AdyenSettleTest, AReversalCancelsOrRefundsAndSaysWhich) {
    auto effect = decide(AdyenVerb::Reversal, authorised());
    EXPECT_EQ(effect.notices.at(0).eventCode, "CANCEL_OR_REFUND");
    EXPECT_EQ(effect.notices.at(0).action, "cancel");
    EXPECT_EQ(sum(effect, "void"), 1000);
    effect = decide(AdyenVerb::Capture, authorised());
    effect = decide(AdyenVerb::Reversal, *effect.payment);
    EXPECT_EQ(effect.notices.at(0).action, "refund");
    EXPECT_EQ(sum(effect, "refund"), 1000);
}

TEST(AdyenSettleTest, WhatTheSchemeTakesBackIsBooked) {
    auto effect = decide(AdyenVerb::Capture, authorised("sandbox_captureFailsLater"));
    ASSERT_GT(effect.modification->dueAtMillis, kNow);
    effect = settle(*effect.modification, &*effect.payment, context());
    EXPECT_EQ(effect.notices.at(0).eventCode, "CAPTURE_FAILED");
    EXPECT_EQ(sum(effect, "capture"), -1000);
    EXPECT_EQ(sum(effect, "void"), 1000);
    for (const auto& [card, code] : {std::pair{"sandbox_refundFailsLater", "REFUND_FAILED"},
                                     std::pair{"sandbox_refundReversed", "REFUNDED_REVERSED"}}) {
        effect = decide(AdyenVerb::Capture, authorised(card));
        effect = decide(AdyenVerb::Refund, *effect.payment, 400);
        effect = settle(*effect.modification, &*effect.payment, context());
        EXPECT_EQ(effect.notices.at(0).eventCode, code);
        EXPECT_EQ(sum(effect, "refund"), -400);
        EXPECT_EQ(effect.payment->refunded, 0);
    }
}

TEST(AdyenSettleTest, ACancelOfWhatNobodyKnowsIsReceivedAndFails) {
    const auto received = adyenCancelByReference(
        Json{{"merchantAccount", "M"}, {"paymentReference", "nobody"}}, context());
    EXPECT_EQ(received.status, 201);
    const auto effect = settle(*received.effect.modification, nullptr, context());
    EXPECT_EQ(effect.notices.at(0).eventCode, "TECHNICAL_CANCEL");
    EXPECT_FALSE(effect.notices.at(0).success);
    EXPECT_EQ(effect.notices.at(0).merchantReference, "nobody");
}

TEST(AdyenSettleTest, MoneyIsNeitherMadeNorLostWhateverIsAsked) {
    const char* cards[] = {"sandbox_authorised", "sandbox_captureFailsLater",
                           "sandbox_refundFailsLater", "sandbox_refundReversed"};
    const AdyenVerb verbs[] = {AdyenVerb::Capture, AdyenVerb::Cancel, AdyenVerb::TechnicalCancel,
                               AdyenVerb::Refund, AdyenVerb::Reversal};
    std::uint32_t random = 1;
    const auto draw = [&](std::uint32_t below) {
        random = random * 1664525U + 1013904223U;
        return (random >> 8U) % below;
    };
    for (int story = 0; story < 2000; ++story) {
        AdyenPayment about = authorised(cards[draw(4)]);
        std::int64_t captured = 0;
        std::int64_t refunded = 0;
        std::int64_t released = 0;
        for (int step = 0; step < 8; ++step) {
            AdyenModification modification;
            modification.psp = "MOD";
            modification.payment = about.psp;
            modification.verb = verbs[draw(5)];
            modification.amount = 1 + draw(1200);
            AdyenEffect effect = settle(modification, &about, context());
            const bool undo = effect.modification->dueAtMillis != 0 && draw(2) == 0;
            for (int turn = 0; turn < (undo ? 2 : 1); ++turn) {
                if (turn == 1) effect = settle(*effect.modification, &about, context());
                captured += sum(effect, "capture");
                refunded += sum(effect, "refund");
                released += sum(effect, "void");
                about = *effect.payment;
            }
            ASSERT_EQ(about.captured, captured);
            ASSERT_EQ(about.refunded, refunded);
            ASSERT_EQ(about.released, released);
            ASSERT_LE(captured + released, 1000) << story;
            ASSERT_GE(captured, 0);
            ASSERT_GE(refunded, 0);
            ASSERT_GE(about.capturable(), 0);
            ASSERT_LE(refunded, 1000);
        }
    }
}

TEST(AdyenSnapshotTest, WhatTheLedgerKeepsComesBack) {
    AdyenPayment before = authorised("test_4212345678901237");
    before.bankAnswered = before.bankSaysYes = true;
    before.captured = 7;
    before.dueAtMillis = 9;
    EXPECT_EQ(snapshotOf(*adyenPaymentFrom(snapshotOf(before))), snapshotOf(before));
    AdyenModification modification;
    modification.verb = AdyenVerb::Reversal;
    modification.stage = AdyenModification::Stage::Succeeded;
    modification.cancelled = true;
    EXPECT_EQ(snapshotOf(*adyenModificationFrom(snapshotOf(modification))),
              snapshotOf(modification));
}

TEST(AdyenKeysTest, TheFirstAnswerComesAgainForSevenDays) {
    AdyenKeys keys(3);
    Answer first;
    EXPECT_EQ(keys.begin("k", "a", kNow, first), KeyState::New);
    EXPECT_EQ(keys.begin("k", "a", kNow, first), KeyState::InUse);
    keys.finish("k", {201, "body"});
    EXPECT_EQ(keys.begin("k", "a", kNow, first), KeyState::InUse);
    keys.release("k");
    EXPECT_EQ(keys.begin("k", "b", kNow + AdyenKeys::kWindowMillis - 1, first), KeyState::Replay);
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(first.body, "body");
    EXPECT_EQ(keys.replays(), 1u);
    EXPECT_EQ(keys.otherBodies(), 1u);
    EXPECT_EQ(keys.begin("k", "a", kNow + AdyenKeys::kWindowMillis, first), KeyState::New);
}

TEST(AdyenKeysTest, WhatFailedForAWhileIsFreeAndAFullSandboxForgetsNothing) {
    AdyenKeys keys(1);
    Answer first;
    EXPECT_EQ(keys.begin("k", "a", kNow, first), KeyState::New);
    EXPECT_EQ(keys.begin("l", "a", kNow, first), KeyState::Full);
    keys.abandon("k");
    EXPECT_EQ(keys.begin("k", "a", kNow, first), KeyState::New);
    keys.abandon("k");
    keys.restore("m", {200, "old"}, kNow - AdyenKeys::kWindowMillis, kNow);
    EXPECT_EQ(keys.size(), 0u);
    keys.restore("m", {200, "old"}, kNow - 1, kNow);
    EXPECT_EQ(keys.begin("m", "a", kNow, first), KeyState::Replay);
    EXPECT_EQ(keys.otherBodies(), 0u);
}

}  // namespace
}  // namespace tessera::paysim::adyen_operations
