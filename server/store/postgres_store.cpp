// SPDX-License-Identifier: Apache-2.0
#include "server/store/postgres_store.h"

#include <algorithm>
#include <list>

#include "server/engine/id_source.h"
#include "server/store/committer.h"
#include "server/store/event_loader.h"
#include "server/store/event_rows.h"
#include "server/store/pg_connection.h"
#include "server/store/terms_codec.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

// Layouts in use are shared; beyond these the least recently used is let go.
constexpr std::size_t kLayoutsMax = 64;
// How far ahead of the server's time a request id may be stamped (DESIGN 2).
constexpr Duration kStampAheadMax = Duration::ofSeconds(10);

class Layouts {
public:
    explicit Layouts(LayoutSource source) : source_(std::move(source)) {}

    Result<std::shared_ptr<const engine::Layout>> get(LayoutId id, const PlanReader& plan) {
        {
            const std::lock_guard lock(mutex_);
            for (auto at = known_.begin(); at != known_.end(); ++at) {
                if (at->first != id) continue;
                known_.splice(known_.begin(), known_, at);
                return at->second;
            }
        }
        const auto text = plan();
        if (!text) return tl::make_unexpected(text.error());
        auto made = source_(id, *text);
        if (!made) return made;
        const std::lock_guard lock(mutex_);
        known_.emplace_front(id, *made);
        if (known_.size() > kLayoutsMax) known_.pop_back();
        return made;
    }

private:
    const LayoutSource source_;
    std::mutex mutex_;
    std::list<std::pair<LayoutId, std::shared_ptr<const engine::Layout>>> known_;
};

class PostgresStore final : public Store {
public:
    PostgresStore(PostgresOptions options, LayoutSource layouts)
        : options_(std::move(options)),
          layouts_(std::move(layouts)),
          pool_(options_.conninfo, "-c jit=off", std::max<std::size_t>(options_.readers, 2)),
          committer_({.conninfo = options_.conninfo,
                      .writers = options_.writers,
                      .deadline = options_.deadline}) {}

    void commit(const BatchHead& head, const Batch& batch,
                std::function<void(CommitResult)> done) override {
        committer_.commit(head, batch.changes(), std::move(done));
    }

    Result<TakenOver> takeOver(EventId event, NodeId node) override {
        auto lease = pool_.lease(deadline());
        if (!lease) return tl::make_unexpected(lease.error());
        EventLoader loader(**lease, pool_, event, deadline());
        return loader.takeOver(
            node, [this](LayoutId id, const PlanReader& plan) { return layouts_.get(id, plan); });
    }

    Result<std::optional<TakenOver::Request>> findRequest(EventId event,
                                                          RequestId request) override;
    Result<std::optional<StoredReservation>> findReservation(EventId event,
                                                             ReservationId id) override;
    Result<std::optional<StoredOrder>> findOrder(EventId event, OrderId id) override;
    Result<std::vector<EventId>> dueEvents(Instant before, std::int32_t limit) override;
    Result<Instant> databaseNow() override;

private:
    SteadyTime deadline() const {
        return steady_clock::now() + std::chrono::microseconds(options_.deadline.micros);
    }
    Result<PgRows> read(const std::string& sql, const PgParams& params, const std::string& tried);

    const PostgresOptions options_;
    Layouts layouts_;
    PgPool pool_;
    Committer committer_;
};

Result<PgRows> PostgresStore::read(const std::string& sql, const PgParams& params,
                                   const std::string& tried) {
    auto lease = pool_.lease(deadline());
    if (!lease) return tl::make_unexpected(lease.error());
    auto rows = (*lease)->query(sql, params, deadline());
    if (!rows) return tl::make_unexpected(errorOf(rows.error(), tried));
    return std::move(*rows);
}

