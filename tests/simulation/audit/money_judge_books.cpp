// SPDX-License-Identifier: Apache-2.0
// Tickets, refunds and the ledger of an order against its money; see money_judge.h.
#include <algorithm>

#include "tests/simulation/audit/money_judge.h"

namespace tessera::simulation {
namespace {

using engine::Account;
using engine::AttemptState;
using engine::OrderState;
using engine::TicketState;

Money in(const OrderFacts& order, Account account) {
    return order.ledger[static_cast<std::size_t>(account)];
}

}  // namespace

// Active only from PAID, and then all of them but those that were returned.
void MoneyJudge::judgeTickets(const OrderFacts& order) {
    Money sum;
    const bool paid = order.row.state == OrderState::Paid;
    const bool released = order.row.state == OrderState::Released;
    for (const TicketId id : order.tickets) {
        const engine::TicketRow& ticket = f_.tickets.at(id).row;
        sum += ticket.price;
        const bool active = ticket.state == TicketState::Active;
        if (active && !paid) {
            fault(say("ticket ", id, " is active while order ", order.row.id, " is in state ",
                      order.row.state));
        }
        const bool free = order.row.total == Money{};
        const bool gone = ticket.state == TicketState::Void && !ticket.refund && !free;
        if ((paid && (ticket.state == TicketState::Inactive || gone)) ||
            (released && ticket.state != TicketState::Void)) {
            fault(say("ticket ", id, " is in state ", ticket.state, " while order ", order.row.id,
                      " is in state ", order.row.state));
        }
        if (ticket.refund && !f_.refunds.contains(ticket.refund)) {
            fault(say("ticket ", id, " went back with refund ", ticket.refund,
                      ", which is not there"));
        }
    }
    if (!order.tickets.empty() && sum != order.row.total) {
        fault(say("the tickets of order ", order.row.id, " cost ", sum, " of ", order.row.total));
    }
}

// The books say what the attempts say: captured minus refunded, against whose it is.
void MoneyJudge::judgeLedger(const OrderFacts& order) {
    Money known;
    for (const AttemptId id : order.attempts) {
        const engine::AttemptUpdate& said = f_.attempts.at(id).known;
        known += said.captured - said.refunded;
    }
    const Money assets = assetsOf(order);
    const Money sales = in(order, Account::Sales);
    const Money others = in(order, Account::Retained) + in(order, Account::Suspense);
    if (assets != known) {
        fault(say("the ledger of order ", order.row.id, " has ", assets,
                  " with the provider and the house, its attempts have ", known));
    }
    if (assets + sales + others != Money{}) {
        fault(say("the ledger of order ", order.row.id, " does not sum to zero: ", assets, ", ",
                  sales, ", ", others));
    }
    if (order.row.state != OrderState::Paid) return;
    const Money active = activePriceOf(order);
    const Money kept = retainedOf(order);
    if (-sales == active && -in(order, Account::Retained) == kept) return;
    fault(say("the ledger of order ", order.row.id, " has sales of ", -sales, " and ",
              -in(order, Account::Retained), " retained, its active tickets cost ", active,
              ", its refunds retain ", kept));
}

Money MoneyJudge::assetsOf(const OrderFacts& order) const {
    return in(order, Account::Provider) + in(order, Account::Receivable) +
           in(order, Account::Cash) + in(order, Account::GiftCards);
}

// Of an attempt, as its row says: what it is for as long as money can move on it.
Money MoneyJudge::coverOf(AttemptId id) const {
    const engine::AttemptRow& row = f_.attempts.at(id).row;
    const bool over = row.state == AttemptState::Voided || row.state == AttemptState::Failed ||
                      row.state == AttemptState::Refunded;
    return over ? Money{} : row.amount;
}

// Money that came after its order was over, or after its tender had another attempt.
bool MoneyJudge::isLateOne(AttemptId id) const {
    const engine::AttemptRow& row = f_.attempts.at(id).row;
    const auto& attempts = f_.orders.at(row.order).attempts;
    return std::ranges::any_of(attempts, [&](AttemptId other) {
        return other > id && f_.attempts.at(other).row.tender == row.tender;
    });
}

// Asked back and not there yet.
Money MoneyJudge::owedOf(const OrderFacts& order) const {
    Money sum;
    for (const RefundId id : order.refunds) {
        const RefundFacts& refund = f_.refunds.at(id);
        const bool ours =
            f_.attempts.at(refund.row.attempt).row.provider == engine::ProviderKind::House;
        if (ours && refund.row.state != engine::RefundState::Succeeded) sum += refund.row.amount;
        if (!ours) sum += refund.row.amount - refund.given;
    }
    return sum;
}

// What had gone back, as the rows say, and is the organiser's again since, of which they say
// nothing yet: nobody may have heard of it. That it goes back again is judged at rest.
Money MoneyJudge::undoneOf(const OrderFacts& order, AttemptId id) const {
    Money sum;
    for (const RefundId refund : order.refunds) {
        const RefundFacts& facts = f_.refunds.at(refund);
        const bool wasBack = facts.row.state == engine::RefundState::Succeeded &&
                             facts.everGiven >= facts.row.amount;
        if (facts.row.attempt == id && wasBack) sum += facts.row.amount - facts.given;
    }
    return sum;
}

Money MoneyJudge::retainedOf(const OrderFacts& order) const {
    Money sum;
    for (const RefundId id : order.refunds) sum += f_.refunds.at(id).row.retained;
    return sum;
}

Money MoneyJudge::activePriceOf(const OrderFacts& order) const {
    Money sum;
    for (const TicketId id : order.tickets) {
        const engine::TicketRow& ticket = f_.tickets.at(id).row;
        if (ticket.state == TicketState::Active) sum += ticket.price;
    }
    return sum;
}

void MoneyJudge::judgeAtRest(const OrderFacts& order) {
    if (order.row.state == OrderState::Manual) {
        ++findings_.counters.manual;
        return;
    }
    if (!isEnd(order.row.state)) return;
    ++findings_.counters.ordersJudged;
    if (order.tenders.size() > 1) ++findings_.counters.tenders;
    findings_.counters.refunds += static_cast<std::int64_t>(order.refunds.size());
    Money net;
    Money holds;
    for (const AttemptId id : order.attempts) {
        const ProviderFacts& has = providerOf(f_, id);
        net += has.captured - has.refunded;
        holds += has.holds;
    }
    const Money active = activePriceOf(order);
    const Money kept = retainedOf(order);
    const Money owed = owedOf(order);
    const Money suspense = in(order, Account::Suspense);
    if (net != active + kept + owed || holds != Money{} || assetsOf(order) != net ||
        -suspense != owed) {
        fault(say("order ", order.row.id, " at rest in state ", order.row.state,
                  ": the provider has ", net, " and ", holds, " on hold, the ledger ",
                  assetsOf(order), " and ", suspense, " in suspense, the active tickets cost ",
                  active, ", retained are ", kept, ", to go back ", owed));
    }
}

}  // namespace tessera::simulation
