// SPDX-License-Identifier: Apache-2.0
// Hex, base64 and base64url, and UTF-8 validation. Pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tessera {

// 0 to 15, or -1 for what is no hexadecimal digit of either case.
int hexValue(char c);
std::string toHex(std::span<const std::uint8_t> bytes);
std::optional<std::string> fromHex(std::string_view text);

std::string toBase64(std::string_view bytes);
// RFC 4648 section 5, without padding.
std::string toBase64Url(std::string_view bytes);
// Accepts both alphabets, with or without padding; anything else is refused.
std::optional<std::string> fromBase64(std::string_view text);

// True if `text` is well-formed UTF-8 (no surrogates, no overlong forms) and has no NUL.
bool isCleanUtf8(std::string_view text);

}  // namespace tessera
