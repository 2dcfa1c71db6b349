// SPDX-License-Identifier: Apache-2.0
// Unguessable ids in Stripe's style. Thread-safe; draws from the system in blocks.
#pragma once

#include <string>
#include <string_view>

namespace tessera::paysim {

// `prefix` and `length` letters and digits.
std::string randomId(std::string_view prefix, std::size_t length = 24);

}  // namespace tessera::paysim
