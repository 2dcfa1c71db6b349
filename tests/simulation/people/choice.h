// SPDX-License-Identifier: Apache-2.0
// What somebody wants to hold: by a look at the map as far as there is one, by guess beyond it.
//
// Deterministic by its Random. People ask for what can be had; what is malformed is the bots' part.
#pragma once

#include <optional>
#include <span>

#include "server/engine/commands.h"
#include "tests/simulation/people/scene.h"

namespace tessera::simulation {

struct Wish {
    std::int32_t places = 2;
    bool isLate = false;  // What was wanted first is gone: anything will do.
};

class Chooser {
public:
    Chooser(const EventOnSale& event, std::span<const std::uint8_t> map, Random& random)
        : event_(event), map_(map), random_(random) {}

    engine::Selection choose(const Wish& wish);
    // The map shows fewer free seats, and there are no places without a seat.
    bool seemsFull(std::int32_t places) const;
    // Neighbours in one row; what runs out of the row is left out.
    engine::SeatSelection seatsFrom(SeatNo first, std::int32_t places);
    engine::BestSelection best(std::int32_t places);
    // What no edge lets through, and the engine has to refuse.
    engine::Selection malformed();

private:
    bool isFree(SeatNo seat) const;
    bool needsAnother(SeatNo seat) const;
    bool isRunFree(SeatNo first, std::int32_t places) const;
    SeatNo someRun(std::int32_t places);
    std::optional<engine::AreaSelection> area(std::int32_t places);
    TicketTypeNo typeIn(CategoryNo category);

    const EventOnSale& event_;
    const std::span<const std::uint8_t> map_;
    Random& random_;
};

}  // namespace tessera::simulation
