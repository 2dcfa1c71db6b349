// SPDX-License-Identifier: Apache-2.0
// What the rows were, and in what they differ by now: of every table but those that change at rest.
//
// Copies are kept in a schema of the same database, which the server never looks into. Blocks; one
// thread. Owns its connection.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tools/audit/database.h"

namespace tessera::chaos {

// All cells of the rows of one statement; nothing where it failed. `fault`: what the database said.
std::vector<std::vector<std::string>> cellsOf(audit::Database& database, const std::string& sql,
                                              std::string* fault = nullptr);

struct Differences {
    bool compared = false;
    std::int64_t tables = 0;
    std::int64_t rows = 0;     // That were compared.
    std::int64_t changed = 0;  // Rows.
    // "order_id 17 event_id 4 of ticket_order: state: 2 -> 8": the first kShownPerTable of each.
    std::vector<std::string> shown{};

    bool none() const { return compared && changed == 0; }
};
inline constexpr int kShownPerTable = 20;

class Tables {
public:
    // Null: the database does not answer.
    static std::unique_ptr<Tables> open(const std::string& conninfo);

    // Forgets what it remembered before.
    bool remember();
    Differences sinceRemembered();
    // The comparison's negative control: a row changed, one gone and one new must each be told, in
    // a transaction that is rolled back. What it said, where it missed one.
    std::string selftest();

private:
    struct Table {
        std::string name;
        std::vector<std::string> key;  // Columns.
    };
    Tables(std::unique_ptr<audit::Database> database, std::vector<Table> tables)
        : database_(std::move(database)), tables_(std::move(tables)) {}
    std::string differenceOf(const Table& table) const;

    std::unique_ptr<audit::Database> database_;
    std::vector<Table> tables_;
};

}  // namespace tessera::chaos
