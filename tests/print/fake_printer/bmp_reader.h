// SPDX-License-Identifier: Apache-2.0
// A BMP file of one bit per dot, read by Microsoft's description of the format.
//
// Deterministic, pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tessera::test {

// Rows from top to bottom, '#' black and '.' white.
using Dots = std::vector<std::string>;

std::optional<Dots> readBmp(std::string_view file);

// `rows` of whole bytes, the most significant bit leftmost, 1 black.
Dots dotsOf(std::string_view rows, std::size_t bytesPerRow);

}  // namespace tessera::test
