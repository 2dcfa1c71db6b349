// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/page_check.h"

#include <algorithm>
#include <array>

#include "shared/base/check.h"

namespace tessera::fuzz {

void expectPage(std::string_view html) {
    static constexpr std::array<std::string_view, 14> kElements{
        "<!doctype html>",
        "<head>",
        "</head>",
        "<body>",
        "</body>",
        "<title>",
        "</title>",
        "<meta property=\"og:",
        "<meta name=\"",
        "<link rel=\"canonical\" href=\"",
        "<script type=\"application/ld+json\">{",
        "</script>",
        "<svg/>",
        "<svg "};
    for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        TESSERA_CHECK(std::any_of(kElements.begin(), kElements.end(), [&](auto element) {
            return html.substr(at).starts_with(element);
        }));
    }
}

}  // namespace tessera::fuzz
