// SPDX-License-Identifier: Apache-2.0
// What a run found, for people and as build/reports/payments.json has it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/chaos/calm.h"
#include "tests/chaos/killer.h"
#include "tests/chaos/world.h"

namespace tessera::chaos {

struct Outcome {
    int orders = 0;
    double upSeconds = 0;  // Until the first buyer came.
    double sellSeconds = 0;
    double settleSeconds = -1;  // Below zero: it did not.
    Killed killed{};
    Audited before{};  // The replay of all webhooks.
    Audited after{};
    std::int64_t replayed = -1;  // Webhooks that were taken again.
    Differences byReplay{};
    Differences byTime{};           // In the quiet before it.
    std::string blindComparison{};  // What the comparison missed of what was planted.
    Selftested selftested{};
    std::size_t alarms = 0;    // In the server's log, for people.
    int cashHanded = 0;        // Refunds.
    nlohmann::json sandbox{};  // Its own figures.
    std::string open{};        // What had not settled.

    bool brief = false;
    // What the replay did not change is found twice.
    std::int64_t findings() const { return std::max(before.findings, after.findings); }
    // The run itself went to its end as it was meant to.
    bool whole() const {
        const bool again = brief || (after.ran && replayed >= 0 && byReplay.compared &&
                                     byTime.none() && blindComparison.empty());
        return before.ran && again && !killed.diedByItself;
    }
};

// Prints it; false where something was found or did not come to its end.
bool judge(const Outcome& outcome, const World& world);
bool write(const Outcome& outcome, const World& world, const std::string& file);

}  // namespace tessera::chaos
