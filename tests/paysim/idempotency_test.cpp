// SPDX-License-Identifier: Apache-2.0
// Keys, planted faults and restarts, over a real process; the 24 hours, over the table itself.
#include "tools/paysim/idempotency.h"

#include <signal.h>
#include <sys/wait.h>

#include <fstream>

#include "tests/paysim/sandbox_process.h"

namespace tessera::paysim::test {
namespace {

std::string key(const std::string& name) {
    return "Idempotency-Key: " + name + "\r\n";
}
std::string fault(const std::string& text) {
    return "X-Paysim-Fault: " + text + "\r\n";
}
const std::string kForm = "amount=1000&currency=eur&capture_method=manual";

TEST(IdempotencyTest, TheFirstAnswerIsRepeatedByteForByte) {
    SandboxProcess sandbox;
    const Result first = sandbox.post("/v1/payment_intents", kForm, key("a"));
    const Result again = sandbox.post("/v1/payment_intents",
                                      "currency=eur&capture_method=manual&amount=1000", key("a"));
    EXPECT_EQ(again.text, first.text);
    EXPECT_EQ(again.reply.header("idempotent-replayed"), "true");
    EXPECT_EQ(first.reply.header("idempotent-replayed"), "");
    EXPECT_NE(sandbox.post("/v1/payment_intents", kForm, key("b")).text, first.text);
}

TEST(IdempotencyTest, ErrorsAreRepeatedAndValidationLeavesTheKeyFree) {
    SandboxProcess sandbox;
    const Json intent = sandbox.create();
    const Result declined = sandbox.confirm(intent, "pm_card_chargeDeclined", key("a"));
    EXPECT_EQ(declined.status, 402);
    sandbox.confirm(intent, "pm_card_visa");
    const Result again = sandbox.confirm(intent, "pm_card_chargeDeclined", key("a"));
    EXPECT_EQ(again.status, 402);
    EXPECT_EQ(again.text, declined.text);
    EXPECT_EQ(sandbox.post("/v1/payment_intents", "amount=x", key("b")).status, 400);
    EXPECT_EQ(sandbox.post("/v1/payment_intents", kForm, key("b")).status, 200);
}

TEST(IdempotencyTest, AnotherCallWithTheSameKeyIsRefused) {
    SandboxProcess sandbox;
    const Json intent = sandbox.create("", key("a"));
    const Result other = sandbox.post("/v1/payment_intents", kForm + "&description=x", key("a"));
    EXPECT_EQ(other.status, 400);
    EXPECT_EQ(other.body.at("error").at("type"), "idempotency_error");
    EXPECT_EQ(sandbox.confirm(intent, "pm_card_visa", key("a")).status, 400);
    EXPECT_EQ(sandbox.post("/v1/payment_intents", kForm, key(std::string(256, 'k'))).status, 400);
}

TEST(IdempotencyTest, AKeyIsInUseUntilItsAnswerHasLeft) {
    SandboxProcess sandbox;
    http::test::RawClient slow(sandbox.port());
    slow.send(http::test::postRequest(
        "/v1/payment_intents", kForm,
        "Authorization: Bearer sk_1\r\n" + key("a") + fault("delay=400ms")));
    while (sandbox.get("/sandbox/stats").body.at("payment_intents") == 0) continue;
    const Result meanwhile = sandbox.post("/v1/payment_intents", kForm, key("a"));
    EXPECT_EQ(meanwhile.status, 409);
    EXPECT_EQ(meanwhile.error(), "idempotency_key_in_use");
    const auto reply = slow.readReply();
    ASSERT_TRUE(reply.has_value());
    EXPECT_EQ(reply->status, 200);
    EXPECT_EQ(sandbox.post("/v1/payment_intents", kForm, key("a")).text, reply->body);
}

TEST(IdempotencyTest, FaultsDoWhatTheySay) {
    SandboxProcess sandbox;
    const auto intents = [&] {
        return sandbox.get("/sandbox/stats").body.at("payment_intents").get<int>();
    };
    const auto create = [&](const std::string& extra) {
        return sandbox.post("/v1/payment_intents", kForm, extra);
    };
    EXPECT_EQ(create(key("a") + fault("drop_before")).status, 0);
    EXPECT_EQ(intents(), 0);
    EXPECT_EQ(create(key("a") + fault("drop_after")).status, 0);
    EXPECT_EQ(intents(), 1);
    EXPECT_EQ(create(key("a")).status, 200);
    EXPECT_EQ(intents(), 1);
    EXPECT_EQ(create(key("b") + fault("500")).status, 500);
    EXPECT_EQ(create(key("b")).status, 500);
    EXPECT_EQ(intents(), 1);
    EXPECT_EQ(create(key("c") + fault("500_after")).status, 500);
    EXPECT_EQ(create(key("c")).status, 500);
    EXPECT_EQ(intents(), 2);
    EXPECT_EQ(create(key("d") + fault("429")).status, 429);
    EXPECT_EQ(create(key("d")).status, 200);
    EXPECT_EQ(create(fault("explode")).status, 400);
    EXPECT_EQ(intents(), 3);
}

TEST(IdempotencyTest, ARestartAfterAKillKnowsEverythingThatWasAnswered) {
    SandboxProcess sandbox;
    const Result created = sandbox.post("/v1/payment_intents", kForm + "&metadata[a]=b", key("a"));
    const Json authorized = sandbox.create();
    sandbox.confirm(authorized, "pm_card_visa");
    const Json refunded = sandbox.create();
    sandbox.confirm(refunded, "pm_card_visa");
    const std::string id = refunded.at("id");
    sandbox.post("/v1/payment_intents/" + id + "/capture", "");
    const Json refund = sandbox.post("/v1/refunds", "payment_intent=" + id + "&amount=1").body;
    const Json declined = sandbox.create();
    sandbox.confirm(declined, "pm_card_chargeDeclined");
    const Json processing = sandbox.create();
    sandbox.confirm(processing, "pm_sandbox_processing_200");
    const Json before = sandbox.get("/v1/payment_intents?limit=100").body;
    {
        // A line that a crash cut off is not part of the ledger.
        std::ofstream torn(sandbox.folder() + "/ledger", std::ios::app);
        torn << R"({"seq":99,"type":"sta)";
    }
    EXPECT_TRUE(WIFSIGNALED(sandbox.restart(SIGKILL)));
    const Result again = sandbox.post("/v1/payment_intents", kForm + "&metadata[a]=b", key("a"));
    EXPECT_EQ(again.text, created.text);
    EXPECT_EQ(sandbox.get("/v1/refunds/" + refund.at("id").get<std::string>()).body, refund);
    Json after;
    do {
        after = sandbox.get("/v1/payment_intents?limit=100").body;
    } while (after.at("data").at(0).at("status") == "processing");
    EXPECT_EQ(after.at("data").at(0).at("status"), "requires_capture");
    after.at("data").erase(0);
    Json expected = before;
    expected.at("data").erase(0);
    EXPECT_EQ(after, expected);
    const int status = sandbox.restart(SIGTERM);
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
    EXPECT_EQ(sandbox.fetch(authorized).at("status"), "requires_capture");
}

TEST(IdempotencyTest, AKeyThatIsPrunedMeansANewRequest) {
    SandboxProcess sandbox({"--key-window", "1"});
    const Result first = sandbox.post("/v1/payment_intents", kForm, key("a"));
    Result later;
    do {
        later = sandbox.post("/v1/payment_intents", kForm + "&description=x", key("a"));
    } while (later.status == 400);
    EXPECT_EQ(later.status, 200);
    EXPECT_NE(later.body.at("id"), first.body.at("id"));
}

TEST(IdempotencyTest, WhatWasRefusedBeforeItBeganIsNotKept) {
    SandboxProcess sandbox;
    EXPECT_EQ(sandbox.post("/v1/nothing", "", key("a")).status, 404);
    EXPECT_EQ(sandbox.post("/v1/payment_intents", kForm, key("a")).status, 200);
    for (const char* planted : {"503", "409_lock", "429"}) {
        const std::string name = planted;
        EXPECT_GE(sandbox.post("/v1/payment_intents", kForm, key(name) + fault(name)).status, 400);
        EXPECT_EQ(sandbox.post("/v1/payment_intents", kForm, key(name)).status, 200) << planted;
    }
    // What an endpoint refused when it ran is kept.
    EXPECT_EQ(sandbox.post("/v1/refunds", "payment_intent=pi_none", key("b")).status, 404);
    EXPECT_EQ(sandbox.post("/v1/payment_intents", kForm, key("b")).error(), "");
    EXPECT_EQ(sandbox.post("/v1/payment_intents", kForm, key("b")).status, 400);
    // A key on a GET means nothing.
    EXPECT_EQ(sandbox.get("/v1/payment_intents", key("b")).status, 200);
}

TEST(IdempotencyTest, AFullSandboxSaysSoAndForgetsNothing) {
    SandboxProcess sandbox({"--intents-max", "2"});
    const Json first = sandbox.create();
    sandbox.create();
    const Result third = sandbox.post("/v1/payment_intents", kForm);
    EXPECT_EQ(third.status, 507);
    EXPECT_EQ(third.error(), "sandbox_full");
    EXPECT_EQ(sandbox.fetch(first), first);
    EXPECT_EQ(sandbox.confirm(first, "pm_card_visa").status, 200);
}

TEST(IdempotencyTest, OneSecretKeyIsTakenWhereOneIsGiven) {
    SandboxProcess open;
    const std::string file = open.folder() + "/key";
    std::ofstream(file) << "sk_test_other\n";
    SandboxProcess closed({"--api-key-file", file, "--latency-ms", "1-3", "--sync"});
    EXPECT_EQ(closed.post("/v1/payment_intents", kForm).status, 401);
    http::test::RawClient client(closed.port());
    client.send(http::test::postRequest("/v1/payment_intents", kForm,
                                        "Authorization: Bearer sk_test_other\r\n"));
    EXPECT_EQ(client.readReply().value_or(http::test::Reply{}).status, 200);
}

TEST(IdempotencyTest, KeysLiveForADayAndTheTableIsBounded) {
    constexpr std::int64_t kDay = Idempotency::kWindowMillis;
    Idempotency table(2);
    Answer first;
    EXPECT_EQ(table.begin("a", "f", 1000, first), KeyState::New);
    EXPECT_EQ(table.begin("a", "f", 1000, first), KeyState::InUse);
    table.finish("a", {200, "body"});
    table.release("a");
    EXPECT_EQ(table.begin("a", "g", 1001, first), KeyState::OtherParameters);
    EXPECT_EQ(table.begin("a", "f", 1000 + kDay - 1, first), KeyState::Replay);
    EXPECT_EQ(first.body, "body");
    EXPECT_EQ(table.begin("b", "f", 2000, first), KeyState::New);
    EXPECT_EQ(table.begin("c", "f", 2000, first), KeyState::Full);
    EXPECT_EQ(table.begin("a", "g", 1000 + kDay, first), KeyState::New);
    table.abandon("a");
    EXPECT_EQ(table.begin("a", "h", 1000 + kDay, first), KeyState::New);
}

}  // namespace
}  // namespace tessera::paysim::test
