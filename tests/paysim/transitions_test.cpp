// SPDX-License-Identifier: Apache-2.0
// Every state of a payment intent under every verb, as Stripe documents it. Pure.
#include <gtest/gtest.h>

#include <map>

#include "tools/paysim/operations.h"

namespace tessera::paysim::test {
namespace {

constexpr Status kStates[] = {Status::RequiresPaymentMethod,
                              Status::RequiresConfirmation,
                              Status::RequiresAction,
                              Status::Processing,
                              Status::RequiresCapture,
                              Status::Succeeded,
                              Status::Canceled};

Intent intentIn(Status status) {
    Intent intent;
    intent.id = "pi_1";
    intent.currency = "eur";
    intent.amount = 1000;
    intent.manualCapture = true;
    intent.status = status;
    if (status != Status::RequiresPaymentMethod) intent.paymentMethod = "pm_card_visa";
    if (status == Status::RequiresCapture || status == Status::Succeeded) {
        intent.charge.emplace();
        intent.charge->amount = 1000;
        intent.charge->succeeded = true;
    }
    if (status == Status::RequiresCapture) intent.amountCapturable = 1000;
    if (status == Status::Succeeded) intent.charge->amountCaptured = 1000;
    return intent;
}

CallContext someContext() {
    CallContext context;
    context.nowMillis = 1'700'000'000'000;
    context.ids = {"pi_1", "s", "ch_1", "re_1", "tmr_1"};
    return context;
}

http::Form formOf(std::string_view text = {}) {
    return http::Form::parse(text).value();
}

// The state after `verb`; nothing where it was refused.
std::optional<Status> stateAfter(Status status, const std::string& verb) {
    const CallContext context = someContext();
    Effect effect;
    if (verb == "confirm") {
        effect = confirmIntent(intentIn(status), formOf("payment_method=pm_card_visa"), context);
    } else if (verb == "cancel") {
        effect = cancelIntent(intentIn(status), formOf(), context);
    } else if (verb == "capture") {
        effect = captureIntent(intentIn(status), formOf(), context);
    } else if (verb == "refund") {
        effect = createRefund(intentIn(status), formOf(), context);
    } else {
        effect = completeAction(intentIn(status), formOf(), context);
    }
    if (effect.error) return std::nullopt;
    return effect.intent.status;
}

TEST(TransitionsTest, EachVerbIsTakenInItsStatesAndNoOthers) {
    const std::map<std::string, std::map<Status, Status>> taken{
        {"confirm",
         {{Status::RequiresPaymentMethod, Status::RequiresCapture},
          {Status::RequiresConfirmation, Status::RequiresCapture},
          {Status::RequiresAction, Status::RequiresCapture}}},
        {"cancel",
         {{Status::RequiresPaymentMethod, Status::Canceled},
          {Status::RequiresConfirmation, Status::Canceled},
          {Status::RequiresAction, Status::Canceled},
          {Status::RequiresCapture, Status::Canceled}}},
        {"capture", {{Status::RequiresCapture, Status::Succeeded}}},
        {"refund", {{Status::Succeeded, Status::Succeeded}}},
        {"action", {{Status::RequiresAction, Status::RequiresCapture}}},
    };
    for (const auto& [verb, table] : taken) {
        for (const Status status : kStates) {
            const auto found = table.find(status);
            const auto expected =
                found == table.end() ? std::nullopt : std::optional(found->second);
            EXPECT_EQ(stateAfter(status, verb), expected) << verb << " in " << toText(status);
        }
    }
}

TEST(TransitionsTest, ManualConfirmationIsAskedForAgainAfterTheAction) {
    const CallContext context = someContext();
    Intent intent = intentIn(Status::RequiresPaymentMethod);
    intent.manualConfirmation = true;
    const auto card = formOf("payment_method=pm_card_authenticationRequired");
    Effect effect = confirmIntent(intent, card, context);
    EXPECT_EQ(effect.intent.status, Status::RequiresAction);
    effect = completeAction(effect.intent, formOf(), context);
    EXPECT_EQ(effect.intent.status, Status::RequiresConfirmation);
    effect = confirmIntent(effect.intent, formOf(), context);
    EXPECT_EQ(effect.intent.status, Status::RequiresCapture);
}

TEST(TransitionsTest, ALateAuthorizationIsProcessedAndThenAuthorizedOrNot) {
    CallContext context = someContext();
    context.lateAuthorizationMillis = 250;
    for (const bool good : {true, false}) {
        const auto card = formOf(good ? "payment_method=pm_card_visa"
                                      : "payment_method=pm_card_visa_chargeDeclined");
        const Effect effect = confirmIntent(intentIn(Status::RequiresPaymentMethod), card, context);
        EXPECT_FALSE(effect.error);
        EXPECT_EQ(effect.intent.status, Status::Processing);
        EXPECT_EQ(dueAt(effect.intent), 1'700'000'000'250);
        EXPECT_EQ(settleProcessing(effect.intent, context).intent.status,
                  good ? Status::RequiresCapture : Status::RequiresPaymentMethod);
    }
}

TEST(TransitionsTest, WhatTheLedgerKeepsOfAnIntentIsAllOfIt) {
    const CallContext context = someContext();
    const Effect made = createIntent(
        formOf("amount=7&currency=eur&confirm=true&payment_method=pm_card_visa&metadata[a]=b&"
               "confirmation_method=manual&payment_method_types[]=card&"
               "payment_method_types[]=card_present&description=x"),
        context);
    const auto back = intentFrom(snapshotOf(made.intent));
    ASSERT_TRUE(back);
    EXPECT_EQ(renderIntent(*back, {true, {}}), renderIntent(made.intent, {true, {}}));
    EXPECT_EQ(snapshotOf(*back), snapshotOf(made.intent));
}

}  // namespace
}  // namespace tessera::paysim::test
