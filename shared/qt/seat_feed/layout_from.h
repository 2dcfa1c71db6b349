// SPDX-License-Identifier: Apache-2.0
// The contract's layout as the seat map takes it.
//
// Pure and deterministic; thread-safe. The result owns what it is made of.
#pragma once

#include <memory>

#include "shared/base/result.h"
#include "shared/qt/seat_map/seat_layout.h"
#include "tessera/v1/layout.pb.h"

namespace tessera::qt {

// Seats have the numbers of the contract: they, areas and categories must be numbered densely from
// 0 in their order, else, and beyond SeatLayout's limits, it is refused, and the field named.
Result<std::shared_ptr<const SeatLayout>> layoutFrom(const v1::Layout& layout);

}  // namespace tessera::qt
