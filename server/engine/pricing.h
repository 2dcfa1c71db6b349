// SPDX-License-Identifier: Apache-2.0
// What a set of places costs: price = net + fees + taxes by rule, itemised and all-in.
//
// Pure and deterministic. Each line is rounded half away from zero to a minor unit, per ticket
// (per order for PerOrder fees), so that a partial refund of a ticket is the sum of its own lines.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "server/engine/terms.h"

namespace tessera::engine {

// One place: what it is sold as.
struct PricedItem {
    CategoryNo category;
    TicketTypeNo type;
};

enum class PriceLineKind : std::uint8_t { Ticket, Discount, Fee, Tax };

// `rule` is the index into the terms' fees or taxes; for Ticket and Discount it is -1.
// `item` is the index of the place, or -1 for a line of the whole order.
// A Tax line with `included` true is information: its amount is inside the others already.
struct PriceLine {
    PriceLineKind kind = PriceLineKind::Ticket;
    std::int16_t rule = -1;
    std::int16_t item = -1;
    bool included = false;
    Money amount;  // Discount lines are negative.
    bool operator==(const PriceLine&) const = default;
};

struct Quote {
    std::vector<PriceLine> lines;
    Money net;    // Without fees and taxes.
    Money fees;   // Without taxes.
    Money taxes;  // Included and added ones.
    Money total;  // What is paid: net + fees + taxes.
    bool operator==(const Quote&) const = default;
};

// Nothing if some item has no price in these terms. `code` may be null.
std::optional<Quote> quoteFor(const EventTerms& terms, std::span<const PricedItem> items,
                              const Code* code);

// The total alone, equal to quoteFor(...)->total, without building lines.
std::optional<Money> totalFor(const EventTerms& terms, std::span<const PricedItem> items,
                              const Code* code);

}  // namespace tessera::engine
