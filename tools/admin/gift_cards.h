// SPDX-License-Identifier: Apache-2.0
// Issuing gift cards, and what is left on one.
//
// Blocks on the database. A code is only in what is returned: whoever issues hands it on.
#pragma once

#include <iosfwd>
#include <string>

#include "server/store/gift_cards.h"
#include "shared/base/result.h"

namespace tessera::admin {

inline constexpr int kGiftCardsAtOnce = 10000;

struct GiftCardOrder {
    std::string currency = "EUR";
    std::int64_t amount = 0;  // Minor units.
    int count = 1;            // 1 to kGiftCardsAtOnce.
    std::string expires;      // RFC 3339; empty: never.
    std::string note;
};

// Writes a line for each card: its id, a blank, its code. Those that were written stay where a
// later one fails.
Status issueGiftCards(store::GiftCards& cards, const GiftCardOrder& order, std::ostream& out);

// Of the card with this id; of the one whose code is given where `id` is empty. JSON, with the
// latest entries.
Result<std::string> giftCardBalance(store::GiftCards& cards, const std::string& id,
                                    const std::string& code);

}  // namespace tessera::admin
