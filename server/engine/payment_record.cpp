// SPDX-License-Identifier: Apache-2.0
// An order's money from its rows: at a take-over, or when it is taken up again.
#include <algorithm>
#include <map>

#include "server/engine/payment_saga.h"
#include "shared/base/check.h"

namespace tessera::engine {
namespace {

// One shape for both kinds of rows.
struct Rows {
    const OrderRow& row;
    const std::vector<TenderRow>& tenders;
    const std::vector<AttemptRow>& attempts;
    const std::vector<AttemptUpdate>& attemptFacts;
    const std::vector<RefundRow>& refunds;
    const std::vector<RefundUpdate>& refundFacts;
};

void fillFacts(Attempt& attempt, const AttemptUpdate& fact, bool payable) {
    attempt.objectId = fact.objectId;
    attempt.authorized = fact.authorized;
    attempt.captured = attempt.booked = fact.captured;
    attempt.refunded = attempt.bookedBack = fact.refunded;
    attempt.captureBefore = fact.captureBefore;
    attempt.attemptTry = attempt.writtenTry = fact.attemptTry;
    attempt.evidence = fact.evidence;
    attempt.cardLast4 = fact.cardLast4;
    if (payable && attempt.state == AttemptState::Open) attempt.clientSecret = fact.clientSecret;
}

Attempt attemptOf(const AttemptRow& row, const Rows& rows) {
    Attempt attempt;
    attempt.state = row.state;
    attempt.createdAt = row.createdAt;
    attempt.amount = row.amount;
    for (const AttemptUpdate& fact : rows.attemptFacts) {
        if (fact.id == row.id) fillFacts(attempt, fact, isPayable(rows.row.state));
    }
    return attempt;
}

Refund refundOf(const RefundRow& row) {
    Refund refund;
    refund.id = row.id;
    refund.group = row.group;
    refund.attempt = row.attempt;
    refund.reason = row.reason;
    refund.state = row.state;
    refund.amount = row.amount;
    refund.retained = row.retained;
    refund.createdAt = row.createdAt;
    refund.asked = row.state == RefundState::Pending;
    return refund;
}

bool hasRefund(const Rows& rows, AttemptId attempt) {
    return std::any_of(rows.refunds.begin(), rows.refunds.end(),
                       [&](const RefundRow& row) { return row.attempt == attempt; });
}

// Its money came when the order was over already.
bool isLate(const Rows& rows, AttemptId attempt) {
    return std::any_of(rows.refunds.begin(), rows.refunds.end(), [&](const RefundRow& row) {
        return row.attempt == attempt && row.reason == RefundReason::Late;
    });
}

// Each tender with its latest attempt; of the attempts before it those that have or may get money.
void fillParts(EngineState& state, Payment& payment, const Rows& rows,
               const std::vector<AttemptRow>& attempts) {
    std::map<TenderId, AttemptId> latest;
    for (const AttemptRow& row : attempts) latest[row.tender] = row.id;
    payment.parts.reserve(rows.tenders.size());
    for (const TenderRow& tender : rows.tenders) {
        Part part = partOf(tender);
        for (const AttemptRow& row : attempts) {
            if (row.tender != tender.id) continue;
            Part one = part;
            one.attempt = attemptOf(row, rows);
            one.surplus = row.id != latest[tender.id];
            if (one.surplus && one.attempt.isFinal() && !hasRefund(rows, row.id)) continue;
            // A paid order was paid by what is captured.
            const bool needless = rows.row.state == OrderState::Paid && !one.attempt.isFinal() &&
                                  one.attempt.captured.minor == 0;
            one.surplus = one.surplus || needless || isLate(rows, row.id);
            state.orders.setAttempt(payment, one, row.id);
            payment.parts.push_back(std::move(one));
        }
        if (!latest.contains(tender.id)) payment.parts.push_back(std::move(part));
    }
}

void fillCounts(Payment& payment, const std::vector<AttemptRow>& attempts) {
    for (const AttemptRow& row : attempts) {
        if (row.state == AttemptState::Opening) continue;
        payment.failedInRow = row.state == AttemptState::Failed ? payment.failedInRow + 1 : 0;
    }
    payment.attempts = static_cast<std::int32_t>(attempts.size());
    AttemptId last;
    for (const Part& part : payment.parts) {
        if (!part.exists() || part.attempt.id < last) continue;
        last = part.attempt.id;
        payment.evidence = part.attempt.evidence;
    }
}

Payment& add(EngineState& state, Slot slot, const Rows& rows) {
    const Order& order = state.orders.at(slot);
    Payment& payment = state.orders.addPayment(slot);
    payment.total = rows.row.total;
    std::vector<AttemptRow> attempts = rows.attempts;
    std::sort(attempts.begin(), attempts.end(),
              [](const AttemptRow& a, const AttemptRow& b) { return a.id < b.id; });
    fillParts(state, payment, rows, attempts);
    fillCounts(payment, attempts);
    for (const RefundRow& row : rows.refunds) {
        Refund refund = refundOf(row);
        for (const RefundUpdate& fact : rows.refundFacts) {
            if (fact.id != row.id) continue;
            refund.objectId = fact.objectId;
            refund.attemptTry = fact.attemptTry;
        }
        payment.refunds.push_back(std::move(refund));
    }
    payment.credit = creditOf(order);
    return payment;
}

}  // namespace

Payment& addPayment(EngineState& state, Slot order, const LoadedEvent::LoadedOrder& rows) {
    return add(
        state, order,
        {rows.row, rows.tenders, rows.attempts, rows.attemptFacts, rows.refunds, rows.refundFacts});
}

Payment& addPayment(EngineState& state, Slot order, const OrderRecord& rows) {
    return add(state, order,
               {rows.order, rows.tenders, rows.attempts, rows.attemptFacts, rows.refunds,
                rows.refundFacts});
}

void addPart(EngineState& state, Payment& payment, const OrderRecord& record, AttemptId attempt) {
    const Rows rows{record.order,        record.tenders, record.attempts,
                    record.attemptFacts, record.refunds, record.refundFacts};
    for (const AttemptRow& row : record.attempts) {
        if (row.id != attempt) continue;
        for (const TenderRow& tender : record.tenders) {
            if (tender.id != row.tender) continue;
            Part part = partOf(tender);
            part.attempt = attemptOf(row, rows);
            part.surplus = true;
            state.orders.setAttempt(payment, part, row.id);
            payment.parts.insert(payment.parts.begin(), std::move(part));
        }
    }
    TESSERA_CHECK(payment.find(attempt) != nullptr);
}

std::vector<TicketRow> ticketsOf(std::vector<TicketRow> tickets, std::size_t count) {
    std::sort(tickets.begin(), tickets.end(),
              [](const TicketRow& a, const TicketRow& b) { return a.id < b.id; });
    const auto later = std::stable_partition(tickets.begin(), tickets.end(),
                                             [](const TicketRow& row) { return !row.replaces; });
    const std::vector<TicketRow> issued(later, tickets.end());
    tickets.erase(later, tickets.end());
    if (tickets.size() > count) {
        tickets.erase(tickets.begin(), tickets.end() - static_cast<std::ptrdiff_t>(count));
    }
    for (const TicketRow& row : issued) {
        const auto place = std::find_if(tickets.begin(), tickets.end(), [&](const TicketRow& old) {
            return old.id == row.replaces;
        });
        if (place != tickets.end()) *place = row;
    }
    return tickets;
}

}  // namespace tessera::engine
