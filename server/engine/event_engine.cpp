// SPDX-License-Identifier: Apache-2.0
#include "server/engine/event_engine.h"

#include <algorithm>
#include <utility>

#include "server/engine/allocations.h"
#include "server/engine/desk_commands.h"
#include "server/engine/disruption.h"
#include "server/engine/engine_state.h"
#include "server/engine/holds.h"
#include "server/engine/payment_commands.h"
#include "server/engine/payment_saga.h"
#include "server/engine/refused.h"
#include "server/engine/reprice.h"
#include "server/engine/staff_commands.h"
#include "server/engine/views.h"
#include "shared/base/check.h"

namespace tessera::engine {
namespace {

// A shorter time than this since the last batch is quiet, not an outage: an owner with holds
// commits at least every second.
constexpr Duration kOutageMin = Duration::ofMillis(1500);

}  // namespace

class EventEngine::Impl {
public:
    explicit Impl(std::unique_ptr<EngineState> loaded) : state(std::move(loaded)) {}

    void release(const Timer& due, Changes& changes);
    std::size_t releaseDue(std::size_t limit, Changes& changes);
    void advance(Instant now) { state->now = std::max(state->now, now); }

    Outcome on(const HoldSeats& command, Changes& changes) {
        return holdSeats(*state, command, changes);
    }
    Outcome on(const ReadReservation& command, Changes& changes);
    Outcome on(const CancelReservation& command, Changes& changes);
    Outcome on(const Checkout& command, Changes& changes);
    Outcome on(const ReadOrder& command, Changes& changes);
    Outcome on(const RecordProviderAnswer& command, Changes& changes);
    Outcome on(const HintProvider& command, Changes& changes);
    Outcome on(const ChangeTerms& command, Changes& changes) {
        return changeTerms(*state, command, changes);
    }
    Outcome on(const SetAllocation& command, Changes& changes) {
        return setAllocation(*state, command, changes);
    }
    Outcome on(const CreateCode& of, Changes& out) { return createCode(*state, of, out); }
    Outcome on(const UpdateCode& of, Changes& out) { return updateCode(*state, of, out); }
    Outcome on(const ReadCode& of, Changes&) { return readCode(*state, of); }

    Outcome on(const AddTender& command, Changes& changes) {
        return addTender(*state, command, changes);
    }
    Outcome on(const ConfirmPayment& command, Changes& changes) {
        return confirmPayment(*state, command, changes);
    }
    Outcome on(const RefundTickets& command, Changes& changes) {
        return refundTickets(*state, command, changes);
    }
    Outcome on(const ExchangeTickets& command, Changes& changes) {
        return exchangeTickets(*state, command, changes);
    }
    Outcome on(const OfferTransfer& command, Changes& changes) {
        return offerTransfer(*state, command, changes);
    }
    Outcome on(const AcceptTransfer& command, Changes& changes) {
        return acceptTransfer(*state, command, changes);
    }
    Outcome on(const CancelTransfer& command, Changes& changes) {
        return cancelTransfer(*state, command, changes);
    }
    Outcome on(const SettleRefund& command, Changes& changes) {
        return settleRefund(*state, command, changes);
    }
    Outcome on(const RecordStray& command, Changes& changes) {
        return recordStray(*state, command, changes);
    }

    Outcome on(const CancelEvent& command, Changes& changes) {
        return cancelEvent(*state, command, changes);
    }
    Outcome on(const MoveEvent& command, Changes& changes) {
        return moveEvent(*state, command, changes);
    }
    Outcome on(const AcceptMove& command, Changes& changes) {
        return acceptMove(*state, command, changes);
    }
    Outcome on(const NoteOrder& command, Changes& changes) {
        return noteOrder(*state, command, changes);
    }
    Outcome on(const HandOutTickets& command, Changes& changes) {
        return handOutTickets(*state, command, changes);
    }
    Outcome on(const NotePrint& command, Changes& changes) {
        return notePrint(*state, command, changes);
    }
    Outcome on(const ErasePerson& of, Changes& out) { return erasePerson(*state, of, out); }
    Outcome on(const ResendMail& of, Changes& out) { return resendMail(*state, of, out); }
    Outcome on(const FinishDisruption& /*command*/, Changes& changes) {
        return finishDisruption(*state, changes);
    }
    Outcome on(const RepriceReservation& command, Changes& changes);
    Outcome on(const ReadSeat& command, Changes&) {
        Outcome outcome;
        if (!state->inventory.layout().contains(command.seat)) {
            outcome.refusal = Refusal::SeatUnknown;
            outcome.seats = {command.seat};
            return outcome;
        }
        outcome.target = command.seat.value;
        outcome.view = seatView(*state, command.seat);
        return outcome;
    }

