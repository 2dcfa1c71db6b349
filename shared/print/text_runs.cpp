// SPDX-License-Identifier: Apache-2.0
#include "shared/print/text_runs.h"

#include <algorithm>

#include "shared/base/check.h"
#include "shared/base/encoding.h"

namespace tessera::print {
namespace {

bool isRightToLeft(char32_t c) {
    return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFE) || (c >= 0x10800 && c <= 0x10FFF) ||
           (c >= 0x1E800 && c <= 0x1EFFF);
}

bool isLeftToRight(char32_t c) {
    if (c < 0x80) return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (c < 0xC0 || c == 0xD7 || c == 0xF7) return c == 0xAA || c == 0xB5 || c == 0xBA;
    // Punctuation, currency signs, arrows, mathematics and shapes have no direction.
    return !(c >= 0x2000 && c <= 0x2BFF);
}

}  // namespace

std::u32string toCodePoints(std::string_view text) {
    TESSERA_CHECK(isCleanUtf8(text));
    std::u32string points;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t c = size == 1 ? lead : lead & (0x7FU >> size);
        for (std::size_t k = 1; k < size; ++k) {
            c = c << 6U | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        }
        points += c;
        i += size;
    }
    return points;
}

std::string toUtf8(std::u32string_view text) {
    std::string bytes;
    for (const char32_t c : text) {
        if (c < 0x80) {
            bytes += static_cast<char>(c);
        } else if (c < 0x800) {
            bytes += static_cast<char>(0xC0U | c >> 6U);
            bytes += static_cast<char>(0x80U | (c & 0x3FU));
        } else if (c < 0x10000) {
            bytes += static_cast<char>(0xE0U | c >> 12U);
            bytes += static_cast<char>(0x80U | (c >> 6U & 0x3FU));
            bytes += static_cast<char>(0x80U | (c & 0x3FU));
        } else {
            bytes += static_cast<char>(0xF0U | c >> 18U);
            bytes += static_cast<char>(0x80U | (c >> 12U & 0x3FU));
            bytes += static_cast<char>(0x80U | (c >> 6U & 0x3FU));
            bytes += static_cast<char>(0x80U | (c & 0x3FU));
        }
    }
    return bytes;
}

bool readsRightToLeft(std::u32string_view text) {
    for (const char32_t c : text) {
        if (isRightToLeft(c)) return true;
        if (isLeftToRight(c)) return false;
    }
    return false;
}

bool isPrintableText(std::string_view text) {
    if (!isCleanUtf8(text)) return false;
    const std::u32string points = toCodePoints(text);
    return std::ranges::none_of(points,
                                [](char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); });
}

}  // namespace tessera::print
