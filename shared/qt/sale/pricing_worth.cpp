// SPDX-License-Identifier: Apache-2.0
// What an adjustment of prices takes: whose permission, and good for how much.
#include <algorithm>

#include "shared/qt/sale/pricing.h"

namespace tessera::sale {

std::string Pricing::permissionOf(v1::PriceAdjustment::Kind kind) {
    return kind == v1::PriceAdjustment::COMPLIMENTARY ? "complimentary" : "override_price";
}

std::int64_t Pricing::givenAwayMost(const QList<int>& rows, const Change& change) const {
    Adjustments wanted = adjustments_;
    for (const int row : rows) {
        wanted[keyOf(row)].set_price_minor_units(
            change.kind == v1::PriceAdjustment::PRICE ? change.priceMinor : 0);
    }
    return givenAwayMost(asItIs(wanted), wanted);
}

// All-in prices are above what is given away of them.
std::int64_t Pricing::givenAwayMost(const v1::RepriceReservationRequest& request,
                                    const Adjustments& adjustments) const {
    const auto away = [&](int key, int category, int type) -> std::int64_t {
        const auto found = adjustments.find(key);
        if (found == adjustments.end()) return 0;
        for (const v1::Price& price : parts_.cart.event().config().prices()) {
            if (price.category_no() != category || price.ticket_type_no() != type) continue;
            const std::int64_t full = std::max(price.all_in().minor_units(), price.minor_units());
            return std::max<std::int64_t>(0, full - found->second.price_minor_units());
        }
        return 0;
    };
    std::int64_t most = 0;
    const v1::Reservation& held = parts_.cart.reservation();
    for (int row = 0; row < std::min(held.seats_size(), request.seats_size()); ++row) {
        const v1::ReservedSeat& seat = held.seats(row);
        most += away(seat.seat_no(), seat.category_no(), request.seats(row).ticket_type_no());
    }
    if (!request.has_area()) {
        for (const v1::ReservedArea& area : held.areas()) {
            most += away(kAreaKey, area.category_no(), area.ticket_type_no()) * area.quantity();
        }
        return most;
    }
    for (const v1::TicketQuantity& some : request.area().quantities()) {
        most +=
            away(kAreaKey, held.areas(0).category_no(), some.ticket_type_no()) * some.quantity();
    }
    return most;
}

}  // namespace tessera::sale
