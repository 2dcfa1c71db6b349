// SPDX-License-Identifier: Apache-2.0
// Attempts, tickets, calls to make and the ledger of a batch.
#include <algorithm>

#include "tests/simulation/audit/row_judge.h"

namespace tessera::simulation {
namespace {

using engine::AttemptState;
using engine::Operation;
using engine::TicketState;

bool wasCalled(const AttemptFacts& attempt, Operation operation) {
    return (attempt.calls >> static_cast<int>(operation) & 1) != 0;
}

// As far as the provider's object goes: a decline leaves it open, final states stay.
bool mayBecome(AttemptState from, AttemptState to) {
    if (from == to) return true;
    switch (from) {
        case AttemptState::Opening:
            return true;
        case AttemptState::Open:
            return to != AttemptState::Opening && to != AttemptState::Failed;
        case AttemptState::Authorized:
            return to == AttemptState::Captured || to == AttemptState::Voided ||
                   to == AttemptState::Refunded;
        case AttemptState::Captured:
            return to == AttemptState::Refunded;
        case AttemptState::Refunded:  // A refund that failed later.
            return to == AttemptState::Captured;
        default:
            return false;
    }
}

}  // namespace

void RowJudge::takeTenders() {
    for (const engine::TenderRow& row : changes_.tenders) {
        auto* order = findIn(f_.orders, row.order);
        if (!order || !f_.tenders.emplace(row.id, row).second) {
            fault(Check::Rows, say("tender ", row.id, " of order ", row.order, " cannot be"));
            continue;
        }
        order->tenders.push_back(row.id);
        orders_.insert(row.order);
        if (row.amount <= Money{} || row.amount > order->row.total) {
            fault(Check::S4, say("tender ", row.id, " is for ", row.amount, ", order ", row.order,
                                 " for ", order->row.total));
        }
    }
}

void RowJudge::takeAttempts() {
    for (const engine::AttemptRow& row : changes_.attempts) {
        auto* order = findIn(f_.orders, row.order);
        AttemptFacts fresh;
        fresh.row = row;
        fresh.known.id = row.id;
        if (!order || !f_.attempts.emplace(row.id, std::move(fresh)).second) {
            fault(Check::Rows, say("attempt ", row.id, " of order ", row.order,
                                   order ? " is made twice" : ", which is not there"));
            continue;
        }
        order->attempts.push_back(row.id);
        orders_.insert(row.order);
        const auto* tender = findIn(f_.tenders, row.tender);
        if (!tender || tender->order != row.order || tender->provider != row.provider ||
            row.amount <= Money{} || row.amount > tender->amount) {
            fault(Check::S4, say("attempt ", row.id, " is for ", row.amount, " of tender ",
                                 row.tender, " of order ", row.order, ", which is for ",
                                 tender ? tender->amount : Money{}));
        }
    }
    for (const engine::AttemptUpdate& update : changes_.attemptUpdates) updateAttempt(update);
}

void RowJudge::updateAttempt(const engine::AttemptUpdate& update) {
    auto* attempt = findIn(f_.attempts, update.id);
    if (!attempt || attempt->row.order != update.order) {
        fault(Check::Rows, say("an update of attempt ", update.id, " of order ", update.order,
                               ", which is not there"));
        return;
    }
    orders_.insert(update.order);
    if (attempt->row.state != update.from) {
        fault(Check::Rows, say("attempt ", update.id, " is in state ", attempt->row.state,
                               ", its update expects ", update.from));
    }
    if (!mayBecome(update.from, update.to)) {
        fault(Check::S4,
              say("attempt ", update.id, " went from state ", update.from, " to ", update.to));
    }
    const std::string& named = attempt->known.objectId;
    const bool confirms = wasCalled(*attempt, Operation::Confirm);
    if (!named.empty() && named != update.objectId && !confirms) {
        fault(Check::S4,
              say("attempt ", update.id, " had object ", named, " and has ", update.objectId));
    }
    attempt->row.state = update.to;
    attempt->known = update;
    if (attempt->row.provider == engine::ProviderKind::House) return noteHouse(update);
    MoneyJudge(f_, findings_).judgeKnown(update);
}

// Nobody else knows what is in the till.
void RowJudge::noteHouse(const engine::AttemptUpdate& update) {
    ProviderFacts& has = f_.provider[update.id];
    has.everAuthorized = std::max(has.everAuthorized, std::max(update.authorized, update.captured));
    has.holds = update.to == AttemptState::Authorized ? update.authorized : Money{};
    has.captured = update.captured;
    has.refunded = has.everRefunded = update.refunded;
}

void RowJudge::takeTickets() {
    for (const engine::TicketUpdate& update : changes_.ticketUpdates) {
        auto* ticket = findIn(f_.tickets, update.id);
        if (!ticket || ticket->row.state != update.from || update.to < update.from) {
            fault(Check::Rows, say("ticket ", update.id, ticket ? " is in state " : " is not there",
                                   ticket ? static_cast<int>(ticket->row.state) : 0,
                                   ", its update goes from ", update.from, " to ", update.to));
            if (!ticket) continue;
        }
        ticket->row.state = update.to;
        ticket->past.put(now_, update.to);
        orders_.insert(ticket->row.order);
        if (update.refund) ticket->row.refund = update.refund;
        ticket->row.exchange = update.exchange;
        ticket->row.offer = update.offer;
        ticket->row.offerUntil = update.offerUntil;
        if (update.to != TicketState::Void || !ticket->row.seat) continue;
        auto& seat = f_.seats[static_cast<std::size_t>(ticket->row.seat->value)];
        if (seat.ticket == update.id) seat.ticket = {};
    }
    for (const engine::TicketRow& row : changes_.tickets) {
        auto* order = findIn(f_.orders, row.order);
        if (!order || f_.tickets.contains(row.id) || (row.seat && !f_.layout.contains(*row.seat))) {
            fault(Check::Rows, say("ticket ", row.id, " of order ", row.order, " cannot be"));
            continue;
        }
        TicketFacts& ticket = f_.tickets[row.id];
        ticket.row = row;
        ticket.past.put(now_, row.state);
        order->tickets.push_back(row.id);
        order->ticketsMade = now_;
        orders_.insert(row.order);
        if (!row.seat || row.state == TicketState::Void) continue;
        auto& seat = f_.seats[static_cast<std::size_t>(row.seat->value)];
        if (seat.ticket) {
            fault(Check::S1, say("seat ", *row.seat, " is sold twice: by ticket ", seat.ticket,
                                 " and by ", row.id));
        }
        seat.ticket = row.id;
    }
}

void RowJudge::takeOutbox() {
    for (const engine::OutboxRow& row : changes_.outbox) {
        auto* attempt = findIn(f_.attempts, row.attempt);
        if (!attempt || attempt->row.order != row.order ||
            !f_.outbox.emplace(row.seq, row).second) {
            fault(Check::Rows, say("call ", row.seq, " of attempt ", row.attempt, " cannot be"));
            continue;
        }
        attempt->calls |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(row.operation));
        if (attempt->calledAt != now_) attempt->calledBefore = attempt->calledAt;
        attempt->calledAt = now_;
        if (auto* order = findIn(f_.orders, row.order)) order->calledAt = calm_.at;
        if (auto* refund = findIn(f_.refunds, row.refund)) refund->called = true;
        setDeadline(Instant::never(), row.notBefore, row.seq.value);
    }
    for (const OutboxSeq seq : changes_.outboxClosed) {
        const auto* row = findIn(f_.outbox, seq);
        if (!row) {
            fault(Check::Rows, say("call ", seq, " is closed twice or was never open"));
            continue;
        }
        judgeAnswerLate(*row);
        setDeadline(row->notBefore, Instant::never(), seq.value);
        f_.outbox.erase(seq);
    }
}

