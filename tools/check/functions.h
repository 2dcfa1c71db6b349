// SPDX-License-Identifier: Apache-2.0
// Where functions begin and end, in C++, TypeScript and bash.
//
// Pure and deterministic. Lambdas inside a C++ function belong to it; of nested TypeScript
// functions each is listed.
#pragma once

#include <string>
#include <vector>

#include "tools/check/source_tree.h"

namespace tessera::check {

struct FunctionSpan {
    std::string name;  // As written before its parameters; "" for one without a name.
    int firstLine = 0;
    int lastLine = 0;  // The line of the closing brace.
    std::size_t begin = 0;
    std::size_t end = 0;  // Offsets in the text: from the signature to past the closing brace.

    int lines() const { return lastLine - firstLine + 1; }
};

// In order of their ends.
std::vector<FunctionSpan> functionsOf(const SourceFile& file);

}  // namespace tessera::check
