// SPDX-License-Identifier: Apache-2.0
#include "server/store/batch.h"

#include <algorithm>

#include "shared/base/check.h"

namespace tessera::store {
namespace {

// An update of a row that this batch has already updated: the first's expectation stays.
void foldInto(engine::ReservationUpdate& first, const engine::ReservationUpdate& next) {
    TESSERA_CHECK(first.to == next.from);
    first.to = next.to;
    first.expiresAt = next.expiresAt;
    first.extended = next.extended;
    if (next.order) first.order = next.order;
    first.reason = next.reason;
}

void foldInto(engine::ReservationRow& row, const engine::ReservationUpdate& next) {
    TESSERA_CHECK(row.state == next.from);
    row.state = next.to;
    row.expiresAt = next.expiresAt;
    row.extended = next.extended;
    if (next.order) row.order = next.order;
    row.reason = next.reason;
}

void foldInto(engine::Reprice& first, const engine::Reprice& next) {
    TESSERA_CHECK(first.total == next.fromTotal && first.code == next.fromCode);
    const engine::Reprice was = first;
    first = next;
    first.fromTotal = was.fromTotal;
    first.fromCode = was.fromCode;
}

void foldInto(engine::OrderUpdate& first, const engine::OrderUpdate& next) {
    TESSERA_CHECK(first.to == next.from);
    first.to = next.to;
    first.payDeadline = next.payDeadline;
    first.version = next.version;
    if (!next.evidence.empty()) first.evidence = next.evidence;
    if (next.acceptedMove != 0) first.acceptedMove = next.acceptedMove;
}

void foldInto(engine::AttemptUpdate& first, const engine::AttemptUpdate& next) {
    TESSERA_CHECK(first.to == next.from);
    first.to = next.to;
    first.authorized = next.authorized;
    first.captured = next.captured;
    first.refunded = next.refunded;
    first.objectId = next.objectId;
    first.clientSecret = next.clientSecret;
    first.evidence = next.evidence;
    first.captureBefore = next.captureBefore;
    first.attemptTry = next.attemptTry;
    if (!next.cardLast4.empty()) first.cardLast4 = next.cardLast4;
}

void foldInto(engine::RefundUpdate& first, const engine::RefundUpdate& next) {
    TESSERA_CHECK(first.to == next.from);
    first.to = next.to;
    first.objectId = next.objectId;
    first.attemptTry = next.attemptTry;
    first.evidence = next.evidence;
}

void foldInto(engine::TicketUpdate& first, const engine::TicketUpdate& next) {
    TESSERA_CHECK(first.to == next.from);
    first.to = next.to;
    if (next.refund) first.refund = next.refund;
    first.exchange = next.exchange;
    first.offer = next.offer;
    first.offerUntil = next.offerUntil;
}

// Appends `rows` and remembers where each is.
template <class Row, class Id, class KeyOf>
void append(std::vector<Row>& rows, std::vector<Row>& all, std::unordered_map<Id, std::size_t>& at,
            KeyOf keyOf) {
    for (Row& row : rows) {
        const bool isNew = at.emplace(keyOf(row), all.size()).second;
        TESSERA_CHECK(isNew);
        all.push_back(std::move(row));
    }
}

// Folds into the update of the same row, or appends.
template <class Update, class Id>
void foldOrAppend(Update& update, std::vector<Update>& all,
                  std::unordered_map<Id, std::size_t>& at) {
    const auto [place, isNew] = at.emplace(update.id, all.size());
    if (isNew) {
        all.push_back(std::move(update));
    } else {
        foldInto(all[place->second], update);
    }
}

template <class T>
void moveAll(std::vector<T>& from, std::vector<T>& to) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

void Batch::add(engine::Changes&& changes) {
    addSeats(changes.seats);
    addAreas(changes.areas);
    addReservations(changes);
    addReprices(changes.reprices);
    addOrders(changes);
    moveAll(changes.tenders, merged_.tenders);
    addAttempts(changes);
    addRefunds(changes);
    addTickets(changes);
    addOutbox(changes);
    moveAll(changes.ledger, merged_.ledger);
    moveAll(changes.requests, merged_.requests);
    addCodes(changes);
    moveAll(changes.terms, merged_.terms);
    moveAll(changes.desk, merged_.desk);
    changes.clear();
}

void Batch::addSeats(const std::vector<engine::SeatChange>& seats) {
    for (const engine::SeatChange& change : seats) {
        const auto [place, isNew] = seatAt_.emplace(change.seat, merged_.seats.size());
        if (isNew) {
            merged_.seats.push_back(change);
            continue;
        }
        engine::SeatChange& first = merged_.seats[place->second];
        TESSERA_CHECK(first.to == change.from);
        first.to = change.to;
        if (first.from == first.to) dropSeat(place->second);
    }
}

// Back to what the database has: nothing to write. The last one takes its place.
void Batch::dropSeat(std::size_t index) {
    seatAt_.erase(merged_.seats[index].seat);
    if (index + 1 != merged_.seats.size()) {
        merged_.seats[index] = merged_.seats.back();
        seatAt_[merged_.seats[index].seat] = index;
    }
    merged_.seats.pop_back();
}

// Few areas change in one batch: a scan is as quick as a map.
void Batch::addAreas(const std::vector<engine::AreaChange>& areas) {
    for (const engine::AreaChange& change : areas) {
        const auto same =
            std::find_if(merged_.areas.begin(), merged_.areas.end(),
                         [&](const engine::AreaChange& a) { return a.area == change.area; });
        if (same == merged_.areas.end()) {
            merged_.areas.push_back(change);
            continue;
        }
        same->heldDelta += change.heldDelta;
        same->soldDelta += change.soldDelta;
    }
    std::erase_if(merged_.areas,
                  [](const engine::AreaChange& a) { return a.heldDelta == 0 && a.soldDelta == 0; });
}

void Batch::addReservations(engine::Changes& changes) {
    append(changes.reservations, merged_.reservations, reservationAt_,
           [](const auto& row) { return row.id; });
    for (engine::ReservationUpdate& update : changes.reservationUpdates) {
        if (const auto row = reservationAt_.find(update.id); row != reservationAt_.end()) {
            foldInto(merged_.reservations[row->second], update);
        } else {
            foldOrAppend(update, merged_.reservationUpdates, reservationUpdateAt_);
        }
    }
}

// They follow the insert of their row: it is written as it was made.
void Batch::addReprices(std::vector<engine::Reprice>& reprices) {
    for (engine::Reprice& each : reprices) foldOrAppend(each, merged_.reprices, repriceAt_);
}

void Batch::addOrders(engine::Changes& changes) {
    append(changes.orders, merged_.orders, orderAt_, [](const auto& row) { return row.id; });
    for (engine::OrderUpdate& update : changes.orderUpdates) {
        const auto row = orderAt_.find(update.id);
        // Evidence and version have no place in the row of an order: such an update follows the
        // insert.
        if (row != orderAt_.end() && update.evidence.empty() && update.version == 0 &&
            !orderUpdateAt_.contains(update.id)) {
            engine::OrderRow& order = merged_.orders[row->second];
            TESSERA_CHECK(order.state == update.from);
            order.state = update.to;
            order.payDeadline = update.payDeadline;
        } else {
            foldOrAppend(update, merged_.orderUpdates, orderUpdateAt_);
        }
    }
}

// Nor have object id and amounts in the row of an attempt: its update follows the insert.
void Batch::addAttempts(engine::Changes& changes) {
    append(changes.attempts, merged_.attempts, attemptAt_, [](const auto& row) { return row.id; });
    for (engine::AttemptUpdate& update : changes.attemptUpdates) {
        foldOrAppend(update, merged_.attemptUpdates, attemptUpdateAt_);
    }
}

// Like an attempt's.
void Batch::addRefunds(engine::Changes& changes) {
    append(changes.refunds, merged_.refunds, refundAt_, [](const auto& row) { return row.id; });
    for (engine::RefundUpdate& update : changes.refundUpdates) {
        foldOrAppend(update, merged_.refundUpdates, refundUpdateAt_);
    }
}

void Batch::addTickets(engine::Changes& changes) {
    append(changes.tickets, merged_.tickets, ticketAt_, [](const auto& row) { return row.id; });
    for (engine::TicketUpdate& update : changes.ticketUpdates) {
        if (const auto row = ticketAt_.find(update.id); row != ticketAt_.end()) {
            engine::TicketRow& ticket = merged_.tickets[row->second];
            TESSERA_CHECK(ticket.state == update.from);
            ticket.state = update.to;
            if (update.refund) ticket.refund = update.refund;
            ticket.exchange = update.exchange;
            ticket.offer = update.offer;
            ticket.offerUntil = update.offerUntil;
        } else {
            foldOrAppend(update, merged_.ticketUpdates, ticketUpdateAt_);
        }
    }
}

// A call that was queued and answered within the batch was never committed, so never made: both go.
void Batch::addOutbox(engine::Changes& changes) {
    append(changes.outbox, merged_.outbox, outboxAt_, [](const auto& row) { return row.seq; });
    for (const OutboxSeq closed : changes.outboxClosed) {
        const auto row = outboxAt_.find(closed);
        if (row == outboxAt_.end()) {
            merged_.outboxClosed.push_back(closed);
            continue;
        }
        const std::size_t index = row->second;
        outboxAt_.erase(row);
        if (index + 1 != merged_.outbox.size()) {
            merged_.outbox[index] = std::move(merged_.outbox.back());
            outboxAt_[merged_.outbox[index].seq] = index;
        }
        merged_.outbox.pop_back();
    }
}

// Few codes change in one batch, as areas do.
void Batch::addCodes(engine::Changes& changes) {
    moveAll(changes.codes, merged_.codes);
    for (const engine::CodeUpdate& update : changes.codeUpdates) {
        const auto same =
            std::ranges::find(merged_.codeUpdates, update.id, &engine::CodeUpdate::id);
        if (same == merged_.codeUpdates.end()) {
            merged_.codeUpdates.push_back(update);
        } else {
            *same = update;
        }
    }
    for (const engine::CodeUse& use : changes.codeUses) addCodeUse(use);
}

// Of a code that the batch makes they are its row's, until it is changed: a row is within the
// bound that it is made with.
void Batch::addCodeUse(const engine::CodeUse& use) {
    const auto& updates = merged_.codeUpdates;
    const bool changed =
        std::ranges::find(updates, use.code, &engine::CodeUpdate::id) != updates.end();
    for (engine::Code& code : merged_.codes) {
        if (code.id == use.code && !changed) {
            code.uses += use.delta;
            return;
        }
    }
    for (engine::CodeUse& known : merged_.codeUses) {
        if (known.code == use.code) {
            known.delta += use.delta;
            return;
        }
    }
    merged_.codeUses.push_back(use);
}

bool Batch::mapChanged() const {
    const auto visible = [](const engine::SeatChange& c) { return c.from.status != c.to.status; };
    return !merged_.areas.empty() ||
           std::any_of(merged_.seats.begin(), merged_.seats.end(), visible);
}

void Batch::clear() {
    merged_.clear();
    seatAt_.clear();
    reservationAt_.clear();
    reservationUpdateAt_.clear();
    repriceAt_.clear();
    orderAt_.clear();
    orderUpdateAt_.clear();
    attemptAt_.clear();
    attemptUpdateAt_.clear();
    refundAt_.clear();
    refundUpdateAt_.clear();
    ticketAt_.clear();
    ticketUpdateAt_.clear();
    outboxAt_.clear();
}

}  // namespace tessera::store
