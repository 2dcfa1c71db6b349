// SPDX-License-Identifier: Apache-2.0
#include "tools/audit/copy.h"

#include <unistd.h>

#include <array>
#include <string_view>

namespace tessera::audit {
namespace {

constexpr std::array<std::string_view, 17> kTables{
    "event",        "event_terms", "layout",          "event_owner",
    "seat",         "area",        "reservation",     "ticket_order",
    "tender",       "refund",      "payment_attempt", "ticket",
    "ledger_entry", "outbox",      "gift_card_entry", "shift",
    "shift_entry",
};

std::string quoted(const char* value) {
    std::string text = "'";
    for (const char* c = value; *c != '\0'; ++c) {
        if (*c == '\'' || *c == '\\') text += '\\';
        text += *c;
    }
    return text + "'";
}

// The same server, another database.
Result<std::string> conninfoOf(const std::string& conninfo, const std::string& database) {
    char* fault = nullptr;
    PQconninfoOption* options = PQconninfoParse(conninfo.c_str(), &fault);
    if (options == nullptr) {
        PQfreemem(fault);
        return failure("conninfo cannot be read");
    }
    std::string text = "dbname=" + quoted(database.c_str());
    for (const PQconninfoOption* option = options; option->keyword != nullptr; ++option) {
        if (option->val == nullptr || std::string_view(option->keyword) == "dbname") continue;
        text += std::string(" ") + option->keyword + "=" + quoted(option->val);
    }
    PQconninfoFree(options);
    return text;
}

struct Columns {
    std::string names;
    std::string definitions;
};

Result<Columns> columnsOf(Database& database, const std::string& table) {
    const auto rows = database.query(
        "SELECT quote_ident(attname), format_type(atttypid, atttypmod) FROM pg_attribute "
        "WHERE attrelid = '" +
        table + "'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum");
    if (!rows) return tl::unexpected(rows.error());
    Columns columns;
    for (int i = 0; i < PQntuples(rows->get()); ++i) {
        const std::string name = PQgetvalue(rows->get(), i, 0);
        const char* comma = i == 0 ? "" : ", ";
        columns.names += comma + name;
        columns.definitions += comma + name + " " + PQgetvalue(rows->get(), i, 1);
    }
    return columns;
}

Status pump(PGconn* from, PGconn* to) {
    for (;;) {
        char* data = nullptr;
        const int bytes = PQgetCopyData(from, &data, 0);
        if (bytes < 0) {
            while (PGresult* rest = PQgetResult(from)) PQclear(rest);
            const int ended = PQputCopyEnd(to, bytes == -1 ? nullptr : "the source failed");
            bool written = ended == 1 && bytes == -1;
            while (PGresult* rest = PQgetResult(to)) {
                written = written && PQresultStatus(rest) == PGRES_COMMAND_OK;
                PQclear(rest);
            }
            if (written) return {};
            return failure(std::string("copying: ") + PQerrorMessage(to));
        }
        const int put = PQputCopyData(to, data, bytes);
        PQfreemem(data);
        if (put != 1) return failure(std::string("copying: ") + PQerrorMessage(to));
    }
}

Status begin(PGconn* connection, const std::string& sql, ExecStatusType expected) {
    const PgResult result(PQexec(connection, sql.c_str()));
    if (PQresultStatus(result.get()) == expected) return {};
    return failure(std::string("copying: ") + PQerrorMessage(connection));
}

}  // namespace

Result<std::unique_ptr<Copy>> Copy::make(Database& original, const std::string& conninfo,
                                         std::optional<std::int64_t> event) {
    std::unique_ptr<Copy> copy(new Copy(original, "tessera_audit_" + std::to_string(getpid())));
    if (const auto made = original.query("CREATE DATABASE " + copy->name_); !made) {
        return tl::unexpected(made.error());
    }
    const auto elsewhere = conninfoOf(conninfo, copy->name_);
    if (!elsewhere) return tl::unexpected(elsewhere.error());
    auto opened = Database::open(*elsewhere);
    if (!opened) return tl::unexpected(opened.error());
    copy->database_ = std::move(*opened);
    for (const std::string_view table : kTables) {
        const Status copied = copy->copyTable(std::string(table), event);
        if (!copied) return tl::unexpected(copied.error());
    }
    return copy;
}

Copy::~Copy() {
    database_.reset();
    (void)original_.query("DROP DATABASE IF EXISTS " + name_);
}

Status Copy::copyTable(const std::string& table, std::optional<std::int64_t> event) {
    const auto columns = columnsOf(original_, table);
    if (!columns) return tl::unexpected(columns.error());
    const auto made = database_->query("CREATE TABLE " + table + " (" + columns->definitions + ")");
    if (!made) return tl::unexpected(made.error());
    std::string select = "SELECT " + columns->names + " FROM " + table;
    const std::string key =
        table == "gift_card_entry" || table == "shift_entry" ? "for_event" : "event_id";
    if (event && table != "layout" && table != "shift")
        select += " WHERE " + key + " = " + std::to_string(*event);
    if (const auto out = begin(original_.raw(), "COPY (" + select + ") TO STDOUT", PGRES_COPY_OUT);
        !out) {
        return out;
    }
    if (const auto in = begin(database_->raw(), "COPY " + table + " FROM STDIN", PGRES_COPY_IN);
        !in) {
        return in;
    }
    return pump(original_.raw(), database_->raw());
}

}  // namespace tessera::audit
