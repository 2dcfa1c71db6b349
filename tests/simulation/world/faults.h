// SPDX-License-Identifier: Apache-2.0
// The faults of a simulation: which there are, how often each fired, and until when.
//
// Deterministic: drawn from the seed's own stream. A fault is counted where it takes effect, not
// where it is planned. After `heal` nothing fires any more: what comes then has to end well.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "tests/simulation/world/random.h"

namespace tessera::simulation {

enum class Fault : std::uint8_t {
    NodeKilled,
    NodePaused,         // Beyond its time, and resumed.
    NodePausesBriefly,  // Nobody may take over from it.
    NodeClockDrifts,
    DatabaseClockSteps,
    DatabaseClockDrifts,
    ClientClockWrong,
    MessageLost,
    MessageDoubled,
    MessageDelayed,
    MessageReordered,  // Another one overtook it.
    PartitionBothWays,
    PartitionOneWay,
    CommitRefused,
    CommitRefusedAgain,  // The same content as before.
    CommitErrs,          // Rolled back with an error that is no refusal.
    CommitLate,          // It arrives when its sender has given it up.
    CommitLost,
    CommitAnswerLost,
    DatabaseSlow,
    DatabaseDown,
    ProviderSlow,
    ProviderSilent,
    ProviderAnswersTwice,
    ProviderAuthorizesLate,
};
inline constexpr std::size_t kFaults = 25;

std::string_view nameOf(Fault fault);

class Faults {
public:
    // Draws for each kind how likely it is in this run, or that it does not occur.
    explicit Faults(Random random);

    // Whether it happens now, at one of its occasions; counted if so.
    bool fires(Fault fault);
    // The same, for what may stay without effect: `count` tells of it.
    bool draws(Fault fault);
    // For what happens by itself: how often in a thousand seconds of simulated time; 0: not at all.
    std::int64_t perThousandSeconds(Fault fault) const;
    // One that was decided elsewhere took effect.
    void count(Fault fault) { ++fired_[static_cast<std::size_t>(fault)]; }

    void heal() { healed_ = true; }
    bool healed() const { return healed_; }
    std::int64_t fired(Fault fault) const { return fired_[static_cast<std::size_t>(fault)]; }

private:
    Random random_;
    bool healed_ = false;
    std::array<std::int64_t, kFaults> rate_{};  // Per million occasions, or per 1000 s.
    std::array<std::int64_t, kFaults> fired_{};
};

}  // namespace tessera::simulation
