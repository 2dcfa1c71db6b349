// SPDX-License-Identifier: Apache-2.0
// Small rushes with everything that goes wrong in large ones, each audited to the last row.
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <regex>

#include "tests/integration/sale.h"

namespace tessera::integration {
namespace {

constexpr Millis kRushLimit{100'000};

class RushTest : public testing::Test {
protected:
    // An event on the grand theatre, with these terms.
    void makeEvent(const std::vector<std::string>& terms) {
        std::vector<std::string> arguments{
            "demo",
            "--url",
            url,
            "--api-key-file",
            stack.writeFile("admin.key", stack.adminKey()),
            "--plan",
            std::string(TESSERA_SOURCE_DIR) + "/plans/grand-theatre.json",
            "--event-name",
            "Theatre rush"};
        arguments.insert(arguments.end(), terms.begin(), terms.end());
        const Stack::Ran made = stack.runProgram("tessera-admin", arguments, Millis(60'000));
        ASSERT_EQ(made.code, 0) << made.output;
    }
    Stack::Ran rush(const std::vector<std::string>& more) {
        std::vector<std::string> arguments{"onsale",
                                           "--server",
                                           url,
                                           "--event",
                                           "theatre",
                                           "--connections",
                                           "300",
                                           "--arrive",
                                           "1",
                                           "--database",
                                           stack.conninfo(),
                                           "--ledger",
                                           stack.ledgerFile(),
                                           "--answers",
                                           "answers.jsonl",
                                           "--reports",
                                           "."};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return stack.runProgram("tessera-load", arguments, kRushLimit);
    }

    Stack stack;
    const std::string url = "http://127.0.0.1:" + std::to_string(stack.httpPort());
};

TEST_F(RushTest, WhatIsGivenBackIsSoldToOthersAndTheAuditFindsNothing) {
    makeEvent({"--hold-seconds", "2", "--pay-seconds", "10"});
    const Stack::Ran ran = rush({"--users", "900", "--abandon", "0.3", "--decline", "0.2"});
    EXPECT_EQ(ran.code, 0) << ran.output;
    EXPECT_NE(ran.output.find(", findings 0\n"), std::string::npos) << ran.output;
    std::smatch again;
    ASSERT_TRUE(std::regex_search(ran.output, again, std::regex(R"(came back (\d+))")));
    EXPECT_GT(std::stoi(again[1]), 0);

    // A second rush on the same event would have nothing to show.
    const Stack::Ran second = rush({"--users", "10"});
    EXPECT_EQ(second.code, 2) << second.output;
    EXPECT_NE(second.output.find("an empty house"), std::string::npos) << second.output;
}

TEST_F(RushTest, AServerThatIsKilledInTheRushLosesAndDoublesNothing) {
    makeEvent({});
    const std::string pidFile = stack.writeFile("server.pid", std::to_string(stack.serverPid()));
    const Stack::Ran ran = rush({"--users", "900", "--kill-at", "2", "--kill-server-pid-file",
                                 pidFile, "--restart-command", stack.restartCommand(pidFile)});
    EXPECT_EQ(ran.code, 0) << ran.output;
    EXPECT_NE(ran.output.find("killed the server"), std::string::npos) << ran.output;
    EXPECT_NE(ran.output.find(", findings 0\n"), std::string::npos) << ran.output;
    int restarted = 0;
    std::ifstream(pidFile) >> restarted;
    ASSERT_GT(restarted, 1);
    EXPECT_NE(restarted, stack.serverPid());
    EXPECT_EQ(::kill(restarted, SIGKILL), 0);
}

// Negative control: a kill that hits nothing is no kill.
TEST_F(RushTest, AKillThatHitsNothingFailsTheRun) {
    makeEvent({});
    const std::string pidFile = stack.writeFile("server.pid", "0");
    const Stack::Ran ran = rush({"--users", "30", "--kill-at", "0.5", "--kill-server-pid-file",
                                 pidFile, "--restart-command", "true"});
    EXPECT_EQ(ran.code, 1) << ran.output;
    EXPECT_NE(ran.output.find("FAILED: the server was not killed"), std::string::npos)
        << ran.output;
}

}  // namespace
}  // namespace tessera::integration
