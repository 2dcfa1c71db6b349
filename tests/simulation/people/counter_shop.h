// SPDX-License-Identifier: Apache-2.0
// A shop of one process for tests of people: engines, request ids and a provider's client, without
// a database, nodes or a network that loses more than a call now and then.
//
// Deterministic. Everything that it owes is paid: what is due is released, provider calls are made.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "server/engine/event_engine.h"
#include "tests/simulation/people/scene.h"
#include "tests/simulation/people/shelf_inbox.h"
#include "tests/simulation/people/sim_provider.h"

namespace tessera::simulation {

class CounterShop final : public Shop {
public:
    struct Parts {
        Agenda& agenda;
        Network& network;
        SimProviderHouse& house;
        Random random;
        Instant opening;
        std::int64_t lost = 20000;  // Per million of calls: the answer does not arrive.
    };

    CounterShop(Parts parts, const std::vector<EventOnSale>& events)
        : with_(parts),
          provider_({parts.agenda, parts.network, parts.house, 0, kWorld}),
          later_({parts.agenda, parts.network, parts.house, 0, kWorld, engine::ProviderKind::Adyen,
                  &inbox_}) {
        for (const auto& event : events) {
            shelves_.emplace(event.event,
                             engine::EventEngine::fresh(event.event, event.layout, event.terms));
        }
        tick();
    }

    CallNo nextCall() override { return ++lastCall_; }
    Instant serverTime() const override {
        return with_.opening + Duration::ofMicros(with_.agenda.now());
    }
    std::span<const std::uint8_t> mapOf(EventId event) const override {
        return shelves_.at(event).seatMap();
    }

    void ask(Asked asked, Answer answer) override {
        const Duration there =
            with_.random.between(Duration::ofMicros(200), Duration::ofMillis(20));
        const Duration back = with_.random.between(Duration::ofMicros(200), Duration::ofMillis(20));
        const bool lost = with_.random.chance(with_.lost);
        with_.agenda.after(
            there, kWorld,
            [this, asked = std::move(asked), back, lost, answer = std::move(answer)] {
                Said said = serve(asked);
                if (lost) {
                    with_.agenda.after(kPatience, kWorld, [answer] { answer(std::nullopt); });
                } else {
                    with_.agenda.after(back, kWorld,
                                       [answer, said = std::move(said)] { answer(said); });
                }
            });
    }

    void hint(EventId event, AttemptId attempt) { apply(event, engine::HintProvider{attempt}); }
    void deliver(const payments::WebhookItem& item, const std::function<void()>& taken) {
        inbox_.store({item}, [](const Status&) {});
        taken();
        hint(item.event, item.attempt);
    }
    engine::EventEngine& engineOf(EventId event) { return shelves_.at(event); }

    // What it saw, for tests.
    std::map<std::size_t, std::int64_t> byKind;   // By the question's kind.
    std::map<std::string, std::int64_t> refused;  // By reason.
    std::set<OrderId> paid;
    std::int64_t reused = 0;
    std::int64_t repeated = 0;
    std::int64_t justBefore = 0;  // Checkouts within a millisecond of the end of their hold.
    std::int64_t justAfter = 0;

private:
    struct Seen {
        Fingerprint fingerprint;
        Said said;
    };

    Said serve(const Asked& question) {
        ++byKind[question.question.index()];
        const bool reads = question.mutation.request == RequestId{};
        if (!reads) {
            const auto seen = seen_.find(question.mutation.request);
            if (seen != seen_.end()) {
                if (seen->second.fingerprint == question.mutation.fingerprint) {
                    ++repeated;
                    return seen->second.said;
                }
                ++reused;
                return problem("REQUEST_ID_REUSED");
            }
        }
        Said said = decide(question);
        if (const auto* no = std::get_if<app::Problem>(&said)) ++refused[no->reason];
        if (!reads) {
            seen_.emplace(question.mutation.request, Seen{question.mutation.fingerprint, said});
        }
        return said;
    }

