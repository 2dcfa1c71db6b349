// SPDX-License-Identifier: Apache-2.0
#include "server/store/migrator.h"

#include "server/store/pg_connection.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::minutes kMigrationDeadline{5};
constexpr int kCreateTries = 5;
constexpr const char* kDigest = "encode(sha256(convert_to($3, 'UTF8')), 'hex')";

// Two runners may both find the table missing: the one that comes too late sees it the next time.
tl::expected<void, PgFailure> createVersionTable(PgConnection& connection) {
    tl::expected<void, PgFailure> done;
    for (int i = 0; i < kCreateTries; ++i) {
        done = connection.script(
            "CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, name text NOT "
            "NULL, applied_at timestamptz NOT NULL, digest text NOT NULL); "
            // Databases of before have none: '' is no migration's.
            "ALTER TABLE schema_version ADD COLUMN IF NOT EXISTS digest text NOT NULL DEFAULT ''",
            steady_clock::now() + kMigrationDeadline);
        const bool raced =
            !done && (done.error().sqlstate == "23505" || done.error().sqlstate == "42P07" ||
                      done.error().sqlstate == "42710");
        if (!raced) break;
    }
    return done;
}

tl::expected<std::int32_t, PgFailure> versionOf(PgConnection& connection) {
    const auto rows = connection.query("SELECT coalesce(max(version), 0) FROM schema_version", {},
                                       steady_clock::now() + kMigrationDeadline);
    if (!rows) return tl::make_unexpected(rows.error());
    return rows->as<std::int32_t>(0, 0);
}

// Returns the version afterwards: another runner may have been quicker.
tl::expected<std::int32_t, PgFailure> applyOne(PgConnection& connection,
                                               const Migration& migration) {
    const auto deadline = steady_clock::now() + kMigrationDeadline;
    auto step = connection.script("BEGIN; LOCK TABLE schema_version IN EXCLUSIVE MODE", deadline);
    if (!step) return tl::make_unexpected(step.error());
    const auto version = versionOf(connection);
    if (version && *version < migration.version) {
        step = connection.script(migration.sql, deadline);
        if (step) {
            PgParams params;
            params.addInt4(migration.version);
            params.addText(migration.name);
            params.addText(migration.sql);
            const auto noted = connection.query(
                std::string("INSERT INTO schema_version VALUES ($1, $2, now(), ") + kDigest + ")",
                params, deadline);
            if (!noted) step = tl::make_unexpected(noted.error());
        }
    }
    const auto ended = connection.script(version && step ? "COMMIT" : "ROLLBACK", deadline);
    if (!version) return version;
    if (!step) return tl::make_unexpected(step.error());
    if (!ended) return tl::make_unexpected(ended.error());
    return std::max(*version, migration.version);
}

// A migration that was changed after it was applied: its database is not what the program expects.
Status checkApplied(PgConnection& connection, const Migration& migration) {
    PgParams params;
    params.addInt4(migration.version);
    params.addText(migration.name);
    params.addText(migration.sql);
    const auto rows = connection.query(
        std::string(
            "SELECT 1 FROM schema_version WHERE version = $1 AND (name <> $2 OR digest <> ") +
            kDigest + ")",
        params, steady_clock::now() + kMigrationDeadline);
    if (!rows) return tl::make_unexpected(errorOf(rows.error(), "read schema_version"));
    if (rows->count() == 0) return {};
    return failure(std::string("migration ") + migration.name +
                   " is not the one that was applied to this database: it was made by another "
                   "version of before 0.1.0 (./tessera down --wipe starts anew)");
}

}  // namespace

Result<std::int32_t> migrate(const std::string& conninfo, std::span<const Migration> all) {
    auto connection = PgConnection::open(conninfo, "");
    if (!connection) return tl::make_unexpected(connection.error());
    PgConnection& db = **connection;
    if (const auto made = createVersionTable(db); !made) {
        return tl::make_unexpected(errorOf(made.error(), "create schema_version"));
    }
    auto version = versionOf(db);
    for (const Migration& migration : all) {
        if (!version) break;
        if (*version >= migration.version) {
            if (Status same = checkApplied(db, migration); !same) {
                return tl::make_unexpected(same.error());
            }
            continue;
        }
        version = applyOne(db, migration);
        if (!version) {
            return tl::make_unexpected(
                errorOf(version.error(), std::string("migration ") + migration.name));
        }
    }
    if (!version) return tl::make_unexpected(errorOf(version.error(), "read schema_version"));
    if (!all.empty() && *version > all.back().version) {
        return failure("the database has schema version " + std::to_string(*version) +
                       ", newer than this program's " + std::to_string(all.back().version));
    }
    return *version;
}

}  // namespace tessera::store
