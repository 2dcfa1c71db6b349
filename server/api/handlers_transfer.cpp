// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_common.h"
#include "server/api/convert_payment.h"
#include "server/api/handlers.h"
#include "server/api/reasons.h"

namespace tessera::api {
namespace {

using app::Answer;
using app::Reply;

Reply<app::TransferAnswer> shown(Reply<v1::Transfer> reply) {
    return [reply = std::move(reply)](Answer<app::TransferAnswer> answer) {
        if (!answer) return reply(tl::make_unexpected(answer.error()));
        reply(toProto(*answer));
    };
}

void offer(HandlerContext context, const CallPtr& call, const v1::OfferTransferRequest& request,
           const Reply<v1::Transfer>& reply) {
    onOrder(request, failing(reply), [&](EventId event, OrderId order) {
        auto command = toOffer(event, order, request);
        if (!command) return reply(tl::make_unexpected(command.error()));
        context.app.offerTransfer(event, call->caller(), call->mutation(), std::move(*command),
                                  shown(reply));
    });
}

void accept(HandlerContext context, const CallPtr& call, const v1::AcceptTransferRequest& request,
            const Reply<v1::Transfer>& reply) {
    onOrder(request, failing(reply), [&](EventId event, OrderId order) {
        auto caller = holderOf(call, event, request);
        if (!caller) return reply(tl::make_unexpected(caller.error()));
        auto command = toAcceptance(order, request);
        if (!command) return reply(tl::make_unexpected(command.error()));
        context.app.acceptTransfer(event, std::move(*caller), call->mutation(), std::move(*command),
                                   shown(reply));
    });
}

void cancel(HandlerContext context, const CallPtr& call, const v1::CancelTransferRequest& request,
            const Reply<v1::Transfer>& reply) {
    onOrder(request, failing(reply), [&](EventId event, OrderId order) {
        auto command = toCancellation(event, order, request);
        if (!command) return reply(tl::make_unexpected(command.error()));
        context.app.cancelTransfer(event, call->caller(), call->mutation(), std::move(*command),
                                   shown(reply));
    });
}

}  // namespace

void registerTransfers(Registry& registry, HandlerContext context) {
    registry.unary<v1::OfferTransferRequest, v1::Transfer>(
        "/tessera.v1.TransferService/OfferTransfer",
        [=](const CallPtr& call, const auto& request, auto reply) {
            offer(context, call, request, std::move(reply));
        });
    registry.unary<v1::AcceptTransferRequest, v1::Transfer>(
        "/tessera.v1.TransferService/AcceptTransfer",
        [=](const CallPtr& call, const auto& request, auto reply) {
            accept(context, call, request, std::move(reply));
        });
    registry.unary<v1::CancelTransferRequest, v1::Transfer>(
        "/tessera.v1.TransferService/CancelTransfer",
        [=](const CallPtr& call, const auto& request, auto reply) {
            cancel(context, call, request, std::move(reply));
        });
}

}  // namespace tessera::api
