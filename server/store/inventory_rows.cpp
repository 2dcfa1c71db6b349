// SPDX-License-Identifier: Apache-2.0
#include "server/store/inventory_rows.h"

#include <utility>

#include "server/engine/id_source.h"
#include "server/store/event_rows.h"
#include "server/store/limits.h"
#include "server/store/pg_connection.h"
#include "server/store/pg_work.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

// Counting sorts and hashes what it has read in memory.
constexpr const char* kSession = "-c jit=off -c work_mem=32MB";
constexpr std::int64_t kMicrosPerMinute = 60'000'000;

constexpr const char* kAllocations =
    "SELECT allocation, min(seat_no), count(*)::integer FROM (SELECT seat_no, allocation, "
    "seat_no - row_number() OVER (PARTITION BY allocation ORDER BY seat_no) AS run "
    "FROM seat WHERE event_id = $1 AND status = 3) AS blocked "
    "GROUP BY allocation, run ORDER BY 2";

constexpr const char* kNow = "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint";

constexpr const char* kSeats =
    "SELECT ($2::smallint[])[seat_no + 1], allocation, status, count(*)::integer FROM seat "
    "WHERE event_id = $1 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3";

constexpr const char* kAreas =
    "SELECT area_no, capacity, held, sold FROM area WHERE event_id = $1 ORDER BY area_no";

constexpr const char* kSold =
    "SELECT coalesce(($2::smallint[])[t.seat_no + 1], ($3::smallint[])[t.area_no + 1]), r.channel, "
    "count(*)::integer, sum(t.price)::bigint FROM ticket t "
    "JOIN reservation r ON r.event_id = $1 AND r.order_id = t.order_id AND r.state = 3 "
    "WHERE t.event_id = $1 AND t.live GROUP BY 1, 2 ORDER BY 1, 2";

constexpr const char* kSoldAllocations =
    "SELECT s.allocation, sum(t.price)::bigint FROM seat s "
    "JOIN ticket t ON t.event_id = $1 AND t.ticket_id = s.holder "
    "WHERE s.event_id = $1 AND s.status = 2 AND s.allocation > 0 GROUP BY 1 ORDER BY 1";

// Of an area's line the count is the third of three numbers.
constexpr const char* kHeld =
    "SELECT channel, sum(coalesce(cardinality(seats), 0) + coalesce((SELECT sum(p.count) FROM "
    "unnest(places) WITH ORDINALITY AS p(count, at) WHERE p.at % 3 = 0), 0))::integer "
    "FROM reservation WHERE event_id = $1 AND state IN (1, 2) GROUP BY 1 ORDER BY 1";

constexpr const char* kMinutes =
    "SELECT minute, sum(tickets)::integer, count(*)::integer, sum(revenue)::bigint FROM "
    "(SELECT o.created_at / 60000000 AS minute, count(*) AS tickets, sum(t.price) AS revenue "
    "FROM ticket_order o JOIN ticket t ON t.event_id = $1 AND t.order_id = o.order_id AND t.live "
    "WHERE o.event_id = $1 AND o.order_id >= $2 AND o.created_at >= $3 "
    "GROUP BY o.order_id, o.created_at) AS by_order GROUP BY minute ORDER BY minute";

// When a ticket was handed out, and what staff noted of its order.
const std::string kHandedOut =
    "coalesce((SELECT nullif(d.handed_out_at, 0) FROM ticket_desk d "
    "WHERE d.event_id = $1 AND d.ticket_id = t.ticket_id), 9223372036854775807)";
const std::string kNote =
    "coalesce((SELECT d.note FROM order_desk d "
    "WHERE d.event_id = $1 AND d.order_id = t.order_id), '')";

std::string manifestColumns() {
    return std::string(kTicketColumns) +
           ", coalesce(nullif(t.holder_name, ''), o.contact_name), o.contact_email, r.channel, " +
           kHandedOut + ", " + kNote + " ";
}
constexpr const char* kManifestJoins =
    "JOIN ticket_order o ON o.event_id = $1 AND o.order_id = t.order_id "
    "JOIN reservation r ON r.event_id = $1 AND r.reservation_id = o.reservation_id ";
