// SPDX-License-Identifier: Apache-2.0
#include "tools/check/rule_shape.h"

#include <algorithm>
#include <array>
#include <regex>
#include <set>

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

// `code` without the bodies of functions called `eventually`, which ask for something again and
// again and rest in between.
std::string withoutEventually(const SourceFile& file, std::string code) {
    for (const FunctionSpan& function : functionsOf(file)) {
        if (function.name != "eventually") continue;
        for (std::size_t i = function.begin; i < function.end; ++i) {
            if (code[i] != '\n') code[i] = ' ';
        }
    }
    return code;
}

void judgeSleeps(const SourceFile& file, Findings& findings) {
    static const std::string kMessage = "a test waits for what a process says, not for time";
    // Also waiting for nothing until the time is over.
    static const std::regex kCalls(
        R"(\b(sleep_for|sleep_until|sleep|usleep|nanosleep|clock_nanosleep)\s*\(|\bp?poll\s*\(\s*(nullptr|NULL|0)\s*,|\bp?select\s*\(\s*0\s*,\s*(nullptr|NULL|0)\b)");
    static const std::regex kCommand(R"(\bu?sleep\s+[\w$".])");
    if (file.isCpp()) {
        reportMatches(file, withoutEventually(file, viewCode(file).code), kCalls, kMessage,
                      findings);
    } else {
        reportMatches(file, file.text, file.kind == FileKind::Shell ? kCommand : kCalls, kMessage,
                      findings);
    }
}

void judgePorts(const SourceFile& file, Findings& findings) {
    static const std::regex kInText(
        R"((localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\]):[1-9][0-9]{1,4}|\bport(\\?"\s*:|\s*=)\s*[1-9][0-9]{1,4}\b)");
    static const std::regex kInCode(
        R"(\bhtons\s*\(\s*[1-9]|\b(port|\w*Port|\w*_port)_?\s*(=|\{|\()\s*[1-9][0-9']*)");
    reportMatches(file, file.text, kInText, "a test binds to port 0", findings);
    if (!file.isCpp()) return;
    reportMatches(file, viewCode(file).code, kInCode, "a test binds to port 0", findings);
}

// Its own way of failing is one that a test here does not see.
void judgeModelTesters(const SourceFile& file, Findings& findings) {
    static const std::regex kBare("\\bQAbstractItemModelTester\\b");
    if (!file.isCpp() || file.name() == "model_rules.h") return;
    reportMatches(file, viewCode(file).code, kBare,
                  "a model is tested by tests/support/model_rules.h", findings);
}

std::string_view spdxMark(FileKind kind) {
    if (kind == FileKind::Sql) return "-- ";
    return kind == FileKind::Shell || kind == FileKind::CMake ? "# " : "// ";
}

// Lines that are not blank.
std::ptrdiff_t textLinesOf(std::string_view text) {
    return std::ranges::count_if(linesOf(text), [](std::string_view line) {
        return line.find_first_not_of(" \t") != std::string_view::npos;
    });
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
    Findings findings;
    for (const SourceFile& file : tree.files()) {
        if (!file.isCode()) continue;
        reportMatches(file, file.text, kUnfinished, "something is left to do", findings);
        if (!file.isUnder("tests")) continue;
        judgeSleeps(file, findings);
        judgePorts(file, findings);
        judgeModelTesters(file, findings);
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
    // docs/ is made of pages that say what they are for; hidden folders have one file each; the
    // storefront's own README has a table of its folders, that of tests/fuzz one of its corpora.
    static constexpr std::array kWithout = {"docs", ".ci", "server/web/src", "server/web/public",
                                            "tests/fuzz/corpus"};
    std::set<std::string> folders;
    for (const SourceFile& file : tree.files()) {
        const auto isWithout = [&](const char* folder) { return file.isUnder(folder); };
        if (std::ranges::none_of(kWithout, isWithout)) folders.emplace(file.folder());
    }
    Findings findings;
    for (const std::string& folder : folders) {
        const std::string path = (folder.empty() ? "" : folder + "/") + "README.md";
        const SourceFile* readme = tree.find(path);
        if (readme == nullptr) {
            findings.push_back({"readme", path, 0, "each folder says what it is for"});
        } else if (textLinesOf(readme->text) < 2) {
            findings.push_back({"readme", path, 0, "it says nothing but its name"});
        }
    }
    return findings;
}

}  // namespace tessera::check
