// SPDX-License-Identifier: Apache-2.0
#include "server/store/search_words.h"

#include <nlohmann/json.hpp>
#include <vector>

namespace tessera::store {
namespace {

bool isWordByte(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

// Cuts a word that is too long before a character, never inside one.
std::string_view cut(std::string_view word) {
    if (word.size() <= kSearchWordBytesMax) return word;
    std::size_t end = kSearchWordBytesMax;
    while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) --end;
    return word.substr(0, end);
}

std::vector<std::string_view> wordsOf(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t at = 0;
    while (at < text.size() && words.size() < kSearchWordsMax) {
        while (at < text.size() && !isWordByte(text[at])) ++at;
        const std::size_t start = at;
        while (at < text.size() && isWordByte(text[at])) ++at;
        if (const std::string_view word = cut(text.substr(start, at - start)); !word.empty()) {
            words.push_back(word);
        }
    }
    return words;
}

}  // namespace

std::string searchWords(std::string_view text) {
    std::string joined;
    for (const std::string_view word : wordsOf(text)) {
        if (!joined.empty()) joined += ' ';
        joined += word;
    }
    return joined;
}

std::string prefixQuery(std::string_view text) {
    std::string query;
    for (const std::string_view word : wordsOf(text)) {
        if (!query.empty()) query += " & ";
        query.append("'").append(word).append("':*");
    }
    return query;
}

ShownFacts shownFactsOf(std::string_view document) {
    ShownFacts facts;
    const auto parsed = nlohmann::json::parse(document, nullptr, false);
    if (!parsed.is_object()) return facts;
    const auto name = parsed.find("name");
    if (name != parsed.end() && name->is_string()) facts.title = name->get<std::string>();
    const auto starts = parsed.find("startsAt");
    if (starts != parsed.end() && starts->is_string()) {
        facts.startsAt = parseRfc3339(starts->get<std::string>());
    }
    return facts;
}

}  // namespace tessera::store
