// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/payment/cash.h"

#include <algorithm>
#include <array>
#include <functional>

#include "shared/base/money.h"

namespace tessera::payment {
namespace {

struct Notes {
    const char* currency;
    std::vector<std::int64_t> units;   // Of the major unit.
    std::vector<std::int64_t> others;  // What else there is, in minor units.
};

// As their central banks issue them; `units` without coins below the unit's multiples of five.
const std::array<Notes, 6>& knownNotes() {
    static const std::array<Notes, 6> kKnown = {
        {{"EUR", {5, 10, 20, 50, 100, 200}, {1, 2, 5, 10, 20, 50, 100, 200, 50'000}},
         {"CHF", {5, 10, 20, 50, 100, 200}, {5, 10, 20, 50, 100, 200, 100'000}},
         {"GBP", {5, 10, 20, 50}, {1, 2, 5, 10, 20, 50, 100, 200}},
         {"USD", {1, 5, 10, 20, 50, 100}, {1, 5, 10, 25}},
         {"SEK", {20, 50, 100, 200, 500}, {100, 200, 500, 1'000, 100'000}},
         {"JPY", {500, 1'000, 5'000, 10'000}, {1, 5, 10, 50, 100, 2'000}}}};
    return kKnown;
}

std::int64_t minorOfUnit(const std::string& currency) {
    std::int64_t minor = 1;
    for (int digits = minorDigits(parseCurrency(currency).value_or(Currency{})); digits > 0;
         --digits)
        minor *= 10;
    return minor;
}

}  // namespace

std::vector<std::int64_t> notesOf(const std::string& currency) {
    std::vector<std::int64_t> units = {1, 2, 5, 10, 20, 50, 100, 200, 500};
    for (const Notes& known : knownNotes()) {
        if (currency == known.currency) units = known.units;
    }
    for (std::int64_t& unit : units) unit *= minorOfUnit(currency);
    return units;
}

bool hasKnownNotes(const std::string& currency) {
    return std::ranges::any_of(knownNotes(),
                               [&](const Notes& each) { return currency == each.currency; });
}

std::vector<std::int64_t> denominationsOf(const std::string& currency) {
    std::vector<std::int64_t> out = notesOf(currency);
    const auto known = std::ranges::find_if(
        knownNotes(), [&](const Notes& each) { return currency == each.currency; });
    if (known != knownNotes().end()) {
        out.insert(out.end(), known->others.begin(), known->others.end());
    } else {
        // 1, 2, 5, 10… of the minor unit.
        for (std::int64_t ten = 1; ten < minorOfUnit(currency); ten *= 10) {
            for (const std::int64_t coin : {1, 2, 5}) out.push_back(coin * ten);
        }
    }
    std::ranges::sort(out, std::greater<>());
    return out;
}

std::vector<std::int64_t> quickAmounts(std::int64_t due, const std::string& currency) {
    if (due <= 0) return {};
    std::vector<std::int64_t> amounts = {due};
    for (const std::int64_t note : notesOf(currency)) {
        const std::int64_t sum = (due + note - 1) / note * note;
        if (sum > amounts.back() && amounts.size() < kQuickAmountsMost) amounts.push_back(sum);
    }
    return amounts;
}

}  // namespace tessera::payment
