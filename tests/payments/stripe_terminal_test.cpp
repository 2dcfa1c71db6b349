// SPDX-License-Identifier: Apache-2.0
// The adapter and the sandbox's readers: a tap, none, a cancel while it is waited for, and each
// fault of the call that starts it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/payments/fault_proxy.h"
#include "tests/payments/paysim.h"

namespace tessera::payments::test {
namespace {

using engine::AnswerKind;
using engine::ObjectState;
using engine::Operation;
using nlohmann::json;

StripeOptions withReaders(const std::string& url) {
    auto options = optionsFor(url, quick(Duration::ofMillis(1500)));
    options.readers = true;
    return options;
}

class StripeTerminalTest : public ::testing::Test {
protected:
    void SetUp() override {
        const auto made = post("/v1/terminal/readers", "registration_code=simulated-wpe&label=x");
        if (made.status == 404) GTEST_SKIP() << "this sandbox has no readers";
        ASSERT_EQ(made.status, 200) << made.body;
        reader = json::parse(made.body).at("id");
    }

    HttpAnswer post(const std::string& path, const std::string& body) {
        HttpCall call;
        call.method = "POST";
        call.url = sandbox.url() + path;
        call.headers = {"Authorization: Bearer sk_test_1"};
        call.body = body;
        return caller.ask(std::move(call));
    }
    engine::ProviderAnswer call(Operation operation, std::int32_t attemptTry = 1) {
        auto made = caller.next(operation);
        made.row.attemptTry = attemptTry;
        made.row.payload = reader;
        return caller.wait(made);
    }
    void created() {
        ++caller.attempt;
        const auto made = call(Operation::Create);
        ASSERT_EQ(made.kind, AnswerKind::Definitive) << made.evidence;
        caller.objectId = made.objectId;
    }
    HttpAnswer tap(const std::string& more = "type=card_present") {
        return post("/v1/test_helpers/terminal/readers/" + reader + "/present_payment_method",
                    more);
    }
    json action() {
        return json::parse(caller.ask(caller.requests.reader(reader)).body).at("action");
    }
    ObjectState state() { return caller.call(Operation::Retrieve).object; }

