// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/webhooks.h"

#include <chrono>
#include <fstream>
#include <set>

#include "tests/paysim/receiver.h"
#include "tests/paysim/sandbox_process.h"

namespace tessera::paysim::test {
namespace {

std::vector<std::string> hookFlags(const Receiver& receiver, const std::string& secretFile) {
    return {"--webhook-url", receiver.url(), "--webhook-secret-file", secretFile};
}

class WebhooksTest : public ::testing::Test {
protected:
    WebhooksTest() { std::ofstream(secretFile_) << "whsec_test\n"; }
    ~WebhooksTest() override { std::remove(secretFile_.c_str()); }
    const std::string secretFile_ = ::testing::TempDir() + "paysim-hook-secret-" +
                                    std::to_string(reinterpret_cast<std::uintptr_t>(this));
};

TEST_F(WebhooksTest, TheSignatureIsTheDocumentedHmac) {
    // openssl dgst -sha256 -hmac whsec_test over "1700000000.{}".
    EXPECT_EQ(signWebhook("whsec_test", 1700000000, "{}"),
              "t=1700000000,v1="
              "35495024f4ef3f94e5a93e22221544c4b75e9a42300cd965ab81cb85cd994e91");
}

TEST_F(WebhooksTest, EveryOutcomeIsToldSigned) {
    Receiver receiver;
    SandboxProcess sandbox(hookFlags(receiver, secretFile_));
    const Json declined = sandbox.create();
    sandbox.confirm(declined, "pm_card_chargeDeclined");
    const Json paid = sandbox.create("&metadata[attempt]=9");
    const std::string id = paid.at("id");
    sandbox.confirm(paid, "pm_card_visa", "Idempotency-Key: k\r\n");
    sandbox.confirm(paid, "pm_card_visa", "Idempotency-Key: k\r\n");  // Repeats no event.
    sandbox.post("/v1/payment_intents/" + id + "/capture", "");
    sandbox.post("/v1/refunds", "payment_intent=" + id);
    sandbox.post("/v1/payment_intents/" + declined.at("id").get<std::string>() + "/cancel", "");
    const auto hooks = receiver.wait(11);
    ASSERT_EQ(hooks.size(), 11u);
    std::multiset<std::string> types;
    std::set<std::string> ids;
    for (const auto& hook : hooks) {
        const Json event = Json::parse(hook.body);
        EXPECT_EQ(event.at("object"), "event");
        types.insert(event.at("type").get<std::string>());
        ids.insert(event.at("id").get<std::string>());
        const long time = std::atol(hook.signature.c_str() + 2);
        EXPECT_EQ(hook.signature, signWebhook("whsec_test", time, hook.body));
        EXPECT_NE(hook.signature, signWebhook("whsec_wrong", time, hook.body));
        if (event.at("type") == "payment_intent.amount_capturable_updated") {
            EXPECT_EQ(event.at("data").at("object").at("id"), id);
            EXPECT_EQ(event.at("data").at("object").at("metadata").at("attempt"), "9");
            EXPECT_EQ(event.at("request").at("idempotency_key"), "k");
        }
        if (event.at("type") == "charge.refunded") {
            EXPECT_EQ(event.at("data").at("object").at("payment_intent"), id);
        }
    }
    EXPECT_EQ(types,
              (std::multiset<std::string>{
                  "charge.captured", "charge.failed", "charge.refunded", "charge.succeeded",
                  "payment_intent.amount_capturable_updated", "payment_intent.canceled",
                  "payment_intent.created", "payment_intent.created",
                  "payment_intent.payment_failed", "payment_intent.succeeded", "refund.created"}));
    EXPECT_EQ(ids.size(), 11u);
}

TEST_F(WebhooksTest, OnlyTheTypesThatWereAskedForArePosted) {
    Receiver receiver;
    auto flags = hookFlags(receiver, secretFile_);
    flags.insert(flags.end(), {"--webhook-events", "charge.captured,payment_intent.succeeded"});
    SandboxProcess sandbox(flags);
    const Json intent = sandbox.create();
    const std::string id = intent.at("id");
    sandbox.confirm(intent, "pm_card_visa");
    sandbox.post("/v1/payment_intents/" + id + "/capture", "");
    std::multiset<std::string> types;
    for (const auto& hook : receiver.wait(2)) types.insert(Json::parse(hook.body).at("type"));
    EXPECT_EQ(types, (std::multiset<std::string>{"charge.captured", "payment_intent.succeeded"}));
    const Json listed = sandbox.get("/v1/events").body;
    EXPECT_EQ(listed.at("data").size(), 5u) << "the list has all";
}

TEST_F(WebhooksTest, ARefusedWebhookComesAgain) {
    Receiver receiver(3);
    SandboxProcess sandbox(hookFlags(receiver, secretFile_));
    sandbox.confirm(sandbox.create(), "pm_card_visa");
    EXPECT_EQ(receiver.wait(3).size(), 3u);  // Created, charged, to be captured.
    EXPECT_EQ(receiver.refused(), 3);
}

TEST_F(WebhooksTest, TheQueueIsBoundedAndAnEventIsGivenUpInTheEnd) {
    WebhookOptions options;
    options.url = "http://127.0.0.1:1/";  // Nobody listens there.
    options.secret = "s";
    options.queueMax = 10;
    options.attemptsMax = 2;
    options.firstRetryMillis = 1;
    Webhooks webhooks(options);
    for (int i = 0; i < 1000; ++i) webhooks.send("{}");
    EXPECT_GT(webhooks.counts().dropped, 0u);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (webhooks.counts().waiting > 0 && std::chrono::steady_clock::now() < deadline) continue;
    const auto counts = webhooks.counts();
    EXPECT_EQ(counts.waiting, 0u);
    EXPECT_EQ(counts.givenUp + counts.dropped, 1000u);
    EXPECT_EQ(counts.delivered, 0u);
}

TEST_F(WebhooksTest, ThousandsASecondTravelOverKeptConnections) {
    Receiver receiver;
    WebhookOptions options;
    options.url = receiver.url();
    options.secret = "s";
    Webhooks webhooks(options);
    const std::string body = R"({"id":"evt_1","data":")" + std::string(900, 'x') + "\"}";
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 10'000; ++i) webhooks.send(body);
    EXPECT_EQ(receiver.wait(10'000).size(), 10'000u);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::printf("webhooks/s: %.0f\n", 10'000 / took.count());
    EXPECT_LE(receiver.connections(), options.connectionsMax);
    EXPECT_EQ(webhooks.counts().retried, 0u);
}

TEST_F(WebhooksTest, ThousandsOfCallsASecondAreAnswered) {
    SandboxProcess sandbox;
    std::vector<http::test::RawClient> clients;
    for (int i = 0; i < 32; ++i) clients.emplace_back(sandbox.port());
    const std::string request = http::test::postRequest(
        "/v1/payment_intents", "amount=1000&currency=eur&capture_method=manual&metadata[a]=1",
        "Authorization: Bearer sk_1\r\nContent-Type: application/x-www-form-urlencoded\r\n");
    const auto start = std::chrono::steady_clock::now();
    for (int round = 0; round < 300; ++round) {
        for (auto& client : clients) ASSERT_TRUE(client.send(request));
        for (auto& client : clients) {
            ASSERT_EQ(client.readReply().value_or(http::test::Reply{}).status, 200);
        }
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::printf("calls/s: %.0f\n", 32 * 300 / took.count());
}

}  // namespace
}  // namespace tessera::paysim::test
