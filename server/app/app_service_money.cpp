// SPDX-License-Identifier: Apache-2.0
// Paying an order in parts, and giving money back.
#include <utility>

#include "server/app/app_service.h"
#include "server/app/app_service_blocking.h"
#include "server/app/order_money.h"

namespace tessera::app {
namespace {

using engine::Refusal;

constexpr std::int32_t kManualMax = 1000;

// The order of which the caller may do it was judged before.
engine::Caller asHolder(const CallerCredentials& caller) {
    return {caller.hash, caller.channel, true};
}

CallerCredentials asStaff() {
    CallerCredentials staff;
    staff.channel = engine::Channel::BoxOffice;
    staff.staff = true;
    return staff;
}

}  // namespace

void AppService::onHeldOrder(EventId event, const CallerCredentials& caller, OrderId id,
                             Reply<OrderAnswer> reply, std::function<void(OrderAnswer)> next) {
    readOrder(event, caller, id, [reply = std::move(reply), next = std::move(next)](auto order) {
        if (!order) return reply(std::move(order));
        next(std::move(*order));
    });
}

void AppService::submitForOrder(EventId event, const CallerCredentials& caller, OrderId id,
                                EventJob job, Reply<OrderAnswer> reply) {
    job.sheddable = false;
    job.done = [this, event, caller, id, reply = std::move(reply)](JobResult result) {
        if (!result) return reply(tl::make_unexpected(std::move(result.error())));
        // It was found just now: its owner has forgotten how it ended.
        if (result->refusal == Refusal::OrderUnknown) result->refusal = Refusal::OrderNotPayable;
        if (result->refusal != Refusal::None) {
            return reply(tl::make_unexpected(problemOf(*result)));
        }
        getOrder(event, caller, id, reply);
    };
    submit(event, std::move(job));
}

void AppService::addTender(EventId event, CallerCredentials caller, Mutation mutation, OrderId id,
                           engine::TenderChoice tender, Reply<OrderAnswer> reply) {
    onHeldOrder(event, caller, id, reply,
                [this, event, caller, mutation, id, tender = std::move(tender),
                 reply](const OrderAnswer& /*order*/) {
                    EventJob job;
                    job.mutation = mutation;
                    job.command = engine::AddTender{id, asHolder(caller), tender};
                    submitForOrder(event, caller, id, std::move(job), reply);
                });
}

void AppService::confirmPayment(EventId event, CallerCredentials caller, Mutation mutation,
                                OrderId id, AttemptId attempt, std::string payload,
                                Reply<OrderAnswer> reply) {
    onHeldOrder(event, caller, id, reply,
                [this, event, caller, mutation, id, attempt, payload = std::move(payload),
                 reply](const OrderAnswer& order) {
                    // Whether it is the open one is for the engine to say: a repeated call may find
                    // it authorized.
                    for (const PaymentShown& payment : order.payments) {
                        if (payment.id != attempt || payment.confirmByCall) continue;
                        engine::Outcome outcome;
                        outcome.refusal = Refusal::PaymentNotOpen;
                        return reply(tl::make_unexpected(problemOf(outcome)));
                    }
                    EventJob job;
                    job.mutation = mutation;
                    job.command = engine::ConfirmPayment{id, attempt, asHolder(caller), payload};
                    submitForOrder(event, caller, id, std::move(job), reply);
                });
}

void AppService::refundTickets(EventId event, CallerCredentials caller, Mutation mutation,
                               engine::RefundTickets command, Reply<OrderAnswer> reply) {
    const OrderId id = command.order;
    command.caller = asHolder(caller);
    // The organiser's rules are for whoever returns tickets without the scope to take them back.
    if (command.reason == engine::RefundReason::Returned) {
        command.caller.channel = engine::Channel::Web;
    }
    onHeldOrder(
        event, caller, id, reply,
        [this, event, caller, mutation, work = withRecordOf(std::move(command)), reply](
            const OrderAnswer& /*order*/) { withRecord(event, caller, mutation, work, reply); });
}

void AppService::settleRefund(EventId event, Mutation mutation, engine::SettleRefund command,
                              Reply<OrderAnswer> reply) {
    withRecord(event, asStaff(), mutation, withRecordOf(std::move(command)), reply);
}

// The engine has let the order's money go: what the database knows of it goes along, and is read
// again where the order has changed since.
void AppService::onRecord(EventId event, const Mutation& mutation, const RecordJob& work,
                          const Reply<engine::Outcome>& done) {
    blocking<engine::Command>(
        [this, event, mutation, work, done](Answer<engine::Command> command) {
            if (!command) return done(tl::make_unexpected(std::move(command.error())));
            EventJob job;
            job.mutation = mutation;
            job.command = std::move(*command);
            job.judge = work.judge;
            job.sheddable = false;
            job.done = [this, event, mutation, work, done](JobResult result) {
                if (result && result->refusal == Refusal::RecordNeeded && work.tries > 1) {
                    RecordJob again = work;
                    --again.tries;
                    return onRecord(event, mutation, again, done);
                }
                done(std::move(result));
            };
            submit(event, std::move(job));
        },
        [this, event, work]() -> Answer<engine::Command> {
            const auto record = recordOf(event, work.order);
            if (!record) return tl::make_unexpected(record.error());
            return work.make(*record);
        });
}

void AppService::withRecord(EventId event, const CallerCredentials& caller,
                            const Mutation& mutation, const RecordJob& work,
                            const Reply<OrderAnswer>& reply) {
    onRecord(event, mutation, work,
             [this, event, caller, id = work.order, reply](Answer<engine::Outcome> outcome) {
                 if (!outcome) return reply(tl::make_unexpected(std::move(outcome.error())));
                 if (outcome->refusal != Refusal::None) {
                     return reply(tl::make_unexpected(problemOf(*outcome)));
                 }
                 getOrder(event, caller, id, reply);
             });
}

Answer<AppService::Record> AppService::recordOf(EventId event, OrderId id) const {
    auto record = with_.actors.store.readRecord(event, id);
    if (!record) return tl::make_unexpected(unavailable("The look-up failed."));
    if (*record == nullptr) return tl::make_unexpected(notFound("ORDER_NOT_FOUND"));
    return std::move(*record);
}

void AppService::addRecord(OrderAnswer answer, const Reply<OrderAnswer>& reply) {
    if (!needsRecord(answer.view.state) || answer.view.total.minor == 0) {
        return reply(std::move(answer));
    }
    const EventId event = answer.event;
    const OrderId id = answer.view.id;
    records_.read(event, id, [this, answer = std::move(answer), reply](Answer<Record> record) {
        if (!record) return reply(tl::make_unexpected(std::move(record.error())));
        OrderAnswer shown = answer;
        showMoney(with_.providers, **record, shown);
        reply(std::move(shown));
    });
}

void AppService::listRefunds(EventId event, CallerCredentials caller, OrderId id,
                             Reply<RefundsAnswer> reply) {
    const auto fail = [reply](Answer<OrderAnswer> order) {
        reply(tl::make_unexpected(std::move(order.error())));
    };
    onHeldOrder(event, caller, id, fail, [this, event, id, reply](const OrderAnswer& order) {
        blocking<RefundsAnswer>(
            reply, [this, event, id, currency = order.currency]() -> Answer<RefundsAnswer> {
                const auto record = recordOf(event, id);
                if (!record) return tl::make_unexpected(record.error());
                return RefundsAnswer{event, currency, refundsOf(with_.providers, **record)};
            });
    });
}

void AppService::listManual(EventId event, Reply<ManualAnswer> reply) {
    getTerms(event, [this, event, reply = std::move(reply)](Answer<engine::EventTerms> terms) {
        if (!terms) return reply(tl::make_unexpected(std::move(terms.error())));
        blocking<ManualAnswer>(
            reply, [this, event, currency = terms->currency]() -> Answer<ManualAnswer> {
                auto rows = with_.actors.store.listManual(event, kManualMax + 1);
                if (!rows) return tl::make_unexpected(unavailable("The look-up failed."));
                ManualAnswer answer{event, currency, std::move(*rows)};
                answer.more = std::ssize(answer.rows) > kManualMax;
                if (answer.more) answer.rows.resize(kManualMax);
                return answer;
            });
    });
}

}  // namespace tessera::app
