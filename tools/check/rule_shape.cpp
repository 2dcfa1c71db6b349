// SPDX-License-Identifier: Apache-2.0
#include "tools/check/rule_shape.h"

#include <algorithm>
#include <regex>
#include <set>

#include "tools/check/cmake_targets.h"
#include "tools/check/code_view.h"
#include "tools/check/functions.h"

namespace tessera::check {
namespace {

constexpr int kFunctionLinesMax = 70;
constexpr std::size_t kFileLinesMax = 400;
constexpr std::size_t kReadmeLinesMax = 30;
constexpr std::size_t kTopReadmeLinesMax = 150;

bool isGenerated(const std::vector<std::string_view>& lines) {
    return std::ranges::any_of(
        lines.begin(), lines.begin() + std::min<std::ptrdiff_t>(5, std::ssize(lines)),
        [](std::string_view line) { return line.find("@generated") != std::string_view::npos; });
}

// Reports each place where `pattern` is found.
void reportMatches(const SourceFile& file, const std::string& text, const std::regex& pattern,
                   const std::string& message, Findings& findings) {
    for (std::sregex_iterator hit(text.begin(), text.end(), pattern), end; hit != end; ++hit) {
        findings.push_back({"words", file.path,
                            lineAt(text, static_cast<std::size_t>(hit->position())),
                            message + ": " + hit->str()});
    }
}

std::string_view spdxMark(FileKind kind) {
    if (kind == FileKind::Sql) return "-- ";
    return kind == FileKind::Shell || kind == FileKind::CMake ? "# " : "// ";
}

}  // namespace

Findings checkSizes(const SourceTree& tree) {
    Findings findings;
    const auto report = [&](const SourceFile& file, int line, std::size_t lines, std::size_t most,
                            const std::string& what) {
        if (lines <= most) return;
        findings.push_back(
            {"sizes", file.path, line,
             what + " has " + std::to_string(lines) + " lines, at most " + std::to_string(most)});
    };
    for (const SourceFile& file : tree.files()) {
        const std::vector<std::string_view> lines = linesOf(file.text);
        if (file.name() == "README.md") {
            const bool top = file.folder().empty();
            report(file, 0, lines.size(), top ? kTopReadmeLinesMax : kReadmeLinesMax, "README");
        }
        if (!file.isCode() || isGenerated(lines)) continue;
        report(file, 0, lines.size(), kFileLinesMax, "file");
        for (const FunctionSpan& function : functionsOf(file)) {
            report(file, function.firstLine, static_cast<std::size_t>(function.lines()),
                   kFunctionLinesMax, "function " + function.name);
        }
    }
    return findings;
}

Findings checkHeaders(const SourceTree& tree) {
    Findings findings;
    for (const SourceFile& file : tree.files()) {
        if (!file.isCode()) continue;
        const std::vector<std::string_view> lines = linesOf(file.text);
        const std::size_t first = !lines.empty() && lines[0].starts_with("#!") ? 1 : 0;
        const std::string spdx =
            std::string(spdxMark(file.kind)) + "SPDX-License-Identifier: Apache-2.0";
        if (lines.size() <= first || lines[first] != spdx) {
            findings.push_back({"headers", file.path, static_cast<int>(first) + 1,
                                "the first line is not \"" + spdx + "\""});
        }
        if (file.kind != FileKind::Header) continue;
        if (lines.size() < 2 || !lines[1].starts_with("// ")) {
            findings.push_back({"headers", file.path, 2, "a header opens with what it is for"});
        }
        if (std::ranges::find(lines, "#pragma once") == lines.end()) {
            findings.push_back({"headers", file.path, 0, "#pragma once is missing"});
        }
    }
    return findings;
}

Findings checkWords(const SourceTree& tree) {
    static const std::regex kUnfinished(
        "\\b(TO"
        "DO|FIX"
        "ME|XX"
        "X)\\b");
    static const std::regex kSleeps(R"(\b(sleep_for|sleep_until|usleep|nanosleep)\s*\()");
    static const std::regex kFixedPort(R"((localhost|127\.0\.0\.1|\[::1\]):[1-9][0-9]{3,4})");
    Findings findings;
    for (const SourceFile& file : tree.files()) {
        if (!file.isCode()) continue;
        reportMatches(file, file.text, kUnfinished, "something is left to do", findings);
        if (!file.isUnder("tests")) continue;
        reportMatches(file, file.isCpp() ? viewCode(file).code : file.text, kSleeps,
                      "a test waits for what a process says, not for time", findings);
        reportMatches(file, file.text, kFixedPort, "a test binds to port 0", findings);
    }
    return findings;
}

Findings checkFileNames(const SourceTree& tree) {
    static const std::regex kSnakeCase("[a-z0-9][a-z0-9_]*\\.(h|cpp|proto|sql|sh)");
    Findings findings;
    for (const SourceFile& file : tree.files()) {
        const bool named = file.isCpp() || file.kind == FileKind::Proto ||
                           file.kind == FileKind::Sql || file.name().ends_with(".sh");
        if (!named || std::regex_match(std::string(file.name()), kSnakeCase)) continue;
        findings.push_back({"names", file.path, 0, "the name of a file is snake_case"});
    }
    return findings;
}

Findings checkReadmes(const SourceTree& tree) {
    Findings findings;
    std::set<std::string> folders;
    const CmakeTargets targets(tree);
    for (const auto& [name, target] : targets.all()) folders.insert(target.folder);
    for (const std::string& folder : folders) {
        const std::string path = (folder.empty() ? "" : folder + "/") + "README.md";
        if (tree.find(path) == nullptr) {
            findings.push_back({"readme", path, 0, "each folder says what it is for"});
        }
    }
    return findings;
}

}  // namespace tessera::check
