// SPDX-License-Identifier: Apache-2.0
#include "tools/check/rule_includes.h"

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "tools/check/code_view.h"
#include "tools/check/house_rooms.h"

namespace tessera::check {
namespace {

constexpr std::string_view kRule = "includes";

// The standard library without clocks, threads, random, files and streams.
const std::set<std::string_view>& pureHeaders() {
    static const std::set<std::string_view> kHeaders = {"algorithm",     "any",
                                                        "array",         "bit",
                                                        "bitset",        "cassert",
                                                        "cctype",        "cerrno",
                                                        "cfloat",        "charconv",
                                                        "cinttypes",     "climits",
                                                        "cmath",         "compare",
                                                        "complex",       "concepts",
                                                        "coroutine",     "cstddef",
                                                        "cstdint",       "cstdlib",
                                                        "cstring",       "deque",
                                                        "exception",     "forward_list",
                                                        "functional",    "initializer_list",
                                                        "iterator",      "limits",
                                                        "list",          "map",
                                                        "memory",        "memory_resource",
                                                        "new",           "numbers",
                                                        "numeric",       "optional",
                                                        "queue",         "ranges",
                                                        "ratio",         "scoped_allocator",
                                                        "set",           "span",
                                                        "stack",         "stdexcept",
                                                        "string",        "string_view",
                                                        "tuple",         "type_traits",
                                                        "typeindex",     "typeinfo",
                                                        "unordered_map", "unordered_set",
                                                        "utility",       "valarray",
                                                        "variant",       "vector",
                                                        "version"};
    return kHeaders;
}

bool isStandardHeader(std::string_view header) {
    return header.find_first_of("./") == std::string_view::npos;
}

bool isProtobuf(std::string_view header) {
    return header.ends_with(".pb.h") || header.starts_with("google/") ||
           header.starts_with("grpc/") || header.starts_with("grpcpp/");
}

bool isQt(std::string_view header) {
    return header.size() > 1 && header[0] == 'Q' && header[1] >= 'A' && header[1] <= 'Z';
}

class IncludeRule {
public:
    explicit IncludeRule(const SourceTree& tree) : tree_(tree) {
        for (const SourceFile& file : tree.files()) {
            if (file.isCpp()) includes_[file.path] = includesOf(file);
        }
    }

    Findings run() {
        for (const SourceFile& file : tree_.files()) {
            if (!file.isCpp()) continue;
            for (const Include& include : includes_[file.path]) judge(file, include);
            if (file.isUnder("server/engine")) judgeImpureCalls(file);
            judgeMeeting(file);
        }
        return std::move(findings_);
    }

private:
    void report(const SourceFile& file, int line, std::string message) {
        findings_.push_back({std::string(kRule), file.path, line, std::move(message)});
    }

    void judge(const SourceFile& file, const Include& include) {
        const Room* room = roomOf(file.path);
        if (isOfTheHouse(include.path)) {
            if (room != nullptr && !mayKnow(*room, include.path)) {
                report(file, include.line,
                       std::string(room->folder) + " must not include " + include.path);
            }
            return;
        }
        if (!include.angled && !isProtobuf(include.path)) {
            report(file, include.line, "include by the path from the root: " + include.path);
        }
        judgeLibrary(file, include);
    }

    void judgeLibrary(const SourceFile& file, const Include& include) {
        if (file.isUnder("server/engine") && !pureHeaders().contains(include.path)) {
            report(file, include.line,
                   "the engine is pure and must not include <" + include.path + ">");
        }
        if (file.isUnder("shared/base") && !isStandardHeader(include.path) &&
            include.path != "tl/expected.hpp") {
            report(file, include.line,
                   "shared/base has no dependencies, not <" + include.path + ">");
        }
        if (file.isUnder("shared/client") && isQt(include.path)) {
            report(file, include.line, "shared/client knows no Qt, not <" + include.path + ">");
        }
    }

    // What allowed headers offer beyond the pure part of the library.
    void judgeImpureCalls(const SourceFile& file) {
        static const std::regex kImpure(
            R"(\bstd\s*::\s*(rand|srand|time|clock|getenv|system|printf|fprintf|puts|fopen)\s*\()");
        const std::string code = viewCode(file).code;
        for (std::sregex_iterator hit(code.begin(), code.end(), kImpure), end; hit != end; ++hit) {
            report(file, lineAt(code, static_cast<std::size_t>(hit->position())),
                   "the engine is pure and must not call std::" + (*hit)[1].str());
        }
    }

    // A product file that names engine types and sees protobuf, by however many house headers.
    void judgeMeeting(const SourceFile& file) {
        if (file.isUnder("tests") || file.path.starts_with("server/api/convert_")) return;
        const int line = namesEngine(file);
        if (line != 0 && seesProtobuf(file.path)) {
            report(file, line, "protobuf meets engine types only in server/api/convert_*");
        }
    }

    int namesEngine(const SourceFile& file) {
        for (const Include& include : includes_[file.path]) {
            if (isIn(include.path, "server/engine")) return include.line;
        }
        const std::string code = viewCode(file).code;
        const std::size_t named = code.find("engine::");
        return named == std::string::npos ? 0 : lineAt(code, named);
    }

    bool seesProtobuf(const std::string& path) {
        std::set<std::string> seen;
        std::vector<std::string> next = {path};
        while (!next.empty()) {
            const std::string current = std::move(next.back());
            next.pop_back();
            if (!seen.insert(current).second) continue;
            for (const Include& include : includes_[current]) {
                if (isProtobuf(include.path)) return true;
                // The one door between both worlds hides protobuf from nobody.
                if (isOfTheHouse(include.path)) next.push_back(include.path);
            }
        }
        return false;
    }

    const SourceTree& tree_;
    std::map<std::string, std::vector<Include>> includes_;
    Findings findings_;
};

}  // namespace

Findings checkIncludes(const SourceTree& tree) {
    return IncludeRule(tree).run();
}

}  // namespace tessera::check
