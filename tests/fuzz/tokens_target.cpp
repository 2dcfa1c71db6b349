// SPDX-License-Identifier: Apache-2.0
// Keys, tokens and headers of one line: API keys, page tokens, base64, hex, traceparent.
//
// What is read says what was written; a page token is good for the query it was made for only.
#include <cstring>
#include <string>

#include "server/api/page_token.h"
#include "server/api/rest_call.h"
#include "server/runtime/api_key.h"
#include "server/runtime/trace.h"
#include "shared/base/check.h"
#include "shared/base/encoding.h"
#include "tests/fuzz/fuzz.h"

namespace tessera::fuzz {
namespace {

std::span<const std::uint8_t> bytesOf(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

void decodeBytes(std::string_view text) {
    if (const auto bytes = fromBase64(text)) {
        TESSERA_CHECK(fromBase64(toBase64(*bytes)) == bytes);
        TESSERA_CHECK(fromBase64(toBase64Url(*bytes)) == bytes);
        // No two texts of one alphabet and padding mean the same bytes.
        TESSERA_CHECK(toBase64Url(*bytes).size() <= text.size());
    }
    TESSERA_CHECK(fromBase64(toBase64(text)) == text);
    TESSERA_CHECK(fromBase64(toBase64Url(text)) == text);
    if (const auto bytes = fromHex(text)) {
        TESSERA_CHECK(fromHex(toHex(bytesOf(*bytes))) == bytes);
    }
    TESSERA_CHECK(fromHex(toHex(bytesOf(text))) == text);
}

void readPageTokens(std::string_view text, std::string_view conditions) {
    if (const auto position = api::readPageToken(text, conditions)) {
        const auto again = api::makePageToken(*position, conditions);
        TESSERA_CHECK(api::readPageToken(again, conditions) == position);
    }
    std::int64_t words[2] = {};
    std::memcpy(words, text.data(), std::min(text.size(), sizeof words));
    const api::PagePosition position{Instant{words[0]}, EventId(words[1])};
    const auto token = api::makePageToken(position, conditions);
    TESSERA_CHECK(api::readPageToken(token, conditions) == position);
    TESSERA_CHECK(!api::readPageToken(token, std::string(conditions) + "x"));
}

void readTraces(std::string_view text) {
    const auto trace = runtime::parseTraceparent(text);
    if (!trace) return;
    TESSERA_CHECK(static_cast<bool>(*trace));
    TESSERA_CHECK(runtime::parseTraceparent(runtime::toTraceparent(*trace)) == trace);
}

void readApiKeys(std::string_view text) {
    if (const auto id = runtime::apiKeyIdOf(text)) {
        TESSERA_CHECK(id->size() == 16 && text.find(*id) == 4);
    }
}

void readTags(std::string_view header, std::string_view tag) {
    if (!api::matchesEtag(header, tag)) return;
    TESSERA_CHECK(header.find('*') != std::string_view::npos ||
                  header.find('"' + std::string(tag) + '"') != std::string_view::npos);
}

}  // namespace

void tokens(Input input) {
    decodeBytes(input);
    readTraces(input);
    readApiKeys(input);
    Reader reader(input);
    const auto first = reader.line();
    readPageTokens(first, reader.rest());
    readTags(reader.rest(), first);
}

}  // namespace tessera::fuzz