    static app::Problem problem(const char* reason) {
        return {app::ProblemKind::FailedPrecondition, reason, "", {}, std::nullopt};
    }

    Said decide(const Asked& question) {
        const auto& q = question.question;
        const engine::Caller caller{question.caller, {}, false};
        const EventId event = question.event;
        if (const auto* a = std::get_if<AskHold>(&q)) return apply(event, a->command);
        if (const auto* a = std::get_if<AskReservation>(&q)) {
            return apply(event, engine::ReadReservation{a->reservation, caller});
        }
        if (const auto* a = std::get_if<AskCancel>(&q)) {
            return apply(event, engine::CancelReservation{a->reservation, caller});
        }
        if (const auto* a = std::get_if<AskCheckout>(&q)) {
            noteMoment(a->reservation);
            engine::Checkout checkout{a->reservation, caller, "", "", ""};
            checkout.tender = choiceOf(a->tender);
            return apply(event, std::move(checkout));
        }
        if (const auto* a = std::get_if<AskOrder>(&q)) {
            return apply(event, engine::ReadOrder{a->order, caller});
        }
        if (const auto* a = std::get_if<AskTickets>(&q)) return tickets(event, a->order, caller);
        if (const auto* a = std::get_if<AskAllocation>(&q)) {
            return apply(event, engine::SetAllocation{a->seats, a->allocation});
        }
        if (const auto* a = std::get_if<AskSale>(&q)) {
            engine::ChangeTerms change{shelves_.at(event).terms(), {}};
            change.terms.sale = a->sale;
            return apply(event, std::move(change));
        }
        if (const auto* a = std::get_if<AskTender>(&q)) {
            return apply(event, engine::AddTender{a->order, caller, choiceOf(a->tender)});
        }
        if (const auto* a = std::get_if<AskConfirm>(&q)) {
            return apply(event, engine::ConfirmPayment{a->order, a->attempt, caller, a->payload});
        }
        if (const auto* a = std::get_if<AskCode>(&q)) {
            return apply(event, engine::CreateCode{a->code});
        }
        if (std::holds_alternative<AskManual>(q)) return leftOver();
        // Nothing is kept here of what was paid.
        const bool back = std::holds_alternative<AskReturn>(q);
        return problem(back ? "RETURN_NOT_ALLOWED" : "REFUND_NOT_FOUND");
    }

    // One that nobody can hand out: somebody tries.
    static app::ManualAnswer leftOver() {
        store::ManualRow row;
        row.order = OrderId{1};
        row.refund.emplace();
        row.refund->id = RefundId{1};
        row.refund->state = engine::RefundState::Pending;
        row.provider = engine::ProviderKind::House;
        app::ManualAnswer answer;
        answer.rows.push_back(std::move(row));
        return answer;
    }

    // A gift card is a part that is there at once; the till's own are not for this shop.
    static engine::TenderChoice choiceOf(const app::TenderAsk& ask) {
        engine::TenderChoice choice;
        choice.amount = ask.amount;
        if (ask.provider == "later") choice.provider = engine::ProviderKind::Adyen;
        if (ask.kind != engine::TenderKind::GiftCard) return choice;
        choice.kind = ask.kind;
        choice.provider = engine::ProviderKind::GiftCard;
        choice.reference = choice.payload = ask.reference;
        return choice;
    }

    Said tickets(EventId event, OrderId order, const engine::Caller& caller) {
        Said said = apply(event, engine::ReadOrder{order, caller});
        const auto* answer = std::get_if<app::OrderAnswer>(&said);
        if (answer == nullptr) return said;
        app::TicketsAnswer tickets;
        tickets.event = event;
        for (const TicketId id : answer->view.tickets) {
            app::TicketAnswer ticket;
            ticket.row.id = id;
            tickets.tickets.push_back(std::move(ticket));
        }
        return tickets;
    }

