// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_common.h"
#include "server/api/convert_payment.h"
#include "server/api/convert_reservation.h"
#include "server/api/handlers.h"
#include "server/api/reasons.h"
#include "server/api/staff_gate.h"
#include "server/api/through_drawer.h"

namespace tessera::api {
namespace {

using app::Answer;
using app::Reply;

Reply<app::OrderAnswer> shownAs(ShownEventPtr shown, Reply<v1::Order> reply) {
    return [shown = std::move(shown), reply = std::move(reply)](Answer<app::OrderAnswer> answer) {
        if (!answer) return reply(tl::make_unexpected(answer.error()));
        reply(toProto(*answer, *shown));
    };
}

void addTender(HandlerContext context, const CallPtr& call, const v1::AddTenderRequest& request,
               const Reply<v1::Order>& reply) {
    const auto ask =
        request.has_tender()
            ? mayPay(*call, toTender(request.tender(), "tender", context.app.serverTime()))
            : Answer<app::TenderAsk>(tl::make_unexpected(invalidField("tender", "required")));
    onShownOrder(
        context, request, failing(reply),
        [=](EventId event, OrderId id, const ShownEventPtr& shown) {
            if (!ask) return reply(tl::make_unexpected(ask.error()));
            const auto send = [=](app::Mutation mutation, const std::string& reference,
                                  const Reply<app::OrderAnswer>& done) {
                const auto& caller = call->caller();
                context.app.chooseTender(event, caller, *ask, {{}, id, mutation}, [=](auto choice) {
                    if (!choice) return done(tl::make_unexpected(choice.error()));
                    nameShift(*choice, reference);
                    context.app.addTender(event, caller, mutation, id, std::move(*choice), done);
                });
            };
            throughDrawer(context, call,
                          {.tender = ask->kind,
                           .event = event,
                           .order = id,
                           .currency = currencyOf(*shown),
                           .customer = ask->customer},
                          shownAs(shown, reply), send);
        });
}

void confirmPayment(HandlerContext context, const CallPtr& call,
                    const v1::ConfirmPaymentRequest& request, const Reply<v1::Order>& reply) {
    const std::string& payload = request.payload();
    const bool fits = isPayload(payload);
    onShownOrder(
        context, request, failing(reply),
        [=, payment = request.payment()](EventId event, OrderId id, const ShownEventPtr& shown) {
            const auto attempt = parseAttemptId(event, payment);
            if (!attempt) return reply(tl::make_unexpected(attempt.error()));
            if (!fits) {
                return reply(tl::make_unexpected(invalidField("payload", "1 to 8192 bytes")));
            }
            context.app.confirmPayment(event, call->caller(), call->mutation(), id, *attempt,
                                       payload, shownAs(shown, reply));
        });
}

void returnTickets(HandlerContext context, const CallPtr& call,
                   const v1::ReturnTicketsRequest& request, const Reply<v1::Order>& reply) {
    const auto limit = backLimitOf(*call);
    onShownOrder(context, request, failing(reply),
                 [=](EventId event, OrderId id, const ShownEventPtr& shown) {
                     auto command = toReturn(event, id, request);
                     if (!command) return reply(tl::make_unexpected(command.error()));
                     if (!limit) return reply(tl::make_unexpected(limit.error()));
                     command->backLimit = *limit;
                     takeBack(context, call, *shown, call->caller(), *command,
                              shownAs(shown, reply));
                 });
}

void acceptMove(HandlerContext context, const CallPtr& call, const v1::AcceptMoveRequest& request,
                const Reply<v1::Order>& reply) {
    onShownOrder(context, request, failing(reply),
                 [=](EventId event, OrderId id, const ShownEventPtr& shown) {
                     context.app.acceptMove(event, call->caller(), call->mutation(), id,
                                            shownAs(shown, reply));
                 });
}

void exchangeTickets(HandlerContext context, const CallPtr& call,
                     const v1::ExchangeTicketsRequest& request, const Reply<v1::Order>& reply) {
    const auto ask = mayPay(*call, toTender(request.tender(), "tender", context.app.serverTime()));
    const auto limit = backLimitOf(*call);
    onShownOrder(context, request, failing(reply),
                 [=, token = request.reservation_holder_token()](EventId event, OrderId id,
                                                                 const ShownEventPtr& shown) {
                     auto command = toExchange(event, id, request);
                     if (!command) return reply(tl::make_unexpected(command.error()));
                     if (!ask) return reply(tl::make_unexpected(ask.error()));
                     if (!limit) return reply(tl::make_unexpected(limit.error()));
                     command->backLimit = *limit;
                     const auto send = [=, exchange = std::move(*command)](
                                           app::Mutation mutation, const std::string& reference,
                                           const Reply<app::OrderAnswer>& done) {
                         const auto& caller = call->caller();
                         context.app.chooseTender(
                             event, caller, *ask, {exchange.reservation, {}, mutation},
                             [=](auto choice) {
                                 if (!choice) return done(tl::make_unexpected(choice.error()));
                                 auto with = exchange;
                                 with.tender = std::move(*choice);
                                 nameShift(with.tender, reference);
                                 context.app.exchangeTickets(event, caller, mutation,
                                                             std::move(with), token, done);
                             });
                     };
                     throughDrawer(context, call,
                                   {.tender = ask->kind,
                                    .event = event,
                                    .currency = currencyOf(*shown),
                                    .customer = ask->customer},
                                   shownAs(shown, reply), send);
                 });
}

void listRefunds(HandlerContext context, const CallPtr& call, const v1::ListRefundsRequest& request,
                 const Reply<v1::ListRefundsResponse>& reply) {
    onShownOrder(context, request, failing(reply),
                 [=](EventId event, OrderId id, const ShownEventPtr& /*shown*/) {
                     context.app.listRefunds(
                         event, call->caller(), id, [reply](Answer<app::RefundsAnswer> answer) {
                             if (!answer) {
                                 return reply(tl::make_unexpected(answer.error()));
                             }
                             reply(toProto(*answer));
                         });
                 });
}

void refundTickets(HandlerContext context, const CallPtr& call,
                   const v1::RefundTicketsRequest& request, const Reply<v1::Order>& reply) {
    const auto limit = backLimitOf(*call);
    onShownOrder(context, request, failing(reply),
                 [=](EventId event, OrderId id, const ShownEventPtr& shown) {
                     auto command = toReturn(event, id, request);
                     if (!command) return reply(tl::make_unexpected(command.error()));
                     if (!limit) return reply(tl::make_unexpected(limit.error()));
                     command->backLimit = *limit;
                     takeBack(context, call, *shown, asStaff(call), *command,
                              shownAs(shown, reply));
                 });
}

void settleRefund(HandlerContext context, const CallPtr& call,
                  const v1::SettleRefundRequest& request, const Reply<v1::Order>& reply) {
    const auto limit = backLimitOf(*call);
    onShownOrder(context, request, failing(reply),
                 [=](EventId event, OrderId id, const ShownEventPtr& shown) {
                     auto command = toSettlement(event, id, request);
                     if (!command) return reply(tl::make_unexpected(command.error()));
                     if (!limit) return reply(tl::make_unexpected(limit.error()));
                     command->backLimit = *limit;
                     settleInCash(context, call, *shown, *command, shownAs(shown, reply));
                 });
}

void listManual(HandlerContext context, const v1::ListManualRequest& request,
                Reply<v1::ListManualResponse> reply) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    context.app.listManual(*event, [reply = std::move(reply)](Answer<app::ManualAnswer> answer) {
        if (!answer) return reply(tl::make_unexpected(answer.error()));
        reply(toProto(*answer));
    });
}

Reply<app::Paper> handedOut(const char* type, Reply<v1::Document> reply) {
    return [type, reply = std::move(reply)](Answer<app::Paper> paper) {
        if (!paper) return reply(tl::make_unexpected(paper.error()));
        v1::Document out;
        out.set_content_type(type);
        out.set_file_name(paper->fileName);
        out.set_content(std::move(paper->bytes));
        reply(std::move(out));
    };
}

void getDayReport(HandlerContext context, const v1::GetDayReportRequest& request,
                  Reply<v1::Document> reply) {
    const auto event = parseEventId(request.event());
    if (!event) return reply(tl::make_unexpected(event.error()));
    context.app.dayReport(*event, request.day(),
                          handedOut("text/csv; charset=utf-8", std::move(reply)));
}

template <class Request>
void getInvoice(HandlerContext context, const app::CallerCredentials& caller,
                const Request& request, const Reply<v1::Document>& reply) {
    onShownOrder(
        context, request, failing(reply),
        [=, refund = request.refund(), language = request.language()](
            EventId event, OrderId id, const ShownEventPtr& /*shown*/) {
            if (!isLanguageTag(language)) {
                return reply(tl::make_unexpected(invalidField("language", kLanguageTagRule)));
            }
            const auto group =
                refund.empty() ? Answer<RefundId>(RefundId{}) : parseRefundId(event, refund);
            if (!group) return reply(tl::make_unexpected(group.error()));
            context.app.invoice(event, caller, {id, *group, language},
                                handedOut("application/pdf", reply));
        });
}

}  // namespace

