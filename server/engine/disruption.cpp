// SPDX-License-Identifier: Apache-2.0
#include "server/engine/disruption.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <utility>

#include "server/engine/payment_commands.h"
#include "server/engine/payment_saga.h"
#include "server/engine/refused.h"
#include "server/engine/staff_commands.h"

namespace tessera::engine {
namespace {

Outcome changed(const EngineState& state) {
    Outcome outcome;
    outcome.target = state.terms.current().disruption.number;
    outcome.hadEffect = true;
    return outcome;
}

// It has tickets now, or will have them, or nothing.
bool goesOn(const Order& order) {
    return order.reservation != kNoSlot && order.state != OrderState::Compensating &&
           order.state != OrderState::Manual;
}

// The next disruption of the event, for the orders that have tickets now.
Disruption begun(const EngineState& state, DisruptionKind kind, std::string note) {
    Disruption out;
    out.kind = kind;
    out.number = state.terms.current().disruption.number + 1;
    out.at = state.now;
    out.note = std::move(note);
    state.orders.forEach([&](Slot, const Order& order) {
        if (goesOn(order) && order.firstTicket) ++out.orders;
    });
    return out;
}

void bringForward(EngineState& state, Timers::Handle& handle) {
    Timer timer = state.timers.at(handle);
    timer.at = state.now;
    state.timers.cancel(handle);
    handle = state.timers.start(timer);
}

// What is held and what can be paid is due now, as its end is for everybody else: a batch takes as
// much of it as it can, and what the database refuses is put off by itself. What was put off
// before stays so.
void endNow(EngineState& state) {
    std::vector<Slot> held;
    state.reservations.forEach([&](Slot slot, const Reservation& reservation) {
        const bool waits =
            reservation.state == ReservationState::Held && reservation.expiresAt > state.now;
        if (waits) held.push_back(slot);
    });
    for (const Slot slot : held) bringForward(state, state.reservations.at(slot).expiry);
    std::vector<Slot> open;
    state.orders.forEach([&](Slot slot, const Order& order) {
        if (isPayable(order.state) && order.payDeadline > state.now) open.push_back(slot);
    });
    for (const Slot slot : open) {
        bringForward(state, state.orders.paymentOf(state.orders.at(slot))->deadline);
    }
}

bool isConcerned(const EngineState& state, const Order& order) {
    const Disruption& now = state.terms.current().disruption;
    if (now.kind != DisruptionKind::Moved) return now.kind == DisruptionKind::Cancelled;
    return order.createdAt < now.at && !hasAccepted(state, order.id);
}

void accept(EngineState& state, const Order& order, Changes& changes) {
    const std::int32_t move = state.terms.current().disruption.number;
    const auto at = std::lower_bound(state.accepted.begin(), state.accepted.end(), order.id);
    state.accepted.insert(at, order.id);
    changes.orderUpdates.push_back(
        {order.id, order.state, order.state, order.payDeadline, {}, order.version, move});
}

// Of the house: it is never waited for.
constexpr std::size_t kProviders = 4;
constexpr ProviderKind kAsked[] = {ProviderKind::Stripe, ProviderKind::Adyen,
                                   ProviderKind::GiftCard};

constexpr std::size_t indexOf(ProviderKind kind) {
    return static_cast<std::size_t>(kind);
}

// How many orders have returned tickets whose money is on its way, by provider.
struct UnderWay {
    std::array<std::size_t, kProviders> asked{};  // It has not taken it yet.
    std::array<std::size_t, kProviders> open{};
    bool any = false;

