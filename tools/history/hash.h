// SPDX-License-Identifier: Apache-2.0
// 128-bit hashes of sets that change by one member at a time.
//
// Deterministic. A configuration is kept as its hash alone: that two of n differ and have one hash
// has a probability below n^2 / 2^129, and would make the judge pass over a configuration, never
// accept one. Not thread-safe.
#pragma once

#include <cstdint>

namespace tessera::history {

struct Hash {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    bool operator==(const Hash&) const = default;
    constexpr void toggle(Hash other) {
        high ^= other.high;
        low ^= other.low;
    }
};

constexpr std::uint64_t mixed(std::uint64_t x) {  // splitmix64
    x += 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

// The hash of "member `subject` of kind `kind` has this value".
constexpr Hash hashOf(std::uint64_t kind, std::uint64_t subject, std::uint64_t value) {
    const std::uint64_t one = mixed(kind ^ mixed(subject ^ mixed(value)));
    return {one, mixed(one ^ mixed(value ^ mixed(subject + 0x51ED2701ULL * kind)))};
}

}  // namespace tessera::history
