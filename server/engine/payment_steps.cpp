// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "server/engine/disruption.h"
#include "server/engine/holds.h"
#include "server/engine/payment_saga.h"
#include "server/engine/views.h"
#include "shared/base/check.h"

namespace tessera::engine {

Duration backOff(std::int32_t failures) {
    if (failures <= 0) return {};
    if (failures > 6) return kBackOffMost;
    return std::min(Duration::ofSeconds(std::int64_t{1} << (failures - 1)), kBackOffMost);
}

Duration jittered(Duration delay, OutboxSeq seq) {
    std::uint64_t x = static_cast<std::uint64_t>(seq.value) * 0x9E3779B97F4A7C15ULL;
    x ^= x >> 32;
    const auto perMille = static_cast<std::int64_t>(800 + x % 401);
    return Duration::ofMicros(delay.micros / 1000 * perMille);
}

void PaymentSaga::queue(Payment& payment, OutboxRow row, Duration delay) {
    TESSERA_CHECK(!payment.call);
    if (payment.ask != Timers::kNone) {
        state_.timers.cancel(std::exchange(payment.ask, Timers::kNone));
    }
    const bool looks =
        row.operation == Operation::Retrieve || row.operation == Operation::RetrieveRefund;
    if (looks && std::exchange(payment.hinted, AttemptId{})) delay = {};
    row.seq = OutboxSeq{state_.nextId()};
    row.order = orderOf(payment).id;
    row.failures = payment.failures;
    row.notBefore = state_.now + jittered(delay, row.seq);
    OpenCall& call = payment.call;
    call.seq = row.seq;
    call.operation = row.operation;
    call.attempt = row.attempt;
    call.refund = row.refund;
    call.notBefore = row.notBefore;
    call.askedAt = state_.now;
    call.payload = row.payload;
    call.due =
        state_.outboxDue.start({row.notBefore, row.seq.value, payment.order, TimerKind::OutboxDue});
    changes_.outbox.push_back(std::move(row));
}

void PaymentSaga::call(Payment& payment, Part& part, Operation operation, Duration delay,
                       std::string payload) {
    OutboxRow row;
    row.attempt = part.attempt.id;
    row.operation = operation;
    row.attemptTry = part.attempt.attemptTry;
    if (operation == Operation::Create && part.attempt.createTry > 0) {
        row.attemptTry = part.attempt.createTry;
    }
    row.amount = part.attempt.amount;
    row.provider = part.provider;
    row.payload = std::move(payload);
    // Which reader is to stop waiting for a card.
    const bool atReader = operation == Operation::Cancel && part.kind == TenderKind::Reader;
    if (atReader) row.payload = part.reference;
    if (operation != Operation::Create) row.objectId = part.attempt.objectId;
    queue(payment, std::move(row), delay);
}

// The failures that count are those of one attempt.
void PaymentSaga::callFirst(Payment& payment, Part& part, Operation operation) {
    if (part.attempt.id != about_) payment.failures = 0;
    const bool named = part.kind == TenderKind::GiftCard || part.kind == TenderKind::Reader;
    const bool tells = operation == Operation::Create && named;
    call(payment, part, operation, {}, tells ? part.reference : "");
}

// No delay passes the time until which the provider lets it be captured; after that the object is
// looked at.
void PaymentSaga::capture(Payment& payment, Part& part, Duration delay) {
    const Instant before = part.attempt.captureBefore;
    if (before <= state_.now) return call(payment, part, Operation::Retrieve, delay);
    // A delay grows by a fifth at most.
    const Duration most = Duration::ofMicros((before - state_.now).micros / 2);
    call(payment, part, Operation::Capture, std::min(delay, most));
}

OpenCall PaymentSaga::closeCall(Payment& payment) {
    changes_.outboxClosed.push_back(payment.call.seq);
    state_.outboxDue.cancel(payment.call.due);
    return std::exchange(payment.call, OpenCall{});
}

void PaymentSaga::lookAgain(Payment& payment, Part& part) {
    ++payment.failures;
    Duration delay = backOff(payment.failures);
    const Instant before = part.attempt.captureBefore;
    if (part.attempt.isAuthorized() && before > state_.now) {
        delay = std::min(delay, Duration::ofMicros((before - state_.now).micros / 2));
    }
    call(payment, part, Operation::Retrieve, delay);
}

// The buyer's turn: nothing is asked for kAskEvery, unless a hint came meanwhile.
void PaymentSaga::idle(Payment& payment) {
    payment.failures = 0;
    if (payment.hinted) {
        Part* part = payment.find(payment.hinted);
        if (part == nullptr || part->attempt.isFinal()) part = payment.current();
        if (part != nullptr && !part->ofHouse()) {
            return call(payment, *part, Operation::Retrieve, {});
        }
        payment.hinted = AttemptId{};
    }
    if (payment.open() == nullptr) return;  // The rest is asked for by the next tender.
    payment.ask = state_.timers.start(
        {state_.now + kAskEvery, orderOf(payment).id.value, payment.order, TimerKind::AskProvider});
}

void PaymentSaga::stopTimers(Payment& payment) {
    for (Timers::Handle* timer : {&payment.deadline, &payment.ask}) {
        if (*timer != Timers::kNone) state_.timers.cancel(std::exchange(*timer, Timers::kNone));
    }
}

void PaymentSaga::startDeadline(Payment& payment, Instant at) {
    Order& order = orderOf(payment);
    order.payDeadline = at;
    payment.deadline =
        state_.timers.start({at, order.id.value, payment.order, TimerKind::OrderDeadline});
}

void PaymentSaga::move(Order& order, OrderState to, const std::string& evidence) {
    OrderUpdate update{order.id, order.state, to, order.payDeadline, evidence, order.version, 0};
    order.state = to;
    // Two steps of one command are one update.
    if (!changes_.orderUpdates.empty() && changes_.orderUpdates.back().id == order.id) {
        update.from = changes_.orderUpdates.back().from;
        update.acceptedMove = changes_.orderUpdates.back().acceptedMove;
        if (update.evidence.empty()) update.evidence = changes_.orderUpdates.back().evidence;
        changes_.orderUpdates.back() = std::move(update);
    } else {
        changes_.orderUpdates.push_back(std::move(update));
    }
}

void PaymentSaga::writeAttempt(const Payment& payment, Part& part, AttemptState from) {
    Attempt& attempt = part.attempt;
    attempt.writtenTry = attempt.attemptTry;
    changes_.attemptUpdates.push_back(
        {attempt.id, orderOf(payment).id, from, attempt.state, attempt.objectId,
         attempt.clientSecret, attempt.authorized, attempt.captured, attempt.refunded,
         attempt.evidence, attempt.captureBefore, attempt.attemptTry, attempt.cardLast4});
}

void PaymentSaga::writeTickets(Order& order, TicketState ticketState) {
    Reservation& reservation = state_.reservations.at(order.reservation);
    const auto shares = sharesOf(quoteOf(state_, reservation), reservation.places);
    std::size_t i = 0;
    const auto write = [&](std::optional<SeatNo> seat, std::optional<AreaNo> area,
                           TicketTypeNo type) {
        const TicketId id{state_.nextId()};
        if (i == 0) order.firstTicket = id;
        TESSERA_CHECK(id.value == order.firstTicket.value + static_cast<std::int64_t>(i));
        changes_.tickets.push_back({id, order.id, seat, area, type, ticketState, shares[i++], {}});
    };
    for (const SeatPick& pick : seatsOf(state_, reservation)) {
        write(pick.seat, std::nullopt, pick.type);
    }
    for (const AreaPlaces& line : state_.reservations.linesOf(reservation)) {
        for (std::int32_t n = 0; n < line.count; ++n) write(std::nullopt, line.area, line.type);
    }
    order.tickets = reservation.places;
    sellReservation(state_, order.reservation, order.firstTicket, changes_);
}

void PaymentSaga::moveTickets(const Order& order, TicketState from, TicketState to) {
    for (std::int64_t i = 0; i < order.tickets; ++i) {
        changes_.ticketUpdates.push_back({TicketId{order.firstTicket.value + i}, from, to, {}});
    }
}

// The seats are the order's for good. Where the money is captured already, paid in the same step:
// only then are tickets void that it is paid with, so that at every instant one set of them admits.
// REQUIRES: covered, and no call is under way.
void PaymentSaga::allocate(Payment& payment) {
    Order& order = orderOf(payment);
    stopTimers(payment);
    const bool captured =
        std::none_of(payment.parts.begin(), payment.parts.end(), [](const Part& part) {
            return part.covers() && part.attempt.isAuthorized() && !part.ofHouse();
        });
    captureHouse(payment, captured);
    if (captured) takeExchanged(payment);
    if (!order.firstTicket) {
        writeTickets(order, captured ? TicketState::Active : TicketState::Inactive);
    } else if (captured) {
        moveTickets(order, TicketState::Inactive, TicketState::Active);
    }
    if (captured) {
        move(order, OrderState::Paid, {});
        return clearNext(payment);
    }
    move(order, OrderState::Allocated, {});
    payment.failures = 0;
    payment.hinted = AttemptId{};
    payment.refusals = 0;
    captureNext(payment);
}

// The capture was refused for good and the object is over: the buyer is asked again for what is
// missing. What was captured or authorized by other tenders stays.
void PaymentSaga::becomeUnpaid(Payment& payment, Part& part) {
    Order& order = orderOf(payment);
    const Reservation& reservation = state_.reservations.at(order.reservation);
    // Of a cancelled event nobody is asked to pay again.
    const Duration within = isCancelled(state_)
                                ? Duration{}
                                : state_.terms.version(reservation.termsVersion).unpaidWithin;
    startDeadline(payment, state_.now + within);
    move(order, OrderState::Unpaid, {});
    payment.failedInRow = 0;
    attemptEnded(payment, part);
}

// At the deadline; or before it where the amount is wrong, and then that is the deadline.
void PaymentSaga::fence(Payment& payment) {
    stopTimers(payment);
    for (Part& part : payment.parts) {
        std::string().swap(part.attempt.clientSecret);
        part.attempt.looked = false;
    }
    Order& order = orderOf(payment);
    order.payDeadline = std::min(order.payDeadline, state_.now);
    move(order, OrderState::Fencing, {});
}

// Money was taken that buys nothing: back with it until that is confirmed.
void PaymentSaga::compensate(Payment& payment) {
    stopTimers(payment);
    move(orderOf(payment), OrderState::Compensating, {});
    payment.failures = 0;
    payment.refusals = 0;
    clearNext(payment);
}

// What the provider said, and when.
std::string PaymentSaga::evidenceOf(const Payment& payment) const {
    return toRfc3339(state_.now) + " " + payment.evidence;
}

// The order's money is at rest; of a Manual one until somebody has cleared it up.
void PaymentSaga::rest(Payment& payment, OrderState to, const std::string& evidence) {
    TESSERA_CHECK(!payment.call);
    const Slot slot = payment.order;
    Order& order = state_.orders.at(slot);
    stopTimers(payment);
    ++order.version;
    move(order, to, evidence);
    book(payment);
    state_.orders.dropPayment(slot);
    if (order.reservation != kNoSlot) return;
    state_.reservations.noteReleased(order.id, order.state, order.version);
    state_.orders.noteRested(order.id, order.version, state_.now);
    state_.orders.remove(slot);
}

void PaymentSaga::release(Payment& payment, ReleaseReason reason) {
    for (const Part& part : payment.parts) {
        TESSERA_CHECK(!part.exists() || part.attempt.isFinal());
    }
    const Order& order = orderOf(payment);
    const Slot reservation = order.reservation;
    if (reservation != kNoSlot && order.firstTicket) {
        moveTickets(order, TicketState::Inactive, TicketState::Void);
    }
    rest(payment, OrderState::Released, evidenceOf(payment));
    if (reservation != kNoSlot) releaseReservation(state_, reservation, reason, changes_);
}

// What was learned is booked as the order stands now, and a key that was spent is written where no
// call keeps it.
void PaymentSaga::finish(Slot order) {
    Payment* payment = state_.orders.paymentOf(state_.orders.at(order));
    if (payment == nullptr) return;
    book(*payment);
    for (Part& part : payment->parts) {
        const Attempt& attempt = part.attempt;
        if (!part.exists() || attempt.isFinal() || attempt.attemptTry == attempt.writtenTry) {
            continue;
        }
        const OpenCall& call = payment->call;
        const bool keeps = call && call.attempt == attempt.id && !call.refund;
        if (keeps && attempt.createTry == 0) continue;
        writeAttempt(*payment, part, attempt.state);
    }
}

}  // namespace tessera::engine