void registerOrderPayments(Registry& registry, HandlerContext context) {
    registry.unary<v1::AddTenderRequest, v1::Order>(
        "/tessera.v1.OrderService/AddTender",
        [=](const CallPtr& call, const auto& request, auto reply) {
            addTender(context, call, request, std::move(reply));
        });
    registry.unary<v1::ConfirmPaymentRequest, v1::Order>(
        "/tessera.v1.OrderService/ConfirmPayment",
        [=](const CallPtr& call, const auto& request, auto reply) {
            confirmPayment(context, call, request, std::move(reply));
        });
    registry.unary<v1::ReturnTicketsRequest, v1::Order>(
        "/tessera.v1.OrderService/ReturnTickets",
        [=](const CallPtr& call, const auto& request, auto reply) {
            returnTickets(context, call, request, std::move(reply));
        });
    registry.unary<v1::AcceptMoveRequest, v1::Order>(
        "/tessera.v1.OrderService/AcceptMove",
        [=](const CallPtr& call, const auto& request, auto reply) {
            acceptMove(context, call, request, std::move(reply));
        });
    registry.unary<v1::ExchangeTicketsRequest, v1::Order>(
        "/tessera.v1.OrderService/ExchangeTickets",
        [=](const CallPtr& call, const auto& request, auto reply) {
            exchangeTickets(context, call, request, std::move(reply));
        });
    registry.unary<v1::ListRefundsRequest, v1::ListRefundsResponse>(
        "/tessera.v1.OrderService/ListRefunds",
        [=](const CallPtr& call, const auto& request, auto reply) {
            listRefunds(context, call, request, std::move(reply));
        });
    registry.unary<v1::GetInvoiceRequest, v1::Document>(
        "/tessera.v1.OrderService/GetInvoice",
        [=](const CallPtr& call, const auto& request, auto reply) {
            getInvoice(context, call->caller(), request, std::move(reply));
        });
}

