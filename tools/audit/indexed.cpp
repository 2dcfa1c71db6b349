// SPDX-License-Identifier: Apache-2.0
#include "tools/audit/indexed.h"

#include <functional>

namespace tessera::audit {

std::size_t KeyHash::operator()(const Key& key) const noexcept {
    const std::hash<std::int64_t> hash;
    return hash(key.first) * 31 + hash(key.second * 0x9E3779B97F4A7C1);
}

Indexed::Indexed(const Rows& all, const ProviderBooks& provider) : rows(all), books(provider) {
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
    for (const AttemptRow& row : rows.attempts) {
        attemptsOfOrder[{row.event, row.order}].push_back(&row);
        if (!row.object.empty()) attemptOfObject[row.object] = &row;
    }
    for (const ProviderPayment& payment : books.payments) payments[payment.object] = &payment;
}

}  // namespace tessera::audit
