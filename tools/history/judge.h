// SPDX-License-Identifier: Apache-2.0
// Whether a history is linearizable, and if not, the shortest story that shows it.
//
// Deterministic but for the seconds it took. First the whole is ordered with little memory, which
// is enough for nearly every true history. Where that fails each reservation, seat, area, buyer and
// the sale is judged by itself: most lies show there, in a few calls. Then small groups around
// where the whole got stuck, then the whole with all the memory allowed. Not thread-safe.
#pragma once

#include <string>
#include <vector>

#include "tools/history/operation.h"
#include "tools/history/search.h"

namespace tessera::history {

struct JudgeOptions {
    SearchLimits quick{1U << 17U};
    SearchLimits part{1U << 20U};
    SearchLimits whole{1U << 23U};
};

struct Judgement {
    Verdict verdict = Verdict::Undecided;
    std::size_t operations = 0;      // Of the history.
    std::size_t judged = 0;          // Of those, whose answers say something of the state.
    std::size_t unknown = 0;         // Of the judged, never answered.
    std::size_t configurations = 0;  // Looked at in all.
    double seconds = 0;
    std::vector<std::string> findings;  // Each a story of some lines; none exactly if Linearizable.
};

Judgement judge(const History& history, const JudgeOptions& options = {});

}  // namespace tessera::history
