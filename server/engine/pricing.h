// SPDX-License-Identifier: Apache-2.0
// What a set of places costs: price = net + fees + taxes by rule, itemised and all-in.
//
// Pure and deterministic. Each line is rounded half away from zero to a minor unit, per ticket
// (per order for PerOrder fees), so that a partial refund of a ticket is the sum of its own lines.
//
// The rules, for a place of price p:
//   discount  share(p, rate), or the code's amount; between 0 and p, so no ticket is below zero.
//   fees      PerTicket: the amount; Percent: share(p - discount, rate); PerOrder: once, unless the
//             order is empty. A fee is due for a ticket of price zero too.
//   taxes     per place on its ticket (p - discount) and on the sum of its fees, each rounded by
//             itself; per order on the sum of the PerOrder fees. Included taxes that share a base
//             divide it together: base × rate / (1 + all their rates), in their order and never
//             more than is left of the base. An added tax is a share of the base without the
//             included ones: nobody pays a tax on a tax.
// Lines come place by place (Ticket, Discount, Fee, Tax), then those of the order; of all kinds but
// Ticket, a line of zero is left out. The total is the sum of all lines that are not `included`.
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

// Nothing if some item has no price in these terms. `code` may be null; whether it may be used now
// is not asked here. REQUIRES: at most 32767 items.
std::optional<Quote> quoteFor(const EventTerms& terms, std::span<const PricedItem> items,
                              const Code* code);

// The total alone, equal to quoteFor(...)->total, without building lines.
std::optional<Money> totalFor(const EventTerms& terms, std::span<const PricedItem> items,
                              const Code* code);

}  // namespace tessera::engine
