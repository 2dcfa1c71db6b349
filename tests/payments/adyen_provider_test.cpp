// SPDX-License-Identifier: Apache-2.0
// The adapter and the sandbox over real sockets: what a payment comes to, and what is told of it.
#include <gtest/gtest.h>

#include <thread>

#include "server/payments/adyen_reading.h"
#include "tests/payments/adyen_stack.h"

namespace tessera::payments::adyen_payments {
namespace {

using engine::AnswerKind;
using engine::ObjectState;
using engine::Operation;
using engine::ProviderAnswer;
using engine::RefundStanding;
using test::AdyenStack;

const std::string kGood = "test_4111111111111111";

void expectState(const ProviderAnswer& answer, AnswerKind kind, ObjectState state) {
    EXPECT_EQ(answer.kind, kind) << answer.evidence;
    EXPECT_EQ(answer.object, state) << answer.evidence;
}

// An attempt that is captured.
void capture(AdyenStack& stack, const std::string& card) {
    ASSERT_EQ(stack.pay(card).object, ObjectState::RequiresCapture);
    const auto answer = stack.settle(Operation::Capture);
    ASSERT_EQ(answer.object, ObjectState::Succeeded) << answer.evidence;
}

TEST(AdyenProviderTest, ItSaysWhatItCannotDo) {
    AdyenStack stack;
    const auto can = stack.provider->capabilities();
    EXPECT_TRUE(can.modificationsAreAsynchronous);
    EXPECT_TRUE(can.confirmsByCall);
    EXPECT_FALSE(can.fenceable);
    EXPECT_FALSE(can.lookUpByReference);
    EXPECT_FALSE(can.lists);
    EXPECT_EQ(can.idempotencyWindow.micros, Duration::ofSeconds(7 * 24 * 3600).micros);
    EXPECT_EQ(stack.provider->kind(), engine::ProviderKind::Adyen);
}

TEST(AdyenProviderTest, CreatingIsOurOwnAndCallsNobody) {
    AdyenStack stack;
    stack.killSandbox();
    const auto answer = stack.call(Operation::Create);
    expectState(answer, AnswerKind::Definitive, ObjectState::RequiresPaymentMethod);
    EXPECT_EQ(answer.objectId, encodePublicId(EventId{77}, stack.attempt));
}

TEST(AdyenProviderTest, AnAuthorisedPaymentIsCapturableAndItsNotificationSaysTheSame) {
    AdyenStack stack;
    const auto answer = stack.pay(kGood);
    expectState(answer, AnswerKind::Definitive, ObjectState::RequiresCapture);
    EXPECT_EQ(answer.authorized.minor, 1200);
    EXPECT_EQ(answer.objectId, encodePublicId(EventId{77}, stack.attempt));
    ASSERT_TRUE(stack.heard("AUTHORISATION"));
    const auto seen = stack.call(Operation::Retrieve);
    expectState(seen, AnswerKind::Definitive, ObjectState::RequiresCapture);
    EXPECT_EQ(seen.authorized.minor, 1200);
    EXPECT_NE(seen.evidence.find("AUTHORISATION true"), std::string::npos) << seen.evidence;
    EXPECT_EQ(stack.moved("authorize"), 1200);
}

TEST(AdyenProviderTest, ARefusedPaymentMayBeTriedAgain) {
    AdyenStack stack;
    const auto refused = stack.pay("sandbox_refused");
    expectState(refused, AnswerKind::Definitive, ObjectState::RequiresPaymentMethod);
    EXPECT_NE(refused.evidence.find("Refused"), std::string::npos) << refused.evidence;
    ASSERT_TRUE(stack.heard("AUTHORISATION"));
    expectState(stack.call(Operation::Retrieve), AnswerKind::Definitive,
                ObjectState::RequiresPaymentMethod);
    ++stack.attemptTry;
    expectState(stack.pay(kGood), AnswerKind::Definitive, ObjectState::RequiresCapture);
    EXPECT_EQ(stack.moved("authorize"), 1200);
}

TEST(AdyenProviderTest, ARedirectIsFinishedWithWhatTheBankGaveBack) {
    for (const bool yes : {true, false}) {
        AdyenStack stack;
        const auto away = stack.pay("test_4212345678901237");
        expectState(away, AnswerKind::Definitive, ObjectState::RequiresAction);
        ASSERT_NE(away.clientSecret.find("/sandbox/adyen/bank/"), std::string::npos);
        expectState(stack.call(Operation::Retrieve), AnswerKind::Definitive,
                    ObjectState::RequiresAction);
        const auto state = yes ? ObjectState::RequiresCapture : ObjectState::RequiresPaymentMethod;
        expectState(stack.returnFromBank(away.clientSecret, yes), AnswerKind::Definitive, state);
        ASSERT_TRUE(stack.heard("AUTHORISATION"));
        expectState(stack.call(Operation::Retrieve), AnswerKind::Definitive, state);
        EXPECT_EQ(stack.moved("authorize"), yes ? 1200 : 0);
    }
}

TEST(AdyenProviderTest, AnOfferThatIsClosedCanBeTriedAgain) {
    AdyenStack stack;
    expectState(stack.pay("sandbox_redirectCloses_1"), AnswerKind::Definitive,
                ObjectState::RequiresAction);
    ASSERT_TRUE(stack.heard("OFFER_CLOSED"));
    expectState(stack.call(Operation::Retrieve), AnswerKind::Definitive,
                ObjectState::RequiresPaymentMethod);
}

TEST(AdyenProviderTest, APendingPaymentIsProcessingUntilItsNotification) {
    for (const std::string card : {"pending", "received", "pendingRefused"}) {
        AdyenStack stack;
        expectState(stack.pay("sandbox_" + card + "_50"), AnswerKind::Definitive,
                    ObjectState::Processing);
        ASSERT_TRUE(stack.heard("AUTHORISATION"));
        expectState(stack.call(Operation::Retrieve), AnswerKind::Definitive,
                    card == "pendingRefused" ? ObjectState::RequiresPaymentMethod
                                             : ObjectState::RequiresCapture);
    }
}

TEST(AdyenProviderTest, ACaptureIsReceivedAndThenCaptured) {
    AdyenStack stack;
    stack.pay(kGood);
    const auto received = stack.call(Operation::Capture);
    EXPECT_EQ(received.kind, AnswerKind::Accepted) << received.evidence;
    ASSERT_TRUE(stack.heard("CAPTURE"));
    const auto answer = stack.call(Operation::Capture);
    expectState(answer, AnswerKind::Definitive, ObjectState::Succeeded);
    EXPECT_EQ(answer.captured.minor, 1200);
    EXPECT_NE(answer.evidence.find("CAPTURE true"), std::string::npos) << answer.evidence;
    EXPECT_EQ(stack.moved("capture"), 1200);
}

TEST(AdyenProviderTest, ACaptureThatFailsIsRefusedAndTheAuthorisationStays) {
    AdyenStack stack;
    stack.pay("sandbox_captureFails");
    const auto answer = stack.settle(Operation::Capture);
    expectState(answer, AnswerKind::Refused, ObjectState::RequiresCapture);
    EXPECT_NE(answer.evidence.find("CAPTURE false"), std::string::npos) << answer.evidence;
    EXPECT_EQ(answer.captured.minor, 0);
    EXPECT_EQ(stack.moved("capture"), 0);
}

TEST(AdyenProviderTest, ACaptureThatFailsLaterIsNoLongerCaptured) {
    AdyenStack stack;
    // On a busy machine the failure may be there as soon as the capture is.
    ASSERT_EQ(stack.pay("sandbox_captureFailsLater").object, ObjectState::RequiresCapture);
    (void)stack.settle(Operation::Capture);
    ASSERT_TRUE(stack.heard("CAPTURE_FAILED"));
    const auto seen = stack.call(Operation::Retrieve);
    EXPECT_NE(seen.object, ObjectState::Succeeded);
    EXPECT_EQ(seen.captured.minor, 0);
    EXPECT_EQ(stack.call(Operation::Capture).kind, AnswerKind::Refused);
    EXPECT_EQ(stack.moved("capture"), 0);
}

TEST(AdyenProviderTest, ACancelIsReceivedAndThenCanceled) {
    AdyenStack stack;
    stack.pay(kGood);
    EXPECT_EQ(stack.call(Operation::Cancel).kind, AnswerKind::Accepted);
    const auto answer = stack.settle(Operation::Cancel);
    expectState(answer, AnswerKind::Definitive, ObjectState::Canceled);
    EXPECT_NE(answer.evidence.find("TECHNICAL_CANCEL true"), std::string::npos);
    EXPECT_EQ(stack.moved("void"), 1200);
}

TEST(AdyenProviderTest, ACancelOfAPaymentThatNobodyKnowsIsCanceledAndALateOneShows) {
    AdyenStack stack;
    const auto answer = stack.settle(Operation::Cancel);
    expectState(answer, AnswerKind::Definitive, ObjectState::Canceled);
    EXPECT_NE(answer.evidence.find("TECHNICAL_CANCEL false"), std::string::npos);
    // It was under way all the time: what cannot be fenced.
    stack.pay(kGood);
    ASSERT_TRUE(stack.heard("AUTHORISATION"));
    expectState(stack.call(Operation::Retrieve), AnswerKind::Definitive,
                ObjectState::RequiresCapture);
    ++stack.attemptTry;
    expectState(stack.settle(Operation::Cancel), AnswerKind::Definitive, ObjectState::Canceled);
    EXPECT_EQ(stack.moved("void"), 1200);
}

TEST(AdyenProviderTest, ACancelOfWhatIsPendingOrCapturedIsRefused) {
    AdyenStack stack;
    stack.pay("sandbox_pending_600000");
    expectState(stack.settle(Operation::Cancel), AnswerKind::Refused, ObjectState::Processing);
    stack.begin();
    capture(stack, kGood);
    expectState(stack.settle(Operation::Cancel), AnswerKind::Refused, ObjectState::Succeeded);
    EXPECT_EQ(stack.moved("void"), 0);
}

TEST(AdyenProviderTest, APartialRefundIsReceivedAndThenPaidBack) {
    AdyenStack stack;
    capture(stack, kGood);
    stack.amount = Money{500};
    stack.refund = RefundId{31};
    const auto received = stack.call(Operation::Refund);
    EXPECT_EQ(received.kind, AnswerKind::Accepted);
    EXPECT_EQ(received.refund, RefundStanding::None);
    stack.refundObject = received.refundObjectId;
    ASSERT_TRUE(stack.heard("REFUND"));
    const auto answer = stack.call(Operation::Refund);
    EXPECT_EQ(answer.refund, RefundStanding::Succeeded) << answer.evidence;
    EXPECT_EQ(answer.refunded.minor, 500);
    EXPECT_EQ(answer.captured.minor, 1200);
    EXPECT_EQ(stack.call(Operation::RetrieveRefund).refund, RefundStanding::Succeeded);
    // Of two refunds each is told apart.
    stack.refund = RefundId{32};
    stack.amount = Money{700};
    EXPECT_EQ(stack.settle(Operation::Refund).refunded.minor, 1200);
    stack.refund = RefundId{33};
    const auto third = stack.settle(Operation::Refund);
    EXPECT_EQ(third.kind, AnswerKind::Refused);
    EXPECT_EQ(third.refund, RefundStanding::Failed);
    EXPECT_EQ(stack.moved("refund"), 1200);
}

TEST(AdyenProviderTest, ARefundMayFailAtOnceLaterOrBeSentBack) {
    struct Row {
        const char* card;
        const char* kind;
        AnswerKind answer;
    };
    for (const Row& row :
         {Row{"sandbox_refundFails", "REFUND", AnswerKind::Refused},
          Row{"sandbox_refundFailsLater", "REFUND_FAILED", AnswerKind::Refused},
          Row{"sandbox_refundReversed", "REFUNDED_REVERSED", AnswerKind::Refused}}) {
        AdyenStack stack;
        capture(stack, row.card);
        stack.refund = RefundId{41};
        stack.call(Operation::Refund);
        ASSERT_TRUE(stack.heard(row.kind));
        const auto seen = stack.call(Operation::RetrieveRefund);
        EXPECT_EQ(seen.refund, RefundStanding::Failed) << seen.evidence;
        EXPECT_EQ(seen.refunded.minor, 0);
        EXPECT_EQ(stack.call(Operation::Refund).kind, row.answer);
        EXPECT_EQ(stack.moved("refund"), 0);
    }
}

TEST(AdyenProviderTest, TheLookAtARefundThatDidNotArriveMakesIt) {
    AdyenStack stack;
    capture(stack, kGood);
    stack.refund = RefundId{51};
    stack.proxy.plant("drop_before");
    EXPECT_EQ(stack.call(Operation::Refund).kind, AnswerKind::Unknown);
    stack.proxy.plant({});
    const auto looked = stack.call(Operation::RetrieveRefund);
    EXPECT_EQ(looked.kind, AnswerKind::Definitive) << looked.evidence;
    EXPECT_EQ(looked.refund, RefundStanding::Pending);
    ASSERT_TRUE(stack.heard("REFUND"));
    EXPECT_EQ(stack.call(Operation::RetrieveRefund).refund, RefundStanding::Succeeded);
    EXPECT_EQ(stack.moved("refund"), 1200);
}

TEST(AdyenProviderTest, ThereIsOneCaptureAtATimeWhateverItsTry) {
    AdyenStack stack;
    stack.deaf = true;
    stack.pay(kGood);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(stack.call(Operation::Capture).kind, AnswerKind::Accepted);
        EXPECT_EQ(stack.call(Operation::Retrieve).kind, AnswerKind::Accepted);
        ++stack.attemptTry;
    }
    stack.deaf = false;
    ASSERT_TRUE(stack.heard("CAPTURE"));
    expectState(stack.call(Operation::Capture), AnswerKind::Definitive, ObjectState::Succeeded);
    EXPECT_EQ(stack.stats().at("modifications"), 1);
}

TEST(AdyenProviderTest, ACaptureThatFailedIsToldOnceAndThenMadeAgain) {
    AdyenStack stack;
    stack.pay("sandbox_captureFails");
    for (int modifications = 1; modifications <= 3; ++modifications) {
        EXPECT_EQ(stack.call(Operation::Capture).kind, AnswerKind::Accepted);
        ++stack.attemptTry;
        while (stack.call(Operation::Retrieve).kind != AnswerKind::Definitive) {
            std::this_thread::yield();
        }
        expectState(stack.call(Operation::Capture), AnswerKind::Refused,
                    ObjectState::RequiresCapture);
        EXPECT_EQ(stack.stats().at("modifications"), modifications);
        ++stack.attemptTry;
    }
}

// An authorisation whose cancel is under way would get tickets, and then nothing is paid.
TEST(AdyenProviderTest, WhileACancelMayBeUnderWayNothingIsSaidOfTheAuthorisation) {
    for (const char* fault : {"drop_before", "drop_after", "500", "500_after"}) {
        AdyenStack stack;
        stack.pay(kGood);
        ASSERT_TRUE(stack.heard("AUTHORISATION"));
        stack.deaf = true;
        stack.proxy.plant(fault);
        EXPECT_EQ(stack.call(Operation::Cancel).kind, AnswerKind::Unknown) << fault;
        ++stack.attemptTry;
        EXPECT_EQ(stack.call(Operation::Retrieve).kind, AnswerKind::Unknown) << fault;
        stack.proxy.plant({});
        // It goes out again by the look, with its own key.
        EXPECT_EQ(stack.call(Operation::Retrieve).kind, AnswerKind::Accepted) << fault;
        EXPECT_EQ(stack.call(Operation::Cancel).kind, AnswerKind::Accepted) << fault;
        stack.deaf = false;
        ASSERT_TRUE(stack.heard("TECHNICAL_CANCEL"));
        expectState(stack.call(Operation::Retrieve), AnswerKind::Definitive, ObjectState::Canceled);
        EXPECT_EQ(stack.stats().at("modifications"), 1) << fault;
    }
}

TEST(AdyenProviderTest, AConfirmAfterOneThatNobodyAnsweredMakesNoSecondPayment) {
    for (const char* fault : {"drop_before", "drop_after", "500", "500_after"}) {
        AdyenStack stack;
        stack.deaf = true;
        stack.proxy.plant(fault);
        EXPECT_EQ(stack.pay(kGood).kind, AnswerKind::Unknown) << fault;
        stack.proxy.plant({});
        expectState(stack.call(Operation::Retrieve), AnswerKind::Definitive,
                    ObjectState::RequiresAction);
        ++stack.attemptTry;
        expectState(stack.pay("test_5555444433331111"), AnswerKind::Definitive,
                    ObjectState::RequiresCapture);
        EXPECT_EQ(stack.moved("authorize"), 1200) << fault;
        EXPECT_EQ(stack.stats().at("payments"), 1) << fault;
    }
}

TEST(AdyenProviderTest, ACardInTheClearIsNotPassedOn) {
    AdyenStack stack;
    stack.killSandbox();  // Whoever called would be Unknown.
    for (const char* payload :
         {R"({"paymentMethod":{"type":"scheme","number":"4111111111111111"}})",
          R"({"paymentMethod":{"type":"scheme","encryptedCardNumber":1}})", R"({"details":{}})",
          R"({"paymentMethod":"scheme"})", "", "[]", "{"}) {
        Call call = stack.next(Operation::Confirm);
        call.row.payload = payload;
        expectState(stack.wait(std::move(call)), AnswerKind::Refused,
                    ObjectState::RequiresPaymentMethod);
    }
}

TEST(AdyenProviderTest, NothingOfACardIsKeptOrSaid) {
    AdyenStack stack;
    std::string said = stack.pay(kGood).evidence;
    ASSERT_TRUE(stack.heard("AUTHORISATION"));
    said += stack.call(Operation::Retrieve).evidence;
    for (const WebhookItem& item : stack.inbox->all()) said += item.id + item.kind + item.reason;
    EXPECT_EQ(said.find("1111"), std::string::npos) << said;
    EXPECT_EQ(said.find("03/2030"), std::string::npos) << said;
    EXPECT_EQ(said.find("test_4"), std::string::npos) << said;
}

TEST(AdyenProviderTest, WhatCannotBeStoredIsNotSent) {
    AdyenStack stack;
    stack.deaf = true;
    stack.inbox->refuse(true);
    EXPECT_EQ(stack.pay(kGood).kind, AnswerKind::Unknown);
    EXPECT_EQ(stack.stats().at("payments"), 0);
    stack.inbox->refuse(false);
    expectState(stack.pay(kGood), AnswerKind::Definitive, ObjectState::RequiresCapture);
    EXPECT_EQ(stack.moved("authorize"), 1200);
}

TEST(AdyenProviderTest, NotificationsWaitForAReceiverAndSurviveARestart) {
    AdyenStack stack;
    stack.deaf = true;
    stack.pay(kGood);
    stack.call(Operation::Capture);
    stack.killSandbox();
    stack.deaf = false;
    stack.startSandbox();
    ASSERT_TRUE(stack.heard("AUTHORISATION"));
    ASSERT_TRUE(stack.heard("CAPTURE"));
    expectState(stack.call(Operation::Capture), AnswerKind::Definitive, ObjectState::Succeeded);
    EXPECT_EQ(stack.moved("capture"), 1200);
}

TEST(AdyenProviderTest, DoublesAndAnotherOrderChangeNothing) {
    AdyenStack stack({"--adyen-duplicate", "1", "--adyen-reorder", "0.5", "--adyen-batch", "3"});
    capture(stack, kGood);
    stack.refund = RefundId{61};
    stack.amount = Money{300};
    ASSERT_EQ(stack.settle(Operation::Refund).refund, RefundStanding::Succeeded);
    ASSERT_TRUE(stack.heard("AUTHORISATION"));
    const auto before = stack.call(Operation::Retrieve);
    const std::size_t items = stack.inbox->all().size();
    const auto answer = stack.post("/sandbox/adyen/notifications/replay?seed=7", {});
    ASSERT_EQ(answer.status, 200);
    EXPECT_EQ(nlohmann::json::parse(answer.body).at("sent"), 6);
    // Three notifications, each twice at least, then each of the replay's six twice.
    ASSERT_TRUE(stack.inbox->waitForCount(items + 6));
    const auto after = stack.call(Operation::Retrieve);
    EXPECT_EQ(stack.inbox->all().size(), items);
    EXPECT_EQ(after.object, before.object);
    EXPECT_EQ(after.captured.minor, before.captured.minor);
    EXPECT_EQ(after.refunded.minor, 300);
}

}  // namespace
}  // namespace tessera::payments::adyen_payments