    Said apply(EventId event, const engine::Command& command) {
        engine::Changes changes;
        engine::EventEngine& shelf = shelves_.at(event);
        const auto outcome = shelf.apply(command, serverTime(), changes);
        settle(event, changes);
        if (outcome.refusal != engine::Refusal::None) return app::problemOf(outcome);
        if (const auto* view = std::get_if<engine::ReservationView>(&outcome.view)) {
            ends_[view->id] = view->expiresAt;
            return app::ReservationAnswer{event, *view, serverTime(), {}, view->currency};
        }
        const auto* view = std::get_if<engine::OrderView>(&outcome.view);
        if (view == nullptr) return outcome.target;
        app::OrderAnswer answer{event, *view, serverTime(), view->currency, std::nullopt};
        answer.covered = view->covered;
        if (!view->clientSecret.empty()) {
            const bool isLater = view->provider == engine::ProviderKind::Adyen;
            answer.payment = {
                isLater ? "later" : "simulated", view->objectId, view->clientSecret, "", "", ""};
        }
        return answer;
    }

    void noteMoment(ReservationId reservation) {
        const auto end = ends_.find(reservation);
        if (end == ends_.end()) return;
        const Duration late = serverTime() - end->second;
        if (late < Duration{} && late > Duration::ofMillis(-1)) ++justBefore;
        if (late >= Duration{} && late < Duration::ofMillis(1)) ++justAfter;
    }

    // Of what changed: provider calls are made when they may be.
    void settle(EventId event, const engine::Changes& changes) {
        for (const auto& update : changes.orderUpdates) {
            if (update.to == engine::OrderState::Paid) paid.insert(update.id);
        }
        for (const auto& row : changes.outbox) {
            with_.agenda.after(row.notBefore - serverTime(), kWorld, [this, event, row] {
                const auto currency = shelves_.at(event).terms().currency;
                const bool isLater = row.provider == engine::ProviderKind::Adyen;
                (isLater ? later_ : provider_)
                    .call({event, row, currency}, [this, event, row](auto said) {
                        apply(event, engine::RecordProviderAnswer{row.seq, row.attempt,
                                                                  row.operation, std::move(said)});
                    });
            });
        }
    }

    void tick() {
        for (auto& [event, shelf] : shelves_) {
            engine::Changes changes;
            while (shelf.hasDue(serverTime())) shelf.releaseDue(serverTime(), 100, changes);
            settle(event, changes);
        }
        with_.agenda.after(Duration::ofMillis(500), kWorld, [this] { tick(); });
    }

    Parts with_;
    SimProvider provider_;
    ShelfInbox inbox_;
    SimProvider later_;
    std::map<EventId, engine::EventEngine> shelves_;
    std::map<RequestId, Seen> seen_;
    std::map<ReservationId, Instant> ends_;
    CallNo lastCall_ = 0;
};

// Counts; judges nothing.
class Bystander final : public Witness {
public:
    void onEvent(EventId, const engine::Layout&, const engine::EventTerms&, std::int64_t) override {
    }
    void onAsked(const Asked& one, std::int64_t) override {
        ++asked;
        lastCall = one.call;
    }
    void onSaid(CallNo, const Said& one, std::int64_t) override {
        ++said;
        if (const auto* answer = std::get_if<app::TicketsAnswer>(&one)) {
            tickets += static_cast<std::int64_t>(answer->tickets.size());
        }
    }
    void onCommitted(const Committed&, std::int64_t) override {}
    void onTakenOver(EventId, NodeId, std::int64_t, std::int64_t) override {}
    void onProviderDid(const ProviderDid& one, std::int64_t) override { did.push_back(one); }
    void onCalm(std::int64_t) override {}
    void onEnd(Instant, const std::vector<EventTables>&, const std::vector<ShownMap>&,
               std::int64_t) override {}

    std::int64_t asked = 0;
    std::int64_t said = 0;
    std::int64_t tickets = 0;
    CallNo lastCall = 0;
    std::vector<ProviderDid> did;
};

}  // namespace tessera::simulation
