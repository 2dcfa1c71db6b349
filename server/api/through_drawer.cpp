// SPDX-License-Identifier: Apache-2.0
#include "server/api/through_drawer.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "server/api/reasons.h"
#include "server/store/customers.h"

namespace tessera::api {
namespace {

// What the refund is of: cash that is handed over comes out of a drawer.
bool isCash(const app::OrderAnswer& order, RefundId id) {
    const auto refund = std::ranges::find_if(
        order.refunds, [&](const app::RefundShown& each) { return each.row.id == id; });
    if (refund == order.refunds.end()) return false;
    const auto payment =
        std::ranges::find(order.payments, refund->row.attempt, &app::PaymentShown::id);
    return payment != order.payments.end() && payment->kind == engine::TenderKind::Cash;
}

// Why nothing is sold to them on account; nothing: they are trusted. Blocks.
std::optional<app::Problem> distrust(store::Customers& customers, std::int64_t customer) {
    const auto trusted = customers.trusts(store::CustomerId{customer});
    if (!trusted) return app::unavailable("The look-up failed.");
    if (!*trusted) return refuse("CUSTOMER_NOT_FOUND", "There is no such customer.");
    if (**trusted) return std::nullopt;
    return refuse("CUSTOMER_NOT_TRUSTED", "The customer may not buy on account.");
}

// `next`, where they may be billed, or were by this very request.
void ifTrusted(HandlerContext context, const CallPtr& call, const DrawerMove& move,
               const shift::Till::OrderReply& reply, std::function<void()> next) {
    auto work = [=, next = std::move(next)] {
        auto refusal = distrust(*context.customers, move.customer);
        if (!refusal) return next();
        context.app.findEffect(move.event, call->mutation(),
                               [=](const app::Answer<std::optional<std::int64_t>>& had) {
                                   if (had && *had) return next();
                                   reply(tl::make_unexpected(had ? *refusal : had.error()));
                               });
    };
    if (context.executor.post(std::move(work)) != runtime::PostOutcome::Accepted) {
        reply(tl::make_unexpected(app::busy("Too much waits for the database.")));
    }
}

}  // namespace

void throughDrawer(HandlerContext context, const CallPtr& call, const DrawerMove& move,
                   const shift::Till::OrderReply& reply, const shift::Till::Send& send) {
    const auto& session = call->staff().session;
    if (context.customers != nullptr && session && move.customer != 0) {
        DrawerMove known = move;
        known.customer = 0;
        return ifTrusted(context, call, move, reply,
                         [=] { throughDrawer(context, call, known, reply, send); });
    }
    if (context.till == nullptr || !session) return send(call->mutation(), {}, reply);
    shift::Passage passage;
    passage.device = session->device;
    passage.mutation = call->mutation();
    store::ShiftEntry& entry = passage.what;
    entry.request = call->mutation().request;
    entry.fingerprint = call->mutation().fingerprint;
    entry.kind = move.kind;
    if (move.tender) entry.tenderKind = static_cast<std::int16_t>(*move.tender);
    entry.event = move.event;
    entry.order = move.order;
    entry.target = move.refund.value;
    entry.currency = move.currency;
    entry.staff = session->staff;
    context.till->pass(passage, reply, send);
}

Currency currencyOf(const ShownEvent& shown) {
    return parseCurrency(shown.config.currency_code()).value_or(Currency{});
}

void nameShift(engine::TenderChoice& choice, const std::string& reference) {
    if (choice.kind == engine::TenderKind::Cash && !reference.empty()) choice.reference = reference;
}

bool isOfShift(std::string_view reference) {
    const auto slash = reference.find('/');
    return slash != std::string_view::npos && decodePublicId(reference.substr(0, slash)) &&
           parseRequestId(reference.substr(slash + 1));
}

app::CallerCredentials asStaff(const CallPtr& call) {
    app::CallerCredentials staff = call->caller();
    staff.holderToken.clear();
    staff.channel = channelOf(false, true);
    staff.staff = true;
    return staff;
}

void takeBack(HandlerContext context, const CallPtr& call, const ShownEvent& shown,
              const app::CallerCredentials& caller, const engine::RefundTickets& command,
              const app::Reply<app::OrderAnswer>& reply) {
    const EventId event = shown.answer.row.id;
    throughDrawer(context, call,
                  {.kind = store::EntryKind::Returned,
                   .event = event,
                   .order = command.order,
                   .currency = currencyOf(shown)},
                  reply,
                  [=](app::Mutation mutation, const std::string& /*reference*/,
                      const app::Reply<app::OrderAnswer>& done) {
                      context.app.refundTickets(event, caller, std::move(mutation), command, done);
                  });
}

void settleInCash(HandlerContext context, const CallPtr& call, const ShownEvent& shown,
                  const engine::SettleRefund& command, const app::Reply<app::OrderAnswer>& reply) {
    const EventId event = shown.answer.row.id;
    const auto send = [=](app::Mutation mutation, const std::string& /*reference*/,
                          const app::Reply<app::OrderAnswer>& done) {
        context.app.settleRefund(event, std::move(mutation), command, done);
    };
    if (context.till == nullptr || !call->staff().session) {
        return send(call->mutation(), {}, reply);
    }
    const DrawerMove back{.kind = store::EntryKind::CashBack,
                          .tender = engine::TenderKind::Cash,
                          .event = event,
                          .order = command.order,
                          .refund = command.refund,
                          .currency = currencyOf(shown)};
    context.app.getOrder(event, asStaff(call), command.order,
                         [=](app::Answer<app::OrderAnswer> order) {
                             if (!order) return reply(std::move(order));
                             if (!isCash(*order, back.refund))
                                 return send(call->mutation(), {}, reply);
                             throughDrawer(context, call, back, reply, send);
                         });
}

}  // namespace tessera::api
