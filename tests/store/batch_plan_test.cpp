// SPDX-License-Identifier: Apache-2.0
// How many rows PostgreSQL reads to change a batch's rows, counted by PostgreSQL.
#include <chrono>

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
    std::int64_t indexRowsRead(const std::string& table) {
        return std::stoll(
            sql("SELECT coalesce(sum(idx_tup_read), 0) FROM pg_stat_user_indexes "
                "WHERE relname = '" +
                table + "'"));
    }
    std::int64_t tableRowsRead(const std::string& table) {
        return std::stoll(
            sql("SELECT seq_tup_read FROM pg_stat_user_tables WHERE relname = '" + table + "'"));
    }
    // A session reports what it read before it is gone from the list.
    void endSessions() {
        store_.reset();
        catalog_.reset();
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (sql("SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' "
                   "AND pid <> pg_backend_pid()") != "0\n") {
            ASSERT_LT(std::chrono::steady_clock::now(), deadline);
        }
    }
    std::int64_t freshId() { return engine::IdSource::floorAt(Instant{now_ += 1000}); }

    // Writes kPerBatch rows a batch by `write`, then changes each by `change`; both are given the
    // row's id. The table's rows are those of this event alone.
    template <class Write, class Change>
    void expectEachFoundByItsKey(const std::string& table, Write write, Change change) {
        std::vector<std::int64_t> ids;
        for (int batch = 0; batch < kBatches; ++batch) {
            engine::Changes changes;
            for (int i = 0; i < kPerBatch; ++i) write(changes, ids.emplace_back(freshId()));
            ASSERT_EQ(commit(nextHead(), std::move(changes)).outcome, CommitOutcome::Committed);
        }
        endSessions();
        const std::int64_t byIndexBefore = indexRowsRead(table);
        const std::int64_t byScanBefore = tableRowsRead(table);
        store_ = newStore(options());
        for (int batch = 0; batch < kBatches; ++batch) {
            engine::Changes changes;
            for (int i = 0; i < kPerBatch; ++i) {
                change(changes, ids[static_cast<std::size_t>(batch * kPerBatch + i)]);
            }
            ASSERT_EQ(commit(nextHead(), std::move(changes)).outcome, CommitOutcome::Committed);
        }
        endSessions();
        const std::int64_t byIndex = indexRowsRead(table) - byIndexBefore;
        EXPECT_GE(byIndex, kBatches * kPerBatch) << table;
        EXPECT_LE(byIndex, 2 * kBatches * kPerBatch) << table;
        EXPECT_EQ(tableRowsRead(table) - byScanBefore, 0) << table;
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
    endSessions();
    const std::string released = sql("SELECT count(*) FROM reservation WHERE state = 4");
    EXPECT_EQ(released, std::to_string(kBatches * kPerBatch) + "\n");
    const std::int64_t read = indexRowsRead("reservation");
    EXPECT_GE(read, kBatches * kPerBatch);
    EXPECT_LE(read, 2 * kBatches * kPerBatch);
}

TEST_F(BatchPlanTest, OrdersAreFoundByTheirKey) {
    expectEachFoundByItsKey(
        "ticket_order",
        [&](engine::Changes& changes, std::int64_t id) {
            engine::OrderRow row;
            row.id = OrderId{id};
            row.reservation = ReservationId{id};
            row.createdAt = Instant{now_};
            row.payDeadline = Instant{now_ + 1};
            row.language = "de";
            changes.orders.push_back(row);
        },
        [&](engine::Changes& changes, std::int64_t id) {
            changes.orderUpdates.push_back({OrderId{id}, engine::OrderState::Paying,
                                            engine::OrderState::Released, Instant{now_}, "late"});
        });
}

TEST_F(BatchPlanTest, PaymentAttemptsAreFoundByTheirKey) {
    expectEachFoundByItsKey(
        "payment_attempt",
        [&](engine::Changes& changes, std::int64_t id) {
            changes.attempts.push_back({AttemptId{id}, OrderId{id}, TenderId{id},
                                        engine::AttemptState::Opening, Money{100}, Instant{now_}});
        },
        [&](engine::Changes& changes, std::int64_t id) {
            engine::AttemptUpdate update;
            update.id = AttemptId{id};
            update.from = engine::AttemptState::Opening;
            update.to = engine::AttemptState::Voided;
            update.objectId = "pi_1";
            changes.attemptUpdates.push_back(update);
        });
}

TEST_F(BatchPlanTest, TicketsAreFoundByTheirKey) {
    expectEachFoundByItsKey(
        "ticket",
        [&](engine::Changes& changes, std::int64_t id) {
            engine::TicketRow row;
            row.id = TicketId{id};
            row.order = OrderId{id};
            row.area = AreaNo{0};
            changes.tickets.push_back(row);
        },
        [&](engine::Changes& changes, std::int64_t id) {
            changes.ticketUpdates.push_back(
                {TicketId{id}, engine::TicketState::Inactive, engine::TicketState::Active});
        });
}

