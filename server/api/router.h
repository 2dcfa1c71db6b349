// SPDX-License-Identifier: Apache-2.0
// Finds the method that a path and an HTTP verb mean; tells an unknown path from a wrong verb.
//
// Built at the start, then immutable: any thread. Literals win over variables, segment by segment.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/api/path_template.h"

namespace tessera::api {

class Router {
public:
    // False if the same path and verb are there already.
    bool add(std::string_view httpMethod, const PathTemplate& path, std::size_t target);

    enum class Found { Route, NoPath, NoMethod };
    struct Match {
        Found found = Found::NoPath;
        std::size_t target = 0;
        // Of the variables, in the order of the path. Of the request's path, decoded.
        std::vector<std::string> values;
        std::string allow;  // NoMethod: "GET, HEAD, POST".
    };
    // `path` without query. HEAD is answered by GET.
    Match match(std::string_view httpMethod, std::string_view path) const;

private:
    using Methods = std::map<std::string, std::size_t, std::less<>>;
    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
        std::unique_ptr<Node> variable;
        std::map<std::string, Methods, std::less<>> verbs;  // "" for none.
    };
    struct Search;
    static const Methods* find(const Node& node, Search& search, std::size_t depth);

    Node root_;
};

}  // namespace tessera::api
