// SPDX-License-Identifier: Apache-2.0
#include "server/api/path_template.h"

#include <algorithm>

namespace tessera::api {
namespace {

std::optional<PathSegment> parseSegment(std::string_view text) {
    PathSegment segment;
    if (text.size() > 2 && text.front() == '{' && text.back() == '}') {
        segment.variable = true;
        text.remove_prefix(1);
        text.remove_suffix(1);
    }
    if (text.empty() || text.find_first_of("{}*=:%?# ") != std::string_view::npos) {
        return std::nullopt;
    }
    segment.text = text;
    return segment;
}

}  // namespace

std::optional<PathTemplate> PathTemplate::parse(std::string_view text) {
    PathTemplate out;
    const auto colon = text.rfind(':');
    if (colon != std::string_view::npos) {
        out.verb = text.substr(colon + 1);
        text = text.substr(0, colon);
        if (out.verb.empty() || out.verb.find_first_of("/{}") != std::string::npos) {
            return std::nullopt;
        }
    }
    if (text.empty() || text.front() != '/') return std::nullopt;
    while (!text.empty()) {
        text.remove_prefix(1);
        const auto slash = std::min(text.find('/'), text.size());
        auto segment = parseSegment(text.substr(0, slash));
        if (!segment) return std::nullopt;
        const bool twice = segment->variable && std::find(out.segments.begin(), out.segments.end(),
                                                          *segment) != out.segments.end();
        if (twice) return std::nullopt;
        out.segments.push_back(std::move(*segment));
        text.remove_prefix(slash);
    }
    return out;
}

std::string PathTemplate::text() const {
    std::string out;
    for (const auto& segment : segments) {
        out += segment.variable ? "/{" + segment.text + "}" : "/" + segment.text;
    }
    return verb.empty() ? out : out + ":" + verb;
}

}  // namespace tessera::api
