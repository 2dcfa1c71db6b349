// SPDX-License-Identifier: Apache-2.0
#include "server/store/record_reader.h"

#include <algorithm>
#include <utility>

#include "server/engine/payment.h"
#include "server/store/event_rows.h"
#include "shared/base/check.h"

namespace tessera::store {
namespace {

constexpr const char* kTried = "read an order's record";

template <class T>
tl::unexpected<Error> forward(const tl::expected<T, Error>& failed) {
    return tl::make_unexpected(failed.error());
}

}  // namespace

Result<RecordReader::Record> RecordReader::read(OrderId id) {
    auto found = inTransaction({&id, 1}, std::nullopt);
    if (!found) return forward(found);
    return std::move(found->front());
}

Result<RecordReader::Record> RecordReader::read(AttemptId id) {
    auto found = inTransaction({}, id);
    if (!found) return forward(found);
    return std::move(found->front());
}

Result<std::vector<RecordReader::Record>> RecordReader::read(std::span<const OrderId> ids) {
    TESSERA_CHECK(!ids.empty() && ids.size() <= kRecordsPerLookUp);
    return inTransaction(ids, std::nullopt);
}

Result<std::vector<RecordReader::Record>> RecordReader::inTransaction(
    std::span<const OrderId> ids, std::optional<AttemptId> attempt) {
    const auto begun =
        connection_.script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", deadline_);
    if (!begun) return tl::make_unexpected(errorOf(begun.error(), kTried));
    const Result<OrderId> order = attempt ? orderOf(*attempt) : Result<OrderId>(OrderId{});
    if (attempt && order) ids = {&*order, 1};
    auto records = order ? readOrders(ids, 1) : Result<Records>(forward(order));
    // Nothing was written: where even this fails, the connection is broken and the lease ends it.
    static_cast<void>(connection_.script("ROLLBACK", deadline_));
    if (!records) return forward(records);
    std::vector<Record> out;
    for (const OrderId id : ids) {
        const auto found = records->find(id);
        out.push_back(found == records->end() ? nullptr : found->second);
    }
    return out;
}

// One descent for each id, by the key's index: of an event that statistics do not know yet the
// planner takes `key = ANY ($2)` for a filter and reads all rows of the event. Statements stand
// whole where they are asked, for whoever judges them.
tl::expected<PgRows, Error> RecordReader::query(const std::string& statement,
                                                std::span<const std::int64_t> ids) {
    ArrayWriter keys{PgType::Int8};
    for (const std::int64_t id : ids) keys.addInt8(id);
    PgParams params;
    params.addInt8(event_.value);
    params.add(PgType::Int8Array, keys.take(true));
    auto rows = connection_.query(statement, params, deadline_);
    if (!rows) return tl::make_unexpected(errorOf(rows.error(), kTried));
    return std::move(*rows);
}

Result<OrderId> RecordReader::orderOf(AttemptId attempt) {
    const auto rows = query(
        "SELECT order_id FROM unnest($2) AS u(id) "
        "CROSS JOIN LATERAL (SELECT * FROM payment_attempt WHERE event_id = $1 AND attempt_id = "
        "u.id "
        "OFFSET 0) AS t ORDER BY order_id",
        {&attempt.value, 1});
    if (!rows) return forward(rows);
    return rows->count() == 0 ? OrderId{} : OrderId{rows->number(0, 0)};
}

Result<RecordReader::Records> RecordReader::readOrders(std::span<const OrderId> ids, int row) {
    std::vector<std::int64_t> orders;
    for (const OrderId id : ids) orders.push_back(id.value);
    // Several may ask for one, and each asks for all its rows.
    std::ranges::sort(orders);
    orders.erase(std::ranges::unique(orders).begin(), orders.end());
    const auto rows = query(
        "SELECT order_id, reservation_id, state, created_at, pay_deadline, total, version, "
        "evidence, "
        "(SELECT last_batch FROM event_owner WHERE event_id = $1), "
        "(SELECT last_time FROM event_owner WHERE event_id = $1) FROM unnest($2) AS u(id) "
        "CROSS JOIN LATERAL (SELECT * FROM ticket_order WHERE event_id = $1 AND order_id = u.id "
        "OFFSET 0) AS t ORDER BY order_id",
        orders);
    if (!rows) return forward(rows);
    Records out;
    for (int i = 0; i < rows->count(); ++i) {
        auto record = std::make_shared<engine::OrderRecord>();
        record->order.id = OrderId{rows->number(i, 0)};
        record->order.reservation = ReservationId{rows->number(i, 1)};
        record->order.state = rows->as<engine::OrderState>(i, 2);
        record->order.createdAt.micros = rows->number(i, 3);
        record->order.payDeadline.micros = rows->number(i, 4);
        record->order.total.minor = rows->number(i, 5);
        record->version = rows->as<std::int32_t>(i, 6);
        record->evidence = rows->text(i, 7);
        record->batch = rows->number(i, 8);
        record->asOf.micros = rows->number(i, 9);
        out.emplace(record->order.id, std::move(record));
    }
    if (out.empty()) return out;
    Status step = readMoney(out, orders);
    if (step) step = readPlaces(out, orders);
    if (step) step = readReservations(out);
    if (step) step = readGiven(out, row);
    if (!step) return forward(step);
    return out;
}

Status RecordReader::readGiven(Records& out, int row) {
    std::vector<OrderId> ids;
    for (const auto& [id, record] : out) {
        for (const engine::TenderRow& tender : record->tenders) {
            if (const OrderId order = engine::partOf(tender).givenOrder()) ids.push_back(order);
        }
    }
    if (ids.empty() || row >= engine::kExchangesInRow) return {};
    const auto given = readOrders(ids, row + 1);
    if (!given) return forward(given);
    for (const auto& [id, record] : out) {
        for (const engine::TenderRow& tender : record->tenders) {
            const auto found = given->find(engine::partOf(tender).givenOrder());
            if (found != given->end()) record->given.push_back(found->second);
        }
    }
    return {};
}

Status RecordReader::readMoney(Records& out, std::span<const std::int64_t> orders) {
    const auto tenders = query(
        std::string("SELECT ") + kTenderColumns +
            " FROM unnest($2) AS u(id) "
            "CROSS JOIN LATERAL (SELECT * FROM tender WHERE event_id = $1 AND order_id = u.id "
            "OFFSET 0) AS t ORDER BY tender_id",
        orders);
    if (!tenders) return forward(tenders);
    for (int i = 0; i < tenders->count(); ++i) {
        const engine::TenderRow tender = tenderAt(*tenders, i);
        engine::OrderRecord& record = *out.at(tender.order);
        if (record.tenders.empty()) record.order.tender = tender.id;
        record.tenders.push_back(tender);
    }
    const auto attempts = query(std::string("SELECT ") + kAttemptColumns +
                                    " FROM unnest($2) AS u(id) "
                                    "CROSS JOIN LATERAL (SELECT * FROM payment_attempt WHERE "
                                    "event_id = $1 AND order_id = u.id "
                                    "OFFSET 0) AS t ORDER BY attempt_id",
                                orders);
    if (!attempts) return forward(attempts);
    for (int i = 0; i < attempts->count(); ++i) {
        const engine::AttemptRow attempt = attemptAt(*attempts, i);
        engine::OrderRecord& record = *out.at(attempt.order);
        record.attempts.push_back(attempt);
        record.attemptFacts.push_back(attemptFactsAt(*attempts, i));
    }
    const auto refunds = query(
        std::string("SELECT ") + kRefundColumns +
            " FROM unnest($2) AS u(id) "
            "CROSS JOIN LATERAL (SELECT * FROM refund WHERE event_id = $1 AND order_id = u.id "
            "OFFSET 0) AS t ORDER BY refund_id",
        orders);
    if (!refunds) return forward(refunds);
    for (int i = 0; i < refunds->count(); ++i) {
        const engine::RefundRow refund = refundAt(*refunds, i);
        engine::OrderRecord& record = *out.at(refund.order);
        record.refunds.push_back(refund);
        record.refundFacts.push_back(refundFactsAt(*refunds, i));
    }
    return {};
}

Status RecordReader::readPlaces(Records& out, std::span<const std::int64_t> orders) {
    const auto tickets = query(
        std::string("SELECT ") + kTicketColumns +
            " FROM unnest($2) AS u(id) "
            "CROSS JOIN LATERAL (SELECT * FROM ticket WHERE event_id = $1 AND order_id = u.id "
            "OFFSET 0) AS t ORDER BY ticket_id",
        orders);
    if (!tickets) return forward(tickets);
    for (int i = 0; i < tickets->count(); ++i) {
        const engine::TicketRow ticket = ticketAt(*tickets, i);
        out.at(ticket.order)->tickets.push_back(ticket);
    }
    return {};
}

// Of released orders alone.
Status RecordReader::readReservations(Records& out) {
    std::map<ReservationId, OrderId> wanted;
    std::vector<std::int64_t> ids;
    for (const auto& [id, record] : out) {
        if (record->order.state != engine::OrderState::Released) continue;
        wanted.emplace(record->order.reservation, id);
        ids.push_back(record->order.reservation.value);
    }
    if (ids.empty()) return {};
    const auto rows = query(std::string("SELECT ") + kReservationColumns +
                                " FROM unnest($2) AS u(id) "
                                "CROSS JOIN LATERAL (SELECT * FROM reservation WHERE event_id = $1 "
                                "AND reservation_id = u.id "
                                "OFFSET 0) AS t ORDER BY reservation_id",
                            ids);
    if (!rows) return forward(rows);
    for (int i = 0; i < rows->count(); ++i) {
        auto reservation = reservationAt(*rows, i);
        if (!reservation) return forward(reservation);
        const auto order = wanted.extract(reservation->id);
        if (order) out.at(order.mapped())->reservation = std::move(*reservation);
    }
    return wanted.empty() ? Status{} : failure("an order's reservation is missing");
}

Result<std::vector<ManualRow>> readManual(PgConnection& connection, EventId event,
                                          std::int32_t limit, SteadyTime deadline) {
    PgParams params;
    params.addInt8(event.value);
    params.addInt4(limit);
    const auto orders = connection.query(
        "SELECT order_id, total, evidence FROM ticket_order WHERE event_id = $1 AND state = 9 "
        "ORDER BY order_id LIMIT $2",
        params, deadline);
    if (!orders) return tl::make_unexpected(errorOf(orders.error(), "list what is manual"));
    std::vector<ManualRow> out;
    for (int i = 0; i < orders->count(); ++i) {
        out.push_back(
            {OrderId{orders->number(i, 0)}, Money{orders->number(i, 1)}, orders->text(i, 2), {}});
    }
    const auto refunds = connection.query(
        "SELECT r.refund_id, r.group_id, r.order_id, r.attempt_id, r.reason, r.state, r.amount, "
        "r.retained, r.created_at, r.attempt_try, r.object_id, r.evidence, a.provider FROM refund "
        "r "
        "JOIN payment_attempt a ON a.event_id = $1 AND a.attempt_id = r.attempt_id "
        "WHERE r.event_id = $1 AND (r.state = 4 OR (r.state = 2 AND a.provider = 0)) "
        "ORDER BY r.refund_id LIMIT $2",
        params, deadline);
    if (!refunds) return tl::make_unexpected(errorOf(refunds.error(), "list what is manual"));
    for (int i = 0; i < refunds->count(); ++i) {
        const engine::RefundRow row = refundAt(*refunds, i);
        const engine::RefundUpdate facts = refundFactsAt(*refunds, i);
        out.push_back({row.order, row.amount, facts.evidence, row, facts,
                       refunds->as<engine::ProviderKind>(i, 12)});
    }
    return out;
}

}  // namespace tessera::store
