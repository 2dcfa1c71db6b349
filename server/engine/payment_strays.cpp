// SPDX-License-Identifier: Apache-2.0
// What nobody asked about any more: money that came late, refunds that failed after they had
// succeeded. An order is taken up again from its record, and let go when its money is at rest.
#include <algorithm>
#include <utility>

#include "server/engine/disruption.h"
#include "server/engine/holds.h"
#include "server/engine/payment_saga.h"
#include "shared/base/check.h"

namespace tessera::engine {
namespace {

bool tellsMoney(const ProviderAnswer& answer) {
    if (answer.kind != AnswerKind::Definitive) return false;
    const bool authorized =
        answer.object == ObjectState::RequiresCapture && answer.authorized.minor > 0;
    return authorized || (answer.object == ObjectState::Succeeded && answer.captured.minor > 0);
}

// Money that the attempt is not known to have.
bool isNews(AttemptState state, Money captured, const ProviderAnswer& answer) {
    if (!tellsMoney(answer)) return false;
    if (answer.captured > captured) return true;
    const bool gone = state == AttemptState::Voided || state == AttemptState::Failed;
    return gone && answer.object == ObjectState::RequiresCapture;
}

// An attempt alone pays for the whole order, and is its tender's latest.
bool paysAlone(const OrderRecord& record, const AttemptRow& attempt, const ProviderAnswer& answer) {
    const bool latest = std::none_of(
        record.attempts.begin(), record.attempts.end(),
        [&](const AttemptRow& row) { return row.tender == attempt.tender && row.id > attempt.id; });
    const Money money = std::max(answer.authorized, answer.captured);
    return latest && record.refunds.empty() && answer.refunded.minor == 0 &&
           attempt.amount >= record.order.total && money >= attempt.amount;
}

// `known`: the refund's object. What an earlier try came to says nothing of a later one.
bool failedLate(const ProviderAnswer& answer, const std::string& known) {
    const bool same =
        known.empty() || answer.refundObjectId.empty() || answer.refundObjectId == known;
    return same && answer.kind == AnswerKind::Definitive && answer.refund == RefundStanding::Failed;
}

std::string objectOf(const OrderRecord& record, RefundId refund) {
    for (const RefundUpdate& fact : record.refundFacts) {
        if (fact.id == refund) return fact.objectId;
    }
    return {};
}

std::int32_t placesOf(const ReservationRow& row) {
    auto places = static_cast<std::int32_t>(row.seats.size());
    for (const AreaPlaces& line : row.areas) places += line.count;
    return places;
}

// True if every place that the order was for is free, and what a hold counts has room.
bool canBeTakenAgain(const EngineState& state, const ReservationRow& row) {
    if (isCancelled(state)) return false;
    const Code* code = nullptr;
    if (row.code) {
        const CodeIndex index = state.codes.find(row.code);
        if (index == kNoCode) return false;
        code = &state.codes.at(index);
        if (code->usesMax > 0 && code->uses >= code->usesMax) return false;
    }
    const AllocationNo unlocks = code == nullptr ? AllocationNo{} : code->unlocks;
    for (const SeatPick& pick : row.seats) {
        if (!state.inventory.layout().contains(pick.seat)) return false;
        const SeatState seat = state.inventory.state(pick.seat);
        const bool unlocked =
            seat.status == SeatStatus::Blocked && unlocks.value != 0 && seat.allocation == unlocks;
        if (seat.status != SeatStatus::Available && !unlocked) return false;
    }
    if (!row.areas.empty() && (!state.inventory.layout().contains(row.areas.front().area) ||
                               state.inventory.areaFree(row.areas.front().area) < placesOf(row))) {
        return false;
    }
    // Its price is that of its terms: old ones go when nobody needs them.
    return state.terms.has(row.termsVersion) && placesOf(row) > 0 &&
           state.reservations.size() < static_cast<std::size_t>(kReservationsMax);
}

}  // namespace

// The order has a payment again. `slot` is none where the order was over: then it comes back
// without its places.
Slot PaymentSaga::takeUp(Slot slot, const OrderRecord& record, OrderState to) {
    if (slot == kNoSlot) {
        Order order;
        order.id = record.order.id;
        order.createdAt = record.order.createdAt;
        order.payDeadline = record.order.payDeadline;
        order.setTender(record.order.tender);
        for (const TenderRow& tender : record.tenders) order.noteProvider(tender.provider);
        order.state = record.order.state;
        order.version = static_cast<std::uint16_t>(record.version);
        slot = state_.orders.add(order);
    }
    addPayment(state_, slot, record);
    Order& order = state_.orders.at(slot);
    ++order.version;
    move(order, to, {});
    return slot;
}

Refusal PaymentSaga::stray(Slot slot, const RecordStray& command, bool& applied) {
    applied = false;
    if (command.answer.kind != AnswerKind::Definitive) return Refusal::None;
    if (Payment* payment = state_.orders.findPayment(command.attempt)) {
        slot = payment->order;
        applied = strayInMemory(*payment, command);
    } else if (command.refund) {
        applied = strayOfRefund(slot, command);
    } else {
        applied = strayOfAttempt(slot, command);
    }
    return Refusal::None;
}

bool PaymentSaga::strayInMemory(Payment& payment, const RecordStray& command) {
    const Slot slot = payment.order;
    const OrderState state = orderOf(payment).state;
    const bool clearing = state == OrderState::Paid || state == OrderState::Compensating;
    if (command.refund) {
        Refund* refund = payment.find(command.refund);
        const bool undone = refund != nullptr && refund->state == RefundState::Succeeded &&
                            failedLate(command.answer, refund->objectId) && clearing;
        if (undone) {
            undoRefund(payment, *refund, command.answer.evidence);
            if (!payment.call) clearNext(payment);
            finish(slot);
            return true;
        }
    } else {
        Part& part = *payment.find(command.attempt);
        const bool late = clearing && part.attempt.isFinal() &&
                          isNews(part.attempt.state, part.attempt.captured, command.answer);
        if (late) {
            part.surplus = true;
            learn(payment, part, Operation::Retrieve, command.answer);
            addRefunds(payment);
            if (!payment.call) clearNext(payment);
            finish(slot);
            return true;
        }
    }
    return askSoon(command.attempt);
}

bool PaymentSaga::strayOfRefund(Slot slot, const RecordStray& command) {
    if (slot != kNoSlot && state_.orders.at(slot).payment != kNoSlot) return false;
    const OrderRecord& record = *command.record;
    const auto row = std::find_if(record.refunds.begin(), record.refunds.end(),
                                  [&](const RefundRow& each) { return each.id == command.refund; });
    const bool undone = row != record.refunds.end() && row->attempt == command.attempt &&
                        row->state == RefundState::Succeeded &&
                        failedLate(command.answer, objectOf(record, row->id));
    if (!undone) return false;
    const bool paid = record.order.state == OrderState::Paid;
    slot = takeUp(slot, record, paid ? OrderState::Paid : OrderState::Compensating);
    Payment& payment = *state_.orders.paymentOf(state_.orders.at(slot));
    if (payment.find(command.attempt) == nullptr) addPart(state_, payment, record, command.attempt);
    undoRefund(payment, *payment.find(command.refund), command.answer.evidence);
    clearNext(payment);
    finish(slot);
    return true;
}

bool PaymentSaga::strayOfAttempt(Slot slot, const RecordStray& command) {
    const OrderRecord& record = *command.record;
    AttemptRow attempt;
    for (const AttemptRow& row : record.attempts) {
        if (row.id == command.attempt) attempt = row;
    }
    Money captured;
    for (const AttemptUpdate& fact : record.attemptFacts) {
        if (fact.id == command.attempt) captured = fact.captured;
    }
    if (!isNews(attempt.state, captured, command.answer)) return false;
    const bool whole = captured.minor == 0 && paysAlone(record, attempt, command.answer);
    if (slot == kNoSlot && record.order.state == OrderState::Released && whole &&
        takeSeatsAgain(record, slot)) {
        Payment& payment = *state_.orders.paymentOf(state_.orders.at(slot));
        Part& part = *payment.find(command.attempt);
        learn(payment, part, Operation::Retrieve, command.answer);
        allocate(payment);
        finish(slot);
        return true;
    }
    // Of an order that is still being paid it waits until that is over: it is told again.
    if (slot != kNoSlot && hasPayment(state_.orders.at(slot).state) &&
        state_.orders.at(slot).state != OrderState::Compensating) {
        return false;
    }
    if (slot == kNoSlot || state_.orders.at(slot).payment == kNoSlot) {
        const bool paid = record.order.state == OrderState::Paid;
        slot = takeUp(slot, record, paid ? OrderState::Paid : OrderState::Compensating);
    }
    Payment& payment = *state_.orders.paymentOf(state_.orders.at(slot));
    if (payment.find(command.attempt) == nullptr) addPart(state_, payment, record, command.attempt);
    Part& part = *payment.find(command.attempt);
    part.surplus = true;
    learn(payment, part, Operation::Retrieve, command.answer);
    addRefunds(payment);
    if (!payment.call) clearNext(payment);
    finish(slot);
    return true;
}

// The same places at the same price, if they are still free. The order is then as one whose
// authorization has just been learned.
bool PaymentSaga::takeSeatsAgain(const OrderRecord& record, Slot& slot) {
    if (!record.reservation || !canBeTakenAgain(state_, *record.reservation)) return false;
    ReservationRow row = *record.reservation;
    state_.reservations.forgetReleased(row.id);
    row.state = ReservationState::Paying;
    row.reason = ReleaseReason::None;
    row.order = record.order.id;
    const Slot reservation = addReservation(state_, row);
    for (const SeatPick& pick : row.seats) state_.inventory.hold(pick.seat, row.id, changes_);
    if (row.seats.empty()) {
        state_.inventory.moveArea(row.areas.front().area, placesOf(row), 0, changes_);
    }
    state_.codes.take(state_.reservations.at(reservation).code, changes_);
    Order order;
    order.id = record.order.id;
    order.createdAt = record.order.createdAt;
    order.payDeadline = record.order.payDeadline;
    order.setTender(record.order.tender);
    for (const TenderRow& tender : record.tenders) order.noteProvider(tender.provider);
    order.state = OrderState::Released;
    order.reservation = reservation;
    order.version = static_cast<std::uint16_t>(record.version + 1);
    slot = state_.orders.add(order);
    state_.reservations.at(reservation).order = slot;
    changes_.reservationUpdates.push_back({row.id, ReservationState::Released,
                                           ReservationState::Paying, row.expiresAt, row.extended,
                                           order.id, ReleaseReason::None});
    addPayment(state_, slot, record);
    return true;
}

}  // namespace tessera::engine
