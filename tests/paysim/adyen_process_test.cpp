// SPDX-License-Identifier: Apache-2.0
// The Adyen side of the process: who is let in, keys, the ledger across a restart, beside Stripe's.
#include <gtest/gtest.h>

#include <csignal>
#include <thread>

#include "tests/paysim/sandbox_process.h"

namespace tessera::paysim::test::adyen_process {
namespace {

const std::string kKey = "X-API-Key: any\r\n";

Json paymentBody(const std::string& card = "test_4111111111111111") {
    return Json{{"merchantAccount", "M"},
                {"reference", "order-1"},
                {"returnUrl", "http://shop/back?x=1"},
                {"amount", {{"currency", "EUR"}, {"value", 1000}}},
                {"paymentMethod", {{"type", "scheme"}, {"encryptedCardNumber", card}}}};
}

SandboxProcess adyen() {
    return SandboxProcess({"--adyen-merchant", "M", "--adyen-delay-ms", "0"});
}

Result post(SandboxProcess& sandbox, const std::string& path, const Json& body,
            const std::string& extra = {}) {
    return sandbox.post("/v71" + path, body.dump(), kKey + extra);
}

std::int64_t moved(const SandboxProcess& sandbox, const std::string& type) {
    std::int64_t sum = 0;
    for (const Json& line : sandbox.ledger()) {
        if (line.at("type") == type) sum += line.at("amount").get<std::int64_t>();
    }
    return sum;
}

// Until the sandbox has decided what was received.
void settled(SandboxProcess& sandbox) {
    while (sandbox.get("/sandbox/adyen/stats", kKey).body.at("due") != 0) std::this_thread::yield();
}

TEST(AdyenProcessTest, OnlyWhoHasAKeyAndNamesTheMerchantIsLetIn) {
    auto sandbox = adyen();
    EXPECT_EQ(sandbox.post("/v71/payments", paymentBody().dump()).status, 401);
    Json others = paymentBody();
    others["merchantAccount"] = "Somebody";
    const auto refused = post(sandbox, "/payments", others);
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(refused.body.at("errorCode"), "901");
    EXPECT_EQ(post(sandbox, "/nothing", paymentBody()).status, 404);
    EXPECT_EQ(sandbox.post("/v71/payments", "{", kKey).status, 400);
    EXPECT_EQ(sandbox.get("/v71/payments", kKey).status, 405);
    EXPECT_TRUE(sandbox.ledger().empty());
}

TEST(AdyenProcessTest, WithoutAMerchantThereIsNoSuchSide) {
    SandboxProcess sandbox;
    EXPECT_EQ(sandbox.post("/v71/payments", paymentBody().dump(), kKey).status, 404);
}

TEST(AdyenProcessTest, AKeyRepeatsTheFirstAnswerAcrossARestart) {
    auto sandbox = adyen();
    const std::string key = "Idempotency-Key: once\r\n";
    const auto first = post(sandbox, "/payments", paymentBody(), key);
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(first.reply.header("idempotency-key"), "once");
    EXPECT_EQ(post(sandbox, "/payments", paymentBody(), key).text, first.text);
    sandbox.restart(SIGKILL);
    EXPECT_EQ(post(sandbox, "/payments", paymentBody(), key).text, first.text);
    EXPECT_EQ(moved(sandbox, "authorize"), 1000);
    EXPECT_NE(post(sandbox, "/payments", paymentBody(), "Idempotency-Key: twice\r\n").text,
              first.text);
    EXPECT_EQ(post(sandbox, "/payments", paymentBody(),
                   "Idempotency-Key: " + std::string(65, 'k') + "\r\n")
                  .status,
              400);
}

TEST(AdyenProcessTest, ATransientErrorLeavesTheKeyFreeAndSaysSo) {
    auto sandbox = adyen();
    const std::string key = "Idempotency-Key: once\r\n";
    for (const char* fault : {"500", "429"}) {
        const auto failed =
            post(sandbox, "/payments", paymentBody(), key + "X-Paysim-Fault: " + fault + "\r\n");
        EXPECT_EQ(failed.status, std::atoi(fault));
        EXPECT_EQ(failed.reply.header("transient-error"), "true");
    }
    EXPECT_EQ(moved(sandbox, "authorize"), 0);
    EXPECT_EQ(post(sandbox, "/payments", paymentBody(), key).status, 200);
    EXPECT_EQ(moved(sandbox, "authorize"), 1000);
}

TEST(AdyenProcessTest, AKeyWhoseFirstCallIsUnderWayIsRefused) {
    auto sandbox = adyen();
    const std::string key = "Idempotency-Key: slow\r\n";
    std::thread slow([&] {
        http::test::RawClient client(sandbox.port());
        client.send(http::test::postRequest("/v71/payments", paymentBody().dump(),
                                            kKey + key + "X-Paysim-Fault: delay=1500ms\r\n"));
        const auto reply = client.readReply();
        ASSERT_TRUE(reply.has_value());
        EXPECT_EQ(reply->status, 200);
    });
    while (moved(sandbox, "authorize") == 0) std::this_thread::yield();
    const auto second = post(sandbox, "/payments", paymentBody(), key);
    EXPECT_EQ(second.status, 422);
    EXPECT_EQ(second.body.at("errorCode"), "704");
    slow.join();
    EXPECT_EQ(post(sandbox, "/payments", paymentBody(), key).status, 200);
    EXPECT_EQ(moved(sandbox, "authorize"), 1000);
}

TEST(AdyenProcessTest, ACallThatAProxyRepeatsIsDoneOnce) {
    auto sandbox = adyen();
    const std::string extra = "Idempotency-Key: once\r\nX-Paysim-Fault: double\r\n";
    EXPECT_EQ(post(sandbox, "/payments", paymentBody(), extra).status, 200);
    EXPECT_EQ(moved(sandbox, "authorize"), 1000);
    // Without a key it is done twice.
    post(sandbox, "/payments", paymentBody(), "X-Paysim-Fault: double\r\n");
    EXPECT_EQ(moved(sandbox, "authorize"), 3000);
}

TEST(AdyenProcessTest, FaultsAreDrawnByTheSameRules) {
    auto sandbox = adyen();
    const Json rules{{"seed", 1},
                     {"rules", Json::array({Json{{"operation", "confirm"},
                                                 {"fault", "late_authorization"},
                                                 {"probability", 1},
                                                 {"delay", "5ms"}}})}};
    ASSERT_EQ(sandbox.post("/sandbox/faults", rules.dump()).status, 200);
    EXPECT_EQ(post(sandbox, "/payments", paymentBody()).body.at("resultCode"), "Pending");
    settled(sandbox);
    EXPECT_EQ(moved(sandbox, "authorize"), 1000);
    EXPECT_EQ(
        post(sandbox, "/cancels", Json{{"merchantAccount", "M"}, {"paymentReference", "order-1"}})
            .status,
        201);
}

TEST(AdyenProcessTest, AnOutageIsOfBothSides) {
    auto sandbox = adyen();
    ASSERT_EQ(sandbox.post("/sandbox/outage", R"({"seconds":60,"mode":"503"})").status, 200);
    EXPECT_EQ(post(sandbox, "/payments", paymentBody()).status, 503);
    ASSERT_EQ(sandbox.post("/sandbox/outage", R"({"seconds":0})").status, 200);
    EXPECT_EQ(post(sandbox, "/payments", paymentBody()).status, 200);
}

TEST(AdyenProcessTest, ModificationsGoByPspReferenceOrByOurOwn) {
    auto sandbox = adyen();
    const std::string psp = post(sandbox, "/payments", paymentBody()).body.at("pspReference");
    Json body{{"merchantAccount", "M"},
              {"reference", "c-1"},
              {"amount", {{"currency", "EUR"}, {"value", 1000}}}};
    EXPECT_EQ(post(sandbox, "/payments/NOBODY/captures", body).body.at("errorCode"), "167");
    const auto capture = post(sandbox, "/payments/" + psp + "/captures", body);
    EXPECT_EQ(capture.status, 201);
    EXPECT_EQ(capture.body.at("paymentPspReference"), psp);
    settled(sandbox);
    post(sandbox, "/payments/" + psp + "/refunds", body);
    settled(sandbox);
    EXPECT_EQ(moved(sandbox, "capture"), 1000);
    EXPECT_EQ(moved(sandbox, "refund"), 1000);
    post(sandbox, "/payments", paymentBody());
    post(sandbox, "/cancels", Json{{"merchantAccount", "M"}, {"paymentReference", "order-1"}});
    settled(sandbox);
    EXPECT_EQ(moved(sandbox, "void"), 1000);
}

TEST(AdyenProcessTest, TheBankSendsTheShopperBackWithAResult) {
    auto sandbox = adyen();
    const auto away = post(sandbox, "/payments", paymentBody("sandbox_redirect"));
    const std::string url = away.body.at("action").at("url");
    const auto back = sandbox.get(url.substr(url.find("/sandbox/")));
    EXPECT_EQ(back.status, 303);
    const std::string token = url.substr(url.rfind('/') + 1);
    EXPECT_EQ(back.reply.header("location"), "http://shop/back?x=1&redirectResult=" + token);
    sandbox.restart(SIGKILL);
    const Json details{{"details", {{"redirectResult", token}}}};
    EXPECT_EQ(post(sandbox, "/payments/details", details).body.at("resultCode"), "Authorised");
    EXPECT_EQ(post(sandbox, "/payments/details", details).body.at("errorCode"), "704");
    EXPECT_EQ(moved(sandbox, "authorize"), 1000);
}

TEST(AdyenProcessTest, BothSidesShareTheLedgerAndComeBackFromIt) {
    auto sandbox = adyen();
    const Json intent = sandbox.create();
    post(sandbox, "/payments", paymentBody("sandbox_pending_1"));
    sandbox.confirm(intent, "pm_card_visa");
    sandbox.restart(SIGTERM);
    settled(sandbox);
    EXPECT_EQ(sandbox.fetch(intent).at("status"), "requires_capture");
    EXPECT_EQ(moved(sandbox, "authorize"), 2000);
    const Json stats = sandbox.get("/sandbox/adyen/stats", kKey).body;
    EXPECT_EQ(stats.at("payments"), 1);
    EXPECT_EQ(stats.at("notifications"), 1);
    for (const Json& line : sandbox.ledger()) {
        if (line.value("provider", "") != "adyen" || !line.contains("intent")) continue;
        EXPECT_EQ(line.at("metadata").at("tessera_attempt"), "order-1");
    }
}

}  // namespace
}  // namespace tessera::paysim::test::adyen_process
