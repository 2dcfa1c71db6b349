// SPDX-License-Identifier: Apache-2.0
#include "server/store/setup_rows.h"

#include <utility>

#include "server/store/event_rows.h"
#include "server/store/event_writer.h"
#include "server/store/limits.h"
#include "server/store/pg_connection.h"
#include "server/store/search_words.h"
#include "server/store/trail_writer.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

constexpr const char* kSession = "-c jit=off -c lock_timeout=3s";

constexpr const char* kListVenues =
    "SELECT v.venue_id, v.name, v.city, v.country, v.time_zone FROM venue v "
    "WHERE ($1 = '' OR NOT EXISTS (SELECT 1 FROM unnest(string_to_array(lower($1), ' ')) AS q "
    "WHERE NOT EXISTS (SELECT 1 FROM regexp_split_to_table(lower(v.name || ' ' || v.city), "
    "'[^[:alnum:]]+') AS word WHERE starts_with(word, q)))) "
    "AND ($2 = 0 OR (v.name, v.venue_id) > "
    "(SELECT before.name, before.venue_id FROM venue before WHERE before.venue_id = $2)) "
    "ORDER BY v.name, v.venue_id LIMIT $3";

constexpr const char* kChangeVenue =
    "UPDATE venue SET name = coalesce($2, name), city = coalesce($3, city), "
    "country = coalesce($4, country), time_zone = coalesce($5, time_zone) "
    "WHERE venue_id = $1 RETURNING name, city, country, time_zone";

// As writeSearch and a batch write them.
constexpr const char* kFindByNewPlace =
    "UPDATE event_search s SET city = $2, place = $3, "
    "words = array_to_tsvector(string_to_array(btrim(lower(w.title || ' ' || $3)), ' ')) "
    "FROM unnest($1::bigint[], $4::text[]) AS w(event_id, title) WHERE s.event_id = w.event_id";

constexpr const char* kEventsOfVenue =
    "SELECT event_id, title FROM event WHERE layout_id IN "
    "(SELECT layout_id FROM layout WHERE venue_id = $1) ORDER BY event_id";

constexpr const char* kListLayouts =
    "SELECT l.layout_id, l.version, l.name, l.seats, l.areas, l.created_at, "
    "(SELECT count(*) FROM event e WHERE e.layout_id = l.layout_id)::integer "
    "FROM layout l WHERE l.venue_id = $1 ORDER BY l.version DESC LIMIT $2";

constexpr const char* kCopySeats =
    "INSERT INTO seat (event_id, holder, seat_no, status, allocation) "
    "SELECT $2, 0, seat_no, CASE WHEN allocation > 0 THEN 3 ELSE 0 END, allocation "
    "FROM seat WHERE event_id = $1";

constexpr const char* kAddCode =
    "INSERT INTO code (event_id, code_id, code, discount, rate_ppm, amount, uses_max, uses, "
    "valid_from, valid_until, opens_presale, unlocks, categories) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9, $10, $11, $12)";

void writeCode(Work& work, EventId event, const engine::Code& code) {
    ArrayWriter categories(PgType::Int2);
    for (const CategoryNo category : code.categories) categories.addInt2(category.value);
    PgParams params;
    params.addInt8(event.value);
    params.addInt8(code.id.value);
    params.addText(code.text);
    params.addInt2(static_cast<std::int16_t>(code.discount));
    params.addInt4(code.rate.ppm);
    params.addInt8(code.amount.minor);
    params.addInt4(code.usesMax);
    params.addInt8(code.validFrom.micros);
    params.addInt8(code.validUntil.micros);
    params.addBool(code.opensPresale);
    params.addInt2(code.unlocks.value);
    params.add(PgType::Int2Array, categories.take(true));
    work.run(kAddCode, params);
}

PgParams venueParams(const VenueChange& change) {
    PgParams params;
    params.addInt8(change.id.value);
    for (const auto* text : {&change.name, &change.city, &change.country, &change.timeZone}) {
        params.add(PgType::Text, *text);
    }
    return params;
}

// Its events are found by its new name and city.
void moveSearch(Work& work, const VenueRow& venue) {
    PgParams of;
    of.addInt8(venue.id.value);
    const PgRows events = work.run(kEventsOfVenue, of);
    ArrayWriter ids(PgType::Int8);
    ArrayWriter titles(PgType::Text);
    for (int i = 0; i < events.count(); ++i) {
        ids.addInt8(events.number(i, 0));
        titles.addBytes(searchWords(events.text(i, 1)));
    }
    PgParams params;
    params.add(PgType::Int8Array, ids.take(true));
    params.addText(venue.city);
    params.addText(searchWords(venue.city + " " + venue.name));
    params.add(PgType::TextArray, titles.take(true));
    work.run(kFindByNewPlace, params);
}

class PostgresSetup final : public SetupRows {
public:
    PostgresSetup(const std::string& conninfo, std::size_t connections)
        : pool_(conninfo, kSession, connections) {}

