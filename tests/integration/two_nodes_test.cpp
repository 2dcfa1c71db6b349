// SPDX-License-Identifier: Apache-2.0
// Two servers on one database: an event has one owner, and a former one answers nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "shared/base/ids.h"
#include "tests/integration/sale.h"
#include "tests/integration/watch.h"

namespace tessera::integration {
namespace {

// Stopped, every thread of it: what is sent to it from now on waits.
void pauseWhole(pid_t process) {
    ::kill(process, SIGSTOP);
    const auto stands = [&] {
        const auto tasks =
            std::filesystem::directory_iterator("/proc/" + std::to_string(process) + "/task");
        return std::ranges::all_of(tasks, [](const auto& task) {
            std::ifstream file(task.path() / "stat");
            std::string stat;
            std::getline(file, stat);
            // Its name, in parentheses, may have blanks; the state comes after it.
            const auto end = stat.rfind(')');
            return end == std::string::npos || stat.compare(end, 3, ") T") == 0;
        });
    };
    while (!stands()) std::this_thread::yield();
}

class TwoNodesTest : public testing::Test {
protected:
    // Node of which process has the event, by the fence.
    std::string ownerOf(const Sale& of) const {
        return stack.psql(
            "SELECT n.name FROM event_owner o JOIN node n USING (node_id) WHERE "
            "event_id = " +
            std::to_string(decodePublicId(of.event).value_or(0)));
    }
    // Asked again while the owner is not known.
    template <class Step>
    Answer untilOwned(Step step) {
        Answer answer;
        eventually([&] {
            answer = step();
            return !answer.worthRetrying();
        });
        return answer;
    }

    Stack stack;
    Sale sale = makeSale(stack);
    Stack::Node second = stack.startNode("second");
};

TEST_F(TwoNodesTest, ANodeThatIsNotTheOwnerSaysSoAndTakesNothing) {
    Buyer first(Edge::Rest, stack);
    ASSERT_TRUE(first.hold(sale, {0, 1}).ok());
    EXPECT_EQ(ownerOf(sale), "server");
    Buyer other(Edge::Grpc, second.ports);
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(other.hold(sale, {2, 3}).reason, "OWNER_UNAVAILABLE");
    }
    EXPECT_EQ(ownerOf(sale), "server");
    EXPECT_TRUE(first.hold(sale, {4, 5}).ok());
}

TEST_F(TwoNodesTest, WhatAKilledNodeHadIsTakenOver) {
    Buyer first(Edge::Rest, stack);
    ASSERT_TRUE(first.hold(sale, {0, 1}).ok());
    const auto began = std::chrono::steady_clock::now();
    stack.killServer();
    Buyer other(Edge::Rest, second.ports);
    ASSERT_TRUE(untilOwned([&] { return other.hold(sale, {2, 3}); }).ok());
    const auto took = std::chrono::steady_clock::now() - began;
    EXPECT_GT(took, Millis(250)) << "it cannot have known so soon that the other is gone";
    EXPECT_LT(took, Millis(10'000));
    EXPECT_EQ(ownerOf(sale), "second");
    EXPECT_EQ(other.hold(sale, {0, 1}).reason, "SEAT_UNAVAILABLE");
    stack.startServer();
    Buyer back(Edge::Rest, stack);
    EXPECT_EQ(back.hold(sale, {4, 5}).reason, "OWNER_UNAVAILABLE");
}

TEST_F(TwoNodesTest, WhatANodeThatLeftHadIsTakenAtOnce) {
    Buyer first(Edge::Rest, stack);
    ASSERT_TRUE(first.hold(sale, {0, 1}).ok());
    ASSERT_EQ(stack.stopServer(), 0);
    Buyer other(Edge::Rest, second.ports);
    const Answer answer = other.hold(sale, {2, 3});
    EXPECT_TRUE(answer.ok()) << answer;
    stack.startServer();
}

TEST_F(TwoNodesTest, ANodeThatWasPausedBeyondItsTimeAnswersNothing) {
    Buyer before(Edge::Rest, stack);
    ASSERT_TRUE(before.hold(sale, {0, 1}).ok());
    pauseWhole(stack.serverPid());
    // These reach the paused process's sockets, and wait there.
    std::vector<std::thread> waiting;
    std::vector<Answer> answers(4);
    for (std::size_t i = 0; i < answers.size(); ++i) {
        waiting.emplace_back([this, i, &answers] {
            Buyer late(i % 2 == 0 ? Edge::Rest : Edge::Grpc, stack);
            const auto seat = static_cast<std::int32_t>(10 + 2 * i);
            answers[i] = late.hold(sale, {seat, seat + 1});
        });
    }
    Buyer other(Edge::Rest, second.ports);
    EXPECT_TRUE(untilOwned([&] {
                    return other.hold(sale, {10, 11, 12, 13, 14, 15, 16, 17});
                }).ok());
    EXPECT_EQ(ownerOf(sale), "second");
    ::kill(stack.serverPid(), SIGCONT);
    for (std::thread& thread : waiting) thread.join();
    for (const Answer& answer : answers) {
        EXPECT_FALSE(answer.ok()) << answer;
        EXPECT_NE(answer.reason, "SEAT_UNAVAILABLE") << "a refusal is an answer, too";
    }
    for (int i = 0; i < 10; ++i) {
        EXPECT_EQ(before.hold(sale, {20, 21}).reason, "OWNER_UNAVAILABLE");
        EXPECT_EQ(before.reservationNow().reason, "OWNER_UNAVAILABLE");
    }
    EXPECT_EQ(ownerOf(sale), "second");
    EXPECT_TRUE(other.hold(sale, {22, 23}).ok());
}

TEST_F(TwoNodesTest, WhatIsDueAtANodeThatIsGoneIsDoneByAnother) {
    const Sale brief = makeSale(stack, {.holdSeconds = 3});
    Buyer first(Edge::Rest, stack);
    ASSERT_TRUE(first.hold(brief, {0, 1}).ok());
    EXPECT_EQ(seatsInDatabase(stack, brief, 1), 2);
    stack.killServer();
    EXPECT_TRUE(eventually([&] { return seatsInDatabase(stack, brief, 1) == 0; }))
        << "nobody asks for this event any more";
    EXPECT_EQ(ownerOf(brief), "second");
    stack.startServer();
}

}  // namespace
}  // namespace tessera::integration
