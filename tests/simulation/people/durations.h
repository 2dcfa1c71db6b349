// SPDX-License-Identifier: Apache-2.0
// Durations in few words. Constants.
#pragma once

#include "shared/base/time.h"

namespace tessera::simulation {

inline constexpr auto kMillis = &Duration::ofMillis;
inline constexpr auto kSeconds = &Duration::ofSeconds;

}  // namespace tessera::simulation
