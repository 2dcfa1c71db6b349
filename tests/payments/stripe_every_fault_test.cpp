// SPDX-License-Identifier: Apache-2.0
// Each operation with each fault, called as the engine calls: the same key again, then a look, then
// the next try. However it goes wrong, there is one object, one capture, one refund.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/payments/fault_proxy.h"
#include "tests/payments/paysim.h"

namespace tessera::payments::test {
namespace {

using engine::AnswerKind;
using engine::ObjectState;
using engine::Operation;
using engine::ProviderAnswer;
using engine::RefundStanding;
using nlohmann::json;

constexpr Duration kPatience = Duration::ofMillis(1500);
constexpr int kSameKey = 2;
constexpr int kTries = 4;

const std::vector<std::string>& allFaults() {
    static const std::vector<std::string> faults{"delay=40ms", "delay=2500ms", "drop_before",
                                                 "drop_after", "500",          "500_after",
                                                 "429",        "twice"};
    return faults;
}

class StripeEveryFaultTest : public ::testing::Test {
protected:
    ProviderAnswer look(Operation operation) {
        const bool refund = operation == Operation::Refund;
        return caller.call(refund ? Operation::RetrieveRefund : Operation::Retrieve);
    }

    // Whether what the operation is to do is seen to be done.
    static bool isDone(Operation operation, const ProviderAnswer& seen) {
        switch (operation) {
            case Operation::Capture:
                return seen.object == ObjectState::Succeeded;
            case Operation::Cancel:
                return seen.object == ObjectState::Canceled;
            case Operation::Refund:
                return seen.refund == RefundStanding::Succeeded;
            default:
                return false;
        }
    }

    // Ends with an answer that says something, as the engine does it.
    ProviderAnswer settle(Operation operation) {
        ProviderAnswer answer;
        for (caller.attemptTry = 1; caller.attemptTry <= kTries; ++caller.attemptTry) {
            for (int i = 0; i < kSameKey; ++i) {
                answer = caller.call(operation);
                if (answer.kind != AnswerKind::Unknown) return answer;
            }
            if (operation == Operation::Create) continue;
            const auto seen = look(operation);
            if (isDone(operation, seen)) return seen;
        }
        return answer;
    }

    json objectsOfAttempt() {
        json found = json::array();
        const auto all =
            json::parse(caller.ask(caller.requests.intentsMade(0, 4'000'000'000, {})).body);
        for (const auto& object : all.at("data")) {
            const auto id = encodePublicId(EventId{77}, caller.attempt);
            if (object.at("metadata").value("tessera_attempt", "") == id) found.push_back(object);
        }
        return found;
    }
    json refundsOfObject() {
        return json::parse(caller.ask(caller.requests.refundsOf(caller.objectId, {})).body)
            .at("data");
    }

    void createdAndConfirmed(const std::string& createFault) {
        ++caller.attempt;
        caller.objectId.clear();
        if (!createFault.empty()) proxy.plant("/v1/payment_intents", createFault);
        const auto made = settle(Operation::Create);
        ASSERT_EQ(made.kind, AnswerKind::Definitive) << made.evidence;
        caller.objectId = made.objectId;
        caller.clientSecret = made.clientSecret;
        ASSERT_EQ(objectsOfAttempt().size(), 1u) << createFault;
        ASSERT_EQ(caller.confirm("pm_card_visa").status, 200);
    }

    Paysim sandbox;
    FaultProxy proxy{sandbox.url()};
    Caller caller{optionsFor(proxy.url(), quick(kPatience))};
};

TEST_F(StripeEveryFaultTest, ACreateMakesOneObject) {
    for (const auto& fault : allFaults()) {
        createdAndConfirmed(fault);
        const auto objects = objectsOfAttempt();
        ASSERT_EQ(objects.size(), 1u) << fault;
        EXPECT_EQ(objects[0].at("id"), caller.objectId) << fault;
    }
    EXPECT_EQ(proxy.fired(), static_cast<int>(allFaults().size()));
}

TEST_F(StripeEveryFaultTest, ACaptureTakesTheAmountOnce) {
    for (const auto& fault : allFaults()) {
        createdAndConfirmed({});
        proxy.plant("/capture", fault);
        const auto answer = settle(Operation::Capture);
        EXPECT_EQ(answer.object, ObjectState::Succeeded) << fault << " " << answer.evidence;
        EXPECT_EQ(answer.captured, Money{1200}) << fault;
        EXPECT_EQ(objectsOfAttempt()[0].at("amount_received"), 1200) << fault;
    }
    EXPECT_EQ(proxy.fired(), static_cast<int>(allFaults().size()));
}

TEST_F(StripeEveryFaultTest, ACancelLetsTheAuthorizationGo) {
    for (const auto& fault : allFaults()) {
        createdAndConfirmed({});
        proxy.plant("/cancel", fault);
        const auto answer = settle(Operation::Cancel);
        EXPECT_EQ(answer.object, ObjectState::Canceled) << fault << " " << answer.evidence;
        EXPECT_EQ(answer.authorized, Money{0}) << fault;
        EXPECT_EQ(objectsOfAttempt()[0].at("amount_capturable"), 0) << fault;
    }
    EXPECT_EQ(proxy.fired(), static_cast<int>(allFaults().size()));
}

// Half of the money: a second refund would be taken just as well.
TEST_F(StripeEveryFaultTest, ARefundGivesTheMoneyBackOnce) {
    for (const auto& fault : allFaults()) {
        createdAndConfirmed({});
        ASSERT_EQ(settle(Operation::Capture).captured, Money{1200});
        caller.refund = RefundId{caller.attempt + 7};
        caller.amount = Money{600};
        proxy.plant("/v1/refunds", fault);
        const auto answer = settle(Operation::Refund);
        EXPECT_EQ(answer.refund, RefundStanding::Succeeded) << fault << " " << answer.evidence;
        EXPECT_FALSE(answer.refundObjectId.empty()) << fault;
        const auto refunds = refundsOfObject();
        ASSERT_EQ(refunds.size(), 1u) << fault;
        EXPECT_EQ(refunds[0].at("amount"), 600) << fault;
        EXPECT_EQ(refunds[0].at("id"), answer.refundObjectId) << fault;
        caller.amount = Money{1200};
        caller.refund = {};
    }
    EXPECT_EQ(proxy.fired(), static_cast<int>(allFaults().size()));
}

// The negative control: who takes every silence for a failure and goes on with a new key and no
// look pays twice, and the count above would say so.
TEST_F(StripeEveryFaultTest, ANewKeyWithoutALookRefundsTwice) {
    createdAndConfirmed({});
    ASSERT_EQ(settle(Operation::Capture).captured, Money{1200});
    caller.amount = Money{600};
    caller.refund = RefundId{caller.attempt + 7};
    proxy.plant("/v1/refunds", "drop_after");
    caller.attemptTry = 1;
    EXPECT_EQ(caller.call(Operation::Refund).kind, AnswerKind::Unknown);
    auto blind = caller.next(Operation::Refund);
    blind.row.attemptTry = 2;
    EXPECT_EQ(caller.ask(caller.requests.of(blind)).status, 200);
    EXPECT_EQ(refundsOfObject().size(), 2u);
}

}  // namespace
}  // namespace tessera::payments::test
