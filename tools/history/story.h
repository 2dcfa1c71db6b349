// SPDX-License-Identifier: Apache-2.0
// Where a search came furthest, told for people.
//
// Pure functions.
#pragma once

#include <string>

#include "tools/history/operation.h"
#include "tools/history/search.h"

namespace tessera::history {

// The end of the longest order that fits, the operation that had to come next, and what the model
// has against it and against those beside it, for each order that came as far (a few of them).
std::string storyOf(const std::string& title, const History& history, const Program& program,
                    const Found& found);

}  // namespace tessera::history
