// SPDX-License-Identifier: Apache-2.0
#include "tools/check/content_hash.h"

#include <array>

namespace tessera::check {

void ContentHash::mix(unsigned char byte) {
    first_ = (first_ ^ byte) * 1099511628211ULL;
    second_ = (second_ ^ byte) * 11400714819323198549ULL;
    second_ ^= second_ >> 29;
}

void ContentHash::add(std::string_view text) {
    std::uint64_t size = text.size();
    for (int i = 0; i < 8; ++i, size >>= 8) mix(static_cast<unsigned char>(size & 0xff));
    for (const char c : text) mix(static_cast<unsigned char>(c));
}

std::string ContentHash::hex() const {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const std::uint64_t half : {first_, second_}) {
        for (int shift = 60; shift >= 0; shift -= 4) text += kDigits[(half >> shift) & 0xf];
    }
    return text;
}

}  // namespace tessera::check
