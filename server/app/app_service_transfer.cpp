// SPDX-License-Identifier: Apache-2.0
// Tickets that are handed on by a link. What the link carries is an HMAC of the transfer's id, and
// so is what its new holder gets for it: both are kept nowhere. The buyer knows the first, and must
// not see the new codes: so they are two.
#include <utility>

#include "server/app/app_service.h"
#include "server/app/app_service_blocking.h"
#include "server/runtime/secrets.h"
#include "shared/base/encoding.h"

namespace tessera::app {
namespace {

using engine::Refusal;
using engine::TransferId;

// The order of which the caller may do it was judged before.
engine::Caller asHolder(const CallerCredentials& caller) {
    return {caller.hash, caller.channel, true};
}

Problem foreignToken(const CallerCredentials& caller) {
    const bool missing = caller.holderToken.empty();
    return Problem{missing ? ProblemKind::Unauthenticated : ProblemKind::PermissionDenied,
                   missing ? "HOLDER_TOKEN_MISSING" : "HOLDER_TOKEN_INVALID",
                   "The token is not this transfer's.",
                   {},
                   std::nullopt};
}

Problem transferOver() {
    engine::Outcome outcome;
    outcome.refusal = Refusal::TransferNotOpen;
    return problemOf(outcome);
}

}  // namespace

// Not to be taken for a reservation's token.
std::string AppService::transferTokenOf(EventId event, TransferId id, TransferToken which) const {
    const std::string_view what = which == TransferToken::Link ? "transfer " : "transferred ";
    const auto digest = runtime::hmacSha256(with_.holderTokenKey,
                                            std::string(what) + encodePublicId(event, id.value));
    return toBase64Url(runtime::asView(digest));
}

bool AppService::hasTransferToken(EventId event, const CallerCredentials& caller,
                                  TransferToken which) const {
    return runtime::equalConstantTime(caller.holderToken,
                                      transferTokenOf(event, caller.transfer, which));
}

void AppService::onTransfer(EventId event, const Mutation& mutation, const RecordJob& work,
                            const Reply<TransferAnswer>& reply,
                            std::function<TransferAnswer(const engine::Outcome&)> answer) {
    onRecord(event, mutation, work,
             [reply, answer = std::move(answer)](Answer<engine::Outcome> outcome) {
                 if (!outcome) return reply(tl::make_unexpected(std::move(outcome.error())));
                 if (outcome->refusal != Refusal::None) {
                     return reply(tl::make_unexpected(problemOf(*outcome)));
                 }
                 reply(answer(*outcome));
             });
}

void AppService::offerTransfer(EventId event, CallerCredentials caller, Mutation mutation,
                               engine::OfferTransfer command, Reply<TransferAnswer> reply) {
    const OrderId id = command.order;
    command.caller = asHolder(caller);
    const auto fail = [reply](Answer<OrderAnswer> order) {
        reply(tl::make_unexpected(std::move(order.error())));
    };
    onHeldOrder(event, caller, id, fail, [=, this](const OrderAnswer& /*order*/) {
        onTransfer(event, mutation, withRecordOf(command), reply,
                   [this, event, id](const engine::Outcome& outcome) {
                       const TransferId transfer{outcome.target};
                       return TransferAnswer{event, id, transfer,
                                             transferTokenOf(event, transfer, TransferToken::Link)};
                   });
    });
}

void AppService::acceptTransfer(EventId event, CallerCredentials caller, Mutation mutation,
                                engine::AcceptTransfer command, Reply<TransferAnswer> reply) {
    if (!hasTransferToken(event, caller, TransferToken::Link)) {
        return reply(tl::make_unexpected(foreignToken(caller)));
    }
    const OrderId id = command.order;
    command.transfer = caller.transfer.value;
    onTransfer(event, mutation, withRecordOf(std::move(command)), reply,
               [this, event, id, transfer = caller.transfer](const engine::Outcome& /*outcome*/) {
                   return TransferAnswer{event, id, transfer,
                                         transferTokenOf(event, transfer, TransferToken::Holder)};
               });
}

void AppService::cancelTransfer(EventId event, CallerCredentials caller, Mutation mutation,
                                engine::CancelTransfer command, Reply<TransferAnswer> reply) {
    const OrderId id = command.order;
    command.caller = asHolder(caller);
    const auto fail = [reply](Answer<OrderAnswer> order) {
        reply(tl::make_unexpected(std::move(order.error())));
    };
    onHeldOrder(event, caller, id, fail, [=, this](const OrderAnswer& /*order*/) {
        const TransferId transfer{command.transfer};
        onTransfer(event, mutation, withRecordOf(command), reply,
                   [event, id, transfer](const engine::Outcome& /*outcome*/) {
                       return TransferAnswer{event, id, transfer, {}};
                   });
    });
}

// Who has the link sees what it is for, without a code; whose they are now sees those alone.
Answer<TicketsAnswer> AppService::transferredTickets(EventId event, OrderId order,
                                                     const CallerCredentials& caller) const {
    const bool offered = hasTransferToken(event, caller, TransferToken::Link);
    if (!offered && !hasTransferToken(event, caller, TransferToken::Holder)) {
        return tl::make_unexpected(foreignToken(caller));
    }
    const TransferId transfer = caller.transfer;
    const auto stored = storedOrder(event, order);
    if (!stored) return tl::make_unexpected(stored.error());
    auto answer = ticketsAnswer(event, order, stored->currency, transfer);
    if (!answer) return answer;
    std::erase_if(answer->tickets, [&](const TicketAnswer& ticket) {
        return (offered ? ticket.row.offer : ticket.row.transfer) != transfer;
    });
    if (answer->tickets.empty()) return tl::make_unexpected(transferOver());
    return answer;
}

}  // namespace tessera::app
