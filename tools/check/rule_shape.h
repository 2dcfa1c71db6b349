// SPDX-License-Identifier: Apache-2.0
// Size and shape: what can be seen in one file by itself.
//
// Pure and deterministic.
#pragma once

#include "tools/check/finding.h"
#include "tools/check/source_tree.h"

namespace tessera::check {

// Rule `sizes`: functions have at most 70 lines, files 400 (generated ones excepted: they say
// "@generated" in their first five lines), the README of a folder 30 and the top one 150.
Findings checkSizes(const SourceTree& tree);

// Rule `headers`: SPDX line first, a header opens with a comment and has #pragma once.
Findings checkHeaders(const SourceTree& tree);

// Rule `words`: nothing left to do in the code; tests do not sleep, but between the
// questions of a function called `eventually`, and use no fixed port.
Findings checkWords(const SourceTree& tree);

// Rule `names`: files are snake_case.
Findings checkFileNames(const SourceTree& tree);

// Rule `readme`: each folder with a file in it has a README.md with more than a title, but docs/,
// .ci/, server/web/src/ and server/web/public/ and what is below them.
Findings checkReadmes(const SourceTree& tree);

}  // namespace tessera::check
