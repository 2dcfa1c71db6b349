// SPDX-License-Identifier: Apache-2.0
// Lies to plant into a true history: the negative controls of the judge. Each makes a history that
// no order fits, wherever it is planted.
//
// Deterministic by the generator that is given.
#pragma once

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "tools/history/operation.h"

namespace tessera::history {

struct Tamper {
    std::string name;
    // Plants it at a random one of the places that there are; what was done, empty where there is
    // no place for it (then the history is as it was). REQUIRES: the history is linearizable.
    std::function<std::string(History&, std::mt19937&)> plant;
};

const std::vector<Tamper>& allTampers();

}  // namespace tessera::history
