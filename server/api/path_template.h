// SPDX-License-Identifier: Apache-2.0
// A path of google.api.http: literals, {variables} of one segment, and a `:verb` at the end.
//
// Immutable once compiled; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tessera::api {

struct PathSegment {
    bool variable = false;
    std::string text;  // The literal, or the variable's field.
    bool operator==(const PathSegment&) const = default;
};

struct PathTemplate {
    std::vector<PathSegment> segments;
    std::string verb;  // Without the colon; empty: none.

    // "/v1/events/{event}/orders/{order}:watch". Nothing for what is not of that form: no leading
    // slash, empty segments, braces elsewhere, wildcards, a variable twice.
    static std::optional<PathTemplate> parse(std::string_view text);
    std::string text() const;
};

}  // namespace tessera::api
