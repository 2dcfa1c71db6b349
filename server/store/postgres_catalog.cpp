// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "server/store/event_rows.h"
#include "server/store/event_writer.h"
#include "server/store/pg_connection.h"
#include "server/store/pg_work.h"
#include "server/store/postgres_store.h"
#include "server/store/search_words.h"
#include "server/store/terms_codec.h"
#include "server/store/trail_writer.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

// From here on the planner is told at once how many seats there are.
constexpr std::int32_t kAnalyzeSeats = 5000;

constexpr const char* kEventColumns =
    "e.event_id, e.venue_id, e.layout_id, e.title, e.city, e.starts_at, e.sale, e.document, "
    "e.terms_version, coalesce((SELECT t.terms ->> 'disruption' FROM event_terms t "
    "WHERE t.event_id = e.event_id AND t.version = e.terms_version), '')";

// Without its disruption.
EventRow eventAt(const PgRows& rows, int i) {
    EventRow row;
    row.id = EventId{rows.number(i, 0)};
    row.venue = VenueId{rows.number(i, 1)};
    row.layout = LayoutId{rows.number(i, 2)};
    row.title = rows.text(i, 3);
    row.city = rows.text(i, 4);
    row.startsAt.micros = rows.number(i, 5);
    row.sale = rows.as<engine::SaleState>(i, 6);
    row.document = rows.text(i, 7);
    row.termsVersion = rows.as<std::int32_t>(i, 8);
    return row;
}

Result<engine::Disruption> disruptionAt(const PgRows& rows, int i) {
    const auto became = rows.bytes(i, 9);
    return became.empty() ? engine::Disruption{} : decodeDisruption(became);
}

class PostgresCatalog final : public Catalog {
public:
    explicit PostgresCatalog(PostgresOptions options)
        : options_(std::move(options)),
          pool_(options_.conninfo, "-c jit=off", std::max<std::size_t>(options_.readers, 2)) {}

    Status createVenue(const VenueRow& venue, RequestId request, Fingerprint body,
                       const TrailRow* told) override;
    Status createLayout(const LayoutRow& layout, RequestId request, Fingerprint body,
                        const TrailRow* told) override;
    Status createEvent(const EventRow& event, const engine::EventTerms& terms,
                       const engine::Layout& layout, RequestId request, Fingerprint body,
                       const TrailRow* told) override;
    Result<std::optional<Created>> findCreated(RequestId request) override;
    Result<std::optional<VenueRow>> findVenue(VenueId id) override;
    Result<std::vector<VenueRow>> findVenues(std::span<const VenueId> ids) override;
    Result<std::optional<LayoutRow>> findLayout(LayoutId id) override;
    Result<std::string> readPlan(LayoutId id) override;
    Result<std::optional<EventRow>> findEvent(EventId id) override;
    Result<std::vector<EventRow>> listEvents(const EventQuery& query) override;
    Result<std::vector<TicketDetail>> listTickets(EventId event, OrderId order) override;
    Result<std::optional<Contact>> findContact(EventId event, OrderId order) override;
    Status createApiKey(const ApiKeyRow& key) override;
    Result<std::optional<ApiKeyRow>> findApiKey(const std::string& keyId) override;

private:
    SteadyTime deadline() const {
        return steady_clock::now() + std::chrono::microseconds(options_.deadline.micros);
    }
    Result<PgRows> read(const std::string& sql, const PgParams& params, const std::string& tried);
    Status transact(const std::string& tried, const std::function<void(Work&)>& body);

    const PostgresOptions options_;
    PgPool pool_;
};

Result<PgRows> PostgresCatalog::read(const std::string& sql, const PgParams& params,
                                     const std::string& tried) {
    auto lease = pool_.lease(deadline());
    if (!lease) return tl::make_unexpected(lease.error());
    auto rows = (*lease)->query(sql, params, deadline());
    if (!rows) return tl::make_unexpected(errorOf(rows.error(), tried));
    return std::move(*rows);
}

Status PostgresCatalog::transact(const std::string& tried, const std::function<void(Work&)>& body) {
    auto lease = pool_.lease(deadline());
    if (!lease) return tl::make_unexpected(lease.error());
    Work work(**lease, tried);
    body(work);
    return work.end();
}

Status PostgresCatalog::createVenue(const VenueRow& venue, RequestId request, Fingerprint body,
                                    const TrailRow* told) {
    return transact("create a venue", [&](Work& work) {
        writeCreated(work, request, body, CreatedKind::Venue, venue.id.value);
        PgParams params;
        params.addInt8(venue.id.value);
        params.addText(venue.name);
        params.addText(venue.city);
        params.addText(venue.country);
        params.addText(venue.timeZone);
        work.run(
            "INSERT INTO venue (venue_id, name, city, country, time_zone) "
            "VALUES ($1, $2, $3, $4, $5)",
            params);
        if (told != nullptr) writeTrail(work, *told);
    });
}

