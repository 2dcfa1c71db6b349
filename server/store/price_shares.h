// SPDX-License-Identifier: Apache-2.0
// An order's price, taken apart by place and tax: for reports and invoices.
//
// Pure and deterministic. The shares of an order's places sum to its total, minor unit by minor
// unit, and so do their taxes: what belongs to the whole order is divided evenly, the first places
// taking what does not divide, as ticket.price was made.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "server/engine/pricing.h"

namespace tessera::store {

// What one tax comes to on something. `base` is what it is levied on, without any tax.
struct TaxShare {
    std::int16_t rule = 0;  // Of the terms.
    Rate rate;              // Zero where the terms have no such rule.
    Money base;
    Money tax;
    bool operator==(const TaxShare&) const = default;
};

struct PlaceShare {
    Money gross;
    Money fees;  // Of `gross`, as the quote states them.
    std::vector<TaxShare> taxes;
    Money tax() const;
    Money net() const { return gross - tax(); }
};

// How many places a quote has lines of.
std::size_t placesOf(const engine::Quote& quote);

// One of each place, in the order of the quote's items.
// REQUIRES: places > 0; places >= placesOf(quote).
std::vector<PlaceShare> placeShares(const engine::Quote& quote, const engine::EventTerms& terms,
                                    std::size_t places);

// `whole` in parts as `weights` are to each other; parts sum to `whole`. Evenly where they are all
// zero. REQUIRES: no weight is negative, and there is one.
std::vector<Money> split(Money whole, std::span<const Money> weights);

}  // namespace tessera::store
