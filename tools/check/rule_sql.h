// SPDX-License-Identifier: Apache-2.0
// Rule `sql`: one SQL for PostgreSQL, Patroni and Citus, as far as its text shows.
//
// An event's tables are all tables of the migrations but those in tools/check/shared_tables.txt;
// statements that read across events are listed by file and name in
// tools/check/cross_event_queries.txt. Pure and deterministic.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "tools/check/finding.h"
#include "tools/check/source_tree.h"
#include "tools/check/sql_text.h"

namespace tessera::check {

// Everything of the rule: the migrations, and all SQL in server/. docs/design.md says which rules
// of DATABASE these are.
Findings checkSql(const SourceTree& tree);

// Names of tables, lower case.
struct SqlTables {
    std::set<std::string> ofEvents;
    std::set<std::string> shared;
};

struct SqlPlace {
    const SourceFile* file = nullptr;
    SqlStatement statement;
};

// The part that judges tables, keys and indexes.
void judgeSchema(const SourceFile& file, const SqlStatement& statement, const SqlTables& tables,
                 Findings& findings);

// Changes of an event's rows: seats are changed only as expected, functions insert with RETURNING,
// and apply_batch has its fence first.
void judgeChanges(const std::vector<SqlPlace>& all, const SqlTables& tables, Findings& findings);

// No name of a constraint or unique index is asked for or compared.
void judgeConstraintNames(const SourceTree& tree, const std::vector<SqlPlace>& all,
                          Findings& findings);

}  // namespace tessera::check
