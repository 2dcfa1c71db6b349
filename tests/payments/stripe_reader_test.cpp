// SPDX-License-Identifier: Apache-2.0
// Cards at terminals: in which order the adapter asks intent and reader, and what it makes of both.
#include <gtest/gtest.h>

#include "tests/payments/paysim.h"
#include "tests/payments/scripted_stripe.h"

namespace tessera::payments::test {
namespace {

using engine::AnswerKind;
using engine::ObjectState;
using engine::Operation;

class StripeReaderTest : public ::testing::Test {
protected:
    StripeReaderTest() : stripe([this](const std::string& asked) { return answer(asked); }) {
        auto options = optionsFor(stripe.url());
        options.readers = true;
        caller = std::make_unique<Caller>(options);
        caller->objectId = "pi_1";
    }

    ScriptedStripe::Answer answer(const std::string& asked) {
        if (asked.find("/cancel_action") != std::string::npos) {
            cancelledAction = true;
            return {cancelActionStatus, readerJson("")};
        }
        if (asked.find("/process_payment_intent") != std::string::npos) {
            return {processStatus,
                    processStatus == 200 ? readerJson(readerSays) : errorJson(refusal)};
        }
        if (asked.starts_with("GET /v1/terminal/readers/")) {
            json reader = readerJson(readerSays, readerIntent);
            reader["status"] = readerIsOffline ? "offline" : "online";
            if (!failureCode.empty()) reader["action"]["failure_code"] = failureCode;
            return {readerStatus, readerStatus == 200 ? reader : errorJson("resource_missing")};
        }
        if (asked.find("/cancel") != std::string::npos) return {200, intentJson("canceled")};
        return {200, intentJson(intentSays, {{"tessera_reader", "tmr_1"}})};
    }

    engine::ProviderAnswer atReader(Operation operation) {
        auto call = caller->next(operation);
        call.row.payload = "tmr_1";
        return caller->wait(call);
    }
    engine::ProviderAnswer confirm() { return atReader(Operation::Confirm); }

