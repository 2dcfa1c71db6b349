// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/print/job_rows.h"

#include <QSqlError>
#include <QVariant>

#include "shared/qt/print/job_store.h"

namespace tessera::qt {
namespace {

const char* const kSchema =
    "CREATE TABLE job ("
    " number INTEGER PRIMARY KEY AUTOINCREMENT,"
    " key TEXT NOT NULL UNIQUE,"
    " printer TEXT NOT NULL,"
    " title TEXT NOT NULL,"
    " language INTEGER NOT NULL CHECK (language BETWEEN 0 AND 2),"
    " kind INTEGER NOT NULL CHECK (kind IN (0, 1)),"
    " body BLOB NOT NULL,"
    " tickets INTEGER NOT NULL CHECK (tickets > 0),"
    " copies INTEGER NOT NULL CHECK (copies > 0),"
    " copies_printed INTEGER NOT NULL CHECK (copies_printed BETWEEN 0 AND copies),"
    " state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4),"
    " who TEXT NOT NULL,"
    " reason TEXT NOT NULL,"
    " reprint_of INTEGER NOT NULL,"
    " decided INTEGER NOT NULL,"
    " note TEXT NOT NULL,"
    " queued_at_ms INTEGER NOT NULL,"
    " changed_at_ms INTEGER NOT NULL)";
// In which order jobs were done; 0: not yet.
const char* const kAddDoneNo = "ALTER TABLE job ADD COLUMN done_no INTEGER NOT NULL DEFAULT 0";
const char* const kNumberDone =
    "UPDATE job SET done_no = number WHERE state IN (2, 4) OR decided = 1";

// A check cannot be changed: the rows go into a table with the new one, which has the columns of
// the old one in its order.
const char* const kMove[] = {"ALTER TABLE job RENAME TO job_before",
                             "DROP INDEX job_by_state",
                             "DROP INDEX job_by_done",
                             kSchema,
                             kAddDoneNo,
                             "INSERT INTO job SELECT * FROM job_before",
                             "DROP TABLE job_before"};

Error errorOf(const QString& tried, const QSqlError& error) {
    return {("print queue: " + tried + ": " + error.databaseText()).toStdString(), Effect::None,
            error.nativeErrorCode().toStdString()};
}

Result<int> numberOf(const QSqlDatabase& database, const QString& sql) {
    auto query = run(database, sql);
    if (!query) return tl::make_unexpected(query.error());
    return query->next() ? query->value(0).toInt() : 0;
}

}  // namespace

Result<QSqlQuery> run(const QSqlDatabase& database, const QString& sql,
                      const QVariantList& values) {
    QSqlQuery query(database);
    query.setForwardOnly(true);
    const QString tried = sql.left(40);
    if (!query.prepare(sql)) return tl::make_unexpected(errorOf(tried, query.lastError()));
    for (const QVariant& value : values) query.addBindValue(value);
    if (!query.exec()) return tl::make_unexpected(errorOf(tried, query.lastError()));
    return query;
}

Status inTransaction(const QSqlDatabase& database, const std::function<Status()>& work) {
    const auto begun = run(database, "BEGIN IMMEDIATE");
    if (!begun) return tl::make_unexpected(begun.error());
    Status done = work();
    if (done) {
        const auto committed = run(database, "COMMIT");
        if (!committed) done = tl::make_unexpected(committed.error());
    }
    if (!done) {
        const auto undone = run(database, "ROLLBACK");
        if (!undone) done.error().message += "; " + undone.error().message;
    }
    return done;
}

Status prepare(const QSqlDatabase& database) {
    for (const char* pragma : {"PRAGMA busy_timeout = 5000", "PRAGMA journal_mode = WAL",
                               "PRAGMA synchronous = FULL", "PRAGMA secure_delete = ON"}) {
        const auto done = run(database, QString::fromLatin1(pragma));
        if (!done) return tl::make_unexpected(done.error());
    }
    const auto found = numberOf(database, "PRAGMA user_version");
    if (!found) return tl::make_unexpected(found.error());
    if (*found > kStoreSchema) {
        return failure("print queue: its file has schema " + std::to_string(*found) +
                       ", this program knows " + std::to_string(kStoreSchema));
    }
    if (*found == kStoreSchema) return {};
    return inTransaction(database, [&]() -> Status {
        QStringList steps;
        if (*found == 1) {
            steps << kAddDoneNo << kNumberDone << "CREATE INDEX job_by_done ON job (done_no)";
        }
        if (*found == 0) steps << kSchema << kAddDoneNo;
        if (*found > 0) {
            for (const char* each : kMove) steps << each;
        }
        steps << "CREATE INDEX job_by_state ON job (state)"
              << "CREATE INDEX job_by_done ON job (done_no)";
        steps << QString("PRAGMA user_version = %1").arg(kStoreSchema);
        for (const QString& sql : steps) {
            const auto done = run(database, sql);
            if (!done) return tl::make_unexpected(done.error());
        }
        return {};
    });
}

PrintJob jobOf(const QSqlQuery& row) {
    PrintJob job;
    job.number = PrintJobNo{row.value(0).toLongLong()};
    job.key = row.value(1).toString();
    job.printer = row.value(2).toString();
    job.title = row.value(3).toString();
    job.kind = static_cast<BodyKind>(row.value(4).toInt());
    job.tickets = row.value(5).toInt();
    job.copies = row.value(6).toInt();
    job.copiesPrinted = row.value(7).toInt();
    job.state = static_cast<JobState>(row.value(8).toInt());
    job.who = row.value(9).toString();
    job.reason = row.value(10).toString();
    job.reprintOf = PrintJobNo{row.value(11).toLongLong()};
    job.decided = row.value(12).toBool();
    job.note = row.value(13).toString();
    job.queuedAtMs = row.value(14).toLongLong();
    job.changedAtMs = row.value(15).toLongLong();
    job.language = static_cast<PrinterLanguage>(row.value(16).toInt());
    return job;
}

}  // namespace tessera::qt
