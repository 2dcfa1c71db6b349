// SPDX-License-Identifier: Apache-2.0
// Tickets that are handed on: by a link that the buyer gives away, and in one step where it is
// used.
#include <algorithm>
#include <functional>
#include <utility>

#include "server/engine/payment_commands.h"
#include "server/engine/payment_saga.h"
#include "server/engine/refused.h"
#include "server/engine/views.h"
#include "shared/base/check.h"

namespace tessera::engine {
namespace {

// Staff offers tickets at any time: who is to have them has so long, or as long as the event's
// rules leave to everybody.
constexpr Duration kStaffOfferFor = Duration::ofMinutes(14 * 24 * 60);

// What was read of the order before is void.
void raiseVersion(EngineState& state, Slot slot, Changes& changes) {
    Order& order = state.orders.at(slot);
    ++order.version;
    changes.orderUpdates.push_back(
        {order.id, order.state, order.state, order.payDeadline, {}, order.version});
}

Outcome done(const EngineState& state, Slot slot) {
    Outcome outcome;
    outcome.target = state.orders.at(slot).id.value;
    outcome.hadEffect = true;
    outcome.view = orderView(state, slot);
    return outcome;
}

template <class Command>
RefundTickets like(const Command& command, const Caller& caller) {
    RefundTickets out;
    out.order = command.order;
    out.caller = caller;
    out.record = command.record;
    return out;
}

// The tickets that the offer is still open for.
std::vector<TicketRow> offeredBy(const std::vector<TicketRow>& own, std::int64_t transfer) {
    std::vector<TicketRow> offered;
    for (const TicketRow& row : own) {
        const bool open = row.state == TicketState::Active && row.offer.value == transfer;
        if (open && transfer != 0) offered.push_back(row);
    }
    return offered;
}

// Whatever becomes of the exchange, the ticket is not offered again.
void forgetOffer(EngineState& state, const TicketRow& ticket) {
    const Order& taken = state.orders.at(state.orders.find(ticket.exchange));
    for (TicketRow& row : state.orders.paymentOf(taken)->exchange.tickets) {
        if (row.id != ticket.id) continue;
        row.offer = {};
        row.offerUntil = {};
    }
}

// A ticket of the same place, of somebody else.
void reissue(EngineState& state, Slot slot, const TicketRow& old, const AcceptTransfer& command,
             Changes& changes) {
    TicketRow row = old;
    row.id = TicketId{state.nextId()};
    row.offer = {};
    row.offerUntil = {};
    row.transfer = old.offer;
    row.replaces = old.id;
    row.holderName = command.name;
    row.holderEmail = command.email;
    changes.ticketUpdates.push_back({old.id, TicketState::Active, TicketState::Void});
    if (row.seat) {
        state.inventory.reissue(*row.seat, row.id, changes);
    } else {
        state.orders.addReturned(slot, old.id);
        state.orders.addIssued(slot, row.id);
    }
    changes.tickets.push_back(std::move(row));
}

}  // namespace

Outcome offerTransfer(EngineState& state, const OfferTransfer& command, Changes& changes) {
    RefundTickets asked = like(command, command.caller);
    asked.tickets = command.tickets;
    Slot slot = kNoSlot;
    std::vector<TicketRow> own;
    const Outcome found = findToHandOn(state, asked, slot, own);
    if (found.refusal != Refusal::None) return found;
    std::vector<const TicketRow*> chosen;
    const Refusal refusal = selectTickets(own, asked, chosen);
    if (refusal != Refusal::None) return refused(refusal);
    const Instant until = state.terms.current().afterSale.transfersUntil;
    if (!command.caller.isStaff() && state.now >= until) {
        return refused(Refusal::TransferNotAllowed, until);
    }
    const TransferId id{state.nextId()};
    const Instant ownTime = command.caller.isStaff() ? state.now + kStaffOfferFor : Instant{};
    raiseVersion(state, slot, changes);
    for (const TicketRow* row : chosen) {
        changes.ticketUpdates.push_back(
            {row->id, TicketState::Active, TicketState::Active, {}, {}, id, ownTime});
    }
    Outcome outcome;
    outcome.target = id.value;
    outcome.hadEffect = true;
    return outcome;
}

Outcome acceptTransfer(EngineState& state, const AcceptTransfer& command, Changes& changes) {
    const Caller holder{.hash = {}, .channel = Channel::Web, .privileged = true};
    Slot slot = kNoSlot;
    std::vector<TicketRow> own;
    const Outcome found = findToHandOn(state, like(command, holder), slot, own);
    if (found.refusal != Refusal::None) return found;
    const std::vector<TicketRow> offered = offeredBy(own, command.transfer);
    if (offered.empty()) return refused(Refusal::TransferNotOpen);
    if (std::any_of(offered.begin(), offered.end(), std::mem_fn(&TicketRow::isInExchange))) {
        return refused(Refusal::TicketInExchange);
    }
    const Instant until =
        std::max(state.terms.current().afterSale.transfersUntil, offered.front().offerUntil);
    if (state.now >= until) return refused(Refusal::TransferNotAllowed, until);
    raiseVersion(state, slot, changes);
    for (const TicketRow& row : offered) reissue(state, slot, row, command, changes);
    return done(state, slot);
}

Outcome cancelTransfer(EngineState& state, const CancelTransfer& command, Changes& changes) {
    Slot slot = kNoSlot;
    std::vector<TicketRow> own;
    const Outcome found = findTickets(state, like(command, command.caller), slot, own);
    if (found.refusal != Refusal::None) return found;
    const std::vector<TicketRow> offered = offeredBy(own, command.transfer);
    if (offered.empty()) return refused(Refusal::TransferNotOpen);
    raiseVersion(state, slot, changes);
    for (const TicketRow& row : offered) {
        changes.ticketUpdates.push_back(
            {row.id, TicketState::Active, TicketState::Active, {}, row.exchange});
        if (row.isInExchange()) forgetOffer(state, row);
    }
    return done(state, slot);
}

}  // namespace tessera::engine
