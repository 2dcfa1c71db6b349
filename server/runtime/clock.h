// SPDX-License-Identifier: Apache-2.0
// The server's time: the database's clock, carried on by this machine's monotonic clock.
//
// Not deterministic by nature; given the same samples and the same monotonic readings it is.
// DatabaseClock is thread-safe and refers to a MonotonicClock that must outlive it. A node's wall
// clock decides nothing and is not read here.
#pragma once

#include <cstdint>
#include <mutex>

#include "shared/base/time.h"

namespace tessera::runtime {

// Microseconds since an arbitrary start; never goes back. Implementations are thread-safe.
class MonotonicClock {
public:
    virtual ~MonotonicClock() = default;
    virtual std::int64_t nowMicros() const = 0;
};

// std::chrono::steady_clock.
class SteadyClock final : public MonotonicClock {
public:
    std::int64_t nowMicros() const override;
};

// One reading of the database's clock. The database's time at `receivedMicros` lies in
// [database, database + roundTrip]: it was read at some instant between question and answer.
struct ClockSample {
    Instant database;
    Duration roundTrip;               // >= 0.
    std::int64_t receivedMicros = 0;  // The monotonic clock when the answer arrived.
};

// What a sample said about the estimate so far.
enum class ClockObservation {
    Agrees,   // Inside the sample's uncertainty: nothing to correct.
    Slewing,  // Outside; the difference is being worked off.
    FarOff,   // Slewing, but by more than kClockFarOff: worth an alarm.
};

// 10 ms per second, both ways: deadlines are off by at most one per cent while a step of the
// database's clock (a failover) is worked off, and time never stands still or goes back.
inline constexpr std::int64_t kSlewDivisor = 100;
inline constexpr Duration kClockFarOff = Duration::ofMillis(500);

class DatabaseClock {
public:
    // Starts in the middle of the sample's uncertainty, carried on to the present.
    // REQUIRES: first.roundTrip >= 0.
    DatabaseClock(const MonotonicClock& monotonic, ClockSample first);

    // Never less than an earlier answer, on whatever thread that was.
    Instant now();

    // Takes a sample, wanted every second. Answers slew from here on; none is ever a step.
    // A sample older than the one before it is as good as any: it is carried on to the present.
    // REQUIRES: sample.roundTrip >= 0.
    ClockObservation observe(ClockSample sample);

    // What is still to be worked off: positive if the database is ahead of now().
    Duration remainingCorrection();

private:
    Instant estimateLocked(std::int64_t monotonicMicros) const;
    std::int64_t correctionLocked(std::int64_t monotonicMicros) const;

    const MonotonicClock& monotonic_;
    std::mutex mutex_;
    std::int64_t anchorMonotonic_ = 0;
    Instant anchor_;               // The estimate at anchorMonotonic_.
    std::int64_t correction_ = 0;  // To be worked off from the anchor on, microseconds.
    Instant latest_{INT64_MIN};    // The greatest answer so far.
};

}  // namespace tessera::runtime
