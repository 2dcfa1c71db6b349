// SPDX-License-Identifier: Apache-2.0
// What becomes of a shift where its rows change between a reading and a write, which no real
// database can be made to do on time.
#include "server/app/shift/shift_desk.h"

#include <gtest/gtest.h>

#include "server/app/shift/till.h"
#include "tests/api/fake_app.h"

namespace tessera::shift {
namespace {

using store::EntryState;
using store::ShiftAnswer;
using store::ShiftEntry;
using store::ShiftOutcome;
using store::ShiftRow;
using store::ShiftState;

constexpr ShiftId kShift{77};
constexpr StaffId kCora{1};
constexpr Currency kEuro{{'E', 'U', 'R'}};
constexpr RequestId kRequest{{1}};

class HereExecutor final : public runtime::Executor {
public:
    runtime::PostOutcome post(runtime::Task task) override {
        task();
        return runtime::PostOutcome::Accepted;
    }
    std::optional<runtime::TimerId> after(Duration, runtime::Task) override { return {}; }
    bool cancel(runtime::TimerId) override { return false; }
    const runtime::MonotonicClock& monotonic() const override { return clock_; }

protected:
    bool schedule(runtime::Task task, Turn) override {
        task();
        return true;
    }
    bool stopping() const override { return false; }

private:
    runtime::SteadyClock clock_;
};

// Rows that say what a test says; what is not asked for here says nothing.
class FakeShifts final : public store::Shifts {
public:
    ShiftRow row;
    std::vector<ShiftEntry> openOnes, doneOnes;
    std::vector<store::CashTender> cash;
    store::EntryOpening opening;
    std::vector<ShiftEntry> ended;
    std::vector<store::ShiftClosing> closed;
    bool finished = false;

    Result<std::optional<ShiftRow>> find(ShiftId) override { return std::optional(row); }
    Result<std::optional<ShiftRow>> ofDevice(DeviceId) override { return std::optional(row); }
    Result<std::vector<ShiftRow>> list(const store::ShiftFilter&) override {
        return std::vector<ShiftRow>();
    }
    Result<std::string> report(ShiftId) override { return std::string(); }
    Result<ShiftAnswer> open(ShiftRow, const store::ShiftAsk&) override { return ShiftAnswer{}; }
    Result<ShiftAnswer> addDrawerEntry(ShiftId, const store::DrawerEntry&,
                                       const store::ShiftAsk&) override {
        return ShiftAnswer{};
    }
    Result<ShiftAnswer> count(ShiftId, std::int32_t, const std::vector<store::ShiftCount>&,
                              const store::ShiftAsk&) override {
        row.state = ShiftState::Counting;
        return ShiftAnswer{ShiftOutcome::Done, false, row};
    }
    Result<ShiftAnswer> finishCount(ShiftId, const std::vector<store::ShiftCash>&,
                                    store::TrailRow) override {
        finished = true;
        return ShiftAnswer{ShiftOutcome::Done, false, row};
    }
    // As the real rows: behind their lock it is counted by now, whatever was read.
    Result<ShiftAnswer> close(const store::ShiftClosing& closing,
                              const store::ShiftAsk& ask) override {
        if (ask.refused) return ShiftAnswer{ShiftOutcome::Refused, false, row};
        closed.push_back(closing);
        row.state = ShiftState::Closed;
        return ShiftAnswer{ShiftOutcome::Done, false, row};
    }
    Result<store::EntryOpening> openEntry(const ShiftEntry&, DeviceId) override { return opening; }
    Status endEntry(const ShiftEntry& entry) override {
        ended.push_back(entry);
        return {};
    }
    Status settleEntry(const ShiftEntry&) override { return {}; }
    Result<std::int64_t> prune(Instant) override { return 0; }
    Result<std::vector<ShiftEntry>> entries(ShiftId, EntryState state,
                                            const RequestId& after) override {
        if (after != RequestId{}) return std::vector<ShiftEntry>();
        return state == EntryState::Open ? openOnes : doneOnes;
    }
    Result<std::vector<store::CashTender>> cashOf(EventId, ShiftId) override { return cash; }
    Result<std::vector<store::CashRefund>> refundsOf(EventId,
                                                     const std::vector<std::int64_t>&) override {
        return std::vector<store::CashRefund>();
    }
    Result<std::int64_t> latestOf(EventId, OrderId, std::int16_t) override { return 900; }
    Result<store::EventSum> sumOf(EventId, const std::vector<ShiftEntry>&) override {
        return store::EventSum{};
    }
};

struct ShiftDeskTest : ::testing::Test {
    ShiftDeskTest() {
        rows.row.id = kShift;
        rows.row.staff = kCora;
        rows.row.version = 2;
        rows.row.balances = {{kEuro, Money{0}}};
    }

