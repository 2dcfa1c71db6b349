// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/print/job_store.h"

#include <QDateTime>
#include <QFile>
#include <atomic>

#include "shared/qt/print/job_rows.h"

namespace tessera::qt {
namespace {

std::int64_t nowMs() {
    return QDateTime::currentMSecsSinceEpoch();
}

QVariant idOf(PrintJobNo job) {
    return QVariant::fromValue<qlonglong>(job.value);
}

int numberOf(JobState state) {
    return static_cast<int>(state);
}

// A null QString would be NULL.
QString text(const QString& value) {
    return value.isNull() ? QString("") : value;
}

// One UPDATE of the job that is in state `from`; whether there was one.
Result<bool> change(const QSqlDatabase& database, const QString& what, QVariantList values,
                    PrintJobNo job, JobState from) {
    values << QVariant::fromValue<qlonglong>(nowMs()) << idOf(job) << numberOf(from);
    const auto done = run(
        database, "UPDATE job SET " + what + ", changed_at_ms = ? WHERE number = ? AND state = ?",
        values);
    if (!done) return tl::make_unexpected(done.error());
    return done->numRowsAffected() == 1;
}

Result<std::optional<PrintJob>> oneWithBody(const QSqlDatabase& database, const QString& where,
                                            const QVariantList& values) {
    auto rows =
        run(database, QString("SELECT %1, body FROM job WHERE %2").arg(kJobColumns, where), values);
    if (!rows) return tl::make_unexpected(rows.error());
    if (!rows->next()) return std::optional<PrintJob>();
    PrintJob job = jobOf(*rows);
    job.body = rows->value(17).toByteArray();
    return std::optional<PrintJob>(std::move(job));
}

// A reprint has the content of the job that it repeats, which may be forgotten by now.
bool isSameContent(const PrintJob& kept, const PrintJob& job) {
    if (kept.reprintOf != job.reprintOf || kept.copies != job.copies) return false;
    if (job.reprintOf) return job.printer.isEmpty() || kept.printer == job.printer;
    return kept.kind == job.kind && kept.body == job.body && kept.tickets == job.tickets &&
           kept.printer == job.printer;
}

// Of a statement that ends a job: how many had been done before it, plus one.
const char* const kDoneNo = "(SELECT coalesce(max(done_no), 0) + 1 FROM job)";

// Ends a job of which no more will be printed: what is on paper already can be reprinted.
Result<bool> end(const QSqlDatabase& database, PrintJobNo job, JobState from, const QString& note) {
    return change(database,
                  QString("state = CASE WHEN copies_printed > 0 THEN ? ELSE ? END, note = ?,"
                          " done_no = %1")
                      .arg(QLatin1String(kDoneNo)),
                  {numberOf(JobState::Printed), numberOf(JobState::Cancelled), text(note)}, job,
                  from);
}

// Whether one more may wait. A reprint takes the place of what was unknown, whoever printed it.
Result<bool> hasRoom(const QSqlDatabase& database, const PrintJob& job) {
    if (job.reprintOf) {
        auto asks =
            run(database, "SELECT count(*) FROM job WHERE number = ? AND state = 3 AND decided = 0",
                {idOf(job.reprintOf)});
        if (!asks) return tl::make_unexpected(asks.error());
        if (asks->next() && asks->value(0).toInt() == 1) return true;
    }
    auto waiting = run(database,
                       "SELECT count(*) FROM job WHERE printer = ? AND (state IN (0, 1) OR"
                       " (state = 3 AND decided = 0))",
                       {job.printer});
    if (!waiting) return tl::make_unexpected(waiting.error());
    return waiting->next() && waiting->value(0).toInt() < kJobsWaitingMax;
}

Status insert(const QSqlDatabase& database, const PrintJob& job, Added& added) {
    const auto now = QVariant::fromValue<qlonglong>(nowMs());
    const auto done =
        run(database,
            "INSERT INTO job (key, printer, title, language, kind, body, tickets, copies,"
            " copies_printed, state, who, reason, reprint_of, decided, note, queued_at_ms, "
            "changed_at_ms)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, 0, '', ?, ?)",
            {job.key, job.printer, text(job.title), static_cast<int>(job.language),
             static_cast<int>(job.kind), job.body, job.tickets, job.copies, text(job.who),
             text(job.reason), idOf(job.reprintOf), now, now});
    if (!done) return tl::make_unexpected(done.error());
    added = {AddOutcome::Added, PrintJobNo{done->lastInsertId().toLongLong()}};
    if (!job.reprintOf) return {};
    const auto decided = run(database,
                             QString("UPDATE job SET decided = 1, done_no = %1 WHERE number = ? AND"
                                     " state = 3 AND decided = 0")
                                 .arg(QLatin1String(kDoneNo)),
                             {idOf(job.reprintOf)});
    if (!decided) return tl::make_unexpected(decided.error());
    return {};
}

}  // namespace

JobStore::JobStore(QString connection) : connection_(std::move(connection)) {}

JobStore::~JobStore() {
    QSqlDatabase::database(connection_, false).close();
    QSqlDatabase::removeDatabase(connection_);
}

Result<std::unique_ptr<JobStore>> JobStore::open(const QString& file) {
    static std::atomic<int> count{0};
    QFile made(file);
    if (!made.open(QIODevice::ReadWrite) ||
        !made.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        return failure("print queue: cannot make or open its file: " +
                       made.errorString().toStdString());
    }
    made.close();
    std::unique_ptr<JobStore> store(
        new JobStore(QString("tessera_print_%1").arg(count.fetch_add(1))));
    QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", store->connection_);
    database.setDatabaseName(file);
    if (!database.open()) return failure("print queue: SQLite does not open its file");
    if (const Status done = prepare(database); !done) return tl::make_unexpected(done.error());
    return store;
}

Result<std::optional<PrintJob>> JobStore::next(const QString& printer, PrinterLanguage language) {
    return oneWithBody(QSqlDatabase::database(connection_),
                       "printer = ? AND language = ? AND state = 0 ORDER BY number LIMIT 1",
                       {printer, static_cast<int>(language)});
}

Result<std::optional<PrintJob>> JobStore::find(PrintJobNo job) {
    return oneWithBody(QSqlDatabase::database(connection_), "number = ?", {idOf(job)});
}

Result<bool> JobStore::beginSending(PrintJobNo job) {
    return change(QSqlDatabase::database(connection_), "state = ?", {numberOf(JobState::Sending)},
                  job, JobState::Queued);
}

Result<bool> JobStore::copyPrinted(PrintJobNo job) {
    return change(QSqlDatabase::database(connection_),
                  QString("copies_printed = copies_printed + 1, note = '',"
                          " done_no = CASE WHEN copies_printed + 1 = copies THEN %1 ELSE 0 END,"
                          " state = CASE WHEN copies_printed + 1 = copies THEN ? ELSE state END")
                      .arg(QLatin1String(kDoneNo)),
                  {numberOf(JobState::Printed)}, job, JobState::Sending);
}

Result<bool> JobStore::backToQueue(PrintJobNo job, const QString& note) {
    return change(QSqlDatabase::database(connection_), "state = ?, note = ?",
                  {numberOf(JobState::Queued), text(note)}, job, JobState::Sending);
}

Result<bool> JobStore::leaveUnknown(PrintJobNo job, const QString& note) {
    return change(QSqlDatabase::database(connection_), "state = ?, note = ?",
                  {numberOf(JobState::Unknown), text(note)}, job, JobState::Sending);
}

Result<bool> JobStore::giveUp(PrintJobNo job, const QString& note) {
    return end(QSqlDatabase::database(connection_), job, JobState::Sending, note);
}

Result<bool> JobStore::cancel(PrintJobNo job, const QString& note) {
    return end(QSqlDatabase::database(connection_), job, JobState::Queued, note);
}

Result<bool> JobStore::markPrinted(PrintJobNo job, const QString& note) {
    const auto found = find(job);
    if (!found) return tl::make_unexpected(found.error());
    if (!*found || (*found)->decided) return false;
    return change(QSqlDatabase::database(connection_),
                  QString("state = ?, note = ?, done_no = %1").arg(QLatin1String(kDoneNo)),
                  {numberOf(JobState::Printed), text(note)}, job, JobState::Unknown);
}

Result<int> JobStore::recover(const QString& note) {
    const auto done = run(QSqlDatabase::database(connection_),
                          "UPDATE job SET state = 3, note = ?, changed_at_ms = ? WHERE state = 1",
                          {text(note), QVariant::fromValue<qlonglong>(nowMs())});
    if (!done) return tl::make_unexpected(done.error());
    return done->numRowsAffected();
}

Status JobStore::explainForeign(const QString& printer, PrinterLanguage language,
                                const QString& note) {
    const auto done = run(QSqlDatabase::database(connection_),
                          "UPDATE job SET note = ? WHERE printer = ? AND language <> ? AND"
                          " state = 0",
                          {text(note), printer, static_cast<int>(language)});
    if (!done) return tl::make_unexpected(done.error());
    return {};
}

Result<std::optional<Added>> JobStore::known(const PrintJob& job) {
    const auto old = oneWithBody(QSqlDatabase::database(connection_), "key = ?", {text(job.key)});
    if (!old) return tl::make_unexpected(old.error());
    if (!*old) return std::optional<Added>();
    const bool same = isSameContent(**old, job);
    return std::optional<Added>(
        {same ? AddOutcome::AlreadyThere : AddOutcome::KeyReused, (*old)->number});
}

Result<Added> JobStore::add(const PrintJob& job) {
    const QSqlDatabase database = QSqlDatabase::database(connection_);
    Added added;
    const Status done = inTransaction(database, [&]() -> Status {
        const auto old = known(job);
        if (!old) return tl::make_unexpected(old.error());
        if (*old) {
            added = **old;
            return {};
        }
        const auto room = hasRoom(database, job);
        if (!room) return tl::make_unexpected(room.error());
        if (!*room) {
            added = {AddOutcome::QueueFull, {}};
            return {};
        }
        return insert(database, job, added);
    });
    if (!done) return tl::make_unexpected(done.error());
    return added;
}

Result<std::vector<PrintJobNo>> JobStore::prune() {
    const QSqlDatabase database = QSqlDatabase::database(connection_);
    std::vector<PrintJobNo> gone;
    const Status done = inTransaction(database, [&]() -> Status {
        auto rows = run(database,
                        "SELECT number FROM job WHERE done_no > 0 ORDER BY done_no DESC LIMIT -1"
                        " OFFSET ?",
                        {kJobsDoneMax});
        if (!rows) return tl::make_unexpected(rows.error());
        while (rows->next()) gone.push_back(PrintJobNo{rows->value(0).toLongLong()});
        rows->finish();
        for (const PrintJobNo job : gone) {
            const auto removed = run(database, "DELETE FROM job WHERE number = ?", {idOf(job)});
            if (!removed) return tl::make_unexpected(removed.error());
        }
        return {};
    });
    if (!done) return tl::make_unexpected(done.error());
    if (gone.empty()) return gone;
    // The log has older pages of what is overwritten in the file.
    const auto emptied = run(database, "PRAGMA wal_checkpoint(TRUNCATE)");
    if (!emptied) return tl::make_unexpected(emptied.error());
    return gone;
}

Result<std::vector<PrintJob>> JobStore::list() {
    auto rows = run(QSqlDatabase::database(connection_),
                    QString("SELECT %1 FROM job ORDER BY number").arg(kJobColumns));
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<PrintJob> jobs;
    while (rows->next()) jobs.push_back(jobOf(*rows));
    return jobs;
}

}  // namespace tessera::qt
