// SPDX-License-Identifier: Apache-2.0
// Everything that is in what a store gives, as lines of text: two are equal if their texts are.
//
// Pure. One line a row, so that a difference shows which.
#pragma once

#include <string>

#include "server/store/store.h"
#include "tests/simulation/audit/observed.h"

namespace tessera::simulation {

// Without the database's clock, which two databases do not share, and what follows from it.
std::string describe(const store::TakenOver& taken);
std::string describe(const store::TakenOver::Request& request);
std::string describe(const store::StoredReservation& stored);
std::string describe(const store::StoredOrder& stored);
std::string describe(const engine::OrderRecord& record);
std::string describe(const store::ManualRow& row);
std::string describe(const EventTables& tables);

}  // namespace tessera::simulation