std::string waitingOnly() {
    return "(NOT $3 OR (t.state = 2 AND " + kHandedOut + " = 9223372036854775807)) ";
}

PgParams of(EventId event) {
    PgParams params;
    params.addInt8(event.value);
    return params;
}

std::optional<std::string> arrayOf(const std::vector<std::int16_t>& numbers) {
    ArrayWriter out(PgType::Int2);
    for (const std::int16_t number : numbers) out.addInt2(number);
    return out.take(true);
}

std::vector<ManifestRow> manifestOf(const PgRows& rows) {
    constexpr int kTicketColumnCount = 13;
    std::vector<ManifestRow> out;
    for (int i = 0; i < rows.count(); ++i) {
        ManifestRow row;
        row.ticket = ticketAt(rows, i);
        row.name = rows.text(i, kTicketColumnCount);
        row.email = rows.text(i, kTicketColumnCount + 1);
        row.channel = rows.as<engine::Channel>(i, kTicketColumnCount + 2);
        row.handedOutAt = Instant{rows.number(i, kTicketColumnCount + 3)};
        row.note = rows.text(i, kTicketColumnCount + 4);
        out.push_back(std::move(row));
    }
    return out;
}

// Each part of a report, read by one transaction.
class SalesReader {
public:
    SalesReader(Work& work, EventId event, const CategoriesOf& categories)
        : work_(work), event_(event), categories_(categories) {}

    SalesCounts read() {
        work_.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY", {});
        const PgRows now = work_.run(kNow, {});
        if (work_.good()) out_.countedAt = Instant{now.number(0, 0)};
        readPlaces();
        readSold();
        readHeld();
        readMinutes();
        return std::move(out_);
    }

private:
    void readPlaces() {
        PgParams params = of(event_);
        params.add(PgType::Int2Array, arrayOf(categories_.seats));
        const PgRows seats = work_.run(kSeats, params);
        for (int i = 0; i < seats.count(); ++i) {
            out_.seats.push_back({CategoryNo{seats.as<std::int16_t>(i, 0)},
                                  AllocationNo{seats.as<std::int16_t>(i, 1)},
                                  seats.as<engine::SeatStatus>(i, 2),
                                  seats.as<std::int32_t>(i, 3)});
        }
        const PgRows areas = work_.run(kAreas, of(event_));
        for (int i = 0; i < areas.count(); ++i) {
            out_.areas.push_back({AreaNo{areas.as<std::int16_t>(i, 0)},
                                  areas.as<std::int32_t>(i, 1), areas.as<std::int32_t>(i, 2),
                                  areas.as<std::int32_t>(i, 3)});
        }
    }

    void readSold() {
        PgParams params = of(event_);
        params.add(PgType::Int2Array, arrayOf(categories_.seats));
        params.add(PgType::Int2Array, arrayOf(categories_.areas));
        const PgRows sold = work_.run(kSold, params);
        for (int i = 0; i < sold.count(); ++i) {
            out_.sold.push_back({CategoryNo{sold.as<std::int16_t>(i, 0)},
                                 sold.as<engine::Channel>(i, 1), sold.as<std::int32_t>(i, 2),
                                 Money{sold.number(i, 3)}});
        }
        const PgRows allocations = work_.run(kSoldAllocations, of(event_));
        for (int i = 0; i < allocations.count(); ++i) {
            out_.allocations.push_back({AllocationNo{allocations.as<std::int16_t>(i, 0)},
                                        Money{allocations.number(i, 1)}});
        }
    }

    void readHeld() {
        const PgRows held = work_.run(kHeld, of(event_));
        for (int i = 0; i < held.count(); ++i) {
            out_.held.push_back({held.as<engine::Channel>(i, 0), held.as<std::int32_t>(i, 1)});
        }
    }

    void readMinutes() {
        const std::int64_t now = out_.countedAt.micros / kMicrosPerMinute;
        const Instant since{(now - kSalesMinutesMax + 1) * kMicrosPerMinute};
        PgParams params = of(event_);
        params.addInt8(engine::IdSource::floorAt(since));
        params.addInt8(since.micros);
        const PgRows minutes = work_.run(kMinutes, params);
        for (int i = 0; i < minutes.count(); ++i) {
            out_.minutes.push_back({Instant{minutes.number(i, 0) * kMicrosPerMinute},
                                    minutes.as<std::int32_t>(i, 1), minutes.as<std::int32_t>(i, 2),
                                    Money{minutes.number(i, 3)}});
        }
    }

