// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/world/faults.h"

#include "shared/base/check.h"

namespace tessera::simulation {
namespace {

struct Kind {
    std::string_view name;
    std::int64_t mostPerMillion = 0;          // Of its occasions.
    std::int64_t mostPerThousandSeconds = 0;  // Or by itself.
};

constexpr std::array<Kind, kFaults> kKinds{{
    {"node_killed", 0, 25},
    {"node_paused", 0, 25},
    {"node_pauses_briefly", 0, 25},
    {"node_clock_drifts", 500000, 0},
    {"database_clock_steps", 0, 12},
    {"database_clock_drifts", 0, 12},
    {"client_clock_wrong", 60000, 0},
    {"message_lost", 20000, 0},
    {"message_doubled", 20000, 0},
    {"message_delayed", 20000, 0},
    {"message_reordered", 40000, 0},
    {"partition_both_ways", 0, 15},
    {"partition_one_way", 0, 15},
    {"commit_refused", 4000, 0},
    {"commit_refused_again", 1000000, 0},  // Of what was refused.
    {"commit_errs", 4000, 0},
    {"commit_late", 2000, 0},
    {"commit_lost", 4000, 0},
    {"commit_answer_lost", 6000, 0},
    {"database_slow", 0, 12},
    {"database_down", 0, 10},
    {"provider_slow", 60000, 0},
    {"provider_silent", 40000, 0},
    {"provider_answers_twice", 60000, 0},
    {"provider_authorizes_late", 60000, 0},
}};

const Kind& kindOf(Fault fault) {
    return kKinds[static_cast<std::size_t>(fault)];
}

}  // namespace

std::string_view nameOf(Fault fault) {
    return kindOf(fault).name;
}

// Some runs have few kinds, and those often: a run with all of them at once hides what needs calm
// between two.
Faults::Faults(Random random) : random_(random) {
    const std::int64_t share = random_.between(2, 10);
    for (std::size_t i = 0; i < kFaults; ++i) {
        if (random_.between(1, 10) > share) continue;
        const Kind& kind = kKinds[i];
        rate_[i] = kind.mostPerMillion > 0
                       ? random_.between(kind.mostPerMillion / 20, kind.mostPerMillion)
                       : random_.between(1, kind.mostPerThousandSeconds);
    }
}

bool Faults::draws(Fault fault) {
    TESSERA_CHECK(kindOf(fault).mostPerMillion > 0);
    const std::int64_t rate = rate_[static_cast<std::size_t>(fault)];
    return !healed_ && rate > 0 && random_.chance(rate);
}

bool Faults::fires(Fault fault) {
    if (!draws(fault)) return false;
    count(fault);
    return true;
}

std::int64_t Faults::perThousandSeconds(Fault fault) const {
    TESSERA_CHECK(kindOf(fault).mostPerThousandSeconds > 0);
    return healed_ ? 0 : rate_[static_cast<std::size_t>(fault)];
}

}  // namespace tessera::simulation
