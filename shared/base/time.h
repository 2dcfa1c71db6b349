// SPDX-License-Identifier: Apache-2.0
// Instants and durations in microseconds. No clock is read here: instants come from the database's
// clock by way of runtime/ (the engine only ever gets `now` with a command).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tessera {

struct Duration {
    std::int64_t micros = 0;
    constexpr auto operator<=>(const Duration&) const = default;
    static constexpr Duration ofMicros(std::int64_t n) { return {n}; }
    static constexpr Duration ofMillis(std::int64_t n) { return {n * 1000}; }
    static constexpr Duration ofSeconds(std::int64_t n) { return {n * 1000000}; }
    static constexpr Duration ofMinutes(std::int64_t n) { return {n * 60000000}; }
};

// Microseconds since 1970-01-01T00:00:00Z, without leap seconds.
struct Instant {
    std::int64_t micros = 0;
    constexpr auto operator<=>(const Instant&) const = default;
    static constexpr Instant never() { return {INT64_MAX}; }
};

constexpr Instant operator+(Instant t, Duration d) {
    return {t.micros + d.micros};
}
constexpr Instant operator-(Instant t, Duration d) {
    return {t.micros - d.micros};
}
constexpr Duration operator-(Instant a, Instant b) {
    return {a.micros - b.micros};
}
constexpr Duration operator+(Duration a, Duration b) {
    return {a.micros + b.micros};
}
constexpr Duration operator-(Duration a, Duration b) {
    return {a.micros - b.micros};
}

// RFC 3339 in UTC with microseconds: 2026-05-04T19:30:00.000000Z.
std::string toRfc3339(Instant t);
// Accepts `Z` or an offset, and up to nine fractional digits (cut to microseconds).
std::optional<Instant> parseRfc3339(std::string_view text);

}  // namespace tessera