void RowJudge::judgeAnswerLate(const engine::OutboxRow& call) {
    if (auto* order = findIn(f_.orders, call.order)) order->calledAt = calm_.at;
    if (calm_.calmAt < 0) return;
    ++findings_.counters.endsJudged;
    const Duration late = calm_.lateness(call.notBefore, head_.now);
    if (late <= bounds_.step) return;
    fault(Check::Liveness, say("call ", call.seq, " of attempt ", call.attempt, ", operation ",
                               call.operation, ", due at ", call.notBefore, ", was answered ",
                               late.micros, " us later, the last fault at ", calm_.calmAt));
}

void RowJudge::takeLedger() {
    Money sum;
    for (const engine::LedgerEntry& entry : changes_.ledger) {
        sum += entry.amount;
        auto* order = findIn(f_.orders, entry.order);
        const auto account = static_cast<std::size_t>(entry.account);
        if (!order || !f_.ledger.emplace(entry.id, entry).second ||
            account >= order->ledger.size()) {
            fault(Check::Rows,
                  say("ledger entry ", entry.id, " of order ", entry.order, " cannot be"));
            continue;
        }
        order->ledger[account] += entry.amount;
        orders_.insert(entry.order);
    }
    if (sum != Money{}) {
        fault(Check::S4, say("the ledger entries of batch ", head_.batch, " sum to ", sum));
    }
}

}  // namespace tessera::simulation