    Result<std::optional<std::vector<VenueRow>>> listVenues(const VenueQuery& query) override;
    Result<std::optional<VenueRow>> changeVenue(const VenueChange& change,
                                                const ChangeStamp& stamp) override;
    Result<std::vector<LayoutUse>> listLayouts(VenueId venue) override;
    Result<std::vector<engine::Code>> listCodes(EventId event, const std::string& after,
                                                std::int32_t limit) override;
    Status copyEvents(const std::vector<EventCopy>& copies, EventId source, bool allocated,
                      const engine::Layout& layout, const ChangeStamp& stamp) override;

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

Result<std::optional<std::vector<VenueRow>>> PostgresSetup::listVenues(const VenueQuery& query) {
    using Page = std::optional<std::vector<VenueRow>>;
    if (query.after) {
        PgParams id;
        id.addInt8(query.after.value);
        const auto there = read("SELECT 1 FROM venue WHERE venue_id = $1", id, "list venues");
        if (!there) return tl::make_unexpected(there.error());
        if (there->count() == 0) return Page{};
    }
    const std::string words = searchWords(query.text);
    PgParams params;
    params.addText(words);
    params.addInt8(query.after.value);
    params.addInt4(query.limit);
    const auto rows = read(kListVenues, params, "list venues");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<VenueRow> page;
    for (int i = 0; i < rows->count(); ++i) {
        page.push_back({VenueId{rows->number(i, 0)}, rows->text(i, 1), rows->text(i, 2),
                        rows->text(i, 3), rows->text(i, 4)});
    }
    return Page{std::move(page)};
}

Result<std::optional<VenueRow>> PostgresSetup::changeVenue(const VenueChange& change,
                                                           const ChangeStamp& stamp) {
    auto lease = pool_.lease(deadline());
    if (!lease) return tl::make_unexpected(lease.error());
    Work work(**lease, "change a venue");
    const PgRows changed = work.run(kChangeVenue, venueParams(change));
    std::optional<VenueRow> venue;
    if (work.good() && changed.count() == 1) {
        venue = VenueRow{change.id, changed.text(0, 0), changed.text(0, 1), changed.text(0, 2),
                         changed.text(0, 3)};
        writeCreated(work, stamp.request, stamp.body, CreatedKind::ChangedVenue, change.id.value);
        moveSearch(work, *venue);
        writeTrail(work, stamp.told);
    }
    if (const Status ended = work.end(); !ended) return tl::make_unexpected(ended.error());
    return venue;
}

Result<std::vector<LayoutUse>> PostgresSetup::listLayouts(VenueId venue) {
    PgParams params;
    params.addInt8(venue.value);
    params.addInt4(kLayoutsListed);
    const auto rows = read(kListLayouts, params, "list layouts");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<LayoutUse> layouts;
    for (int i = 0; i < rows->count(); ++i) {
        LayoutUse use;
        use.row = {LayoutId{rows->number(i, 0)},
                   venue,
                   rows->as<std::int32_t>(i, 1),
                   rows->text(i, 2),
                   {},
                   rows->as<std::int32_t>(i, 3),
                   rows->as<std::int32_t>(i, 4)};
        use.createdAt = Instant{rows->number(i, 5)};
        use.events = rows->as<std::int32_t>(i, 6);
        layouts.push_back(std::move(use));
    }
    return layouts;
}

Result<std::vector<engine::Code>> PostgresSetup::listCodes(EventId event, const std::string& after,
                                                           std::int32_t limit) {
    PgParams params;
    params.addInt8(event.value);
    params.addText(after);
    params.addInt4(limit);
    const auto rows = read(std::string("SELECT ") + kCodeColumns +
                               " FROM code WHERE event_id = $1 AND code COLLATE \"C\" > $2 "
                               "ORDER BY code COLLATE \"C\" LIMIT $3",
                           params, "list codes");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<engine::Code> codes;
    for (int i = 0; i < rows->count(); ++i) {
        auto code = codeAt(*rows, i);
        if (!code) return tl::make_unexpected(code.error());
        codes.push_back(std::move(*code));
    }
    return codes;
}

Status PostgresSetup::copyEvents(const std::vector<EventCopy>& copies, EventId source,
                                 bool allocated, const engine::Layout& layout,
                                 const ChangeStamp& stamp) {
    auto lease = pool_.lease(deadline());
    if (!lease) return tl::make_unexpected(lease.error());
    Work work(**lease, "copy an event");
    const EventRow& first = copies.front().row;
    writeCreated(work, stamp.request, stamp.body, CreatedKind::Copies, first.id.value);
    PgParams venue;
    venue.addInt8(first.venue.value);
    const PgRows name = work.run("SELECT name FROM venue WHERE venue_id = $1", venue);
    if (work.good() && name.count() != 1) work.fail("its venue is not there");
    for (const EventCopy& copy : copies) {
        if (!work.good()) break;
        writeEventRow(work, copy.row, copy.terms);
        if (allocated) {
            PgParams both;
            both.addInt8(source.value);
            both.addInt8(copy.row.id.value);
            work.run(kCopySeats, both);
        } else {
            writeSeats(work, copy.row.id, layout);
        }
        writeAreas(work, copy.row.id, layout);
        for (const engine::Code& code : copy.codes) writeCode(work, copy.row.id, code);
        writeSearch(work, copy.row, name.text(0, 0));
    }
    writeTrail(work, stamp.told);
    return work.end();
}

}  // namespace

std::unique_ptr<SetupRows> makePostgresSetup(const std::string& conninfo, std::size_t connections) {
    return std::make_unique<PostgresSetup>(conninfo, connections);
}

}  // namespace tessera::store
