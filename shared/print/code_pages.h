// SPDX-License-Identifier: Apache-2.0
// The code pages of receipt printers: which character is which byte.
//
// Numbers are those of ESC t in Epson's "ESC/POS Command Reference" (TM series): 0 PC437, 16
// WPC1252, 17 PC866 (Cyrillic), 18 PC852 (Latin 2), 19 PC858 (Latin 1 with the euro). Pure
// functions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tessera::print {

enum class CodePage : std::uint8_t { Pc437 = 0, Wpc1252 = 16, Pc866 = 17, Pc852 = 18, Pc858 = 19 };

// All that are known, in the order in which they are tried.
std::span<const CodePage> knownCodePages();

// ASCII is the same in all of them; control characters are in none.
std::optional<std::uint8_t> byteOf(char32_t c, CodePage page);

struct EncodedByte {
    CodePage page = CodePage::Pc437;
    std::uint8_t byte = 0;
};

// The text in pages of `allowed`, staying with a page as long as it can show what comes, beginning
// with `current`. Nothing if one character is in none of them.
std::optional<std::vector<EncodedByte>> encode(std::u32string_view text,
                                               std::span<const CodePage> allowed, CodePage current);

}  // namespace tessera::print
