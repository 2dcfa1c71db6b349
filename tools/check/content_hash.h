// SPDX-License-Identifier: Apache-2.0
// A hash of a sequence of texts, to name a cached result: 128 bits, so that two different inputs
// never share a name by accident. It defends against nobody.
//
// Deterministic, the same on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tessera::check {

class ContentHash {
public:
    // The lengths count too: ("ab", "c") and ("a", "bc") differ.
    void add(std::string_view text);

    std::string hex() const;

private:
    void mix(unsigned char byte);

    // Two FNV-1a sums with different primes.
    std::uint64_t first_ = 14695981039346656037ULL;
    std::uint64_t second_ = 7809847782465536322ULL;
};

}  // namespace tessera::check
