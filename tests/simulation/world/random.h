// SPDX-License-Identifier: Apache-2.0
// All chance of a simulation: one seed decides everything.
//
// Deterministic: integers only, so that every compiler and machine draws the same. Not thread-safe.
// Who draws is a part of the run: an own stream (`fork`) for each part keeps one part's draws from
// moving when another part draws more. Source: SplitMix64 and xoshiro256** (Blackman, Vigna 2018).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "shared/base/check.h"
#include "shared/base/time.h"

namespace tessera::simulation {

class Random {
public:
    explicit Random(std::uint64_t seed) {
        for (auto& word : words_) word = split(seed);
    }

    std::uint64_t next() {
        const std::uint64_t result = rotate(words_[1] * 5, 7) * 9;
        const std::uint64_t t = words_[1] << 17;
        words_[2] ^= words_[0];
        words_[3] ^= words_[1];
        words_[1] ^= words_[2];
        words_[0] ^= words_[3];
        words_[2] ^= t;
        words_[3] = rotate(words_[3], 45);
        return result;
    }

    // Both ends closed. REQUIRES: low <= high.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        TESSERA_CHECK(low <= high);
        const std::uint64_t span = static_cast<std::uint64_t>(high - low) + 1;
        return span == 0 ? static_cast<std::int64_t>(next())
                         : low + static_cast<std::int64_t>(next() % span);
    }
    Duration between(Duration low, Duration high) {
        return Duration::ofMicros(between(low.micros, high.micros));
    }

    // True for so many of a million draws.
    bool chance(std::int64_t perMillion) { return between(0, 999999) < perMillion; }

    // REQUIRES: not empty.
    template <class T>
    const T& pick(const std::vector<T>& of) {
        TESSERA_CHECK(!of.empty());
        return of[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(of.size()) - 1))];
    }

    Random fork() { return Random(next()); }

private:
    static std::uint64_t rotate(std::uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }
    static std::uint64_t split(std::uint64_t& seed) {
        std::uint64_t x = (seed += 0x9E3779B97F4A7C15ULL);
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
        return x ^ (x >> 31);
    }

    std::array<std::uint64_t, 4> words_{};
};

}  // namespace tessera::simulation