Status PostgresCatalog::createLayout(const LayoutRow& layout, RequestId request, Fingerprint body,
                                     const TrailRow* told) {
    return transact("create a layout", [&](Work& work) {
        writeCreated(work, request, body, CreatedKind::Layout, layout.id.value);
        // One import of a venue after another: each has the next version.
        PgParams venue;
        venue.addInt8(layout.venue.value);
        work.run("SELECT 1 FROM venue WHERE venue_id = $1 FOR UPDATE", venue);
        PgParams params;
        params.addInt8(layout.id.value);
        params.addInt8(layout.venue.value);
        params.addText(layout.name);
        params.addText(layout.planJson);
        params.addInt4(layout.seats);
        params.addInt4(layout.areas);
        work.run(
            "INSERT INTO layout (layout_id, venue_id, version, name, plan, seats, areas, "
            "created_at) "
            "SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6, "
            "(extract(epoch from clock_timestamp()) * 1000000)::bigint FROM layout "
            "WHERE venue_id = $2",
            params);
        if (told != nullptr) writeTrail(work, *told);
    });
}

Status PostgresCatalog::createEvent(const EventRow& event, const engine::EventTerms& terms,
                                    const engine::Layout& layout, RequestId request,
                                    Fingerprint body, const TrailRow* told) {
    const Status created = transact("create an event", [&](Work& work) {
        writeCreated(work, request, body, CreatedKind::Event, event.id.value);
        PgParams venue;
        venue.addInt8(event.venue.value);
        const PgRows name = work.run("SELECT name FROM venue WHERE venue_id = $1", venue);
        if (work.good() && name.count() != 1) work.fail("its venue is not there");
        writeEventRow(work, event, terms);
        writeSeats(work, event.id, layout);
        writeAreas(work, event.id, layout);
        if (work.good()) writeSearch(work, event, name.text(0, 0));
        if (told != nullptr) writeTrail(work, *told);
    });
    if (created && layout.seatCount() >= kAnalyzeSeats) {
        // Speed alone hangs on this: the event is there whether or not it is done.
        static_cast<void>(read("ANALYZE seat", {}, "analyze the seats"));
    }
    return created;
}

Result<std::optional<Catalog::Created>> PostgresCatalog::findCreated(RequestId request) {
    PgParams params;
    params.addBytes(PgType::Uuid, request.bytes);
    const auto rows = read("SELECT id, fingerprint FROM created WHERE request_id = $1", params,
                           "find what a request created");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() == 0) return std::optional<Created>{};
    return Created{rows->number(0, 0), Fingerprint{rows->number(0, 1)}};
}

Result<std::optional<VenueRow>> PostgresCatalog::findVenue(VenueId id) {
    auto found = findVenues({&id, 1});
    if (!found) return tl::make_unexpected(found.error());
    if (found->empty()) return std::optional<VenueRow>{};
    return std::move(found->front());
}

Result<std::vector<VenueRow>> PostgresCatalog::findVenues(std::span<const VenueId> ids) {
    ArrayWriter wanted{PgType::Int8};
    for (const VenueId id : ids) wanted.addInt8(id.value);
    PgParams params;
    params.add(PgType::Int8Array, wanted.take(true));
    const auto rows =
        read("SELECT venue_id, name, city, country, time_zone FROM venue WHERE venue_id = ANY ($1)",
             params, "find venues");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<VenueRow> found;
    for (int i = 0; i < rows->count(); ++i) {
        found.push_back({VenueId{rows->number(i, 0)}, rows->text(i, 1), rows->text(i, 2),
                         rows->text(i, 3), rows->text(i, 4)});
    }
    return found;
}

Result<std::optional<LayoutRow>> PostgresCatalog::findLayout(LayoutId id) {
    PgParams params;
    params.addInt8(id.value);
    const auto rows =
        read("SELECT venue_id, version, name, seats, areas FROM layout WHERE layout_id = $1",
             params, "find a layout");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() == 0) return std::optional<LayoutRow>{};
    return LayoutRow{
        id, VenueId{rows->number(0, 0)},  rows->as<std::int32_t>(0, 1), rows->text(0, 2),
        {}, rows->as<std::int32_t>(0, 3), rows->as<std::int32_t>(0, 4)};
}

Result<std::string> PostgresCatalog::readPlan(LayoutId id) {
    PgParams params;
    params.addInt8(id.value);
    const auto rows = read("SELECT plan FROM layout WHERE layout_id = $1", params, "read a plan");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() != 1) return failure("a layout is missing");
    return rows->text(0, 0);
}