    Work& work_;
    const EventId event_;
    const CategoriesOf& categories_;
    SalesCounts out_;
};

class PostgresInventory final : public InventoryRows {
public:
    PostgresInventory(const std::string& conninfo, std::size_t connections)
        : pool_(conninfo, kSession, connections) {}

    Result<std::vector<AllocatedRun>> readAllocations(EventId event) override {
        const auto rows = read(kAllocations, of(event), "read allocations");
        if (!rows) return tl::make_unexpected(rows.error());
        std::vector<AllocatedRun> out;
        for (int i = 0; i < rows->count(); ++i) {
            out.push_back({AllocationNo{rows->as<std::int16_t>(i, 0)},
                           SeatNo{rows->as<std::int32_t>(i, 1)}, rows->as<std::int32_t>(i, 2)});
        }
        return out;
    }

    Result<SalesCounts> readSales(EventId event, const CategoriesOf& categories) override {
        auto lease = pool_.lease(deadline());
        if (!lease) return tl::make_unexpected(lease.error());
        Work work(**lease, "count sales");
        SalesCounts counts = SalesReader(work, event, categories).read();
        if (const Status ended = work.end(); !ended) return tl::make_unexpected(ended.error());
        return counts;
    }

    Result<std::vector<ManifestRow>> readSeats(EventId event, std::span<const std::int32_t> seats,
                                               bool waiting, std::int32_t limit) override {
        ArrayWriter wanted(PgType::Int4);
        for (const std::int32_t seat : seats) wanted.addInt4(seat);
        PgParams params = of(event);
        params.add(PgType::Int4Array, wanted.take(true));
        params.addBool(waiting);
        params.addInt4(limit);
        const auto rows =
            read("SELECT " + manifestColumns() +
                     "FROM unnest($2::integer[]) WITH ORDINALITY AS u(no, at) "
                     "JOIN ticket t ON t.event_id = $1 AND t.seat_no = u.no AND t.live " +
                     kManifestJoins + "WHERE " + waitingOnly() + "ORDER BY u.at LIMIT $4",
                 params, "read a manifest");
        if (!rows) return tl::make_unexpected(rows.error());
        return manifestOf(*rows);
    }

    Result<std::vector<ManifestRow>> readAreas(EventId event, AreaPlace after, bool waiting,
                                               std::int32_t limit) override {
        PgParams params = of(event);
        params.addInt2(after.area.value);
        params.addBool(waiting);
        params.addInt4(limit);
        params.addInt8(after.ticket.value);
        const auto rows = read("SELECT " + manifestColumns() + "FROM ticket t " + kManifestJoins +
                                   "WHERE t.event_id = $1 AND t.area_no IS NOT NULL AND t.live "
                                   "AND (t.area_no, t.ticket_id) > ($2, $5) AND " +
                                   waitingOnly() + "ORDER BY t.area_no, t.ticket_id LIMIT $4",
                               params, "read a manifest");
        if (!rows) return tl::make_unexpected(rows.error());
        return manifestOf(*rows);
    }

private:
    static SteadyTime deadline() {
        return steady_clock::now() + std::chrono::microseconds(kCallDeadline.micros);
    }
    Result<PgRows> read(const std::string& sql, const PgParams& params, const char* tried) {
        auto lease = pool_.lease(deadline());
        if (!lease) return tl::make_unexpected(lease.error());
        auto rows = (*lease)->query(sql, params, deadline());
        if (!rows) return tl::make_unexpected(errorOf(rows.error(), tried));
        return std::move(*rows);
    }

    PgPool pool_;
};

}  // namespace

std::unique_ptr<InventoryRows> makePostgresInventory(const std::string& conninfo,
                                                     std::size_t connections) {
    return std::make_unique<PostgresInventory>(conninfo, connections);
}

}  // namespace tessera::store
