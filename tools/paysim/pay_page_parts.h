// SPDX-License-Identifier: Apache-2.0
// The parts of the page to pay on. Constant.
#pragma once

#include <string_view>

namespace tessera::paysim {

// CSS, for light and dark, from the left and from the right.
std::string_view payPageStyle();

// JSON: of each language its words by name; "{sum}" and its like are filled in by the script.
std::string_view payPageWords();

// JavaScript. It writes what it was told as text alone, never as markup.
std::string_view payPageScript();

}  // namespace tessera::paysim
