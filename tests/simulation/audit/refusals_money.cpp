// SPDX-License-Identifier: Apache-2.0
// What each reason claims that is about tenders, returns and refunds.
#include <algorithm>

#include "tests/simulation/audit/answer_judge.h"

namespace tessera::simulation {
namespace {

using engine::OrderState;

constexpr std::size_t kTendersMost = 8;    // Of an order (the contract).
constexpr std::size_t kAttemptsMost = 20;  // And of all that it tried.
constexpr std::size_t kRefundsMost = 200;

const OrderFacts* orderAsked(const Case& c) {
    if (const auto* tender = std::get_if<AskTender>(&c.asked.question)) {
        return findIn(c.f.orders, tender->order);
    }
    if (const auto* confirm = std::get_if<AskConfirm>(&c.asked.question)) {
        return findIn(c.f.orders, confirm->order);
    }
    const auto* back = std::get_if<AskReturn>(&c.asked.question);
    return back ? findIn(c.f.orders, back->order) : nullptr;
}

// In a committed state that is none of these, or inside a batch that went through one.
template <class Predicate>
Verdict byState(const Case& c, Predicate isSo) {
    const auto* order = orderAsked(c);
    if (!order) return Verdict::Untrue;
    const auto now = [&](const OrderNow& at) { return isSo(at.state); };
    if (order->past.any(c.in, now)) return Verdict::Exact;
    const bool moved =
        order->past.anyStep(c.in, [](const OrderNow*, const OrderNow&) { return true; });
    return moved ? Verdict::Lenient : Verdict::Untrue;
}

}  // namespace

Verdict judgeNotPayable(const Case& c, const app::Problem&) {
    return byState(c, [](OrderState state) {
        return state != OrderState::Paying && state != OrderState::Unpaid;
    });
}

// How much was covered at each instant is not kept: an amount of nothing is never too large but
// where nothing is missing.
Verdict judgeTenderTooLarge(const Case& c, const app::Problem&) {
    if (const auto* checkout = std::get_if<AskCheckout>(&c.asked.question)) {
        const auto* r = findIn(c.f.reservations, checkout->reservation);
        return exactIf(r && checkout->tender.amount > r->row.total);
    }
    const auto* order = orderAsked(c);
    const auto* tender = std::get_if<AskTender>(&c.asked.question);
    if (!order || !tender) return Verdict::Untrue;
    if (tender->tender.amount > order->row.total) return Verdict::Exact;
    const bool several = order->tenders.size() > 1 || tender->tender.amount == Money{};
    Money paid;
    for (const AttemptId id : order->attempts) {
        const ProviderFacts& has = providerOf(c.f, id);
        paid += std::max(has.everAuthorized, has.captured);
    }
    const bool less = paid > Money{} && tender->tender.amount > order->row.total - paid;
    return less || (several && paid >= order->row.total) ? Verdict::Lenient : Verdict::Untrue;
}

Verdict judgeTenderNotAllowed(const Case& c, const app::Problem&) {
    const auto* tender = std::get_if<AskTender>(&c.asked.question);
    const auto* checkout = std::get_if<AskCheckout>(&c.asked.question);
    if (!tender && !checkout) return Verdict::Untrue;
    const auto kind = tender ? tender->tender.kind : checkout->tender.kind;
    const bool open = kind == engine::TenderKind::Card || kind == engine::TenderKind::GiftCard;
    return exactIf(!open && !c.asked.byStaff);
}

Verdict judgeTooManyTenders(const Case& c, const app::Problem&) {
    const auto* order = orderAsked(c);
    return exactIf(order && (order->tenders.size() >= kTendersMost ||
                             order->attempts.size() >= kAttemptsMost));
}

// Not open any more, or being confirmed, or being ended for another: of what is
// going on at each instant only the calls are known.
Verdict judgeNotOpen(const Case& c, const app::Problem&) {
    const auto* confirm = std::get_if<AskConfirm>(&c.asked.question);
    const auto* attempt = confirm ? findIn(c.f.attempts, confirm->attempt) : nullptr;
    if (!attempt || attempt->row.order != confirm->order) return Verdict::Untrue;
    return attempt->row.state == engine::AttemptState::Open ? Verdict::Lenient : Verdict::Exact;
}

Verdict judgeNotPaid(const Case& c, const app::Problem&) {
    return byState(c, [](OrderState state) { return state != OrderState::Paid; });
}

Verdict judgeNoTicket(const Case& c, const app::Problem&) {
    const auto* back = std::get_if<AskReturn>(&c.asked.question);
    const auto* order = orderAsked(c);
    if (!back || !order) return Verdict::Untrue;
    return exactIf(std::ranges::any_of(back->tickets, [&](TicketId id) {
        return std::ranges::find(order->tickets, id) == order->tickets.end();
    }));
}

// One of those that were named; or all of them.
Verdict judgeTicketNotActive(const Case& c, const app::Problem&) {
    const auto* back = std::get_if<AskReturn>(&c.asked.question);
    const auto* order = orderAsked(c);
    if (!back || !order) return Verdict::Untrue;
    const auto wasNot = [&](TicketId id) {
        const auto* ticket = findIn(c.f.tickets, id);
        return ticket && ticket->past.any(c.in, [](engine::TicketState state) {
            return state != engine::TicketState::Active;
        });
    };
    const bool so = back->tickets.empty() ? std::ranges::all_of(order->tickets, wasNot)
                                          : std::ranges::any_of(back->tickets, wasNot);
    return exactIf(so);
}

// Inside the rules nothing is refused.
Verdict judgeReturnNotAllowed(const Case& c, const app::Problem&) {
    const auto* back = std::get_if<AskReturn>(&c.asked.question);
    const auto* order = orderAsked(c);
    if (!back || !order) return Verdict::Untrue;
    if (order->refunds.size() + order->tenders.size() > kRefundsMost) return Verdict::Exact;
    const bool over = c.f.terms.any(c.in, [&](const engine::EventTerms& terms) {
        return c.notAfter >= terms.afterSale.returnsUntil;
    });
    return exactIf(back->reason == engine::RefundReason::Returned && over);
}

Verdict judgeNoRefund(const Case& c, const app::Problem&) {
    const auto* settle = std::get_if<AskSettle>(&c.asked.question);
    return exactIf(settle && !c.f.refunds.contains(settle->refund));
}

Verdict judgeRefundNotOpen(const Case& c, const app::Problem&) {
    const auto* settle = std::get_if<AskSettle>(&c.asked.question);
    const auto* refund = settle ? findIn(c.f.refunds, settle->refund) : nullptr;
    return exactIf(refund && refund->past.any(c.in, [](engine::RefundState state) {
        return state == engine::RefundState::Succeeded || state == engine::RefundState::Queued;
    }));
}

}  // namespace tessera::simulation
