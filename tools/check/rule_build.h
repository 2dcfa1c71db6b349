// SPDX-License-Identifier: Apache-2.0
// What the configured build says about the tree: labels of tests, and files that nothing uses.
//
// Pure and deterministic: both take the text of the build's own JSON files.
#pragma once

#include <string_view>

#include "shared/base/result.h"
#include "tools/check/finding.h"
#include "tools/check/source_tree.h"

namespace tessera::check {

// Rule `labels`: each test of `ctest --show-only=json-v1` has exactly one label, one of the
// house's.
Result<Findings> checkLabels(std::string_view testsJson);

// Rule `dead`: a .cpp or .proto that is not in compile_commands.json, a header that no file
// includes, a script or SQL file that no other file names; a script may also be named by its word
// in a loop that reads the parts of another one, an SQL file by a glob over its folder.
Result<Findings> checkDeadFiles(const SourceTree& tree, std::string_view compileCommandsJson);

}  // namespace tessera::check
