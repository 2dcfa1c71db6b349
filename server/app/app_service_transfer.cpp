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

constexpr int kRecordTries = 5;

// The order of which the caller may do it was judged before.
engine::Caller asHolder(const CallerCredentials& caller) {
    return {caller.hash, caller.channel, true};
}

template <class Command>
std::function<engine::Command(std::shared_ptr<const engine::OrderRecord>)> withRecordOf(
    Command command) {
    return
        [command = std::move(command)](const std::shared_ptr<const engine::OrderRecord>& record) {
            Command with = command;
            with.record = record;
            return engine::Command(std::move(with));
        };
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

void AppService::onRecord(EventId event, Mutation mutation, const RecordJob& work,
                          const Reply<engine::Outcome>& done) {
    blocking<Record>(
        [this, event, mutation, work, done](Answer<Record> record) {
            if (!record) return done(tl::make_unexpected(std::move(record.error())));
            EventJob job;
            job.mutation = mutation;
            job.command = work.make(std::move(*record));
            job.sheddable = false;
            job.done = [this, event, mutation, work, done](JobResult result) {
                if (!result) return done(tl::make_unexpected(std::move(result.error())));
                if (result->refusal == Refusal::RecordNeeded && work.tries > 1) {
                    RecordJob again = work;
                    --again.tries;
                    return onRecord(event, mutation, again, done);
                }
                if (result->refusal != Refusal::None) {
                    return done(tl::make_unexpected(problemOf(*result)));
                }
                done(std::move(*result));
            };
            submit(event, std::move(job));
        },
        [this, event, id = work.order] { return recordOf(event, id); });
}

void AppService::offerTransfer(EventId event, CallerCredentials caller, Mutation mutation,
                               engine::OfferTransfer command, Reply<TransferAnswer> reply) {
    const OrderId id = command.order;
    command.caller = asHolder(caller);
    const auto fail = [reply](Answer<OrderAnswer> order) {
        reply(tl::make_unexpected(std::move(order.error())));
    };
    onHeldOrder(event, caller, id, fail, [=, this](const OrderAnswer& /*order*/) {
        onRecord(event, mutation, {id, withRecordOf(command), kRecordTries},
                 [=, this](Answer<engine::Outcome> outcome) {
                     if (!outcome) return reply(tl::make_unexpected(std::move(outcome.error())));
                     const TransferId transfer{outcome->target};
                     reply(TransferAnswer{event, id, transfer,
                                          transferTokenOf(event, transfer, TransferToken::Link)});
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
    onRecord(event, mutation, {id, withRecordOf(std::move(command)), kRecordTries},
             [=, this, transfer = caller.transfer](Answer<engine::Outcome> outcome) {
                 if (!outcome) return reply(tl::make_unexpected(std::move(outcome.error())));
                 reply(TransferAnswer{event, id, transfer,
                                      transferTokenOf(event, transfer, TransferToken::Holder)});
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
        onRecord(event, mutation, {id, withRecordOf(command), kRecordTries},
                 [=](Answer<engine::Outcome> outcome) {
                     if (!outcome) return reply(tl::make_unexpected(std::move(outcome.error())));
                     reply(TransferAnswer{event, id, transfer, {}});
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
