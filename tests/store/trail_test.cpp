// SPDX-License-Identifier: Apache-2.0
#include "server/store/trail.h"

#include <gtest/gtest.h>

#include <functional>
#include <vector>

#include "shared/base/encoding.h"

namespace tessera::store {
namespace {

constexpr EventId kEvent{77};

std::vector<TrailRow> someRows() {
    std::vector<TrailRow> rows;
    for (std::int64_t i = 1; i <= 5; ++i) {
        TrailRow row{.event = kEvent,
                     .at = Instant{1000 * i},
                     .by = StaffId{i},
                     .device = DeviceId{1},
                     .approval = ApprovalId{i % 2},
                     .approvedBy = StaffId{9 * (i % 2)},
                     .action = "refund_tickets",
                     .subject = 100 + i,
                     .amount = Money{i * 250},
                     .reason = "The singer is ill."};
        chain(row, rows.empty() ? nullptr : &rows.back());
        rows.push_back(row);
    }
    return rows;
}

std::optional<TrailFinding> judged(const std::vector<TrailRow>& rows) {
    TrailCheck check(kEvent);
    return check.judge(rows);
}

TEST(TrailTest, AChainThatNobodyTouchedIsTrueInPagesToo) {
    const auto rows = someRows();
    TrailCheck check(kEvent);
    check.watch(2);
    EXPECT_EQ(check.judge(std::span(rows).first(3)), std::nullopt);
    EXPECT_EQ(check.judge(std::span(rows).subspan(3)), std::nullopt);
    EXPECT_EQ(check.judged(), 5);
    EXPECT_EQ(check.end().number, 5);
    EXPECT_EQ(check.end().hash, rows.back().hash);
    EXPECT_EQ(check.judgeEnd(TrailEnd{2, rows[1].hash}), std::nullopt);
    EXPECT_EQ(check.judgeEnd(std::nullopt), std::nullopt);
}

// Negative control: whatever is changed of a row is found at that row.
TEST(TrailTest, EachFieldThatIsChangedIsFoundWhereItWas) {
    using Change = std::function<void(TrailRow&)>;
    const std::vector<Change> changes{
        [](TrailRow& row) { row.at.micros += 1; },
        [](TrailRow& row) { row.by = StaffId{8}; },
        [](TrailRow& row) { row.device = DeviceId{2}; },
        [](TrailRow& row) { row.approval = ApprovalId{7}; },
        [](TrailRow& row) { row.approvedBy = StaffId{7}; },
        [](TrailRow& row) { row.action = "refund_ticket"; },
        [](TrailRow& row) { row.subject += 1; },
        [](TrailRow& row) { row.amount.minor -= 1; },
        [](TrailRow& row) { row.reason.clear(); },
        // What one text loses the next one has.
        [](TrailRow& row) { row.action += 's', row.reason.erase(0, 1); },
        [](TrailRow& row) { row.hash[31] ^= 1U; },
    };
    for (std::size_t i = 0; i < changes.size(); ++i) {
        auto rows = someRows();
        changes[i](rows[2]);
        const auto found = judged(rows);
        ASSERT_TRUE(found) << i;
        EXPECT_EQ(found->fault, TrailFault::Hash) << i;
        EXPECT_EQ(found->number, 3) << i;
    }
}

TEST(TrailTest, ARowThatIsTakenOutPutInOrMovedIsFound) {
    auto rows = someRows();
    rows.erase(rows.begin() + 2);
    EXPECT_EQ(judged(rows)->fault, TrailFault::Number);
    rows = someRows();
    rows.insert(rows.begin() + 2, rows[1]);
    EXPECT_EQ(judged(rows)->fault, TrailFault::Number);
    rows = someRows();
    std::swap(rows[1], rows[2]);
    EXPECT_EQ(judged(rows)->fault, TrailFault::Number);
    rows = someRows();
    rows.erase(rows.begin());
    EXPECT_EQ(judged(rows)->fault, TrailFault::Number);
    rows = someRows();
    rows[1].event = EventId{78};
    EXPECT_EQ(judged(rows)->fault, TrailFault::Event);
}

// Who can write rows can write a hash: the rows after it do not follow any more.
TEST(TrailTest, ARowThatIsWrittenAnewWithItsHashIsFoundAtTheNext) {
    auto rows = someRows();
    rows[2].amount = Money{1};
    rows[2].hash = hashOf(rows[2]);
    const auto found = judged(rows);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->fault, TrailFault::Before);
    EXPECT_EQ(found->number, 4);
}

TEST(TrailTest, WhatWasCutOffOrWrittenAnewToTheEndIsFoundByWhoKeptAnEnd) {
    const auto rows = someRows();
    const TrailEnd kept{4, rows[3].hash};
    TrailCheck cut(kEvent);
    cut.watch(kept.number);
    EXPECT_EQ(cut.judge(std::span(rows).first(3)), std::nullopt);
    EXPECT_EQ(cut.judgeEnd(kept)->fault, TrailFault::End);
    auto anew = rows;
    anew[2].amount = Money{1};
    for (std::size_t i = 2; i < anew.size(); ++i) chain(anew[i], &anew[i - 1]);
    TrailCheck all(kEvent);
    all.watch(kept.number);
    EXPECT_EQ(all.judge(anew), std::nullopt);
    EXPECT_EQ(all.judgeEnd(kept)->fault, TrailFault::End);
}

// The form is fixed: rows of years ago are judged by it.
TEST(TrailTest, TheHashOfThisRowIsThisForEver) {
    TrailRow row{.event = EventId{1},
                 .at = Instant{2},
                 .by = StaffId{3},
                 .device = DeviceId{4},
                 .approval = ApprovalId{5},
                 .approvedBy = StaffId{6},
                 .action = "sell",
                 .subject = 7,
                 .amount = Money{8},
                 .reason = "Because"};
    chain(row, nullptr);
    EXPECT_EQ(toHex(row.hash), "8b39d4c740ade3560aeb59f8b4086bc377ecfb59e614a3f461e8415322ed5310");
}

}  // namespace
}  // namespace tessera::store
