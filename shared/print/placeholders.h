// SPDX-License-Identifier: Apache-2.0
// {event.title} and its like in the texts of a template.
//
// A name is 1 to kPlaceholderBytesMax of a-z, 0-9, '_' and '.'; `{{` and `}}` are braces as such.
// Pure functions.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tessera::print {

inline constexpr std::size_t kPlaceholderBytesMax = 60;
inline constexpr std::size_t kFieldValueBytesMax = 1024;

// What the placeholders stand for. Values are personal data: they go onto paper, never into a log.
using FieldValues = std::map<std::string, std::string, std::less<>>;

// One piece of a text: letters as such, or the name of a placeholder.
struct TextPiece {
    bool placeholder = false;
    std::string text{};
};

// Nothing if a brace has no partner or a name is not of the form above.
std::optional<std::vector<TextPiece>> piecesOf(std::string_view text);

// The text with every placeholder replaced. `missing` names the first that has no value, if any.
struct FilledText {
    std::string text{};
    std::optional<std::string> missing{};
};
// REQUIRES: piecesOf(text) has a value.
FilledText fill(std::string_view text, const FieldValues& values);

}  // namespace tessera::print
