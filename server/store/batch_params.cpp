// SPDX-License-Identifier: Apache-2.0
#include "server/store/batch_params.h"

#include <algorithm>
#include <map>

#include "server/store/batch_params_staff.h"
#include "server/store/batch_rows.h"
#include "server/store/search_words.h"
#include "server/store/terms_codec.h"

namespace tessera::store {
namespace {

void addSeats(PgParams& params, const engine::Changes& changes) {
    Int8Matrix seats(6, changes.seats.size());
    for (std::size_t i = 0; i < changes.seats.size(); ++i) {
        const engine::SeatChange& c = changes.seats[i];
        setRow(seats, i,
               {c.seat.value, wide(c.from.status), c.from.holder, wide(c.to.status), c.to.holder,
                c.to.allocation.value});
    }
    params.add(PgType::Int8Array, seats.take());
    Int8Matrix areas(3, changes.areas.size());
    for (std::size_t i = 0; i < changes.areas.size(); ++i) {
        const engine::AreaChange& c = changes.areas[i];
        setRow(areas, i, {c.area.value, c.heldDelta, c.soldDelta});
    }
    params.add(PgType::Int8Array, areas.take());
}

struct ReservationArrays {
    explicit ReservationArrays(std::size_t rows) : numbers(16, rows) {}
    Int8Matrix numbers;
    ArrayWriter requests{PgType::Uuid};
    ArrayWriter buyers{PgType::Bytea};
    ArrayWriter seats{PgType::Int4};
    ArrayWriter types{PgType::Int2};
    ArrayWriter places{PgType::Int4};
};

void addReservation(ReservationArrays& out, std::size_t i, const engine::ReservationRow& r,
                    bool withTypes) {
    const std::size_t seatsFrom = out.seats.count();
    for (const engine::SeatPick& pick : r.seats) {
        out.seats.addInt4(pick.seat.value);
        if (withTypes) out.types.addInt2(pick.type.value);
    }
    const std::size_t placesFrom = out.places.count();
    for (const engine::AreaPlaces& line : r.areas) {
        out.places.addInt4(line.area.value);
        out.places.addInt4(line.type.value);
        out.places.addInt4(line.count);
    }
    setRow(out.numbers, i,
           {r.id.value, r.fingerprint.value, r.createdAt.micros, r.total.minor, r.expiresAt.micros,
            r.extended.micros, r.termsVersion, wide(r.channel), wide(r.state), wide(r.reason),
            r.code.value, r.order.value, wide(seatsFrom), wide(out.seats.count()), wide(placesFrom),
            wide(out.places.count())});
    out.requests.addBytes(asText(r.request.bytes.data(), r.request.bytes.size()));
    out.buyers.addBytes(asText(r.buyer.bytes.data(), r.buyer.bytes.size()));
}

// Types are left out where every seat of the batch has type 0; where only some reservations have
// others, the zeros are written too.
bool hasTypes(const engine::Changes& changes) {
    const auto typed = [](const engine::SeatPick& pick) { return pick.type.value != 0; };
    return std::any_of(
        changes.reservations.begin(), changes.reservations.end(),
        [&](const auto& r) { return std::any_of(r.seats.begin(), r.seats.end(), typed); });
}

void addReservations(PgParams& params, const engine::Changes& changes) {
    const std::size_t n = changes.reservations.size();
    ReservationArrays out(n);
    const bool withTypes = hasTypes(changes);
    for (std::size_t i = 0; i < n; ++i) addReservation(out, i, changes.reservations[i], withTypes);
    params.add(PgType::Int8Array, out.numbers.take());
    params.add(PgType::UuidArray, out.requests.take());
    params.add(PgType::ByteaArray, out.buyers.take());
    params.add(PgType::Int4Array, out.seats.take());
    params.add(PgType::Int2Array, out.types.take());
    params.add(PgType::Int4Array, out.places.take());

    Int8Matrix updates(7, changes.reservationUpdates.size());
    for (std::size_t i = 0; i < changes.reservationUpdates.size(); ++i) {
        const engine::ReservationUpdate& u = changes.reservationUpdates[i];
        setRow(updates, i,
               {u.id.value, wide(u.from), wide(u.to), u.expiresAt.micros, u.extended.micros,
                u.order.value, wide(u.reason)});
    }
    params.add(PgType::Int8Array, updates.take());
}

void addOrders(PgParams& params, const engine::Changes& changes) {
    Int8Matrix orders(6, changes.orders.size());
    ArrayWriter texts(PgType::Text);
    for (std::size_t i = 0; i < changes.orders.size(); ++i) {
        const engine::OrderRow& o = changes.orders[i];
        setRow(orders, i,
               {o.id.value, o.reservation.value, wide(o.state), o.createdAt.micros,
                o.payDeadline.micros, o.total.minor});
    }
    for (const auto& o : changes.orders) texts.addBytes(o.contactName);
    for (const auto& o : changes.orders) texts.addBytes(o.contactEmail);
    for (const auto& o : changes.orders) texts.addBytes(o.language);
    for (const auto& o : changes.orders) texts.addBytes(encodeQuote(o.quote));
    for (const auto& o : changes.orders) texts.addBytes(o.contactPhone);
    params.add(PgType::Int8Array, orders.take());
    params.add(PgType::TextArray, texts.take());

    Int8Matrix updates(6, changes.orderUpdates.size());
    ArrayWriter evidence(PgType::Text);
    for (std::size_t i = 0; i < changes.orderUpdates.size(); ++i) {
        const engine::OrderUpdate& u = changes.orderUpdates[i];
        setRow(updates, i,
               {u.id.value, wide(u.from), wide(u.to), u.payDeadline.micros, u.version,
                u.acceptedMove});
        evidence.addBytes(u.evidence);
    }
    params.add(PgType::Int8Array, updates.take());
    params.add(PgType::TextArray, evidence.take());
}

void addTenders(PgParams& params, const engine::Changes& changes) {
    Int8Matrix rows(7, changes.tenders.size());
    ArrayWriter references(PgType::Text);
    for (std::size_t i = 0; i < changes.tenders.size(); ++i) {
        const engine::TenderRow& t = changes.tenders[i];
        setRow(rows, i,
               {t.id.value, t.order.value, wide(t.kind), wide(t.provider), t.amount.minor,
                t.createdAt.micros, t.dueAt.micros});
        references.addBytes(t.reference);
    }
    params.add(PgType::Int8Array, rows.take());
    params.add(PgType::TextArray, references.take());
}

void addAttempts(PgParams& params, const engine::Changes& changes) {
    Int8Matrix attempts(7, changes.attempts.size());
    for (std::size_t i = 0; i < changes.attempts.size(); ++i) {
        const engine::AttemptRow& a = changes.attempts[i];
        setRow(attempts, i,
               {a.id.value, a.order.value, a.tender.value, wide(a.state), a.amount.minor,
                a.createdAt.micros, wide(a.provider)});
    }
    params.add(PgType::Int8Array, attempts.take());

    Int8Matrix updates(8, changes.attemptUpdates.size());
    ArrayWriter texts(PgType::Text);
    for (std::size_t i = 0; i < changes.attemptUpdates.size(); ++i) {
        const engine::AttemptUpdate& u = changes.attemptUpdates[i];
        setRow(updates, i,
               {u.id.value, wide(u.from), wide(u.to), u.authorized.minor, u.captured.minor,
                u.refunded.minor, u.captureBefore.micros, u.attemptTry});
    }
    for (const auto& u : changes.attemptUpdates) texts.addBytes(u.objectId);
    for (const auto& u : changes.attemptUpdates) texts.addBytes(u.clientSecret);
    for (const auto& u : changes.attemptUpdates) texts.addBytes(u.evidence);
    for (const auto& u : changes.attemptUpdates) texts.addBytes(u.cardLast4);
    params.add(PgType::Int8Array, updates.take());
    params.add(PgType::TextArray, texts.take());
}

void addRefunds(PgParams& params, const engine::Changes& changes) {
    Int8Matrix refunds(9, changes.refunds.size());
    for (std::size_t i = 0; i < changes.refunds.size(); ++i) {
        const engine::RefundRow& r = changes.refunds[i];
        setRow(refunds, i,
               {r.id.value, r.group.value, r.order.value, r.attempt.value, wide(r.reason),
                wide(r.state), r.amount.minor, r.retained.minor, r.createdAt.micros});
    }
    params.add(PgType::Int8Array, refunds.take());

    Int8Matrix updates(4, changes.refundUpdates.size());
    ArrayWriter texts(PgType::Text);
    for (std::size_t i = 0; i < changes.refundUpdates.size(); ++i) {
        const engine::RefundUpdate& u = changes.refundUpdates[i];
        setRow(updates, i, {u.id.value, wide(u.from), wide(u.to), u.attemptTry});
    }
    for (const auto& u : changes.refundUpdates) texts.addBytes(u.objectId);
    for (const auto& u : changes.refundUpdates) texts.addBytes(u.evidence);
    params.add(PgType::Int8Array, updates.take());
    params.add(PgType::TextArray, texts.take());
}

void addTickets(PgParams& params, const engine::Changes& changes) {
    Int8Matrix tickets(13, changes.tickets.size());
    for (std::size_t i = 0; i < changes.tickets.size(); ++i) {
        const engine::TicketRow& t = changes.tickets[i];
        setRow(tickets, i,
               {t.id.value, t.order.value, t.seat ? t.seat->value : -1, t.area ? t.area->value : -1,
                t.type.value, wide(t.state), t.price.minor, t.refund.value, t.exchange.value,
                t.offer.value, t.transfer.value, t.replaces.value, t.offerUntil.micros});
    }
    params.add(PgType::Int8Array, tickets.take());
    Int8Matrix updates(7, changes.ticketUpdates.size());
    for (std::size_t i = 0; i < changes.ticketUpdates.size(); ++i) {
        const engine::TicketUpdate& u = changes.ticketUpdates[i];
        setRow(updates, i,
               {u.id.value, wide(u.from), wide(u.to), u.refund.value, u.exchange.value,
                u.offer.value, u.offerUntil.micros});
    }
    params.add(PgType::Int8Array, updates.take());
}

void addOutbox(PgParams& params, const engine::Changes& changes) {
    Int8Matrix rows(10, changes.outbox.size());
    ArrayWriter texts(PgType::Text);
    for (std::size_t i = 0; i < changes.outbox.size(); ++i) {
        const engine::OutboxRow& o = changes.outbox[i];
        setRow(rows, i,
               {o.seq.value, o.order.value, o.attempt.value, wide(o.operation), o.attemptTry,
                o.failures, o.notBefore.micros, o.amount.minor, wide(o.provider), o.refund.value});
    }
    for (const auto& o : changes.outbox) texts.addBytes(o.objectId);
    for (const auto& o : changes.outbox) texts.addBytes(o.payload);
    params.add(PgType::Int8Array, rows.take());
    params.add(PgType::TextArray, texts.take());
    Int8Matrix closed(1, changes.outboxClosed.size());
    for (std::size_t i = 0; i < changes.outboxClosed.size(); ++i) {
        closed.set(0, i, changes.outboxClosed[i].value);
    }
    params.add(PgType::Int8Array, closed.take());

    Int8Matrix ledger(7, changes.ledger.size());
    for (std::size_t i = 0; i < changes.ledger.size(); ++i) {
        const engine::LedgerEntry& e = changes.ledger[i];
        setRow(ledger, i,
               {e.id, e.order.value, e.attempt.value, wide(e.account), e.amount.minor, e.at.micros,
                e.refund.value});
    }
    params.add(PgType::Int8Array, ledger.take());
}

void addRequests(PgParams& params, const engine::Changes& changes) {
    Int8Matrix rows(4, changes.requests.size());
    ArrayWriter ids(PgType::Uuid);
    for (std::size_t i = 0; i < changes.requests.size(); ++i) {
        const engine::RequestRow& r = changes.requests[i];
        setRow(rows, i, {r.fingerprint.value, r.kind, r.target, r.at.micros});
        ids.addBytes(asText(r.request.bytes.data(), r.request.bytes.size()));
    }
    params.add(PgType::Int8Array, rows.take());
    params.add(PgType::UuidArray, ids.take());
}

// One row of each code: its uses, and how it is from now on (null: as it was).
void addCodeChanges(PgParams& params, const engine::Changes& changes) {
    std::map<CodeId, std::int64_t> deltas;
    for (const engine::CodeUse& use : changes.codeUses) deltas[use.code] += use.delta;
    for (const engine::CodeUpdate& update : changes.codeUpdates) deltas.emplace(update.id, 0);
    Int8Matrix rows(5, deltas.size());
    std::size_t i = 0;
    for (const auto& [code, delta] : deltas) {
        setRow(rows, i, {code.value, delta});
        const auto update = std::ranges::find(changes.codeUpdates, code, &engine::CodeUpdate::id);
        if (update == changes.codeUpdates.end()) {
            for (const std::size_t column : {2, 3, 4}) rows.setNull(column, i);
        } else {
            rows.set(2, i, update->usesMax);
            rows.set(3, i, update->validFrom.micros);
            rows.set(4, i, update->validUntil.micros);
        }
        ++i;
    }
    params.add(PgType::Int8Array, rows.take());
}

void addCodes(PgParams& params, const engine::Changes& changes) {
    Int8Matrix rows(10, changes.codes.size());
    ArrayWriter texts(PgType::Text);
    for (std::size_t i = 0; i < changes.codes.size(); ++i) {
        const engine::Code& c = changes.codes[i];
        setRow(rows, i,
               {c.id.value, wide(c.discount), c.rate.ppm, c.amount.minor, c.usesMax, c.uses,
                c.validFrom.micros, c.validUntil.micros, c.opensPresale ? 1 : 0, c.unlocks.value});
        texts.addBytes(c.text);
    }
    for (const engine::Code& c : changes.codes) {
        texts.addBytes(numbersText(
            c.categories, [](CategoryNo category) { return std::to_string(category.value); }));
    }
    params.add(PgType::Int8Array, rows.take());
    params.add(PgType::TextArray, texts.take());
    addCodeChanges(params, changes);
}

void addTerms(PgParams& params, const engine::Changes& changes) {
    const std::size_t n = changes.terms.size();
    Int8Matrix rows(3, n);
    ArrayWriter texts(PgType::Text);
    // The last row is what the event shows from now on; an empty document leaves what was shown.
    std::vector<ShownFacts> facts;
    for (std::size_t i = 0; i < n; ++i) {
        const engine::TermsWrite& t = changes.terms[i];
        const bool shows = i == 0 || !t.document.empty();
        facts.push_back(shows ? shownFactsOf(t.document) : facts.back());
        setRow(rows, i, {t.terms.version, wide(t.terms.sale), 0});
        if (facts[i].startsAt) {
            rows.set(2, i, facts[i].startsAt->micros);
        } else {
            rows.setNull(2, i);
        }
    }
    for (const auto& t : changes.terms) texts.addBytes(encodeTerms(t.terms));
    const std::string* document = nullptr;
    for (const auto& t : changes.terms) {
        if (!t.document.empty()) document = &t.document;
        document != nullptr ? texts.addBytes(*document) : texts.addNull();
    }
    for (const ShownFacts& f : facts) f.title ? texts.addBytes(*f.title) : texts.addNull();
    for (const ShownFacts& f : facts) {
        f.title ? texts.addBytes(searchWords(*f.title)) : texts.addNull();
    }
    params.add(PgType::Int8Array, rows.take());
    params.add(PgType::TextArray, texts.take());
}

// Whom a ticket was handed on to; left out where none was.
void addTicketTexts(PgParams& params, const engine::Changes& changes) {
    ArrayWriter texts(PgType::Text);
    for (const auto& t : changes.tickets) texts.addBytes(t.holderName);
    for (const auto& t : changes.tickets) texts.addBytes(t.holderEmail);
    params.add(PgType::TextArray, texts.take());
}

}  // namespace

std::string applyBatchStatement(BatchWith with) {
    BatchHead head;
    if (with.trail) head.trail.emplace_back();
    const int count = paramsOf(head, engine::Changes{}).size();
    std::string sql = with.trail ? "SELECT apply_batch_of_staff(" : "SELECT apply_batch(";
    for (int i = 1; i <= count; ++i) sql += (i == 1 ? "$" : ",$") + std::to_string(i);
    sql += ")";
    if (!with.desk) return sql;
    return sql + ", apply_batch_desk($1,$" + std::to_string(count + 1) + ",$" +
           std::to_string(count + 2) + ")";
}

PgParams paramsOf(const BatchHead& head, const engine::Changes& changes) {
    PgParams params;
    params.addInt8(head.event.value);
    params.addInt8(head.epoch);
    params.addInt8(head.batch);
    params.addInt8(head.now.micros);
    params.addInt8(head.wakeAt.micros);
    params.addBool(head.mapChanged);
    addSeats(params, changes);
    addReservations(params, changes);
    addOrders(params, changes);
    addTenders(params, changes);
    addAttempts(params, changes);
    addRefunds(params, changes);
    addTickets(params, changes);
    addOutbox(params, changes);
    addRequests(params, changes);
    addCodes(params, changes);
    addTerms(params, changes);
    addTicketTexts(params, changes);
    addReprices(params, changes);
    if (!head.trail.empty()) addTrail(params, head.trail);
    if (!changes.desk.empty()) addDesk(params, changes);
    return params;
}

}  // namespace tessera::store
