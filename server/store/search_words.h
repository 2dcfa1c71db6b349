// SPDX-License-Identifier: Apache-2.0
// Words for finding events, and the few facts that searching takes from an event's document.
//
// Pure. A word is a run of ASCII letters and digits and of all bytes beyond ASCII; the database
// makes it lower case, here as there, so that one rule decides.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace tessera::store {

inline constexpr std::size_t kSearchWordsMax = 64;
inline constexpr std::size_t kSearchWordBytesMax = 64;

// The words, separated by single spaces; empty if there is none.
std::string searchWords(std::string_view text);

// A tsquery (before lower()) that asks for the start of each word; empty if there is none.
std::string prefixQuery(std::string_view text);

// What a stored event shows in lists: `name` and `startsAt` of its document, where it has them.
struct ShownFacts {
    std::optional<std::string> title;
    std::optional<Instant> startsAt;
};
ShownFacts shownFactsOf(std::string_view document);

}  // namespace tessera::store