// Its state stood in the predicate of the seats' index, and each sale wrote into three indexes
// anew.
TEST_F(BatchPlanTest, ATicketThatBecomesActiveIsWrittenInPlace) {
    const auto inPlace = [&] {
        return std::stoll(
            sql("SELECT n_tup_hot_upd FROM pg_stat_user_tables "
                "WHERE relname = 'ticket'"));
    };
    constexpr int kTickets = 40;
    const std::int64_t before = inPlace();
    engine::Changes sold;
    engine::Changes paid;
    engine::Changes returned;
    for (int i = 0; i < kTickets; ++i) {
        engine::TicketRow row;
        row.id = TicketId{freshId()};
        row.order = OrderId{row.id.value};
        row.seat = SeatNo{i};
        sold.tickets.push_back(row);
        paid.ticketUpdates.push_back(
            {row.id, engine::TicketState::Inactive, engine::TicketState::Active});
        returned.ticketUpdates.push_back(
            {row.id, engine::TicketState::Active, engine::TicketState::Void});
    }
    ASSERT_EQ(commit(nextHead(), std::move(sold)).outcome, CommitOutcome::Committed);
    ASSERT_EQ(commit(nextHead(), std::move(paid)).outcome, CommitOutcome::Committed);
    endSessions();
    EXPECT_EQ(inPlace() - before, kTickets);
    // One that is void leaves the seats' index, and is not.
    store_ = newStore(options());
    ASSERT_EQ(commit(nextHead(), std::move(returned)).outcome, CommitOutcome::Committed);
    endSessions();
    EXPECT_EQ(inPlace() - before, kTickets);
}

// Statistics that know only another event made the planner read all tickets of this one for each
// order: a second sale in one database took half as long again as the first.
TEST_F(BatchPlanTest, RecordsAreReadByTheirKeysWhateverStatisticsSay) {
    constexpr int kOrders = 2000;
    constexpr int kRead = 50;
    sql("INSERT INTO ticket (event_id, ticket_id, order_id, area_no, ticket_type, state, price) "
        "SELECT 77, i, i, 0, 0, 2, 100 FROM generate_series(1, 20000) i; ANALYZE ticket");
    std::vector<OrderId> asked;
    engine::Changes changes;
    for (int i = 0; i < kOrders; ++i) {
        engine::OrderRow order;
        order.id = OrderId{freshId()};
        order.reservation = ReservationId{order.id.value};
        order.createdAt = order.payDeadline = Instant{now_};
        order.language = "de";
        changes.orders.push_back(order);
        engine::TicketRow ticket;
        ticket.id = TicketId{order.id.value};
        ticket.order = order.id;
        ticket.area = AreaNo{0};
        changes.tickets.push_back(ticket);
        if (i < kRead) asked.push_back(order.id);
    }
    ASSERT_EQ(commit(nextHead(), std::move(changes)).outcome, CommitOutcome::Committed);
    endSessions();
    const std::int64_t before = indexRowsRead("ticket") + tableRowsRead("ticket");
    store_ = newStore(options());
    const auto records = store_->readRecords(event_, asked);
    ASSERT_TRUE(records) << records.error().message;
    for (const auto& record : *records) EXPECT_EQ(record->tickets.size(), 1U);
    endSessions();
    EXPECT_LE(indexRowsRead("ticket") + tableRowsRead("ticket") - before, 2 * kRead);
}

TEST_F(BatchPlanTest, RefundsAreFoundByTheirKey) {
    expectEachFoundByItsKey(
        "refund",
        [&](engine::Changes& changes, std::int64_t id) {
            engine::RefundRow row;
            row.id = row.group = RefundId{id};
            row.order = OrderId{id};
            row.attempt = AttemptId{id};
            row.amount = Money{100};
            changes.refunds.push_back(row);
        },
        [&](engine::Changes& changes, std::int64_t id) {
            engine::RefundUpdate update;
            update.id = RefundId{id};
            update.to = engine::RefundState::Succeeded;
            update.objectId = "re_1";
            changes.refundUpdates.push_back(update);
        });
}

TEST_F(BatchPlanTest, ProviderCallsAreFoundByTheirKey) {
    expectEachFoundByItsKey(
        "outbox",
        [&](engine::Changes& changes, std::int64_t id) {
            engine::OutboxRow row;
            row.seq = OutboxSeq{id};
            row.order = OrderId{id};
            row.attempt = AttemptId{id};
            row.notBefore = Instant{now_};
            row.amount = Money{100};
            changes.outbox.push_back(row);
        },
        [&](engine::Changes& changes, std::int64_t id) {
            changes.outboxClosed.push_back(OutboxSeq{id});
        });
}

TEST_F(BatchPlanTest, CodesAreFoundByTheirKey) {
    expectEachFoundByItsKey(
        "code",
        [&](engine::Changes& changes, std::int64_t id) {
            engine::Code code;
            code.id = CodeId{id};
            code.text = "C" + std::to_string(id);
            changes.codes.push_back(code);
        },
        [&](engine::Changes& changes, std::int64_t id) {
            changes.codeUses.push_back({CodeId{id}, 1});
            if (id % 2 == 0) changes.codeUpdates.push_back({CodeId{id}, 5, {}, Instant{id}});
        });
}

}  // namespace
}  // namespace tessera::store
