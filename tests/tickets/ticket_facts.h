// SPDX-License-Identifier: Apache-2.0
// Keys and random facts for the tests of ticket codes.
//
// Deterministic by seed. Not thread-safe. Nothing is owned.
#pragma once

#include <array>
#include <cstdint>
#include <random>

#include "server/tickets/ticket_code.h"

namespace tessera::tickets {

inline std::array<std::uint8_t, 32> seedOf(std::uint8_t fill) {
    std::array<std::uint8_t, 32> seed{};
    seed.fill(fill);
    return seed;
}

inline TicketFacts plainFacts() {
    TicketFacts facts;
    facts.event = EventId(7000000000123);
    facts.ticket = TicketId(8000000000456);
    facts.place = SeatNo(18647);
    facts.issue = 3;
    facts.admitsFrom = Instant{1777000000LL / 60 * 60000000};
    facts.admitsUntil = facts.admitsFrom + Duration::ofMinutes(480);
    return facts;
}

inline TicketFacts randomFacts(std::mt19937_64& random) {
    const auto upTo = [&](std::int64_t most) {
        return std::uniform_int_distribution<std::int64_t>(0, most)(random);
    };
    TicketFacts facts;
    facts.event = EventId(1 + upTo(INT64_MAX - 1));
    facts.ticket = TicketId(1 + upTo(INT64_MAX - 1));
    if (upTo(1) == 0) {
        facts.place = SeatNo(static_cast<std::int32_t>(upTo(INT32_MAX)));
    } else {
        facts.place = AreaNo(static_cast<std::int16_t>(upTo(INT16_MAX)));
    }
    facts.issue = static_cast<std::uint16_t>(upTo(UINT16_MAX));
    facts.admitsFrom = Instant{upTo((1LL << 32) - 1) * 60000000};
    facts.admitsUntil = facts.admitsFrom + Duration::ofMinutes(1 + upTo((1 << 24) - 2));
    return facts;
}

}  // namespace tessera::tickets
