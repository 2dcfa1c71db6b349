// SPDX-License-Identifier: Apache-2.0
// Random occupancies as halls have them: sprinkled, sold in clusters, sold from the front, and
// almost sold out.
#pragma once

#include <algorithm>
#include <memory>
#include <random>
#include <vector>

#include "server/engine/layout.h"
#include "tests/engine/test_seed.h"

namespace tessera::engine {

// One flag per seat: free.
inline std::vector<bool> randomOccupancy(const Layout& layout, std::mt19937& random) {
    const int seats = layout.seatCount();
    std::vector<bool> free(static_cast<std::size_t>(seats), true);
    const int kind = between(random, 0, 3);
    const int density = between(random, 0, 4) == 0 ? between(random, 950, 999)
                                                   : between(random, 0, 950);  // Per mille taken.
    const auto take = [&](int from, int count) {
        for (int s = from; s < std::min(from + count, seats); ++s) {
            free[static_cast<std::size_t>(s)] = false;
        }
    };
    if (kind == 0) {
        for (int s = 0; s < seats; ++s) {
            if (between(random, 0, 999) < density) take(s, 1);
        }
    } else {
        // Parties of 1 to 6; in clusters they are larger and fewer.
        const int largest = kind == 1 ? 6 : 60;
        for (int s = 0; s < seats;) {
            const int party = between(random, 1, largest);
            if (between(random, 0, 999) < density) take(s, party);
            s += party;
        }
    }
    if (kind == 3) {  // Some sections whole, either way.
        for (const LayoutRow& row : layout.rows()) {
            if ((row.section * 7 + density) % 3 == 0) take(row.first.value, row.count);
        }
    }
    return free;
}

inline std::vector<CategoryNo> randomCategories(const Layout& layout, std::mt19937& random) {
    std::vector<CategoryNo> categories;
    if (between(random, 0, 2) == 0) return categories;
    for (std::int16_t c = 0; c < layout.categories(); ++c) {
        if (between(random, 0, 2) == 0) categories.push_back(CategoryNo{c});
    }
    return categories;
}

}  // namespace tessera::engine
