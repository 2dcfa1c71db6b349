// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/people/person.h"

#include <algorithm>
#include <array>

#include "tests/simulation/people/durations.h"

namespace tessera::simulation {
namespace {

constexpr auto kMicros = &Duration::ofMicros;
constexpr std::int32_t kChoicesMax = 6;

bool isFinalRefusal(const app::Problem& problem) {
    return problem.reason == "SALE_CLOSED" || problem.reason == "CHANNEL_NOT_SOLD" ||
           problem.reason == "BUYER_LIMIT";
}

}  // namespace

Person::Person(Scene& scene, std::int32_t number, Random random)
    : Visitor(scene, number, random), event_(someEvent()) {
    wish_.places =
        static_cast<std::int32_t>(1 + humanTime(Duration{}, kSeconds(8)).micros / 1000000);
    wish_.places = std::min(wish_.places, event_.terms.maxPerOrder);
    if (this->random().chance(30000)) wish_.places = event_.terms.maxPerOrder + 1;
}

void Person::arrive() {
    // Some knew what they wanted before the doors opened.
    const Duration most = random().chance(500000) ? kSeconds(2) : kSeconds(20);
    later(humanTime(kMillis(50), most), [this] { chooseAndHold(); });
}

void Person::chooseAndHold() {
    if (scene_.closing || ++choices_ > kChoicesMax) return leave();
    Chooser chooser(event_, scene_.shop.mapOf(event_.event), random());
    if (chooser.seemsFull(wish_.places) && random().chance(800000)) {
        wish_.places = 1;
        return later(humanTime(kSeconds(1), kSeconds(40)), [this] { chooseAndHold(); });
    }
    AskHold hold;
    hold.command.selection = chooser.choose(wish_);
    if (!scene_.codes.empty() && random().chance(200000)) {
        const auto& code = random().pick(scene_.codes);
        if (code.first == event_.event) hold.command.code = code.second;
    }
    if (random().chance(5000)) hold.command.code = "NO-SUCH-CODE";
    const auto mutation = client_.stamp(Question(hold));
    client_.insist(event_.event, mutation, std::move(hold), {},
                   [this](const std::optional<Said>& said) { onHold(said); });
}

void Person::onHold(const std::optional<Said>& said) {
    if (const auto* problem = problemIn(said)) return chooseAgain(*problem);
    const auto* answer = said ? std::get_if<app::ReservationAnswer>(&*said) : nullptr;
    if (answer == nullptr) return leave();
    onHeld(*answer);
}

void Person::chooseAgain(const app::Problem& problem) {
    if (isFinalRefusal(problem) && random().chance(700000)) return leave();
    if (problem.reason == "REQUEST_ID_AHEAD") client_.setClock();
    const bool scarce = problem.reason == "NO_SUITABLE_SEATS" || problem.reason == "AREA_FULL";
    if (scarce && wish_.places > 1 && random().chance(500000)) wish_.places = 1;
    if (scarce && random().chance(300000)) return leave();
    if (problem.reason == "ORDER_LIMIT") wish_.places = event_.terms.maxPerOrder;
    wish_.isLate = random().chance(600000);
    later(humanTime(kMillis(300), kSeconds(15)), [this] { chooseAndHold(); });
}

Person::Intent Person::drawIntent() {
    if (random().chance(scene_.abandons)) {
        return random().chance(500000) ? Intent::LetsItRunOut : Intent::Cancels;
    }
    return random().chance(200000) ? Intent::BuysAtTheLastMoment : Intent::Buys;
}

void Person::onHeld(const app::ReservationAnswer& answer) {
    reservation_ = answer.view.id;
    expiresAt_ = answer.view.expiresAt;
    total_ = answer.view.quote.total;
    intent_ = drawIntent();
    if (random().chance(300000)) return lookBack();
    switch (intent_) {
        case Intent::Buys:
            return buy(humanTime(kSeconds(1), kSeconds(150)));
        case Intent::BuysAtTheLastMoment:
            return buy(untilTheLastMoment());
        case Intent::Cancels:
            return later(humanTime(kMillis(200), kSeconds(120)), [this] { cancel(); });
        case Intent::LetsItRunOut:
            return leave();
    }
}

// Leaves and comes back, to a page that asks what became of it.
void Person::lookBack() {
    later(humanTime(kMillis(100), kSeconds(90)), [this] {
        client_.insist(event_.event, {}, AskReservation{reservation_}, {},
                       [this](const std::optional<Said>& said) {
                           const auto* answer =
                               said ? std::get_if<app::ReservationAnswer>(&*said) : nullptr;
                           if (answer == nullptr) return leave();
                           expiresAt_ = answer->view.expiresAt;
                           if (answer->view.state != engine::ReservationState::Held) return leave();
                           if (intent_ == Intent::LetsItRunOut) return leave();
                           if (intent_ == Intent::Cancels) return cancel();
                           buy(intent_ == Intent::Buys ? humanTime(kMillis(500), kSeconds(30))
                                                       : untilTheLastMoment());
                       });
    });
}

void Person::buy(Duration after) {
    if (scene_.closing) after = std::min(after, kSeconds(5));
    later(after, [this] { checkOut(); });
}

// As near as a person's clock and the way there allow, before or after; some a whole moment early.
Duration Person::untilTheLastMoment() {
    const Duration left = expiresAt_ - client_.now();
    const Duration way = random().between(kMicros(200), kMillis(20));
    constexpr std::array<std::int64_t, 4> kAround{50, 1'000, 20'000, 500'000};
    const auto around = kAround[static_cast<std::size_t>(random().between(0, 3))];
    return std::max(Duration{}, left - way - kMicros(random().between(-around / 3, around)));
}

void Person::checkOut() {
    const Question question = AskCheckout{reservation_, drawTender()};
    Retries retries;
    if (intent_ == Intent::BuysAtTheLastMoment) retries.first = kMillis(20);
    client_.insist(event_.event, client_.stamp(question), question, retries,
                   [this](const std::optional<Said>& said) {
                       client_.standAtCounter(false);
                       onCheckout(said);
                   });
}

void Person::onCheckout(const std::optional<Said>& said) {
    if (isReason(said, "RESERVATION_CHECKED_OUT")) return findOrder();
    if (isReason(said, "REQUEST_ID_AHEAD")) {
        client_.setClock();
        if (++choices_ > kChoicesMax) return leave();
        return buy(kSeconds(1));
    }
    if (problemIn(said) != nullptr) {
        if (random().chance(500000)) return leave();
        return later(humanTime(kMillis(300), kSeconds(15)), [this] { chooseAndHold(); });
    }
    if (!said) return findOrder();
    if (const auto* answer = std::get_if<app::OrderAnswer>(&*said)) return onOrder(*answer);
    leave();
}

// Did it get through, or not?
void Person::findOrder() {
    client_.insist(event_.event, {}, AskReservation{reservation_}, {},
                   [this](const std::optional<Said>& said) {
                       const auto* answer =
                           said ? std::get_if<app::ReservationAnswer>(&*said) : nullptr;
                       if (answer == nullptr || !answer->view.order) return leave();
                       order_ = answer->view.order;
                       poll();
                   });
}

// Before checkout the seats are free at once; while paying, once the provider is clear about it.
void Person::cancel() {
    cancelled_ = true;
    const Question question = AskCancel{reservation_};
    client_.insist(event_.event, client_.stamp(question), question, {},
                   [this](const std::optional<Said>& /*said*/) {
                       if (order_) return pollLater();
                       leave();
                   });
}

}  // namespace tessera::simulation
