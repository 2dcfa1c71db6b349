// SPDX-License-Identifier: Apache-2.0
// The seed of a random test: TESSERA_SEED if it is set, else a fixed one; printed either way.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>

namespace tessera {

inline std::uint32_t testSeed() {
    const char* given = std::getenv("TESSERA_SEED");
    const auto seed =
        given == nullptr ? 20260504U : static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10));
    std::cout << "seed: TESSERA_SEED=" << seed << '\n';
    return seed;
}

// Uniform in [least, most]. One generator, so that a seed gives one sequence.
inline int between(std::mt19937& random, int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random);
}

}  // namespace tessera
