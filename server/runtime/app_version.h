// SPDX-License-Identifier: Apache-2.0
// Versions of programs: "1.4.0".
//
// Pure; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tessera::runtime {

using Version = std::array<std::uint32_t, 3>;

// One to three numbers of at most 9 digits with points between them; what is missing is 0, and what
// follows a '-' or '+' does not count. Nothing for another text.
std::optional<Version> parseVersion(std::string_view text);

}  // namespace tessera::runtime
