// SPDX-License-Identifier: Apache-2.0
// How the form of a seat looks, in any size.
//
// Deterministic, thread-safe: a pure function of its arguments. The sprite owns its pixels.
#pragma once

#include "shared/qt/seat_map/palette.h"
#include "shared/qt/seat_map/raster.h"
#include "shared/qt/seat_map/sprites.h"

namespace tessera::qt {

// REQUIRES: pixels >= 1.
Sprite drawSeat(const SeatForm& form, int pixels, const SeatPalette& palette);

}  // namespace tessera::qt
