// SPDX-License-Identifier: Apache-2.0
// Statements and rows of the print queue's SQLite file, as functions over one connection.
//
// Not thread-safe, like the connection. Owns nothing.
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>
#include <functional>

#include "shared/base/result.h"
#include "shared/qt/print/print_job.h"

namespace tessera::qt {

// Runs one statement with its values in order. The error has SQLite's words and no value.
Result<QSqlQuery> run(const QSqlDatabase& database, const QString& sql,
                      const QVariantList& values = {});

// Runs `work` between BEGIN IMMEDIATE and COMMIT; rolls back if it fails.
Status inTransaction(const QSqlDatabase& database, const std::function<Status()>& work);

// WAL, synchronous FULL, a busy timeout of 5 s, deleted rows overwritten; then the schema.
Status prepare(const QSqlDatabase& database);

inline constexpr const char* kJobColumns =
    "number, key, printer, title, kind, tickets, copies, copies_printed, state, who, reason, "
    "reprint_of, decided, note, queued_at_ms, changed_at_ms, language";
// Of a row that begins with kJobColumns.
PrintJob jobOf(const QSqlQuery& row);

}  // namespace tessera::qt
