// SPDX-License-Identifier: Apache-2.0
// Tickets given up for others: one command on the old order's record and the new reservation.
#include <utility>

#include "server/app/app_service.h"
#include "server/app/app_service_blocking.h"

namespace tessera::app {
namespace {

using engine::Refusal;

constexpr int kRecordTries = 5;

}  // namespace

void AppService::exchangeTickets(EventId event, CallerCredentials caller, Mutation mutation,
                                 engine::ExchangeTickets command, std::string reservationToken,
                                 Reply<OrderAnswer> reply) {
    CallerCredentials taker = caller;
    taker.holderToken = std::move(reservationToken);
    const auto who = callerFor(event, taker, command.reservation);
    if (!who) return reply(tl::make_unexpected(who.error()));
    command.caller = {caller.hash, caller.channel, true};
    command.taker = *who;
    onHeldOrder(event, caller, command.order, reply,
                [this, event, taker, mutation, command, reply](const OrderAnswer& /*order*/) {
                    exchangeWithRecord(event, taker, mutation, command, kRecordTries, reply);
                });
}

// Whose the new order is says the old one.
Answer<engine::ExchangeTickets> AppService::withContact(EventId event,
                                                        engine::ExchangeTickets command) const {
    auto record = recordOf(event, command.order);
    if (!record) return tl::make_unexpected(std::move(record.error()));
    command.record = std::move(*record);
    auto contact = with_.catalog.findContact(event, command.order);
    if (!contact) return tl::make_unexpected(unavailable("The look-up failed."));
    if (*contact) {
        command.contactName = (*contact)->name;
        command.contactEmail = (*contact)->email;
        command.language = (*contact)->language;
    }
    return command;
}

void AppService::exchangeWithRecord(EventId event, const CallerCredentials& taker,
                                    Mutation mutation, const engine::ExchangeTickets& command,
                                    int tries, const Reply<OrderAnswer>& reply) {
    blocking<engine::ExchangeTickets>(
        [this, event, taker, mutation, command, tries,
         reply](Answer<engine::ExchangeTickets> filled) {
            if (!filled) return reply(tl::make_unexpected(std::move(filled.error())));
            EventJob job;
            job.mutation = mutation;
            job.command = std::move(*filled);
            job.sheddable = false;
            job.done = [this, event, taker, mutation, command, tries, reply](JobResult result) {
                if (!result) return reply(tl::make_unexpected(std::move(result.error())));
                if (result->refusal == Refusal::RecordNeeded && tries > 1) {
                    return exchangeWithRecord(event, taker, mutation, command, tries - 1, reply);
                }
                // Repeated, and over since: its target says which it was.
                const bool ended = result->refusal == Refusal::OrderUnknown && result->target != 0;
                if (result->refusal != Refusal::None && !ended) {
                    return reply(tl::make_unexpected(problemOf(*result)));
                }
                getOrder(event, taker, OrderId{result->target}, reply);
            };
            submit(event, std::move(job));
        },
        [this, event, command] { return withContact(event, command); });
}

}  // namespace tessera::app
