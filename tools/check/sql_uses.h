// SPDX-License-Identifier: Apache-2.0
// Which tables a statement reads or changes, and which of them it holds to one event.
//
// Pure and deterministic. Not a parser: it follows words and parentheses, query by query, so that a
// condition counts only where it restricts.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "tools/check/sql_text.h"

namespace tessera::check {

struct TableUse {
    std::string table;
    // Its own query says `event_id = $1` of it: in WHERE or ON, joined by AND to the rest. In a
    // function a parameter's name stands for $1. A cast, a subquery, a condition on another table
    // or in another query, and the ON of an outer join for what stands left of it are none.
    bool held = false;
};

// Each place where `statement` reads, updates, deletes from or locks one of `tables`, in order of
// the ends of their queries. The target of an INSERT is none.
std::vector<TableUse> tableUsesOf(const SqlStatement& statement,
                                  const std::set<std::string>& tables);

}  // namespace tessera::check
