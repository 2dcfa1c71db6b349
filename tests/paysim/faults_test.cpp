// SPDX-License-Identifier: Apache-2.0
// Faults that are drawn by rules, those of one call, and an outage.
#include "tools/paysim/faults.h"

#include <set>

#include "tests/paysim/sandbox_process.h"

namespace tessera::paysim::test {
namespace {

const std::string kPayment = "amount=1000&currency=eur&capture_method=manual";
const std::string kCreate = "/v1/payment_intents";

FaultPlan planOf(const std::string& rules, int seed = 1) {
    return parseFaultPlan(R"({"seed":)" + std::to_string(seed) + R"(,"rules":[)" + rules + "]}")
        .value();
}

TEST(FaultsTest, OneSeedDrawsTheSameFaultsAgain) {
    const std::string rules =
        R"({"operation":"capture","fault":"drop_after","probability":0.3,"delay":"10-200ms"},)"
        R"({"operation":"any","fault":"503","probability":0.1})";
    const auto run = [&](int seed) {
        FaultTable table;
        table.use(planOf(rules, seed));
        std::vector<std::pair<int, std::int64_t>> drawn;
        for (int i = 0; i < 500; ++i) {
            const Fault fault = table.draw("capture", {});
            drawn.emplace_back(static_cast<int>(fault.kind), fault.delayMillis);
        }
        return drawn;
    };
    EXPECT_EQ(run(7), run(7));
    EXPECT_NE(run(7), run(8));
    std::int64_t dropped = 0;
    for (const auto& [kind, delay] : run(7)) {
        if (kind != static_cast<int>(Fault::Kind::DropAfter)) continue;
        ++dropped;
        EXPECT_TRUE(delay >= 10 && delay <= 200) << delay;
    }
    EXPECT_GT(dropped, 80);
    EXPECT_LT(dropped, 220);
}

TEST(FaultsTest, ARuleFitsItsOperationAlone) {
    FaultTable table;
    table.use(planOf(R"({"operation":"refund","fault":"429","probability":1})"));
    EXPECT_EQ(table.draw("capture", {}).kind, Fault::Kind::None);
    EXPECT_EQ(table.draw("refund", {}).kind, Fault::Kind::RateLimit);
    EXPECT_EQ(table.fired().at({"refund", "429"}), 1u);
    table.use({});
    EXPECT_EQ(table.draw("refund", {}).kind, Fault::Kind::None);
}

TEST(FaultsTest, APlanThatIsNoneIsRefusedWithTheReason) {
    for (const std::string bad :
         {"", "[]", R"({"seed":-1})", R"({"rules":[1]})",
          R"({"rules":[{"operation":"dance","fault":"500","probability":1}]})",
          R"({"rules":[{"operation":"any","fault":"explode","probability":1}]})",
          R"({"rules":[{"operation":"any","fault":"500","probability":2}]})",
          R"({"rules":[{"operation":"any","fault":"500","probability":1,"delay":"soon"}]})",
          R"({"rules":[{"operation":"any","fault":"500","often":1}]})"}) {
        const auto plan = parseFaultPlan(bad);
        ASSERT_FALSE(plan) << bad;
        EXPECT_FALSE(plan.error().empty());
    }
}

TEST(FaultsTest, EachCallHasItsOperation) {
    using Path = std::vector<std::string>;
    const std::tuple<bool, Path, std::string> cases[] = {
        {true, {"v1", "payment_intents"}, "create"},
        {false, {"v1", "payment_intents"}, "list"},
        {false, {"v1", "payment_intents", "pi_1"}, "retrieve"},
        {false, {"v1", "payment_intents", "search"}, "search"},
        {true, {"v1", "payment_intents", "pi_1", "confirm"}, "confirm"},
        {true, {"v1", "payment_intents", "pi_1", "cancel"}, "cancel"},
        {true, {"v1", "payment_intents", "pi_1", "capture"}, "capture"},
        {true, {"v1", "refunds"}, "refund"},
        {false, {"v1", "refunds", "re_1"}, "retrieve_refund"},
        {true, {"v1", "terminal", "readers", "tmr_1", "process_payment_intent"}, "reader_process"},
        {true, {"v1", "terminal", "readers", "tmr_1", "cancel_action"}, "reader_cancel"},
        {true, {"v1", "payment_intents", "pi_1"}, "other"},
        {true, {"sandbox", "payment_intents", "pi_1", "complete_action"}, "other"}};
    for (const auto& [post, path, operation] : cases) {
        EXPECT_EQ(operationOf(post, path), operation) << path.back();
    }
}

TEST(FaultsTest, RulesComeAndGoWhileItRunsAndAreCounted) {
    SandboxProcess sandbox;
    EXPECT_EQ(sandbox
                  .post("/sandbox/faults", R"({"rules":[{"operation":"create","fault":"503",
        "probability":1}]})")
                  .status,
              200);
    EXPECT_EQ(sandbox.post(kCreate, kPayment).status, 503);
    EXPECT_EQ(sandbox.post(kCreate, kPayment).status, 503);
    EXPECT_EQ(sandbox.get(kCreate).status, 200);
    EXPECT_EQ(sandbox.del("/sandbox/faults").status, 200);
    EXPECT_EQ(sandbox.post(kCreate, kPayment).status, 200);
    EXPECT_EQ(sandbox.get("/sandbox/stats").body.at("faults").at("create").at("503"), 2);
    EXPECT_EQ(sandbox.post("/sandbox/faults", "{").status, 400);
}

