// SPDX-License-Identifier: Apache-2.0
// Answers about orders and tickets, and those to staff.
#include <algorithm>

#include "tests/simulation/audit/answer_judge.h"

namespace tessera::simulation {
namespace {

using engine::OrderState;
using engine::TicketState;

// What is about the money of one order.
OrderId orderPaid(const Question& question) {
    if (const auto* tender = std::get_if<AskTender>(&question)) return tender->order;
    if (const auto* back = std::get_if<AskReturn>(&question)) return back->order;
    if (const auto* settle = std::get_if<AskSettle>(&question)) return settle->order;
    if (const auto* confirm = std::get_if<AskConfirm>(&question)) return confirm->order;
    return {};
}

}  // namespace

void AnswerJudge::judgeOrder(const app::OrderAnswer& answer) {
    const auto& view = answer.view;
    const auto* read = std::get_if<AskOrder>(&call_.asked.question);
    const auto* checkout = std::get_if<AskCheckout>(&call_.asked.question);
    const bool money = orderPaid(call_.asked.question) == view.id;
    if ((read && read->order != view.id) ||
        (checkout && checkout->reservation != view.reservation) || (!read && !checkout && !money)) {
        return fault(Check::S3, say("was told of order ", view.id, " of reservation ",
                                    view.reservation, ", for which it did not ask"));
    }
    auto* order = findIn(f_.orders, view.id);
    if (!order) {
        return fault(Check::S2, say("was told of order ", view.id, ", which is not committed"));
    }
    if (checkout && !judgeCheckoutEffect(view)) return;
    if (money && !judgeMoneyEffect(view)) return;
    if (judgeOrderFields(*order, answer)) count(judgeOrderState(*order, view));
}

bool AnswerJudge::judgeCheckoutEffect(const engine::OrderView& view) {
    const auto& mutation = call_.asked.mutation;
    const Effect* known = effect();
    if (!known || known->kind != kCheckout || known->target != view.id.value ||
        known->fingerprint != mutation.fingerprint) {
        fault(known ? Check::S7 : Check::S2,
              say("was told of order ", view.id, " for request ", toString(mutation.request),
                  ", of which is committed: kind ", known ? known->kind : 0, ", target ",
                  known ? known->target : 0));
        return false;
    }
    auto& told = f_.effects[mutation.request].told;
    findings_.counters.repeats += told;
    told = true;
    return true;
}

bool AnswerJudge::judgeMoneyEffect(const engine::OrderView& view) {
    const auto& mutation = call_.asked.mutation;
    const Effect* known = effect();
    bool right = known && known->fingerprint == mutation.fingerprint;
    if (right && (known->kind == kTender || known->kind == kConfirm))
        right = known->target == view.id.value;
    const bool back = right && (known->kind == kReturn || known->kind == kSettle);
    if (back && known->target != 0 && known->target != view.id.value) {
        const auto* refund = findIn(f_.refunds, RefundId{known->target});
        right = refund && refund->row.order == view.id;
    }
    if (!right) {
        fault(known ? Check::S7 : Check::S2,
              say("was told of order ", view.id, " for request ", toString(mutation.request),
                  ", of which is committed: kind ", known ? known->kind : 0, ", target ",
                  known ? known->target : 0));
        return false;
    }
    auto& told = f_.effects[mutation.request].told;
    findings_.counters.repeats += told;
    told = true;
    return true;
}

// As of the last commit: which of them are over since then is not looked at.
void AnswerJudge::judgeManual(const app::ManualAnswer& answer) {
    for (const store::ManualRow& row : answer.rows) {
        const auto* order = findIn(f_.orders, row.order);
        const auto* refund = row.refund ? findIn(f_.refunds, row.refund->id) : nullptr;
        if (order && (!row.refund || (refund && refund->row.order == row.order))) continue;
        return fault(Check::S2, say("was told that order ", row.order,
                                    " waits for staff, which is not committed"));
    }
    count(Verdict::Lenient);
}

bool AnswerJudge::judgeOrderFields(const OrderFacts& order, const app::OrderAnswer& answer) {
    const auto& view = answer.view;
    const auto* r = findIn(f_.reservations, order.row.reservation);
    if (view.reservation != order.row.reservation || view.createdAt != order.row.createdAt ||
        view.total != order.row.total || (r && view.buyer != r->row.buyer)) {
        fault(Check::S3, say("order ", view.id,
                             " was told with another reservation, buyer, time or "
                             "total (",
                             view.total, ") than its row has"));
        return false;
    }
    for (const TicketId id : view.tickets) {
        const auto* ticket = findIn(f_.tickets, id);
        if (ticket && ticket->row.order == view.id) continue;
        fault(Check::S2, say("order ", view.id, " was told with ticket ", id,
                             ", which is not committed as its own"));
        return false;
    }
    const auto* attempt = findIn(f_.attempts, view.attempt);
    if (view.attempt && (!attempt || attempt->row.order != view.id)) {
        fault(Check::S2, say("order ", view.id, " was told with attempt ", view.attempt,
                             ", which is not committed as its own"));
        return false;
    }
    // The object's id is committed before the buyer gets anything to pay with.
    const bool payable = answer.payment && !answer.payment->clientSecret.empty();
    if (payable && (!attempt || attempt->known.objectId != answer.payment->objectId)) {
        fault(Check::S2, say("order ", view.id, " was told with object ", answer.payment->objectId,
                             " to pay, which is not committed"));
        return false;
    }
    return true;
}

Verdict AnswerJudge::judgeOrderState(OrderFacts& order, const engine::OrderView& view) {
    const OrderNow told{view.state, view.payDeadline};
    const bool ended = isEnd(view.state);
    if (!ended && !order.isOpenAgain && order.endToldAt != 0 && order.endToldAt < call_.no) {
        fault(Check::S3, say("order ", view.id, " was told in state ", view.state,
                             ", after somebody had been told its end"));
        return Verdict::Untrue;
    }
    if (ended && order.endToldAt == 0) order.endToldAt = no_;
    findings_.counters.confirming +=
        view.state == OrderState::Fencing || view.state == OrderState::Allocated;
    if (order.past.any(c_.in, [&](const OrderNow& now) { return now == told; })) {
        return Verdict::Exact;
    }
    const bool between = order.past.anyStep(c_.in, [&](const OrderNow* before, const auto& after) {
        return leadsTo(before ? before->state : OrderState::Paying, told.state) &&
               leadsTo(told.state, after.state) &&
               (told.payDeadline == after.payDeadline ||
                (before && told.payDeadline == before->payDeadline));
    });
    if (between) return Verdict::Lenient;
    const OrderNow* last = order.past.at(c_.in.to);
    const bool ahead = last && last->state != told.state && leadsTo(last->state, told.state) &&
                       !order.past.any({0, c_.in.to}, [&](const OrderNow& now) {
                           return now.state == told.state;
                       });
    fault(ahead ? Check::S2 : Check::S3,
          say("order ", view.id, " was told in state ", told.state, ", deadline ", told.payDeadline,
              "; by commit ", c_.in.to, " it is in state ", last ? last->state : OrderState{},
              ", deadline ", last ? last->payDeadline : Instant{},
              ahead ? ": ahead of any commit" : ": not so since the question"));
    return Verdict::Untrue;
}

// All of an order's tickets, or none before there are any.
void AnswerJudge::judgeTickets(const app::TicketsAnswer& answer) {
    const auto* asked = std::get_if<AskTickets>(&call_.asked.question);
    const auto* order = asked ? findIn(f_.orders, asked->order) : nullptr;
    if (!order) {
        return fault(Check::S2, say("was told of tickets of order ",
                                    asked ? asked->order : OrderId{}, ", which is not committed"));
    }
    for (const app::TicketAnswer& ticket : answer.tickets) {
        if (!judgeTicket(ticket, asked->order)) return;
    }
    const bool none =
        answer.tickets.empty() && (order->tickets.empty() || order->ticketsMade > c_.in.from);
    const bool some = std::ranges::any_of(order->tickets, [&](TicketId id) {
        return static_cast<bool>(f_.tickets.at(id).row.refund);
    });
    if (!none && !some && answer.tickets.size() != order->tickets.size()) {
        return fault(Check::S3, say("order ", asked->order, " has ", order->tickets.size(),
                                    " tickets, told were ", answer.tickets.size()));
    }
    count(Verdict::Exact);
}

bool AnswerJudge::judgeTicket(const app::TicketAnswer& ticket, OrderId order) {
    const auto* known = findIn(f_.tickets, ticket.row.id);
    if (!known || known->row.order != order) {
        fault(Check::S2, say("ticket ", ticket.row.id, " of order ", order, " is not committed"));
        return false;
    }
    const engine::TicketRow& row = known->row;
    const bool same = row.seat == ticket.row.seat && row.area == ticket.row.area &&
                      row.type == ticket.row.type && row.price == ticket.row.price;
    const bool active = ticket.row.state == TicketState::Active;
    const bool was = known->past.any(c_.in, [&](TicketState s) { return s == ticket.row.state; });
    if (same && was && active == !ticket.code.empty()) return true;
    const TicketState* last = known->past.at(c_.in.to);
    const bool ahead = last && ticket.row.state > *last;
    fault(ahead ? Check::S2 : Check::S3,
          say("ticket ", ticket.row.id, " was told in state ", ticket.row.state,
              ticket.code.empty() ? " without" : " with", " a code; its row is in state ",
              last ? *last : TicketState{}, same ? "" : ", of another place, type or price"));
    return false;
}

void AnswerJudge::judgeNumber(std::int64_t number) {
    const auto& question = call_.asked.question;
    const Effect* known = effect();
    if (known && known->fingerprint != call_.asked.mutation.fingerprint) {
        return fault(Check::S7, say("request ", toString(call_.asked.mutation.request),
                                    " was reused with another body and answered ", number));
    }
    if (const auto* allocation = std::get_if<AskAllocation>(&question)) {
        return count(judgeAllocation(*allocation, number));
    }
    if (const auto* sale = std::get_if<AskSale>(&question)) {
        const bool so = f_.terms.any(c_.in, [&](const auto& t) { return t.sale == sale->sale; });
        const auto* request = findIn(f_.requests, call_.asked.mutation.request);
        const Versions since{request ? request->from : c_.in.from, c_.in.to};
        // Without effect, as with allocations.
        const bool was = f_.terms.any(since, [&](const auto& t) { return t.sale == sale->sale; });
        const bool done = was || (known && known->kind == kTerms);
        if (!so && !done) {
            return fault(Check::S2, say("was told that the sale is ", sale->sale,
                                        ", which no committed terms say"));
        }
        return count(so ? Verdict::Exact : Verdict::Lenient);
    }
    if (const auto* code = std::get_if<AskCode>(&question)) {
        const auto* made = findIn(f_.codes, CodeId{number});
        if (!made || made->code.text != code->code.text || !known || known->kind != kCode ||
            known->target != number) {
            return fault(Check::S2, say("was told of code ", number,
                                        ", which is not committed for its request"));
        }
        return count(Verdict::Exact);
    }
    fault(Check::S3, say("was answered ", number, ", for which it did not ask"));
}

// How many seats changed: as its request's row says, or none, because all were so already.
Verdict AnswerJudge::judgeAllocation(const AskAllocation& asked, std::int64_t number) {
    if (const Effect* known = effect()) {
        if (known->kind == kAllocate && known->target == number) return Verdict::Exact;
        fault(Check::S7,
              say("was told of ", number, " seats, its request's row has ", known->target));
        return Verdict::Untrue;
    }
    // What had no effect is not written, and is answered as it was when the id was first asked
    // with.
    Versions in = c_.in;
    if (const auto* request = findIn(f_.requests, call_.asked.mutation.request)) {
        in.from = std::min(in.from, request->from);
    }
    bool could = number == 0;
    bool touched = false;
    for (const SeatNo no : asked.seats) {
        if (!f_.layout.contains(no)) continue;
        const SeatFacts& seat = f_.seats[static_cast<std::size_t>(no.value)];
        could = could && seat.past.any(in, [&](const auto& state) {
            return state.allocation == asked.allocation;
        });
        touched = touched || seat.touched.anyAfter(in);
    }
    if (could) return touched ? Verdict::Lenient : Verdict::Exact;
    if (number == 0 && touched) return Verdict::Lenient;
    fault(Check::S2, say("was told that ", number, " seats went to allocation ", asked.allocation,
                         ", which is not committed"));
    return Verdict::Untrue;
}

}  // namespace tessera::simulation
