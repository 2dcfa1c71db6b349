// SPDX-License-Identifier: Apache-2.0
// Codes of gift cards: how they are made, read as people type them, and what follows from them.
//
// Pure but for newGiftCardCode; thread-safe. Internal to the store.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/ids.h"

namespace tessera::store {

// Twenty characters of Crockford's base32, 100 random bits, without hyphens.
std::string newGiftCardCode();
// In groups of five.
std::string shownGiftCardCode(std::string_view code);
// The code that a person means; nothing if none can be meant.
std::optional<std::string> meantGiftCardCode(std::string_view typed);

// 63 bits of one digest, and another one whole: neither says anything about the code, and no index
// but the card's own is needed to find it.
GiftCardId giftCardIdOf(std::string_view code);
std::string giftCardHashOf(std::string_view code);

}  // namespace tessera::store
