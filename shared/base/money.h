// SPDX-License-Identifier: Apache-2.0
// Money: int64 minor units of an ISO 4217 currency. Rates are in parts per million.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tessera {

// Three capital letters, e.g. EUR.
struct Currency {
    std::array<char, 3> letters{'X', 'X', 'X'};
    constexpr auto operator<=>(const Currency&) const = default;
};

std::optional<Currency> parseCurrency(std::string_view text);
std::string toString(Currency currency);

// Of a minor unit, by ISO 4217's list: 0, 2, 3 or 4 digits. Other libraries' tables say how amounts
// are usually shown, which for some currencies is without the minor unit that exists.
int minorDigits(Currency currency);

// An amount in minor units (cents, öre, yen). The currency is the event's: an event has just one,
// so amounts inside an event carry none.
struct Money {
    std::int64_t minor = 0;
    constexpr auto operator<=>(const Money&) const = default;
    constexpr Money& operator+=(Money other) {
        minor += other.minor;
        return *this;
    }
    constexpr Money& operator-=(Money other) {
        minor -= other.minor;
        return *this;
    }
};

constexpr Money operator+(Money a, Money b) {
    return {a.minor + b.minor};
}
constexpr Money operator-(Money a, Money b) {
    return {a.minor - b.minor};
}
constexpr Money operator-(Money a) {
    return {-a.minor};
}
constexpr Money operator*(Money a, std::int64_t n) {
    return {a.minor * n};
}

// 1,000,000 is 100 %.
struct Rate {
    std::int32_t ppm = 0;
    constexpr auto operator<=>(const Rate&) const = default;
};

// `amount` × `rate`, rounded half away from zero to a minor unit.
Money share(Money amount, Rate rate);

// The tax inside a gross amount: gross × rate / (1 + rate), rounded half away from zero.
Money includedShare(Money gross, Rate rate);

// The same where several taxes are inside, `all` together: gross × rate / (1 + all).
// REQUIRES: all is not negative.
Money includedShare(Money gross, Rate rate, Rate all);

}  // namespace tessera
