// SPDX-License-Identifier: Apache-2.0
// Refunds of a batch, and the places of the tickets that went back.
#include <algorithm>

#include "tests/simulation/audit/row_judge.h"

namespace tessera::simulation {
namespace {

using engine::RefundState;

// One that had succeeded may fail later; what staff has to clear up it clears up for good.
bool mayBecome(RefundState from, RefundState to) {
    if (from == to || to == RefundState::Succeeded) return true;
    return from != RefundState::Manual;
}

}  // namespace

void RowJudge::takeRefunds() {
    for (const engine::RefundRow& row : changes_.refunds) {
        auto* order = findIn(f_.orders, row.order);
        const auto* attempt = findIn(f_.attempts, row.attempt);
        RefundFacts fresh;
        fresh.row = row;
        fresh.known.id = row.id;
        const bool fits = order && attempt && attempt->row.order == row.order;
        if (!fits || !f_.refunds.emplace(row.id, std::move(fresh)).second) {
            fault(Check::Rows, say("refund ", row.id, " of attempt ", row.attempt, " of order ",
                                   row.order, " cannot be"));
            continue;
        }
        f_.refunds.at(row.id).past.put(now_, row.state);
        order->refunds.push_back(row.id);
        orders_.insert(row.order);
        if (row.amount < Money{} || row.retained < Money{}) {
            fault(Check::S4, say("refund ", row.id, " is of ", row.amount, ", ", row.retained,
                                 " are retained"));
        }
    }
    for (const engine::RefundUpdate& update : changes_.refundUpdates) updateRefund(update);
}

// What the provider gave back is what a row says: a row that says so is not ahead of it.
void RowJudge::updateRefund(const engine::RefundUpdate& update) {
    auto* refund = findIn(f_.refunds, update.id);
    if (!refund || refund->row.order != update.order) {
        fault(Check::Rows, say("an update of refund ", update.id, " of order ", update.order,
                               ", which is not there"));
        return;
    }
    orders_.insert(update.order);
    if (refund->row.state != update.from || !mayBecome(update.from, update.to)) {
        fault(Check::Rows, say("refund ", update.id, " is in state ", refund->row.state,
                               ", its update goes from ", update.from, " to ", update.to));
    }
    const auto& attempt = f_.attempts.at(refund->row.attempt).row;
    const bool ours = attempt.provider == engine::ProviderKind::House;
    // What staff cleared up by hand the provider knows nothing of.
    const bool byHand = update.from == RefundState::Manual;
    if (update.to == RefundState::Succeeded && !ours && !byHand &&
        refund->everGiven < refund->row.amount) {
        fault(Check::S4, say("refund ", update.id, " of ", refund->row.amount,
                             " is said to be back, the provider gave ", refund->everGiven));
    }
    const auto kind = f_.tenders.at(attempt.tender).kind;
    if (update.to == RefundState::Succeeded && kind == engine::TenderKind::Cash &&
        refund->row.amount > Money{} && !isWritten(kSettle, update.id.value) &&
        !isWritten(kSettle, update.order.value)) {
        fault(Check::S4, say("refund ", update.id, " in cash is said to be handed out by nobody"));
    }
    const bool again = update.from == RefundState::Succeeded && update.to == RefundState::Queued;
    findings_.counters.strays += again;
    refund->row.state = update.to;
    refund->known = update;
    refund->past.put(now_, update.to);
}

// By a refund; of an order that cost nothing by itself.
bool RowJudge::isReturn(const engine::TicketUpdate& update) const {
    const auto* ticket = findIn(f_.tickets, update.id);
    const auto* order = ticket ? findIn(f_.orders, ticket->row.order) : nullptr;
    if (!order || update.to != engine::TicketState::Void) return false;
    const bool free = order->row.total == Money{} && order->row.state == engine::OrderState::Paid;
    return update.refund || free;
}

// In the batch in which a ticket is void its place is free, for others in it too.
void RowJudge::takeReturns() {
    for (const engine::TicketUpdate& update : changes_.ticketUpdates) {
        if (isReturn(update)) giveBackPlace(f_.tickets.at(update.id).row);
    }
}

void RowJudge::giveBackPlace(const engine::TicketRow& ticket) {
    const auto* order = findIn(f_.orders, ticket.order);
    auto* r = order ? findIn(f_.reservations, order->row.reservation) : nullptr;
    if (!r || r->row.state == engine::ReservationState::Released) return;
    reservations_.insert(r->row.id);  // Its seats are looked at.
    ++r->placesReturned;
    auto& places = f_.placesOf[r->row.buyer];
    const auto* before = places.at(now_);
    places.put(now_, (before ? *before : 0) - 1);
    if (ticket.area && f_.layout.contains(*ticket.area)) {
        auto& area = f_.areas[static_cast<std::size_t>(ticket.area->value)];
        --area.soldByRows;
        area.touched.put(now_);
    }
    if (!ticket.seat || !f_.layout.contains(*ticket.seat)) return;
    r->returned.insert(*ticket.seat);
    auto& seat = f_.seats[static_cast<std::size_t>(ticket.seat->value)];
    if (seat.owner == r->row.id) seat.owner = {};
    seat.touched.put(now_);
}

// What is given back was asked for, and is written with its request.
void RowJudge::judgeReturns() {
    for (const engine::RefundRow& row : changes_.refunds) {
        const bool asked = row.reason == engine::RefundReason::Returned ||
                           row.reason == engine::RefundReason::Staff;
        if (row.id != row.group || !asked) continue;
        const std::vector<const Asked*> bodies = bodiesOf(row);
        if (bodies.empty()) {
            fault(Check::S7, say("refund ", row.id, " was made without its request being written"));
            continue;
        }
        // Of several of one order in the batch the one for these tickets.
        const auto meant =
            std::ranges::find_if(bodies, [&](const Asked* body) { return isMeant(row, *body); });
        judgeReturn(row, meant == bodies.end() ? *bodies.front() : **meant);
    }
}

// What was asked with the requests of the batch that may have made it.
std::vector<const Asked*> RowJudge::bodiesOf(const engine::RefundRow& first) const {
    std::vector<const Asked*> bodies;
    for (const engine::RequestRow& row : changes_.requests) {
        const bool its = row.target == first.id.value || row.target == first.order.value;
        const auto* request =
            row.kind == kReturn && its ? findIn(f_.requests, row.request) : nullptr;
        if (!request) continue;
        for (const Asked& each : request->bodies) {
            if (each.mutation.fingerprint == row.fingerprint) bodies.push_back(&each);
        }
    }
    return bodies;
}

std::vector<TicketId> RowJudge::ticketsIn(RefundId group) const {
    std::vector<TicketId> tickets;
    for (const engine::TicketUpdate& update : changes_.ticketUpdates) {
        if (update.refund == group && f_.tickets.contains(update.id)) tickets.push_back(update.id);
    }
    std::ranges::sort(tickets);
    return tickets;
}

bool RowJudge::isMeant(const engine::RefundRow& first, const Asked& body) const {
    const auto* asked = std::get_if<AskReturn>(&body.question);
    if (!asked || asked->order != first.order || asked->reason != first.reason) return false;
    return asked->tickets.empty() ? !hasTicket(f_.orders.at(first.order))
                                  : ticketsIn(first.id) == asked->tickets;
}

// Within the organiser's rules, for the tickets that were meant, and what the rules give.
void RowJudge::judgeReturn(const engine::RefundRow& first, const Asked& body) {
    const auto* asked = std::get_if<AskReturn>(&body.question);
    if (!asked || asked->order != first.order || asked->reason != first.reason) {
        return fault(Check::S3, say("refund ", first.id, " of order ", first.order,
                                    " was made and nobody asked for it"));
    }
    const engine::AfterSale& rules = f_.terms.at(now_)->afterSale;
    const bool byRules = first.reason == engine::RefundReason::Returned;
    ++findings_.counters.returns;
    if (byRules && first.createdAt >= rules.returnsUntil) {
        fault(Check::S5, say("tickets of order ", first.order, " were returned at ",
                             first.createdAt, ", the rules allow it until ", rules.returnsUntil));
    }
    const Rate fee = byRules || asked->keepFee ? rules.returnFee : Rate{};
    Money price;
    Money kept;
    const std::vector<TicketId> tickets = ticketsIn(first.id);
    for (const TicketId id : tickets) {
        const engine::TicketRow& ticket = f_.tickets.at(id).row;
        price += ticket.price;
        kept += share(ticket.price, fee);
    }
    if (!isMeant(first, body)) {
        fault(Check::S3, say("refund ", first.id, " is of ", tickets.size(), " tickets, asked for ",
                             asked->tickets.size(), " of order ", first.order));
    }
    Money back;
    for (const engine::RefundRow& row : changes_.refunds) {
        if (row.group == first.id) back += row.amount;
    }
    if (back == price - kept && first.retained == kept) return;
    fault(Check::S4, say("refund ", first.id, " gives back ", back, " and retains ", first.retained,
                         " for tickets of ", price, ", of which ", kept, " are to be kept"));
}

}  // namespace tessera::simulation
