// SPDX-License-Identifier: Apache-2.0
// Rule `tidy`: clang-tidy with the checks of .clang-tidy, results cached by content.
//
// A result is kept under the hash of everything it depends on: the file, the house's headers and
// contracts that it reaches, its compile command, .clang-tidy and the versions of the packages. So
// a second run over an unchanged tree starts no clang-tidy at all. Most of the time of a file goes
// into what it includes of libraries: neighbours that are compiled alike are judged in one go.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "tools/check/finding.h"
#include "tools/check/source_tree.h"

namespace tessera::check {

struct TidyOptions {
    std::filesystem::path build;  // Has compile_commands.json.
    std::filesystem::path cache;  // Created when missing.
    std::string packages;         // Their versions, as text.
    std::size_t jobs = 2;
    std::size_t together = 16;  // Files of a folder that are judged in one go, at most.
    std::string program = "clang-tidy";
};

struct TidyReport {
    Findings findings;
    std::size_t judged = 0;     // Files whose result is in `findings`.
    std::size_t fromCache = 0;  // Of these.
    std::size_t together = 0;   // Of these: judged in one go with neighbours.
    std::size_t inPart = 0;     // Of these: clang stumbled over a header of a library.
};

// Judges the .cpp files of server/, shared/, boxoffice-app/ and tools/ that are compiled. Headers
// that are generated from contracts have to be there.
Result<TidyReport> checkTidy(const SourceTree& tree, const TidyOptions& options);

}  // namespace tessera::check
