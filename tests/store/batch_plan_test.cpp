// SPDX-License-Identifier: Apache-2.0
// How many rows PostgreSQL reads to change a batch's rows, counted by PostgreSQL.
#include "server/engine/id_source.h"
#include "tests/store/store_fixture.h"

namespace tessera::store {
namespace {

constexpr int kBatches = 12;
constexpr int kPerBatch = 500;

class BatchPlanTest : public StoreFixture {
protected:
    engine::Changes holds() {
        engine::Changes changes;
        for (int i = 0; i < kPerBatch; ++i) {
            engine::ReservationRow row;
            row.id = ReservationId{engine::IdSource::floorAt(Instant{now_ += 1000})};
            row.request = requestAt(Instant{now_}, static_cast<std::uint64_t>(now_));
            row.fingerprint = Fingerprint{-5};
            row.createdAt = Instant{now_};
            row.expiresAt = Instant{now_ + 300000000};
            row.seats = {{SeatNo{i % 40}, TicketTypeNo{1}}};
            row.total = Money{2100};
            changes.reservations.push_back(row);
            held_.push_back(row);
        }
        return changes;
    }
    engine::Changes releases(int batch) {
        engine::Changes changes;
        for (int i = 0; i < kPerBatch; ++i) {
            const engine::ReservationRow& row =
                held_[static_cast<std::size_t>(batch * kPerBatch + i)];
            changes.reservationUpdates.push_back(
                {row.id, engine::ReservationState::Held, engine::ReservationState::Released,
                 row.expiresAt, Duration{}, OrderId{}, engine::ReleaseReason::Expired});
        }
        return changes;
    }
    std::int64_t indexRowsRead() {
        return std::stoll(
            sql("SELECT coalesce(sum(idx_tup_read), 0) FROM pg_stat_user_indexes "
                "WHERE relname = 'reservation'"));
    }

    std::vector<engine::ReservationRow> held_;
};

// A table without statistics: what a rush meets that fills it within a minute.
TEST_F(BatchPlanTest, EachRowOfABatchIsFoundByItsKeyHoweverManyTheEventHas) {
    for (int batch = 0; batch < kBatches; ++batch) {
        ASSERT_EQ(commit(nextHead(), holds()).outcome, CommitOutcome::Committed);
    }
    for (int batch = 0; batch < kBatches; ++batch) {
        ASSERT_EQ(commit(nextHead(), releases(batch)).outcome, CommitOutcome::Committed);
    }
    store_.reset();  // A session that ends has reported what it read.
    const std::string released = sql("SELECT count(*) FROM reservation WHERE state = 4");
    EXPECT_EQ(released, std::to_string(kBatches * kPerBatch) + "\n");
    const std::int64_t read = indexRowsRead();
    EXPECT_GE(read, kBatches * kPerBatch);
    EXPECT_LE(read, 2 * kBatches * kPerBatch);
}

}  // namespace
}  // namespace tessera::store
