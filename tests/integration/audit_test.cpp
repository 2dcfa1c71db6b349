// SPDX-License-Identifier: Apache-2.0
// The auditor after a rush: it finds nothing wrong with what Tessera did, and it finds each fault
// that is planted in a copy of it.
#include <gtest/gtest.h>

#include <regex>

#include "tests/integration/sale.h"

namespace tessera::integration {
namespace {

constexpr int kUsers = 3000;
constexpr Millis kRushLimit{180'000};

class AuditTest : public testing::Test {
protected:
    // The arena, where people sit, stand, and come in wheelchairs with companions. Some cannot pay:
    // their orders are released, with evidence.
    void SetUp() override {
        const Stack::Ran made = stack.runProgram(
            "tessera-admin",
            {"demo", "--url", url, "--api-key-file", stack.writeFile("admin.key", stack.adminKey()),
             "--plan", std::string(TESSERA_SOURCE_DIR) + "/plans/riverside-arena.json",
             "--pay-seconds", "10"},
            Millis(60'000));
        ASSERT_EQ(made.code, 0) << made.output;
        const Stack::Ran rush = stack.runProgram(
            "tessera-load",
            {"onsale", "--server", url, "--event", "arena", "--users", std::to_string(kUsers),
             "--decline", "0.05", "--connections", "500", "--database", stack.conninfo(),
             "--ledger", stack.ledgerFile(), "--answers", "answers.jsonl", "--reports", "."},
            kRushLimit);
        ASSERT_EQ(rush.code, 0) << rush.output;
        ASSERT_NE(rush.output.find(", findings 0\n"), std::string::npos) << rush.output;
    }

    Stack::Ran audit(const std::vector<std::string>& more) {
        std::vector<std::string> arguments{"--database",       stack.conninfo(), "--ledger",
                                           stack.ledgerFile(), "--answers",      "answers.jsonl"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return stack.runProgram("tessera-audit", arguments, kRushLimit);
    }

    Stack stack;
    const std::string url = "http://127.0.0.1:" + std::to_string(stack.httpPort());
};

TEST_F(AuditTest, EachFaultThatIsPlantedAfterARushIsReportedAndTheOriginalStaysUntouched) {
    const Stack::Ran selftest = audit({"--selftest"});
    EXPECT_EQ(selftest.code, 0) << selftest.output;
    EXPECT_EQ(selftest.output.find("MISSED"), std::string::npos) << selftest.output;
    EXPECT_EQ(selftest.output.find("NOTHING TO TAMPER WITH"), std::string::npos) << selftest.output;
    std::smatch counted;
    ASSERT_TRUE(std::regex_search(selftest.output, counted,
                                  std::regex(R"(selftest: (\d+) of (\d+) planted faults)")))
        << selftest.output;
    EXPECT_EQ(counted[1], counted[2]);
    EXPECT_GE(std::stoi(counted[2]), 40);

    const Stack::Ran after = audit({});
    EXPECT_EQ(after.code, 0) << after.output;

    // The same auditor, when the fault is in the rows themselves.
    const std::string seat = stack.psql(
        "UPDATE seat SET status = 0, holder = 0 WHERE ctid = (SELECT ctid FROM seat WHERE status = "
        "2 LIMIT 1) RETURNING seat_no");
    ASSERT_FALSE(seat.empty());
    const Stack::Ran tampered = audit({});
    EXPECT_EQ(tampered.code, 1) << tampered.output;
    EXPECT_NE(tampered.output.find("ticket_without_seat"), std::string::npos) << tampered.output;
}

}  // namespace
}  // namespace tessera::integration
