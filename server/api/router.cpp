// SPDX-License-Identifier: Apache-2.0
#include "server/api/router.h"

#include <optional>

#include "shared/http/uri.h"

namespace tessera::api {

bool Router::add(std::string_view httpMethod, const PathTemplate& path, std::size_t target) {
    Node* node = &root_;
    for (const auto& segment : path.segments) {
        auto& next = segment.variable ? node->variable : node->literals[segment.text];
        if (!next) next = std::make_unique<Node>();
        node = next.get();
    }
    return node->verbs[path.verb].emplace(httpMethod, target).second;
}

struct Router::Search {
    std::vector<std::string> segments;  // The last one without its verb.
    std::string verb;
    std::vector<std::string> values;
};

const Router::Methods* Router::find(const Node& node, Search& search, std::size_t depth) {
    if (depth == search.segments.size()) {
        const auto verb = node.verbs.find(search.verb);
        return verb == node.verbs.end() ? nullptr : &verb->second;
    }
    const auto& segment = search.segments[depth];
    const auto literal = node.literals.find(segment);
    if (literal != node.literals.end()) {
        if (const auto* methods = find(*literal->second, search, depth + 1)) return methods;
    }
    if (!node.variable || segment.empty()) return nullptr;
    search.values.push_back(segment);
    if (const auto* methods = find(*node.variable, search, depth + 1)) return methods;
    search.values.pop_back();
    return nullptr;
}

Router::Match Router::match(std::string_view httpMethod, std::string_view path) const {
    Match match;
    auto segments = http::splitPath(path);
    if (!segments || segments->empty()) return match;
    Search search;
    search.segments = std::move(*segments);
    auto& last = search.segments.back();
    if (const auto colon = last.rfind(':'); colon != std::string::npos) {
        search.verb = last.substr(colon + 1);
        last.resize(colon);
        if (search.verb.empty()) return match;
    }
    const auto* methods = find(root_, search, 0);
    if (methods == nullptr) return match;
    const auto found = methods->find(httpMethod == "HEAD" ? "GET" : httpMethod);
    if (found != methods->end()) {
        match.found = Found::Route;
        match.target = found->second;
        match.values = std::move(search.values);
        return match;
    }
    match.found = Found::NoMethod;
    for (const auto& [name, target] : *methods) {
        if (!match.allow.empty()) match.allow += ", ";
        match.allow += name == "GET" ? "GET, HEAD" : name;
    }
    return match;
}

}  // namespace tessera::api
