// SPDX-License-Identifier: Apache-2.0
// What each reason of errors.proto claims, as far as it is about requests, sales, codes,
// reservations and orders.
#include <algorithm>
#include <charconv>

#include "tests/simulation/audit/answer_judge.h"

namespace tessera::simulation {
namespace {

using engine::OrderState;
using engine::ReleaseReason;
using engine::ReservationState;

constexpr Duration kAheadMax = Duration::ofSeconds(10);
constexpr Duration kAgeMax = Duration::ofSeconds(30LL * 24 * 3600);
constexpr std::size_t kAllocatedMax = 10000;

Instant stampOf(const Case& c) {
    return {unixMillisOf(c.asked.mutation.request) * 1000};
}

// Another body came with the id. That it is not said to the one that had acted is judged before.
Verdict judgeReused(const Case& c, const app::Problem&) {
    const auto* request = findIn(c.f.requests, c.asked.mutation.request);
    const auto fingerprint = c.asked.mutation.fingerprint;
    return exactIf(request && std::ranges::any_of(request->bodies, [&](const Asked& body) {
                       return body.mutation.fingerprint != fingerprint;
                   }));
}

Verdict judgeAhead(const Case& c, const app::Problem&) {
    return exactIf(stampOf(c) > c.notBefore + kAheadMax);
}

Verdict judgeTooOld(const Case& c, const app::Problem&) {
    return exactIf(stampOf(c) + kAgeMax < c.notAfter + Duration::ofMillis(1));
}

template <class Predicate>
Verdict byTerms(const Case& c, Predicate holds) {
    return exactIf(c.f.terms.any(c.in, holds));
}

// Whether the caller's code opens the presale is not looked at: it only makes it open earlier.
Verdict judgeSaleNotOpen(const Case& c, const app::Problem&) {
    return byTerms(c, [&](const engine::EventTerms& t) {
        return t.sale == engine::SaleState::Draft || c.notBefore < t.opensAt;
    });
}

Verdict judgeSaleClosed(const Case& c, const app::Problem&) {
    return byTerms(c, [&](const engine::EventTerms& t) {
        return t.sale == engine::SaleState::Closed || c.notAfter >= t.closesAt;
    });
}

Verdict judgeChannel(const Case& c, const app::Problem&) {
    const auto* hold = std::get_if<AskHold>(&c.asked.question);
    if (!hold) return Verdict::Untrue;
    const auto bit = static_cast<unsigned>(hold->command.caller.channel);
    return byTerms(c, [&](const engine::EventTerms& t) {
        return (static_cast<unsigned>(t.channels) >> bit & 1U) == 0;
    });
}

Verdict judgeSaleConflict(const Case& c, const app::Problem&) {
    const auto* sale = std::get_if<AskSale>(&c.asked.question);
    if (!sale) return Verdict::Untrue;
    return byTerms(c, [&](const engine::EventTerms& t) {
        const bool priced =
            std::ranges::any_of(t.prices, [](const auto& p) { return p.has_value(); });
        return sale->sale == engine::SaleState::Open ? !priced : t.sale == engine::SaleState::Draft;
    });
}

Verdict judgeCodeUnknown(const Case& c, const app::Problem&) {
    const auto* hold = std::get_if<AskHold>(&c.asked.question);
    const auto* code = codeOf(c);
    return exactIf(hold && !hold->command.code.empty() && (!code || code->made > c.in.from));
}

Verdict judgeCodeNotValid(const Case& c, const app::Problem&) {
    const auto* code = codeOf(c);
    return exactIf(code &&
                   (c.notBefore < code->code.validFrom || c.notAfter >= code->code.validUntil));
}

Verdict judgeCodeUsedUp(const Case& c, const app::Problem&) {
    const auto* code = codeOf(c);
    if (!code || code->code.usesMax == 0) return Verdict::Untrue;
    const bool full = code->uses.any(c.in, [&](std::int32_t n) { return n >= code->code.usesMax; });
    if (full) return Verdict::Exact;
    return code->touched.anyAfter(c.in) ? Verdict::Lenient : Verdict::Untrue;
}

Verdict judgeCodeExists(const Case& c, const app::Problem&) {
    const auto* code = std::get_if<AskCode>(&c.asked.question);
    return exactIf(code && c.f.codeOf.contains(code->code.text));
}

Verdict judgeTooMany(const Case& c, const app::Problem&) {
    const auto* allocation = std::get_if<AskAllocation>(&c.asked.question);
    return exactIf(allocation && allocation->seats.size() > kAllocatedMax);
}

const ReservationFacts* reservationOf(const Case& c) {
    const auto* read = std::get_if<AskReservation>(&c.asked.question);
    const auto* cancel = std::get_if<AskCancel>(&c.asked.question);
    const auto* checkout = std::get_if<AskCheckout>(&c.asked.question);
    if (!read && !cancel && !checkout) return nullptr;
    return findIn(c.f.reservations, read     ? read->reservation
                                    : cancel ? cancel->reservation
                                             : checkout->reservation);
}

const OrderFacts* orderOf(const Case& c) {
    if (const auto* read = std::get_if<AskOrder>(&c.asked.question)) {
        return findIn(c.f.orders, read->order);
    }
    if (const auto* tickets = std::get_if<AskTickets>(&c.asked.question)) {
        return findIn(c.f.orders, tickets->order);
    }
    if (const auto* tender = std::get_if<AskTender>(&c.asked.question)) {
        return findIn(c.f.orders, tender->order);
    }
    if (const auto* back = std::get_if<AskReturn>(&c.asked.question)) {
        return findIn(c.f.orders, back->order);
    }
    if (const auto* settle = std::get_if<AskSettle>(&c.asked.question)) {
        return findIn(c.f.orders, settle->order);
    }
    if (const auto* confirm = std::get_if<AskConfirm>(&c.asked.question)) {
        return findIn(c.f.orders, confirm->order);
    }
    const auto* r = reservationOf(c);
    return r ? findIn(c.f.orders, r->row.order) : nullptr;
}

bool isRead(const Case& c) {
    return std::holds_alternative<AskReservation>(c.asked.question);
}

// Rows are never deleted: what was committed before the question is found.
Verdict judgeNoReservation(const Case& c, const app::Problem&) {
    const auto* r = reservationOf(c);
    return exactIf(!r || r->past.at(c.in.from) == nullptr);
}

Verdict judgeNoOrder(const Case& c, const app::Problem&) {
    const auto* order = orderOf(c);
    return exactIf(!order || order->past.at(c.in.from) == nullptr);
}

// Tokens are not seen; whoever the caller key says made it needs none.
Verdict judgeNotYours(const Case& c, const app::Problem&) {
    const auto* order = orderOf(c);
    const auto* r = order ? findIn(c.f.reservations, order->row.reservation) : reservationOf(c);
    return exactIf(!r || c.asked.caller != r->row.buyer);
}

// It was due when the command came, and what is due is released in the same batch; a release that
// the database refused is put off, and the hold has expired all the same.
Verdict judgeExpired(const Case& c, const app::Problem&) {
    const auto* r = reservationOf(c);
    if (!r || isRead(c)) return Verdict::Untrue;
    if (r->row.reason == ReleaseReason::Expired) return Verdict::Exact;
    const bool due = r->row.state == ReservationState::Held && c.notAfter >= r->row.expiresAt;
    return due ? Verdict::Lenient : Verdict::Untrue;
}

Verdict judgeReleased(const Case& c, const app::Problem&) {
    const auto* r = reservationOf(c);
    return exactIf(r && !isRead(c) && r->row.state == ReservationState::Released &&
                   r->row.reason != ReleaseReason::Expired);
}

Verdict judgeCheckedOut(const Case& c, const app::Problem&) {
    const auto* r = reservationOf(c);
    if (!r || !std::holds_alternative<AskCheckout>(c.asked.question)) return Verdict::Untrue;
    const bool so = r->past.any(c.in, [](const ReservationNow& now) {
        return now.order && now.state != ReservationState::Released;
    });
    // Checked out and released within one batch.
    if (so) return Verdict::Exact;
    const bool inside = r->past.anyStep(c.in, [](const ReservationNow* before, const auto& after) {
        return after.order && (!before || !before->order);
    });
    return inside ? Verdict::Lenient : Verdict::Untrue;
}

// Paid or being settled: anything but what a buyer may still cancel, and what is released. An order
// that is fencing can be cancelled unless it has tickets.
Verdict judgeNotCancellable(const Case& c, const app::Problem&) {
    const auto* order = orderOf(c);
    if (!order || !std::holds_alternative<AskCancel>(c.asked.question)) return Verdict::Untrue;
    const bool so = order->past.any(c.in, [](const OrderNow& now) {
        return now.state != OrderState::Paying && now.state != OrderState::Cancelling &&
               now.state != OrderState::Released;
    });
    if (so) return Verdict::Exact;
    // Inside a batch it may have been on its way through such a state.
    const bool inside =
        order->past.anyStep(c.in, [&](const OrderNow* before, const OrderNow& after) {
            constexpr OrderState kSettled[] = {OrderState::Fencing, OrderState::Allocated,
                                               OrderState::Unpaid, OrderState::Compensating};
            const OrderState from = before ? before->state : OrderState::Paying;
            return std::ranges::any_of(kSettled, [&](OrderState by) {
                if (by == OrderState::Fencing ? c.notAfter < after.payDeadline
                                              : after.state == OrderState::Cancelling) {
                    return false;
                }
                return leadsTo(from, by) && leadsTo(by, after.state);
            });
        });
    return inside ? Verdict::Lenient : Verdict::Untrue;
}

// Every event of a run is there from its beginning.
Verdict judgeNever(const Case&, const app::Problem&) {
    return Verdict::Untrue;
}

// A field's range is the edge's business, not the event's.
Verdict judgeField(const Case&, const app::Problem&) {
    return Verdict::Lenient;
}

constexpr RefusalRule kRules[] = {
    {"ORDER_NOT_PAYABLE", judgeNotPayable},
    {"TENDER_TOO_LARGE", judgeTenderTooLarge},
    {"TENDER_NOT_ALLOWED", judgeTenderNotAllowed},
    {"TOO_MANY_TENDERS", judgeTooManyTenders},
    {"ORDER_NOT_PAID", judgeNotPaid},
    {"PAYMENT_NOT_OPEN", judgeNotOpen},
    {"TICKET_NOT_FOUND", judgeNoTicket},
    {"TICKET_NOT_ACTIVE", judgeTicketNotActive},
    {"RETURN_NOT_ALLOWED", judgeReturnNotAllowed},
    {"REFUND_NOT_FOUND", judgeNoRefund},
    {"REFUND_NOT_OPEN", judgeRefundNotOpen},
    {"REQUEST_ID_REUSED", judgeReused},
    {"REQUEST_ID_AHEAD", judgeAhead},
    {"REQUEST_ID_TOO_OLD", judgeTooOld},
    {"SALE_NOT_OPEN", judgeSaleNotOpen},
    {"SALE_CLOSED", judgeSaleClosed},
    {"CHANNEL_NOT_SOLD", judgeChannel},
    {"SALE_STATE_CONFLICT", judgeSaleConflict},
    {"CODE_UNKNOWN", judgeCodeUnknown},
    {"CODE_NOT_VALID_NOW", judgeCodeNotValid},
    {"CODE_USED_UP", judgeCodeUsedUp},
    {"CODE_EXISTS", judgeCodeExists},
    {"NO_PLACES", judgeSelectionFault},
    {"SEAT_UNKNOWN", judgeSelectionFault},
    {"SEAT_DUPLICATE", judgeSelectionFault},
    {"AREA_UNKNOWN", judgeSelectionFault},
    {"TICKET_TYPE_UNKNOWN", judgeSelectionFault},
    {"CATEGORY_UNKNOWN", judgeSelectionFault},
    {"TICKET_TYPE_NOT_SOLD", judgeSelectionFault},
    {"TOO_MANY_PLACES", judgeTooMany},
    {"ORDER_LIMIT", judgeOrderLimit},
    {"BUYER_LIMIT", judgeBuyerLimit},
    {"SEAT_UNAVAILABLE", judgeSeatUnavailable},
    {"COMPANION_ALONE", judgeCompanionAlone},
    {"ORPHAN_SEAT", judgeOrphanSeat},
    {"NO_SUITABLE_SEATS", judgeNoSuitableSeats},
    {"AREA_FULL", judgeAreaFull},
    {"RESERVATION_NOT_FOUND", judgeNoReservation},
    {"ORDER_NOT_FOUND", judgeNoOrder},
    {"HOLDER_TOKEN_INVALID", judgeNotYours},
    {"RESERVATION_EXPIRED", judgeExpired},
    {"RESERVATION_RELEASED", judgeReleased},
    {"RESERVATION_CHECKED_OUT", judgeCheckedOut},
    {"ORDER_NOT_CANCELLABLE", judgeNotCancellable},
    {"INVALID_FIELD", judgeField},
    {"EVENT_NOT_FOUND", judgeNever},
    {"INTERNAL_FAULT", judgeNever},
    // Those say nothing about seats and leave at once (DESIGN 2), or that nothing was done.
    {"OVERLOADED"},
    {"RATE_LIMITED"},
    {"OWNER_UNAVAILABLE"},
    {"SHUTTING_DOWN"},
    {"DEADLINE_PASSED"},
    {"CHANGED_MEANWHILE"},
    {"COMMAND_SET_ASIDE"},
    {"HOLDER_TOKEN_MISSING"},
    {"CALLER_KEY_MISSING"},
    {"CREDENTIALS_MISSING"},
    {"CREDENTIALS_INVALID"},
    {"SCOPE_MISSING"},
    {"REQUEST_ID_INVALID"},
    {"INVALID_ID"},
};

}  // namespace

const RefusalRule* refusalRule(std::string_view reason) {
    const auto* found = std::ranges::find(kRules, reason, &RefusalRule::reason);
    return found == std::end(kRules) ? nullptr : found;
}

const CodeFacts* codeOf(const Case& c) {
    const auto* hold = std::get_if<AskHold>(&c.asked.question);
    if (!hold) return nullptr;
    const auto* id = findIn(c.f.codeOf, hold->command.code);
    return id ? findIn(c.f.codes, *id) : nullptr;
}

std::vector<SeatNo> seatsNamed(const app::Problem& problem) {
    std::vector<SeatNo> seats;
    for (const auto& [key, value] : problem.metadata) {
        if (key != "seat_nos") continue;
        const char* at = value.data();
        const char* const end = at + value.size();
        while (at < end) {
            std::int32_t number = 0;
            const auto [next, error] = std::from_chars(at, end, number);
            if (error != std::errc{}) break;
            seats.emplace_back(number);
            at = next < end ? next + 1 : end;
        }
    }
    return seats;
}

}  // namespace tessera::simulation
