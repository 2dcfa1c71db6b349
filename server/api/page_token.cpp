// SPDX-License-Identifier: Apache-2.0
#include "server/api/page_token.h"

#include <cstdint>
#include <cstring>

#include "server/runtime/secrets.h"
#include "shared/base/encoding.h"

namespace tessera::api {
namespace {

constexpr std::size_t kTagBytes = 8;
constexpr std::size_t kTokenBytes = 16 + kTagBytes;

void append(std::int64_t value, std::string& out) {
    for (int shift = 56; shift >= 0; shift -= 8) {
        out += static_cast<char>((static_cast<std::uint64_t>(value) >> shift) & 0xFF);
    }
}

std::int64_t read(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char c : bytes.substr(0, 8)) value = (value << 8) | static_cast<unsigned char>(c);
    return static_cast<std::int64_t>(value);
}

// Ties position and query together. Not a secret: a made-up token can only name a position.
std::string tagOf(std::string_view position, std::string_view conditions) {
    std::string text("page");
    text.append(position).append(conditions);
    return std::string(runtime::asView(runtime::sha256(text)).substr(0, kTagBytes));
}

}  // namespace

std::string makePageToken(PagePosition last, std::string_view conditions) {
    std::string out;
    append(last.first.micros, out);
    append(last.second.value, out);
    out += tagOf(out, conditions);
    return toBase64Url(out);
}

std::optional<PagePosition> readPageToken(std::string_view token, std::string_view conditions) {
    if (token.size() > 64) return std::nullopt;
    const auto bytes = fromBase64(token);
    if (!bytes || bytes->size() != kTokenBytes) return std::nullopt;
    const auto view = std::string_view(*bytes);
    if (view.substr(16) != tagOf(view.substr(0, 16), conditions)) return std::nullopt;
    return PagePosition{Instant{read(view)}, EventId(read(view.substr(8)))};
}

}  // namespace tessera::api
