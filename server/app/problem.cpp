// SPDX-License-Identifier: Apache-2.0
#include "server/app/problem.h"

#include <algorithm>
#include <array>

#include "shared/base/check.h"

namespace tessera::app {
namespace {

using engine::Refusal;

constexpr std::size_t kSeatsNamedMax = 20;

struct RefusalInfo {
    Refusal refusal;
    ProblemKind kind;
    std::string_view reason;
    std::string_view message;
    std::string_view limitKey;  // The metadata key of Outcome::limit; empty: none.
};

constexpr auto kFailed = ProblemKind::FailedPrecondition;
constexpr auto kInvalid = ProblemKind::InvalidArgument;

// The reasons are those of errors.proto; a test holds the two together.
constexpr std::array kRefusals{
    RefusalInfo{Refusal::EventCancelled, kFailed, "EVENT_CANCELLED",
                "The event does not take place.", ""},
    RefusalInfo{Refusal::SaleNotOpen, kFailed, "SALE_NOT_OPEN", "The sale has not begun.", ""},
    RefusalInfo{Refusal::SaleClosed, kFailed, "SALE_CLOSED", "The sale is closed.", ""},
    RefusalInfo{Refusal::ChannelNotAllowed, kFailed, "CHANNEL_NOT_SOLD",
                "The event is not sold on this channel.", ""},
    RefusalInfo{Refusal::CodeUnknown, kFailed, "CODE_UNKNOWN", "The event has no such code.", ""},
    RefusalInfo{Refusal::CodeNotValidNow, kFailed, "CODE_NOT_VALID_NOW",
                "The code is not valid now.", ""},
    RefusalInfo{Refusal::CodeUsedUp, kFailed, "CODE_USED_UP", "The code's uses are used up.", ""},
    RefusalInfo{Refusal::SelectionEmpty, kInvalid, "NO_PLACES", "No places were asked for.", ""},
    RefusalInfo{Refusal::TooManyPlaces, kFailed, "ORDER_LIMIT",
                "More places than the event gives one order.", "places_max"},
    RefusalInfo{Refusal::SeatUnknown, kInvalid, "SEAT_UNKNOWN", "Seat numbers outside the layout.",
                ""},
    RefusalInfo{Refusal::SeatRepeated, kInvalid, "SEAT_DUPLICATE", "A seat was asked for twice.",
                ""},
    RefusalInfo{Refusal::AreaUnknown, kInvalid, "AREA_UNKNOWN", "The layout has no such area.", ""},
    RefusalInfo{Refusal::PlacesDiffer, kInvalid, "INVALID_FIELD",
                "Every place of the reservation once, or none.", "places"},
    RefusalInfo{Refusal::TicketTypeUnknown, kInvalid, "TICKET_TYPE_UNKNOWN",
                "The event has no such ticket type.", ""},
    RefusalInfo{Refusal::CategoryUnknown, kInvalid, "CATEGORY_UNKNOWN",
                "The layout has no such category.", ""},
    RefusalInfo{Refusal::NotPriced, kFailed, "TICKET_TYPE_NOT_SOLD",
                "This ticket type is not sold in this category.", ""},
    RefusalInfo{Refusal::BuyerLimitReached, kFailed, "BUYER_LIMIT",
                "More places than the event gives one buyer.", "places_max"},
    RefusalInfo{Refusal::SeatUnavailable, kFailed, "SEAT_UNAVAILABLE", "Seats are not available.",
                ""},
    RefusalInfo{Refusal::CompanionNeedsWheelchairPlace, kFailed, "COMPANION_ALONE",
                "A companion seat sells only with its wheelchair place.", ""},
    RefusalInfo{Refusal::LeavesSingleSeat, kFailed, "ORPHAN_SEAT",
                "The choice leaves a single free seat that another choice would not.", ""},
    RefusalInfo{Refusal::NotEnoughSeats, kFailed, "NO_SUITABLE_SEATS",
                "Fewer seats are free in these categories.", ""},
    RefusalInfo{Refusal::NotTogether, kFailed, "NO_SUITABLE_SEATS",
                "No run of free neighbouring seats is long enough.", ""},
    RefusalInfo{Refusal::AreaFull, kFailed, "AREA_FULL", "Fewer places are left in the area.",
                "available"},
    RefusalInfo{Refusal::ReservationUnknown, ProblemKind::NotFound, "RESERVATION_NOT_FOUND",
                "No such reservation.", ""},
    RefusalInfo{Refusal::NotYours, ProblemKind::PermissionDenied, "HOLDER_TOKEN_INVALID",
                "The caller does not hold this reservation.", ""},
    RefusalInfo{Refusal::ReservationExpired, kFailed, "RESERVATION_EXPIRED",
                "The hold has expired.", ""},
    RefusalInfo{Refusal::ReservationReleased, kFailed, "RESERVATION_RELEASED",
                "The reservation was released.", ""},
    RefusalInfo{Refusal::ReservationCheckedOut, kFailed, "RESERVATION_CHECKED_OUT",
                "The reservation is checked out.", ""},
    RefusalInfo{Refusal::OrderUnknown, ProblemKind::NotFound, "ORDER_NOT_FOUND", "No such order.",
                ""},
    RefusalInfo{Refusal::OrderNotCancellable, kFailed, "ORDER_NOT_CANCELLABLE",
                "The order is settled or being settled.", ""},
    RefusalInfo{Refusal::RecordNeeded, ProblemKind::Aborted, "CHANGED_MEANWHILE",
                "The order's money changed again and again: try again.", ""},
    RefusalInfo{Refusal::OrderNotPayable, kFailed, "ORDER_NOT_PAYABLE",
                "The order waits for no payment.", ""},
    RefusalInfo{Refusal::TenderTooLarge, kFailed, "TENDER_TOO_LARGE", "More than what is missing.",
                "minor_units_max"},
    RefusalInfo{Refusal::TenderNotAllowed, ProblemKind::PermissionDenied, "TENDER_NOT_ALLOWED",
                "This caller may not pay so.", ""},
    RefusalInfo{Refusal::TooManyTenders, kFailed, "TOO_MANY_TENDERS",
                "The order was tried to be paid in as many parts as it may.", "tenders_max"},
    RefusalInfo{Refusal::PaymentNotOpen, kFailed, "PAYMENT_NOT_OPEN",
                "The payment is not the open one or cannot be confirmed so.", ""},
    RefusalInfo{Refusal::OrderNotPaid, kFailed, "ORDER_NOT_PAID", "The order is not paid.", ""},
    RefusalInfo{Refusal::TicketUnknown, ProblemKind::NotFound, "TICKET_NOT_FOUND",
                "The order has no such ticket.", ""},
    RefusalInfo{Refusal::TicketNotActive, kFailed, "TICKET_NOT_ACTIVE",
                "A ticket is void, or does not admit yet.", ""},
    RefusalInfo{Refusal::TicketInExchange, kFailed, "TICKET_IN_EXCHANGE",
                "A ticket is being exchanged.", ""},
    RefusalInfo{Refusal::ExchangeNotAllowed, kFailed, "EXCHANGE_NOT_ALLOWED",
                "The organiser's rules do not allow it.", ""},
    RefusalInfo{Refusal::TicketTransferred, kFailed, "TICKET_TRANSFERRED",
                "A ticket is another holder's now.", ""},
    RefusalInfo{Refusal::TransferNotAllowed, kFailed, "TRANSFER_NOT_ALLOWED",
                "The organiser's rules do not allow it.", ""},
    RefusalInfo{Refusal::TransferNotOpen, kFailed, "TRANSFER_NOT_OPEN", "The transfer is over.",
                ""},
    RefusalInfo{Refusal::ReturnNotAllowed, kFailed, "RETURN_NOT_ALLOWED",
                "The organiser's rules do not allow it.", ""},
    RefusalInfo{Refusal::RefundUnknown, ProblemKind::NotFound, "REFUND_NOT_FOUND",
                "The order has no such refund.", ""},
    RefusalInfo{Refusal::RefundNotOpen, kFailed, "REFUND_NOT_OPEN",
                "The refund does not wait for staff.", ""},
    RefusalInfo{Refusal::EventNotMoved, kFailed, "EVENT_NOT_MOVED",
                "The event was not moved since the order was made.", ""},
    RefusalInfo{Refusal::AnswerTooLate, kFailed, "ANSWER_TOO_LATE",
                "That could be answered until then.", ""},
    RefusalInfo{Refusal::ApprovalNeeded, ProblemKind::PermissionDenied, "APPROVAL_NEEDED",
                "Money goes back: somebody must approve that.", ""},
    RefusalInfo{Refusal::ApprovalTooSmall, ProblemKind::PermissionDenied, "APPROVAL_TOO_SMALL",
                "The approval is for less.", "amount_minor_units"},
    RefusalInfo{Refusal::AttemptUnknown, ProblemKind::NotFound, "ORDER_NOT_FOUND",
                "No such payment attempt.", ""},
    RefusalInfo{Refusal::SeatNotBlockable, kFailed, "SEAT_UNAVAILABLE",
                "Held or sold seats keep their allocation.", ""},
    RefusalInfo{Refusal::CodeNotFound, ProblemKind::NotFound, "CODE_NOT_FOUND",
                "The event has no code of that id.", ""},
    RefusalInfo{Refusal::CodeExists, ProblemKind::AlreadyExists, "CODE_EXISTS",
                "The event has this code.", ""},
    RefusalInfo{Refusal::TooManyCodes, kInvalid, "INVALID_FIELD", "The event has too many codes.",
                "codes_max"},
    RefusalInfo{Refusal::TermsInvalid, kInvalid, "INVALID_FIELD", "The terms are not valid.", ""},
};

// What Outcome::when is, of a refusal that has one.
std::string_view timeKeyOf(Refusal refusal) {
    if (refusal == Refusal::SaleNotOpen) return "opens_at";
    const bool until = refusal == Refusal::ReturnNotAllowed ||
                       refusal == Refusal::ExchangeNotAllowed ||
                       refusal == Refusal::TransferNotAllowed || refusal == Refusal::AnswerTooLate;
    return until ? "until" : "expire_time";
}

std::string joinSeats(const std::vector<SeatNo>& seats) {
    std::string out;
    for (std::size_t i = 0; i < std::min(seats.size(), kSeatsNamedMax); ++i) {
        if (i != 0) out += ',';
        out += std::to_string(seats[i].value);
    }
    return out;
}

}  // namespace

Problem invalidField(std::string_view field, std::string_view message, std::string_view limit) {
    Problem problem{kInvalid, "INVALID_FIELD", std::string(message), {}, std::nullopt};
    problem.metadata.emplace_back("field", field);
    if (!limit.empty()) problem.metadata.emplace_back("constraint", limit);
    return problem;
}

Problem notFound(std::string_view what) {
    return Problem{ProblemKind::NotFound, std::string(what), "Not found.", {}, std::nullopt};
}

Problem busy(std::string_view message) {
    return Problem{ProblemKind::ResourceExhausted,
                   "OVERLOADED",
                   std::string(message),
                   {},
                   Duration::ofSeconds(1)};
}

Problem rateLimited(std::string_view message) {
    Problem problem = busy(message);
    problem.reason = "RATE_LIMITED";
    return problem;
}

Problem unavailable(std::string_view message) {
    return Problem{ProblemKind::Unavailable,
                   "OWNER_UNAVAILABLE",
                   std::string(message),
                   {},
                   Duration::ofSeconds(1)};
}

Problem changedMeanwhile() {
    return Problem{ProblemKind::Aborted,
                   "CHANGED_MEANWHILE",
                   "Others changed the event meanwhile: try again.",
                   {},
                   std::nullopt};
}

Problem internalProblem(std::string_view message) {
    return Problem{ProblemKind::Internal, "INTERNAL_FAULT", std::string(message), {}, std::nullopt};
}

Problem problemOf(const engine::Outcome& outcome) {
    const auto found = std::find_if(kRefusals.begin(), kRefusals.end(), [&](const auto& info) {
        return info.refusal == outcome.refusal;
    });
    TESSERA_CHECK(found != kRefusals.end());
    Problem problem{
        found->kind, std::string(found->reason), std::string(found->message), {}, std::nullopt};
    if (!outcome.seats.empty()) problem.metadata.emplace_back("seat_nos", joinSeats(outcome.seats));
    if (!found->limitKey.empty()) {
        problem.metadata.emplace_back(found->limitKey, std::to_string(outcome.limit));
    }
    if (outcome.when.micros != 0 && outcome.when != Instant::never()) {
        problem.metadata.emplace_back(timeKeyOf(outcome.refusal), toRfc3339(outcome.when));
    }
    return problem;
}

const std::vector<ReasonInfo>& allReasons() {
    static const std::vector<ReasonInfo> reasons = [] {
        std::vector<ReasonInfo> out;
        for (const auto& info : kRefusals) out.push_back({info.reason, info.kind, info.message});
        return out;
    }();
    return reasons;
}

}  // namespace tessera::app
