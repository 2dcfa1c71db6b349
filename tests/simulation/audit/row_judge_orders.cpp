// SPDX-License-Identifier: Apache-2.0
// Orders of a batch: the table of DESIGN 6, and deadlines that do not move.
#include <algorithm>

#include "tests/simulation/audit/row_judge.h"

namespace tessera::simulation {
namespace {

using engine::OrderState;
using engine::ReleaseReason;
using engine::ReservationState;

Instant deadlineOf(OrderState state, Instant payDeadline) {
    const bool counts = state == OrderState::Paying || state == OrderState::Unpaid;
    return counts ? payDeadline : Instant::never();
}

}  // namespace

void RowJudge::takeOrders() {
    for (const auto& row : changes_.orders) addOrder(row);
    for (const auto& update : changes_.orderUpdates) updateOrder(update);
}

void RowJudge::addOrder(const engine::OrderRow& row) {
    OrderFacts fresh;
    fresh.row = row;
    const auto [place, isNew] = f_.orders.emplace(row.id, std::move(fresh));
    if (!isNew) {
        fault(Check::Rows, say("order ", row.id, " is made twice"));
        return;
    }
    orders_.insert(row.id);
    OrderFacts& order = place->second;
    order.since = calm_.at;
    order.past.put(now_, {row.state, row.payDeadline});
    order.wasCancelling = row.state == OrderState::Cancelling;
    setDeadline(Instant::never(), deadlineOf(row.state, row.payDeadline), row.id.value);

    const auto* r = findIn(f_.reservations, row.reservation);
    if (!r || !reservations_.contains(row.reservation) || r->row.order != row.id) {
        fault(r && r->row.order ? Check::S7 : Check::Rows,
              say("order ", row.id, " is of reservation ", row.reservation, ", which has order ",
                  r ? r->row.order : OrderId{}));
        if (!r) return;
    }
    if (row.createdAt < before_ || row.createdAt > head_.now) {
        fault(Check::S3, say("order ", row.id, " was made at ", row.createdAt,
                             ", outside its batch's time ", before_, " to ", head_.now));
    }
    if (row.state <= OrderState::Cancelling &&
        !isWithin(row.payDeadline, &engine::EventTerms::payWithin, row.createdAt, row.createdAt)) {
        fault(Check::S5, say("order ", row.id, " made at ", row.createdAt, " has the pay deadline ",
                             row.payDeadline));
    }
    if (row.total != r->row.total) {
        fault(Check::S4,
              say("order ", row.id, " is for ", row.total, ", its reservation for ", r->row.total));
    }
    if (!f_.checkoutsAsked.contains(row.reservation)) {
        fault(Check::S3, say("order ", row.id, " was opened and nobody asked"));
    }
    if (!isWritten(kCheckout, row.id.value)) {
        fault(Check::S7, say("order ", row.id, " was opened without its request being written"));
    }
    judgeCancelWritten(place->second, OrderState::Paying, row.state);
}

// Whose buyer has cancelled, in this batch; what fencing ends by itself has another reason.
void RowJudge::judgeCancelWritten(const OrderFacts& order, OrderState from, OrderState to) {
    const auto* r = findIn(f_.reservations, order.row.reservation);
    const bool byBuyer =
        r && to == OrderState::Released && r->row.reason == ReleaseReason::OrderCancelled;
    const bool begins = from == OrderState::Paying || from == OrderState::Fencing;
    if (!begins || (to != OrderState::Cancelling && !byBuyer)) return;
    if (isWritten(kCancel, order.row.reservation.value)) return;
    fault(Check::S7, say("order ", order.row.id, " of reservation ", order.row.reservation,
                         " was cancelled without its request being written"));
}

void RowJudge::judgeOrderLate(const OrderFacts& order) {
    if (isEnd(order.row.state) || calm_.calmAt < 0) return;
    ++findings_.counters.endsJudged;
    const bool putOff = f_.putOff.erase(order.row.id.value) != 0;
    findings_.counters.putOff += putOff;
    if (!isLate(order, bounds_, calm_, head_.now, putOff)) return;
    fault(Check::Liveness,
          say("order ", order.row.id, " left state ", order.row.state, " late, at ", head_.now,
              ": its deadline was ", order.row.payDeadline, ", its last step at true time ",
              order.since, ", its last call at ", order.calledAt, ", the last fault at ",
              calm_.calmAt));
}

// By any terms the event has had: which of them count for a payment is not in the contract.
bool RowJudge::isWithin(Instant deadline, Duration engine::EventTerms::*within, Instant since,
                        Instant until) const {
    return std::ranges::any_of(f_.termsOf, [&](const auto& entry) {
        const Duration wait = entry.second.*within;
        return deadline >= since + wait && deadline <= until + wait;
    });
}

void RowJudge::updateOrder(const engine::OrderUpdate& update) {
    auto* order = findIn(f_.orders, update.id);
    if (!order) {
        fault(Check::Rows, say("an update of order ", update.id, ", which is not there"));
        return;
    }
    orders_.insert(update.id);
    if (order->row.state != update.from) {
        fault(Check::Rows, say("order ", update.id, " is in state ", order->row.state,
                               ", its update expects ", update.from));
    }
    judgePayDeadline(*order, update);
    judgeOrderMove(*order, update);
    judgeCancelWritten(*order, order->row.state, update.to);
    if (order->row.state != update.to) judgeOrderLate(*order);
    setDeadline(deadlineOf(order->row.state, order->row.payDeadline),
                deadlineOf(update.to, update.payDeadline), update.id.value);
    if (order->row.state != update.to) order->since = calm_.at;
    order->row.state = update.to;
    order->row.payDeadline = update.payDeadline;
    order->past.put(now_, {update.to, update.payDeadline});
    order->wasCancelling = order->wasCancelling || update.to == OrderState::Cancelling;
    if (!update.evidence.empty()) order->evidence = update.evidence;
    // Memory has sixteen bits of it.
    if (static_cast<std::uint16_t>(update.version - order->version) > 1000) {
        fault(Check::Rows, say("the version of order ", update.id, " went from ", order->version,
                               " to ", update.version));
    }
    order->version = update.version;
}

// Whether the provider has authorized less than it was asked for: then nothing more may come of it.
bool RowJudge::isSeenInPart(const OrderFacts& order) const {
    return std::ranges::any_of(order.attempts, [&](AttemptId id) {
        const ProviderFacts& has = providerOf(f_, id);
        const Money most = std::max(has.everAuthorized, has.captured);
        return most > Money{} && most < f_.attempts.at(id).row.amount;
    });
}

// Set once at checkout; another one only on the way through UNPAID. DESIGN 6 has no arrow for an
// authorization of a part: that it ends the time to pay at once, never later, is let pass.
void RowJudge::judgePayDeadline(const OrderFacts& order, const engine::OrderUpdate& update) {
    const Instant was = order.row.payDeadline;
    const Instant is = update.payDeadline;
    const bool unpaid = update.to == OrderState::Unpaid && update.from != OrderState::Unpaid;
    const bool throughUnpaid = leadsTo(update.from, OrderState::Unpaid) &&
                               leadsTo(OrderState::Unpaid, update.to) &&
                               update.from != OrderState::Unpaid && update.from != update.to;
    const bool fresh = isWithin(is, &engine::EventTerms::unpaidWithin, before_, head_.now);
    if (is == was && !unpaid) return;
    if ((unpaid || throughUnpaid) && fresh) return;
    if (is < was && is <= head_.now && update.to != OrderState::Paying && isSeenInPart(order))
        return;
    fault(Check::S5, say("the pay deadline of order ", update.id, " moved from ", was, " to ", is,
                         " on the way from state ", update.from, " to ", update.to));
}

void RowJudge::judgeOrderMove(const OrderFacts& order, const engine::OrderUpdate& update) {
    const bool again = order.isOpenAgain && update.from == OrderState::Released &&
                       update.to == OrderState::Compensating;
    if (!again && !leadsTo(update.from, update.to)) {
        fault(Check::S4, say("order ", update.id, " went from state ", update.from, " to ",
                             update.to, ", where no arrow leads"));
    }
    const bool asked = f_.cancelsAsked.contains(order.row.reservation);
    if (update.to == OrderState::Cancelling && !asked) {
        fault(Check::S3, say("order ", update.id, " is being cancelled and nobody asked"));
    }
    const bool buyerMayPay = update.from == OrderState::Paying || update.from == OrderState::Unpaid;
    const bool ends = update.to == OrderState::Fencing || update.to == OrderState::Released ||
                      update.to == OrderState::Compensating;
    const bool cancelled =
        asked && update.from == OrderState::Paying && update.to != OrderState::Fencing;
    if (buyerMayPay && ends && !cancelled && head_.now < order.row.payDeadline &&
        !isSeenInPart(order)) {
        fault(Check::S5, say("order ", update.id, " stopped being payable at ", head_.now,
                             " or earlier, before its deadline ", order.row.payDeadline));
    }
}

void RowJudge::judgeOrder(OrderFacts& order) {
    MoneyJudge(f_, findings_).judge(order);
    const auto* r = findIn(f_.reservations, order.row.reservation);
    if (!r) return;
    if (!reservations_.contains(r->row.id)) judgeReservation(*r);
    const bool sold = order.row.state == OrderState::Allocated ||
                      order.row.state == OrderState::Paid || order.row.state == OrderState::Unpaid;
    if (sold || !order.tickets.empty()) judgePlacesOfTickets(order, *r);
    if (order.row.state != OrderState::Released) return;
    const bool byBuyer = r->row.reason == ReleaseReason::OrderCancelled;
    if (byBuyer && !f_.cancelsAsked.contains(r->row.id)) {
        fault(Check::S3, say("order ", order.row.id, " was cancelled and nobody asked"));
    }
}

// P3: ticketed for exactly the places shown as reserved. Tickets come with the allocation and stay
// the same for good: judged when they are written.
void RowJudge::judgePlacesOfTickets(const OrderFacts& order, const ReservationFacts& r) {
    if (order.ticketsMade != now_ && !order.tickets.empty()) return;
    std::map<std::pair<std::int32_t, TicketTypeNo>, int> places;  // Areas below zero.
    for (const auto& pick : r.row.seats) ++places[{pick.seat.value, pick.type}];
    for (const auto& line : r.row.areas) places[{-1 - line.area.value, line.type}] += line.count;
    for (const TicketId id : order.tickets) {
        const engine::TicketRow& ticket = f_.tickets.at(id).row;
        const std::int32_t place = ticket.seat   ? ticket.seat->value
                                   : ticket.area ? -1 - ticket.area->value
                                                 : INT32_MIN;
        --places[{place, ticket.type}];
    }
    for (const auto& [place, left] : places) {
        if (left == 0) continue;
        fault(Check::S1,
              say("order ", order.row.id, " has ", left > 0 ? "no ticket" : "a ticket too many",
                  " for place ", place.first, " (areas below 0) of type ", place.second));
    }
}

}  // namespace tessera::simulation
