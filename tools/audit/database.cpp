// SPDX-License-Identifier: Apache-2.0
#include "tools/audit/database.h"

#include <charconv>
#include <cstring>

#include "tools/audit/row_reader.h"

namespace tessera::audit {
namespace {

// A statement that runs longer is stuck: an arena's rows are read in well under a second.
constexpr const char* kSession = "SET statement_timeout = '120s'; SET timezone = 'UTC'";

ReservationRow reservationOf(RowReader& from) {
    ReservationRow row;
    row.event = from.number();
    row.id = from.number();
    row.request = from.text();
    row.total = from.number();
    row.expiresAt = from.number();
    row.state = from.state<ReservationState>();
    row.reason = from.number();
    row.order = from.number();
    row.seats = from.numbers();
    const std::vector<std::int64_t> places = from.numbers();
    for (std::size_t i = 0; i + 2 < places.size(); i += 3) {
        row.places.push_back({places[i], places[i + 1], places[i + 2]});
    }
    return row;
}

}  // namespace

Result<std::unique_ptr<Database>> Database::open(const std::string& conninfo) {
    std::unique_ptr<Database> database(new Database(PQconnectdb(conninfo.c_str())));
    if (PQstatus(database->connection_) != CONNECTION_OK) {
        return failure(std::string("connecting: ") + PQerrorMessage(database->connection_));
    }
    PQsetNoticeProcessor(
        database->connection_, [](void*, const char*) {}, nullptr);
    if (const auto set = database->query(kSession); !set) return tl::unexpected(set.error());
    return database;
}

Database::~Database() {
    PQfinish(connection_);
}

Result<PgResult> Database::query(const std::string& sql) {
    PgResult result(PQexec(connection_, sql.c_str()));
    const ExecStatusType status = PQresultStatus(result.get());
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) return result;
    const char* code = result ? PQresultErrorField(result.get(), PG_DIAG_SQLSTATE) : nullptr;
    return failure("query: " + std::string(PQerrorMessage(connection_)), Effect::Unknown,
                   code != nullptr ? code : "");
}

Result<std::int64_t> Database::change(const std::string& sql) {
    const auto result = query(sql);
    if (!result) return tl::unexpected(result.error());
    const char* affected = PQcmdTuples(result->get());
    return numberOf({affected, std::strlen(affected)});
}

Status Database::readInto(Rows& rows, const std::string& where) {
    if (const auto read = readTable(
            *this,
            "SELECT e.event_id, l.seats, l.areas, o.last_time, CASE WHEN e.sale = 3 THEN coalesce("
            "(SELECT (t.terms -> 'disruption' ->> 'at')::bigint FROM event_terms t WHERE "
            "t.event_id = e.event_id AND t.version = e.terms_version), 1) ELSE 0 END "
            "FROM event e JOIN layout l "
            "ON l.layout_id = e.layout_id JOIN event_owner o ON o.event_id = e.event_id" +
                (where.empty() ? "" : " WHERE e.event_id" + where),
            rows.events,
            [](RowReader& from) {
                return EventRow{from.number(), from.number(), from.number(), from.number(),
                                from.number()};
            });
        !read) {
        return read;
    }
    const std::string only = where.empty() ? "" : " WHERE event_id" + where;
    if (const auto read = readTable(
            *this, "SELECT event_id, seat_no, status, holder FROM seat" + only, rows.seats,
            [](RowReader& from) {
                return SeatRow{from.number(), from.number(), from.state<SeatStatus>(),
                               from.number()};
            });
        !read) {
        return read;
    }
    if (const auto read = readTable(
            *this, "SELECT event_id, area_no, capacity, held, sold FROM area" + only, rows.areas,
            [](RowReader& from) {
                return AreaRow{from.number(), from.number(), from.number(), from.number(),
                               from.number()};
            });
        !read) {
        return read;
    }
    return readTable(*this,
                     "SELECT event_id, reservation_id, request_id, total, expires_at, state, "
                     "reason, coalesce(order_id, 0), seats, places FROM reservation" +
                         only,
                     rows.reservations, reservationOf);
}

Result<Rows> Database::read(std::optional<std::int64_t> event) {
    const bool own = PQtransactionStatus(connection_) == PQTRANS_IDLE;
    if (own) {
        const auto begun = query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        if (!begun) return tl::unexpected(begun.error());
    }
    const std::string where = event ? " = " + std::to_string(*event) : "";
    Rows rows;
    Status done = readInto(rows, where);
    if (done) done = readMoney(rows, where);
    if (own) (void)query("ROLLBACK");
    if (!done) return tl::unexpected(done.error());
    return rows;
}

}  // namespace tessera::audit
