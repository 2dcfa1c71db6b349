// SPDX-License-Identifier: Apache-2.0
// Section 6 of the design for orders of one card tender.
#include <algorithm>

#include "tests/engine/model/naive_event.h"

namespace tessera::engine {
namespace {

constexpr Duration kPoll = Duration::ofSeconds(10);
constexpr int kRefusedCreatesMax = 3;
constexpr int kCapturesMax = 3;
constexpr int kMissingMax = 3;
constexpr std::size_t kAttemptsMax = 20;

bool buyerMayPay(const NaiveOrder& order) {
    return order.state == OrderState::Paying || order.state == OrderState::Unpaid;
}

// What it says may be older than the deadline: it does not decide what is cancelled.
bool isEarlyLook(const NaiveOrder& order, const NaiveCall& call) {
    return order.state == OrderState::Fencing && call.operation == Operation::Retrieve &&
           call.askedAt < order.payDeadline;
}

}  // namespace

bool NaiveAttempt::isFinal() const {
    return state == AttemptState::Voided || state == AttemptState::Failed ||
           state == AttemptState::Refunded;
}

const NaiveAttempt* NaiveOrder::open() const {
    if (attempts.empty() || attempts.back().isFinal()) return nullptr;
    return &attempts.back();
}

Duration NaiveEvent::backOff(int failures) const {
    std::int64_t seconds = 1;
    for (int i = 1; i < failures; ++i) seconds = std::min<std::int64_t>(40, seconds * 2);
    return Duration::ofSeconds(seconds);
}

const EventTerms& NaiveEvent::termsOf(const NaiveOrder& order) const {
    return terms[static_cast<std::size_t>(reservations.at(order.reservation).terms)];
}

Instant NaiveEvent::pollAt(const NaiveOrder& order) const {
    const NaiveAttempt* open = order.open();
    if (!buyerMayPay(order) || order.call || !open) return Instant::never();
    return order.lastHeard + kPoll;
}

Instant NaiveEvent::nextDue() const {
    Instant next = Instant::never();
    for (const ReservationId id : live) {
        const NaiveReservation& reservation = reservations.at(id);
        if (reservation.state == ReservationState::Held) {
            next = std::min(next, reservation.expiresAt);
            continue;
        }
        const NaiveOrder& order = orders.at(reservation.order);
        if (buyerMayPay(order)) next = std::min({next, order.payDeadline, pollAt(order)});
    }
    return next;
}

Instant NaiveEvent::wakeAt() const {
    Instant next = nextDue();
    for (const ReservationId id : live) {
        const auto order = orders.find(reservations.at(id).order);
        if (order != orders.end() && order->second.call) {
            next = std::min(next, order->second.call->notBefore);
        }
    }
    return next;
}

void NaiveEvent::releaseDue() {
    const std::set<ReservationId> before = live;
    for (const ReservationId id : before) {
        NaiveReservation& reservation = reservations.at(id);
        if (reservation.state == ReservationState::Held) {
            if (isDue(reservation.expiresAt)) release(reservation, ReleaseReason::Expired);
            continue;
        }
        NaiveOrder& order = orders.at(reservation.order);
        if (pollAt(order) <= now_) look(order, 0);
        if (buyerMayPay(order) && order.payDeadline <= now_) fence(order);
    }
}

void NaiveEvent::giveBackCode(const NaiveReservation& reservation) {
    if (reservation.code >= 0) --codes[static_cast<std::size_t>(reservation.code)].uses;
}

void NaiveEvent::giveBackSeats(const NaiveReservation& reservation) {
    for (const SeatPick& pick : reservation.seats) {
        NaiveSeat& seat = seats[static_cast<std::size_t>(pick.seat.value)];
        seat.status = SeatStatus::Available;
        seat.reservation = ReservationId{};
    }
}

void NaiveEvent::release(NaiveReservation& reservation, ReleaseReason reason) {
    const auto order = orders.find(reservation.order);
    const bool sold = order != orders.end() && order->second.tickets > 0;
    for (const AreaPlaces& line : reservation.areas) {
        auto& area = areas[static_cast<std::size_t>(line.area.value)];
        (sold ? area.sold : area.held) -= line.count;
    }
    giveBackSeats(reservation);
    giveBackCode(reservation);
    reservation.state = ReservationState::Released;
    reservation.reason = reason;
    live.erase(reservation.id);
}

void NaiveEvent::releaseOrder(NaiveOrder& order, ReleaseReason reason) {
    release(reservations.at(order.reservation), reason);
    order.state = OrderState::Released;
    order.ticketState = TicketState::Void;
}

void NaiveEvent::fence(NaiveOrder& order) {
    order.state = OrderState::Fencing;
    if (order.call) return;
    if (order.open()) {
        look(order, 0);
    } else {
        releaseOrder(order, ReleaseReason::PaymentFailed);
    }
}

void NaiveEvent::openAttempt(NaiveOrder& order, Instant notBefore, int failures) {
    if (order.attempts.size() >= kAttemptsMax) return;
    order.attempts.emplace_back();
    order.hinted = false;
    call(order, Operation::Create, failures, false);
    order.call->notBefore = notBefore;
}

void NaiveEvent::call(NaiveOrder& order, Operation operation, int failures, bool later) {
    NaiveAttempt& attempt = order.latest();
    NaiveCall made;
    made.operation = operation;
    made.failures = failures;
    made.askedAt = now_;
    made.notBefore = later ? now_ + backOff(failures) : now_;
    made.amount =
        operation == Operation::Refund ? attempt.captured - attempt.refunded : order.total;
    order.call = made;
}

Outcome NaiveEvent::hint(const HintProvider& command) {
    for (const ReservationId id : live) {
        const auto found = orders.find(reservations.at(id).order);
        if (found == orders.end()) continue;
        NaiveOrder& order = found->second;
        const bool over = order.state == OrderState::Paid || order.state == OrderState::Manual;
        if (over || order.latest().id != command.attempt) continue;
        Outcome outcome;
        // There is nothing to ask any more; of money that goes back who was told asks itself.
        if (!order.open() && order.state == OrderState::Compensating) break;
        if (!order.open()) return outcome;
        // Only a look changes something: that there was a hint is forgotten by a take-over.
        const bool early = order.call && order.call->operation == Operation::RetrieveRefund &&
                           order.call->notBefore > now_;
        outcome.hadEffect = !order.call || early;
        if (early) {
            order.call->notBefore = now_;
            order.call->seq = {};  // Another row.
        } else if (order.call) {
            keepHint(order);
        } else {
            look(order, 0);
        }
        return outcome;
    }
    return refusedAs(Refusal::AttemptUnknown);
}

Outcome NaiveEvent::record(const RecordProviderAnswer& command) {
    for (const ReservationId id : live) {
        const auto found = orders.find(reservations.at(id).order);
        if (found == orders.end()) continue;
        NaiveOrder& order = found->second;
        if (!order.call || order.call->seq != command.outbox) continue;
        if (order.latest().id != command.attempt || order.call->operation != command.operation) {
            return refusedAs(Refusal::AttemptUnknown);
        }
        const NaiveCall call = *order.call;
        order.lastCall = call.operation;
        order.call.reset();
        order.lastHeard = now_;
        answered(order, call, command.answer);
        if (order.hinted) lookSoon(order);
        Outcome outcome;
        outcome.hadEffect = true;
        return outcome;
    }
    return {};
}

void NaiveEvent::lookSoon(NaiveOrder& order) {
    if (order.call) {
        const bool looks = order.call->operation == Operation::Retrieve ||
                           order.call->operation == Operation::RetrieveRefund;
        if (!looks) return;
        order.call->notBefore = now_;
    } else if (order.open() && buyerMayPay(order)) {
        look(order, 0);
    }
    order.hinted = false;
}

void NaiveEvent::answered(NaiveOrder& order, const NaiveCall& call, const ProviderAnswer& answer) {
    NaiveAttempt& attempt = order.latest();
    const bool create = call.operation == Operation::Create;
    const bool about = answer.kind == AnswerKind::Definitive || answer.kind == AnswerKind::Refused;
    const bool first = attempt.objectId.empty();
    if (create && first && answer.kind == AnswerKind::Refused &&
        answer.object == ObjectState::None) {
        return createRefused(order);
    }
    const bool other =
        !create && !first && !answer.objectId.empty() && attempt.objectId != answer.objectId;
    const bool nameless = (create || first) && answer.objectId.empty();
    if (order.state == OrderState::Compensating) {
        return refundAnswered(order, call, other ? ProviderAnswer{} : answer);
    }
    if (!about || answer.object == ObjectState::None || other || nameless) {
        const bool gone = call.operation == Operation::Retrieve && !other &&
                          answer.kind == AnswerKind::Definitive;
        if (gone && ++attempt.missing >= kMissingMax && !buyerMayPay(order)) {
            return this->call(order, Operation::Create, 0, false);
        }
        this->call(order, create ? Operation::Create : Operation::Retrieve, call.failures + 1,
                   true);
        return;
    }
    note(order, answer);
    decide(order, call, answer);
}

void NaiveEvent::createRefused(NaiveOrder& order) {
    order.latest().state = AttemptState::Failed;
    if (!buyerMayPay(order)) {
        return releaseOrder(order, order.state == OrderState::Cancelling
                                       ? ReleaseReason::OrderCancelled
                                       : ReleaseReason::PaymentFailed);
    }
    if (++order.refusedCreates >= kRefusedCreatesMax) return;
    openAttempt(order, now_ + backOff(order.refusedCreates), 0);
}

void NaiveEvent::note(NaiveOrder& order, const ProviderAnswer& answer) {
    NaiveAttempt& attempt = order.latest();
    const bool made = order.lastCall == Operation::Create;
    if (attempt.objectId.empty() || made) attempt.objectId = answer.objectId;
    attempt.missing = 0;
    if (!answer.clientSecret.empty()) attempt.clientSecret = answer.clientSecret;
    order.balance += (answer.captured - attempt.captured) - (answer.refunded - attempt.refunded);
    order.refusedCreates = 0;  // They are counted in a row.
    attempt.captured = answer.captured;
    attempt.refunded = answer.refunded;
    switch (answer.object) {
        case ObjectState::RequiresCapture:
            attempt.state = AttemptState::Authorized;
            break;
        case ObjectState::Succeeded:
            attempt.state = answer.refunded >= answer.captured ? AttemptState::Refunded
                                                               : AttemptState::Captured;
            break;
        case ObjectState::Canceled:
            attempt.state = AttemptState::Voided;
            break;
        default:
            attempt.state = AttemptState::Open;
    }
}

void NaiveEvent::decide(NaiveOrder& order, const NaiveCall& call, const ProviderAnswer& answer) {
    const bool refused = answer.kind == AnswerKind::Refused;
    switch (answer.object) {
        case ObjectState::RequiresCapture:
            return decideAuthorized(order, call, answer.authorized >= order.total, refused);
        case ObjectState::Succeeded:
            return decideCaptured(order);
        case ObjectState::Canceled:
            return decideCanceled(order);
        default:
            decideOpen(order, call, answer.object == ObjectState::Processing);
    }
}

void NaiveEvent::decideOpen(NaiveOrder& order, const NaiveCall& call, bool processing) {
    if (buyerMayPay(order)) return;
    if (isEarlyLook(order, call) && !processing) return look(order, 0);
    const bool cancelRefused = call.operation == Operation::Cancel;
    if (processing || cancelRefused) return look(order, call.failures + 1);
    this->call(order, Operation::Cancel, call.failures, false);
}

void NaiveEvent::decideAuthorized(NaiveOrder& order, const NaiveCall& call, bool full,
                                  bool refused) {
    if (order.state == OrderState::Cancelling) {
        if (call.operation == Operation::Cancel) return look(order, call.failures + 1);
        return this->call(order, Operation::Cancel, call.failures, false);
    }
    if (!full) {
        if (isEarlyLook(order, call)) return look(order, 0);
        const bool again = order.state == OrderState::Fencing;
        if (again && call.operation == Operation::Cancel) return look(order, call.failures + 1);
        // From now on: what is seen of the payment after this instant decides.
        order.payDeadline = std::min(order.payDeadline, now_);
        order.state = OrderState::Fencing;
        return this->call(order, Operation::Cancel, call.failures, false);
    }
    if (order.state == OrderState::Allocated) {
        const bool again = refused && call.operation == Operation::Capture;
        if (again && ++order.refusedCaptures >= kCapturesMax) {
            return this->call(order, Operation::Cancel, call.failures, false);
        }
        if (call.operation == Operation::Cancel && order.refusedCaptures >= kCapturesMax) {
            return look(order, call.failures + 1);
        }
        return this->call(order, Operation::Capture, call.failures + again, again);
    }
    allocateOrder(order);
}

void NaiveEvent::decideCaptured(NaiveOrder& order) {
    const NaiveAttempt& attempt = order.latest();
    if (order.state != OrderState::Cancelling && attempt.captured >= order.total) {
        sell(order);
        return pay(order);
    }
    compensate(order);
}

void NaiveEvent::decideCanceled(NaiveOrder& order) {
    switch (order.state) {
        case OrderState::Fencing:
            return releaseOrder(order, ReleaseReason::PaymentFailed);
        case OrderState::Cancelling:
            return releaseOrder(order, ReleaseReason::OrderCancelled);
        case OrderState::Allocated:
            order.state = OrderState::Unpaid;
            order.payDeadline = now_ + termsOf(order).unpaidWithin;
            break;
        default:
            break;
    }
    openAttempt(order, now_, 0);
}

void NaiveEvent::sell(NaiveOrder& order) {
    if (order.tickets > 0) return;
    NaiveReservation& reservation = reservations.at(order.reservation);
    order.tickets = reservation.places();
    reservation.state = ReservationState::Sold;
    for (const SeatPick& pick : reservation.seats) {
        seats[static_cast<std::size_t>(pick.seat.value)].status = SeatStatus::Sold;
    }
    for (const AreaPlaces& line : reservation.areas) {
        auto& area = areas[static_cast<std::size_t>(line.area.value)];
        area.held -= line.count;
        area.sold += line.count;
    }
}

void NaiveEvent::allocateOrder(NaiveOrder& order) {
    sell(order);
    order.state = OrderState::Allocated;
    order.hinted = false;
    order.refusedCaptures = 0;
    call(order, Operation::Capture, 0, false);
}

void NaiveEvent::pay(NaiveOrder& order) {
    order.state = OrderState::Paid;
    order.ticketState = TicketState::Active;
}

void NaiveEvent::compensate(NaiveOrder& order) {
    order.state = OrderState::Compensating;
    askForRefund(order);
}

}  // namespace tessera::engine