    Paysim sandbox;
    FaultProxy proxy{sandbox.url()};
    Caller caller{withReaders(proxy.url())};
    std::string reader;
};

TEST_F(StripeTerminalTest, ATapAuthorizesAndIsCaptured) {
    created();
    EXPECT_EQ(state(), ObjectState::RequiresPaymentMethod);
    EXPECT_EQ(call(Operation::Confirm).kind, AnswerKind::Accepted);
    EXPECT_EQ(state(), ObjectState::RequiresAction) << "the reader waits for the card";
    ASSERT_EQ(tap().status, 200);
    const auto authorized = caller.call(Operation::Retrieve);
    EXPECT_EQ(authorized.object, ObjectState::RequiresCapture);
    EXPECT_EQ(authorized.authorized, Money{1200});
    EXPECT_LT(authorized.captureBefore, Instant::never());
    EXPECT_EQ(caller.call(Operation::Capture).captured, Money{1200});
}

TEST_F(StripeTerminalTest, ADeclinedTapMayBeTriedAgain) {
    created();
    EXPECT_EQ(call(Operation::Confirm).kind, AnswerKind::Accepted);
    ASSERT_EQ(tap("type=card_present&card_present[number]=4000000000000002").status, 200);
    const auto declined = caller.call(Operation::Retrieve);
    EXPECT_EQ(declined.object, ObjectState::RequiresPaymentMethod);
    EXPECT_EQ(declined.declineReason, "generic_decline");
    EXPECT_EQ(call(Operation::Confirm, 2).kind, AnswerKind::Accepted) << "a key of its own";
    const auto again = caller.call(Operation::Retrieve);
    EXPECT_EQ(again.object, ObjectState::RequiresAction);
    EXPECT_EQ(again.declineReason, "") << "another card is being read";
    ASSERT_EQ(tap("type=card_present&card_present[number]=4000000000000069").status, 200);
    EXPECT_EQ(caller.call(Operation::Retrieve).declineReason, "expired_card");
    EXPECT_EQ(call(Operation::Confirm, 3).kind, AnswerKind::Accepted);
    ASSERT_EQ(tap().status, 200);
    const auto paid = caller.call(Operation::Retrieve);
    EXPECT_EQ(paid.object, ObjectState::RequiresCapture);
    EXPECT_EQ(paid.declineReason, "");
}

TEST_F(StripeTerminalTest, ACancelStopsTheReaderAndVoidsTheIntent) {
    created();
    EXPECT_EQ(call(Operation::Confirm).kind, AnswerKind::Accepted);
    EXPECT_EQ(call(Operation::Cancel).object, ObjectState::Canceled);
    EXPECT_TRUE(action().is_null() || action().at("status") != "in_progress");
    EXPECT_NE(tap().status, 200) << "nothing is waited for";
    created();
    EXPECT_EQ(call(Operation::Confirm).kind, AnswerKind::Accepted);
    ASSERT_EQ(tap().status, 200);
    const auto voided = call(Operation::Cancel);
    EXPECT_EQ(voided.object, ObjectState::Canceled) << "what was tapped is let go";
    EXPECT_EQ(voided.authorized, Money{0});
}

TEST_F(StripeTerminalTest, ABusyReaderRefusesAndTheOtherPaymentGoesOn) {
    created();
    EXPECT_EQ(call(Operation::Confirm).kind, AnswerKind::Accepted);
    const std::string first = caller.objectId;
    created();
    const auto refused = call(Operation::Confirm);
    EXPECT_EQ(refused.kind, AnswerKind::Refused) << refused.evidence;
    EXPECT_EQ(refused.object, ObjectState::RequiresPaymentMethod);
    EXPECT_EQ(refused.declineReason, "reader_busy");
    EXPECT_EQ(caller.call(Operation::Retrieve).declineReason, "reader_busy") << "and stays so";
    EXPECT_EQ(call(Operation::Cancel).object, ObjectState::Canceled);
    EXPECT_EQ(action().at("status"), "in_progress");
    caller.objectId = first;
    ASSERT_EQ(tap().status, 200);
    EXPECT_EQ(state(), ObjectState::RequiresCapture);
}

TEST_F(StripeTerminalTest, AReaderThatIsOfflineSaysSoAndTakesTheCardOnceItIsBack) {
    const std::string path = "/v1/terminal/readers/" + reader;
    ASSERT_EQ(post(path, "metadata[paysim_status]=offline").status, 200);
    created();
    EXPECT_EQ(call(Operation::Confirm).declineReason, "reader_offline");
    EXPECT_EQ(caller.call(Operation::Retrieve).declineReason, "reader_offline");
    ASSERT_EQ(post(path, "metadata[paysim_status]=").status, 200);
    EXPECT_EQ(caller.call(Operation::Retrieve).declineReason, "reader_idle");
    EXPECT_EQ(call(Operation::Confirm, 2).kind, AnswerKind::Accepted);
    EXPECT_EQ(caller.call(Operation::Retrieve).declineReason, "");
    ASSERT_EQ(tap().status, 200);
    EXPECT_EQ(state(), ObjectState::RequiresCapture);
}

// However the start goes wrong, one tap is one authorization of the amount.
TEST_F(StripeTerminalTest, EachFaultOfTheStartEndsWithOneTap) {
    const std::vector<std::string> faults{"delay=40ms", "delay=2500ms", "drop_before", "drop_after",
                                          "500",        "500_after",    "429",         "twice"};
    for (const auto& fault : faults) {
        created();
        proxy.plant("/process_payment_intent", fault);
        for (std::int32_t i = 1; i <= 4 && state() != ObjectState::RequiresAction; ++i) {
            for (int again = 0; again < 2; ++again) {
                if (call(Operation::Confirm, i).kind != AnswerKind::Unknown) break;
            }
        }
        ASSERT_EQ(state(), ObjectState::RequiresAction) << fault;
        ASSERT_EQ(tap().status, 200) << fault;
        EXPECT_NE(tap().status, 200) << fault << ": it waits for no second card";
        const auto authorized = caller.call(Operation::Retrieve);
        EXPECT_EQ(authorized.object, ObjectState::RequiresCapture) << fault;
        EXPECT_EQ(authorized.authorized, Money{1200}) << fault;
    }
    EXPECT_EQ(proxy.fired(), static_cast<int>(faults.size()));
}

// It was called refused, and who asked took it for no answer: the money was never given back again.
TEST_F(StripeTerminalTest, ALookAtARefundThatFailedLaterIsDefinitive) {
    ++caller.attempt;
    const auto made = caller.wait(caller.next(Operation::Create));
    caller.objectId = made.objectId;
    caller.clientSecret = made.clientSecret;
    ASSERT_EQ(caller.confirm("pm_card_refundFail").status, 200);
    ASSERT_EQ(caller.call(Operation::Capture).captured, Money{1200});
    caller.refund = RefundId{caller.attempt + 3};
    const auto done = caller.call(Operation::Refund);
    ASSERT_EQ(done.refund, engine::RefundStanding::Succeeded) << done.evidence;
    caller.objectId = done.refundObjectId;
    auto seen = caller.call(Operation::RetrieveRefund);
    const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (seen.refund == engine::RefundStanding::Succeeded &&
           std::chrono::steady_clock::now() < limit) {
        seen = caller.call(Operation::RetrieveRefund);
    }
    EXPECT_EQ(seen.refund, engine::RefundStanding::Failed) << seen.evidence;
    EXPECT_EQ(seen.kind, AnswerKind::Definitive);
    EXPECT_EQ(seen.refundObjectId, done.refundObjectId);
}

TEST_F(StripeTerminalTest, ARefundThatWaitsIsPendingUntilItIsDone) {
    created();
    caller.attemptTry = 1;
    ++caller.attempt;
    const auto made = caller.wait(caller.next(Operation::Create));
    caller.objectId = made.objectId;
    caller.clientSecret = made.clientSecret;
    ASSERT_EQ(caller.confirm("pm_card_pendingRefund").status, 200);
    ASSERT_EQ(caller.call(Operation::Capture).captured, Money{1200});
    caller.refund = RefundId{caller.attempt + 3};
    const auto pending = caller.call(Operation::Refund);
    EXPECT_EQ(pending.kind, AnswerKind::Accepted) << pending.evidence;
    EXPECT_EQ(pending.refund, engine::RefundStanding::Pending);
    const auto seen = caller.call(Operation::RetrieveRefund);
    EXPECT_EQ(seen.refundObjectId, pending.refundObjectId) << "found by its payment";
    caller.objectId = pending.refundObjectId;
    EXPECT_EQ(caller.call(Operation::RetrieveRefund).refundObjectId, pending.refundObjectId);
}

}  // namespace
}  // namespace tessera::payments::test
