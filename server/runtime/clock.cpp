// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/clock.h"

#include <algorithm>
#include <chrono>

#include "shared/base/check.h"

namespace tessera::runtime {

std::int64_t SteadyClock::nowMicros() const {
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

DatabaseClock::DatabaseClock(const MonotonicClock& monotonic, ClockSample first)
    : monotonic_(monotonic), anchorMonotonic_(first.receivedMicros) {
    TESSERA_CHECK(first.roundTrip.micros >= 0);
    anchor_ = first.database + Duration{first.roundTrip.micros / 2};
}

std::int64_t DatabaseClock::correctionLocked(std::int64_t monotonicMicros) const {
    const std::int64_t most =
        std::max<std::int64_t>(0, monotonicMicros - anchorMonotonic_) / kSlewDivisor;
    return std::clamp(correction_, -most, most);
}

Instant DatabaseClock::estimateLocked(std::int64_t monotonicMicros) const {
    return anchor_ +
           Duration{monotonicMicros - anchorMonotonic_ + correctionLocked(monotonicMicros)};
}

Instant DatabaseClock::now() {
    const std::lock_guard lock(mutex_);
    latest_ = std::max(latest_, estimateLocked(monotonic_.nowMicros()));
    return latest_;
}

ClockObservation DatabaseClock::observe(ClockSample sample) {
    TESSERA_CHECK(sample.roundTrip.micros >= 0);
    const std::lock_guard lock(mutex_);
    const std::int64_t here = monotonic_.nowMicros();
    const Instant estimate = estimateLocked(here);
    const Instant earliest = sample.database + Duration{here - sample.receivedMicros};
    const Instant target = std::clamp(estimate, earliest, earliest + sample.roundTrip);
    anchor_ = estimate;
    anchorMonotonic_ = here;
    correction_ = (target - estimate).micros;
    if (correction_ == 0) return ClockObservation::Agrees;
    const bool far = std::max(correction_, -correction_) > kClockFarOff.micros;
    return far ? ClockObservation::FarOff : ClockObservation::Slewing;
}

Duration DatabaseClock::remainingCorrection() {
    const std::lock_guard lock(mutex_);
    return {correction_ - correctionLocked(monotonic_.nowMicros())};
}

}  // namespace tessera::runtime
