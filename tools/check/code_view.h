// SPDX-License-Identifier: Apache-2.0
// C++ and TypeScript as far as the rules need them: what is code, what is a literal, what is
// included. Not a compiler: it never fails, and text that no compiler takes gives a guess.
//
// Pure functions; deterministic; views point into the text that was given.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/check/source_tree.h"

namespace tessera::check {

// A string literal: [begin, end) spans it with its quotes; `value` is what stands between them,
// escapes of line ends, tabs and quotes undone.
struct Literal {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string value;
};

struct CodeView {
    // As long as the text and with the same lines; comments and the insides of literals are blank.
    std::string code;
    std::vector<Literal> literals;  // In order. Character literals are blanked but not listed.
};

CodeView viewCode(const SourceFile& file);

struct Include {
    int line = 0;
    std::string path;
    bool angled = false;
};

std::vector<Include> includesOf(const SourceFile& file);

}  // namespace tessera::check
