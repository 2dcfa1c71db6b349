// SPDX-License-Identifier: Apache-2.0
#include "tools/check/rule_format.h"

#include <algorithm>
#include <regex>
#include <set>

#include "tools/check/process.h"

namespace tessera::check {
namespace {

constexpr std::size_t kFilesPerCall = 16;

// Lines about other things than files of the tree, such as a broken .clang-format, are no findings.
Findings findingsIn(const SourceTree& tree, const std::string& output) {
    static const std::regex kDiagnostic(R"(([^\n:]+):(\d+):\d+: error: )");
    Findings findings;
    std::set<std::string> seen;
    for (std::sregex_iterator hit(output.begin(), output.end(), kDiagnostic), end; hit != end;
         ++hit) {
        const std::string path = (*hit)[1].str();
        if (tree.find(path) == nullptr || !seen.insert(path).second) continue;
        findings.push_back({"format", path, std::stoi((*hit)[2].str()),
                            "clang-format would change this (clang-format -i mends it)"});
    }
    return findings;
}

}  // namespace

Result<Findings> checkFormat(const SourceTree& tree, std::size_t jobs) {
    std::vector<std::string> calls;
    std::size_t inCall = kFilesPerCall;
    for (const SourceFile& file : tree.files()) {
        if (!file.isCpp()) continue;
        if (inCall == kFilesPerCall) {
            calls.push_back("cd " + shellQuoted(tree.root().string()) +
                            " && clang-format --dry-run -Werror");
            inCall = 0;
        }
        calls.back() += " " + shellQuoted(file.path);
        ++inCall;
    }
    std::vector<Result<ProcessResult>> results(calls.size());
    inParallel(calls.size(), jobs, [&](std::size_t i) { results[i] = runProcess(calls[i]); });
    Findings findings;
    for (const Result<ProcessResult>& result : results) {
        if (!result) return tl::make_unexpected(result.error());
        Findings found = findingsIn(tree, result->output);
        if (result->exitCode != 0 && found.empty()) {
            return failure("clang-format failed: " + result->output);
        }
        findings.insert(findings.end(), found.begin(), found.end());
    }
    return findings;
}

}  // namespace tessera::check