TEST(FaultsTest, ADoubledCallIsOneWithAKeyAndTwoWithout) {
    SandboxProcess sandbox;
    const auto intents = [&] {
        return sandbox.get("/sandbox/stats").body.at("payment_intents").get<int>();
    };
    const std::string twice = "X-Paysim-Fault: double\r\n";
    const Result keyed = sandbox.post(kCreate, kPayment, twice + "Idempotency-Key: a\r\n");
    EXPECT_EQ(keyed.status, 200);
    EXPECT_EQ(keyed.reply.header("idempotent-replayed"), "true");
    EXPECT_EQ(intents(), 1);
    EXPECT_EQ(sandbox.post(kCreate, kPayment, twice).status, 200);
    EXPECT_EQ(intents(), 3);
}

TEST(FaultsTest, ALateAuthorizationIsThereLater) {
    SandboxProcess sandbox;
    const Json intent = sandbox.create();
    const Result confirmed =
        sandbox.confirm(intent, "pm_card_visa", "X-Paysim-Fault: late_authorization=100\r\n");
    EXPECT_EQ(confirmed.body.at("status"), "processing");
    EXPECT_TRUE(
        sandbox.becomes(kCreate + "/" + intent.at("id").get<std::string>(),
                        [](const Json& now) { return now.at("status") == "requires_capture"; }));
}

TEST(FaultsTest, ALockedObjectIsNotTouched) {
    SandboxProcess sandbox;
    const Result locked = sandbox.post(kCreate, kPayment, "X-Paysim-Fault: 409_lock\r\n");
    EXPECT_EQ(locked.status, 409);
    EXPECT_EQ(locked.error(), "lock_timeout");
    EXPECT_EQ(sandbox.get("/sandbox/stats").body.at("payment_intents"), 0);
}

TEST(FaultsTest, AnOutageEndsWithTheSecondCall) {
    SandboxProcess sandbox;
    for (const std::string mode : {"drop", "503"}) {
        const std::string outage = R"({"seconds":600,"mode":")" + mode + "\"}";
        EXPECT_EQ(sandbox.post("/sandbox/outage", outage).body.at("outage"), true);
        EXPECT_EQ(sandbox.get(kCreate).status, mode == "503" ? 503 : 0);
        EXPECT_EQ(sandbox.post(kCreate, kPayment).status, mode == "503" ? 503 : 0);
        EXPECT_EQ(sandbox.get("/sandbox/stats").body.at("payment_intents"), 0);
        EXPECT_EQ(sandbox.post("/sandbox/outage", "{}").body.at("outage"), false);
        EXPECT_EQ(sandbox.get(kCreate).status, 200);
    }
    EXPECT_EQ(sandbox.post("/sandbox/outage", R"({"seconds":0})").status, 400);
    sandbox.post("/sandbox/outage", R"({"seconds":1})");
    EXPECT_TRUE(sandbox.becomes(kCreate, [](const Json& list) { return list.is_object(); }))
        << "or by itself";
}

}  // namespace
}  // namespace tessera::paysim::test
