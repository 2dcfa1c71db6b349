// SPDX-License-Identifier: Apache-2.0
// Text as it is looked for: in lower case, Latin letters without their marks.
//
// Pure. "Änne Straße" is "anne strasse"; Greek and Cyrillic letters become lower case; whatever
// else there is (Arabic, digits, signs) stays as it is, as do bytes that are no UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace tessera::store {

std::string foldedText(std::string_view text);

// The ways a telephone number may begin that is written so: its digits, without zeros before them,
// and without a country's one, two or three digits where it has one. Words with blanks between
// them; empty if there are fewer than four digits.
std::string phoneWords(std::string_view phone);

// The digits of what may be a telephone number, without zeros before them; empty for whatever has
// letters, or fewer than five digits.
std::string phoneDigits(std::string_view text);

// As an address is compared: folded ASCII case alone, for the rest is the mail server's.
std::string foldedEmail(std::string_view email);

}  // namespace tessera::store
