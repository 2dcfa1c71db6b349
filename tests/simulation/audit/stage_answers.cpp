// SPDX-License-Identifier: Apache-2.0
// How commands are decided and answered: what server/app does around the engine, in short.
#include <algorithm>

#include "tests/simulation/audit/stage.h"

namespace tessera::simulation {
namespace {

using engine::Refusal;
using engine::ReleaseReason;

bool isGone(Refusal refusal) {
    return refusal == Refusal::ReservationUnknown || refusal == Refusal::ReservationExpired ||
           refusal == Refusal::ReservationReleased;
}

app::Problem reused() {
    return {app::ProblemKind::Aborted, "REQUEST_ID_REUSED", "", {}, std::nullopt};
}

engine::TenderChoice choiceOf(const app::TenderAsk& ask) {
    engine::TenderChoice choice{ask.kind, engine::ProviderKind::Stripe, ask.amount, ask.reference,
                                ask.reference};
    if (ask.kind == engine::TenderKind::GiftCard) choice.provider = engine::ProviderKind::GiftCard;
    if (ask.kind == engine::TenderKind::Cash) choice.provider = engine::ProviderKind::House;
    return choice;
}

OrderId orderPaid(const Question& question) {
    if (const auto* tender = std::get_if<AskTender>(&question)) return tender->order;
    if (const auto* back = std::get_if<AskReturn>(&question)) return back->order;
    if (const auto* settle = std::get_if<AskSettle>(&question)) return settle->order;
    return {};
}

}  // namespace

engine::Command Stage::commandOf(const Asked& asked) const {
    engine::Caller who{asked.caller, engine::Channel::Web, false};
    if (asked.byStaff) who = {asked.caller, engine::Channel::BoxOffice, true};
    if (const auto* hold = std::get_if<AskHold>(&asked.question)) return hold->command;
    if (const auto* read = std::get_if<AskReservation>(&asked.question)) {
        return engine::ReadReservation{read->reservation, who};
    }
    if (const auto* cancel = std::get_if<AskCancel>(&asked.question)) {
        return engine::CancelReservation{cancel->reservation, who};
    }
    if (const auto* checkout = std::get_if<AskCheckout>(&asked.question)) {
        engine::Checkout command{checkout->reservation, who, "N", "e@x", "en"};
        command.tender = choiceOf(checkout->tender);
        return command;
    }
    if (const auto* read = std::get_if<AskOrder>(&asked.question)) {
        return engine::ReadOrder{read->order, who};
    }
    if (const auto* read = std::get_if<AskTickets>(&asked.question)) {
        return engine::ReadOrder{read->order, who};
    }
    if (const auto* set = std::get_if<AskAllocation>(&asked.question)) {
        return engine::SetAllocation{set->seats, set->allocation};
    }
    if (const auto* code = std::get_if<AskCode>(&asked.question)) {
        return engine::CreateCode{code->code};
    }
    if (orderPaid(asked.question)) return moneyCommandOf(asked, who);
    engine::ChangeTerms change{engine_.terms(), {}};
    change.terms.sale = std::get<AskSale>(asked.question).sale;
    return change;
}

// With what is committed of the order.
engine::Command Stage::moneyCommandOf(const Asked& asked, const engine::Caller& who) const {
    if (const auto* tender = std::get_if<AskTender>(&asked.question)) {
        return engine::AddTender{tender->order, who, choiceOf(tender->tender)};
    }
    if (const auto* settle = std::get_if<AskSettle>(&asked.question)) {
        return engine::SettleRefund{settle->order, settle->refund, "handed over",
                                    rows.record(settle->order)};
    }
    const auto& back = std::get<AskReturn>(asked.question);
    return engine::RefundTickets{back.order,   who,          back.reason,
                                 back.tickets, back.keepFee, rows.record(back.order)};
}

engine::Outcome Stage::apply(const engine::Command& command) {
    engine::Changes changes;
    auto outcome = engine_.apply(command, now, changes);
    open_.add(std::move(changes));
    return outcome;
}

std::optional<app::JobResult> Stage::repeated(const Asked& asked) {
    const auto known = memory_.find(asked.mutation.request);
    if (known == memory_.end()) return std::nullopt;
    if (known->second.refusal && now - known->second.at > Duration::ofMinutes(2)) {
        memory_.erase(known);
        return std::nullopt;
    }
    if (known->second.fingerprint != asked.mutation.fingerprint) {
        return tl::make_unexpected(reused());
    }
    if (known->second.refusal) return *known->second.refusal;
    const engine::Caller owner{{}, engine::Channel::Web, true};
    const std::int64_t target = known->second.target;
    engine::Outcome outcome;
    if (known->second.kind == 0 || known->second.kind == 2) {
        outcome = apply(engine::ReadReservation{ReservationId{target}, owner});
    } else if (known->second.kind == 3) {
        outcome = apply(engine::ReadOrder{OrderId{target}, owner});
    } else if (orderPaid(asked.question)) {
        outcome = apply(engine::ReadOrder{orderPaid(asked.question), owner});
    }
    outcome.target = target;
    return outcome;
}

app::JobResult Stage::decide(const Asked& asked) {
    const bool mutates = asked.mutation.request != RequestId{};
    if (mutates) {
        if (auto known = repeated(asked)) return *known;
    }
    const engine::Command command = commandOf(asked);
    engine::Changes changes;
    engine::Outcome outcome = engine_.apply(command, now, changes);
    if (mutates) remember(asked, command, outcome, changes);
    open_.add(std::move(changes));
    return outcome;
}

void Stage::remember(const Asked& asked, const engine::Command& command,
                     const engine::Outcome& outcome, engine::Changes& changes) {
    Remembered known{asked.mutation.fingerprint, static_cast<std::uint8_t>(command.index()),
                     outcome.target, std::nullopt, now};
    if (outcome.refusal != Refusal::None) {
        known.refusal = outcome;
    } else if (const auto* held = std::get_if<engine::ReservationView>(&outcome.view)) {
        known.target = held->id.value;
        reservation = held->id;
    } else if (const auto* made = std::get_if<engine::OrderView>(&outcome.view)) {
        if (!orderPaid(asked.question)) known.target = made->id.value;
        order = made->id;
    }
    if (outcome.hadEffect && known.kind != 0) {
        changes.requests.push_back(
            {asked.mutation.request, asked.mutation.fingerprint, known.kind, known.target, now});
    }
    memory_[asked.mutation.request] = known;
}

Said Stage::saidOf(const Pending& pending) {
    if (!pending.result) return pending.result.error();
    const engine::Outcome& outcome = *pending.result;
    if (isGone(outcome.refusal)) return storedReservation(pending, outcome);
    if (outcome.refusal == Refusal::OrderUnknown) {
        const auto* read = std::get_if<AskOrder>(&pending.asked.question);
        const auto* tickets = std::get_if<AskTickets>(&pending.asked.question);
        const OrderId id = read ? read->order : tickets ? tickets->order : OrderId{outcome.target};
        if (!rows.orders.contains(id)) return app::problemOf(outcome);
        return tickets ? ticketsSaid(id) : storedOrder(id);
    }
    if (outcome.refusal != Refusal::None) return app::problemOf(outcome);
    if (const auto* view = std::get_if<engine::ReservationView>(&outcome.view)) {
        return app::ReservationAnswer{event_, *view, now, {}, view->currency};
    }
    if (const auto* view = std::get_if<engine::OrderView>(&outcome.view)) {
        if (std::holds_alternative<AskTickets>(pending.asked.question))
            return ticketsSaid(view->id);
        return orderSaid(*view);
    }
    if (const OrderId paid = orderPaid(pending.asked.question)) return storedOrder(paid);
    return outcome.target;
}

Said Stage::storedReservation(const Pending& pending, const engine::Outcome& outcome) const {
    ReservationId id{outcome.target};
    const auto* checkout = std::get_if<AskCheckout>(&pending.asked.question);
    if (const auto* read = std::get_if<AskReservation>(&pending.asked.question)) {
        id = read->reservation;
    } else if (const auto* cancel = std::get_if<AskCancel>(&pending.asked.question)) {
        id = cancel->reservation;
        if (outcome.refusal == Refusal::ReservationExpired) return app::problemOf(outcome);
    } else if (checkout) {
        if (outcome.refusal != Refusal::ReservationUnknown) return app::problemOf(outcome);
        id = checkout->reservation;
    }
    const auto found = rows.reservations.find(id);
    if (found == rows.reservations.end()) return app::notFound("RESERVATION_NOT_FOUND");
    const engine::ReservationRow& row = found->second;
    const bool byBuyer = row.reason == ReleaseReason::CancelledByBuyer ||
                         row.reason == ReleaseReason::OrderCancelled;
    const bool refused =
        checkout || (std::holds_alternative<AskCancel>(pending.asked.question) && !byBuyer);
    if (refused) {
        engine::Outcome gone = outcome;
        gone.refusal = row.reason == ReleaseReason::Expired ? Refusal::ReservationExpired
                                                            : Refusal::ReservationReleased;
        return app::problemOf(gone);
    }
    engine::ReservationView view;
    view.id = row.id;
    view.buyer = row.buyer;
    view.channel = row.channel;
    view.state = row.state;
    view.createdAt = row.createdAt;
    view.expiresAt = row.expiresAt;
    view.seats = row.seats;
    view.areas = row.areas;
    view.quote.total = row.total;
    view.order = row.order;
    view.reason = row.reason;
    return app::ReservationAnswer{event_, view, now, {}, {}};
}

Said Stage::orderSaid(const engine::OrderView& view) const {
    if (view.state == engine::OrderState::Released) return storedOrder(view.id);
    app::OrderAnswer answer{event_, view, now, view.currency, std::nullopt};
    if (view.attempt) {
        answer.payment =
            app::PaymentInstructions{"paysim", view.objectId, view.clientSecret, {}, {}};
    }
    return answer;
}

Said Stage::storedOrder(OrderId id) const {
    const engine::OrderRow& row = rows.orders.at(id);
    const engine::ReservationRow& held = rows.reservations.at(row.reservation);
    engine::OrderView view;
    view.id = id;
    view.reservation = row.reservation;
    view.buyer = held.buyer;
    view.state = row.state;
    view.createdAt = row.createdAt;
    view.payDeadline = row.payDeadline;
    view.total = row.total;
    view.seats = held.seats;
    view.areas = held.areas;
    return app::OrderAnswer{event_, view, now, {}, std::nullopt};
}

Said Stage::ticketsSaid(OrderId id) const {
    app::TicketsAnswer answer{event_, {}, {}};
    for (const auto& [ticket, row] : rows.tickets) {
        if (row.order != id) continue;
        const bool active = row.state == engine::TicketState::Active;
        answer.tickets.push_back({row, active ? "code" : ""});
    }
    return answer;
}

}  // namespace tessera::simulation
