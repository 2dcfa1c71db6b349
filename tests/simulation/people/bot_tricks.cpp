// SPDX-License-Identifier: Apache-2.0
// What bots do; see bot.h.
#include <algorithm>

#include "tests/simulation/people/bot.h"
#include "tests/simulation/people/durations.h"

namespace tessera::simulation {
namespace {

constexpr auto kMicros = &Duration::ofMicros;
constexpr std::int32_t kPollsToPay = 12;

}  // namespace

void Bot::hoardsTheSameSeats() {
    const AskHold hold = bestSeats();
    const auto times = random().between(4, 16);
    for (std::int64_t i = 0; i < times; ++i) {
        Client& client = someClient();
        call(client, client.stamp(hold), hold, [this, &client](const std::optional<Said>& said) {
            const auto* answer = said ? std::get_if<app::ReservationAnswer>(&*said) : nullptr;
            if (answer == nullptr) return;
            dispose({&client, answer->view.id, answer->view.expiresAt});
        });
    }
}

// A balancer may take each copy to another node.
void Bot::sendsOneRequestDoubled() {
    Client& client = someClient();
    const AskHold hold = bestSeats();
    const auto mutation = client.stamp(hold);
    const auto copies = random().between(2, 4);
    for (std::int64_t i = 0; i < copies; ++i) {
        call(client, mutation, hold, [this, &client, i](const std::optional<Said>& said) {
            const auto* answer = said ? std::get_if<app::ReservationAnswer>(&*said) : nullptr;
            if (answer == nullptr || i != 0) return;
            const Question question = AskCheckout{answer->view.id};
            const auto once = client.stamp(question);
            call(client, once, question);
            call(client, once, question);
        });
    }
}

void Bot::usesAnIdAgain() {
    Client& client = someClient();
    const AskHold first = bestSeats();
    const AskHold second = bestSeats();
    const auto mutation = client.stamp(first);
    auto other = client.stamp(second);
    other.request = mutation.request;
    if (random().chance(400000)) call(client, other, second);
    call(client, mutation, first,
         [this, &client, mutation, other, second](const std::optional<Said>& said) {
             call(client, other, second);
             const auto* answer = said ? std::get_if<app::ReservationAnswer>(&*said) : nullptr;
             if (answer == nullptr) return;
             const Question question = random().chance(500000)
                                           ? Question(AskCancel{answer->view.id})
                                           : Question(AskCheckout{answer->view.id});
             auto again = client.stamp(question);
             again.request = mutation.request;
             call(client, again, question);
         });
}

void Bot::checksOutAndCancelsAtOnce() {
    holdThen([this](const Held& held) {
        const auto times = random().between(2, 5);
        for (std::int64_t i = 0; i < times; ++i) {
            if (random().chance(500000)) {
                checkOutOf(held);
            } else {
                cancelOf(held);
            }
        }
        call(*held.client, {}, AskReservation{held.reservation});
    });
}

void Bot::readsInALoop() {
    holdThen([this](const Held& held) {
        const auto times = static_cast<std::int32_t>(random().between(10, 80));
        reread(*held.client, AskReservation{held.reservation}, times);
        if (random().chance(500000)) {
            wait(random().between(Duration{}, kMillis(300)), [this, held] { dispose(held); });
        }
    });
    if (scene_.orders.empty()) return;
    const auto [event, order] = random().pick(scene_.orders);
    if (event == event_.event) reread(someClient(), AskOrder{order}, 10);
}

void Bot::reread(Client& client, Question question, std::int32_t left) {
    call(client, {}, question, [this, &client, question, left](const std::optional<Said>& said) {
        const std::int32_t rest = left - (said && !isComeAgain(*said) ? 1 : 10);
        if (rest <= 0 || scene_.closing) return;
        wait(random().between(Duration{}, kMillis(5)),
             [this, &client, question, rest] { reread(client, question, rest); });
    });
}

void Bot::asksForNonsense() {
    const auto times = random().between(2, 6);
    for (std::int64_t i = 0; i < times; ++i) {
        Client& client = someClient();
        Chooser chooser(event_, {}, random());
        AskHold hold;
        hold.command.selection = chooser.malformed();
        call(client, client.stamp(hold), hold);
        const Question cancel = AskCancel{ReservationId{random().between(1, 1'000'000)}};
        call(client, client.stamp(cancel), cancel);
        call(client, {}, AskOrder{OrderId{random().between(1, 1'000'000)}});
    }
}

// The same again, at once, until it is held; under the same id where nothing was decided.
void Bot::hammers(std::int32_t left) {
    Client& client = someClient();
    const AskHold hold = bestSeats();
    hammers(client, client.stamp(hold), hold, left);
}

void Bot::hammers(Client& client, app::Mutation mutation, const AskHold& hold, std::int32_t left) {
    call(client, mutation, hold, [=, this, &client](const std::optional<Said>& said) {
        const auto* answer = said ? std::get_if<app::ReservationAnswer>(&*said) : nullptr;
        if (answer != nullptr) return dispose({&client, answer->view.id, answer->view.expiresAt});
        if (left <= 0 || scene_.closing) return;
        if (!said || isComeAgain(*said)) return hammers(client, mutation, hold, left - 1);
        hammers(left - 1);
    });
}

void Bot::paysAndCancelsAtOnce() {
    holdThen([this](const Held& held) {
        checkOutOf(held, [this, held](const std::optional<Said>& said) {
            const auto* answer = said ? std::get_if<app::OrderAnswer>(&*said) : nullptr;
            if (answer == nullptr) return;
            scene_.heardOf(event_.event, answer->view.id);
            pollToPay(held, answer->view.id, kPollsToPay);
        });
    });
}

void Bot::pollToPay(const Held& held, OrderId order, std::int32_t left) {
    wait(random().between(kMillis(20), kMillis(400)), [this, held, order, left] {
        call(*held.client, {}, AskOrder{order}, [=, this](const std::optional<Said>& said) {
            const auto* answer = said ? std::get_if<app::OrderAnswer>(&*said) : nullptr;
            if (answer != nullptr && answer->payment) return payTwice(held, *answer->payment);
            if (left > 0) pollToPay(held, order, left - 1);
        });
    });
}

void Bot::payTwice(const Held& held, const app::PaymentInstructions& payment) {
    for (int i = 0; i < 2; ++i) {
        ++pending_;
        scene_.house.confirm(payment.objectId, payment.clientSecret,
                             static_cast<Payer>(random().between(0, kPayers - 1)),
                             [this](std::optional<engine::ObjectState>) { finish(); });
    }
    if (random().chance(700000)) {
        wait(random().between(Duration{}, kMillis(50)), [this, held] { cancelOf(held); });
    }
}

// At the instant when its hold ends: checks it out, and holds with another key what comes free.
void Bot::snipesAtTheEnd() {
    holdThen([this](const Held& held) {
        const Duration left = held.expiresAt - held.client->now();
        if (left > kSeconds(400) || scene_.closing) return;
        const auto aim = [&] {
            const Duration around = kMicros(random().between(-30'000, 10'000));
            return std::max(Duration{}, left + around);
        };
        const auto times = random().between(1, 3);
        for (std::int64_t i = 0; i < times; ++i) {
            wait(aim(), [this, held] { checkOutOf(held); });
            wait(aim(), [this] { holdThen([this](const Held& next) { dispose(next); }); });
        }
        if (random().chance(300000)) wait(aim(), [this, held] { cancelOf(held); });
    });
}

}  // namespace tessera::simulation
