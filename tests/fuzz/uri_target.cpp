// SPDX-License-Identifier: Apache-2.0
// Paths, queries and forms as they stand in a request line or a body.
//
// What is decoded can be encoded and decoded again to the same; bounds hold.
#include <string>

#include "shared/base/check.h"
#include "shared/base/encoding.h"
#include "shared/http/message.h"
#include "shared/http/uri.h"
#include "tests/fuzz/fuzz.h"

namespace tessera::fuzz {
namespace {

constexpr std::size_t kPairsMax = 20;

void decodeTexts(std::string_view text) {
    if (const auto plain = http::percentDecode(text)) {
        TESSERA_CHECK(isCleanUtf8(*plain) && plain->size() <= text.size());
        TESSERA_CHECK(http::percentDecode(http::percentEncode(*plain)) == *plain);
    }
    if (const auto form = http::percentDecodeForm(text)) {
        TESSERA_CHECK(http::percentDecodeForm(http::percentEncode(*form)) == *form);
    }
    if (isCleanUtf8(text)) TESSERA_CHECK(http::percentDecode(http::percentEncode(text)) == text);
}

void splitPaths(std::string_view path) {
    const auto segments = http::splitPath(path);
    if (!segments) return;
    std::string again;
    for (const auto& segment : *segments) again += '/' + http::percentEncode(segment);
    TESSERA_CHECK(http::splitPath(again.empty() ? "/" : again) == segments);
}

void parseQueries(std::string_view query) {
    const auto pairs = http::parseQuery(query, kPairsMax);
    if (!pairs) return;
    TESSERA_CHECK(pairs->size() <= kPairsMax);
    std::string again;
    for (const auto& [key, value] : *pairs) {
        again += http::percentEncode(key) + '=' + http::percentEncode(value) + '&';
        TESSERA_CHECK(http::findQuery(*pairs, key).has_value());
    }
    const auto second = http::parseQuery(again, kPairsMax);
    TESSERA_CHECK(second && second->size() == pairs->size());
    for (std::size_t i = 0; i < pairs->size(); ++i) {
        TESSERA_CHECK((*second)[i].key == (*pairs)[i].key);
        TESSERA_CHECK((*second)[i].value == (*pairs)[i].value);
    }
}

std::string keyOf(const http::Form::Field& field) {
    std::string key = field.path.front();
    for (std::size_t i = 1; i < field.path.size(); ++i) key += '[' + field.path[i] + ']';
    return key;
}

void parseForms(std::string_view text) {
    const auto form = http::Form::parse(text, kPairsMax);
    if (!form) return;
    TESSERA_CHECK(form->fields().size() <= kPairsMax);
    for (const auto& field : form->fields()) {
        TESSERA_CHECK(!field.path.empty() && !field.path.front().empty());
        const auto found = form->find(keyOf(field));
        std::string_view last;
        for (const auto& other : form->fields()) {
            if (other.path == field.path) last = other.value;
        }
        TESSERA_CHECK(found == last);
        TESSERA_CHECK(form->children(field.path.front()).size() <= form->fields().size());
        TESSERA_CHECK(form->list(field.path.front()).size() <= form->fields().size());
    }
}

// A target is its path, and its query after a question mark.
void takeApart(std::string_view target) {
    http::Request request;
    request.setStart("GET", target);
    TESSERA_CHECK(request.target() == target && request.path().size() <= target.size() + 1);
    if (!target.starts_with('/')) return;
    std::string joined(request.path());
    if (joined.size() < target.size()) joined.append("?").append(request.query());
    TESSERA_CHECK(joined == target);
}

}  // namespace

void uri(Input input) {
    decodeTexts(input);
    splitPaths(input);
    parseQueries(input);
    parseForms(input);
    takeApart(input);
    http::Request request;
    request.setStart("GET", "/");
    request.addHeader("Accept-Encoding", input);
    if (request.acceptsGzip()) {
        TESSERA_CHECK(input.find_first_of("gG*") != std::string_view::npos);
    }
}

}  // namespace tessera::fuzz
