// SPDX-License-Identifier: Apache-2.0
// The picture on a wallet's pass: a square of mosaic, drawn by us.
//
// Pure, deterministic, thread-safe.
#pragma once

#include <string>

#include "shared/base/result.h"

namespace tessera::tickets {

// A PNG of `side` by `side` pixels. REQUIRES: side is 8 to 1024.
Result<std::string> mosaicPng(int side);

}  // namespace tessera::tickets
