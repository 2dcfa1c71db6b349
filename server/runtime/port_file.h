// SPDX-License-Identifier: Apache-2.0
// The file that says where a server listens, for whoever has started it.
//
// Blocks on the disk, briefly; keeps nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace tessera::runtime {

// A port a line: HTTP's, gRPC's, the staff port's; one of 0 has no line. Whole or not at all: who
// waits for the file reads it the moment it is there. An empty path: nowhere.
Status writePortFile(const std::string& path, const std::vector<std::uint16_t>& ports);

}  // namespace tessera::runtime
