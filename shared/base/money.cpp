// SPDX-License-Identifier: Apache-2.0
#include "shared/base/money.h"

#include "shared/base/check.h"

namespace tessera {
namespace {

constexpr std::int64_t kWhole = 1000000;

// a × b / c rounded half away from zero. REQUIRES: c > 0.
std::int64_t mulDivRound(std::int64_t a, std::int64_t b, std::int64_t c) {
    TESSERA_CHECK(c > 0);
    __extension__ using Wide = __int128;
    const Wide product = static_cast<Wide>(a) * b;
    const Wide half = c / 2;
    const Wide rounded = product >= 0 ? (product + half) / c : (product - half) / c;
    TESSERA_CHECK(rounded <= INT64_MAX && rounded >= INT64_MIN);
    return static_cast<std::int64_t>(rounded);
}

}  // namespace

std::optional<Currency> parseCurrency(std::string_view text) {
    if (text.size() != 3) return std::nullopt;
    Currency currency;
    for (std::size_t i = 0; i < 3; ++i) {
        if (text[i] < 'A' || text[i] > 'Z') return std::nullopt;
        currency.letters[i] = text[i];
    }
    return currency;
}

std::string toString(Currency currency) {
    return {currency.letters.begin(), currency.letters.end()};
}

int minorDigits(Currency currency) {
    // ISO 4217, list one: all others have two.
    constexpr std::string_view kNone =
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
    constexpr std::string_view kThree = "BHD IQD JOD KWD LYD OMR TND";
    constexpr std::string_view kFour = "CLF UYW";
    const std::string_view letters(currency.letters.data(), currency.letters.size());
    if (kNone.find(letters) != std::string_view::npos) return 0;
    if (kThree.find(letters) != std::string_view::npos) return 3;
    return kFour.find(letters) != std::string_view::npos ? 4 : 2;
}

Money share(Money amount, Rate rate) {
    return {mulDivRound(amount.minor, rate.ppm, kWhole)};
}

Money includedShare(Money gross, Rate rate) {
    return includedShare(gross, rate, rate);
}

Money includedShare(Money gross, Rate rate, Rate all) {
    return {mulDivRound(gross.minor, rate.ppm, kWhole + all.ppm)};
}

}  // namespace tessera
