// SPDX-License-Identifier: Apache-2.0
#include "server/store/postgres_store.h"

#include <algorithm>

#include "server/engine/id_source.h"
#include "server/store/committer.h"
#include "server/store/event_loader.h"
#include "server/store/event_rows.h"
#include "server/store/pg_connection.h"
#include "server/store/record_reader.h"
#include "server/store/returns_reader.h"
#include "server/store/terms_codec.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

// The places of a reservation in the order of its price lines' items.
Result<std::vector<engine::PricedItem>> itemsOf(const engine::Layout& layout,
                                                const engine::ReservationRow& row) {
    std::vector<engine::PricedItem> items;
    for (const engine::SeatPick& pick : row.seats) {
        if (!layout.contains(pick.seat)) return failure("a reservation's seat is not its layout's");
        items.push_back({layout.seat(pick.seat).category, pick.type,
                         engine::adjustmentOf(row.adjustments, pick.seat)});
    }
    for (const engine::AreaPlaces& line : row.areas) {
        if (!layout.contains(line.area)) return failure("a reservation's area is not its layout's");
        const auto& area = layout.areas()[static_cast<std::size_t>(line.area.value)];
        items.insert(
            items.end(), static_cast<std::size_t>(line.count),
            {area.category, line.type, engine::adjustmentOf(row.adjustments, engine::kNoSeat)});
    }
    return items;
}

class PostgresStore final : public Store {
public:
    PostgresStore(PostgresOptions options, LayoutSource layouts)
        : options_(std::move(options)),
          layouts_(std::move(layouts)),
          pool_(options_.conninfo, "-c jit=off", std::max<std::size_t>(options_.readers, 2)),
          watches_(options_.conninfo, "", 1),
          committer_({.conninfo = options_.conninfo,
                      .writers = options_.writers,
                      .deadline = options_.deadline}) {}

    void commit(const BatchHead& head, const Batch& batch,
                std::function<void(CommitResult)> done) override {
        committer_.commit(head, batch.changes(), std::move(done));
    }

    Result<std::optional<Owner>> findOwner(EventId event) override;
    Result<TakenOver> takeOver(EventId event, Claim claim) override {
        auto lease = pool_.lease(deadline());
        if (!lease) return tl::make_unexpected(lease.error());
        EventLoader loader(**lease, watches_, event, deadline());
        return loader.takeOver(claim, layouts_);
    }

    Result<std::vector<TakenOver::Request>> findRequests(EventId event,
                                                         std::span<const RequestId> ids) override;
    Result<std::optional<StoredReservation>> findReservation(EventId event,
                                                             ReservationId id) override;
    Result<std::optional<StoredOrder>> findOrder(EventId event, OrderId id) override;
    Result<OrderId> findOrderOf(EventId event, TicketId ticket) override;
    Result<RecordReader::Record> readRecord(EventId event, OrderId id) override {
        return readMoney(event, id);
    }
    Result<std::vector<RecordReader::Record>> readRecords(EventId event,
                                                          std::span<const OrderId> ids) override {
        auto lease = pool_.lease(deadline());
        if (!lease) return tl::make_unexpected(lease.error());
        return RecordReader(**lease, event, deadline()).read(ids);
    }
    Result<RecordReader::Record> readRecord(EventId event, AttemptId id) override {
        return readMoney(event, id);
    }
    Result<std::vector<ManualRow>> listManual(EventId event, std::int32_t limit) override {
        auto lease = pool_.lease(deadline());
        if (!lease) return tl::make_unexpected(lease.error());
        return readManual(**lease, event, limit, deadline());
    }
    Result<ReturnsProgress> readReturns(EventId event,
                                        const engine::Disruption& disruption) override {
        auto lease = pool_.lease(deadline());
        if (!lease) return tl::make_unexpected(lease.error());
        return store::readReturns(**lease, event, disruption, deadline());
    }
    Result<std::vector<DueEvent>> dueEvents(Instant before, std::int32_t limit) override;
    Result<Instant> databaseNow() override;

private:
    SteadyTime deadline() const {
        return steady_clock::now() + std::chrono::microseconds(options_.deadline.micros);
    }
    Result<PgRows> read(const std::string& sql, const PgParams& params, const std::string& tried);
    template <class Id>
    Result<RecordReader::Record> readMoney(EventId event, Id id) {
        auto lease = pool_.lease(deadline());
        if (!lease) return tl::make_unexpected(lease.error());
        return RecordReader(**lease, event, deadline()).read(id);
    }
    Status price(EventId event, StoredReservation& stored);
    Result<std::string> readPlan(LayoutId id);
    Result<std::optional<engine::Code>> findCode(EventId event, CodeId id);

