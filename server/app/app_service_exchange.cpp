// SPDX-License-Identifier: Apache-2.0
// Tickets given up for others: one command on the old order's record and the new reservation.
#include <utility>

#include "server/app/app_service.h"
#include "server/app/app_service_blocking.h"

namespace tessera::app {
namespace {

using engine::Refusal;

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
                    exchangeWithRecord(event, taker, mutation, command, reply);
                });
}

// Whose the new order is says the old one.
Answer<engine::Command> AppService::withContact(EventId event,
                                                engine::ExchangeTickets command) const {
    auto contact = with_.catalog.findContact(event, command.order);
    if (!contact) return tl::make_unexpected(unavailable("The look-up failed."));
    if (*contact) {
        command.contactName = (*contact)->name;
        command.contactEmail = (*contact)->email;
        command.language = (*contact)->language;
        command.contactPhone = (*contact)->phone;
    }
    return engine::Command(std::move(command));
}

void AppService::exchangeWithRecord(EventId event, const CallerCredentials& taker,
                                    const Mutation& mutation, engine::ExchangeTickets command,
                                    const Reply<OrderAnswer>& reply) {
    RecordJob work;
    work.order = command.order;
    work.make = [this, event, command = std::move(command)](Record record) {
        engine::ExchangeTickets with = command;
        with.record = std::move(record);
        return withContact(event, std::move(with));
    };
    onRecord(event, mutation, work, [this, event, taker, reply](Answer<engine::Outcome> outcome) {
        if (!outcome) return reply(tl::make_unexpected(std::move(outcome.error())));
        // Repeated, and over since: its target says which it was.
        const bool ended = outcome->refusal == Refusal::OrderUnknown && outcome->target != 0;
        if (outcome->refusal != Refusal::None && !ended) {
            return reply(tl::make_unexpected(problemOf(*outcome)));
        }
        getOrder(event, taker, OrderId{outcome->target}, reply);
    });
}

}  // namespace tessera::app
