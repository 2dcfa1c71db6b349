// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/model/naive_event.h"

#include <algorithm>
#include <utility>

namespace tessera::engine {

Outcome refusedAs(Refusal refusal, std::vector<SeatNo> seats, std::int64_t limit) {
    Outcome outcome;
    outcome.refusal = refusal;
    std::sort(seats.begin(), seats.end());
    outcome.seats = std::move(seats);
    outcome.limit = limit;
    return outcome;
}

int NaiveReservation::places() const {
    int count = static_cast<int>(seats.size());
    for (const AreaPlaces& line : areas) count += line.count;
    return count;
}

SeatStatus NaiveSeat::shown() const {
    if (status != SeatStatus::Available) return status;
    return allocation == AllocationNo{} ? SeatStatus::Available : SeatStatus::Blocked;
}

NaiveEvent::NaiveEvent(const Layout::Parts& givenParts, EventTerms firstTerms)
    : parts(givenParts),
      terms{std::move(firstTerms)},
      seats(givenParts.seats.size()),
      areas(givenParts.areas.size()) {}

Outcome NaiveEvent::apply(const Command& command, Instant now, const NewIds& ids) {
    now_ = std::max(now_, now);
    releaseDue();
    if (const auto* other = std::get_if<RepriceReservation>(&command)) return reprice(*other);
    if (const auto* other = std::get_if<UpdateCode>(&command)) return updateCode(*other);
    if (const auto* other = std::get_if<ReadCode>(&command)) return readCode(*other);
    switch (command.index()) {
        case 0:
            return hold(std::get<HoldSeats>(command), ids);
        case 1:
            return read(std::get<ReadReservation>(command));
        case 2:
            return cancel(std::get<CancelReservation>(command));
        case 3:
            return checkout(std::get<Checkout>(command), ids);
        case 4:
            return readOrder(std::get<ReadOrder>(command));
        case 5:
            return record(std::get<RecordProviderAnswer>(command));
        case 6:
            return hint(std::get<HintProvider>(command));
        case 7:
            return changeTerms(std::get<ChangeTerms>(command));
        case 8:
            return allocate(std::get<SetAllocation>(command));
        default:
            return createCode(std::get<CreateCode>(command));
    }
}

bool NaiveEvent::learn(const Changes& changes) {
    for (const AttemptRow& row : changes.attempts) {
        const auto order = orders.find(row.order);
        if (order == orders.end() || order->second.attempts.empty()) return false;
        if (order->second.latest().id || row.amount != order->second.total) return false;
        order->second.latest().id = row.id;
    }
    for (const OutboxRow& row : changes.outbox) {
        const auto order = orders.find(row.order);
        if (order == orders.end() || !order->second.call || order->second.call->seq) return false;
        NaiveCall& call = *order->second.call;
        const std::int64_t delay = (call.notBefore - now_).micros;
        const std::int64_t waits = (row.notBefore - now_).micros;
        if (waits * 5 < delay * 4 || waits * 5 > delay * 6) return false;
        call.notBefore = row.notBefore;
        call.seq = row.seq;
    }
    if (changes.codes.size() > 1) return false;
    for (const Code& code : changes.codes) {
        if (codes.empty() || codes.back().id || codes.back().text != code.text) return false;
        codes.back().id = code.id;
    }
    return true;
}

Outcome NaiveEvent::hold(const HoldSeats& command, const NewIds& ids) {
    Wanted wanted;
    const int at = command.code.empty() ? -1 : codeNamed(command.code);
    const Code* code = at < 0 ? nullptr : &codes[static_cast<std::size_t>(at)];
    Outcome outcome = judge(command, code, wanted);
    if (outcome.refusal != Refusal::None) return outcome;
    NaiveReservation made;
    made.id = ids.reservation;
    made.buyer = command.caller.hash;
    made.channel = command.caller.channel;
    made.createdAt = now_;
    made.expiresAt = now_ + current().holdFor;
    made.seats = wanted.seats;
    made.areas = wanted.areas;
    made.terms = static_cast<int>(terms.size()) - 1;
    made.code = at;
    std::vector<PricedItem> items;
    for (const SeatPick& pick : made.seats) {
        NaiveSeat& seat = seats[static_cast<std::size_t>(pick.seat.value)];
        seat.status = SeatStatus::Held;
        seat.reservation = made.id;
        items.push_back(
            {parts.seats[static_cast<std::size_t>(pick.seat.value)].category, pick.type});
    }
    for (const AreaPlaces& line : made.areas) {
        areas[static_cast<std::size_t>(line.area.value)].held += line.count;
        for (int i = 0; i < line.count; ++i) {
            items.push_back(
                {parts.areas[static_cast<std::size_t>(line.area.value)].category, line.type});
        }
    }
    made.quote = *quoteFor(current(), items, code);
    if (at >= 0) ++codes[static_cast<std::size_t>(at)].uses;
    outcome.view = viewOf(made);
    outcome.hadEffect = true;
    live.insert(made.id);
    reservations[made.id] = std::move(made);
    return outcome;
}

bool NaiveEvent::mayTouch(const Caller& caller, const NaiveReservation& reservation) const {
    return caller.privileged || caller.hash == reservation.buyer;
}

Outcome NaiveEvent::read(const ReadReservation& command) {
    const auto found = reservations.find(command.reservation);
    if (found == reservations.end()) return refusedAs(Refusal::ReservationUnknown);
    const NaiveReservation& reservation = found->second;
    if (!mayTouch(command.caller, reservation)) return refusedAs(Refusal::NotYours);
    if (reservation.state == ReservationState::Released) {
        return refusedAs(reservation.reason == ReleaseReason::Expired
                             ? Refusal::ReservationExpired
                             : Refusal::ReservationReleased);
    }
    Outcome outcome;
    outcome.view = viewOf(reservation);
    return outcome;
}

Outcome NaiveEvent::cancel(const CancelReservation& command) {
    Outcome outcome = read(ReadReservation{command.reservation, command.caller});
    if (outcome.refusal != Refusal::None) return outcome;
    NaiveReservation& reservation = reservations.at(command.reservation);
    outcome.hadEffect = true;
    if (reservation.state == ReservationState::Held) {
        release(reservation, ReleaseReason::CancelledByBuyer);
    } else {
        NaiveOrder& order = orders.at(reservation.order);
        if (order.state >= OrderState::Allocated || order.tickets > 0) {
            return refusedAs(Refusal::OrderNotCancellable);
        }
        outcome.hadEffect = order.state != OrderState::Cancelling;
        if (outcome.hadEffect) {
            order.state = OrderState::Cancelling;
            if (!order.open()) {
                releaseOrder(order, ReleaseReason::OrderCancelled);
            } else if (!order.call) {
                call(order, Operation::Cancel, 0, false);
            }
        }
    }
    outcome.view = viewOf(reservation);
    return outcome;
}

Outcome NaiveEvent::checkout(const Checkout& command, const NewIds& ids) {
    Outcome outcome = read(ReadReservation{command.reservation, command.caller});
    if (outcome.refusal != Refusal::None) return outcome;
    NaiveReservation& reservation = reservations.at(command.reservation);
    if (reservation.state != ReservationState::Held) {
        outcome = refusedAs(Refusal::ReservationCheckedOut);
        outcome.target = reservation.order.value;
        outcome.view = viewOf(orders.at(reservation.order));
        return outcome;
    }
    NaiveOrder& order = orders[ids.order];
    order.id = ids.order;
    order.reservation = reservation.id;
    order.createdAt = now_;
    order.payDeadline = now_ + terms[static_cast<std::size_t>(reservation.terms)].payWithin;
    order.total = reservation.quote.total;
    reservation.order = order.id;
    reservation.state = ReservationState::Paying;
    if (order.total == Money{}) {
        sell(order);
        pay(order);
    } else {
        openAttempt(order, now_, 0);
    }
    outcome.view = viewOf(order);
    outcome.hadEffect = true;
    return outcome;
}

Outcome NaiveEvent::readOrder(const ReadOrder& command) {
    const auto found = orders.find(command.order);
    if (found == orders.end()) return refusedAs(Refusal::OrderUnknown);
    if (!mayTouch(command.caller, reservations.at(found->second.reservation))) {
        return refusedAs(Refusal::NotYours);
    }
    Outcome outcome;
    outcome.view = viewOf(found->second);
    return outcome;
}

Outcome NaiveEvent::changeTerms(const ChangeTerms& command) {
    const EventTerms& wish = command.terms;
    const auto cells = static_cast<std::size_t>(parts.categories) *
                       static_cast<std::size_t>(std::max<std::int16_t>(wish.ticketTypes, 0));
    const bool whole = wish.ticketTypes >= 1 && wish.ticketTypes <= kTicketTypesMax &&
                       wish.prices.size() == cells && wish.maxPerOrder >= 1 &&
                       wish.maxPerOrder <= kItemsPerOrderMax && wish.maxPerBuyer >= 0 &&
                       wish.fees.size() <= std::size_t{kFeeRulesMax} &&
                       wish.taxes.size() <= std::size_t{kTaxRulesMax} && wish.holdFor.micros > 0 &&
                       wish.payWithin.micros > 0 && wish.opensAt < wish.closesAt &&
                       wish.currency == current().currency;
    if (!whole) return refusedAs(Refusal::TermsInvalid);
    const std::int32_t version = current().version + 1;
    terms.push_back(wish);
    terms.back().version = version;
    Outcome outcome;
    outcome.target = version;
    outcome.hadEffect = true;
    return outcome;
}

Outcome NaiveEvent::allocate(const SetAllocation& command) {
    if (command.seats.empty()) return refusedAs(Refusal::SelectionEmpty);
    std::set<SeatNo> unknown, once, twice, taken;
    for (const SeatNo seat : command.seats) {
        if (seat.value < 0 || seat.value >= static_cast<int>(seats.size())) {
            unknown.insert(seat);
        } else if (seats[static_cast<std::size_t>(seat.value)].status != SeatStatus::Available) {
            taken.insert(seat);
        }
        if (!once.insert(seat).second) twice.insert(seat);
    }
    const auto refuse = [](Refusal refusal, const std::set<SeatNo>& about) {
        return refusedAs(refusal, {about.begin(), about.end()});
    };
    if (!unknown.empty()) return refuse(Refusal::SeatUnknown, unknown);
    if (!twice.empty()) return refuse(Refusal::SeatRepeated, twice);
    if (!taken.empty()) return refuse(Refusal::SeatNotBlockable, taken);
    Outcome outcome;
    for (const SeatNo seat : command.seats) {
        AllocationNo& allocation = seats[static_cast<std::size_t>(seat.value)].allocation;
        if (allocation == command.allocation) continue;
        allocation = command.allocation;
        ++outcome.target;
    }
    outcome.hadEffect = outcome.target > 0;
    return outcome;
}

Outcome NaiveEvent::createCode(const CreateCode& command) {
    if (codeNamed(command.code.text) >= 0) return refusedAs(Refusal::CodeExists);
    if (codes.size() >= std::size_t{kCodesMax}) return refusedAs(Refusal::TooManyCodes);
    codes.push_back(command.code);
    codes.back().id = CodeId{};
    codes.back().uses = 0;
    Outcome outcome;
    outcome.hadEffect = true;
    return outcome;
}

Outcome NaiveEvent::updateCode(const UpdateCode& command) {
    Outcome outcome = readCode(ReadCode{command.code});
    if (outcome.refusal != Refusal::None) return outcome;
    for (Code& code : codes) {
        if (code.id != command.code) continue;
        Code after = code;
        if (command.usesMax) after.usesMax = *command.usesMax;
        if (command.validFrom) after.validFrom = *command.validFrom;
        if (command.validUntil) after.validUntil = *command.validUntil;
        if (after.usesMax < 0 || !(after.validFrom < after.validUntil)) {
            return refusedAs(Refusal::TermsInvalid);
        }
        code = after;
        outcome.view = code;
    }
    outcome.hadEffect = true;
    return outcome;
}

Outcome NaiveEvent::readCode(const ReadCode& command) const {
    for (const Code& code : codes) {
        if (code.id != command.code) continue;
        Outcome outcome;
        outcome.target = code.id.value;
        outcome.view = code;
        return outcome;
    }
    return refusedAs(Refusal::CodeNotFound);
}

int NaiveEvent::codeNamed(const std::string& text) const {
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (codes[i].text == text) return static_cast<int>(i);
    }
    return -1;
}

