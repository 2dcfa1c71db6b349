// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/audit/money_judge.h"

#include <algorithm>

namespace tessera::simulation {
namespace {

using engine::AttemptState;
using engine::Operation;
using engine::OrderState;

bool wasCalled(const AttemptFacts& attempt, Operation operation) {
    return (attempt.calls >> static_cast<int>(operation) & 1) != 0;
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
    note(did, has);
}

void MoneyJudge::note(const ProviderDid& did, ProviderFacts& has) {
    auto* refund = findIn(f_.refunds, did.refund);
    switch (did.what) {
        case ProviderDid::Created:
            has.created = true;
            ++has.objects;
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
            has.letGoBy = did.webhook;
            has.holds = {};
            break;
        case ProviderDid::Refunded:
            has.refunded += did.amount;
            has.everRefunded += did.amount;
            if (refund) refund->given += did.amount;
            if (refund) refund->everGiven += did.amount;
            break;
        case ProviderDid::RefundFailed:
            has.refunded -= did.amount;
            if (!refund) break;
            refund->given -= did.amount;
            f_.orders.at(refund->row.order).isOpenAgain = true;
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
            if (attempt.known.objectId.empty() &&
                attempt.row.provider != engine::ProviderKind::GiftCard) {
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
            judgeGivenBack(did, attempt, has);
            break;
        case ProviderDid::RefundFailed:
            break;
    }
}

// Once for each refund, what its row says, and never more than was taken.
void MoneyJudge::judgeGivenBack(const ProviderDid& did, const AttemptFacts& attempt,
                                const ProviderFacts& has) {
    const auto* refund = findIn(f_.refunds, did.refund);
    if (!wasCalled(attempt, Operation::Refund) || !refund || !refund->called ||
        refund->row.attempt != did.attempt || has.refunded + did.amount > has.captured) {
        fault(say("attempt ", did.attempt, " was refunded ", did.amount, " of ",
                  has.captured - has.refunded, ", or without a committed call"));
        return;
    }
    if (did.amount == refund->row.amount && refund->given == Money{}) return;
    fault(say("refund ", did.refund, " of attempt ", did.attempt, " is of ", refund->row.amount,
              ", the provider gave ", did.amount, " after ", refund->given));
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
    if (update.refunded > has.everRefunded) wrong("more than was refunded");
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
            if (has.captured > has.everRefunded) wrong("not all was given back");
            break;
        default:
            break;
    }
}

void MoneyJudge::judge(const OrderFacts& order) {
    judgeTickets(order);
    judgeLedger(order);
    Money net;
    Money covered;
    int open = 0;
    for (const AttemptId id : order.attempts) {
        const ProviderFacts& has = providerOf(f_, id);
        net += has.captured - has.refunded;
        const AttemptState state = f_.attempts.at(id).row.state;
        open += state == AttemptState::Opening || state == AttemptState::Open;
        if (!isLateOne(id)) covered += coverOf(id);
    }
    if (open > 1) fault(say("order ", order.row.id, " has ", open, " attempts open at once"));
    const bool over =
        order.row.state == OrderState::Paid || order.row.state == OrderState::Compensating;
    if (!over && covered > order.row.total) {
        fault(say("the attempts of order ", order.row.id, " are for ", covered, " of ",
                  order.row.total));
    }
    switch (order.row.state) {
        case OrderState::Allocated:
            if (const Money has = authorizedFor(order); has < order.row.total) {
                fault(say("order ", order.row.id, " is allocated, authorized for ", has, " of ",
                          order.row.total));
            }
            break;
        case OrderState::Paid:
            judgePaid(order, net);
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
        if (has.holds != Money{} || has.captured - has.refunded != undoneOf(order, id)) {
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

// What was taken is for what it still has, for what the organiser keeps, and on its way back.
void MoneyJudge::judgePaid(const OrderFacts& order, Money net) {
    const Money right = activePriceOf(order) + retainedOf(order) + owedOf(order);
    if (net >= right) return;
    fault(say("order ", order.row.id, " is paid, captured are ", net, " of ", right));
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
        // Of several only one was looked at last.
        if (!fresh || order.tenders.size() > 1) {
            if (coverOf(id) > Money{}) sum += std::max(has.everAuthorized, has.captured);
            continue;
        }
        sum += has.holds + (has.captured - has.refunded);
        if (mayCountOn(attempt, has)) sum += has.letGo;
    }
    return sum;
}

// True if the look may have found what the provider let go meanwhile: the capture is queued in the
// batch of its answer, and the call before that was the look. Where webhooks alone tell, a look
// finds what had come in.
bool MoneyJudge::mayCountOn(const AttemptFacts& attempt, const ProviderFacts& has) const {
    if (attempt.calledAt != f_.commits) return false;
    if (has.letGoAfter >= attempt.calledBefore) return true;
    if (has.letGoBy.empty()) return false;
    const auto* heard = findIn(f_.webhooksTaken, has.letGoBy);
    return !heard || *heard >= attempt.calledBefore;
}

}  // namespace tessera::simulation
