// SPDX-License-Identifier: Apache-2.0
// Rule `sql`: one SQL for PostgreSQL, Patroni and Citus, as far as its text shows.
//
// An event's tables are all tables of the migrations but those in tools/check/shared_tables.txt;
// statements that read across events are listed by file and name in
// tools/check/cross_event_queries.txt. Pure and deterministic.
#pragma once

#include <set>
#include <string>

#include "tools/check/finding.h"
#include "tools/check/source_tree.h"
#include "tools/check/sql_text.h"

namespace tessera::check {

// Everything of the rule: the migrations, and all SQL in server/.
Findings checkSql(const SourceTree& tree);

// Names of tables, lower case.
struct SqlTables {
    std::set<std::string> ofEvents;
    std::set<std::string> shared;
};

// The part that judges tables, keys and indexes.
void judgeSchema(const SourceFile& file, const SqlStatement& statement, const SqlTables& tables,
                 Findings& findings);

}  // namespace tessera::check