// docs/decisions/0003-request-lookup.md
Result<std::optional<TakenOver::Request>> PostgresStore::findRequest(EventId event,
                                                                     RequestId request) {
    PgParams params;
    params.addInt8(event.value);
    params.addBytes(PgType::Uuid, request.bytes);
    auto rows = read(
        "SELECT fingerprint, target, kind FROM request WHERE event_id = $1 AND request_id = $2",
        params, "find a request");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() == 0) {
        const Instant earliest = Instant{unixMillisOf(request) * 1000} - kStampAheadMax;
        params.addInt8(engine::IdSource::floorAt(earliest));
        rows = read(
            "SELECT fingerprint, reservation_id, 0::smallint FROM reservation WHERE event_id = $1 "
            "AND reservation_id >= $3 AND request_id = $2 ORDER BY reservation_id LIMIT 1",
            params, "find a request");
        if (!rows) return tl::make_unexpected(rows.error());
        if (rows->count() == 0) return std::optional<TakenOver::Request>{};
    }
    return TakenOver::Request{request, Fingerprint{rows->number(0, 0)},
                              rows->as<std::uint8_t>(0, 2), rows->number(0, 1)};
}

Result<std::optional<StoredReservation>> PostgresStore::findReservation(EventId event,
                                                                        ReservationId id) {
    PgParams params;
    params.addInt8(event.value);
    params.addInt8(id.value);
    const auto rows = read(std::string("SELECT ") + kReservationColumns +
                               " FROM reservation WHERE event_id = $1 AND reservation_id = $2",
                           params, "find a reservation");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() == 0) return std::optional<StoredReservation>{};
    auto row = reservationAt(*rows, 0);
    if (!row) return tl::make_unexpected(row.error());
    return StoredReservation{std::move(*row)};
}

Result<std::optional<StoredOrder>> PostgresStore::findOrder(EventId event, OrderId id) {
    PgParams params;
    params.addInt8(event.value);
    params.addInt8(id.value);
    const auto rows = read(
        "SELECT reservation_id, state, created_at, pay_deadline, total, quote::text, evidence "
        "FROM ticket_order WHERE event_id = $1 AND order_id = $2",
        params, "find an order");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() == 0) return std::optional<StoredOrder>{};
    StoredOrder out;
    out.row.id = id;
    out.row.reservation = ReservationId{rows->number(0, 0)};
    out.row.state = rows->as<engine::OrderState>(0, 1);
    out.row.createdAt.micros = rows->number(0, 2);
    out.row.payDeadline.micros = rows->number(0, 3);
    out.row.total.minor = rows->number(0, 4);
    auto quote = decodeQuote(rows->bytes(0, 5));
    if (!quote) return tl::make_unexpected(quote.error());
    out.row.quote = std::move(*quote);
    out.evidence = rows->text(0, 6);
    auto reservation = findReservation(event, out.row.reservation);
    if (!reservation) return tl::make_unexpected(reservation.error());
    if (!*reservation) return failure("an order's reservation is missing");
    out.reservation = std::move((*reservation)->row);
    const auto tickets =
        read(std::string("SELECT ") + kTicketColumns +
                 " FROM ticket t WHERE event_id = $1 AND order_id = $2 ORDER BY ticket_id",
             params, "list tickets");
    if (!tickets) return tl::make_unexpected(tickets.error());
    for (int i = 0; i < tickets->count(); ++i) out.tickets.push_back(ticketAt(*tickets, i));
    return out;
}

Result<std::vector<EventId>> PostgresStore::dueEvents(Instant before, std::int32_t limit) {
    PgParams params;
    params.addInt8(before.micros);
    params.addInt4(limit);
    const auto rows = read(
        "SELECT event_id FROM event_owner WHERE wake_at <= $1 ORDER BY wake_at, event_id LIMIT $2",
        params, "list what is due");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<EventId> events;
    for (int i = 0; i < rows->count(); ++i) events.push_back(EventId{rows->number(i, 0)});
    return events;
}

Result<Instant> PostgresStore::databaseNow() {
    const auto rows = read("SELECT (extract(epoch from clock_timestamp()) * 1000000)::bigint", {},
                           "ask the database's time");
    if (!rows) return tl::make_unexpected(rows.error());
    return Instant{rows->number(0, 0)};
}

}  // namespace

std::unique_ptr<Store> makePostgresStore(PostgresOptions options, LayoutSource layouts) {
    return std::make_unique<PostgresStore>(std::move(options), std::move(layouts));
}

}  // namespace tessera::store