    static app::Problem unavailable() {
        return {app::ProblemKind::Unavailable, "OWNER_UNAVAILABLE", "", {}, std::nullopt};
    }
    RequestId now() const {
        RequestId id = kRequest;
        auto millis = static_cast<std::uint64_t>(app.serverTime().micros / 1000);
        for (std::size_t i = 6; i-- > 0; millis >>= 8U) {
            id.bytes[i] = static_cast<std::uint8_t>(millis);
        }
        return id;
    }
    std::string close(Close wish) {
        wish.shift = kShift;
        wish.version = 3;
        std::string reason = "never answered";
        desk.close(
            {kCora, DeviceId{5}}, {now(), Fingerprint{1}}, wish,
            [](const ReportFacts&) { return std::string("report"); },
            [&](const app::Answer<ShiftRow>& row) { reason = row ? "" : row.error().reason; });
        return reason;
    }
    ShiftEntry entry(store::EntryKind kind, std::int16_t tender) const {
        ShiftEntry out;
        out.shift = kShift;
        out.request = now();
        out.kind = kind;
        out.tenderKind = tender;
        out.event = EventId{9};
        out.order = OrderId{12};
        out.currency = kEuro;
        out.openedAt = app.serverTime();
        return out;
    }

    std::shared_ptr<api::SeatMapEncoder> encoder =
        std::make_shared<api::SeatMapEncoder>([] { return Instant{}; });
    api::test::FakeApp app{encoder};
    HereExecutor here;
    std::string logged;
    std::unique_ptr<runtime::Log> log =
        runtime::Log::toSink({}, [this](std::string_view line) { logged += line; });
    FakeShifts rows;
    ShiftDesk desk{{rows, app, here, *log}};
    Till till{rows, app, here, here.monotonic()};
};

TEST_F(ShiftDeskTest, WhatIsCountedOnlyAfterItWasReadIsNotClosedByThatCall) {
    rows.row.state = ShiftState::Counting;
    EXPECT_EQ(close({}), "CHANGED_MEANWHILE");
    EXPECT_TRUE(rows.closed.empty()) << "nobody has judged what differs, and there is no report";
    rows.row.state = ShiftState::Counted;
    rows.row.version = 3;
    EXPECT_EQ(close({}), "");
    ASSERT_EQ(rows.closed.size(), 1U);
    EXPECT_EQ(rows.closed[0].report, "report");
    EXPECT_FALSE(rows.closed[0].reportHash.empty());
}

TEST_F(ShiftDeskTest, WhoTakesOverIsJudgedBehindWhatTheRequestDidBefore) {
    int asked = 0;
    Close wish;
    wish.handOverTo = [&]() -> app::Answer<StaffId> {
        ++asked;
        return tl::make_unexpected(app::invalidField("handOverTo", "somebody who works here"));
    };
    rows.row.state = ShiftState::Closed;
    EXPECT_EQ(close(wish), "CHANGED_MEANWHILE");
    EXPECT_EQ(asked, 0) << "of a shift that is closed its rows know what became of the call";
    rows.row.state = ShiftState::Counted;
    rows.row.version = 3;
    EXPECT_EQ(close(wish), "INVALID_FIELD");
    EXPECT_EQ(asked, 1);
    EXPECT_TRUE(rows.closed.empty());
}

TEST_F(ShiftDeskTest, CashWhoseEntryIsStillOpenIsUnderWayAndNoFault) {
    const auto cashOf = [&](std::int64_t tender, const RequestId& request) {
        store::CashTender cash;
        cash.tender = TenderId{tender};
        cash.order = OrderId{12};
        cash.reference = store::cashReference(kShift, request);
        cash.amount = cash.captured = cash.booked = Money{500};
        cash.attemptState = static_cast<std::int16_t>(engine::AttemptState::Captured);
        return cash;
    };
    ShiftEntry sold = entry(store::EntryKind::Taken, store::kCashTender);
    sold.state = EntryState::Done;
    sold.target = 31;
    sold.amount = Money{500};
    ShiftEntry open = entry(store::EntryKind::Taken, store::kCashTender);
    open.request = RequestId{{2}};
    rows.doneOnes = {sold};
    rows.openOnes = {open};
    rows.cash = {cashOf(31, sold.request), cashOf(32, open.request)};
    app.effect = tl::make_unexpected(unavailable());  // Its event cannot be loaded.
    app::Problem problem;
    const auto count = [&] {
        problem = {};
        desk.count({kCora, DeviceId{5}}, {now(), Fingerprint{1}}, kShift, 1, {},
                   [&](const app::Answer<ShiftRow>& row) {
                       if (!row) problem = row.error();
                   });
    };
    count();
    EXPECT_EQ(problem.reason, "SHIFT_BUSY");
    ASSERT_FALSE(problem.metadata.empty());
    EXPECT_EQ(problem.metadata[0].second, "1");
    EXPECT_FALSE(rows.finished);
    // The same cash without any entry is what must not be.
    rows.openOnes.clear();
    count();
    EXPECT_EQ(problem.reason, "INTERNAL_FAULT");
    EXPECT_FALSE(rows.finished);
    rows.cash.pop_back();
    count();
    EXPECT_EQ(problem.reason, "");
    EXPECT_TRUE(rows.finished);
    log->flush();
    EXPECT_NE(logged.find("shift_does_not_balance"), std::string::npos);
}

TEST_F(ShiftDeskTest, MoneyThatWasBegunInAShiftThatIsCountedIsRepeatedAloneWhateverItsKind) {
    rows.opening = {store::EntryOpening::How::LeftOpen, kShift, 1};
    for (const std::int16_t kind : {store::kCashTender, std::int16_t{1}}) {
        std::int64_t before = -1;
        std::string reason;
        till.pass(
            {DeviceId{5}, entry(store::EntryKind::Taken, kind), {now(), Fingerprint{1}}},
            [&](const app::Answer<app::OrderAnswer>& answer) {
                reason = answer ? "" : answer.error().reason;
            },
            [&](const app::Mutation& mutation, const std::string&, const auto& reply) {
                before = mutation.decideBefore;
                reply(tl::make_unexpected(app::changedMeanwhile()));
            });
        EXPECT_EQ(before, 1) << "new it is decided by nobody";
        EXPECT_EQ(reason, kind == store::kCashTender ? "SHIFT_NEEDED" : "CHANGED_MEANWHILE");
    }
}

TEST_F(ShiftDeskTest, OfTwoRefundsOfAnOrderEachEntryHasItsOwn) {
    rows.opening = {store::EntryOpening::How::Opened, kShift, 1};
    app.effect = std::optional<std::int64_t>(55);  // The group that the event remembers.
    const auto giveBack = [&] {
        till.pass(
            {DeviceId{5}, entry(store::EntryKind::Returned, 0), {now(), Fingerprint{1}}},
            [](const auto&) {},
            [](const app::Mutation&, const std::string&, const auto& reply) {
                app::OrderAnswer answer;
                answer.view.id = OrderId{12};
                reply(std::move(answer));
            });
    };
    giveBack();
    ASSERT_EQ(rows.ended.size(), 1U);
    EXPECT_EQ(rows.ended[0].target, 55);
    EXPECT_EQ(rows.ended[0].order, OrderId{12});
    EXPECT_EQ(rows.ended[0].state, EntryState::Done);
    // Requests of servers before this one name the order: then it is the latest.
    app.effect = std::optional<std::int64_t>(12);
    giveBack();
    ASSERT_EQ(rows.ended.size(), 2U);
    EXPECT_EQ(rows.ended[1].target, 900);
}

}  // namespace
}  // namespace tessera::shift
