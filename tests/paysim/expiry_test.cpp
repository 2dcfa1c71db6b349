// SPDX-License-Identifier: Apache-2.0
// Authorizations that are not captured in time.
#include <signal.h>

#include "tests/paysim/sandbox_process.h"
#include "tools/paysim/operations.h"

namespace tessera::paysim::test {
namespace {

std::string urlOf(const Json& intent, const std::string& verb = {}) {
    return "/v1/payment_intents/" + intent.at("id").get<std::string>() + verb;
}

bool isCanceled(const Json& intent) {
    return intent.at("status") == "canceled";
}

Intent authorized(std::int64_t authorizeSeconds) {
    CallContext context;
    context.nowMillis = 1'700'000'000'123;
    context.ids = {"pi_1", "s", "ch_1", "re_1", "tmr_1"};
    context.authorizeSeconds = authorizeSeconds;
    const auto form = http::Form::parse(
        "amount=700&currency=eur&capture_method=manual&payment_method=pm_card_visa&confirm=true");
    return createIntent(*form, context).intent;
}

TEST(ExpiryTest, AnAuthorizationIsDueWhenItsTimeToCaptureIsOver) {
    const Intent intent = authorized(60);
    EXPECT_EQ(intent.charge->captureBefore, 1'700'000'060);
    EXPECT_EQ(dueAt(intent), 1'700'000'060'000);
    CallContext context;
    context.nowMillis = dueAt(intent);
    const Effect effect = expireAuthorization(intent, context);
    EXPECT_EQ(effect.intent.status, Status::Canceled);
    EXPECT_EQ(effect.intent.cancellationReason, "automatic");
    EXPECT_EQ(effect.intent.amountCapturable, 0);
    EXPECT_TRUE(effect.intent.charge->released);
    ASSERT_EQ(effect.movements.size(), 1u);
    EXPECT_EQ(effect.movements[0].kind, "void");
    EXPECT_EQ(effect.movements[0].amount, 700);
    EXPECT_EQ(effect.events,
              (std::vector<std::string_view>{"charge.expired", "payment_intent.canceled"}));
    EXPECT_EQ(dueAt(effect.intent), 0);
}

TEST(ExpiryTest, TheTimerCancelsWhatNobodyAsksFor) {
    SandboxProcess sandbox({"--authorize-for", "1"});
    const Json intent = sandbox.create();
    sandbox.confirm(intent, "pm_card_visa");
    // Asks for nothing that could settle it on the way.
    ASSERT_TRUE(sandbox.becomes("/sandbox/stats",
                                [](const Json& stats) { return stats.at("events") == 5; }));
    const auto lines = sandbox.ledger();
    EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [&](const Json& line) {
        return line.at("type") == "expire" && line.at("intent") == intent.at("id");
    }));
    EXPECT_EQ(sandbox.moved(), (std::map<std::string, long>{{"authorize", 1000}, {"void", 1000}}));
    const Json now = sandbox.fetch(intent);
    EXPECT_EQ(now.at("status"), "canceled");
    EXPECT_EQ(now.at("cancellation_reason"), "automatic");
}

TEST(ExpiryTest, ACaptureThatComesTooLateIsRefused) {
    SandboxProcess sandbox({"--authorize-for", "1"});
    const Json intent = sandbox.create();
    sandbox.confirm(intent, "pm_card_visa");
    ASSERT_TRUE(sandbox.becomes(urlOf(intent), isCanceled));
    const Result late = sandbox.post(urlOf(intent, "/capture"), "");
    EXPECT_EQ(late.status, 400);
    EXPECT_EQ(late.error(), "payment_intent_unexpected_state");
    EXPECT_EQ(late.body.at("error").at("payment_intent").at("status"), "canceled");
    const Json charge =
        sandbox.get("/v1/charges?payment_intent=" + intent.at("id").get<std::string>())
            .body.at("data")
            .at(0);
    EXPECT_EQ(charge.at("refunded"), true);
    EXPECT_EQ(charge.at("captured"), false);
    EXPECT_EQ(charge.at("amount_refunded"), 1000);
}

TEST(ExpiryTest, ARestartFindsWhatHasExpiredMeanwhile) {
    SandboxProcess sandbox({"--authorize-for", "2"});
    const Json intent = sandbox.create();
    sandbox.confirm(intent, "pm_card_visa");
    sandbox.restart(SIGKILL);
    EXPECT_TRUE(sandbox.becomes(urlOf(intent), isCanceled));
    sandbox.restart(SIGKILL);
    EXPECT_EQ(sandbox.fetch(intent).at("status"), "canceled");
    EXPECT_EQ(sandbox.moved(), (std::map<std::string, long>{{"authorize", 1000}, {"void", 1000}}));
}

}  // namespace
}  // namespace tessera::paysim::test
