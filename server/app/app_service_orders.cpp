// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "server/app/app_service.h"
#include "server/app/app_service_blocking.h"

namespace tessera::app {
namespace {

// A ticket admits from half a day before the event until a day after its start.
constexpr Duration kAdmitsBefore = Duration::ofSeconds(12 * 3600);
constexpr Duration kAdmitsAfter = Duration::ofSeconds(24 * 3600);
constexpr Duration kUnknownWarnEvery = Duration::ofSeconds(1);

}  // namespace

Answer<OrderAnswer> AppService::storedOrder(EventId event, const CallerCredentials& caller,
                                            OrderId id) const {
    auto answer = storedOrder(event, id);
    if (!answer) return answer;
    const auto& view = answer->view;
    if (auto hidden = hiddenFrom(event, caller, view.buyer, view.reservation)) {
        return tl::make_unexpected(std::move(*hidden));
    }
    return answer;
}

Answer<OrderAnswer> AppService::storedOrder(EventId event, OrderId id) const {
    auto found = with_.actors.store.findOrder(event, id);
    if (!found) return tl::make_unexpected(unavailable("The look-up failed."));
    if (!*found) return tl::make_unexpected(notFound("ORDER_NOT_FOUND"));
    const auto& stored = **found;
    engine::OrderView view;
    view.id = stored.row.id;
    view.reservation = stored.row.reservation;
    view.buyer = stored.reservation.buyer;
    view.state = stored.row.state;
    view.createdAt = stored.row.createdAt;
    view.payDeadline = stored.row.payDeadline;
    view.total = stored.row.total;
    view.seats = stored.reservation.seats;
    view.areas = stored.reservation.areas;
    view.quote = stored.row.quote;
    view.currency = stored.currency;
    view.moveAccepted = stored.moveAccepted;
    for (const auto& ticket : stored.tickets) {
        if (ticket.state != engine::TicketState::Void) view.tickets.push_back(ticket.id);
    }
    return orderAnswer(event, std::move(view));
}

void AppService::getOrder(EventId event, CallerCredentials caller, OrderId id,
                          Reply<OrderAnswer> reply) {
    auto shown = [this, caller, reply = std::move(reply)](Answer<OrderAnswer> answer) {
        if (answer) hideSecret(*answer, caller);
        reply(std::move(answer));
    };
    readOrder(event, caller, id, [this, shown](Answer<OrderAnswer> answer) {
        if (!answer) return shown(std::move(answer));
        addRecord(std::move(*answer), shown);
    });
}

void AppService::readOrder(EventId event, const CallerCredentials& caller, OrderId id,
                           Reply<OrderAnswer> reply) {
    // Whose order it is shows its reservation: read first, then judged, then told.
    EventJob job;
    job.command = engine::ReadOrder{id, {.hash = {}, .channel = {}, .privileged = true}};
    job.done = [this, event, caller, id, reply = std::move(reply)](JobResult result) {
        if (!result) return reply(tl::make_unexpected(std::move(result.error())));
        if (result->refusal == engine::Refusal::OrderUnknown) {
            return blocking<OrderAnswer>(
                reply, [this, event, caller, id] { return storedOrder(event, caller, id); });
        }
        auto* view = std::get_if<engine::OrderView>(&result->view);
        if (view == nullptr) return reply(tl::make_unexpected(problemOf(*result)));
        if (auto hidden = hiddenFrom(event, caller, view->buyer, view->reservation)) {
            return reply(tl::make_unexpected(std::move(*hidden)));
        }
        showOrder(event, std::move(*view), reply);
    };
    submit(event, std::move(job));
}

// Of an order that has ended the engine keeps who and when; what it was for is in the database.
void AppService::showOrder(EventId event, engine::OrderView view, const Reply<OrderAnswer>& reply) {
    if (!view.seats.empty() || !view.areas.empty()) {
        return reply(orderAnswer(event, std::move(view)));
    }
    blocking<OrderAnswer>(reply, [this, event, id = view.id] { return storedOrder(event, id); });
}

void AppService::hideSecret(OrderAnswer& answer, const CallerCredentials& caller) const {
    if (!caller.staff) {
        for (TenderShown& tender : answer.tenders) tender.reference.clear();
        for (PaymentShown& payment : answer.payments) {
            payment.cardLast4.clear();
            payment.declineReason.clear();
        }
    }
    if (!answer.payment) return;
    if (isHolder(answer.event, caller, answer.view.buyer, answer.view.reservation)) return;
    answer.payment->clientSecret.clear();
    answer.payment->confirmUrl.clear();
    answer.payment->pageUrl.clear();
}

void AppService::listTickets(EventId event, CallerCredentials caller, OrderId id,
                             Reply<TicketsAnswer> reply) {
    if (caller.transfer) {
        return blocking<TicketsAnswer>(
            reply, [this, event, id, caller] { return transferredTickets(event, id, caller); });
    }
    readOrder(event, caller, id, [this, event, id, reply = std::move(reply)](auto order) {
        if (!order) return reply(tl::make_unexpected(std::move(order.error())));
        blocking<TicketsAnswer>(reply, [this, event, id, currency = order->currency] {
            return ticketsAnswer(event, id, currency, {});
        });
    });
}

void AppService::storedTickets(EventId event, OrderId id, const Reply<TicketsAnswer>& reply) {
    blocking<TicketsAnswer>(reply, [this, event, id]() -> Answer<TicketsAnswer> {
        const auto order = storedOrder(event, id);
        if (!order) return tl::make_unexpected(order.error());
        return ticketsAnswer(event, id, order->currency, {});
    });
}

Answer<TicketsAnswer> AppService::ticketsAnswer(EventId event, OrderId order, Currency currency,
                                                engine::TransferId transfer) const {
    auto row = with_.catalog.findEvent(event);
    auto rows = with_.catalog.listTickets(event, order);
    auto contact = with_.catalog.findContact(event, order);
    if (!row || !rows || !contact) {
        return tl::make_unexpected(unavailable("The look-up failed."));
    }
    if (!*row) return tl::make_unexpected(notFound("EVENT_NOT_FOUND"));
    const auto window =
        tickets::wholeMinutes((*row)->startsAt - kAdmitsBefore, (*row)->startsAt + kAdmitsAfter);
    TicketsAnswer answer{event, currency, {}};
    if (*contact) {
        answer.holder = (*contact)->name;
        answer.language = (*contact)->language;
    }
    for (auto& detail : *rows) {
        TicketAnswer ticket{std::move(detail.row), {}};
        // Those that are yet to be returned admit nobody either.
        if ((*row)->sale == engine::SaleState::Cancelled) {
            ticket.row.state = engine::TicketState::Void;
        }
        const bool theirs = ticket.row.transfer == transfer;
        if (transfer && theirs) answer.holder = detail.holder;
        if (ticket.row.state == engine::TicketState::Active && theirs) {
            tickets::TicketFacts facts;
            facts.event = event;
            facts.ticket = ticket.row.id;
            if (ticket.row.seat) {
                facts.place = *ticket.row.seat;
            } else {
                facts.place = ticket.row.area.value_or(AreaNo{});
            }
            facts.admitsFrom = window.from;
            facts.admitsUntil = window.until;
            if (!tickets::canBeCoded(facts)) {
                return tl::make_unexpected(internalProblem("A ticket cannot be coded."));
            }
            ticket.code = with_.signer.sign(facts);
        }
        answer.tickets.push_back(std::move(ticket));
    }
    return answer;
}

std::unique_ptr<OrderWatch> AppService::watchOrder(EventId event, CallerCredentials caller,
                                                   OrderId id, Reply<OrderAnswer> onChange) {
    auto watch = watches_->add(event, id, [this, event, caller, onChange](Answer<OrderAnswer> a) {
        auto hidden =
            a ? hiddenFrom(event, caller, a->view.buyer, a->view.reservation) : std::nullopt;
        if (hidden) a = tl::make_unexpected(std::move(*hidden));
        if (a) hideSecret(*a, caller);
        onChange(std::move(a));
    });
    if (!watch) {
        onChange(tl::make_unexpected(rateLimited("As many watch this order as may.")));
        return nullptr;
    }
    // The first state goes to all who watch the order: what it shows is the truth for them too.
    watches_->refresh(event, id);
    return watch;
}

void AppService::watchedOrder(EventId event, OrderId id, Reply<OrderAnswer> reply) {
    EventJob job;
    job.command = engine::ReadOrder{id, {.hash = {}, .channel = {}, .privileged = true}};
    job.sheddable = false;
    job.done = [this, event, id, reply = std::move(reply)](JobResult result) {
        if (!result) return reply(tl::make_unexpected(std::move(result.error())));
        if (result->refusal == engine::Refusal::OrderUnknown) {
            return blocking<OrderAnswer>(reply,
                                         [this, event, id] { return storedOrder(event, id); });
        }
        auto* view = std::get_if<engine::OrderView>(&result->view);
        if (view == nullptr) return reply(tl::make_unexpected(problemOf(*result)));
        // Where the database cannot be asked now, that it is released is told all the same.
        auto known = orderAnswer(event, *view);
        showOrder(event, std::move(*view), [reply, known](const Answer<OrderAnswer>& answer) {
            reply(answer ? answer : known);
        });
    };
    submit(event, std::move(job));
}

void AppService::recordProviderAnswer(EventId event, engine::RecordProviderAnswer answer) {
    const auto kind = answer.answer.kind;
    with_.actors.metrics.providerAnswers[static_cast<std::size_t>(kind)]->add();
    if (kind == engine::AnswerKind::Unknown) warnOfUnknown(event, answer);
    EventJob job;
    job.command = std::move(answer);
    job.sheddable = false;
    submit(event, std::move(job));
}

// A wrong key, a provider that is down: staff has to see why, and not a line for every order.
void AppService::warnOfUnknown(EventId event, const engine::RecordProviderAnswer& answer) {
    const std::int64_t now = with_.actors.executor.monotonic().nowMicros();
    std::int64_t last = unknownWarnedAt_.load(std::memory_order_relaxed);
    if (last != 0 && now - last < kUnknownWarnEvery.micros) return;
    if (!unknownWarnedAt_.compare_exchange_strong(last, now)) return;
    with_.actors.log.warn("provider_answer_unknown",
                          {{"event_id", event},
                           {"operation", static_cast<int>(answer.operation)},
                           {"detail", runtime::logSafe(answer.answer.evidence)}});
}

void AppService::onCommitted(EventId event, const engine::Changes& changes) {
    watches_->onCommitted(event, changes);
}

void AppService::onTakenOver(EventId event) {
    watches_->onTakenOver(event);
}

void AppService::onLeft(EventId event) {
    watches_->onLeft(event);
}

Instant AppService::serverTime() const {
    return with_.actors.clock.now();
}

bool AppService::ready() const {
    return with_.ready();
}

}  // namespace tessera::app
