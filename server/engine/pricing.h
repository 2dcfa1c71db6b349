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
//   adjusted  A place with another price has that instead of p - discount: the code takes nothing
//             off it, its fees and taxes follow from the new price. A complimentary place costs
//             nothing and has neither; where there is one and no place costs anything, PerOrder
//             fees are not due.
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
#include <string>
#include <vector>

#include "server/engine/terms.h"

namespace tessera::engine {

// The numbers are the database's.
enum class AdjustmentKind : std::uint8_t { Complimentary = 1, Price = 2 };

inline constexpr std::size_t kAdjustmentsMax = 100;  // Of one reservation.
inline constexpr std::size_t kAdjustmentReasonMax = 100;
inline constexpr Money kAdjustedPriceMax{1'000'000'000'000};

// Another price than the terms', for some places of a reservation.
struct PriceAdjustment {
    std::vector<SeatNo> seats;  // Ascending. Empty: all places that no other names.
    AdjustmentKind kind = AdjustmentKind::Complimentary;
    Money price;         // Of Price: what a ticket costs before fees and added taxes; 0 or more.
    std::string reason;  // For people: 1 to kAdjustmentReasonMax bytes.
    bool operator==(const PriceAdjustment&) const = default;
};

// Which of them a place has; -1: none. A place in an area: kNoSeat.
std::int16_t adjustmentOf(std::span<const PriceAdjustment> adjustments, SeatNo seat);

// One place: what it is sold as.
struct PricedItem {
    CategoryNo category;
    TicketTypeNo type;
    std::int16_t adjustment = -1;  // Index into the reservation's; -1: none.
};

enum class PriceLineKind : std::uint8_t { Ticket, Discount, Fee, Tax };

// `rule` is the index into the terms' fees or taxes; for Ticket and a code's Discount it is -1.
// What an adjustment takes off, or puts on, is a Discount whose rule is the index into
// Quote::reasons. `item` is the index of the place, or -1 for a line of the whole order. A Tax line
// with `included` true is information: its amount is inside the others already.
struct PriceLine {
    PriceLineKind kind = PriceLineKind::Ticket;
    std::int16_t rule = -1;
    std::int16_t item = -1;
    bool included = false;
    Money amount;  // Discount lines are negative, but for an adjustment to a higher price.
    bool operator==(const PriceLine&) const = default;
};

struct Quote {
    std::vector<PriceLine> lines;
    Money net;                           // Without fees and taxes.
    Money fees;                          // Without taxes.
    Money taxes;                         // Included and added ones.
    Money total;                         // What is paid: net + fees + taxes.
    std::vector<std::string> reasons{};  // Of the adjustments; none of an ordinary sale.
    std::string code{};                  // That took something off; empty: none did.
    bool operator==(const Quote&) const = default;
};

// Nothing if some item has no price in these terms. `code` may be null; whether it may be used now
// is not asked here. REQUIRES: at most 32767 items, whose adjustments are among these.
std::optional<Quote> quoteFor(const EventTerms& terms, std::span<const PricedItem> items,
                              const Code* code, std::span<const PriceAdjustment> adjustments = {});

// The total alone, equal to quoteFor(...)->total, without building lines.
std::optional<Money> totalFor(const EventTerms& terms, std::span<const PricedItem> items,
                              const Code* code, std::span<const PriceAdjustment> adjustments = {});

// Which places bear the lines of the whole order: all but those that an adjustment has made free of
// any cost; all, where all are.
std::vector<bool> bearersOf(const Quote& quote, std::size_t places);

// What the adjustments save the buyer of their tickets, with the fees and taxes of each, of what
// would be paid with the same code; as all-in prices leave it out, without the order's own fee,
// which nobody pays where nothing else is to be paid. Places that cost more than before do not make
// up for others. Zero for one without a price.
Money givenAway(const EventTerms& terms, std::span<const PricedItem> items,
                std::span<const PriceAdjustment> adjustments, const Code* code = nullptr);

}  // namespace tessera::engine
