// SPDX-License-Identifier: Apache-2.0
// Text as code points, and the direction in which it reads. Pure functions.
#pragma once

#include <string>
#include <string_view>

namespace tessera::print {

// REQUIRES: isCleanUtf8(text).
std::u32string toCodePoints(std::string_view text);
std::string toUtf8(std::u32string_view text);

// Whether the first character with a direction of its own reads from right to left (Hebrew, Arabic
// and their neighbours), as in rule P2 of the Unicode Bidirectional Algorithm (UAX #9).
bool readsRightToLeft(std::u32string_view text);

// Clean UTF-8 without control characters: what may stand on paper.
bool isPrintableText(std::string_view text);

}  // namespace tessera::print
