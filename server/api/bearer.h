// SPDX-License-Identifier: Apache-2.0
// What `authorization` carries: the key of `Bearer <key>`.
//
// Pure; any thread. What it gives refers to the header's own bytes, and is never logged.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace tessera::api {

inline constexpr std::size_t kAuthorizationBytesMax = 512;

// The scheme's case does not matter. Empty: not of that form.
inline std::string_view bearerOf(std::string_view authorization) {
    constexpr std::string_view kScheme = "bearer ";
    if (authorization.size() <= kScheme.size()) return {};
    for (std::size_t i = 0; i < kScheme.size(); ++i) {
        char c = authorization[i];
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c != kScheme[i]) return {};
    }
    const auto key = authorization.substr(kScheme.size());
    return key.substr(std::min(key.find_first_not_of(' '), key.size()));
}

}  // namespace tessera::api