    std::unique_ptr<EngineState> state;

private:
    Refusal find(ReservationId id, const Caller& caller, Slot& slot) const;
};

void EventEngine::Impl::release(const Timer& due, Changes& changes) {
    switch (due.kind) {
        case TimerKind::HoldExpiry: {
            Reservation& held = state->reservations.at(due.slot);
            held.expiry = Timers::kNone;
            const bool early = endOf(*state, held.expiresAt) < held.expiresAt;
            const auto reason = early ? ReleaseReason::EventCancelled : ReleaseReason::Expired;
            releaseReservation(*state, due.slot, reason, changes);
            return;
        }
        case TimerKind::OrderDeadline:
            PaymentSaga(*state, changes).deadlineReached(due.slot);
            return;
        case TimerKind::AskProvider:
            PaymentSaga(*state, changes).askProvider(due.slot);
            return;
        case TimerKind::AllocationRelease:
            return releaseSeats(*state, due, changes);
        case TimerKind::OutboxDue:
            TESSERA_CHECK(false);
    }
}

std::size_t EventEngine::Impl::releaseDue(std::size_t limit, Changes& changes) {
    std::size_t done = 0;
    while (done < limit && state->timers.hasDue(state->now)) {
        release(state->timers.takeFirst(), changes);
        ++done;
    }
    return done;
}

Refusal EventEngine::Impl::find(ReservationId id, const Caller& caller, Slot& slot) const {
    slot = state->reservations.find(id);
    if (slot != kNoSlot) {
        const CallerHash& buyer = state->buyers.hashOf(state->reservations.at(slot).buyer);
        return caller.mayTouch(buyer) ? Refusal::None : Refusal::NotYours;
    }
    const ReleasedReservation* released = state->reservations.findReleased(id);
    if (released == nullptr) return Refusal::ReservationUnknown;
    if (!caller.mayTouch(released->buyer)) return Refusal::NotYours;
    return released->reason == ReleaseReason::Expired ? Refusal::ReservationExpired
                                                      : Refusal::ReservationReleased;
}

Outcome EventEngine::Impl::on(const ReadReservation& command, Changes&) {
    Slot slot = kNoSlot;
    const Refusal refusal = find(command.reservation, command.caller, slot);
    if (refusal != Refusal::None) return refused(refusal);
    Outcome outcome;
    outcome.target = command.reservation.value;
    outcome.view = reservationView(*state, slot);
    return outcome;
}

Outcome EventEngine::Impl::on(const CancelReservation& command, Changes& changes) {
    Slot slot = kNoSlot;
    Refusal refusal = find(command.reservation, command.caller, slot);
    if (refusal != Refusal::None) return refused(refusal);
    Outcome outcome;
    outcome.target = command.reservation.value;
    ReservationView view = reservationView(*state, slot);
    const Slot order = state->reservations.at(slot).order;
    if (order == kNoSlot) {
        releaseReservation(*state, slot, ReleaseReason::CancelledByBuyer, changes);
        outcome.hadEffect = true;
    } else {
        refusal = PaymentSaga(*state, changes).cancel(order, outcome.hadEffect);
        if (refusal != Refusal::None) return refused(refusal);
    }
    // What it became: an order without a live attempt is released at once.
    if (state->reservations.find(command.reservation) == kNoSlot) {
        view.state = ReservationState::Released;
        view.reason = state->reservations.findReleased(command.reservation)->reason;
    }
    outcome.view = std::move(view);
    return outcome;
}

Outcome EventEngine::Impl::on(const Checkout& command, Changes& changes) {
    Slot slot = kNoSlot;
    const Refusal refusal = find(command.reservation, command.caller, slot);
    const bool over =
        refusal == Refusal::ReservationExpired || refusal == Refusal::ReservationReleased;
    if (over && isCancelled(*state)) return refused(Refusal::EventCancelled);
    if (refusal != Refusal::None) return refused(refusal);
    const Reservation& reservation = state->reservations.at(slot);
    const bool held = reservation.state == ReservationState::Held;
    // Where it is held still its release was put off: its seats are for sale to nobody.
    if (held && isCancelled(*state)) return refused(Refusal::EventCancelled);
    if (held && reservation.expiresAt <= state->now) {
        return refused(Refusal::ReservationExpired, reservation.expiresAt);
    }
    Outcome outcome;
    Slot order = reservation.order;
    if (order != kNoSlot) {
        outcome.refusal = Refusal::ReservationCheckedOut;
    } else {
        const Refusal unfit =
            reservation.total.minor == 0
                ? Refusal::None
                : PaymentSaga::judgeTender(command.tender, command.caller, reservation.total);
        if (unfit != Refusal::None) {
            outcome.refusal = unfit;
            outcome.limit = unfit == Refusal::ApprovalTooSmall
                                ? PaymentSaga::amountOf(command.tender, reservation.total).minor
                                : reservation.total.minor;  // Of TenderTooLarge.
            return outcome;
        }
        order = PaymentSaga(*state, changes).checkout(slot, command);
        outcome.hadEffect = true;
    }
    outcome.target = state->orders.at(order).id.value;
    outcome.view = orderView(*state, order);
    return outcome;
}

Outcome EventEngine::Impl::on(const RepriceReservation& command, Changes& changes) {
    Slot slot = kNoSlot;
    const Refusal refusal = find(command.reservation, command.caller, slot);
    if (refusal != Refusal::None) return refused(refusal);
    if (!command.caller.isStaff()) return refused(Refusal::NotYours);
    const Reservation& reservation = state->reservations.at(slot);
    if (reservation.order != kNoSlot) return refused(Refusal::ReservationCheckedOut);
    // Where it is held still its release was put off.
    if (reservation.expiresAt <= state->now) {
        return refused(Refusal::ReservationExpired, reservation.expiresAt);
    }
    if (isCancelled(*state)) return refused(Refusal::EventCancelled);
    return repriceReservation(*state, slot, command, changes);
}

Outcome EventEngine::Impl::on(const ReadOrder& command, Changes&) {
    const Slot slot = state->orders.find(command.order);
    if (slot == kNoSlot || state->orders.at(slot).reservation == kNoSlot) {
        return readEndedOrder(*state, command);
    }
    const Reservation& reservation = state->reservations.at(state->orders.at(slot).reservation);
    if (!command.caller.mayTouch(state->buyers.hashOf(reservation.buyer))) {
        return refused(Refusal::NotYours);
    }
    Outcome outcome;
    outcome.target = command.order.value;
    outcome.view = orderView(*state, slot);
    return outcome;
}

Outcome EventEngine::Impl::on(const RecordProviderAnswer& command, Changes& changes) {
    Outcome outcome;
    outcome.refusal = PaymentSaga(*state, changes).record(command, outcome.hadEffect);
    return outcome;
}

Outcome EventEngine::Impl::on(const HintProvider& command, Changes& changes) {
    Outcome outcome;
    outcome.refusal = PaymentSaga(*state, changes).hint(command.attempt, outcome.hadEffect);
    return outcome;
}

EventEngine::EventEngine(std::shared_ptr<const Layout> layout, LoadedEvent loaded)
    : impl_(std::make_unique<Impl>(loadState(std::move(layout), std::move(loaded)))) {}
EventEngine::~EventEngine() = default;
EventEngine::EventEngine(EventEngine&&) noexcept = default;
EventEngine& EventEngine::operator=(EventEngine&&) noexcept = default;

EventEngine EventEngine::fresh(EventId event, std::shared_ptr<const Layout> layout,
                               EventTerms terms) {
    LoadedEvent loaded;
    loaded.event = event;
    loaded.terms.push_back(std::move(terms));
    loaded.seats.resize(static_cast<std::size_t>(layout->seatCount()));
    loaded.areas.resize(layout->areas().size());
    return EventEngine(std::move(layout), std::move(loaded));
}

void EventEngine::resume(Instant now, Changes& changes) {
    const Instant last = impl_->state->now;
    impl_->advance(now);
    const Duration outage = impl_->state->now - last;
    if (last == Instant{} || outage < kOutageMin || isCancelled(*impl_->state)) return;
    extendHolds(*impl_->state, outage, changes);
}

Outcome EventEngine::apply(const Command& command, Instant now, Changes& changes) {
    impl_->advance(now);
    impl_->releaseDue(SIZE_MAX, changes);
    return std::visit([&](const auto& one) { return impl_->on(one, changes); }, command);
}

std::size_t EventEngine::releaseDue(Instant now, std::size_t limit, Changes& changes) {
    impl_->advance(now);
    return impl_->releaseDue(limit, changes);
}

bool EventEngine::hasDue(Instant now) const {
    return impl_->state->timers.hasDue(std::max(now, impl_->state->now));
}

DueThing EventEngine::firstDue(Instant now) const {
    TESSERA_CHECK(hasDue(now));
    const Timer& first = impl_->state->timers.peekFirst();
    return {first.kind, first.id};
}

bool EventEngine::postpone(const DueThing& due, Instant now, Instant until) {
    Timers& timers = impl_->state->timers;
    const Timers::Handle handle = timers.find(due.kind, due.id);
    if (handle == Timers::kNone || timers.at(handle).at > now) return false;
    timers.postpone(handle, until);
    return true;
}

Instant EventEngine::nextDue() const {
    return impl_->state->timers.first();
}
bool EventEngine::keepsTime() const {
    return impl_->state->timers.size() > impl_->state->releases.size();
}
Instant EventEngine::wakeAt() const {
    return std::min({impl_->state->timers.first(), impl_->state->outboxDue.first(), returnsDue()});
}
Instant EventEngine::returnsDue() const {
    return engine::returnsDue(*impl_->state);
}

std::vector<OrderId> EventEngine::nextReturns(Instant now, std::size_t most,
                                              const std::set<OrderId>& aside) const {
    return engine::nextReturns(*impl_->state, now, most, aside);
}

bool EventEngine::returnsAreDone(Instant now) const {
    return engine::returnsAreDone(*impl_->state, now);
}

std::span<const std::uint8_t> EventEngine::seatMap() const {
    return impl_->state->inventory.map();
}

std::int32_t EventEngine::areaFree(AreaNo area) const {
    TESSERA_CHECK(layout().contains(area));
    return impl_->state->inventory.areaFree(area);
}

SeatState EventEngine::seatState(SeatNo seat) const {
    TESSERA_CHECK(layout().contains(seat));
    return impl_->state->inventory.state(seat);
}

const Layout& EventEngine::layout() const {
    return impl_->state->inventory.layout();
}
const EventTerms& EventEngine::terms() const {
    return impl_->state->terms.current();
}
std::uint64_t EventEngine::stateHash() const {
    return hashOf(*impl_->state);
}
void EventEngine::checkInvariants() const {
    checkState(*impl_->state);
}

std::size_t EventEngine::memoryBytes() const {
    const EngineState& state = *impl_->state;
    const Layout& plan = state.inventory.layout();
    const std::size_t layoutBytes = plan.seats().size_bytes() + plan.rows().size_bytes() +
                                    plan.areas().size_bytes() + sizeof(Layout);
    return sizeof(EngineState) + layoutBytes + state.inventory.memoryBytes() +
           state.terms.memoryBytes() + state.codes.memoryBytes() + state.buyers.memoryBytes() +
           state.reservations.memoryBytes() + state.orders.memoryBytes() +
           state.timers.memoryBytes() + state.outboxDue.memoryBytes() +
           state.accepted.capacity() * sizeof(OrderId);
}

}  // namespace tessera::engine
