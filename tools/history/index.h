// SPDX-License-Identifier: Apache-2.0
// Numbers of operations and elements as indices. Pure.
#pragma once

#include <cstddef>

namespace tessera::history {

// `index` is not negative.
inline std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

}  // namespace tessera::history
