// SPDX-License-Identifier: Apache-2.0
// All people of a simulation: who comes when, how many at once, and that all go in the end.
//
// Deterministic: its knobs and everything that people do come from its Random. Not thread-safe.
// The agenda must not run any more once it is destroyed.
#pragma once

#include <memory>
#include <vector>

#include "tests/simulation/people/visitor.h"

namespace tessera::simulation {

class Crowd {
public:
    struct Parts {
        Agenda& agenda;
        Faults& faults;
        Trace& trace;
        Shop& shop;
        SimProviderHouse& house;
        Witness& witness;
        Random random;
        // The first is what most come for, and not quiet.
        std::vector<EventOnSale> events;
    };
    // Drawn from the seed.
    struct Knobs {
        std::int64_t callsPer1000Seconds = 8000;  // On the average.
        std::int64_t burst = 100;                 // Buyers within one second, at an on-sale.
        std::int64_t burstShare = 300000;         // Per million: arrivals that are one.
        std::int64_t botShare = 30000;            // Per million of arrivals.
        std::int64_t abandons = 300000;           // Per million of holds.
        std::int64_t staffed = 500000;            // Per million of events.
    };

    explicit Crowd(Parts parts);
    ~Crowd();
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    void start();
    void offerFirstShapeOnly() { scene_.secondShape = false; }
    // Somebody of the box office comes for each quiet event, now.
    void sendClerks();
    // The calm: nobody comes any more, who is there finishes or walks away.
    void stopNewBuyers();
    bool allDone() const;

    const Knobs& knobs() const { return knobs_; }
    std::size_t arrived() const { return visitors_.size(); }
    std::int64_t here() const;
    std::int64_t calls() const { return scene_.calls; }
    std::int64_t unanswered() const { return scene_.unanswered; }

private:
    void drawKnobs();
    void openDoors();
    void letIn();
    void sendClerk(const EventOnSale& event);
    void sendClerkLater(const EventOnSale& event);
    Duration untilNext();

    Scene scene_;
    Random random_;
    Knobs knobs_;
    std::vector<std::unique_ptr<Visitor>> visitors_;
    std::vector<std::unique_ptr<Visitor>> staff_;
    std::vector<EventOnSale> quiet_;
    std::int64_t startedAt_ = 0;
    std::int64_t expected_ = 0;  // Who is on the way in.
    mutable std::size_t firstHere_ = 0;
};

}  // namespace tessera::simulation
