// SPDX-License-Identifier: Apache-2.0
#include "tools/audit/checks.h"

namespace tessera::audit {
namespace {

// The release of a hold is committed within a tick of its deadline; the tick is a second.
constexpr std::int64_t kReleaseMicros = 3'000'000;

// server/store/migrations/0006_payments.sql: why money goes back.
constexpr std::int64_t kEventCancelled = 4;

// Of a cancelled event nobody holds anything, and nothing is kept of what goes back for it. What
// waits for people may have tickets.
void checkCancelled(const Indexed& rows, Report& report) {
    for (const ReservationRow& row : rows.rows.reservations) {
        if (!rows.cancelledAt.contains(row.event)) continue;
        report.judge(Check::A7);
        if (row.state != ReservationState::Held) continue;
        report.find(Check::A7, "hold_of_cancelled",
                    where(row.event, "reservation", row.id) + " is held of a cancelled event");
    }
    for (const TicketRow& row : rows.rows.tickets) {
        if (!rows.cancelledAt.contains(row.event)) continue;
        report.judge(Check::A7);
        const OrderRow* order = Indexed::find(rows.orders, {row.event, row.order});
        const bool manual = order != nullptr && order->state == OrderState::Manual;
        if (!row.valid() || manual) continue;
        report.find(Check::A7, "ticket_of_cancelled",
                    where(row.event, "ticket", row.id) + " is valid of a cancelled event");
    }
    for (const RefundRow& row : rows.rows.refunds) {
        const auto at = rows.cancelledAt.find(row.event);
        if (at == rows.cancelledAt.end() || row.createdAt < at->second) continue;
        report.judge(Check::A7);
        if (row.reason != kEventCancelled || row.retained == 0) continue;
        report.find(Check::A7, "kept_of_cancelled",
                    where(row.event, "refund", row.id) + " keeps " + std::to_string(row.retained));
    }
}

}  // namespace

void checkRest(const Indexed& rows, std::int64_t now, Report& report) {
    checkCancelled(rows, report);
    for (const ReservationRow& row : rows.rows.reservations) {
        report.judge(Check::A7);
        if (row.state == ReservationState::Held && row.expiresAt + kReleaseMicros < now) {
            report.find(Check::A7, "hold_overdue",
                        where(row.event, "reservation", row.id) + " is held past its deadline");
        }
    }
    for (const OrderRow& order : rows.rows.orders) {
        report.judge(Check::A7);
        if (order.state == OrderState::Manual) ++report.manualOrders;
        if (!order.settled()) {
            report.find(Check::A7, "order_open",
                        where(order.event, "order", order.id) + " is in state " +
                            std::to_string(static_cast<int>(order.state)));
        }
    }
    for (const RefundRow& row : rows.rows.refunds) {
        report.judge(Check::A7);
        const AttemptRow* attempt = Indexed::find(rows.attempts, {row.event, row.attempt});
        const bool byHand = attempt != nullptr && attempt->provider == ProviderKind::House;
        if (row.state == RefundState::Manual) ++report.manualRefunds;
        if (row.state == RefundState::Queued || (row.state == RefundState::Pending && !byHand)) {
            report.find(Check::A7, "refund_open",
                        where(row.event, "refund", row.id) + " is neither confirmed nor manual");
        }
    }
    for (const OutboxRow& row : rows.rows.outbox) {
        report.judge(Check::A7);
        report.find(Check::A7, "outbox_open",
                    where(row.event, "outbox", row.seq) + " operation " +
                        std::to_string(row.operation) + " of order " + std::to_string(row.order));
    }
    for (const auto& [key, entries] : rows.cardEntriesOfAttempt) {
        report.judge(Check::A7);
        std::int64_t held = 0;
        for (const CardEntryRow* row : entries) {
            held += row->captured > 0 ? -row->captured : row->held - row->released;
        }
        if (held <= 0) continue;
        report.find(Check::A7, "hold_left_on_card",
                    where(key.first, "attempt", key.second) + " holds " + std::to_string(held) +
                        " on its gift card");
    }
    for (const ProviderPayment& payment : rows.books.payments) {
        if (rows.attemptOf(payment) == nullptr) continue;
        report.judge(Check::A7);
        if (payment.authorized > payment.captured + payment.voided) {
            report.find(Check::A7, "authorization_left",
                        payment.object + " is authorized, neither captured nor voided");
        }
    }
}

}  // namespace tessera::audit
