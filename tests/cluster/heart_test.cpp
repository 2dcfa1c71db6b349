// SPDX-License-Identifier: Apache-2.0
#include "server/cluster/heart.h"

#include <gtest/gtest.h>

#include "tests/cluster/fake_nodes.h"
#include "tests/simulation/node/sim_executor.h"

namespace tessera::cluster {
namespace {

using simulation::SimExecutor;

class HeartTest : public ::testing::Test {
protected:
    HeartTest() {
        Heart::Hooks hooks;
        hooks.onReading = [this](runtime::ClockSample) { ++readings_; };
        hooks.onMayHaveLost = [this] { gaps_.push_back(agenda_.now() / 1000); };
        hooks.onReplaced = [this] { ++replaced_; };
        heart_ = std::make_unique<Heart>(Heart::Parts{nodes_, membership_, executor_, *log_},
                                         std::move(hooks));
        heart_->start({NodeId{1}, "one", "127.0.0.1:1", 0});
    }
    ~HeartTest() override { heart_.reset(); }
    void pass(Duration time) {
        const std::int64_t until = agenda_.now() + time.micros;
        while (agenda_.step(until)) {
        }
        agenda_.after(Duration::ofMicros(until - agenda_.now()), simulation::kWorld, [] {});
        while (agenda_.step(until)) {
        }
    }

