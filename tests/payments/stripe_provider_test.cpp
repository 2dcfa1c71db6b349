// SPDX-License-Identifier: Apache-2.0
// The adapter against a real sandbox process.
#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>
#include <nlohmann/json.hpp>

#include "shared/http/server.h"
#include "tests/payments/paysim.h"
#include "tools/paysim/webhooks.h"

namespace tessera::payments::test {
namespace {

using engine::AnswerKind;
using engine::ObjectState;
using engine::Operation;

struct StripeProviderTest : ::testing::Test {
    Paysim sandbox;
    Caller caller{optionsFor(sandbox.url())};

    void authorize() {
        ASSERT_EQ(caller.create().kind, AnswerKind::Definitive);
        ASSERT_EQ(caller.confirm("pm_card_visa").status, 200);
    }
};

TEST_F(StripeProviderTest, APaymentIsCreatedConfirmedByTheBuyerAndCaptured) {
    const auto created = caller.create();
    EXPECT_EQ(created.kind, AnswerKind::Definitive);
    EXPECT_EQ(created.object, ObjectState::RequiresPaymentMethod);
    EXPECT_FALSE(created.clientSecret.empty());
    EXPECT_EQ(caller.call(Operation::Retrieve).object, ObjectState::RequiresPaymentMethod);
    EXPECT_EQ(caller.confirm("pm_card_visa").status, 200);
    const auto authorized = caller.call(Operation::Retrieve);
    EXPECT_EQ(authorized.object, ObjectState::RequiresCapture);
    EXPECT_EQ(authorized.authorized, Money{1200});
    EXPECT_EQ(authorized.captured, Money{0});
    EXPECT_LT(authorized.captureBefore, Instant::never());
    const auto captured = caller.call(Operation::Capture);
    EXPECT_EQ(captured.kind, AnswerKind::Definitive);
    EXPECT_EQ(captured.object, ObjectState::Succeeded);
    EXPECT_EQ(captured.captured, Money{1200});
    EXPECT_EQ(caller.call(Operation::Retrieve).captured, Money{1200});
}

// A rush sends five webhooks a payment; who asks after each asks five times for what is known.
TEST_F(StripeProviderTest, ItSaysWhichWebhooksTellNothingNew) {
    authorize();
    const nlohmann::json object{
        {"id", caller.objectId},
        {"metadata", {{"tessera_attempt", encodePublicId(EventId{77}, caller.attempt)}}}};
    const auto isNews = [&](const std::string& type) {
        const nlohmann::json body{
            {"id", "evt_1"}, {"object", "event"}, {"type", type}, {"data", {{"object", object}}}};
        const auto text = body.dump();
        const auto seconds = wallClock().micros / 1'000'000;
        const auto read = caller.provider->verifyWebhook(
            text, paysim::signWebhook(kWebhookSecret, seconds, text), wallClock());
        EXPECT_EQ(read.items.size(), 1u) << type;
        return !read.items.empty() && caller.provider->isNews(read.items[0]);
    };
    EXPECT_FALSE(isNews("payment_intent.created"));
    EXPECT_FALSE(isNews("charge.succeeded"));
    EXPECT_TRUE(isNews("payment_intent.amount_capturable_updated"));
    EXPECT_TRUE(isNews("payment_intent.succeeded")) << "somebody else's capture";
    ASSERT_EQ(caller.call(Operation::Capture).object, ObjectState::Succeeded);
    EXPECT_FALSE(isNews("payment_intent.succeeded"));
    EXPECT_FALSE(isNews("charge.captured"));
    EXPECT_TRUE(isNews("charge.refunded"));
    EXPECT_TRUE(isNews("payment_intent.canceled"));
}

TEST_F(StripeProviderTest, APaymentSaysWhichOrderItIsFor) {
    ASSERT_EQ(caller.create().kind, AnswerKind::Definitive);
    const auto shown = nlohmann::json::parse(caller.read().body);
    EXPECT_EQ(
        shown.at("description"),
        "Order " + encodePublicId(EventId{77}, caller.next(Operation::Create).row.order.value));
}

TEST_F(StripeProviderTest, ADeclineLeavesTheIntentOpenForAnotherCard) {
    ASSERT_EQ(caller.create().kind, AnswerKind::Definitive);
    EXPECT_EQ(caller.confirm("pm_card_chargeDeclined").status, 402);
    const auto declined = caller.call(Operation::Retrieve);
    EXPECT_EQ(declined.kind, AnswerKind::Definitive);
    EXPECT_EQ(declined.object, ObjectState::RequiresPaymentMethod);
    EXPECT_EQ(caller.confirm("pm_card_visa").status, 200);
    EXPECT_EQ(caller.call(Operation::Retrieve).object, ObjectState::RequiresCapture);
}

TEST_F(StripeProviderTest, ACancelledIntentIsVoidAndRefusesACapture) {
    authorize();
    const auto cancelled = caller.call(Operation::Cancel);
    EXPECT_EQ(cancelled.kind, AnswerKind::Definitive);
    EXPECT_EQ(cancelled.object, ObjectState::Canceled);
    EXPECT_EQ(cancelled.authorized, Money{0});
    const auto refused = caller.call(Operation::Capture);
    EXPECT_EQ(refused.kind, AnswerKind::Refused);
    EXPECT_EQ(refused.object, ObjectState::Canceled) << "a refusal shows the present state";
}

TEST_F(StripeProviderTest, ARefundShowsWhatWasRefunded) {
    authorize();
    ASSERT_EQ(caller.call(Operation::Capture).captured, Money{1200});
    const auto refunded = caller.call(Operation::Refund);
    EXPECT_EQ(refunded.kind, AnswerKind::Definitive);
    EXPECT_EQ(refunded.object, ObjectState::Succeeded);
    EXPECT_EQ(refunded.refunded, Money{1200});
    const auto again = caller.call(Operation::Refund);  // The same key.
    EXPECT_EQ(again.kind, AnswerKind::Definitive);
    EXPECT_EQ(again.refunded, Money{1200});
    ++caller.attemptTry;
    const auto more = caller.call(Operation::Refund);
    EXPECT_EQ(more.kind, AnswerKind::Refused);
    EXPECT_EQ(more.refunded, Money{1200}) << "a refusal shows what there is";
}

TEST_F(StripeProviderTest, TheSameKeyIsTheSameObject) {
    const auto first = caller.create();
    const auto repeated = caller.wait(caller.next(Operation::Create));
    EXPECT_EQ(repeated.objectId, first.objectId);
    EXPECT_EQ(repeated.clientSecret, first.clientSecret);
    EXPECT_NE(caller.create().objectId, first.objectId) << "another attempt is another object";
    auto other = caller.next(Operation::Create);
    other.row.amount = Money{1300};
    EXPECT_EQ(caller.wait(other).kind, AnswerKind::Unknown) << "a reused key says nothing";
}

TEST_F(StripeProviderTest, AnObjectThatIsNotFoundIsUnknown) {
    caller.objectId = "pi_unheard_of";
    for (const auto operation : {Operation::Retrieve, Operation::Cancel, Operation::Capture}) {
        EXPECT_EQ(caller.call(operation).kind, AnswerKind::Unknown);
    }
}

TEST_F(StripeProviderTest, AWrongKeyIsUnknown) {
    auto options = optionsFor(sandbox.url());
    options.apiKey = "nobody";
    Caller stranger(options);
    EXPECT_EQ(stranger.create().kind, AnswerKind::Unknown);
}

// A refused create has no object to look at; it is final for this attempt.
TEST_F(StripeProviderTest, ARefusedCreateIsRefusedWithoutAnObject) {
    auto call = caller.next(Operation::Create);
    call.row.amount = Money{0};
    const auto refused = caller.wait(call);
    EXPECT_EQ(refused.kind, AnswerKind::Refused);
    EXPECT_EQ(refused.object, ObjectState::None);
}

TEST(StripeProviderWebhookTest, TheSandboxsWebhookHintsAtItsAttempt) {
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::pair<std::string, std::string>> hooks;
    auto server = http::Server::start({}, [&](http::Request request, http::Responder responder) {
        const std::lock_guard lock(mutex);
        const std::string signature(request.header("Stripe-Signature").value_or(""));
        hooks.emplace_back(request.takeBody(), signature);
        responder.send({204, {}, {}});
        changed.notify_all();
    });
    ASSERT_TRUE(server.has_value());
    Paysim sandbox("http://127.0.0.1:" + std::to_string((*server)->port()) + "/hook");
    Caller caller(optionsFor(sandbox.url()));
    ASSERT_EQ(caller.create().kind, AnswerKind::Definitive);
    ASSERT_EQ(caller.confirm("pm_card_visa").status, 200);
    std::unique_lock lock(mutex);
    ASSERT_TRUE(changed.wait_for(lock, std::chrono::seconds(20), [&] { return !hooks.empty(); }));
    const auto& [body, signature] = hooks.front();
    using namespace std::chrono;
    const Instant now{duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
    const auto hint = caller.provider->verifyWebhook(body, signature, now);
    EXPECT_EQ(hint.outcome, WebhookOutcome::Hint);
    EXPECT_EQ(hint.hint.event, EventId{77});
    EXPECT_EQ(hint.hint.attempt, AttemptId{caller.attempt});
    EXPECT_EQ(caller.provider->verifyWebhook(body + " ", signature, now).outcome,
              WebhookOutcome::BadSignature);
    EXPECT_EQ(
        caller.provider->verifyWebhook(body, signature, now + Duration::ofSeconds(400)).outcome,
        WebhookOutcome::Stale);
    lock.unlock();
    server->reset();
}

}  // namespace
}  // namespace tessera::payments::test
