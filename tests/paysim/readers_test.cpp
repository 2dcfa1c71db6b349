// SPDX-License-Identifier: Apache-2.0
// Simulated readers: one action at a time, taps, and what comes of them.
#include <signal.h>

#include "tests/paysim/sandbox_process.h"

namespace tessera::paysim::test {
namespace {

class ReadersTest : public testing::Test {
protected:
    Result call(const std::string& verb, const std::string& form = {}) {
        return sandbox_.post(path_ + verb, form);
    }
    Result tap(const std::string& form = {}) {
        return sandbox_.post("/v1/test_helpers" + path_.substr(3) + "/present_payment_method",
                             form);
    }
    std::string intent() {
        return sandbox_.create("&payment_method_types[]=card_present").at("id");
    }
    Json fetch(const std::string& id, const std::string& more = {}) {
        return sandbox_.get("/v1/payment_intents/" + id + more).body;
    }
    Json action() { return sandbox_.get(path_).body.at("action"); }
    std::size_t eventsOf(const std::string& type) {
        return sandbox_.get("/v1/events?type=" + type).body.at("data").size();
    }

    SandboxProcess sandbox_;
    const Json reader_ =
        sandbox_.post("/v1/terminal/readers", "registration_code=simulated-wpe&label=Till+1").body;
    const std::string path_ = "/v1/terminal/readers/" + reader_.at("id").get<std::string>();
};

TEST_F(ReadersTest, ATapAuthorizesThePaymentThatTheReaderWaitsFor) {
    EXPECT_EQ(reader_.at("object"), "terminal.reader");
    EXPECT_TRUE(reader_.at("action").is_null());
    const std::string id = intent();
    const Result started = call("/process_payment_intent", "payment_intent=" + id);
    EXPECT_EQ(started.body.at("action").at("status"), "in_progress");
    EXPECT_EQ(started.body.at("action").at("process_payment_intent").at("payment_intent"), id);
    EXPECT_EQ(fetch(id).at("status"), "requires_payment_method");
    EXPECT_EQ(tap("type=card_present&card_present[number]=4242424242424242").status, 200);
    EXPECT_EQ(action().at("status"), "succeeded");
    const Json paid = fetch(id, "?expand[]=latest_charge");
    EXPECT_EQ(paid.at("status"), "requires_capture");
    const Json& details = paid.at("latest_charge").at("payment_method_details");
    EXPECT_EQ(details.at("type"), "card_present");
    EXPECT_TRUE(details.at("card_present").contains("capture_before"));
    EXPECT_EQ(eventsOf("terminal.reader.action_succeeded"), 1u);
    EXPECT_EQ(sandbox_.post("/v1/payment_intents/" + id + "/capture", "").body.at("status"),
              "succeeded");
}

TEST_F(ReadersTest, ADeclinedCardFailsTheActionAndAnotherMayFollow) {
    const std::string id = intent();
    call("/process_payment_intent", "payment_intent=" + id);
    EXPECT_EQ(tap("card_present[number]=4000000000009995").status, 200);
    EXPECT_EQ(action().at("status"), "failed");
    EXPECT_EQ(action().at("failure_code"), "card_declined");
    EXPECT_EQ(fetch(id).at("last_payment_error").at("decline_code"), "insufficient_funds");
    EXPECT_EQ(eventsOf("terminal.reader.action_failed"), 1u);
    EXPECT_EQ(call("/process_payment_intent", "payment_intent=" + id).status, 200);
    tap();
    EXPECT_EQ(fetch(id).at("status"), "requires_capture");
}

TEST_F(ReadersTest, AReaderDoesOneThingAtATime) {
    const std::string id = intent();
    call("/process_payment_intent", "payment_intent=" + id);
    EXPECT_EQ(call("/process_payment_intent", "payment_intent=" + intent()).error(),
              "terminal_reader_busy");
    EXPECT_TRUE(call("/cancel_action").body.at("action").is_null());
    EXPECT_EQ(tap().status, 400) << "it waits for nothing";
    EXPECT_EQ(call("/process_payment_intent", "payment_intent=" + intent()).status, 200);
}

TEST_F(ReadersTest, AReaderThatIsOfflineIsAskedForNothingUntilItIsBack) {
    EXPECT_EQ(call("", "metadata[paysim_status]=offline").body.at("status"), "offline");
    const std::string id = intent();
    EXPECT_EQ(call("/process_payment_intent", "payment_intent=" + id).error(),
              "terminal_reader_offline");
    EXPECT_EQ(tap().status, 400);
    EXPECT_EQ(call("", "metadata[paysim_status]=").body.at("status"), "online");
    EXPECT_EQ(call("/process_payment_intent", "payment_intent=" + id).status, 200);
}

TEST_F(ReadersTest, WhatCannotBePaidThereIsRefused) {
    const std::string online = sandbox_.create().at("id");
    EXPECT_EQ(call("/process_payment_intent", "payment_intent=" + online).error(),
              "payment_intent_unexpected_state");
    EXPECT_EQ(call("/process_payment_intent", "payment_intent=pi_none").status, 404);
    EXPECT_EQ(call("/process_payment_intent").status, 400);
    EXPECT_EQ(
        sandbox_.post("/v1/payment_intents/" + intent() + "/confirm", "payment_method=pm_card_visa")
            .status,
        400);
    EXPECT_EQ(sandbox_.post("/v1/terminal/readers", "registration_code=puppies").status, 400);
    const std::string id = intent();
    call("/process_payment_intent", "payment_intent=" + id);
    EXPECT_EQ(tap("card_present[number]=1234").status, 400);
    sandbox_.post("/v1/payment_intents/" + id + "/cancel", "");
    tap();
    EXPECT_EQ(action().at("failure_code"), "intent_invalid_state");
}

TEST_F(ReadersTest, NobodyTapsInTime) {
    const std::string id = intent();
    call("/process_payment_intent", "payment_intent=" + id);
    sandbox_.post("/v1/test_helpers" + path_.substr(3) + "/timeout_input_collection", "");
    EXPECT_EQ(action().at("status"), "failed");
    EXPECT_EQ(action().at("failure_code"), "terminal_reader_timeout");
    EXPECT_EQ(fetch(id).at("status"), "requires_payment_method");
}

TEST_F(ReadersTest, ARestartKnowsTheReaderAndItsAction) {
    const std::string id = intent();
    call("/process_payment_intent", "payment_intent=" + id);
    const Json before = sandbox_.get(path_).body;
    sandbox_.restart(SIGKILL);
    EXPECT_EQ(sandbox_.get(path_).body, before);
    tap();
    EXPECT_EQ(action().at("status"), "succeeded");
}

}  // namespace
}  // namespace tessera::paysim::test
