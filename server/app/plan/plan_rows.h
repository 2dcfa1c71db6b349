// SPDX-License-Identifier: Apache-2.0
// What an import derives for the seats of one row: gaps and companions.
// The rules: docs/algorithms/companions_and_gaps.md.
//
// Pure and deterministic; linear in the row but for a sort. Internal to app/plan.
#pragma once

#include <span>

#include "server/engine/layout.h"

namespace tessera::plan {

// Two seats further apart than this many times the row's median spacing are not neighbours.
inline constexpr double kGapFactor = 1.6;

// Sets gapBefore of all seats of a row.
void markGaps(std::span<engine::LayoutSeat> row);

// Pairs wheelchair places with companion seats. `first` is the row's first seat number.
// REQUIRES: gaps are marked, no companion is set.
void pairCompanions(std::span<engine::LayoutSeat> row, SeatNo first);

}  // namespace tessera::plan
