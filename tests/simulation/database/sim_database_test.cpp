// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/database/sim_database.h"

#include <gtest/gtest.h>

#include "tests/simulation/database/describe.h"
#include "tests/simulation/database/sim_store.h"

namespace tessera::simulation {
namespace {

using store::CommitOutcome;
using store::CommitResult;

constexpr Instant kBase{1800000000000000};

// A fiber for tests: the world goes on inside the call.
class GoingOn final : public Waiting {
public:
    explicit GoingOn(Agenda& agenda) : agenda_(agenda) {}
    bool wait(Duration time) override {
        auto over = std::make_shared<bool>(false);
        agenda_.after(time, kWorld, [over] { *over = true; });
        while (!*over && agenda_.step(INT64_MAX)) {
        }
        return !dead;
    }
    bool isDead() const override { return dead; }
    bool dead = false;

private:
    Agenda& agenda_;
};

std::shared_ptr<const engine::Layout> tenSeats() {
    engine::Layout::Parts parts;
    parts.rows.push_back({SeatNo{0}, 10, 0});
    for (int i = 0; i < 10; ++i) {
        engine::LayoutSeat seat;
        seat.position = {static_cast<float>(i), 0};
        parts.seats.push_back(seat);
    }
    parts.areas.push_back({CategoryNo{0}, 5, {0, 0}});
    parts.categories = 1;
    return engine::Layout::make(std::move(parts));
}

engine::EventTerms plainTerms() {
    engine::EventTerms terms;
    terms.currency = Currency{{'E', 'U', 'R'}};
    terms.prices = {Money{1000}};
    terms.sale = engine::SaleState::Open;
    return terms;
}

// Which faults there are is drawn from the seed: this one has none that fires.
Faults noFaults() {
    Faults faults{Random(1)};
    faults.heal();
    return faults;
}

class SimDatabaseTest : public ::testing::Test {
protected:
    void SetUp() override {
        const store::VenueRow venue{VenueId{1}, "Hall", "Bern", "CH", "Europe/Zurich"};
        ASSERT_TRUE(database_.catalog().createVenue(venue, request(1), Fingerprint{1}));
        store::EventRow row;
        row.id = kEvent;
        row.venue = venue.id;
        row.title = "An evening";
        ASSERT_TRUE(
            database_.createEvent(row, plainTerms(), tenSeats(), request(2), Fingerprint{2}));
        taken_ = *database_.takeOver(kEvent, NodeId{7});
    }

    static RequestId request(std::uint8_t number) {
        RequestId id;
        id.bytes[15] = number;
        return id;
    }
    DatabaseUser user(End end, Waiting& waiting) {
        return {agenda_, network_, faults_, trace_, database_, waiting, 1 + end, end};
    }
    store::BatchHead nextHead() const {
        const auto tables = database_.tablesOf(kEvent);
        store::BatchHead head;
        head.event = kEvent;
        head.epoch = database_.findOwner(kEvent)->epoch;
        head.batch = tables.lastBatch + 1;
        head.now = database_.clock();
        head.wakeAt = Instant::never();
        return head;
    }
    // One held seat.
    static engine::Changes hold(std::int64_t id, std::int32_t seat) {
        engine::Changes changes;
        changes.seats.push_back({SeatNo{seat}, {}, {engine::SeatStatus::Held, {}, id}});
        engine::ReservationRow row;
        row.id = ReservationId{id};
        row.request = request(static_cast<std::uint8_t>(id));
        row.seats = {{SeatNo{seat}, TicketTypeNo{0}}};
        row.total = Money{1000};
        changes.reservations.push_back(row);
        return changes;
    }
    std::optional<CommitResult> send(SimStore& store, const store::BatchHead& head,
                                     engine::Changes changes) {
        store::Batch batch;
        batch.add(std::move(changes));
        std::optional<CommitResult> answer;
        store.commit(head, batch, [&](CommitResult result) { answer = std::move(result); });
        while (!answer && agenda_.step(INT64_MAX)) {
        }
        return answer;
    }
    std::string tables() const { return describe(database_.tablesOf(kEvent)); }

    static constexpr EventId kEvent{3};
    Agenda agenda_;
    Faults faults_ = noFaults();
    Trace trace_{agenda_};
    Network network_{agenda_, faults_, trace_, Random(3)};
    SimDatabase database_{{agenda_, faults_, trace_}, kBase, Random(4)};
    GoingOn waiting_{agenda_};
    store::TakenOver taken_;
};

TEST_F(SimDatabaseTest, ARefusedBatchLeavesNothing) {
    ASSERT_EQ(database_.applyBatch(nextHead(), hold(5, 0)).outcome, CommitOutcome::Committed);
    const std::string before = tables();
    engine::Changes changes = hold(6, 1);
    changes.areas.push_back({AreaNo{0}, 2, 0});
    changes.reservationUpdates.push_back({ReservationId{5},
                                          engine::ReservationState::Held,
                                          engine::ReservationState::Released,
                                          kBase,
                                          {},
                                          {},
                                          engine::ReleaseReason::Expired});
    changes.requests.push_back({request(9), Fingerprint{1}, 2, 5, kBase});
    changes.codeUses.push_back({CodeId{77}, 1});  // There is none.
    const auto head = nextHead();
    const CommitResult refused = database_.applyBatch(head, changes);
    EXPECT_EQ(refused.outcome, CommitOutcome::Refused);
    EXPECT_EQ(refused.sqlstate, "TS002");
    EXPECT_EQ(tables(), before);
    EXPECT_EQ(database_.takeOver(kEvent, NodeId{7})->loaded.reservations.size(), 1U);
    changes.codeUses.clear();
    EXPECT_EQ(database_.applyBatch(nextHead(), changes).outcome, CommitOutcome::Committed);
    EXPECT_NE(tables(), before);
}

TEST_F(SimDatabaseTest, TakingOverFencesTheFormerOwner) {
    const auto head = nextHead();
    SimStore other(user(1, waiting_));
    const auto taken = other.takeOver(kEvent, NodeId{8});
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->epoch, taken_.epoch + 1);
    SimStore former(user(0, waiting_));
    const auto answer = send(former, head, hold(5, 0));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->outcome, CommitOutcome::Fenced);
    EXPECT_EQ(send(other, nextHead(), hold(5, 0))->outcome, CommitOutcome::Committed);
}

}  // namespace
}  // namespace tessera::simulation
