// SPDX-License-Identifier: Apache-2.0
// Rule `format`: clang-format decides on the layout of every C++ file.
//
// Deterministic for one version of clang-format; runs it on the files on disk.
#pragma once

#include "shared/base/result.h"
#include "tools/check/finding.h"
#include "tools/check/source_tree.h"

namespace tessera::check {

// One finding per file that clang-format would change, at the first such line.
Result<Findings> checkFormat(const SourceTree& tree, std::size_t jobs);

}  // namespace tessera::check
