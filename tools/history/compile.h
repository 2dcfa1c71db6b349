// SPDX-License-Identifier: Apache-2.0
// A history as what the search can order: each answer as the conditions and effects that the
// contract gives it.
//
// Deterministic. This is where the contract is written down a second time, from docs/design.md and
// proto/ alone; docs/algorithms/linearizability.md lists what is exact and what is let pass.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tools/history/model.h"
#include "tools/history/operation.h"

namespace tessera::history {

// An answer that cannot be right whatever the order.
struct Contradiction {
    int operation = kNone;  // Index into the history's.
    std::string what;
};

struct Compiled {
    Program program;
    std::vector<Contradiction> contradictions;
    // Operations whose possible effects are too many to try: without them no order is proof.
    std::vector<int> undecidable;
    std::size_t judged = 0;  // Operations whose answer, or possible effect, says something.
};

Compiled compile(const History& history);

}  // namespace tessera::history
