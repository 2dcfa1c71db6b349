// SPDX-License-Identifier: Apache-2.0
// Each call of the Adyen adapter with each fault in turn: the same call again finds what was done,
// and no more is ever done than once.
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "tests/payments/adyen_stack.h"

namespace tessera::payments::adyen_faults {
namespace {

using engine::AnswerKind;
using engine::ObjectState;
using engine::Operation;
using engine::RefundStanding;
using test::AdyenStack;

const std::string kGood = "test_4111111111111111";

struct Row {
    Operation operation;
    const char* fault;
    bool done;  // At the provider, in spite of the fault.
};

std::vector<Row> rows() {
    std::vector<Row> all;
    for (const Operation operation :
         {Operation::Confirm, Operation::Capture, Operation::Cancel, Operation::Refund}) {
        all.push_back({operation, "delay=2000ms", true});
        all.push_back({operation, "drop_before", false});
        all.push_back({operation, "drop_after", true});
        all.push_back({operation, "500", false});
        all.push_back({operation, "500_after", true});
        all.push_back({operation, "429", false});
        all.push_back({operation, "503", false});
        all.push_back({operation, "double,drop_after", true});
    }
    return all;
}

const char* movementOf(Operation operation) {
    switch (operation) {
        case Operation::Confirm:
            return "authorize";
        case Operation::Capture:
            return "capture";
        case Operation::Cancel:
            return "void";
        default:
            return "refund";
    }
}

engine::ProviderAnswer ask(AdyenStack& stack, Operation operation) {
    return operation == Operation::Confirm ? stack.pay(kGood) : stack.call(operation);
}

// The state in which `operation` is next.
void prepare(AdyenStack& stack, Operation operation) {
    stack.begin();
    stack.refund = RefundId{71};
    if (operation == Operation::Confirm) return;
    ASSERT_EQ(stack.pay(kGood).object, ObjectState::RequiresCapture);
    if (operation != Operation::Refund) return;
    ASSERT_EQ(stack.settle(Operation::Capture).object, ObjectState::Succeeded);
}

class AdyenFaultsTest : public ::testing::TestWithParam<Row> {};

TEST_P(AdyenFaultsTest, TheSameCallAgainDoesItOnce) {
    const Row row = GetParam();
    AdyenStack stack({}, Duration::ofMillis(700));
    prepare(stack, row.operation);
    stack.proxy.plant(row.fault);
    const auto first = ask(stack, row.operation);
    stack.proxy.plant({});
    EXPECT_EQ(first.kind, AnswerKind::Unknown) << first.evidence;
    if (row.operation == Operation::Confirm) {
        EXPECT_EQ(stack.moved("authorize"), row.done ? 1200 : 0);
    }
    // While the first is still under way the provider says so, and nothing is known.
    auto again = ask(stack, row.operation);
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (again.kind == AnswerKind::Unknown && std::chrono::steady_clock::now() < until) {
        again = ask(stack, row.operation);
    }
    EXPECT_NE(again.kind, AnswerKind::Unknown) << again.evidence;
    EXPECT_NE(again.kind, AnswerKind::Refused) << again.evidence;
    if (row.operation != Operation::Confirm) again = stack.settle(row.operation);
    EXPECT_EQ(again.kind, AnswerKind::Definitive) << again.evidence;
    EXPECT_EQ(stack.moved(movementOf(row.operation)), 1200);
    // Once more is no more.
    ask(stack, row.operation);
    EXPECT_EQ(stack.moved(movementOf(row.operation)), 1200);
}

std::string nameOf(const ::testing::TestParamInfo<Row>& info) {
    std::string name = std::string(movementOf(info.param.operation)) + "_" + info.param.fault;
    for (char& c : name) {
        if (c == '=' || c == ',') c = '_';
    }
    return name;
}

INSTANTIATE_TEST_SUITE_P(EachCall, AdyenFaultsTest, ::testing::ValuesIn(rows()), nameOf);

// The control of the count above: another key is another capture, and the books show it.
TEST(AdyenFaultsControlTest, WithAnotherKeyARefundIsMadeTwice) {
    AdyenStack stack;
    prepare(stack, Operation::Refund);
    stack.amount = Money{400};
    stack.proxy.plant("drop_after");
    EXPECT_EQ(stack.call(Operation::Refund).kind, AnswerKind::Unknown);
    stack.proxy.plant({});
    ++stack.attemptTry;
    stack.settle(Operation::Refund);
    while (stack.stats().at("due") != 0) std::this_thread::yield();
    EXPECT_EQ(stack.moved("refund"), 800);
}

TEST(AdyenFaultsControlTest, ALateAuthorisationIsProcessingFirst) {
    AdyenStack stack;
    stack.proxy.plant("late_authorization=50ms");
    const auto first = stack.pay(kGood);
    EXPECT_EQ(first.object, ObjectState::Processing) << first.evidence;
    stack.proxy.plant({});
    ASSERT_TRUE(stack.heard("AUTHORISATION"));
    EXPECT_EQ(stack.call(Operation::Retrieve).object, ObjectState::RequiresCapture);
}

TEST(AdyenFaultsControlTest, ANotificationSettlesAConfirmWhoseAnswerIsLost) {
    AdyenStack stack;
    stack.proxy.plant("drop_after");
    EXPECT_EQ(stack.pay(kGood).kind, AnswerKind::Unknown);
    stack.proxy.plant({});
    ASSERT_TRUE(stack.heard("AUTHORISATION"));
    const auto seen = stack.call(Operation::Retrieve);
    EXPECT_EQ(seen.kind, AnswerKind::Definitive);
    EXPECT_EQ(seen.object, ObjectState::RequiresCapture);
    EXPECT_EQ(stack.settle(Operation::Capture).object, ObjectState::Succeeded);
}

}  // namespace
}  // namespace tessera::payments::adyen_faults
