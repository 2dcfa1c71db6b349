// SPDX-License-Identifier: Apache-2.0
// Paths of the REST edge. Lines: the HTTP method, the path.
//
// A path that is found is found again when it is written from its template and its values; what a
// path allows instead is found, too. Templates that are read are written the same.
#include <string>

#include "shared/base/check.h"
#include "shared/base/encoding.h"
#include "shared/http/uri.h"
#include "tests/fuzz/contract.h"
#include "tests/fuzz/fuzz.h"

namespace tessera::fuzz {
namespace {

using Found = api::Router::Found;

std::string pathFrom(const api::PathTemplate& path, const std::vector<std::string>& values) {
    std::string out;
    std::size_t next = 0;
    for (const auto& segment : path.segments) {
        out += '/' + (segment.variable ? http::percentEncode(values.at(next++)) : segment.text);
    }
    TESSERA_CHECK(next == values.size());
    return path.verb.empty() ? out : out + ':' + path.verb;
}

void expectRoute(const api::Router::Match& match, std::string_view httpMethod) {
    const auto& method = methodTable().methods().at(match.target);
    TESSERA_CHECK(match.values.size() == method.variables.size());
    for (const auto& value : match.values) TESSERA_CHECK(!value.empty() && isCleanUtf8(value));
    const auto path = pathFrom(method.route, match.values);
    const auto again = methodTable().router().match(httpMethod, path);
    TESSERA_CHECK(again.found == Found::Route && again.target == match.target);
    TESSERA_CHECK(again.values == match.values);
}

void expectAllowed(const api::Router::Match& match, std::string_view path) {
    TESSERA_CHECK(!match.allow.empty());
    std::string_view allow = match.allow;
    while (!allow.empty()) {
        const auto comma = std::min(allow.find(", "), allow.size());
        const auto other = methodTable().router().match(allow.substr(0, comma), path);
        TESSERA_CHECK(other.found == Found::Route);
        allow.remove_prefix(std::min(comma + 2, allow.size()));
    }
}

}  // namespace

void restPath(Input input) {
    Reader reader(input);
    const auto httpMethod = reader.line();
    const auto path = reader.line();
    const auto match = methodTable().router().match(httpMethod, path);
    if (match.found == Found::Route) expectRoute(match, httpMethod);
    if (match.found == Found::NoMethod) expectAllowed(match, path);
    if (const auto read = api::PathTemplate::parse(path)) {
        TESSERA_CHECK(read->text() == path);
    }
}

}  // namespace tessera::fuzz
