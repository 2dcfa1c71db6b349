// SPDX-License-Identifier: Apache-2.0
#include "shared/base/ids.h"

#include <cstring>

#include "shared/base/encoding.h"

namespace tessera {
namespace {

constexpr std::string_view kCrockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view kHex = "0123456789abcdef";

int crockfordValue(char c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    const auto at = kCrockford.find(c);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

// 64 bits as 13 characters; the first carries only 4 bits.
void appendWord(std::string& out, std::uint64_t word) {
    for (int shift = 60; shift >= 0; shift -= 5) {
        out.push_back(kCrockford[(word >> shift) & 31U]);
    }
}

std::optional<std::uint64_t> readWord(std::string_view text) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int value = crockfordValue(text[i]);
        if (value < 0 || (i == 0 && value > 7)) return std::nullopt;  // 63 bits: ids are positive.
        word = (word << 5) | static_cast<std::uint64_t>(value);
    }
    return word;
}

std::size_t loadHash(const std::uint8_t* bytes) {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    std::memcpy(&low, bytes, sizeof low);
    std::memcpy(&high, bytes + sizeof low, sizeof high);
    return static_cast<std::size_t>((low ^ (high >> 29)) * 0x9E3779B97F4A7C15ULL ^ high);
}

}  // namespace

std::optional<RequestId> parseRequestId(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    RequestId id;
    std::size_t nibble = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash != (text[i] == '-')) return std::nullopt;
        if (dash) continue;
        const int value = hexValue(text[i]);
        if (value < 0) return std::nullopt;
        auto& byte = id.bytes[nibble / 2];
        byte = static_cast<std::uint8_t>((byte << 4) | value);
        ++nibble;
    }
    if ((id.bytes[6] >> 4) != 7 || (id.bytes[8] >> 6) != 2) return std::nullopt;
    return id;
}

std::string toString(const RequestId& id) {
    std::string out;
    out.reserve(36);
    for (std::size_t i = 0; i < id.bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) out.push_back('-');
        out.push_back(kHex[id.bytes[i] >> 4]);
        out.push_back(kHex[id.bytes[i] & 15U]);
    }
    return out;
}

std::int64_t unixMillisOf(const RequestId& id) {
    std::int64_t millis = 0;
    for (std::size_t i = 0; i < 6; ++i) millis = (millis << 8) | id.bytes[i];
    return millis;
}

std::string encodePublicId(std::int64_t value) {
    std::string out;
    appendWord(out, static_cast<std::uint64_t>(value));
    return out;
}

std::string encodePublicId(EventId event, std::int64_t local) {
    std::string out;
    out.reserve(26);
    appendWord(out, static_cast<std::uint64_t>(event.value));
    appendWord(out, static_cast<std::uint64_t>(local));
    return out;
}

std::optional<std::int64_t> decodePublicId(std::string_view text) {
    if (text.size() != 13) return std::nullopt;
    const auto word = readWord(text);
    if (!word || *word == 0) return std::nullopt;
    return static_cast<std::int64_t>(*word);
}

std::optional<EventScopedId> decodeEventScopedId(std::string_view text) {
    if (text.size() != 26) return std::nullopt;
    const auto event = decodePublicId(text.substr(0, 13));
    const auto local = decodePublicId(text.substr(13));
    if (!event || !local) return std::nullopt;
    return EventScopedId{EventId{*event}, *local};
}

}  // namespace tessera

std::size_t std::hash<tessera::RequestId>::operator()(const tessera::RequestId& id) const noexcept {
    return tessera::loadHash(id.bytes.data());
}

std::size_t std::hash<tessera::CallerHash>::operator()(
    const tessera::CallerHash& id) const noexcept {
    return tessera::loadHash(id.bytes.data());
}
