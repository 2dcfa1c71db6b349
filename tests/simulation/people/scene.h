// SPDX-License-Identifier: Apache-2.0
// What all people of a simulation share: the world around them, what is on sale, what they have
// heard of each other.
//
// Plain; not thread-safe; the Crowd owns it, and all that it refers to outlives it.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "server/engine/layout.h"
#include "server/engine/terms.h"
#include "tests/simulation/people/provider_house.h"
#include "tests/simulation/people/shop.h"
#include "tests/simulation/world/agenda.h"
#include "tests/simulation/world/faults.h"
#include "tests/simulation/world/trace.h"

namespace tessera::simulation {

struct EventOnSale {
    EventId event;
    std::shared_ptr<const engine::Layout> layout;
    engine::EventTerms terms;  // As made; people know prices and limits by them.
    // Nobody comes for it but somebody of the box office, once in a while.
    bool isQuiet = false;
};

struct Scene {
    Agenda& agenda;
    Faults& faults;
    Trace& trace;
    Shop& shop;
    SimProviderHouse& house;
    Witness& witness;
    std::vector<EventOnSale> events;

    // No more buyers come, and who is there comes to an end.
    bool closing = false;
    // The provider that answers "received" is offered, too.
    bool secondShape = true;
    // Per million of those who hold: who leaves it at that.
    std::int64_t abandons = 0;
    std::int64_t calls = 0;
    std::int64_t unanswered = 0;
    std::int64_t underWay = 0;
    std::vector<std::pair<EventId, std::string>> codes{};  // Handed out by staff.
    std::vector<std::pair<EventId, OrderId>> orders{};     // The last few, anybody's.

    void heardOf(EventId event, OrderId order) {
        constexpr std::size_t kHeardMax = 64;
        if (orders.size() >= kHeardMax) orders.erase(orders.begin());
        orders.emplace_back(event, order);
    }
};

}  // namespace tessera::simulation
