// SPDX-License-Identifier: Apache-2.0
#include "tools/audit/database.h"

#include <charconv>
#include <cstring>
#include <string_view>

namespace tessera::audit {
namespace {

// A statement that runs longer is stuck: an arena's rows are read in well under a second.
constexpr const char* kSession = "SET statement_timeout = '120s'; SET timezone = 'UTC'";

std::string_view cell(const PGresult* result, int row, int column) {
    return {PQgetvalue(result, row, column),
            static_cast<std::size_t>(PQgetlength(result, row, column))};
}

std::int64_t numberOf(std::string_view text) {
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// One row of a result, column by column.
class RowReader {
public:
    RowReader(const PGresult* result, int row) : result_(result), row_(row) {}

    std::int64_t number() { return numberOf(cell(result_, row_, column_++)); }
    std::optional<std::int64_t> optionalNumber() {
        const bool null = PQgetisnull(result_, row_, column_) != 0;
        const std::int64_t value = number();
        return null ? std::nullopt : std::optional(value);
    }
    std::string text() { return std::string(cell(result_, row_, column_++)); }
    template <class E>
    E state() {
        return static_cast<E>(number());
    }
    // "{1,2,3}"; null is empty.
    std::vector<std::int64_t> numbers() {
        std::vector<std::int64_t> values;
        std::string_view rest = cell(result_, row_, column_++);
        while (rest.size() > 1) {
            rest.remove_prefix(1);  // The brace or the comma.
            const std::size_t end = rest.find_first_of(",}");
            if (end == 0 || end == std::string_view::npos) break;
            values.push_back(numberOf(rest.substr(0, end)));
            rest.remove_prefix(end);
        }
        return values;
    }

private:
    const PGresult* result_;
    int row_;
    int column_ = 0;
};

template <class Row, class Read>
Status readTable(Database& database, const std::string& sql, std::vector<Row>& rows, Read read) {
    const auto result = database.query(sql);
    if (!result) return tl::unexpected(result.error());
    const int count = PQntuples(result->get());
    rows.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        RowReader reader(result->get(), i);
        rows.push_back(read(reader));
    }
    return {};
}

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

TicketRow ticketOf(RowReader& from) {
    TicketRow row;
    row.event = from.number();
    row.id = from.number();
    row.order = from.number();
    row.seatNo = from.optionalNumber();
    row.areaNo = from.optionalNumber();
    row.state = from.state<TicketState>();
    row.price = from.number();
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
            "SELECT e.event_id, l.seats, l.areas, o.last_time FROM event e JOIN layout l "
            "ON l.layout_id = e.layout_id JOIN event_owner o ON o.event_id = e.event_id" +
                (where.empty() ? "" : " WHERE e.event_id" + where),
            rows.events,
            [](RowReader& from) {
                return EventRow{from.number(), from.number(), from.number(), from.number()};
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

Status Database::readMoney(Rows& rows, const std::string& where) {
    const std::string only = where.empty() ? "" : " WHERE event_id" + where;
    if (const auto read = readTable(
            *this,
            "SELECT event_id, order_id, reservation_id, state, total FROM ticket_order" + only,
            rows.orders,
            [](RowReader& from) {
                return OrderRow{from.number(), from.number(), from.number(),
                                from.state<OrderState>(), from.number()};
            });
        !read) {
        return read;
    }
    if (const auto read = readTable(
            *this,
            "SELECT event_id, attempt_id, order_id, amount, captured, refunded, object_id "
            "FROM payment_attempt" +
                only,
            rows.attempts,
            [](RowReader& from) {
                return AttemptRow{from.number(), from.number(), from.number(), from.number(),
                                  from.number(), from.number(), from.text()};
            });
        !read) {
        return read;
    }
    if (const auto read = readTable(
            *this,
            "SELECT event_id, ticket_id, order_id, seat_no, area_no, state, price FROM ticket" +
                only,
            rows.tickets, ticketOf);
        !read) {
        return read;
    }
    if (const auto read = readTable(
            *this, "SELECT event_id, order_id, account, amount FROM ledger_entry" + only,
            rows.entries,
            [](RowReader& from) {
                return EntryRow{from.number(), from.number(), from.state<Account>(), from.number()};
            });
        !read) {
        return read;
    }
    return readTable(
        *this, "SELECT event_id, seq, order_id, operation FROM outbox" + only, rows.outbox,
        [](RowReader& from) {
            return OutboxRow{from.number(), from.number(), from.number(), from.number()};
        });
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
