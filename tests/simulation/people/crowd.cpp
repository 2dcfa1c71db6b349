// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/people/crowd.h"

#include <algorithm>

#include "shared/base/check.h"
#include "tests/simulation/people/bot.h"
#include "tests/simulation/people/durations.h"
#include "tests/simulation/people/person.h"
#include "tests/simulation/people/staff.h"

namespace tessera::simulation {
namespace {

constexpr std::int64_t kCallsYetToCome = 8;  // Of each who is here, about.
constexpr std::int64_t kFewSeats = 400;
constexpr Duration kBurstWithin = kSeconds(1);
constexpr Duration kQuietMost = kSeconds(300);
constexpr Duration kClerkSoonest = kSeconds(50);
constexpr Duration kClerkLatest = kSeconds(200);

}  // namespace

Crowd::Crowd(Parts parts)
    : scene_{parts.agenda,  parts.faults,           parts.trace, parts.shop, parts.house,
             parts.witness, std::move(parts.events)},
      random_(parts.random) {
    for (const EventOnSale& event : scene_.events) {
        if (event.isQuiet) quiet_.push_back(event);
    }
    std::erase_if(scene_.events, [](const EventOnSale& event) { return event.isQuiet; });
    TESSERA_CHECK(!scene_.events.empty());
    drawKnobs();
}

Crowd::~Crowd() = default;

void Crowd::drawKnobs() {
    knobs_.callsPer1000Seconds = random_.between(4000, 12000);
    knobs_.burst = random_.chance(500000) ? random_.between(20, 100) : random_.between(100, 250);
    knobs_.burstShare = random_.between(20000, 200000);
    knobs_.botShare = random_.chance(300000) ? 0 : random_.between(5000, 80000);
    // A small hall is sold out in no time, and then nothing happens any more.
    std::int64_t seats = 0;
    for (const EventOnSale& event : scene_.events) seats += event.layout->seatCount();
    knobs_.abandons =
        seats < kFewSeats ? random_.between(400000, 900000) : random_.between(100000, 600000);
    knobs_.staffed = random_.between(200000, 900000);
    scene_.abandons = knobs_.abandons;
}

void Crowd::start() {
    startedAt_ = scene_.agenda.now();
    for (const EventOnSale& event : scene_.events) {
        if (!random_.chance(knobs_.staffed)) continue;
        staff_.push_back(std::make_unique<Staff>(
            scene_, -1 - static_cast<std::int32_t>(staff_.size()), random_.fork(), event));
        staff_.back()->arrive();
    }
    // Not at quiet events: nobody is to ask for them.
    for (const EventOnSale& event : scene_.events) {
        staff_.push_back(std::make_unique<Cashier>(
            scene_, -1 - static_cast<std::int32_t>(staff_.size()), random_.fork(), event));
        staff_.back()->arrive();
    }
    for (const EventOnSale& event : quiet_) sendClerkLater(event);
    openDoors();
}

void Crowd::sendClerkLater(const EventOnSale& event) {
    scene_.agenda.after(random_.between(kClerkSoonest, kClerkLatest), kWorld, [this, &event] {
        if (scene_.closing) return;
        sendClerk(event);
        sendClerkLater(event);
    });
}

void Crowd::sendClerk(const EventOnSale& event) {
    staff_.push_back(std::make_unique<Clerk>(scene_, -1 - static_cast<std::int32_t>(staff_.size()),
                                             random_.fork(), event));
    staff_.back()->arrive();
}

void Crowd::sendClerks() {
    for (const EventOnSale& event : quiet_) sendClerk(event);
}

void Crowd::stopNewBuyers() {
    scene_.closing = true;
}

// One arrival after another: of one or two, or a burst as when a sale opens.
void Crowd::openDoors() {
    if (scene_.closing) return;
    const bool burst = visitors_.empty() || random_.chance(knobs_.burstShare);
    const std::int64_t come =
        burst ? random_.between(knobs_.burst / 2, knobs_.burst) : random_.between(1, 2);
    expected_ += come;
    for (std::int64_t i = 0; i < come; ++i) {
        scene_.agenda.after(random_.between(Duration{}, kBurstWithin), kWorld, [this] { letIn(); });
    }
    scene_.agenda.after(untilNext(), kWorld, [this] { openDoors(); });
}

void Crowd::letIn() {
    --expected_;
    if (scene_.closing) return;
    const auto number = static_cast<std::int32_t>(visitors_.size()) + 1;
    if (random_.chance(knobs_.botShare)) {
        visitors_.push_back(std::make_unique<Bot>(scene_, number, random_.fork()));
    } else {
        visitors_.push_back(std::make_unique<Person>(scene_, number, random_.fork()));
    }
    visitors_.back()->arrive();
}

// So long that the calls made and those to come are not above the rate.
Duration Crowd::untilNext() {
    const std::int64_t calls = scene_.calls + (here() + expected_) * kCallsYetToCome;
    const Duration due{calls * 1'000'000'000 / knobs_.callsPer1000Seconds};
    const Duration passed{scene_.agenda.now() - startedAt_};
    const Duration gap = random_.between(kMillis(50), kSeconds(4));
    return std::clamp(due - passed, gap, kQuietMost + gap);
}

std::int64_t Crowd::here() const {
    while (firstHere_ < visitors_.size() && visitors_[firstHere_]->isGone()) ++firstHere_;
    return std::count_if(visitors_.begin() + static_cast<std::ptrdiff_t>(firstHere_),
                         visitors_.end(), [](const auto& visitor) { return !visitor->isGone(); });
}

bool Crowd::allDone() const {
    return scene_.closing && scene_.underWay == 0 && here() == 0 &&
           std::ranges::all_of(staff_, [](const auto& one) { return one->isGone(); });
}

}  // namespace tessera::simulation
