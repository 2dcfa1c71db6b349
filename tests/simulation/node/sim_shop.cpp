// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/node/sim_shop.h"

#include <type_traits>
#include <utility>

namespace tessera::simulation {
namespace {

// Of a million calls, those that go where the last answer of their event came from.
constexpr std::int64_t kSticky = 850000;
// A balancer forgets where calls went that came long ago.
constexpr Duration kStickyFor = Duration::ofSeconds(20);

app::CallerCredentials credentialsOf(const Asked& asked) {
    app::CallerCredentials caller;
    caller.hash = asked.caller;
    caller.staff = asked.byStaff;
    if (asked.byStaff) caller.channel = engine::Channel::BoxOffice;
    return caller;
}

}  // namespace

SimShop::SimShop(Places& places, Followers& followers, Random random)
    : places_(places), followers_(followers), with_(places.surroundings()), random_(random) {}

Instant SimShop::serverTime() const {
    return with_.database.clock();
}

std::span<const std::uint8_t> SimShop::mapOf(EventId event) const {
    return followers_.seatsOf(event);
}

End SimShop::placeFor(EventId event) {
    const auto good = lastGood_.find(event);
    const bool isKnown =
        good != lastGood_.end() && with_.agenda.now() - good->second.at < kStickyFor.micros;
    if (isKnown && random_.chance(kSticky)) return good->second.place;
    return static_cast<End>(random_.between(0, places_.count() - 1));
}

void SimShop::ask(Asked asked, Answer answer) {
    const CallNo call = asked.call;
    const End place = placeFor(asked.event);
    Open open{std::move(answer), 0, asked.event, place};
    open.patience = with_.agenda.after(kPatience, kWorld, [this, call] { finish(call, {}); });
    open_.emplace(call, std::move(open));
    const auto fate = with_.network.fateOf(kPeopleEnd, place);
    const auto shared = std::make_shared<const Asked>(std::move(asked));
    for (const auto& way : {fate.first, fate.second}) {
        if (!way) continue;
        with_.agenda.after(*way, kWorld, [this, shared, place] { arrive(*shared, place); });
    }
}

// Where nothing listens the client is told at once; a paused process keeps it waiting.
void SimShop::arrive(const Asked& asked, End place) {
    SimNode* node = places_.nodeAt(place);
    if (node == nullptr || node->app() == nullptr) {
        const auto back = with_.network.fateOf(place, kPeopleEnd);
        if (!back.first) return;
        with_.agenda.after(*back.first, kWorld, [this, call = asked.call] { finish(call, {}); });
        return;
    }
    with_.agenda.after(Duration{}, node->process(), [this, node, asked] {
        if (node->app() != nullptr) serve(*node, asked);
    });
}

// A process that is being killed lets its reads come back; nobody hears of it, and this may be
// gone.
template <class T>
app::Reply<T> SimShop::replyTo(const SimNode& node, CallNo call) {
    return [this, &node, call](app::Answer<T> answer) {
        if (node.isDead()) return;
        const End place = node.place();
        if (!answer) return say(call, place, std::move(answer.error()));
        if constexpr (std::is_same_v<T, app::EventAnswer>) {
            say(call, place, static_cast<std::int64_t>(answer->row.termsVersion));
        } else if constexpr (std::is_same_v<T, CodeId>) {
            say(call, place, answer->value);
        } else {
            say(call, place, std::move(*answer));
        }
    };
}

void SimShop::serve(SimNode& node, const Asked& asked) {
    app::App& app = *node.app();
    const auto caller = credentialsOf(asked);
    const auto visit = [&](const auto& question) {
        using Q = std::decay_t<decltype(question)>;
        if constexpr (std::is_same_v<Q, AskHold>) {
            app.createReservation(asked.event, caller, asked.mutation, question.command,
                                  replyTo<app::ReservationAnswer>(node, asked.call));
        } else if constexpr (std::is_same_v<Q, AskReservation>) {
            app.getReservation(asked.event, caller, question.reservation,
                               replyTo<app::ReservationAnswer>(node, asked.call));
        } else if constexpr (std::is_same_v<Q, AskCancel>) {
            app.cancelReservation(asked.event, caller, asked.mutation, question.reservation,
                                  replyTo<app::ReservationAnswer>(node, asked.call));
        } else if constexpr (std::is_same_v<Q, AskCheckout>) {
            serveMoney(node, asked);
        } else if constexpr (std::is_same_v<Q, AskOrder>) {
            app.getOrder(asked.event, caller, question.order,
                         replyTo<app::OrderAnswer>(node, asked.call));
        } else if constexpr (std::is_same_v<Q, AskTickets>) {
            app.listTickets(asked.event, caller, question.order,
                            replyTo<app::TicketsAnswer>(node, asked.call));
        } else if constexpr (std::is_same_v<Q, AskAllocation>) {
            app.setAllocation(asked.mutation, asked.event, question.seats, question.allocation,
                              replyTo<std::int64_t>(node, asked.call));
        } else if constexpr (std::is_same_v<Q, AskSale>) {
            app.setSale(asked.mutation, asked.event, question.sale, {},
                        replyTo<app::EventAnswer>(node, asked.call));
        } else if constexpr (std::is_same_v<Q, AskCode>) {
            app.createCode(asked.mutation, asked.event, question.code,
                           replyTo<CodeId>(node, asked.call));
        } else {
            serveMoney(node, asked);
        }
    };
    std::visit(visit, asked.question);
}

// As the edge does: first what is to be paid with, then the command.
void SimShop::choose(SimNode& node, const Asked& asked, const app::TenderAsk& tender,
                     app::App::TenderOf of, std::function<void(engine::TenderChoice)> next) {
    if (tender.kind == engine::TenderKind::GiftCard) {
        return next({tender.kind, engine::ProviderKind::GiftCard, tender.amount, tender.reference,
                     tender.reference});
    }
    node.app()->chooseTender(asked.event, credentialsOf(asked), tender, of,
                             [this, &node, call = asked.call,
                              next = std::move(next)](app::Answer<engine::TenderChoice> choice) {
                                 if (node.app() == nullptr) return;
                                 if (!choice)
                                     return say(call, node.place(), std::move(choice.error()));
                                 next(std::move(*choice));
                             });
}

void SimShop::serveMoney(SimNode& node, const Asked& asked) {
    const auto caller = credentialsOf(asked);
    const auto reply = replyTo<app::OrderAnswer>(node, asked.call);
    const auto& q = asked.question;
    if (const auto* checkout = std::get_if<AskCheckout>(&q)) {
        engine::Checkout command{checkout->reservation, {}, "A Buyer", "a@example.org", "en"};
        return choose(node, asked, checkout->tender, {checkout->reservation, {}},
                      [&node, asked, caller, command, reply](engine::TenderChoice choice) {
                          engine::Checkout with = command;
                          with.tender = std::move(choice);
                          node.app()->checkoutReservation(asked.event, caller, asked.mutation,
                                                          std::move(with), reply);
                      });
    }
    if (const auto* add = std::get_if<AskTender>(&q)) {
        return choose(node, asked, add->tender, {{}, add->order},
                      [&node, asked, caller, order = add->order, reply](auto choice) {
                          node.app()->addTender(asked.event, caller, asked.mutation, order,
                                                std::move(choice), reply);
                      });
    }
    if (const auto* back = std::get_if<AskReturn>(&q)) {
        engine::RefundTickets command;
        command.order = back->order;
        command.reason = back->reason;
        command.tickets = back->tickets;
        command.keepFee = back->keepFee;
        return node.app()->refundTickets(asked.event, caller, asked.mutation, std::move(command),
                                         reply);
    }
    if (const auto* confirm = std::get_if<AskConfirm>(&q)) {
        return node.app()->confirmPayment(asked.event, caller, asked.mutation, confirm->order,
                                          confirm->attempt, confirm->payload, reply);
    }
    if (const auto* settle = std::get_if<AskSettle>(&q)) {
        return node.app()->settleRefund(asked.event, asked.mutation,
                                        {settle->order, settle->refund, "handed over", {}}, reply);
    }
    node.app()->listManual(asked.event, replyTo<app::ManualAnswer>(node, asked.call));
}

// In the node, when it answers: from here on the answer is on its way, whatever becomes of the
// node.
void SimShop::say(CallNo call, End place, Said said) {
    const auto fate = with_.network.fateOf(place, kPeopleEnd);
    const auto shared = std::make_shared<const Said>(std::move(said));
    for (const auto& way : {fate.first, fate.second}) {
        if (!way) continue;
        with_.agenda.after(*way, kWorld, [this, call, place, shared] {
            const auto open = open_.find(call);
            if (open == open_.end()) return;
            const auto* problem = std::get_if<app::Problem>(shared.get());
            const bool isGood =
                problem == nullptr || problem->kind != app::ProblemKind::Unavailable;
            if (isGood) {
                lastGood_[open->second.event] = {place, with_.agenda.now()};
            } else {
                lastGood_.erase(open->second.event);
            }
            finish(call, *shared);
        });
    }
}

void SimShop::finish(CallNo call, std::optional<Said> said) {
    const auto found = open_.find(call);
    if (found == open_.end()) return;
    Open open = std::move(found->second);
    open_.erase(found);
    with_.agenda.cancel(open.patience);
    if (!said) lastGood_.erase(open.event);
    open.answer(std::move(said));
}

void SimShop::deliver(const payments::WebhookItem& item, const std::function<void()>& taken) {
    const End place = placeFor(item.event);
    const auto there = with_.network.wayOf(kProviderEnd, place);
    if (!there) return;
    with_.agenda.after(*there, kWorld, [this, place, item, taken] {
        SimNode* node = places_.nodeAt(place);
        if (node == nullptr || node->app() == nullptr) return;
        with_.agenda.after(Duration{}, node->process(),
                           [this, node, item, taken] { take(*node, item, taken); });
    });
}

// As server/api/plain_routes.cpp does: what is not stored is not taken in, and comes again.
void SimShop::take(SimNode& node, payments::WebhookItem item, const std::function<void()>& taken) {
    if (node.app() == nullptr) return;
    item.at = with_.database.clock();
    node.inbox().store({item}, [this, &node, item, taken](const Status& stored) {
        if (!stored || node.app() == nullptr) return;
        if (const auto back = with_.network.wayOf(node.place(), kProviderEnd)) {
            with_.agenda.after(*back, kWorld, taken);
        }
        node.app()->hintProvider(item.event, item.attempt, [](auto) {});
    });
}

void SimShop::hintAll(EventId event, AttemptId attempt) {
    for (End place = 0; place < places_.count(); ++place) hintAt(place, event, attempt);
}

void SimShop::hintAt(End place, EventId event, AttemptId attempt) {
    SimNode* node = places_.nodeAt(place);
    if (node == nullptr || node->app() == nullptr) return;
    with_.agenda.after(Duration{}, node->process(), [node, event, attempt] {
        if (node->app() != nullptr) node->app()->hintProvider(event, attempt, [](auto) {});
    });
}

}  // namespace tessera::simulation