    simulation::Agenda agenda_;
    simulation::Fibers fibers_{agenda_};
    simulation::NodeClock clock_{agenda_, 12345, 0};
    SimExecutor::Parts parts_{agenda_, fibers_, clock_, 1, simulation::Random(1)};
    SimExecutor executor_{{.threads = 1, .queueMax = 1, .timersMax = 1}, parts_};
    FakeNodes nodes_;
    Membership membership_{NodeId{1}};
    int readings_ = 0;
    std::vector<std::int64_t> gaps_;  // Milliseconds.
    std::vector<std::string> lines_;
    std::unique_ptr<runtime::Log> log_ =
        runtime::Log::toSink({}, [this](std::string_view line) { lines_.emplace_back(line); });
    int replaced_ = 0;
    std::unique_ptr<Heart> heart_;
};

TEST_F(HeartTest, BeatsTenTimesASecond) {
    pass(Duration::ofSeconds(10));
    ASSERT_NE(nodes_.find(NodeId{1}), nullptr);
    EXPECT_NEAR(static_cast<double>(nodes_.find(NodeId{1})->beats), 100, 2);
    EXPECT_EQ(readings_, nodes_.find(NodeId{1})->beats);
    EXPECT_TRUE(gaps_.empty());
    EXPECT_NE(membership_.lastAsked(), INT64_MIN);
}

TEST_F(HeartTest, BeatsOnWhereATimerWasRefused) {
    pass(Duration::ofSeconds(1));
    // The beat that is waited for, and then the only place for the next one.
    agenda_.after(Duration{}, 1, [this] {
        (void)executor_.post([this] { (void)fibers_.wait(Duration::ofMillis(300)); });
    });
    pass(Duration::ofMillis(250));
    (void)executor_.after(Duration::ofMillis(200), [] {});
    const int asked = nodes_.asked;
    pass(Duration::ofMillis(300));
    EXPECT_GT(nodes_.asked, asked) << "while there was no timer";
    const int later = nodes_.asked;
    pass(Duration::ofSeconds(1));
    EXPECT_NEAR(nodes_.asked - later, 10, 4);
}

TEST_F(HeartTest, LeavesWithItsRow) {
    pass(Duration::ofSeconds(1));
    heart_->stop();
    EXPECT_TRUE(nodes_.rows.empty());
    const int asked = nodes_.asked;
    pass(Duration::ofSeconds(1));
    EXPECT_EQ(nodes_.asked, asked) << "it beat after it had left";
}

TEST_F(HeartTest, AGapInItsBeatsIsTold) {
    pass(Duration::ofSeconds(1));
    nodes_.away = true;
    pass(Duration::ofMillis(200));
    nodes_.away = false;
    pass(Duration::ofSeconds(1));
    EXPECT_TRUE(gaps_.empty()) << "nobody can have seen it still for 400 ms";
    nodes_.away = true;
    pass(Duration::ofMillis(400));
    EXPECT_EQ(membership_.standingOf(NodeId{2}, clock_.nowMicros()), Standing::Unread);
    nodes_.away = false;
    pass(Duration::ofMillis(900));
    EXPECT_EQ(gaps_.size(), 1U);
}

// Who had judged it gone took its events a moment after it had asked whether they were its own.
TEST_F(HeartTest, AfterAGapItIsToldAgainWhenTakeOversHaveHadTheirTime) {
    pass(Duration::ofSeconds(1));
    agenda_.pause(1, agenda_.now() + 700'000);
    pass(Duration::ofSeconds(30));
    ASSERT_EQ(gaps_.size(), 3U);
    EXPECT_NEAR(static_cast<double>(gaps_[0]), 1700, 100);
    EXPECT_NEAR(static_cast<double>(gaps_[1]), 2700, 200);
    EXPECT_NEAR(static_cast<double>(gaps_[2]), 12700, 200);
}

TEST_F(HeartTest, FailuresAreToldNowAndThen) {
    nodes_.away = true;
    pass(Duration::ofSeconds(15));
    log_->flush();
    EXPECT_EQ(lines_.size(), 2U);
    EXPECT_NE(lines_.back().find("beat_failed"), std::string::npos);
}

TEST_F(HeartTest, AProcessThatWasPausedIsTold) {
    pass(Duration::ofSeconds(1));
    agenda_.pause(1, agenda_.now() + 700'000);
    pass(Duration::ofMillis(900));
    EXPECT_EQ(gaps_.size(), 1U);
}

TEST_F(HeartTest, EntersAgainWhereItsRowWasRemoved) {
    pass(Duration::ofSeconds(1));
    nodes_.rows.clear();
    pass(Duration::ofSeconds(1));
    EXPECT_NE(nodes_.find(NodeId{1}), nullptr);
    EXPECT_EQ(replaced_, 0);
    ASSERT_FALSE(gaps_.empty()) << "without a row it was gone for everybody at once";
    EXPECT_LE(gaps_[0], 1200);
    EXPECT_TRUE(membership_.isJoined());
}

TEST_F(HeartTest, StopsForGoodWhereAnotherProcessTookItsName) {
    pass(Duration::ofSeconds(1));
    ASSERT_TRUE(nodes_.join({NodeId{9}, "one", "127.0.0.1:9", 0}));
    pass(Duration::ofSeconds(1));
    EXPECT_EQ(replaced_, 1);
    EXPECT_EQ(nodes_.find(NodeId{1}), nullptr);
    EXPECT_NE(nodes_.find(NodeId{9}), nullptr);
    EXPECT_FALSE(membership_.isJoined()) << "it takes nothing any more";
}

TEST_F(HeartTest, ARowThatStoodStillForTenMinutesIsRemoved) {
    nodes_.rows.push_back({NodeId{5}, "five", "", 3});
    pass(Duration::ofMinutes(9));
    EXPECT_NE(nodes_.find(NodeId{5}), nullptr);
    pass(Duration::ofMinutes(2));
    EXPECT_EQ(nodes_.find(NodeId{5}), nullptr);
}

TEST_F(HeartTest, ARowThatMovedSinceItWasReadIsNotRemoved) {
    nodes_.rows.push_back({NodeId{5}, "five", "", 3});
    // It comes back just after it was read as still.
    nodes_.onRead = [this] {
        if (agenda_.now() >= Duration::ofMinutes(10).micros) ++nodes_.find(NodeId{5})->beats;
    };
    pass(Duration::ofMinutes(12));
    EXPECT_NE(nodes_.find(NodeId{5}), nullptr);
}

}  // namespace
}  // namespace tessera::cluster