    const PostgresOptions options_;
    const LayoutSource layouts_;
    PgPool pool_;
    PgPool watches_;  // Of take-overs that are blocked: however many are, they keep none of these.
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
Result<std::vector<TakenOver::Request>> PostgresStore::findRequests(
    EventId event, std::span<const RequestId> ids) {
    TESSERA_CHECK(!ids.empty() && ids.size() <= kRequestsPerLookUp);
    std::vector<TakenOver::Request> found;
    std::vector<RequestId> missing(ids.begin(), ids.end());
    const auto ask = [&](const std::string& sql, bool byTime) -> Status {
        Instant earliest = Instant::never();
        ArrayWriter wanted{PgType::Uuid};
        for (const RequestId& id : missing) {
            wanted.addBytes({reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()});
            earliest = std::min(earliest, Instant{unixMillisOf(id) * 1000} - kStampAheadMax);
        }
        PgParams params;
        params.addInt8(event.value);
        params.add(PgType::UuidArray, wanted.take());
        if (byTime) params.addInt8(engine::IdSource::floorAt(earliest));
        const auto rows = read(sql, params, "find requests");
        if (!rows) return tl::make_unexpected(rows.error());
        for (int i = 0; i < rows->count(); ++i) {
            TakenOver::Request request{requestIdAt(*rows, i, 0), Fingerprint{rows->number(i, 1)},
                                       rows->as<std::uint8_t>(i, 3), rows->number(i, 2)};
            std::erase(missing, request.request);
            found.push_back(request);
        }
        return {};
    };
    const auto changes =
        ask("SELECT request_id, fingerprint, target, kind FROM request WHERE event_id = $1 AND "
            "request_id = ANY($2)",
            false);
    if (!changes) return tl::make_unexpected(changes.error());
    if (missing.empty()) return found;
    // Ends at the last of them that is there.
    const auto holds = ask(
        "SELECT request_id, fingerprint, reservation_id, 0::smallint FROM reservation WHERE "
        "event_id = $1 AND reservation_id >= $3 AND request_id = ANY($2) ORDER BY reservation_id "
        "LIMIT cardinality($2)",
        true);
    if (!holds) return tl::make_unexpected(holds.error());
    return found;
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
    StoredReservation stored{std::move(*row), {}, {}};
    if (const auto priced = price(event, stored); !priced) {
        return tl::make_unexpected(priced.error());
    }
    return stored;
}

Result<std::string> PostgresStore::readPlan(LayoutId id) {
    PgParams params;
    params.addInt8(id.value);
    const auto rows = read("SELECT plan FROM layout WHERE layout_id = $1", params, "read a plan");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() != 1) return failure("an event's layout is missing");
    return rows->text(0, 0);
}

Result<std::optional<engine::Code>> PostgresStore::findCode(EventId event, CodeId id) {
    if (!id) return std::optional<engine::Code>{};
    PgParams params;
    params.addInt8(event.value);
    params.addInt8(id.value);
    const auto rows = read(
        std::string("SELECT ") + kCodeColumns + " FROM code WHERE event_id = $1 AND code_id = $2",
        params, "find a code");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() == 0) return std::optional<engine::Code>{};
    auto code = codeAt(*rows, 0);
    if (!code) return tl::make_unexpected(code.error());
    return std::optional<engine::Code>(std::move(*code));
}

