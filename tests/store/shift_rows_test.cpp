// SPDX-License-Identifier: Apache-2.0
// Shifts and their entries on a real database.
#include "server/store/shift_rows.h"

#include <gtest/gtest.h>

#include <thread>

#include "server/store/migrator.h"
#include "server/store/staff_rows.h"
#include "tests/support/private_postgres.h"

namespace tessera::store {
namespace {

constexpr Instant kShiftDay{1'800'000'000'000'000};
constexpr Currency kShiftEuro{{'E', 'U', 'R'}};
constexpr DeviceId kTill{5};

struct ShiftRowsTest : ::testing::Test {
    static void SetUpTestSuite() {
        cluster = test::PrivatePostgres::startOrDie().release();
        ASSERT_TRUE(migrate(cluster->conninfo()));
    }
    static void TearDownTestSuite() {
        delete cluster;
        cluster = nullptr;
    }
    void SetUp() override {
        psql("TRUNCATE shift, shift_balance, drawer_entry, shift_entry, shift_request");
    }

    std::string psql(const std::string& text) { return cluster->psql(text).value(); }
    RequestId fresh() {
        RequestId id;
        id.bytes[15] = ++requests;
        return id;
    }
    ShiftAsk ask() {
        ShiftAsk out{fresh(), Fingerprint{1}, {}};
        out.told.at = kShiftDay;
        out.told.by = StaffId{1};
        out.told.device = kTill;
        return out;
    }
    static ShiftRow row(std::int64_t id) {
        ShiftRow out;
        out.id = ShiftId{id};
        out.device = kTill;
        out.staff = StaffId{1};
        out.openedAt = kShiftDay;
        out.balances = {{kShiftEuro, Money{20'000}}};
        return out;
    }
    ShiftEntry entry() {
        ShiftEntry out;
        out.request = fresh();
        out.fingerprint = Fingerprint{2};
        out.tenderKind = kCashTender;
        out.event = EventId{9};
        out.currency = kShiftEuro;
        out.openedAt = kShiftDay;
        return out;
    }
    ShiftOutcome counted(ShiftId id, Money sales) {
        return rows->finishCount(id, {{kShiftEuro, sales, {}}}, ask().told)->outcome;
    }

    static test::PrivatePostgres* cluster;
    std::unique_ptr<Shifts> rows = makePostgresShifts(cluster->conninfo(), 4);
    std::uint8_t requests = 0;
};
test::PrivatePostgres* ShiftRowsTest::cluster = nullptr;

TEST_F(ShiftRowsTest, ADeviceHasOneShiftAndARequestOneEffect) {
    const ShiftAsk first = ask();
    const auto opened = rows->open(row(10), first);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->outcome, ShiftOutcome::Done);
    EXPECT_EQ(opened->row.number, 1);
    EXPECT_EQ(opened->row.balances, row(10).balances);
    const auto again = rows->open(row(11), first);
    EXPECT_TRUE(again->repeated);
    EXPECT_EQ(again->row, opened->row);
    ShiftAsk other = first;
    other.fingerprint = Fingerprint{3};
    EXPECT_EQ(rows->open(row(11), other)->outcome, ShiftOutcome::Reused);
    const auto second = rows->open(row(11), ask());
    EXPECT_EQ(second->outcome, ShiftOutcome::Open);
    EXPECT_EQ(second->row.id, ShiftId{10});
    EXPECT_EQ(*rows->ofDevice(kTill), opened->row);
    EXPECT_FALSE(*rows->ofDevice(DeviceId{6}));
    // One row of the trail, whatever was refused and repeated.
    EXPECT_EQ(psql("SELECT count(*) FROM trail WHERE action = 'open_shift'"), "1\n");
}

// They stayed for ever.
TEST_F(ShiftRowsTest, ARequestIsKnownAsLongAsItsIdIsTakenAndThenGoes) {
    const ShiftAsk old = ask();
    ASSERT_TRUE(rows->open(row(70), old));
    ShiftAsk later = ask();
    later.told.at = kShiftDay + Duration::ofMinutes(1);
    const DrawerEntry entry{DrawerKind::NoSale, {}, {}, "change", later.told.at, StaffId{1}};
    ASSERT_EQ(rows->addDrawerEntry(ShiftId{70}, entry, later)->outcome, ShiftOutcome::Done);
    EXPECT_EQ(rows->prune(kShiftDay + kShiftRequestsKept), 0);
    EXPECT_TRUE(rows->open(row(71), old)->repeated);
    EXPECT_EQ(rows->prune(kShiftDay + kShiftRequestsKept + Duration::ofSeconds(1)), 1);
    EXPECT_EQ(psql("SELECT count(*) FROM shift_request"), "1\n");
    EXPECT_TRUE(rows->addDrawerEntry(ShiftId{70}, entry, later)->repeated);
    EXPECT_EQ(psql("SELECT count(*) FROM drawer_entry"), "1\n");
}

// All that ever were went in one statement, at whose end the drawer waited.
TEST_F(ShiftRowsTest, OldRequestsGoTheOldestFirstAndNotAllAtOnce) {
    psql(
        "INSERT INTO shift_request SELECT gen_random_uuid(), 1, 70, 2, n FROM "
        "generate_series(1, 1500) AS n");
    EXPECT_EQ(rows->prune(kShiftDay), kShiftRequestsAtOnce);
    EXPECT_EQ(psql("SELECT min(at) FROM shift_request"), "1001\n");
    EXPECT_EQ(rows->prune(kShiftDay), 500);
    EXPECT_EQ(rows->prune(kShiftDay), 0);
    EXPECT_EQ(psql("SELECT count(*) FROM pg_indexes WHERE indexname = 'shift_request_at'"), "1\n");
}

TEST_F(ShiftRowsTest, AnEntryIsOpenedByItsRequestUntilItIsDone) {
    using How = EntryOpening::How;
    ShiftEntry sale = entry();
    EXPECT_EQ(rows->openEntry(sale, kTill)->how, How::NoShift);
    ASSERT_TRUE(rows->open(row(20), ask()));
    auto opened = *rows->openEntry(sale, kTill);
    EXPECT_EQ(opened.how, How::Opened);
    EXPECT_EQ(opened.tries, 1);
    sale.shift = opened.shift;
    // Failed by whoever asked first, while it is asked for once more: it stays open.
    opened = *rows->openEntry(sale, kTill);
    EXPECT_EQ(opened.tries, 2);
    sale.state = EntryState::Failed;
    ASSERT_TRUE(rows->endEntry(sale));
    EXPECT_EQ(rows->entries(ShiftId{20}, EntryState::Open, {})->size(), 1U);
    sale.tries = 2;
    ASSERT_TRUE(rows->endEntry(sale));
    EXPECT_EQ(rows->entries(ShiftId{20}, EntryState::Failed, {})->size(), 1U);
    // Asked for again it is open again, and then done for good.
    EXPECT_EQ(rows->openEntry(sale, kTill)->how, How::Opened);
    sale.state = EntryState::Done;
    sale.target = 77;
    sale.amount = Money{500};
    ASSERT_TRUE(rows->endEntry(sale));
    EXPECT_EQ(rows->openEntry(sale, kTill)->how, How::DoneBefore);
    ShiftEntry other = sale;
    other.fingerprint = Fingerprint{8};
    EXPECT_EQ(rows->openEntry(other, kTill)->how, How::Reused);
    const auto done = *rows->entries(ShiftId{20}, EntryState::Done, {});
    ASSERT_EQ(done.size(), 1U);
    EXPECT_EQ(done[0].amount, Money{500});
    EXPECT_EQ(done[0].request, sale.request);
}

// Of what a colleague counts blind: which currencies, and not how much.
TEST_F(ShiftRowsTest, TheCurrenciesOfCashAreKnownUntilItIsCountedAndNotOfWhatCameToNothing) {
    constexpr Currency kFranc{{'C', 'H', 'F'}};
    ASSERT_TRUE(rows->open(row(25), ask()));
    const auto enters = [&](Currency currency, std::int16_t tender, EntryState end) {
        ShiftEntry each = entry();
        each.currency = currency;
        each.tenderKind = tender;
        const auto opened = rows->openEntry(each, kTill);
        each.shift = opened->shift;
        each.tries = opened->tries;
        each.state = end;
        if (end == EntryState::Open) return;
        ASSERT_TRUE(rows->endEntry(each));
    };
    enters(Currency{{'U', 'S', 'D'}}, kCashTender, EntryState::Failed);
    enters(Currency{{'G', 'B', 'P'}}, 1, EntryState::Done);
    EXPECT_TRUE(rows->find(ShiftId{25})->value().cashIn.empty());
    enters(kFranc, kCashTender, EntryState::Open);
    enters(kFranc, kCashTender, EntryState::Done);
    enters(kShiftEuro, kCashTender, EntryState::Done);
    const std::vector<Currency> both{kFranc, kShiftEuro};
    EXPECT_EQ(rows->find(ShiftId{25})->value().cashIn, both);
    ASSERT_EQ(rows->list({})->size(), 1U);
    EXPECT_EQ(rows->list({})->front().cashIn, both);
}

TEST_F(ShiftRowsTest, ACountEndsWhatComesInAndWaitsForWhatIsOpen) {
    using How = EntryOpening::How;
    ASSERT_TRUE(rows->open(row(30), ask()));
    ShiftEntry sale = entry();
    sale.shift = rows->openEntry(sale, kTill)->shift;
    const ShiftId id{30};
    EXPECT_EQ(rows->count(id, 2, {}, ask())->outcome, ShiftOutcome::Changed);
    const auto counting = rows->count(id, 1, {{kShiftEuro, Money{20'500}, {{500, 41}}}}, ask());
    EXPECT_EQ(counting->row.state, ShiftState::Counting);
    EXPECT_EQ(counting->row.version, 2);
    ShiftAsk another = ask();
    another.told.by = StaffId{77};
    const auto again = rows->count(id, 2, {{kShiftEuro, Money{20'500}, {{500, 41}}}}, another);
    EXPECT_EQ(again->row.countedBy, StaffId{77});
    EXPECT_EQ(rows->openEntry(entry(), kTill)->how, How::NoShift);
    EXPECT_EQ(rows->openEntry(sale, kTill)->how, How::LeftOpen);
    EXPECT_EQ(counted(id, Money{500}), ShiftOutcome::Busy);
    sale.state = EntryState::Done;
    sale.amount = Money{501};
    ASSERT_TRUE(rows->endEntry(sale));
    // The ledger says otherwise than the entries: neither is believed.
    EXPECT_EQ(counted(id, Money{500}), ShiftOutcome::Unbalanced);
    EXPECT_EQ(rows->finishCount(id, {}, ask().told)->outcome, ShiftOutcome::Unbalanced);
    sale.amount = Money{500};
    ASSERT_TRUE(rows->settleEntry(sale));
    EXPECT_EQ(counted(id, Money{500}), ShiftOutcome::Done);
    const ShiftRow now = **rows->find(id);
    EXPECT_EQ(now.state, ShiftState::Counted);
    EXPECT_EQ(now.balances.at(0).variance(), Money{0});
    EXPECT_EQ(now.balances.at(0).denominations, (std::vector<Denomination>{{500, 41}}));
    EXPECT_EQ(counted(id, Money{500}), ShiftOutcome::Over);
}

TEST_F(ShiftRowsTest, AnApprovalIsGoodBeforeItsEndAndOnceAndARefusalChangesNothing) {
    ASSERT_TRUE(rows->open(row(35), ask()));
    const ShiftId id{35};
    const DrawerEntry open{DrawerKind::NoSale, {}, {}, "Change", kShiftDay, StaffId{1}};
    ShiftAsk late = ask();
    late.told.approval = ApprovalId{801};
    late.approvedUntil = kShiftDay;
    EXPECT_EQ(rows->addDrawerEntry(id, open, late)->outcome, ShiftOutcome::ApprovalOver);
    ShiftAsk refused = ask();
    refused.refused = true;
    EXPECT_EQ(rows->addDrawerEntry(id, open, refused)->outcome, ShiftOutcome::Refused);
    ShiftAsk good = ask();
    good.told.approval = ApprovalId{801};
    good.approvedUntil = kShiftDay + Duration::ofMicros(1);
    EXPECT_EQ(rows->addDrawerEntry(id, open, good)->row.entries, std::vector{open});
    // Repeated, whatever its leave is by then.
    good.refused = true;
    EXPECT_TRUE(rows->addDrawerEntry(id, open, good)->repeated);
    ShiftAsk second = ask();
    second.told.approval = ApprovalId{801};
    EXPECT_EQ(rows->addDrawerEntry(id, open, second)->outcome, ShiftOutcome::ApprovalUsed);
    EXPECT_EQ((*rows->find(id))->entries, std::vector{open});
}

TEST_F(ShiftRowsTest, NothingOfAClosedShiftChangesAndTheNextOneBegins) {
    ASSERT_TRUE(rows->open(row(40), ask()));
    const ShiftId id{40};
    ShiftEntry sale = entry();
    sale.shift = rows->openEntry(sale, kTill)->shift;
    sale.state = EntryState::Done;
    ASSERT_TRUE(rows->endEntry(sale));
    DrawerEntry in{DrawerKind::PaidIn, kShiftEuro, Money{700}, "Change", kShiftDay, StaffId{1}};
    EXPECT_EQ(rows->addDrawerEntry(id, in, ask())->row.entries, std::vector{in});
    ASSERT_EQ(rows->count(id, 1, {{kShiftEuro, Money{20'700}, {}}}, ask())->outcome,
              ShiftOutcome::Done);
    ASSERT_EQ(counted(id, Money{0}), ShiftOutcome::Done);
    ShiftClosing closing;
    closing.shift = id;
    closing.version = 2;
    closing.report = std::string("\0z", 2);
    closing.reportHash = "hash";
    EXPECT_EQ(rows->close(closing, ask())->outcome, ShiftOutcome::Changed);
    closing.version = 3;
    closing.next = row(41);
    const ShiftAsk last = ask();
    const auto closed = rows->close(closing, last);
    EXPECT_EQ(closed->row.state, ShiftState::Closed);
    EXPECT_EQ(closed->row.next, ShiftId{41});
    EXPECT_TRUE(rows->close(closing, last)->repeated);
    EXPECT_EQ((*rows->ofDevice(kTill))->number, 2);

    EXPECT_EQ(rows->addDrawerEntry(id, in, ask())->outcome, ShiftOutcome::Over);
    EXPECT_EQ(rows->count(id, 4, {}, ask())->outcome, ShiftOutcome::Over);
    EXPECT_EQ(counted(id, Money{0}), ShiftOutcome::Over);
    EXPECT_EQ(rows->close(closing, ask())->outcome, ShiftOutcome::Over);
    sale.amount = Money{9};
    ASSERT_TRUE(rows->settleEntry(sale));
    ASSERT_TRUE(rows->endEntry(sale));
    EXPECT_EQ(rows->entries(id, EntryState::Done, {})->at(0).amount, Money{0});
    EXPECT_EQ(**rows->find(id), closed->row);
    EXPECT_EQ(*rows->report(id), closing.report);
    EXPECT_EQ(rows->addDrawerEntry(ShiftId{99}, in, ask())->outcome, ShiftOutcome::Unknown);

    const auto listed = *rows->list({});
    ASSERT_EQ(listed.size(), 2U);
    EXPECT_EQ(listed[0].id, ShiftId{41});
    EXPECT_EQ(rows->list({.before = ShiftId{41}})->at(0).id, id);
    EXPECT_EQ(rows->list({.state = ShiftState::Open})->size(), 1U);
    EXPECT_TRUE(rows->list({.staff = StaffId{2}})->empty());
    TrailCheck check(EventId{});
    const auto staff = makePostgresStaff(cluster->conninfo(), 1);
    EXPECT_FALSE(check.judge(*staff->readTrail({}, 0)));
}

TEST_F(ShiftRowsTest, OfTwoThatOpenAtOnceOneDoes) {
    const ShiftAsk one = ask(), two = ask();
    int done = 0;
    std::thread other([&] { done += rows->open(row(50), one)->outcome == ShiftOutcome::Done; });
    const auto mine = rows->open(row(51), two);
    other.join();
    EXPECT_EQ(done + (mine->outcome == ShiftOutcome::Done), 1);
}

}  // namespace
}  // namespace tessera::store
