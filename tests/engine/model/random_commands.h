// SPDX-License-Identifier: Apache-2.0
// Random commands and steps of time for one small event, aimed at everything that can be refused.
//
// Looks at the model to name what lives, what waits and what is about to be due. Deterministic by
// its generator; owned by one run.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "tests/engine/model/naive_event.h"
#include "tests/engine/test_seed.h"

namespace tessera::engine {

// Three rows of twelve with an aisle, two wheelchair places with companions, and two areas.
Layout::Parts smallHouse();
EventTerms randomTerms(std::mt19937& random, Instant now);

class RandomCommands {
public:
    RandomCommands(std::mt19937& random, const NaiveEvent& model) : random_(random), m_(model) {}

    // Zero, tiny, to a deadline exactly, to one microsecond before it, or far.
    Instant nextInstant(Instant now);
    Command next(Instant now);
    // Codes enough for the bound on codes.
    Command codeForTheHeap();

private:
    int upTo(int most) { return between(random_, 0, most); }
    bool oneIn(int n) { return upTo(n - 1) == 0; }
    Caller someCaller();
    std::string someCode();
    TicketTypeNo someType();
    std::vector<TypeCount> someCounts(int most);
    Command hold();
    Command holdSeats(HoldSeats hold);
    Command holdBest(HoldSeats hold);
    Command holdArea(HoldSeats hold);
    ReservationId someReservation();
    Caller callerFor(ReservationId reservation);
    Command answer();
    Command staleAnswer();
    Command hint();
    // random_reprice.cpp. `rest`: for all places that no other names.
    Command reprice();
    PriceAdjustment adjustment(const NaiveReservation* held, bool rest);
    Command terms(Instant now);
    Command allocation();
    Command code(Instant now);
    Command otherCode(Instant now);
    ProviderAnswer answerTo(const NaiveOrder& order);
    ProviderAnswer answerAboutMoney(const NaiveOrder& order);
    ProviderAnswer anyObject(const NaiveOrder& order);
    void nameObject(const NaiveOrder& order, ProviderAnswer& answer);

    std::mt19937& random_;
    const NaiveEvent& m_;
    std::vector<RecordProviderAnswer> given_;
    int heap_ = 0;
};

}  // namespace tessera::engine
