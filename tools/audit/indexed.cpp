// SPDX-License-Identifier: Apache-2.0
#include "tools/audit/indexed.h"

#include <functional>

#include "shared/base/ids.h"

namespace tessera::audit {

std::size_t KeyHash::operator()(const Key& key) const noexcept {
    const std::hash<std::int64_t> hash;
    return hash(key.first) * 31 + hash(key.second * 0x9E3779B97F4A7C1);
}

Indexed::Indexed(const Rows& all, const ProviderBooks& provider) : rows(all), books(provider) {
    for (const EventRow& row : rows.events) {
        if (row.cancelledAt != 0) cancelledAt[row.event] = row.cancelledAt;
    }
    seats.reserve(rows.seats.size());
    for (const SeatRow& seat : rows.seats) seats[{seat.event, seat.seatNo}] = &seat;
    for (const ReservationRow& row : rows.reservations) {
        reservations[{row.event, row.id}] = &row;
        reservationByRequest[row.request] = &row;
        if (!row.live()) continue;
        for (const std::int64_t seat : row.seats) liveOfSeat[{row.event, seat}].push_back(&row);
    }
    for (const OrderRow& row : rows.orders) orders[{row.event, row.id}] = &row;
    for (const TicketRow& row : rows.tickets) {
        tickets[{row.event, row.id}] = &row;
        ticketsOfOrder[{row.event, row.order}].push_back(&row);
        if (row.valid() && row.seatNo) ticketsOfSeat[{row.event, *row.seatNo}].push_back(&row);
    }
    for (const TenderRow& row : rows.tenders) tenders[{row.event, row.id}] = &row;
    for (const RefundRow& row : rows.refunds) {
        refundsOfOrder[{row.event, row.order}].push_back(&row);
        refunds[{row.event, row.id}] = &row;
    }
    for (const CardEntryRow& row : rows.cardEntries) {
        cardEntriesOfAttempt[{row.event, row.attempt}].push_back(&row);
    }
    for (const AttemptRow& row : rows.attempts) {
        attempts[{row.event, row.id}] = &row;
        attemptsOfOrder[{row.event, row.order}].push_back(&row);
        if (!row.object.empty()) attemptOfObject[row.object] = &row;
    }
    for (const ProviderPayment& payment : books.payments) payments[payment.object] = &payment;
}

bool Indexed::isKind(const AttemptRow& attempt, TenderKind kind) const {
    const TenderRow* tender = find(tenders, {attempt.event, attempt.tender});
    return tender != nullptr && tender->kind == kind;
}

bool Indexed::isPassedOn(const RefundRow& refund) const {
    const RefundRow* first = find(refunds, {refund.event, refund.group});
    return first != nullptr && first->order != refund.order;
}

Indexed::Outside Indexed::outsideOf(const AttemptRow& attempt) const {
    if (attempt.provider == ProviderKind::Stripe) {
        const auto payment = payments.find(attempt.object);
        if (attempt.object.empty() || payment == payments.end()) return {};
        return {payment->second->captured, payment->second->refunded};
    }
    if (attempt.provider == ProviderKind::GiftCard) {
        Outside sum;
        for (const CardEntryRow* row : list(cardEntriesOfAttempt, {attempt.event, attempt.id})) {
            sum.captured += row->captured;
            sum.refunded += row->refunded;
        }
        return sum;
    }
    return {attempt.captured, attempt.refunded};
}

std::int64_t Indexed::heldOnCard(const AttemptRow& attempt) const {
    std::int64_t held = 0;
    for (const CardEntryRow* row : list(cardEntriesOfAttempt, {attempt.event, attempt.id})) {
        held += row->held;
    }
    return held;
}

const AttemptRow* Indexed::attemptOf(const ProviderPayment& payment) const {
    const auto id = decodeEventScopedId(payment.attempt);
    return id ? find(attempts, {id->event.value, id->local}) : nullptr;
}

}  // namespace tessera::audit