    std::size_t roomOf(ProviderKind kind) const {
        const std::size_t i = indexOf(kind);
        if (asked[i] >= kReturnsAskedMax || open[i] >= kReturnsOpenMax) return 0;
        return std::min(kReturnsAskedMax - asked[i], kReturnsOpenMax - open[i]);
    }
};

void count(const Payment& payment, UnderWay& sum) {
    std::array<bool, kProviders> asked{};
    std::array<bool, kProviders> open{};
    for (const Refund& refund : payment.refunds) {
        const bool ours = refund.reason == RefundReason::EventCancelled ||
                          refund.reason == RefundReason::EventMoved;
        if (!ours || !isAtProvider(payment, refund)) continue;
        const auto part = std::find_if(
            payment.parts.begin(), payment.parts.end(),
            [&](const Part& each) { return each.exists() && each.attempt.id == refund.attempt; });
        const std::size_t i = indexOf(part->provider);
        open[i] = true;
        asked[i] =
            asked[i] || (refund.state == RefundState::Queued && refund.looks <= kReturnsLooksMax);
    }
    for (const ProviderKind kind : kAsked) {
        sum.asked[indexOf(kind)] += asked[indexOf(kind)];
        sum.open[indexOf(kind)] += open[indexOf(kind)];
        sum.any = sum.any || open[indexOf(kind)];
    }
}

UnderWay underWay(const EngineState& state) {
    UnderWay sum;
    state.orders.forEach([&](Slot, const Order& order) {
        const Payment* payment = state.orders.paymentOf(order);
        if (payment != nullptr && order.state == OrderState::Paid) count(*payment, sum);
    });
    return sum;
}

// The orders whose tickets wait for another order to end: they can be returned after that.
std::set<OrderId> inExchange(const EngineState& state) {
    std::set<OrderId> given;
    state.orders.forEach([&](Slot, const Order& order) {
        const Payment* payment = state.orders.paymentOf(order);
        if (payment != nullptr && payment->exchange) given.insert(payment->exchange.given);
    });
    return given;
}

// What each provider may still be asked for; an order takes of all that it may need.
class Room {
public:
    explicit Room(const EngineState& state) {
        const UnderWay busy = underWay(state);
        for (const ProviderKind kind : kAsked) left_[indexOf(kind)] = busy.roomOf(kind);
    }
    bool has(const Order& order) const {
        return std::all_of(std::begin(kAsked), std::end(kAsked), [&](ProviderKind kind) {
            return !order.hasTenderOf(kind) || left_[indexOf(kind)] > 0;
        });
    }
    bool take(const Order& order) {
        if (!has(order)) return false;
        for (const ProviderKind kind : kAsked) left_[indexOf(kind)] -= order.hasTenderOf(kind);
        return true;
    }

private:
    std::array<std::size_t, kProviders> left_{};
};

}  // namespace

Outcome cancelEvent(EngineState& state, const CancelEvent& command, Changes& changes) {
    if (isCancelled(state)) {
        Outcome before;
        before.target = state.terms.current().disruption.number;
        return before;
    }
    if (!state.terms.hasRoom() || command.note.size() > kNoteMax) {
        return refused(Refusal::TermsInvalid);
    }
    EventTerms terms = state.terms.current();
    terms.sale = SaleState::Cancelled;
    terms.disruption = begun(state, DisruptionKind::Cancelled, command.note);
    putTerms(state, std::move(terms), {}, changes);
    state.accepted.clear();
    endNow(state);
    return changed(state);
}

Outcome moveEvent(EngineState& state, const MoveEvent& command, Changes& changes) {
    if (isCancelled(state)) return refused(Refusal::EventCancelled);
    const bool fits = command.answerUntil > state.now && command.note.size() <= kNoteMax;
    if (!fits || !termsFit(state, command.change.terms)) return refused(Refusal::TermsInvalid);
    EventTerms terms = command.change.terms;
    terms.disruption = begun(state, DisruptionKind::Moved, command.note);
    terms.disruption.previousStart = command.previousStart;
    terms.disruption.answerUntil = command.answerUntil;
    terms.disruption.refundUnanswered = command.refundUnanswered;
    putTerms(state, std::move(terms), command.change.document, changes);
    state.accepted.clear();
    return changed(state);
}

Outcome acceptMove(EngineState& state, const AcceptMove& command, Changes& changes) {
    Slot slot = kNoSlot;
    const Refusal refusal = findOrder(state, command.order, command.caller, slot);
    // Who may speak for everybody has found it in the database: it is over and forgotten.
    const bool forgotten = refusal == Refusal::OrderUnknown && command.caller.privileged;
    if (refusal != Refusal::None && !forgotten) return refused(refusal);
    const Disruption& now = state.terms.current().disruption;
    if (isCancelled(state)) return refused(Refusal::EventCancelled);
    if (now.kind != DisruptionKind::Moved) return refused(Refusal::EventNotMoved);
    if (slot == kNoSlot) return refused(Refusal::OrderNotPaid);
    const Order& order = state.orders.at(slot);
    if (order.createdAt >= now.at) return refused(Refusal::EventNotMoved);
    if (order.state != OrderState::Paid) return refused(Refusal::OrderNotPaid);
    Outcome outcome;
    outcome.target = order.id.value;
    if (hasAccepted(state, order.id)) return outcome;
    if (state.now >= now.answerUntil) return refused(Refusal::AnswerTooLate, now.answerUntil);
    accept(state, order, changes);
    outcome.hadEffect = true;
    return outcome;
}

Outcome finishDisruption(EngineState& state, Changes& changes) {
    if (!returnsAreDone(state, state.now) || !state.terms.hasRoom()) return {};
    EventTerms terms = state.terms.current();
    terms.disruption.finishedAt = state.now;
    putTerms(state, std::move(terms), {}, changes);
    return changed(state);
}

Instant endOf(const EngineState& state, Instant deadline) {
    return isCancelled(state) ? std::min(deadline, state.terms.current().disruption.at) : deadline;
}

std::optional<RefundReason> freeReturn(const EngineState& state, const Order& order) {
    if (isCancelled(state)) return RefundReason::EventCancelled;
    const Disruption& now = state.terms.current().disruption;
    if (!isConcerned(state, order) || state.now >= now.answerUntil) return std::nullopt;
    return RefundReason::EventMoved;
}

bool hasAccepted(const EngineState& state, OrderId order) {
    return std::binary_search(state.accepted.begin(), state.accepted.end(), order);
}

void acceptAlso(EngineState& state, OrderId given, const Order& with, Changes& changes) {
    const Disruption& now = state.terms.current().disruption;
    if (now.kind != DisruptionKind::Moved || !hasAccepted(state, given)) return;
    if (isConcerned(state, with)) accept(state, with, changes);
}

Instant returnsDue(const EngineState& state) {
    const Disruption& now = state.terms.current().disruption;
    if (now.finishedAt != Instant{}) return Instant::never();
    if (now.kind == DisruptionKind::Cancelled) return now.at;
    const bool returns = now.kind == DisruptionKind::Moved && now.refundUnanswered;
    return returns ? now.answerUntil : Instant::never();
}

std::vector<OrderId> nextReturns(const EngineState& state, Instant now, std::size_t most,
                                 const std::set<OrderId>& aside) {
    if (returnsDue(state) > std::max(now, state.now)) return {};
    Room room(state);
    const std::set<OrderId> waiting = inExchange(state);
    std::vector<std::pair<OrderId, Slot>> left;
    state.orders.forEach([&](Slot slot, const Order& order) {
        const bool whole = order.state == OrderState::Paid && order.reservation != kNoSlot;
        const bool later = aside.contains(order.id) || waiting.contains(order.id);
        if (whole && !later && room.has(order) && isConcerned(state, order)) {
            left.emplace_back(order.id, slot);
        }
    });
    std::make_heap(left.begin(), left.end(), std::greater{});
    std::vector<OrderId> orders;
    while (!left.empty() && orders.size() < most) {
        std::pop_heap(left.begin(), left.end(), std::greater{});
        const auto [id, slot] = left.back();
        left.pop_back();
        if (room.take(state.orders.at(slot))) orders.push_back(id);
    }
    return orders;
}

bool returnsAreDone(const EngineState& state, Instant now) {
    if (returnsDue(state) > std::max(now, state.now)) return false;
    bool done = true;
    state.orders.forEach([&](Slot, const Order& order) {
        if (goesOn(order) && isConcerned(state, order)) done = false;
    });
    return done && !underWay(state).any;
}

}  // namespace tessera::engine
