// SPDX-License-Identifier: Apache-2.0
#include "tests/chaos/tables.h"

#include <algorithm>
#include <utility>

namespace tessera::chaos {
namespace {

// At rest too, looks and beats are counted, webhooks are kept, and windows of reconciliation go by.
const char* const kTables =
    "SELECT c.relname, a.attname FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid AND "
    "i.indisprimary JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey) WHERE "
    "c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname NOT IN "
    "('event_owner', 'node', 'webhook', 'reconciliation', 'reconciliation_window', "
    "'reconciliation_object') ORDER BY c.relname, array_position(i.indkey::int2[], a.attnum)";

// Longer values are cut: a layout's plan is one of them.
constexpr const char* kCut = ", 80)";

}  // namespace

std::vector<std::vector<std::string>> cellsOf(audit::Database& database, const std::string& sql,
                                              std::string* fault) {
    const auto result = database.query(sql);
    if (!result) {
        if (fault != nullptr) *fault = result.error().message;
        return {};
    }
    std::vector<std::vector<std::string>> rows;
    for (int row = 0; row < PQntuples(result->get()); ++row) {
        std::vector<std::string>& cells = rows.emplace_back();
        for (int column = 0; column < PQnfields(result->get()); ++column) {
            cells.emplace_back(PQgetvalue(result->get(), row, column));
        }
    }
    return rows;
}

std::unique_ptr<Tables> Tables::open(const std::string& conninfo) {
    auto database = audit::Database::open(conninfo);
    if (!database) return nullptr;
    std::vector<Table> tables;
    for (const auto& cells : cellsOf(**database, kTables)) {
        if (tables.empty() || tables.back().name != cells[0]) tables.push_back({cells[0], {}});
        tables.back().key.push_back(cells[1]);
    }
    if (tables.empty()) return nullptr;
    return std::unique_ptr<Tables>(new Tables(std::move(*database), std::move(tables)));
}

bool Tables::remember() {
    std::string sql =
        "BEGIN ISOLATION LEVEL REPEATABLE READ; DROP SCHEMA IF EXISTS remembered CASCADE; CREATE "
        "SCHEMA remembered; ";
    for (const Table& table : tables_) {
        sql += "CREATE TABLE remembered." + table.name + " AS TABLE public." + table.name + "; ";
    }
    if (database_->query(sql + "COMMIT")) return true;
    (void)database_->query("ROLLBACK");
    return false;
}

// Rows: how many were compared, how many differ, and one of these; with none, one row without it.
std::string Tables::differenceOf(const Table& table) const {
    std::string match;
    std::string name;
    for (const std::string& column : table.key) {
        match += (match.empty() ? "a." : " AND a.") + column + " = b." + column;
        name +=
            (name.empty() ? "" : " || ' ' || ") + ("'" + column + " ' || (x ->> '") + column + "')";
    }
    const std::string both =
        "remembered." + table.name + " a FULL JOIN public." + table.name + " b ON " + match;
    return "WITH every AS (SELECT to_jsonb(a) AS was, to_jsonb(b) AS now FROM " + both +
           "), changed AS (SELECT was, now, coalesce(now, was) AS x FROM every WHERE was IS "
           "DISTINCT FROM now), counts AS (SELECT (SELECT count(*) FROM every) AS compared, "
           "(SELECT "
           "count(*) FROM changed) AS differ) SELECT compared, differ, what FROM counts LEFT JOIN "
           "(SELECT " +
           name + " || ' of " + table.name +
           ": ' || CASE WHEN was IS NULL THEN 'is new' WHEN now IS NULL THEN 'is gone' ELSE "
           "(SELECT string_agg(k || ': ' || left(coalesce(was ->> k, 'null')" +
           kCut + " || ' -> ' || left(coalesce(now ->> k, 'null')" + kCut +
           ", ', ' ORDER BY k) FROM jsonb_object_keys(now) AS k WHERE was -> k IS DISTINCT FROM "
           "now -> k) END AS what FROM changed ORDER BY 1 LIMIT " +
           std::to_string(kShownPerTable) + ") AS shown ON true";
}

Differences Tables::sinceRemembered() {
    Differences all;
    for (const Table& table : tables_) {
        std::string fault;
        const auto rows = cellsOf(*database_, differenceOf(table), &fault);
        if (rows.empty()) {
            all.shown.push_back(table.name + " cannot be compared: " + fault);
            return all;
        }
        ++all.tables;
        all.rows += std::stoll(rows[0][0]);
        all.changed += std::stoll(rows[0][1]);
        for (const auto& cells : rows) {
            if (!cells[2].empty()) all.shown.push_back(cells[2]);
        }
    }
    all.compared = true;
    return all;
}

std::string Tables::selftest() {
    const char* const plant =
        "BEGIN; UPDATE ticket_order SET version = version + 1 WHERE ctid = (SELECT ctid FROM "
        "ticket_order LIMIT 1); DELETE FROM seat WHERE ctid = (SELECT ctid FROM seat LIMIT 1); "
        "INSERT INTO request (event_id, request_id, fingerprint, kind, target, at) VALUES (1, "
        "'00000000-0000-7000-8000-000000000000', 0, 0, 0, 0)";
    const bool planted = database_->query(plant).has_value();
    const Differences told = sinceRemembered();
    (void)database_->query("ROLLBACK");
    const auto says = [&](const char* table, const char* what) {
        return std::any_of(told.shown.begin(), told.shown.end(), [&](const std::string& line) {
            return line.find(std::string(" of ") + table + ": ") != std::string::npos &&
                   line.find(what) != std::string::npos;
        });
    };
    const bool all = planted && told.changed == 3 && says("ticket_order", "version: ") &&
                     says("seat", "is gone") && says("request", "is new");
    if (all) return {};
    std::string said = "the comparison of tables misses what is planted:";
    for (const std::string& line : told.shown) said += "\n  " + line;
    return said;
}

}  // namespace tessera::chaos
