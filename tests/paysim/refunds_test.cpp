// SPDX-License-Identifier: Apache-2.0
// Refunds that wait, fail later, or are called back, and what the charge says of them.
#include <signal.h>

#include <algorithm>

#include "tests/paysim/sandbox_process.h"

namespace tessera::paysim::test {
namespace {

class RefundsTest : public testing::Test {
protected:
    // A captured payment of 1000; its id.
    std::string pay(const std::string& card) {
        const Result paid = sandbox_.post(
            "/v1/payment_intents", "amount=1000&currency=eur&confirm=true&payment_method=" + card);
        EXPECT_EQ(paid.body.at("status"), "succeeded");
        return paid.body.at("id");
    }
    Json refund(const std::string& intent, const std::string& more = {},
                const std::string& extra = {}) {
        return sandbox_.post("/v1/refunds", "payment_intent=" + intent + more, extra).body;
    }
    std::string pathOf(const Json& refund) {
        return "/v1/refunds/" + refund.at("id").get<std::string>();
    }
    bool becomes(const Json& refund, const std::string& status) {
        return sandbox_.becomes(pathOf(refund),
                                [&](const Json& now) { return now.at("status") == status; });
    }
    Json chargeOf(const std::string& intent) {
        return sandbox_.get("/v1/payment_intents/" + intent + "?expand[]=latest_charge")
            .body.at("latest_charge");
    }
    std::size_t eventsOf(const std::string& type) {
        return sandbox_.get("/v1/events?limit=100&type=" + type).body.at("data").size();
    }

