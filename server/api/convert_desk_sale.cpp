// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_desk_sale.h"

#include <limits>
#include <utility>

#include "server/api/convert_common.h"
#include "server/api/convert_layout.h"
#include "server/api/convert_reservation.h"
#include "server/api/reasons.h"

namespace tessera::api {
namespace {

using app::Answer;

// A number that the engine's type cannot hold becomes one that no layout has.
template <class No>
No narrow(std::int32_t number) {
    using Rep = typename No::rep;
    const bool fits = number >= 0 && number <= std::numeric_limits<Rep>::max();
    return fits ? No(static_cast<Rep>(number)) : No(Rep{-1});
}

Answer<engine::PriceAdjustment> toAdjustment(const v1::PriceAdjustment& from,
                                             const std::string& at) {
    const auto wrong = [&](const char* name, std::string_view rule) {
        return tl::make_unexpected(invalidField(at + name, rule));
    };
    engine::PriceAdjustment out;
    if (from.seat_nos_size() > engine::kItemsPerOrderMax) return wrong(".seatNos", "at most 100");
    for (const auto seat : from.seat_nos()) out.seats.push_back(narrow<SeatNo>(seat));
    switch (from.kind()) {
        case v1::PriceAdjustment::COMPLIMENTARY:
            out.kind = engine::AdjustmentKind::Complimentary;
            break;
        case v1::PriceAdjustment::PRICE:
            out.kind = engine::AdjustmentKind::Price;
            break;
        default:
            return wrong(".kind", "COMPLIMENTARY or PRICE");
    }
    const bool priced = out.kind == engine::AdjustmentKind::Price;
    const std::int64_t price = from.price_minor_units();
    if (price < 0 || price > engine::kAdjustedPriceMax.minor || (!priced && price != 0)) {
        return wrong(".priceMinorUnits", "of PRICE, 0 to 1000000000000");
    }
    out.price = Money{price};
    if (from.reason().empty() || from.reason().size() > engine::kAdjustmentReasonMax) {
        return wrong(".reason", "1 to 100 bytes");
    }
    out.reason = from.reason();
    return out;
}

Answer<std::vector<engine::PriceAdjustment>> toAdjustments(
    const v1::RepriceReservationRequest& request) {
    if (request.adjustments_size() > static_cast<int>(engine::kAdjustmentsMax)) {
        return tl::make_unexpected(invalidField("adjustments", "at most 100"));
    }
    std::vector<engine::PriceAdjustment> out;
    bool rest = false;
    for (int i = 0; i < request.adjustments_size(); ++i) {
        const std::string at = "adjustments[" + std::to_string(i) + "]";
        auto adjustment = toAdjustment(request.adjustments(i), at);
        if (!adjustment) return tl::make_unexpected(adjustment.error());
        if (rest && adjustment->seats.empty()) {
            return tl::make_unexpected(invalidField(at + ".seatNos", "one without seats at most"));
        }
        rest = rest || adjustment->seats.empty();
        out.push_back(std::move(*adjustment));
    }
    return out;
}

Answer<std::optional<engine::AreaSelection>> toArea(const v1::RepriceReservationRequest& request) {
    if (!request.has_area()) return std::nullopt;
    if (!request.area().has_area_no()) {
        return tl::make_unexpected(invalidField("area.areaNo", "required"));
    }
    auto counts = toCounts(request.area().quantities(), "area.quantities");
    if (!counts) return tl::make_unexpected(counts.error());
    return engine::AreaSelection{narrow<AreaNo>(request.area().area_no()), std::move(*counts)};
}

}  // namespace

Answer<engine::RepriceReservation> toReprice(const v1::RepriceReservationRequest& request,
                                             ReservationId reservation) {
    engine::RepriceReservation out;
    out.reservation = reservation;
    if (request.seats_size() > engine::kItemsPerOrderMax) {
        return tl::make_unexpected(invalidField("seats", "at most 100"));
    }
    for (int i = 0; i < request.seats_size(); ++i) {
        const auto& seat = request.seats(i);
        if (!seat.has_seat_no()) {
            return tl::make_unexpected(
                invalidField("seats[" + std::to_string(i) + "].seatNo", "required"));
        }
        out.seats.push_back(
            {narrow<SeatNo>(seat.seat_no()), narrow<TicketTypeNo>(seat.ticket_type_no())});
    }
    auto area = toArea(request);
    if (!area) return tl::make_unexpected(area.error());
    out.area = std::move(*area);
    // What cannot be a code is no code of this event: the engine says so in its order.
    if (!request.code().empty()) out.code = normalisedCode(request.code()).value_or("?");
    auto adjustments = toAdjustments(request);
    if (!adjustments) return tl::make_unexpected(adjustments.error());
    out.adjustments = std::move(*adjustments);
    return out;
}

v1::SeatDetails toProto(const app::SeatAnswer& answer, const ShownEvent& event) {
    const auto& view = answer.view;
    v1::SeatDetails out;
    out.set_seat_no(view.seat.value);
    const ShownLayout& layout = *event.layout;
    if (layout.layout->contains(view.seat)) {
        setLabel(out.mutable_label(), layout, view.seat);
        out.set_category_no(layout.layout->seat(view.seat).category.value);
    }
    out.set_allocation_no(view.state.allocation.value);
    setTime(out.mutable_server_time(), answer.serverTime);
    if (!view.reservation) return out;
    out.set_reservation(encodePublicId(answer.event, view.reservation.value));
    out.set_reservation_state(static_cast<v1::Reservation::State>(view.reservationState));
    // Numbered alike, but for the contract's 0.
    out.set_channel(static_cast<v1::Channel>(static_cast<int>(view.channel) + 1));
    if (!view.order) {
        setTime(out.mutable_expire_time(), view.expiresAt);
        return out;
    }
    out.set_order(encodePublicId(answer.event, view.order.value));
    if (answer.payable) setTime(out.mutable_pay_deadline(), view.payDeadline);
    out.set_buyer_name(answer.buyerName);
    return out;
}

}  // namespace tessera::api