Result<std::optional<EventRow>> PostgresCatalog::findEvent(EventId id) {
    PgParams params;
    params.addInt8(id.value);
    const auto rows =
        read(std::string("SELECT ") + kEventColumns + " FROM event e WHERE e.event_id = $1", params,
             "find an event");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() == 0) return std::optional<EventRow>{};
    EventRow event = eventAt(*rows, 0);
    auto disruption = disruptionAt(*rows, 0);
    if (!disruption) return tl::make_unexpected(disruption.error());
    event.disruption = std::move(*disruption);
    return std::optional(std::move(event));
}

Result<std::vector<EventRow>> PostgresCatalog::listEvents(const EventQuery& query) {
    PgParams params;
    params.addText(prefixQuery(query.text));
    params.addText(query.city);
    params.addInt8(query.startsAfter ? query.startsAfter->micros : INT64_MIN);
    params.addInt8(query.startsBefore ? query.startsBefore->micros : INT64_MAX);
    params.addBool(query.includeDrafts);
    params.addInt8(query.after ? query.after->first.micros : INT64_MIN);
    params.addInt8(query.after ? query.after->second.value : INT64_MIN);
    params.addInt4(std::clamp(query.limit, 1, kEventsPerQueryMax));
    const auto rows = read(std::string("SELECT ") + kEventColumns +
                               " FROM event_search s JOIN event e ON e.event_id = s.event_id "
                               "WHERE ($1 = '' OR s.words @@ lower($1)::tsquery) "
                               "AND ($2 = '' OR lower(s.city) = lower($2)) "
                               "AND s.starts_at >= $3 AND s.starts_at < $4 AND ($5 OR NOT s.draft) "
                               "AND (s.starts_at, s.event_id) > ($6, $7) "
                               "ORDER BY s.starts_at, s.event_id LIMIT $8",
                           params, "list events");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<EventRow> events;
    for (int i = 0; i < rows->count(); ++i) {
        events.push_back(eventAt(*rows, i));
        // One that a newer server wrote otherwise hides no other event: its own page says so.
        if (auto disruption = disruptionAt(*rows, i)) {
            events.back().disruption = std::move(*disruption);
        }
    }
    return events;
}

Result<std::vector<TicketDetail>> PostgresCatalog::listTickets(EventId event, OrderId order) {
    PgParams params;
    params.addInt8(event.value);
    params.addInt8(order.value);
    const auto rows = read(
        std::string("SELECT ") + kTicketColumns +
            ", holder_name FROM ticket t WHERE event_id = $1 AND order_id = $2 ORDER BY ticket_id",
        params, "list tickets");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<TicketDetail> tickets;
    for (int i = 0; i < rows->count(); ++i)
        tickets.push_back({ticketAt(*rows, i), rows->text(i, 13)});
    return tickets;
}

Result<std::optional<Catalog::Contact>> PostgresCatalog::findContact(EventId event, OrderId order) {
    PgParams params;
    params.addInt8(event.value);
    params.addInt8(order.value);
    const auto rows = read(
        "SELECT contact_name, language, contact_email, contact_phone FROM ticket_order "
        "WHERE event_id = $1 AND order_id = $2",
        params, "find an order's contact");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() == 0) return std::optional<Contact>{};
    return Contact{rows->text(0, 0), rows->text(0, 1), rows->text(0, 2), rows->text(0, 3)};
}

Status PostgresCatalog::createApiKey(const ApiKeyRow& key) {
    return transact("create an API key", [&](Work& work) {
        ArrayWriter scopes(PgType::Text);
        for (const std::string& scope : key.scopes) scopes.addBytes(scope);
        PgParams params;
        params.addText(key.keyId);
        params.addText(key.hash);
        params.addText(key.name);
        params.add(PgType::TextArray, scopes.take(true));
        params.addBool(key.revoked);
        work.run(
            "INSERT INTO api_key (key_id, hash, name, scopes, revoked) "
            "VALUES ($1, $2, $3, $4, $5)",
            params);
    });
}

Result<std::optional<Catalog::ApiKeyRow>> PostgresCatalog::findApiKey(const std::string& keyId) {
    PgParams params;
    params.addText(keyId);
    const auto rows = read("SELECT hash, name, scopes, revoked FROM api_key WHERE key_id = $1",
                           params, "find an API key");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() == 0) return std::optional<ApiKeyRow>{};
    auto scopes = readTextArray(rows->bytes(0, 2));
    if (!scopes) return failure("a row of api_key is malformed");
    return ApiKeyRow{keyId, rows->text(0, 0), rows->text(0, 1), std::move(*scopes),
                     rows->number(0, 3) != 0};
}

}  // namespace

std::unique_ptr<Catalog> makePostgresCatalog(PostgresOptions options) {
    return std::make_unique<PostgresCatalog>(std::move(options));
}

}  // namespace tessera::store
