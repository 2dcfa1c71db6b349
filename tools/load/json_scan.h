// SPDX-License-Identifier: Apache-2.0
// Finds single fields in JSON that a server of ours wrote, without building a tree: a client that
// shares two cores with the server must cost next to nothing. Pure functions.
//
// They rely on what the API writes: no white space, no escapes in ids, tokens and enums.
#pragma once

#include <charconv>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tessera::load {

// What follows the first `"key":` at or after `from`; empty if there is none.
inline std::string_view after(std::string_view body, std::string_view key, std::size_t from = 0) {
    for (std::size_t at = body.find(key, from); at != std::string_view::npos;
         at = body.find(key, at + 1)) {
        const std::size_t end = at + key.size();
        if (at == 0 || body[at - 1] != '"' || end + 1 >= body.size()) continue;
        if (body[end] == '"' && body[end + 1] == ':') return body.substr(end + 2);
    }
    return {};
}

inline std::string_view textAt(std::string_view value) {
    if (value.empty() || value.front() != '"') return {};
    return value.substr(1, value.find('"', 1) - 1);
}

inline std::string_view textOf(std::string_view body, std::string_view key) {
    return textAt(after(body, key));
}

// A number, with or without quotes; 0 if it is none.
inline std::int64_t numberAt(std::string_view value) {
    if (!value.empty() && value.front() == '"') value.remove_prefix(1);
    std::int64_t number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

inline std::int64_t numberOf(std::string_view body, std::string_view key) {
    return numberAt(after(body, key));
}

// The minor units of the object at `key`.
inline std::int64_t moneyOf(std::string_view body, std::string_view key) {
    return numberOf(after(body, key), "minorUnits");
}

// All numbers at `key`, in order.
inline std::vector<std::int64_t> numbersOf(std::string_view body, std::string_view key) {
    std::vector<std::int64_t> all;
    for (std::string_view rest = after(body, key); !rest.empty(); rest = after(rest, key)) {
        all.push_back(numberAt(rest));
    }
    return all;
}

}  // namespace tessera::load
