// SPDX-License-Identifier: Apache-2.0
#include "server/store/folded_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tessera::store {
namespace {

// U+00C0 to U+017F, letter by letter, capitals and small ones alike; a blank is no letter.
constexpr std::array<std::string_view, 192> kLatin = {
    "a", "a", "a",  "a",  "a", "a", "ae", "c",  "e",  "e", "e", "e", "i",  "i",  "i", "i", "d", "n",
    "o", "o", "o",  "o",  "o", " ", "o",  "u",  "u",  "u", "u", "y", "th", "ss", "a", "a", "a", "a",
    "a", "a", "ae", "c",  "e", "e", "e",  "e",  "i",  "i", "i", "i", "d",  "n",  "o", "o", "o", "o",
    "o", " ", "o",  "u",  "u", "u", "u",  "y",  "th", "y", "a", "a", "a",  "a",  "a", "a", "c", "c",
    "c", "c", "c",  "c",  "c", "c", "d",  "d",  "d",  "d", "e", "e", "e",  "e",  "e", "e", "e", "e",
    "e", "e", "g",  "g",  "g", "g", "g",  "g",  "g",  "g", "h", "h", "h",  "h",  "i", "i", "i", "i",
    "i", "i", "i",  "i",  "i", "i", "ij", "ij", "j",  "j", "k", "k", "k",  "l",  "l", "l", "l", "l",
    "l", "l", "l",  "l",  "l", "n", "n",  "n",  "n",  "n", "n", "n", "n",  "n",  "o", "o", "o", "o",
    "o", "o", "oe", "oe", "r", "r", "r",  "r",  "r",  "r", "s", "s", "s",  "s",  "s", "s", "s", "s",
    "t", "t", "t",  "t",  "t", "t", "u",  "u",  "u",  "u", "u", "u", "u",  "u",  "u", "u", "u", "u",
    "w", "w", "y",  "y",  "y", "z", "z",  "z",  "z",  "z", "z", "s"};

constexpr std::uint32_t kLatinFirst = 0xC0;

bool isFollowing(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// Greek and Cyrillic capitals.
std::uint32_t lowered(std::uint32_t c) {
    const bool byBlock = (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F);
    if (byBlock) return c + 0x20;
    return c >= 0x400 && c <= 0x40F ? c + 0x50 : c;
}

// REQUIRES: a character of two bytes.
void appendTwoBytes(std::string& out, std::uint32_t c) {
    const bool combining = c >= 0x300 && c <= 0x36F;
    if (combining) return;
    if (c >= kLatinFirst && c < kLatinFirst + kLatin.size()) {
        out += kLatin.at(c - kLatinFirst);
        return;
    }
    c = lowered(c);
    out += static_cast<char>(0xC0U | (c >> 6));
    out += static_cast<char>(0x80U | (c & 0x3FU));
}

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::string digitsOf(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), isDigit);
    return digits;
}

std::string withoutZeros(const std::string& digits) {
    const std::size_t first = digits.find_first_not_of('0');
    return first == std::string::npos ? std::string() : digits.substr(first);
}

}  // namespace

std::string foldedText(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool two = (byte & 0xE0U) == 0xC0U && i + 1 < text.size() && isFollowing(text[i + 1]);
        if (!two) {
            out += small(text[i]);
            continue;
        }
        const auto next = static_cast<unsigned char>(text[++i]);
        appendTwoBytes(out, ((byte & 0x1FU) << 6) | (next & 0x3FU));
    }
    return out;
}

std::string phoneWords(std::string_view phone) {
    const std::string digits = digitsOf(phone);
    if (digits.size() < 4) return {};
    const std::string bare = withoutZeros(digits);
    std::string words = bare;
    const bool hasCountry = phone.starts_with('+') || phone.starts_with("00");
    for (std::size_t drop = 1; hasCountry && drop <= 3 && bare.size() >= drop + 4; ++drop) {
        words += ' ' + bare.substr(drop);
    }
    return words;
}

std::string phoneDigits(std::string_view text) {
    const bool other = text.find_first_not_of("0123456789 +-/()") != std::string_view::npos;
    const std::string digits = digitsOf(text);
    return other || digits.size() < 5 ? std::string() : withoutZeros(digits);
}

std::string foldedEmail(std::string_view email) {
    std::string out(email);
    std::ranges::transform(out, out.begin(), small);
    return out;
}

}  // namespace tessera::store
