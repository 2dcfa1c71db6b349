// SPDX-License-Identifier: Apache-2.0
// Reads the audited tables with libpq. One thread at a time; owns its connection. Every call has a
// deadline (statement_timeout and connect_timeout).
#pragma once

#include <libpq-fe.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "shared/base/result.h"
#include "tools/audit/rows.h"

namespace tessera::audit {

struct PgResultDeleter {
    void operator()(PGresult* result) const { PQclear(result); }
};
using PgResult = std::unique_ptr<PGresult, PgResultDeleter>;

class Database {
public:
    static Result<std::unique_ptr<Database>> open(const std::string& conninfo);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // Rows in text form; a statement that fails is an Error with its SQLSTATE.
    Result<PgResult> query(const std::string& sql);
    // One statement, of which it is only said how many rows it changed.
    Result<std::int64_t> change(const std::string& sql);

    // All rows of one event, or of every event, as of one instant: in a REPEATABLE READ
    // transaction of its own, or in the caller's if one is open.
    Result<Rows> read(std::optional<std::int64_t> event);

    PGconn* raw() { return connection_; }

private:
    explicit Database(PGconn* connection) : connection_(connection) {}
    Status readInto(Rows& rows, const std::string& where);
    Status readOrders(Rows& rows, const std::string& only);
    Status readShifts(Rows& rows, const std::string& where);
    Status readMoney(Rows& rows, const std::string& where);

    PGconn* connection_;
};

}  // namespace tessera::audit
