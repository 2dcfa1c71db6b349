// SPDX-License-Identifier: Apache-2.0
#include "server/store/event_writer.h"

#include <algorithm>

#include "server/store/search_words.h"
#include "server/store/terms_codec.h"

namespace tessera::store {

void writeCreated(Work& work, RequestId request, Fingerprint body, CreatedKind kind,
                  std::int64_t id) {
    PgParams params;
    params.addBytes(PgType::Uuid, request.bytes);
    params.addInt8(body.value);
    params.addInt2(static_cast<std::int16_t>(kind));
    params.addInt8(id);
    work.run("INSERT INTO created (request_id, fingerprint, kind, id) VALUES ($1, $2, $3, $4)",
             params);
}

void writeEventRow(Work& work, const EventRow& event, const engine::EventTerms& terms) {
    PgParams params;
    params.addInt8(event.id.value);
    params.addInt8(event.venue.value);
    params.addInt8(event.layout.value);
    params.addText(event.title);
    params.addText(event.city);
    params.addInt8(event.startsAt.micros);
    params.addInt2(static_cast<std::int16_t>(event.sale));
    params.addText(event.document);
    params.addInt4(terms.version);
    work.run(
        "INSERT INTO event (event_id, venue_id, layout_id, title, city, starts_at, sale, document, "
        "terms_version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params);
    PgParams rules;
    rules.addInt8(event.id.value);
    rules.addInt4(terms.version);
    rules.addText(encodeTerms(terms));
    work.run("INSERT INTO event_terms (event_id, version, terms) VALUES ($1, $2, $3::jsonb)",
             rules);
    PgParams owner;
    owner.addInt8(event.id.value);
    Instant wakeAt = Instant::never();
    for (const auto& release : terms.releases) wakeAt = std::min(wakeAt, release.at);
    owner.addInt8(wakeAt.micros);
    work.run(
        "INSERT INTO event_owner (event_id, node_id, epoch, last_batch, map_revision, last_time, "
        "wake_at) VALUES ($1, 0, 0, 0, 0, (extract(epoch from clock_timestamp()) * "
        "1000000)::bigint, $2)",
        owner);
}

void writeSeats(Work& work, EventId event, const engine::Layout& layout) {
    PgParams seats;
    seats.addInt8(event.value);
    seats.addInt4(layout.seatCount());
    work.run(
        "INSERT INTO seat (event_id, holder, seat_no, status, allocation) "
        "SELECT $1, 0, i, 0, 0 FROM generate_series(0, $2 - 1) AS i",
        seats);
}

void writeAreas(Work& work, EventId event, const engine::Layout& layout) {
    ArrayWriter capacities(PgType::Int4);
    for (const engine::LayoutArea& area : layout.areas()) capacities.addInt4(area.capacity);
    if (capacities.count() == 0) return;
    PgParams areas;
    areas.addInt8(event.value);
    areas.add(PgType::Int4Array, capacities.take());
    work.run(
        "INSERT INTO area (event_id, area_no, capacity, held, sold) "
        "SELECT $1, u.ordinal - 1, u.capacity, 0, 0 "
        "FROM unnest($2::integer[]) WITH ORDINALITY AS u(capacity, ordinal)",
        areas);
}

void writeSearch(Work& work, const EventRow& event, const std::string& venueName) {
    PgParams params;
    params.addInt8(event.id.value);
    params.addInt8(event.startsAt.micros);
    params.addBool(event.sale == engine::SaleState::Draft);
    params.addText(event.city);
    params.addText(searchWords(event.city + " " + venueName));
    params.addText(searchWords(event.title));
    work.run(
        "INSERT INTO event_search (event_id, starts_at, draft, city, place, words) "
        "VALUES ($1, $2, $3, $4, $5, "
        "array_to_tsvector(string_to_array(btrim(lower($6 || ' ' || $5)), ' ')))",
        params);
}

}  // namespace tessera::store
