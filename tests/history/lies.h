// SPDX-License-Identifier: Apache-2.0
// Small random changes to small histories: some make a lie of them, some do not.
#pragma once

#include <random>

#include "tools/history/operation.h"

namespace tessera::history {

void changeSomething(History& history, std::mt19937& random);

}  // namespace tessera::history
