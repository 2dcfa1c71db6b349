// SPDX-License-Identifier: Apache-2.0
// Rule `texts`: every text of the desktop app has its translation in every language, and nothing
// that the code no longer says has one.
//
// What the code says is asked of lupdate, which writes into a folder of its own; what is translated
// is read in the *_LANGUAGE.ts of the tree. Deterministic for one version of lupdate.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "tools/check/finding.h"
#include "tools/check/source_tree.h"

namespace tessera::check {

struct AppText {
    std::string context;
    std::string source;   // As in the file: its entities are not resolved.
    std::string comment;  // What tells two of one source apart; mostly empty.

    auto operator<=>(const AppText&) const = default;
};

struct Translated {
    bool isPlural = false;
    bool isFinished = false;  // All its forms have a text, and no type says otherwise.
    int line = 0;
};

// What a .ts file has.
std::map<AppText, Translated> textsIn(std::string_view ts);

// For each language one finding a text that lacks, is not finished or has vanished; of English the
// plurals alone. Nothing where the tree has no boxoffice-app.
Result<Findings> checkTexts(const SourceTree& tree);

}  // namespace tessera::check
