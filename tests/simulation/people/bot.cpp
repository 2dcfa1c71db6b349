// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/people/bot.h"

#include <algorithm>

#include "tests/simulation/people/durations.h"

namespace tessera::simulation {
namespace {

constexpr std::int32_t kOtherClient = 1'000'000;  // Numbers of a bot's further clients lie apart.

}  // namespace

Bot::Bot(Scene& scene, std::int32_t number, Random random)
    : Visitor(scene, number, random), event_(someEvent()) {
    rounds_ = static_cast<std::int32_t>(this->random().between(1, 5));
    const auto more = this->random().between(0, 3);
    for (std::int32_t i = 1; i <= more; ++i) {
        others_.push_back(
            std::make_unique<Client>(scene, number + i * kOtherClient, this->random().fork()));
    }
}

void Bot::arrive() {
    later(random().between(Duration{}, kMillis(200)), [this] { round(); });
}

void Bot::round() {
    if (scene_.closing || --rounds_ < 0) return leave();
    ++pending_;
    trick();
    finish();
}

void Bot::trick() {
    switch (random().between(0, 8)) {
        case 0:
            return hoardsTheSameSeats();
        case 1:
            return sendsOneRequestDoubled();
        case 2:
            return usesAnIdAgain();
        case 3:
            return checksOutAndCancelsAtOnce();
        case 4:
            return readsInALoop();
        case 5:
            return asksForNonsense();
        case 6:
            return hammers(static_cast<std::int32_t>(random().between(3, 12)));
        case 7:
            return paysAndCancelsAtOnce();
        default:
            return snipesAtTheEnd();
    }
}

void Bot::call(Client& client, app::Mutation mutation, Question question, Then then) {
    ++pending_;
    client.ask(event_.event, mutation, std::move(question),
               [this, then = std::move(then)](const std::optional<Said>& said) {
                   if (then) then(said);
                   finish();
               });
}

void Bot::wait(Duration time, std::function<void()> then) {
    ++pending_;
    later(time, [this, then = std::move(then)] {
        then();
        finish();
    });
}

void Bot::finish() {
    if (--pending_ > 0) return;
    later(random().between(Duration{}, kSeconds(scene_.closing ? 0 : 5)), [this] { round(); });
}

Client& Bot::someClient() {
    const auto at = random().between(0, static_cast<std::int64_t>(others_.size()));
    return at == 0 ? client_ : *others_[static_cast<std::size_t>(at - 1)];
}

// What every bot is after: the front, as far as it is free.
AskHold Bot::bestSeats() {
    Chooser chooser(event_, scene_.shop.mapOf(event_.event), random());
    const auto places =
        static_cast<std::int32_t>(random().between(1, std::min(4, event_.terms.maxPerOrder)));
    AskHold hold;
    const bool seated = event_.layout->seatCount() > 0;
    if (seated && random().chance(300000)) {
        hold.command.selection = chooser.seatsFrom(SeatNo{0}, places);
    } else if (seated && random().chance(500000)) {
        hold.command.selection = chooser.best(places);
    } else {
        hold.command.selection = chooser.choose({places, false});
    }
    return hold;
}

void Bot::holdThen(WithHeld then) {
    Client& client = someClient();
    const AskHold hold = bestSeats();
    call(client, client.stamp(hold), hold,
         [&client, then = std::move(then)](const std::optional<Said>& said) {
             const auto* answer = said ? std::get_if<app::ReservationAnswer>(&*said) : nullptr;
             if (answer == nullptr) return;
             then({&client, answer->view.id, answer->view.expiresAt});
         });
}

void Bot::cancelOf(const Held& held) {
    const Question question = AskCancel{held.reservation};
    call(*held.client, held.client->stamp(question), question);
}

void Bot::checkOutOf(const Held& held, Then then) {
    const Question question = AskCheckout{held.reservation};
    call(*held.client, held.client->stamp(question), question, std::move(then));
}

// Keeps it, gives it back, or buys it.
void Bot::dispose(const Held& held) {
    const auto draw = random().between(0, 9);
    if (draw < 4) return;
    if (draw < 8) return cancelOf(held);
    checkOutOf(held, [this, held](const std::optional<Said>& said) {
        const auto* answer = said ? std::get_if<app::OrderAnswer>(&*said) : nullptr;
        if (answer != nullptr) scene_.heardOf(event_.event, answer->view.id);
        if (random().chance(500000)) cancelOf(held);
    });
}

}  // namespace tessera::simulation
