// SPDX-License-Identifier: Apache-2.0
// Webhooks that are doubled, held back, lost, kept over a restart, and sent all over again.
#include <signal.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "tests/paysim/receiver.h"
#include "tests/paysim/sandbox_process.h"
#include "tools/paysim/webhook_fate.h"

namespace tessera::paysim::test {
namespace {

class WebhookDeliveryTest : public testing::Test {
protected:
    WebhookDeliveryTest() {
        std::ofstream(secret_ + "1") << "whsec_new\n";
        std::ofstream(secret_ + "2") << "whsec_old\n";
    }
    ~WebhookDeliveryTest() override {
        std::remove((secret_ + "1").c_str());
        std::remove((secret_ + "2").c_str());
    }
    std::vector<std::string> flags(std::vector<std::string> more = {}) const {
        std::vector<std::string> all{"--webhook-url", receiver_.url(), "--webhook-secret-file",
                                     secret_ + "1"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    static std::string idOf(const Receiver::Hook& hook) { return Json::parse(hook.body).at("id"); }
    static std::set<std::string> idsOf(const std::vector<Receiver::Hook>& hooks) {
        std::set<std::string> ids;
        for (const auto& hook : hooks) ids.insert(idOf(hook));
        return ids;
    }

    const std::string secret_ = testing::TempDir() + "paysim-delivery-secret-" +
                                std::to_string(reinterpret_cast<std::uintptr_t>(this));
    Receiver receiver_;
};

TEST_F(WebhookDeliveryTest, OneSeedGivesTheSameFates) {
    WebhookOptions options;
    options.duplicate = 0.2;
    options.reorder = 0.3;
    options.lose = 0.1;
    const auto run = [&](std::uint64_t seed) {
        options.seed = seed;
        WebhookFates fates(options);
        std::vector<std::tuple<bool, std::int64_t, std::int64_t>> drawn;
        for (int i = 0; i < 1000; ++i) {
            const WebhookFate fate = fates.draw();
            drawn.emplace_back(fate.lost, fate.holdMillis, fate.twinMillis);
        }
        return drawn;
    };
    EXPECT_EQ(run(3), run(3));
    EXPECT_NE(run(3), run(4));
    int lost = 0;
    int held = 0;
    int doubled = 0;
    for (const auto& [gone, hold, twin] : run(3)) {
        lost += gone ? 1 : 0;
        held += hold > 0 ? 1 : 0;
        doubled += twin >= 0 ? 1 : 0;
    }
    EXPECT_NEAR(lost, 100, 50);
    EXPECT_NEAR(held, 300, 80);
    EXPECT_NEAR(doubled, 200, 70);
}

TEST_F(WebhookDeliveryTest, AShuffleHasEachTwiceAndFollowsFromItsSeed) {
    auto order = shuffledTwice(100, 5);
    EXPECT_EQ(order, shuffledTwice(100, 5));
    EXPECT_NE(order, shuffledTwice(100, 6));
    EXPECT_FALSE(std::is_sorted(order.begin(), order.end()));
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i < order.size(); ++i) EXPECT_EQ(order[i], i / 2);
}

TEST_F(WebhookDeliveryTest, EverythingMayComeTwice) {
    SandboxProcess sandbox(flags({"--webhook-duplicate", "1"}));
    sandbox.confirm(sandbox.create(), "pm_card_visa");
    const auto hooks = receiver_.wait(6);
    EXPECT_EQ(hooks.size(), 6u);
    EXPECT_EQ(idsOf(hooks).size(), 3u);
}

TEST_F(WebhookDeliveryTest, WhatIsHeldBackIsOvertaken) {
    SandboxProcess sandbox(flags({"--webhook-reorder", "0.5"}));
    std::vector<std::string> made;
    for (int i = 0; i < 20; ++i) sandbox.create();
    const auto hooks = receiver_.wait(20);
    ASSERT_EQ(hooks.size(), 20u);
    for (const Json& line : sandbox.ledger()) {
        if (line.at("type") == "event") made.push_back(line.at("body").at("id"));
    }
    std::vector<std::string> came;
    for (const auto& hook : hooks) came.push_back(idOf(hook));
    EXPECT_NE(came, made);
    std::sort(came.begin(), came.end());
    std::sort(made.begin(), made.end());
    EXPECT_EQ(came, made);
}

TEST_F(WebhookDeliveryTest, WhatIsLostIsStillInTheListAndNeverSent) {
    SandboxProcess sandbox(flags({"--webhook-lose", "1"}));
    sandbox.create();
    ASSERT_TRUE(sandbox.becomes("/sandbox/stats", [](const Json& stats) {
        return stats.at("webhooks").at("lost") == 1 && stats.at("pending_events") == 0;
    }));
    EXPECT_EQ(sandbox.get("/v1/events").body.at("data").size(), 1u);
    EXPECT_EQ(receiver_.wait(0).size(), 0u);
}

TEST_F(WebhookDeliveryTest, ACallsEventsMayBeLostAlone) {
    SandboxProcess sandbox(flags());
    const Json quiet = sandbox.create("", "X-Paysim-Fault: webhook_lost\r\n");
    const Json loud = sandbox.create();
    const auto hooks = receiver_.wait(1);
    ASSERT_EQ(hooks.size(), 1u);
    EXPECT_EQ(Json::parse(hooks[0].body).at("data").at("object").at("id"), loud.at("id"));
    EXPECT_EQ(sandbox.get("/v1/events").body.at("data").size(), 2u);
}

TEST_F(WebhookDeliveryTest, WhatWasNotTakenIsSentAfterARestartAndNothingElse) {
    std::string unheard;
    {
        // Nobody listens at port 1: nothing is taken before the kill.
        SandboxProcess sandbox(
            {"--webhook-url", "http://127.0.0.1:1/", "--webhook-secret-file", secret_ + "1"});
        sandbox.create();
        unheard = sandbox.get("/v1/events").body.at("data").at(0).at("id");
        EXPECT_EQ(sandbox.get("/v1/events/" + unheard).body.at("pending_webhooks"), 1);
        sandbox.useFlags(flags());
        sandbox.restart(SIGKILL);
        const auto hooks = receiver_.wait(1);
        ASSERT_EQ(hooks.size(), 1u);
        EXPECT_EQ(idOf(hooks[0]), unheard);
        ASSERT_TRUE(sandbox.becomes("/v1/events/" + unheard, [](const Json& event) {
            return event.at("pending_webhooks") == 0;
        }));
        sandbox.restart(SIGKILL);
        sandbox.create();
        EXPECT_EQ(receiver_.wait(2).size(), 2u);
        EXPECT_NE(idOf(receiver_.wait(2)[1]), unheard);
    }
}

TEST_F(WebhookDeliveryTest, AReplaySendsEveryEventTwiceAndSaysHowMany) {
    SandboxProcess sandbox(flags());
    for (int i = 0; i < 10; ++i) sandbox.confirm(sandbox.create(), "pm_card_visa");
    ASSERT_EQ(receiver_.wait(30).size(), 30u);
    const Result replayed = sandbox.post("/sandbox/webhooks/replay", R"({"seed":9})");
    EXPECT_EQ(replayed.status, 200);
    EXPECT_EQ(replayed.body.at("events"), 30);
    EXPECT_EQ(replayed.body.at("delivered"), 60);
    const auto hooks = receiver_.wait(90);
    ASSERT_EQ(hooks.size(), 90u) << "all had arrived when it answered";
    EXPECT_EQ(idsOf(hooks).size(), 30u);
}

TEST_F(WebhookDeliveryTest, WhileSecretsAreRolledBothSign) {
    SandboxProcess sandbox(flags({"--webhook-secret-file", secret_ + "2"}));
    sandbox.create();
    const auto hooks = receiver_.wait(1);
    ASSERT_EQ(hooks.size(), 1u);
    const std::string& header = hooks[0].signature;
    const long at = std::atol(header.c_str() + 2);
    const std::string fresh = signWebhook("whsec_new", at, hooks[0].body);
    const std::string old = signWebhook("whsec_old", at, hooks[0].body);
    EXPECT_EQ(header, fresh + old.substr(old.find(',')));
}

}  // namespace
}  // namespace tessera::paysim::test
