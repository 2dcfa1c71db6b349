// SPDX-License-Identifier: Apache-2.0
// Small venues and terms of all kinds, drawn from the seed.
//
// Deterministic; values.
#pragma once

#include <vector>

#include "tests/simulation/database/sim_database.h"
#include "tests/simulation/people/scene.h"
#include "tests/simulation/world/random.h"

namespace tessera::simulation {

// One to five events that people come for, and up to two quiet ones, made in the database.
std::vector<EventOnSale> makeEvents(SimDatabase& database, Random random);

}  // namespace tessera::simulation