    SandboxProcess sandbox_{{"--refund-settle-ms", "1000"}};
};

TEST_F(RefundsTest, OneThatIsPendingFirstSucceedsByItself) {
    const std::string intent = pay("pm_card_pendingRefund");
    const Json made = refund(intent, "&amount=400&metadata[a]=b");
    EXPECT_EQ(made.at("status"), "pending");
    EXPECT_EQ(made.at("metadata").at("a"), "b");
    EXPECT_EQ(chargeOf(intent).at("amount_refunded"), 400) << "what is under way counts";
    EXPECT_TRUE(becomes(made, "succeeded"));
    EXPECT_EQ(sandbox_.moved().at("refund"), 400);
    EXPECT_EQ(eventsOf("refund.created"), 1u);
    EXPECT_EQ(eventsOf("refund.updated"), 1u);
    EXPECT_EQ(eventsOf("charge.refund.updated"), 1u);
    EXPECT_EQ(eventsOf("refund.failed"), 0u);
}

TEST_F(RefundsTest, OneThatFailsLaterGivesItsAmountBack) {
    const std::string intent = pay("pm_card_refundFail");
    const Json made = refund(intent);
    EXPECT_EQ(made.at("status"), "succeeded");
    EXPECT_EQ(chargeOf(intent).at("refunded"), true);
    EXPECT_TRUE(becomes(made, "failed"));
    EXPECT_EQ(sandbox_.get(pathOf(made)).body.at("failure_reason"), "expired_or_canceled_card");
    EXPECT_EQ(chargeOf(intent).at("amount_refunded"), 0);
    EXPECT_EQ(chargeOf(intent).at("refunded"), false);
    EXPECT_EQ(sandbox_.moved().at("refund"), 0) << "there and back";
    EXPECT_EQ(eventsOf("refund.failed"), 1u);
    EXPECT_EQ(refund(intent).at("amount"), 1000) << "it can be refunded again";
}

TEST_F(RefundsTest, AllRefundsTogetherAreAtMostWhatWasCaptured) {
    const std::string intent = pay("pm_card_pendingRefund");
    const Json first = refund(intent, "&amount=600");
    EXPECT_EQ(refund(intent, "&amount=401").at("error").at("code"), "amount_too_large");
    EXPECT_EQ(sandbox_.post(pathOf(first) + "/cancel", "").body.at("status"), "canceled");
    EXPECT_EQ(refund(intent, "&amount=1000").at("amount"), 1000);
    EXPECT_EQ(chargeOf(intent).at("refunded"), true);
    EXPECT_EQ(refund(intent).at("error").at("code"), "charge_already_refunded");
}

TEST_F(RefundsTest, OnlyWhatWaitsCanBeCanceled) {
    const std::string asks = pay("pm_sandbox_refundRequiresAction");
    const Json waiting = refund(asks);
    EXPECT_EQ(waiting.at("status"), "requires_action");
    const Result canceled = sandbox_.post(pathOf(waiting) + "/cancel", "");
    EXPECT_EQ(canceled.body.at("status"), "canceled");
    EXPECT_EQ(canceled.body.at("failure_reason"), "merchant_request");
    EXPECT_EQ(sandbox_.post(pathOf(waiting) + "/cancel", "").status, 400);
    const Json done = refund(pay("pm_card_visa"));
    EXPECT_EQ(sandbox_.post(pathOf(done) + "/cancel", "").status, 400);
    EXPECT_EQ(sandbox_.moved().at("refund"), 1000) << "the canceled one moved nothing";
}

TEST_F(RefundsTest, FaultsDecideOverTheCard) {
    const std::string intent = pay("pm_card_visa");
    const Json pending = refund(intent, "&amount=1", "X-Paysim-Fault: refund_pending\r\n");
    EXPECT_EQ(pending.at("status"), "pending");
    EXPECT_TRUE(becomes(pending, "succeeded"));
    const Json failing = refund(intent, "&amount=1", "X-Paysim-Fault: refund_fails_later\r\n");
    EXPECT_EQ(failing.at("status"), "succeeded");
    EXPECT_TRUE(becomes(failing, "failed"));
}

TEST_F(RefundsTest, ARestartKnowsWhatIsStillToCome) {
    const Json pending = refund(pay("pm_card_pendingRefund"));
    const Json failing = refund(pay("pm_card_refundFail"));
    sandbox_.restart(SIGKILL);
    EXPECT_TRUE(becomes(pending, "succeeded"));
    EXPECT_TRUE(becomes(failing, "failed"));
    sandbox_.restart(SIGKILL);
    EXPECT_TRUE(becomes(failing, "failed"));
    EXPECT_EQ(sandbox_.moved().at("refund"), 1000);
}

TEST_F(RefundsTest, EveryStateIsALineOfTheLedgerAndSoIsWhatWasAnswered) {
    const std::string intent = pay("pm_card_refundFail");
    const Json made = refund(intent);
    ASSERT_TRUE(becomes(made, "failed"));
    sandbox_.get("/v1/payment_intents/" + intent);
    sandbox_.get("/v1/payment_intents/search?query=metadata%5B'a'%5D:'b'");
    std::vector<std::string> states;
    std::vector<std::string> answered;
    for (const Json& line : sandbox_.ledger()) {
        if (line.at("type") == "refund_state") states.push_back(line.at("status"));
        if (line.at("type") == "answer_retrieve" && line.at("object") != made.at("id")) {
            answered.push_back(line.at("status"));
        }
    }
    EXPECT_EQ(states, (std::vector<std::string>{"succeeded", "failed"}));
    EXPECT_EQ(answered, (std::vector<std::string>{"succeeded", "none"}));
}

TEST_F(RefundsTest, MetadataIsKeptChangedAndTakenAway) {
    const Json made = refund(pay("pm_card_visa"), "&metadata[a]=1&metadata[b]=2");
    const Json changed = sandbox_.post(pathOf(made), "metadata[a]=3&metadata[b]=").body;
    EXPECT_EQ(changed.at("metadata"), Json({{"a", "3"}}));
    EXPECT_EQ(sandbox_.post(pathOf(made), "metadata=").body.at("metadata"), Json::object());
}

}  // namespace
}  // namespace tessera::paysim::test
