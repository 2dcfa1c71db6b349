// SPDX-License-Identifier: Apache-2.0
#include "server/store/price_shares.h"

#include <algorithm>
#include <numeric>

#include "shared/base/check.h"

namespace tessera::store {
namespace {

using engine::PriceLine;
using engine::PriceLineKind;
using engine::TaxRule;

// What the lines of one place, or of the whole order, say.
struct Lines {
    Money ticket;  // Less its discount.
    Money fees;
    std::vector<std::pair<std::int16_t, Money>> taxes;
    Money gross;
};

void add(Lines& to, const PriceLine& line) {
    if (!line.included) to.gross += line.amount;
    switch (line.kind) {
        case PriceLineKind::Ticket:
        case PriceLineKind::Discount:
            to.ticket += line.amount;
            break;
        case PriceLineKind::Fee:
            to.fees += line.amount;
            break;
        case PriceLineKind::Tax:
            to.taxes.emplace_back(line.rule, line.amount);
            break;
    }
}

// `gross` without the taxes that are inside of it; pricing.h says how they are counted.
Money withoutIncluded(const engine::EventTerms& terms, bool TaxRule::*applies, Money gross) {
    Rate all;
    for (const TaxRule& tax : terms.taxes) {
        if (tax.included && tax.*applies) all.ppm += tax.rate.ppm;
    }
    Money left = gross;
    for (const TaxRule& tax : terms.taxes) {
        if (!tax.included || !(tax.*applies)) continue;
        left -= std::min(includedShare(gross, tax.rate, all), left);
    }
    return left;
}

std::vector<TaxShare> taxesOf(const Lines& lines, const engine::EventTerms& terms) {
    const Money ticket = withoutIncluded(terms, &TaxRule::onTickets, lines.ticket);
    const Money fees = withoutIncluded(terms, &TaxRule::onFees, lines.fees);
    std::vector<TaxShare> out;
    for (const auto& [rule, tax] : lines.taxes) {
        TaxShare share{rule, {}, {}, tax};
        const auto at = static_cast<std::size_t>(rule);
        if (rule >= 0 && at < terms.taxes.size()) {
            share.rate = terms.taxes[at].rate;
            if (terms.taxes[at].onTickets) share.base += ticket;
            if (terms.taxes[at].onFees) share.base += fees;
        }
        out.push_back(share);
    }
    return out;
}

// The part of place `i` of what is divided evenly.
Money even(Money whole, std::size_t places, std::size_t i) {
    const auto n = static_cast<std::int64_t>(places);
    const std::int64_t each = whole.minor / n;
    const std::int64_t odd = whole.minor - each * n;
    const auto index = static_cast<std::int64_t>(i);
    return Money{each + (index < odd ? 1 : 0) - (index < -odd ? 1 : 0)};
}

void addEvenly(PlaceShare& to, const TaxShare& whole, std::size_t places, std::size_t i) {
    const Money base = even(whole.base, places, i);
    const Money tax = even(whole.tax, places, i);
    for (TaxShare& mine : to.taxes) {
        if (mine.rule != whole.rule) continue;
        mine.base += base;
        mine.tax += tax;
        return;
    }
    to.taxes.push_back({whole.rule, whole.rate, base, tax});
}

}  // namespace

Money PlaceShare::tax() const {
    Money sum;
    for (const TaxShare& each : taxes) sum += each.tax;
    return sum;
}

std::size_t placesOf(const engine::Quote& quote) {
    std::int64_t places = 0;
    for (const PriceLine& line : quote.lines) {
        places = std::max<std::int64_t>(places, line.item + 1);
    }
    return static_cast<std::size_t>(places);
}

std::vector<PlaceShare> placeShares(const engine::Quote& quote, const engine::EventTerms& terms,
                                    std::size_t places) {
    TESSERA_CHECK(places > 0);
    std::vector<Lines> lines(places);
    Lines whole;
    for (const PriceLine& line : quote.lines) {
        TESSERA_CHECK(line.item < static_cast<std::int64_t>(places));
        add(line.item < 0 ? whole : lines[static_cast<std::size_t>(line.item)], line);
    }
    // Whatever the lines say, the shares sum to the total.
    Money ofOrder = quote.total;
    for (const Lines& each : lines) ofOrder -= each.gross;
    const auto orderTaxes = taxesOf(whole, terms);
    const std::vector<bool> bears = engine::bearersOf(quote, places);
    const auto bearers = static_cast<std::size_t>(std::count(bears.begin(), bears.end(), true));
    std::vector<PlaceShare> out(places);
    std::size_t at = 0;
    for (std::size_t i = 0; i < places; ++i) {
        out[i].gross = lines[i].gross;
        out[i].fees = lines[i].fees;
        out[i].taxes = taxesOf(lines[i], terms);
        if (!bears[i]) continue;
        out[i].gross += even(ofOrder, bearers, at);
        out[i].fees += even(whole.fees, bearers, at);
        for (const TaxShare& each : orderTaxes) addEvenly(out[i], each, bearers, at);
        ++at;
    }
    return out;
}

std::vector<Money> split(Money whole, std::span<const Money> weights) {
    TESSERA_CHECK(!weights.empty());
    std::int64_t all = 0;
    for (const Money& weight : weights) {
        TESSERA_CHECK(weight.minor >= 0);
        all += weight.minor;
    }
    std::vector<Money> out;
    std::int64_t before = 0;
    Money given;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (all == 0) {
            out.push_back(even(whole, weights.size(), i));
            continue;
        }
        before += weights[i].minor;
        // 128 bits: an amount times an amount.
        const auto product = static_cast<__int128>(whole.minor) * before;
        const Money upTo{static_cast<std::int64_t>(product / all)};
        out.push_back(upTo - given);
        given = upTo;
    }
    return out;
}

}  // namespace tessera::store
