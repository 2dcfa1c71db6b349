// SPDX-License-Identifier: Apache-2.0
// The judge as simple as it can be: every order of a small history is tried on a NaiveEvent.
#pragma once

#include "tools/history/operation.h"

namespace tessera::history {

// REQUIRES: at most eight operations.
bool isLinearizableByTrying(const History& history);

}  // namespace tessera::history
