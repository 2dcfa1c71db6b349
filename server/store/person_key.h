// SPDX-License-Identifier: Apache-2.0
// By what one person is known over all events, without being named.
//
// Thread-safe; pure but for the pseudonym's randomness.
#pragma once

#include <string>
#include <string_view>

#include "server/store/order_search.h"

namespace tessera::store {

// Of an e-mail, whatever its case: the same on every node, from the key that signs holders' tokens.
PersonKey personKeyOf(std::string_view holderTokenKey, std::string_view email);

// "erased-" and eight letters and digits that nothing follows from.
std::string newPseudonym();

}  // namespace tessera::store
