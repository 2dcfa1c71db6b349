// SPDX-License-Identifier: Apache-2.0
#include "tools/check/rule_includes.h"

#include <algorithm>
#include <cctype>
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

// The rest of C++20's.
bool isStandardHeader(std::string_view header) {
    static const std::set<std::string_view> kImpure = {
        "atomic",     "barrier",      "cfenv",
        "chrono",     "clocale",      "condition_variable",
        "csetjmp",    "csignal",      "cstdarg",
        "cstdio",     "ctime",        "cuchar",
        "cwchar",     "cwctype",      "execution",
        "filesystem", "format",       "fstream",
        "future",     "iomanip",      "ios",
        "iosfwd",     "iostream",     "istream",
        "latch",      "locale",       "mutex",
        "ostream",    "random",       "regex",
        "semaphore",  "shared_mutex", "source_location",
        "sstream",    "stop_token",   "streambuf",
        "strstream",  "syncstream",   "system_error",
        "thread"};
    return pureHeaders().contains(header) || kImpure.contains(header);
}

bool isProtobuf(std::string_view header) {
    return header.ends_with(".pb.h") || header.starts_with("google/") ||
           header.starts_with("grpc/") || header.starts_with("grpcpp/");
}

bool isEngine(std::string_view header) {
    return isIn(header, "server/engine");
}

// <QString>, <QtCore/QString>, <qstring.h>, <QtGlobal>.
bool isQt(std::string_view header) {
    static const std::regex kQt("Q[A-Z].*|Qt[A-Z0-9].*|q[a-z0-9_]+\\.h");
    return std::regex_match(header.begin(), header.end(), kQt);
}

// Whether the name at `at` is a member's, another namespace's, or one that is declared there.
bool isSomeoneElses(const std::string& code, std::size_t at) {
    std::string before = code.substr(0, at);
    before.resize(before.find_last_not_of(" \n") + 1);
    const bool apart = before.size() < at;
    if (before.ends_with('.') || before.ends_with("->")) return true;
    const auto isWord = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
    };
    const auto lastWord = [&] {
        std::size_t begin = before.size();
        while (begin > 0 && isWord(before[begin - 1])) --begin;
        return before.substr(begin);
    };
    static const std::set<std::string_view> kExpression = {
        "return", "co_return", "co_yield", "co_await", "case", "else", "do", "throw"};
    if (before.ends_with("::")) {
        before.resize(before.size() - 2);
        before.resize(before.find_last_not_of(" \n") + 1);
        const std::string space = lastWord();
        if (space.empty()) return before.ends_with('>');
        return space != "std" && !kExpression.contains(space);
    }
    if (!apart || before.empty()) return false;
    if (const std::string word = lastWord(); !word.empty()) return !kExpression.contains(word);
    // `T* time(…)` declares, `n * time(…)` calculates.
    const std::size_t sign = before.find_last_not_of("*&>");
    return sign + 1 < before.size() && before[sign] != ' ' && before[sign] != '\n';
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
            R"(\b(rand|srand|rand_r|random|time|clock|clock_gettime|gettimeofday|getenv|secure_getenv|setenv|putenv|system|printf|fprintf|puts|fputs|putchar|fopen)\s*\()");
        const std::string code = viewCode(file).code;
        for (std::sregex_iterator hit(code.begin(), code.end(), kImpure), end; hit != end; ++hit) {
            const auto at = static_cast<std::size_t>(hit->position());
            if (isSomeoneElses(code, at)) continue;
            report(file, lineAt(code, at),
                   "the engine is pure and must not call " + (*hit)[1].str());
        }
    }

    // A file of the product that names both engine types and protobuf, by include or by namespace.
    void judgeMeeting(const SourceFile& file) {
        if (file.isUnder("tests") || file.path.starts_with("server/api/convert_")) return;
        static const std::regex kEngine(R"(\bengine\s*::)");
        static const std::regex kProtobuf(
            R"(\b(v1|grpc)\s*::|\bgoogle\s*::\s*(protobuf|rpc|api)\b)");
        const std::string code = viewCode(file).code;
        const int line = std::max(lineOf(code, kEngine), includeLine(file, isEngine));
        if (line == 0) return;
        if (lineOf(code, kProtobuf) != 0 || includeLine(file, isProtobuf) != 0) {
            report(file, line, "protobuf meets engine types only in server/api/convert_*");
        }
    }

    // The first line that matches; 0 for none.
    static int lineOf(const std::string& code, const std::regex& pattern) {
        std::smatch match;
        if (!std::regex_search(code, match, pattern)) return 0;
        return lineAt(code, static_cast<std::size_t>(match.position()));
    }

    int includeLine(const SourceFile& file, bool (*wanted)(std::string_view)) {
        for (const Include& include : includes_[file.path]) {
            if (wanted(include.path)) return include.line;
        }
        return 0;
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
