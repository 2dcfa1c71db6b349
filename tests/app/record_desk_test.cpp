// SPDX-License-Identifier: Apache-2.0
#include "server/app/record_desk.h"

#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <string>
#include <thread>

#include "tests/app/actor_fixture.h"

namespace tessera::app {
namespace {

class RecordDeskTest : public ActorTest {
protected:
    void SetUp() override {
        ActorTest::SetUp();
        node_->store.recordGate = gate_.get_future().share();
        desk_.emplace(node_->store, node_->blocking);
    }
    void TearDown() override {
        node_->blocking.stop();
        ActorTest::TearDown();
    }

    // An order that there is not: what comes back names it.
    void askFor(int count) {
        for (int i = 0; i < count; ++i) {
            desk_->read(event_, OrderId{i + 1}, [this](const Answer<RecordDesk::Record>& record) {
                const std::lock_guard lock(mutex_);
                ++replies_[record ? "a record" : record.error().reason];
            });
        }
    }
    int replies(const std::string& reason) {
        const std::lock_guard lock(mutex_);
        return replies_[reason];
    }
    // One whose look-up stands at the gate.
    void askAndStand() {
        askFor(1);
        ASSERT_TRUE(eventually([&] { return node_->store.recordLookUps == 1; }));
    }

    std::promise<void> gate_;
    std::optional<RecordDesk> desk_;
    std::mutex mutex_;
    std::map<std::string, int> replies_;
};

TEST_F(RecordDeskTest, WhoAsksDuringALookUpSharesTheNextOne) {
    askAndStand();
    const int rest = 44;
    askFor(static_cast<int>(store::kRecordsPerLookUp) + rest);
    EXPECT_EQ(node_->store.recordLookUps, 1);
    gate_.set_value();
    const int all = 1 + static_cast<int>(store::kRecordsPerLookUp) + rest;
    ASSERT_TRUE(eventually([&] { return replies("ORDER_NOT_FOUND") == all; }));
    EXPECT_EQ(node_->store.recordLookUps, 3);
    // And the desk is as it was.
    askFor(1);
    ASSERT_TRUE(eventually([&] { return replies("ORDER_NOT_FOUND") == all + 1; }));
    EXPECT_EQ(node_->store.recordLookUps, 4);
}

TEST_F(RecordDeskTest, BeyondItsBoundACallerIsTurnedAwayAtOnceAndNobodyElse) {
    askAndStand();
    const int most = static_cast<int>(RecordDesk::kWaitingMost);
    askFor(most);
    EXPECT_EQ(replies("OVERLOADED"), 0);
    askFor(2);
    EXPECT_EQ(replies("OVERLOADED"), 2);
    gate_.set_value();
    ASSERT_TRUE(eventually([&] { return replies("ORDER_NOT_FOUND") == most + 1; }));
}

TEST_F(RecordDeskTest, WhereThePoolTakesNothingEverybodyIsTold) {
    gate_.set_value();
    node_->blocking.stop();
    askFor(3);
    EXPECT_EQ(replies("OVERLOADED"), 3);
}

}  // namespace
}  // namespace tessera::app
