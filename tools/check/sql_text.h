// SPDX-License-Identifier: Apache-2.0
// SQL cut into statements, those inside of functions and of C++ literals included.
//
// Pure and deterministic. Not a parser: it knows comments, literals, dollar quotes and words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/check/source_tree.h"

namespace tessera::check {

struct SqlStatement {
    std::string text;  // Lower case, one space between words; no comments; literals are ''.
    int line = 0;
    // What the exceptions' list calls it: the SQL function, C++ constant or C++ function that it
    // stands in; "" for none.
    std::string name;
    bool inFunction = false;  // A piece of a PL/pgSQL body.
};

// The statements of a .sql file.
std::vector<SqlStatement> statementsOfSql(const SourceFile& file);

// The statements in the string literals of a C++ file. Literals that `+` or nothing joins are one.
std::vector<SqlStatement> statementsOfCpp(const SourceFile& file);

}  // namespace tessera::check
