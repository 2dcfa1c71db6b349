// SPDX-License-Identifier: Apache-2.0
#include "shared/print/placeholders.h"

#include <algorithm>
#include <utility>

#include "shared/base/check.h"

namespace tessera::print {
namespace {

bool isName(std::string_view name) {
    return !name.empty() && name.size() <= kPlaceholderBytesMax &&
           std::ranges::all_of(name, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
           });
}

}  // namespace

std::optional<std::vector<TextPiece>> piecesOf(std::string_view text) {
    std::vector<TextPiece> pieces;
    std::string letters;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c != '{' && c != '}') {
            letters += c;
            continue;
        }
        if (i + 1 < text.size() && text[i + 1] == c) {
            letters += c;
            ++i;
            continue;
        }
        const std::size_t end = text.find('}', i);
        if (c == '}' || end == std::string_view::npos) return std::nullopt;
        const std::string_view name = text.substr(i + 1, end - i - 1);
        if (!isName(name)) return std::nullopt;
        if (!letters.empty()) pieces.push_back({false, std::exchange(letters, {})});
        pieces.push_back({true, std::string(name)});
        i = end;
    }
    if (!letters.empty()) pieces.push_back({false, letters});
    return pieces;
}

FilledText fill(std::string_view text, const FieldValues& values) {
    const auto pieces = piecesOf(text);
    TESSERA_CHECK(pieces.has_value());
    FilledText filled;
    for (const TextPiece& piece : *pieces) {
        if (!piece.placeholder) {
            filled.text += piece.text;
            continue;
        }
        const auto value = values.find(piece.text);
        if (value == values.end()) {
            if (!filled.missing) filled.missing = piece.text;
            continue;
        }
        filled.text += value->second;
    }
    return filled;
}

}  // namespace tessera::print
