// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "server/api/convert_common.h"
#include "server/api/convert_reservation.h"
#include "server/api/reasons.h"

namespace tessera::api {
namespace {

using app::Answer;
using app::Problem;

constexpr std::size_t kNameMax = 200;

// A number that the engine's type cannot hold becomes one that no layout has: the engine then
// refuses it in its own order of precedence.
template <class No>
No narrow(std::int32_t number) {
    using Rep = typename No::rep;
    const bool fits = number >= 0 && number <= std::numeric_limits<Rep>::max();
    return fits ? No(static_cast<Rep>(number)) : No(Rep{-1});
}

Problem tooMany() {
    return refuse("TOO_MANY_PLACES", "More places than a request may name.",
                  {{"places_max", std::to_string(kPlacesMax)}});
}

Answer<engine::Selection> toSeats(const v1::SeatSelections& seats) {
    if (seats.seats_size() > kPlacesMax) return tl::make_unexpected(tooMany());
    engine::SeatSelection out;
    out.picks.reserve(static_cast<std::size_t>(seats.seats_size()));
    for (int i = 0; i < seats.seats_size(); ++i) {
        const auto& seat = seats.seats(i);
        if (!seat.has_seat_no()) {
            return tl::make_unexpected(
                invalidField("seats.seats[" + std::to_string(i) + "].seatNo", "required"));
        }
        out.picks.push_back(
            {narrow<SeatNo>(seat.seat_no()), narrow<TicketTypeNo>(seat.ticket_type_no())});
    }
    return out;
}

Answer<engine::Selection> toBest(const v1::BestAvailable& best) {
    auto counts = toCounts(best.quantities(), "bestAvailable.quantities");
    if (!counts) return tl::make_unexpected(counts.error());
    if (best.category_nos_size() > kPlacesMax) {
        return tl::make_unexpected(invalidField("bestAvailable.categoryNos", "at most 10000"));
    }
    if (best.wheelchair_places() < 0) {
        return tl::make_unexpected(invalidField("bestAvailable.wheelchairPlaces", "at least 0"));
    }
    engine::BestSelection out;
    out.counts = std::move(*counts);
    for (const auto category : best.category_nos()) {
        out.categories.push_back(narrow<CategoryNo>(category));
    }
    out.mustBeTogether = best.together() != v1::BestAvailable::PREFERRED;
    out.wheelchairPlaces = best.wheelchair_places();
    return out;
}

Answer<engine::Selection> toArea(const v1::GeneralAdmission& area) {
    if (!area.has_area_no()) {
        return tl::make_unexpected(invalidField("generalAdmission.areaNo", "required"));
    }
    auto counts = toCounts(area.quantities(), "generalAdmission.quantities");
    if (!counts) return tl::make_unexpected(counts.error());
    return engine::AreaSelection{narrow<AreaNo>(area.area_no()), std::move(*counts)};
}

}  // namespace

Answer<std::vector<engine::TypeCount>> toCounts(
    const google::protobuf::RepeatedPtrField<v1::TicketQuantity>& quantities,
    const std::string& field) {
    std::vector<engine::TypeCount> out;
    std::int64_t places = 0;
    for (int i = 0; i < quantities.size(); ++i) {
        const auto& quantity = quantities.Get(i);
        const std::string at = field + "[" + std::to_string(i) + "]";
        if (quantity.quantity() < 1) {
            return tl::make_unexpected(invalidField(at + ".quantity", "at least 1"));
        }
        places += quantity.quantity();
        if (places > kPlacesMax) return tl::make_unexpected(tooMany());
        const auto type = narrow<TicketTypeNo>(quantity.ticket_type_no());
        for (const auto& before : out) {
            if (before.type == type) {
                return tl::make_unexpected(
                    invalidField(at + ".ticketTypeNo", "each ticket type once"));
            }
        }
        out.push_back({type, quantity.quantity()});
    }
    return out;
}

Answer<engine::Selection> toSelection(const v1::CreateReservationRequest& request) {
    switch (request.selection_case()) {
        case v1::CreateReservationRequest::kSeats:
            return toSeats(request.seats());
        case v1::CreateReservationRequest::kBestAvailable:
            return toBest(request.best_available());
        case v1::CreateReservationRequest::kGeneralAdmission:
            return toArea(request.general_admission());
        case v1::CreateReservationRequest::SELECTION_NOT_SET:
            break;
    }
    return tl::make_unexpected(
        invalidField("selection", "one of seats, bestAvailable, generalAdmission"));
}

Answer<engine::HoldSeats> toHold(const v1::CreateReservationRequest& request,
                                 const app::Mutation& mutation,
                                 const app::CallerCredentials& caller) {
    auto selection = toSelection(request);
    if (!selection) return tl::make_unexpected(selection.error());
    engine::HoldSeats out;
    if (!request.code().empty()) {
        // What cannot be a code is no code of this event: the engine says so in its order.
        out.code = normalisedCode(request.code()).value_or("?");
    }
    out.request = mutation.request;
    out.fingerprint = mutation.fingerprint;
    out.caller = {caller.hash, caller.channel, caller.staff};
    out.selection = std::move(*selection);
    return out;
}

Answer<engine::Checkout> toCheckout(const v1::CheckoutReservationRequest& request,
                                    ReservationId reservation, BuyerNeed need) {
    const auto& buyer = request.buyer();
    const bool whole = need == BuyerNeed::Whole;
    if ((whole && buyer.name().empty()) || buyer.name().size() > kNameMax) {
        return tl::make_unexpected(
            invalidField("buyer.name", whole ? "1 to 200 bytes" : "at most 200 bytes"));
    }
    if ((whole || !buyer.email().empty()) && !isEmailAddress(buyer.email())) {
        return tl::make_unexpected(invalidField("buyer.email", kEmailRule));
    }
    if (!isPhoneNumber(buyer.phone())) {
        return tl::make_unexpected(invalidField("buyer.phone", kPhoneRule));
    }
    if (!isLanguageTag(buyer.language())) {
        return tl::make_unexpected(invalidField("buyer.language", kLanguageTagRule));
    }
    if (!isPhoneNumber(buyer.phone())) {
        return tl::make_unexpected(invalidField("buyer.phone", kPhoneRule));
    }
    engine::Checkout out;
    out.contactPhone = buyer.phone();
    out.reservation = reservation;
    out.contactName = buyer.name();
    out.contactEmail = buyer.email();
    out.contactPhone = buyer.phone();
    out.language = buyer.language().empty() ? "en" : buyer.language();
    return out;
}

}  // namespace tessera::api