void registerPayments(Registry& registry, HandlerContext context) {
    registry.unary<v1::RefundTicketsRequest, v1::Order>(
        "/tessera.v1.PaymentService/RefundTickets",
        [=](const CallPtr& call, const auto& request, auto reply) {
            refundTickets(context, call, request, std::move(reply));
        });
    registry.unary<v1::SettleRefundRequest, v1::Order>(
        "/tessera.v1.PaymentService/SettleRefund",
        [=](const CallPtr& call, const auto& request, auto reply) {
            settleRefund(context, call, request, std::move(reply));
        });
    registry.unary<v1::ListManualRequest, v1::ListManualResponse>(
        "/tessera.v1.PaymentService/ListManual",
        [=](const CallPtr& /*call*/, const auto& request, auto reply) {
            listManual(context, request, std::move(reply));
        });
    registry.unary<v1::GetDayReportRequest, v1::Document>(
        "/tessera.v1.PaymentService/GetDayReport",
        [=](const CallPtr& /*call*/, const auto& request, auto reply) {
            getDayReport(context, request, std::move(reply));
        });
    registry.unary<v1::GetOrderInvoiceRequest, v1::Document>(
        "/tessera.v1.PaymentService/GetOrderInvoice",
        [=](const CallPtr& call, const auto& request, auto reply) {
            getInvoice(context, asStaff(call), request, std::move(reply));
        });
}

}  // namespace tessera::api
