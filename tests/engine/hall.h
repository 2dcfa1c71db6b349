// SPDX-License-Identifier: Apache-2.0
// A small hall and its terms, and short ways to say commands, for tests of the engine.
//
// Rows of `perRow` seats; categories alternate by row; the first two seats of row 0 are a
// wheelchair place and its companion. One area of 20 places, in category 0.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "server/engine/event_engine.h"

namespace tessera::engine {

inline constexpr Instant kOpening{1767225600000000};  // 2026-01-01T00:00:00Z
inline constexpr std::int16_t kCategories = 2;
inline constexpr std::int16_t kTypes = 2;

inline std::shared_ptr<const Layout> makeHall(std::int32_t rows, std::int32_t perRow,
                                              bool accessible = true) {
    Layout::Parts parts;
    parts.categories = kCategories;
    parts.focal = {static_cast<float>(perRow) / 2, -5};
    for (std::int32_t r = 0; r < rows; ++r) {
        parts.rows.push_back({SeatNo{r * perRow}, perRow, 0});
        for (std::int32_t s = 0; s < perRow; ++s) {
            LayoutSeat seat;
            seat.position = {static_cast<float>(s), static_cast<float>(r)};
            seat.row = r;
            seat.category = CategoryNo{static_cast<std::int16_t>(r % kCategories)};
            parts.seats.push_back(seat);
        }
    }
    if (accessible) {
        parts.seats[0].wheelchair = true;
        parts.seats[0].companion = SeatNo{1};
        parts.seats[1].companion = SeatNo{0};
    }
    parts.areas.push_back({CategoryNo{0}, 20, {0, 100}});
    return Layout::make(std::move(parts));
}

// 50.00 and 30.00 by category; type 1 costs half, and is not sold in category 1.
inline EventTerms makeTerms() {
    EventTerms terms;
    terms.currency = *parseCurrency("EUR");
    terms.ticketTypes = kTypes;
    terms.prices = {Money{5000}, Money{2500}, Money{3000}, std::nullopt};
    terms.sale = SaleState::Open;
    terms.opensAt = kOpening;
    terms.noOrphans = false;
    return terms;
}

inline CallerHash buyer(int n) {
    CallerHash hash;
    hash.bytes[0] = static_cast<std::uint8_t>(n);
    hash.bytes[1] = static_cast<std::uint8_t>(n >> 8);
    hash.bytes[31] = 1;
    return hash;
}

inline Caller callerOf(int n) {
    return {buyer(n), Channel::Web, false};
}

inline HoldSeats holdPicks(int who, std::vector<std::int32_t> seats, std::int16_t type = 0) {
    HoldSeats hold;
    hold.caller = callerOf(who);
    SeatSelection selection;
    for (const std::int32_t seat : seats) {
        selection.picks.push_back({SeatNo{seat}, TicketTypeNo{type}});
    }
    hold.selection = std::move(selection);
    return hold;
}

inline HoldSeats holdBest(int who, std::int32_t count, std::int32_t wheelchairs = 0) {
    HoldSeats hold;
    hold.caller = callerOf(who);
    BestSelection best;
    best.counts = {{TicketTypeNo{0}, count}};
    best.wheelchairPlaces = wheelchairs;
    hold.selection = best;
    return hold;
}

inline HoldSeats holdArea(int who, std::int32_t count) {
    HoldSeats hold;
    hold.caller = callerOf(who);
    hold.selection = AreaSelection{AreaNo{0}, {{TicketTypeNo{0}, count}}};
    return hold;
}

}  // namespace tessera::engine