    std::string intentSays = "requires_payment_method";
    std::string readerSays = "in_progress";
    std::string readerIntent = "pi_1";
    std::string refusal = "terminal_reader_offline";
    std::string failureCode;
    bool readerIsOffline = false;
    int readerStatus = 200;
    int processStatus = 200;
    int cancelActionStatus = 200;
    std::atomic<bool> cancelledAction{false};
    ScriptedStripe stripe;
    std::unique_ptr<Caller> caller;
};

TEST_F(StripeReaderTest, ACreateForAReaderTakesCardsThatArePresent) {
    auto call = caller->next(Operation::Create);
    call.row.payload = "tmr_1";
    EXPECT_EQ(caller->wait(call).kind, AnswerKind::Definitive);
    const auto asked = stripe.asked();
    ASSERT_EQ(asked.size(), 1u);
    EXPECT_NE(asked[0].find("payment_method_types[]=card_present"), std::string::npos);
    EXPECT_NE(asked[0].find("metadata[tessera_reader]=tmr_1"), std::string::npos);
    EXPECT_NE(asked[0].find("capture_method=manual"), std::string::npos);
}

// After a crash only the intent says which reader may have it: it is written there first.
TEST_F(StripeReaderTest, AConfirmNotesTheReaderBeforeTheReaderHearsOfIt) {
    const auto said = confirm();
    EXPECT_EQ(said.kind, AnswerKind::Accepted) << said.evidence;
    EXPECT_EQ(said.object, ObjectState::RequiresAction);
    const auto asked = stripe.asked();
    ASSERT_EQ(asked.size(), 3u);
    EXPECT_EQ(asked[0], "POST /v1/payment_intents/pi_1 metadata[tessera_reader]=tmr_1");
    EXPECT_EQ(asked[1], "POST /v1/terminal/readers/tmr_1 metadata[tessera_attempt]=" +
                            encodePublicId(EventId{77}, caller->attempt))
        << "its webhooks say whose payment it was";
    EXPECT_EQ(asked[2],
              "POST /v1/terminal/readers/tmr_1/process_payment_intent payment_intent=pi_1");
    EXPECT_NE(stripe.keys()[0], stripe.keys()[1]);
    EXPECT_FALSE(stripe.keys()[0].empty());
    EXPECT_EQ(stripe.keys()[2], caller->next(Operation::Confirm).idempotencyKey());
}

TEST_F(StripeReaderTest, AnIntentThatIsPaidOrCancelledIsNotSentToAReader) {
    for (const std::string state : {"requires_capture", "canceled", "succeeded"}) {
        intentSays = state;
        const auto before = stripe.asked().size();
        EXPECT_EQ(confirm().kind, AnswerKind::Definitive) << state;
        EXPECT_EQ(stripe.asked().size(), before + 1) << state;
    }
}

TEST_F(StripeReaderTest, AReaderThatIsAwayRefusesAndTheIntentIsShown) {
    processStatus = 400;
    EXPECT_EQ(confirm().kind, AnswerKind::Accepted) << "it is at this payment already";
    readerSays = "";
    const auto said = confirm();
    EXPECT_EQ(said.kind, AnswerKind::Refused);
    EXPECT_EQ(said.object, ObjectState::RequiresPaymentMethod) << "the next try may be another";
    EXPECT_NE(said.evidence.find("terminal_reader_offline"), std::string::npos) << said.evidence;
    processStatus = 404;  // Not the intent: it is there.
    const auto missing = confirm();
    EXPECT_EQ(missing.kind, AnswerKind::Refused);
    EXPECT_FALSE(missing.notFound);
    for (const int silence : {0, 409, 429, 500, 503}) {
        processStatus = silence;
        EXPECT_EQ(confirm().kind, AnswerKind::Unknown) << silence;
    }
}

// Staff read that a card was waited for while no terminal asked for one.
TEST_F(StripeReaderTest, AConfirmThatTheReaderRefusesSaysWhyInOurWords) {
    readerSays = "";
    processStatus = 400;
    const std::pair<const char*, const char*> kWords[] = {
        {"terminal_reader_offline", "reader_offline"},
        {"terminal_reader_busy", "reader_busy"},
        {"terminal_reader_timeout", "reader_timeout"},
        {"resource_missing", "reader_unknown"},
        {"terminal_reader_hardware_fault", "reader_idle"}};
    for (const auto& [code, word] : kWords) {
        refusal = code;
        const auto said = confirm();
        EXPECT_EQ(said.kind, AnswerKind::Refused) << code;
        EXPECT_EQ(said.declineReason, word) << code;
    }
    intentSays = "requires_action";
    EXPECT_EQ(confirm().declineReason, "reader_idle");
    intentSays = "requires_payment_method";
    readerSays = "in_progress";
    EXPECT_EQ(confirm().declineReason, "") << "it is at this payment already";
    processStatus = 500;
    EXPECT_EQ(confirm().declineReason, "") << "nothing is known";
}

TEST_F(StripeReaderTest, ALookSaysWhyNoReaderAsksForTheCard) {
    const auto why = [&] { return caller->call(Operation::Retrieve).declineReason; };
    EXPECT_EQ(why(), "") << "it asks";
    readerSays = "succeeded";
    EXPECT_EQ(why(), "") << "a card was read since the intent was looked at";
    readerSays = "failed";
    EXPECT_EQ(why(), "") << "the intent will say it";
    failureCode = "terminal_reader_timeout";
    EXPECT_EQ(why(), "reader_timeout");
    failureCode = "customer_canceled";
    EXPECT_EQ(why(), "reader_idle");
    readerIntent = "pi_2";
    failureCode = "terminal_reader_timeout";
    EXPECT_EQ(why(), "reader_idle") << "that was another's";
    failureCode.clear();
    readerSays = "in_progress";
    EXPECT_EQ(why(), "reader_busy");
    readerSays = "";
    EXPECT_EQ(why(), "reader_idle");
    readerIsOffline = true;
    EXPECT_EQ(why(), "reader_offline");
    readerStatus = 404;
    EXPECT_EQ(why(), "reader_unknown");
    intentSays = "requires_capture";
    EXPECT_EQ(why(), "") << "it is paid";
}

TEST_F(StripeReaderTest, WhileTheReaderIsAtItARetrieveSaysThatTheBuyerIsToAct) {
    EXPECT_EQ(caller->call(Operation::Retrieve).object, ObjectState::RequiresAction);
    readerSays = "failed";
    EXPECT_EQ(caller->call(Operation::Retrieve).object, ObjectState::RequiresPaymentMethod);
    readerSays = "";
    EXPECT_EQ(caller->call(Operation::Retrieve).object, ObjectState::RequiresPaymentMethod);
    readerSays = "in_progress";
    readerIntent = "pi_2";
    EXPECT_EQ(caller->call(Operation::Retrieve).object, ObjectState::RequiresPaymentMethod)
        << "it is at another's";
    readerStatus = 404;
    EXPECT_EQ(caller->call(Operation::Retrieve).object, ObjectState::RequiresPaymentMethod)
        << "it is gone";
    readerStatus = 500;
    EXPECT_EQ(caller->call(Operation::Retrieve).kind, AnswerKind::Unknown);
    intentSays = "requires_capture";
    EXPECT_EQ(caller->call(Operation::Retrieve).object, ObjectState::RequiresCapture)
        << "the intent alone tells";
}

// A look at the intent showed it authorized, behind the deadline, and it was cancelled all the
// same.
TEST_F(StripeReaderTest, ACancelStopsTheReaderFirstAndLooksAtNothingElse) {
    EXPECT_EQ(atReader(Operation::Cancel).object, ObjectState::Canceled);
    EXPECT_TRUE(cancelledAction);
    const auto asked = stripe.asked();
    ASSERT_EQ(asked.size(), 3u);
    EXPECT_TRUE(asked[0].starts_with("GET /v1/terminal/readers/tmr_1")) << asked[0];
    EXPECT_EQ(asked[1], "POST /v1/terminal/readers/tmr_1/cancel_action ");
    EXPECT_EQ(asked[2], "POST /v1/payment_intents/pi_1/cancel ");
}

TEST_F(StripeReaderTest, ACancelOfAPaymentThatNoReaderHasIsOneRequest) {
    EXPECT_EQ(caller->call(Operation::Cancel).object, ObjectState::Canceled);
    EXPECT_EQ(stripe.asked().size(), 1u);
}

TEST_F(StripeReaderTest, ACancelLeavesAReaderAloneThatIsAtAnothersPayment) {
    readerIntent = "pi_2";
    EXPECT_EQ(atReader(Operation::Cancel).object, ObjectState::Canceled);
    EXPECT_FALSE(cancelledAction);
    readerSays = "succeeded";
    readerIntent = "pi_1";
    EXPECT_EQ(atReader(Operation::Cancel).object, ObjectState::Canceled);
    EXPECT_FALSE(cancelledAction) << "it has its card already";
    readerStatus = 500;
    EXPECT_EQ(atReader(Operation::Cancel).object, ObjectState::Canceled);
    EXPECT_FALSE(cancelledAction) << "nothing is known of it";
}

TEST_F(StripeReaderTest, WithoutReadersACancelIsOneRequestAndAConfirmIsRefused) {
    Caller plain(optionsFor(stripe.url()));
    plain.objectId = "pi_1";
    EXPECT_EQ(plain.call(Operation::Cancel).object, ObjectState::Canceled);
    EXPECT_EQ(stripe.asked().size(), 1u);
    auto call = plain.next(Operation::Confirm);
    call.row.payload = "tmr_1";
    EXPECT_EQ(plain.wait(call).kind, AnswerKind::Refused);
}

// An id goes into a path.
TEST_F(StripeReaderTest, AReadersIdOfAnotherShapeIsNotAskedFor) {
    for (const auto operation : {Operation::Create, Operation::Confirm}) {
        auto call = caller->next(operation);
        call.row.payload = "../refunds?x=";
        EXPECT_EQ(caller->wait(call).kind, AnswerKind::Refused);
    }
    for (const auto& asked : stripe.asked()) EXPECT_TRUE(asked.starts_with("GET ")) << asked;
}

}  // namespace
}  // namespace tessera::payments::test
