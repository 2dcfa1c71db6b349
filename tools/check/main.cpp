// SPDX-License-Identifier: Apache-2.0
// tessera-check: judges a tree by the house rules. Prints one line per finding; exits 1 if there is
// one, 2 if it could not judge.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>

#include "tools/check/process.h"
#include "tools/check/rule_build.h"
#include "tools/check/rule_format.h"
#include "tools/check/rule_includes.h"
#include "tools/check/rule_shape.h"
#include "tools/check/rule_sql.h"
#include "tools/check/rule_texts.h"
#include "tools/check/tidy.h"

namespace {

using tessera::Result;
using tessera::check::Findings;
using tessera::check::SourceTree;

struct Options {
    std::string root = ".";
    std::string build = "build/release";
    std::string cache = "build/tidy-cache";
    std::size_t jobs = 2;
    std::vector<std::string> rules;
};

// What a rule found, and what it judged in words.
struct Outcome {
    Findings findings;
    std::string over;
};

struct Rule {
    std::string name;
    std::function<Result<Outcome>()> run;
};

std::string read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Result<Outcome> withCount(Result<Findings> findings, std::size_t count) {
    if (!findings) return tl::make_unexpected(findings.error());
    return Outcome{*std::move(findings), std::to_string(count) + " files"};
}

Result<Outcome> runTidy(const SourceTree& tree, const Options& options) {
    const auto report = checkTidy(
        tree, {options.build, options.cache, read(options.build + "/packages.txt"), options.jobs});
    if (!report) return tl::make_unexpected(report.error());
    return Outcome{report->findings, std::to_string(report->judged) + " files (" +
                                         std::to_string(report->fromCache) + " from the cache, " +
                                         std::to_string(report->together) +
                                         " in one go with neighbours, " +
                                         std::to_string(report->inPart) + " in part)"};
}

std::vector<Rule> rulesFor(const SourceTree& tree, const Options& options) {
    namespace check = tessera::check;
    const std::size_t count = tree.files().size();
    const auto pure = [&tree, count](Findings (*rule)(const SourceTree&)) {
        return [&tree, count, rule] { return withCount(rule(tree), count); };
    };
    return {
        {"format", [&, count] { return withCount(check::checkFormat(tree, options.jobs), count); }},
        {"includes", pure(check::checkIncludes)},
        {"links", pure(check::checkLinks)},
        {"sizes", pure(check::checkSizes)},
        {"headers", pure(check::checkHeaders)},
        {"words", pure(check::checkWords)},
        {"names", pure(check::checkFileNames)},
        {"readme", pure(check::checkReadmes)},
        {"sql", pure(check::checkSql)},
        {"texts", [&, count] { return withCount(check::checkTexts(tree), count); }},
        {"labels",
         [&, count] {
             return withCount(check::checkLabels(read(options.build + "/tests.json")), count);
         }},
        {"dead",
         [&, count] {
             return withCount(
                 check::checkDeadFiles(tree, read(options.build + "/compile_commands.json")),
                 count);
         }},
        {"tidy", [&] { return runTidy(tree, options); }},
    };
}

// Returns the number of findings, or -1 if the rule could not be judged.
int runRule(const Rule& rule) {
    const Result<Outcome> outcome = rule.run();
    if (!outcome) {
        std::cout << rule.name << ": not judged: " << outcome.error().message << "\n";
        return -1;
    }
    for (const auto& finding : outcome->findings) {
        std::cout << finding.path;
        if (finding.line > 0) std::cout << ":" << finding.line;
        std::cout << ": " << finding.rule << ": " << finding.message << "\n";
    }
    std::cout << rule.name << ": " << outcome->findings.size() << " findings over " << outcome->over
              << std::endl;
    return static_cast<int>(outcome->findings.size());
}

int judge(const Options& options) {
    const Result<SourceTree> tree = SourceTree::load(options.root);
    if (!tree) {
        std::cerr << tree.error().message << "\n";
        return 2;
    }
    const std::vector<Rule> rules = rulesFor(*tree, options);
    for (const std::string& name : options.rules) {
        if (std::ranges::find(rules, name, &Rule::name) == rules.end()) {
            std::cerr << "no rule is called " << name << "\n";
            return 2;
        }
    }
    int findings = 0;
    bool allJudged = true;
    for (const Rule& rule : rules) {
        const auto& wanted = options.rules;
        if (!wanted.empty() && std::ranges::find(wanted, rule.name) == wanted.end()) continue;
        const int found = runRule(rule);
        allJudged = allJudged && found >= 0;
        findings += std::max(found, 0);
    }
    std::cout << "check: " << findings << " findings\n";
    return !allJudged ? 2 : findings > 0 ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    CLI::App app("The house rules of Tessera");
    app.add_option("--root", options.root, "The tree to judge");
    app.add_option("--build", options.build, "Its configured build");
    app.add_option("--cache", options.cache, "Where results of clang-tidy are kept");
    app.add_option("--jobs", options.jobs, "Programs at a time")->check(CLI::Range(1, 64));
    app.add_option("rules", options.rules, "Only these rules");
    CLI11_PARSE(app, argc, argv);
    return judge(options);
}
