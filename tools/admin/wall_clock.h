// SPDX-License-Identifier: Apache-2.0
// The time of the machine that an operator works at. Thread-safe.
#pragma once

#include <chrono>

#include "shared/base/time.h"

namespace tessera::admin {

inline Instant wallClock() {
    return {std::chrono::duration_cast<std::chrono::microseconds>(
                std::chrono::system_clock::now().time_since_epoch())
                .count()};
}

}  // namespace tessera::admin
