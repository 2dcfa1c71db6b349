// SPDX-License-Identifier: Apache-2.0
// JSON and texts that somebody else wrote, read with suspicion: what is missing or of another type
// is none. Pure functions.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

namespace tessera::payments {

inline constexpr std::size_t kEvidenceBytesMax = 512;

// Null where there is none.
inline const nlohmann::json& member(const nlohmann::json& object, const char* name) {
    static const nlohmann::json none;
    if (!object.is_object()) return none;
    const auto found = object.find(name);
    return found == object.end() ? none : *found;
}

// "" for what is no text.
inline std::string text(const nlohmann::json& value) {
    return value.is_string() ? value.get<std::string>() : std::string();
}

// The end of a card's number as it is shown: four digits and no more.
inline bool isLast4(const std::string& said) {
    return said.size() == 4 && said.find_first_not_of("0123456789") == std::string::npos;
}

// Printable and short.
inline std::string asEvidence(std::string said, std::size_t bytesMax = kEvidenceBytesMax) {
    said.resize(std::min(said.size(), bytesMax));
    std::replace_if(
        said.begin(), said.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return said;
}

}  // namespace tessera::payments