int NaiveEvent::areaFree(int area) const {
    const auto at = static_cast<std::size_t>(area);
    return parts.areas[at].capacity - areas[at].held - areas[at].sold;
}

ReservationView NaiveEvent::viewOf(const NaiveReservation& reservation) const {
    ReservationView view;
    view.id = reservation.id;
    view.buyer = reservation.buyer;
    view.channel = reservation.channel;
    view.state = reservation.state;
    view.createdAt = reservation.createdAt;
    view.expiresAt = reservation.expiresAt;
    view.seats = reservation.seats;
    view.areas = reservation.areas;
    view.quote = reservation.quote;
    view.currency = terms.front().currency;
    view.order = reservation.order;
    view.reason = reservation.reason;
    return view;
}

OrderView NaiveEvent::viewOf(const NaiveOrder& order) const {
    const NaiveReservation& reservation = reservations.at(order.reservation);
    OrderView view;
    view.id = order.id;
    view.reservation = order.reservation;
    view.buyer = reservation.buyer;
    view.state = order.state;
    view.createdAt = order.createdAt;
    view.payDeadline = order.payDeadline;
    view.total = order.total;
    const NaiveAttempt* open = order.open();
    // Of an order that is over nothing is told that the provider knows better.
    if (open && order.state != OrderState::Paid && order.state != OrderState::Manual) {
        view.attempt = open->id;
        view.attemptState = open->state;
        view.objectId = open->objectId;
        if (order.state == OrderState::Paying || order.state == OrderState::Unpaid) {
            view.clientSecret = open->clientSecret;
        }
    }
    view.seats = reservation.seats;
    view.areas = reservation.areas;
    view.quote = reservation.quote;
    view.currency = terms.front().currency;
    view.tickets.resize(static_cast<std::size_t>(order.tickets));
    return view;
}

}  // namespace tessera::engine
