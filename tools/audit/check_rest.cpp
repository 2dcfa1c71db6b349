// SPDX-License-Identifier: Apache-2.0
#include "tools/audit/checks.h"

namespace tessera::audit {
namespace {

// The release of a hold is committed within a tick of its deadline; the tick is a second.
constexpr std::int64_t kReleaseMicros = 3'000'000;

}  // namespace

void checkRest(const Indexed& rows, std::int64_t now, Report& report) {
    for (const ReservationRow& row : rows.rows.reservations) {
        report.judge(Check::A7);
        if (row.state == ReservationState::Held && row.expiresAt + kReleaseMicros < now) {
            report.find(Check::A7, "hold_overdue",
                        where(row.event, "reservation", row.id) + " is held past its deadline");
        }
    }
    for (const OrderRow& order : rows.rows.orders) {
        report.judge(Check::A7);
        if (!order.settled()) {
            report.find(Check::A7, "order_open",
                        where(order.event, "order", order.id) + " is in state " +
                            std::to_string(static_cast<int>(order.state)));
        }
    }
    for (const OutboxRow& row : rows.rows.outbox) {
        report.judge(Check::A7);
        report.find(Check::A7, "outbox_open",
                    where(row.event, "outbox", row.seq) + " operation " +
                        std::to_string(row.operation) + " of order " + std::to_string(row.order));
    }
    for (const ProviderPayment& payment : rows.books.payments) {
        if (!rows.attemptOfObject.contains(payment.object)) continue;
        report.judge(Check::A7);
        if (payment.authorized > payment.captured + payment.voided) {
            report.find(Check::A7, "authorization_left",
                        payment.object + " is authorized, neither captured nor voided");
        }
    }
}

}  // namespace tessera::audit
