// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/audit/money_judge.h"

#include <algorithm>

namespace tessera::simulation {
namespace {

using engine::Account;
using engine::AttemptState;
using engine::Operation;
using engine::OrderState;
using engine::TicketState;

bool wasCalled(const AttemptFacts& attempt, Operation operation) {
    return (attempt.calls >> static_cast<int>(operation) & 1) != 0;
}

Money in(const OrderFacts& order, Account account) {
    return order.ledger[static_cast<std::size_t>(account)];
}

}  // namespace

void MoneyJudge::take(const ProviderDid& did) {
    ++findings_.counters.providerActs;
    ProviderFacts& has = f_.provider[did.attempt];
    const auto* attempt = findIn(f_.attempts, did.attempt);
    if (!attempt) {
        fault(say("the provider acted (", did.what, ") on attempt ", did.attempt,
                  ", of which nothing is committed"));
    } else {
        judgeAct(did, *attempt, has);
    }
    switch (did.what) {
        case ProviderDid::Created:
            has.created = true;
            break;
        case ProviderDid::Authorized:
            has.everAuthorized = std::max(has.everAuthorized, did.amount);
            has.holds = did.amount;
            break;
        case ProviderDid::Captured:
        case ProviderDid::TookAtOnce:
            has.captured += did.amount;
            has.holds = {};
            break;
        case ProviderDid::Voided:
            has.voided = true;
            has.letGo = has.holds;
            has.letGoAfter = f_.commits;
            has.holds = {};
            break;
        case ProviderDid::Refunded:
            has.refunded += did.amount;
            break;
    }
}

// Calls are made from committed outbox rows only; an object may end by itself, so that a void needs
// no call.
void MoneyJudge::judgeAct(const ProviderDid& did, const AttemptFacts& attempt,
                          const ProviderFacts& has) {
    const auto* order = findIn(f_.orders, attempt.row.order);
    const bool released = order && order->row.state == OrderState::Released;
    switch (did.what) {
        case ProviderDid::Created:
            if (!wasCalled(attempt, Operation::Create)) {
                fault(say("attempt ", did.attempt, " was created without a committed call"));
            }
            break;
        case ProviderDid::Authorized:
            // Its id is committed before anybody gets something to pay with.
            if (attempt.known.objectId.empty()) {
                fault(
                    say("attempt ", did.attempt, " was paid before its object's id was committed"));
            }
            if (released) {
                fault(say("attempt ", did.attempt, " was authorized after order ",
                          attempt.row.order, " was released"));
            }
            break;
        case ProviderDid::TookAtOnce:
            // Nobody asked for it: what the order does with the money is judged at rest.
            if (released) {
                fault(say("attempt ", did.attempt, " was paid after order ", attempt.row.order,
                          " was released"));
            }
            break;
        case ProviderDid::Captured:
            if (++f_.captures[attempt.row.tender] > 1) {
                fault(say("tender ", attempt.row.tender, " of order ", attempt.row.order,
                          " was captured twice"));
            }
            if (!wasCalled(attempt, Operation::Capture) || did.amount > has.everAuthorized ||
                released) {
                fault(say(
                    "attempt ", did.attempt, " was captured for ", did.amount, " of ",
                    has.everAuthorized,
                    released ? " after its release" : " authorized, or without a committed call"));
            }
            break;
        case ProviderDid::Voided:
            break;
        case ProviderDid::Refunded:
            if (!wasCalled(attempt, Operation::Refund) ||
                has.refunded + did.amount > has.captured) {
                fault(say("attempt ", did.attempt, " was refunded ", did.amount, " of ",
                          has.captured - has.refunded, ", or without a committed call"));
            }
            break;
    }
}

void MoneyJudge::judgeKnown(const engine::AttemptUpdate& update) {
    const ProviderFacts& has = providerOf(f_, update.id);
    const auto wrong = [&](const char* what) {
        fault(say("attempt ", update.id, " is said to be in state ", update.to, ", captured ",
                  update.captured, ", refunded ", update.refunded, ": ", what,
                  "; the provider has ", has.captured, " captured, ", has.refunded, " refunded, ",
                  has.holds, " on hold"));
    };
    if (update.captured > has.captured) wrong("more than was captured");
    if (update.refunded > has.refunded) wrong("more than was refunded");
    switch (update.to) {
        case AttemptState::Authorized:
            if (has.everAuthorized == Money{}) wrong("nothing was authorized");
            break;
        case AttemptState::Captured:
            if (has.captured == Money{}) wrong("nothing was captured");
            break;
        case AttemptState::Voided:
        case AttemptState::Failed:
            if (has.holds != Money{} || has.captured != has.refunded) wrong("there is money");
            break;
        case AttemptState::Refunded:
            if (has.captured != has.refunded) wrong("not all was given back");
            break;
        default:
            break;
    }
}

void MoneyJudge::judge(const OrderFacts& order) {
    judgeTickets(order);
    judgeLedger(order);
    Money net;
    int open = 0;
    for (const AttemptId id : order.attempts) {
        const ProviderFacts& has = providerOf(f_, id);
        net += has.captured - has.refunded;
        const AttemptState state = f_.attempts.at(id).row.state;
        open += state == AttemptState::Opening || state == AttemptState::Open ||
                state == AttemptState::Authorized || state == AttemptState::Captured;
    }
    if (open > 1) fault(say("order ", order.row.id, " has ", open, " attempts open at once"));
    switch (order.row.state) {
        case OrderState::Allocated:
            if (const Money has = authorizedFor(order); has < order.row.total) {
                fault(say("order ", order.row.id, " is allocated, authorized for ", has, " of ",
                          order.row.total));
            }
            break;
        case OrderState::Paid:
            if (net < order.row.total) {
                fault(say("order ", order.row.id, " is paid, captured are ", net, " of ",
                          order.row.total));
            }
            break;
        case OrderState::Released:
            judgeReleased(order);
            break;
        default:
            break;
    }
}

// Release needs a terminal state of every provider object, as evidence.
void MoneyJudge::judgeReleased(const OrderFacts& order) {
    bool any = false;
    for (const AttemptId id : order.attempts) {
        const ProviderFacts& has = providerOf(f_, id);
        any = any || has.created;
        if (has.holds != Money{} || has.captured != has.refunded) {
            fault(say("order ", order.row.id, " is released while the provider has ",
                      has.captured - has.refunded, " taken and ", has.holds, " on hold of attempt ",
                      id));
        }
        const AttemptState state = f_.attempts.at(id).row.state;
        if (state != AttemptState::Voided && state != AttemptState::Failed &&
            state != AttemptState::Refunded) {
            fault(
                say("order ", order.row.id, " is released with attempt ", id, " in state ", state));
        }
    }
    if (any && order.evidence.empty()) {
        fault(say("order ", order.row.id, " is released without evidence"));
    }
}

// Active only from PAID, and then all of them.
void MoneyJudge::judgeTickets(const OrderFacts& order) {
    Money sum;
    for (const TicketId id : order.tickets) {
        const engine::TicketRow& ticket = f_.tickets.at(id).row;
        sum += ticket.price;
        const bool paid = order.row.state == OrderState::Paid;
        const bool active = ticket.state == TicketState::Active;
        const bool released = order.row.state == OrderState::Released;
        if (active && !paid) {
            fault(say("ticket ", id, " is active while order ", order.row.id, " is in state ",
                      order.row.state));
        }
        if ((paid && ticket.state == TicketState::Inactive) ||
            (released && ticket.state != TicketState::Void)) {
            fault(say("ticket ", id, " is in state ", ticket.state, " while order ", order.row.id,
                      " is in state ", order.row.state));
        }
    }
    if (!order.tickets.empty() && sum != order.row.total) {
        fault(say("the tickets of order ", order.row.id, " cost ", sum, " of ", order.row.total));
    }
}

// The books say what the attempts say: captured minus refunded, against sales.
void MoneyJudge::judgeLedger(const OrderFacts& order) {
    Money known;
    for (const AttemptId id : order.attempts) {
        const engine::AttemptUpdate& said = f_.attempts.at(id).known;
        known += said.captured - said.refunded;
    }
    const Money provider = in(order, Account::Provider);
    const Money sales = in(order, Account::Sales);
    if (provider != known) {
        fault(say("the ledger of order ", order.row.id, " has ", provider,
                  " with the provider, its attempts have ", known));
    }
    if (provider + in(order, Account::Receivable) + sales != Money{}) {
        fault(say("the ledger of order ", order.row.id, " does not sum to zero: ", provider, ", ",
                  sales));
    }
}

// What the provider holds or has; when it is allocated also what it has let go since it was asked.
// Afterwards an authorization may run out before it is captured: that is for UNPAID.
Money MoneyJudge::authorizedFor(const OrderFacts& order) const {
    const auto& past = order.past.entries();
    const bool fresh =
        past.back().commit == f_.commits &&
        (past.size() < 2 || past[past.size() - 2].value.state != OrderState::Allocated);
    Money sum;
    for (const AttemptId id : order.attempts) {
        const AttemptFacts& attempt = f_.attempts.at(id);
        const ProviderFacts& has = providerOf(f_, id);
        if (!fresh) {
            sum += std::max(has.everAuthorized, has.captured);
            continue;
        }
        sum += has.holds + (has.captured - has.refunded);
        // The capture is queued in the same batch; the call before it was the look.
        const bool looked = attempt.calledAt == f_.commits;
        if (looked && has.letGoAfter >= attempt.calledBefore) sum += has.letGo;
    }
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
    Money net;
    Money holds;
    for (const AttemptId id : order.attempts) {
        const ProviderFacts& has = providerOf(f_, id);
        net += has.captured - has.refunded;
        holds += has.holds;
    }
    const Money active = activePriceOf(order);
    if (net + in(order, Account::Receivable) != active || holds != Money{} ||
        in(order, Account::Provider) != net) {
        fault(say("order ", order.row.id, " at rest in state ", order.row.state,
                  ": the provider has ", net, " and ", holds, " on hold, the ledger ",
                  in(order, Account::Provider), " and ", in(order, Account::Receivable),
                  " receivable, the active tickets cost ", active));
    }
}

}  // namespace tessera::simulation
