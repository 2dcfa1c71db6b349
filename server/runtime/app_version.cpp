// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/app_version.h"

#include <charconv>

namespace tessera::runtime {

std::optional<Version> parseVersion(std::string_view text) {
    constexpr std::size_t kDigitsMax = 9;
    text = text.substr(0, text.find_first_of("-+"));
    Version version{};
    for (std::size_t i = 0; i < version.size(); ++i) {
        const std::size_t end = text.find('.');
        const std::string_view number = text.substr(0, end);
        if (number.empty() || number.size() > kDigitsMax) return std::nullopt;
        const auto [last, error] =
            std::from_chars(number.data(), number.data() + number.size(), version[i]);
        if (error != std::errc{} || last != number.data() + number.size()) return std::nullopt;
        if (end == std::string_view::npos) return version;
        text.remove_prefix(end + 1);
    }
    return std::nullopt;
}

}  // namespace tessera::runtime
