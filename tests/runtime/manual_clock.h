// SPDX-License-Identifier: Apache-2.0
// A monotonic clock that stands still until a test moves it.
//
// Deterministic. Thread-safe. Owns nothing.
#pragma once

#include <atomic>

#include "server/runtime/clock.h"

namespace tessera::runtime {

class ManualClock final : public MonotonicClock {
public:
    std::int64_t nowMicros() const override { return micros_; }
    void advance(Duration d) { micros_ += d.micros; }

private:
    std::atomic<std::int64_t> micros_{1'000'000};
};

}  // namespace tessera::runtime
