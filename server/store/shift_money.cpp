// SPDX-License-Identifier: Apache-2.0
// What an event's own rows say of the money of a shift.
#include <algorithm>

#include "server/store/postgres_shifts.h"

namespace tessera::store {
namespace {

// The ledger's account of cash is 4; refund_id 0: of what was taken.
constexpr const char* kCashOf =
    "WITH cash AS (SELECT t.tender_id, t.order_id, t.reference, t.amount, a.attempt_id, "
    "coalesce(a.state, 0) AS attempt_state, o.state AS order_state, "
    "coalesce(a.captured, 0) AS captured FROM tender t "
    "JOIN ticket_order o ON o.event_id = $1 AND o.order_id = t.order_id "
    "LEFT JOIN payment_attempt a ON a.event_id = $1 AND a.order_id = t.order_id "
    "AND a.tender_id = t.tender_id "
    "WHERE t.event_id = $1 AND t.kind = 2 AND t.reference COLLATE \"C\" >= $2 "
    "AND t.reference COLLATE \"C\" < $3), "
    "booked AS (SELECT l.attempt_id, sum(l.amount)::bigint AS amount FROM ledger_entry l "
    "WHERE l.event_id = $1 AND l.account = 4 AND l.refund_id = 0 "
    "AND l.attempt_id IN (SELECT attempt_id FROM cash) GROUP BY l.attempt_id) "
    "SELECT c.tender_id, c.order_id, c.reference, c.amount, c.attempt_state, c.order_state, "
    "c.captured, coalesce(b.amount, 0) FROM cash c LEFT JOIN booked b "
    "ON b.attempt_id = c.attempt_id ORDER BY c.tender_id";
constexpr const char* kRefunds =
    "SELECT r.refund_id, r.state, r.amount, coalesce((SELECT -sum(l.amount)::bigint "
    "FROM ledger_entry l WHERE l.event_id = $1 AND l.account = 4 AND l.refund_id = r.refund_id), "
    "0) FROM refund r WHERE r.event_id = $1 AND r.refund_id = ANY($2) ORDER BY r.refund_id";
constexpr const char* kLatestGroup =
    "SELECT coalesce(max(group_id), 0) FROM refund WHERE event_id = $1 AND order_id = $2";
constexpr const char* kLatestTender =
    "SELECT coalesce(max(tender_id), 0) FROM tender WHERE event_id = $1 AND order_id = $2 "
    "AND kind = $3";

// What is authorized and not captured yet was taken, too.
constexpr const char* kTaken =
    "SELECT t.kind, count(*), sum(s.taken)::bigint FROM tender t "
    "JOIN (SELECT a.tender_id, sum(a.captured + a.authorized) AS taken FROM payment_attempt a "
    "WHERE a.event_id = $1 AND a.order_id = ANY($2) AND a.tender_id = ANY($3) "
    "GROUP BY a.tender_id) s ON s.tender_id = t.tender_id "
    "WHERE t.event_id = $1 AND t.tender_id = ANY($3) AND s.taken > 0 GROUP BY t.kind "
    "ORDER BY t.kind";
constexpr const char* kReturned =
    "SELECT t.kind, count(*), sum(r.amount)::bigint FROM refund r "
    "JOIN payment_attempt a ON a.event_id = $1 AND a.attempt_id = r.attempt_id "
    "JOIN tender t ON t.event_id = $1 AND t.tender_id = a.tender_id "
    "WHERE r.event_id = $1 AND r.order_id = ANY($2) AND r.amount > 0 "
    "AND ((r.group_id = ANY($3) AND t.kind <> 2) OR (r.refund_id = ANY($4) AND r.state = 3)) "
    "GROUP BY t.kind ORDER BY t.kind";
// Those of an order that came to nothing are void and of no refund.
constexpr const char* kSold =
    "SELECT count(*) FROM ticket t WHERE t.event_id = $1 AND t.order_id = ANY($2) "
    "AND t.replaces = 0 AND (t.state <> 3 OR t.refund_id IS NOT NULL OR t.transfer_id <> 0)";
constexpr const char* kTakenBack =
    "SELECT count(*) FROM ticket t WHERE t.event_id = $1 AND t.order_id = ANY($2) "
    "AND t.refund_id = ANY($3)";
constexpr const char* kTitle = "SELECT title FROM event WHERE event_id = $1";

TenderSum& sumOfKind(EventSum& sum, std::int16_t kind) {
    const auto at = std::ranges::lower_bound(sum.tenders, kind, {}, &TenderSum::kind);
    if (at != sum.tenders.end() && at->kind == kind) return *at;
    TenderSum fresh;
    fresh.kind = kind;
    return *sum.tenders.insert(at, fresh);
}

}  // namespace

Result<std::vector<CashTender>> PostgresShifts::cashOf(EventId event, ShiftId shift) {
    const std::string id = encodePublicId(shift.value);
    PgParams params = paramsOf(event.value);
    params.addText(id + "/");
    params.addText(id + "0");  // The character after the slash.
    const auto rows = ask(kCashOf, params, "read a shift's cash");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<CashTender> out;
    for (int i = 0; i < rows->count(); ++i) {
        out.push_back({TenderId{rows->number(i, 0)}, OrderId{rows->number(i, 1)}, rows->text(i, 2),
                       Money{rows->number(i, 3)}, rows->as<std::int16_t>(i, 4),
                       rows->as<std::int16_t>(i, 5), Money{rows->number(i, 6)},
                       Money{rows->number(i, 7)}});
    }
    return out;
}

Result<std::vector<CashRefund>> PostgresShifts::refundsOf(
    EventId event, const std::vector<std::int64_t>& refunds) {
    PgParams params = paramsOf(event.value);
    addInt8s(params, refunds);
    const auto rows = ask(kRefunds, params, "read a shift's refunds");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<CashRefund> out;
    for (int i = 0; i < rows->count(); ++i) {
        out.push_back({RefundId{rows->number(i, 0)}, rows->as<std::int16_t>(i, 1),
                       Money{rows->number(i, 2)}, Money{rows->number(i, 3)}});
    }
    return out;
}

Result<std::int64_t> PostgresShifts::latestOf(EventId event, OrderId order, std::int16_t kind) {
    PgParams params = paramsOf(event.value);
    params.addInt8(order.value);
    if (kind != 0) params.addInt2(kind);
    const auto rows =
        ask(kind == 0 ? kLatestGroup : kLatestTender, params, "read an order's money");
    if (!rows) return tl::make_unexpected(rows.error());
    return rows->count() == 0 ? 0 : rows->number(0, 0);
}

Result<EventSum> PostgresShifts::sumOf(EventId event, const std::vector<ShiftEntry>& entries) {
    EventSum sum;
    sum.event = event;
    std::vector<std::int64_t> orders, sold, tenders, groups, refunds;
    for (const ShiftEntry& entry : entries) {
        sum.currency = entry.currency;
        orders.push_back(entry.order.value);
        if (entry.kind == EntryKind::Taken) sold.push_back(entry.order.value);
        auto& targets = entry.kind == EntryKind::Taken      ? tenders
                        : entry.kind == EntryKind::Returned ? groups
                                                            : refunds;
        targets.push_back(entry.target);
    }
    const auto with = [&](std::initializer_list<const std::vector<std::int64_t>*> lists) {
        PgParams params = paramsOf(event.value);
        for (const auto* list : lists) addInt8s(params, *list);
        return params;
    };
    const char* const tried = "sum a shift's orders";
    const auto taken = ask(kTaken, with({&orders, &tenders}), tried);
    if (!taken) return tl::make_unexpected(taken.error());
    for (int i = 0; i < taken->count(); ++i) {
        TenderSum& one = sumOfKind(sum, taken->as<std::int16_t>(i, 0));
        one.payments = taken->as<std::int32_t>(i, 1);
        one.taken = Money{taken->number(i, 2)};
    }
    const auto returned = ask(kReturned, with({&orders, &groups, &refunds}), tried);
    if (!returned) return tl::make_unexpected(returned.error());
    for (int i = 0; i < returned->count(); ++i) {
        TenderSum& one = sumOfKind(sum, returned->as<std::int16_t>(i, 0));
        one.refunds = returned->as<std::int32_t>(i, 1);
        one.returned = Money{returned->number(i, 2)};
    }
    const auto count = ask(kSold, with({&sold}), tried);
    if (!count) return tl::make_unexpected(count.error());
    sum.ticketsSold = count->as<std::int32_t>(0, 0);
    const auto back = ask(kTakenBack, with({&orders, &groups}), tried);
    if (!back) return tl::make_unexpected(back.error());
    sum.ticketsReturned = back->as<std::int32_t>(0, 0);
    const auto title = ask(kTitle, paramsOf(event.value), tried);
    if (!title) return tl::make_unexpected(title.error());
    if (title->count() > 0) sum.title = title->text(0, 0);
    return sum;
}

}  // namespace tessera::store
