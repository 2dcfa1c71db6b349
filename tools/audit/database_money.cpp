// SPDX-License-Identifier: Apache-2.0
// The tables of what is paid with, as database.h has them.
#include "tools/audit/row_reader.h"

namespace tessera::audit {
namespace {

OrderRow orderOf(RowReader& from) {
    OrderRow row;
    row.event = from.number();
    row.id = from.number();
    row.reservation = from.number();
    row.state = from.state<OrderState>();
    row.total = from.number();
    row.createdAt = from.number();
    row.payDeadline = from.number();
    row.evidence = from.text();
    return row;
}

AttemptRow attemptOf(RowReader& from) {
    AttemptRow row;
    row.event = from.number();
    row.id = from.number();
    row.order = from.number();
    row.tender = from.number();
    row.provider = from.state<ProviderKind>();
    row.amount = from.number();
    row.captured = from.number();
    row.refunded = from.number();
    row.object = from.text();
    return row;
}

RefundRow refundOf(RowReader& from) {
    RefundRow row;
    row.event = from.number();
    row.id = from.number();
    row.order = from.number();
    row.attempt = from.number();
    row.state = from.state<RefundState>();
    row.amount = from.number();
    row.retained = from.number();
    row.reason = from.number();
    row.createdAt = from.number();
    row.group = from.number();
    return row;
}

TicketRow ticketOf(RowReader& from) {
    TicketRow row;
    row.event = from.number();
    row.id = from.number();
    row.order = from.number();
    row.seatNo = from.optionalNumber();
    row.areaNo = from.optionalNumber();
    row.state = from.state<TicketState>();
    row.price = from.number();
    row.refund = from.number();
    row.exchange = from.number();
    return row;
}

}  // namespace

Status Database::readOrders(Rows& rows, const std::string& only) {
    if (const auto read =
            readTable(*this,
                      "SELECT event_id, order_id, reservation_id, state, total, created_at, "
                      "pay_deadline, evidence FROM ticket_order" +
                          only,
                      rows.orders, orderOf);
        !read) {
        return read;
    }
    if (const auto read = readTable(
            *this, "SELECT event_id, tender_id, kind, reference FROM tender" + only, rows.tenders,
            [](RowReader& from) {
                return TenderRow{from.number(), from.number(), from.state<TenderKind>(),
                                 from.text()};
            });
        !read) {
        return read;
    }
    const std::string also = only.empty() ? " WHERE " : only + " AND ";
    return readTable(*this,
                     "SELECT event_id, ticket_id, order_id, seat_no, area_no, state, price, "
                     "coalesce(refund_id, 0), exchange_order FROM ticket t" +
                         also +
                         // Handed on: the ticket that replaces it stands for it. One scan, hashed,
                         // whatever statistics say of a new event.
                         "(event_id, ticket_id) NOT IN (SELECT event_id, replaces FROM ticket" +
                         also + "replaces <> 0)",
                     rows.tickets, ticketOf);
}

// tender_kind: 2 cash. A shift's state from 3 on: counted.
Status Database::readShifts(Rows& rows, const std::string& where) {
    return readTable(
        *this,
        "SELECT e.for_event, e.shift_id, e.request_id, e.kind, e.state, e.target_id, e.amount, "
        "CASE WHEN coalesce(s.state, 4) >= 3 THEN 1 ELSE 0 END FROM shift_entry e "
        "LEFT JOIN shift s ON s.shift_id = e.shift_id WHERE e.tender_kind = 2" +
            (where.empty() ? "" : " AND e.for_event" + where),
        rows.shiftEntries, [](RowReader& from) {
            ShiftEntryRow row;
            row.event = from.number();
            row.shift = from.number();
            row.request = from.text();
            row.kind = from.state<ShiftEntryRow::Kind>();
            row.state = from.state<ShiftEntryRow::State>();
            row.target = from.number();
            row.amount = from.number();
            row.counted = from.number() != 0;
            return row;
        });
}

Status Database::readMoney(Rows& rows, const std::string& where) {
    const std::string only = where.empty() ? "" : " WHERE event_id" + where;
    if (const auto read = readOrders(rows, only); !read) return read;
    if (const auto read = readTable(*this,
                                    "SELECT event_id, attempt_id, order_id, tender_id, provider, "
                                    "amount, captured, refunded, object_id FROM payment_attempt" +
                                        only,
                                    rows.attempts, attemptOf);
        !read) {
        return read;
    }
    if (const auto read = readTable(*this,
                                    "SELECT event_id, refund_id, order_id, attempt_id, state, "
                                    "amount, retained, reason, created_at, group_id FROM refund" +
                                        only,
                                    rows.refunds, refundOf);
        !read) {
        return read;
    }
    // kind: 2 held, 3 released, 5 refunded.
    if (const auto read = readTable(
            *this,
            "SELECT for_event, attempt_id, CASE kind WHEN 2 THEN -amount ELSE 0 END, CASE kind "
            "WHEN 3 "
            "THEN amount ELSE 0 END, captured, CASE kind WHEN 5 THEN amount ELSE 0 END FROM "
            "gift_card_entry WHERE attempt_id <> 0" +
                (where.empty() ? "" : " AND for_event" + where),
            rows.cardEntries,
            [](RowReader& from) {
                return CardEntryRow{from.number(), from.number(), from.number(),
                                    from.number(), from.number(), from.number()};
            });
        !read) {
        return read;
    }
    if (const auto read = readShifts(rows, where); !read) return read;
    if (const auto read = readTable(
            *this,
            "SELECT event_id, order_id, account, amount, coalesce(currency, '') FROM ledger_entry" +
                only,
            rows.entries,
            [](RowReader& from) {
                return EntryRow{from.number(), from.number(), from.state<Account>(), from.number(),
                                from.text()};
            });
        !read) {
        return read;
    }
    return readTable(
        *this, "SELECT event_id, seq, order_id, operation FROM outbox" + only, rows.outbox,
        [](RowReader& from) {
            return OutboxRow{from.number(), from.number(), from.number(), from.number()};
        });
}

}  // namespace tessera::audit
