// SPDX-License-Identifier: Apache-2.0
// The node that looks and the one that it looks at. Constants.
#pragma once

#include <cstdint>

#include "shared/base/ids.h"

namespace tessera::cluster {

inline constexpr NodeId kSelf{1};
inline constexpr NodeId kOther{2};
inline constexpr std::int64_t kMs = 1000;  // In microseconds.

}  // namespace tessera::cluster
