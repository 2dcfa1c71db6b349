// SPDX-License-Identifier: Apache-2.0
// One right history with something of everything, its steps named, for plants to spoil.
#pragma once

#include "tests/simulation/audit/stage.h"

namespace tessera::simulation {

// Two rows of six seats and an area of five places; every place costs 10.00.
std::shared_ptr<const engine::Layout> scriptHall(bool withCompanion = false);
engine::EventTerms scriptTerms();

// A sale, refusals, an expiry, cancels before and after checkout, a refused capture, a refund,
// staff, a retry, a take-over, and calm.
History rightHistory();
// Another: an order whose second part was never captured; the first went back by "refund N".
History compensatedHistory();

}  // namespace tessera::simulation