// The owner's memory lets old terms go with the last reservation under them: they are read again.
Status PostgresStore::price(EventId event, StoredReservation& stored) {
    PgParams params;
    params.addInt8(event.value);
    params.addInt4(stored.row.termsVersion);
    const auto rows = read(
        "SELECT e.layout_id, t.terms::text FROM event e JOIN event_terms t ON t.event_id = $1 AND "
        "t.version = $2 WHERE e.event_id = $1",
        params, "find a reservation's terms");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() == 0) return failure("terms that a reservation was made under are missing");
    const auto terms = decodeTerms(rows->bytes(0, 1));
    if (!terms) return tl::make_unexpected(terms.error());
    const LayoutId layoutId{rows->number(0, 0)};
    const auto layout = layouts_(layoutId, [&] { return readPlan(layoutId); });
    if (!layout) return tl::make_unexpected(layout.error());
    const auto code = findCode(event, stored.row.code);
    if (!code) return tl::make_unexpected(code.error());
    stored.currency = terms->currency;
    const auto items = itemsOf(**layout, stored.row);
    if (!items) return tl::make_unexpected(items.error());
    const auto quote =
        engine::quoteFor(*terms, *items, *code ? &**code : nullptr, stored.row.adjustments);
    stored.quote.total = stored.row.total;
    if (quote && quote->total == stored.row.total) stored.quote = *quote;
    return {};
}

Result<std::optional<StoredOrder>> PostgresStore::findOrder(EventId event, OrderId id) {
    PgParams params;
    params.addInt8(event.value);
    params.addInt8(id.value);
    const auto rows = read(
        "SELECT reservation_id, state, created_at, pay_deadline, total, quote::text, evidence, "
        "accepted_move <> 0 AND accepted_move = coalesce((SELECT "
        "(t.terms #>> '{disruption,number}')::integer FROM event_terms t JOIN event e ON "
        "e.event_id = $1 AND e.terms_version = t.version WHERE t.event_id = $1), 0) "
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
    out.moveAccepted = rows->number(0, 7) != 0;
    auto reservation = findReservation(event, out.row.reservation);
    if (!reservation) return tl::make_unexpected(reservation.error());
    if (!*reservation) return failure("an order's reservation is missing");
    out.reservation = std::move((*reservation)->row);
    out.currency = (*reservation)->currency;
    const auto tickets =
        read(std::string("SELECT ") + kTicketColumns +
                 " FROM ticket t WHERE event_id = $1 AND order_id = $2 ORDER BY ticket_id",
             params, "list tickets");
    if (!tickets) return tl::make_unexpected(tickets.error());
    for (int i = 0; i < tickets->count(); ++i) out.tickets.push_back(ticketAt(*tickets, i));
    return out;
}

Result<OrderId> PostgresStore::findOrderOf(EventId event, TicketId ticket) {
    PgParams params;
    params.addInt8(event.value);
    params.addInt8(ticket.value);
    const auto rows = read("SELECT order_id FROM ticket WHERE event_id = $1 AND ticket_id = $2",
                           params, "find a ticket's order");
    if (!rows) return tl::make_unexpected(rows.error());
    return rows->count() == 0 ? OrderId{} : OrderId{rows->number(0, 0)};
}

Result<std::optional<Owner>> PostgresStore::findOwner(EventId event) {
    PgParams params;
    params.addInt8(event.value);
    const auto rows = read("SELECT node_id, epoch FROM event_owner WHERE event_id = $1", params,
                           "find an event's owner");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() == 0) return std::optional<Owner>{};
    return std::optional<Owner>(Owner{NodeId{rows->number(0, 0)}, rows->number(0, 1)});
}

Result<std::vector<DueEvent>> PostgresStore::dueEvents(Instant before, std::int32_t limit) {
    PgParams params;
    params.addInt8(before.micros);
    params.addInt4(limit);
    const auto rows = read(
        "SELECT event_id, node_id FROM event_owner WHERE wake_at <= $1 ORDER BY wake_at, event_id "
        "LIMIT $2",
        params, "list what is due");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<DueEvent> events;
    for (int i = 0; i < rows->count(); ++i) {
        events.push_back({EventId{rows->number(i, 0)}, NodeId{rows->number(i, 1)}});
    }
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
