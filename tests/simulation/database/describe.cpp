// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/database/describe.h"

#include <type_traits>

#include "server/store/terms_codec.h"

namespace tessera::simulation {
namespace {

// A class, so that each of them knows all others.
struct Text {
    template <class T>
    static std::string text(const T& value) {
        if constexpr (std::is_enum_v<T>) {
            return std::to_string(static_cast<int>(value));
        } else {
            return std::to_string(value);
        }
    }
    template <class Tag, class Rep>
    static std::string text(const StrongId<Tag, Rep>& id) {
        return std::to_string(id.value);
    }
    static std::string text(const std::string& words) { return "'" + words + "'"; }
    static std::string text(Money money) { return std::to_string(money.minor); }
    static std::string text(Instant instant) { return std::to_string(instant.micros); }
    static std::string text(Duration duration) { return std::to_string(duration.micros); }
    static std::string text(const RequestId& id) { return toString(id); }
    static std::string text(const CallerHash& hash) {
        std::string out;
        for (const std::uint8_t byte : hash.bytes) out += std::to_string(byte) + ".";
        return out;
    }
    static std::string text(const engine::Quote& quote) { return store::encodeQuote(quote); }
    template <class T>
    static std::string text(const std::optional<T>& value) {
        return value ? text(*value) : "-";
    }

    template <class... Fields>
    static std::string row(const char* what, const Fields&... fields) {
        std::string out = what;
        ((out += ' ', out += text(fields)), ...);
        return out;
    }

    static std::string text(const engine::SeatPick& p) { return row("pick", p.seat, p.type); }
    static std::string text(const engine::AreaPlaces& p) {
        return row("places", p.area, p.type, p.count);
    }
    static std::string text(const engine::SeatState& s) {
        return row("seat", s.status, s.allocation, s.holder);
    }
    static std::string text(const engine::ReservationRow& r) {
        return row("reservation", r.id, r.request, r.fingerprint, r.buyer, r.channel, r.state,
                   r.createdAt, r.expiresAt, r.extended, r.seats, r.areas, r.code, r.termsVersion,
                   r.total, r.order, r.reason);
    }
    static std::string text(const engine::OrderRow& o) {
        return row("order", o.id, o.reservation, o.state, o.createdAt, o.payDeadline, o.total,
                   o.contactName, o.contactEmail, o.language, o.quote, o.tender);
    }
    static std::string text(const engine::AttemptRow& a) {
        return row("attempt", a.id, a.order, a.tender, a.state, a.amount, a.createdAt, a.provider);
    }
    static std::string text(const engine::AttemptUpdate& u) {
        return row("facts", u.id, u.order, u.from, u.to, u.objectId, u.clientSecret, u.authorized,
                   u.captured, u.refunded, u.evidence, u.captureBefore, u.attemptTry);
    }
    static std::string text(const engine::TenderRow& t) {
        return row("tender", t.id, t.order, t.kind, t.provider, t.amount, t.createdAt, t.reference);
    }
    static std::string text(const engine::RefundRow& r) {
        return row("refund", r.id, r.group, r.order, r.attempt, r.reason, r.state, r.amount,
                   r.retained, r.createdAt);
    }
    static std::string text(const engine::RefundUpdate& u) {
        return row("refund facts", u.id, u.order, u.from, u.to, u.objectId, u.attemptTry,
                   u.evidence);
    }
    static std::string text(const engine::TicketRow& t) {
        return row("ticket", t.id, t.order, t.seat, t.area, t.type, t.state, t.price, t.refund,
                   t.exchange, t.offer, t.offerUntil, t.transfer, t.replaces, t.holderName,
                   t.holderEmail);
    }
    static std::string text(const engine::OutboxRow& o) {
        return row("outbox", o.seq, o.order, o.attempt, o.operation, o.attemptTry, o.failures,
                   o.notBefore, o.amount, o.objectId, o.provider, o.refund, o.payload);
    }
    static std::string text(const engine::LedgerEntry& e) {
        return row("ledger", e.id, e.order, e.attempt, e.account, e.amount, e.at, e.refund);
    }
    static std::string text(const engine::RequestRow& r) {
        return row("request", r.request, r.fingerprint, r.kind, r.target, r.at);
    }
    static std::string text(const engine::Code& c) {
        return row("code", c.id, c.text, c.discount, c.rate.ppm, c.amount, c.usesMax, c.uses,
                   c.validFrom, c.validUntil, c.opensPresale, c.unlocks, c.categories);
    }
    static std::string text(const engine::EventTerms& terms) { return store::encodeTerms(terms); }
    static std::string text(const engine::LoadedEvent::AreaCount& a) {
        return row("area", a.held, a.sold);
    }
    static std::string text(const EventTables::Area& a) {
        return row("area", a.capacity, a.held, a.sold);
    }
    static std::string text(const engine::LoadedEvent::LoadedOrder& o) {
        return row("loaded", o.row, o.version, o.acceptedMove, o.tenders, o.attempts,
                   o.attemptFacts, o.refunds, o.refundFacts, o.tickets);
    }

    template <class T>
    static std::string text(const std::vector<T>& values) {
        std::string out = "[";
        for (const T& value : values) out += text(value) + ";";
        return out + "]";
    }

    template <class T>
    static std::string lines(const std::vector<T>& rows) {
        std::string out;
        for (const T& one : rows) out += text(one) + "\n";
        return out;
    }
};

}  // namespace

std::string describe(const store::TakenOver::Request& r) {
    return Text::row("request", r.request, r.fingerprint, r.kind, r.target);
}

std::string describe(const store::TakenOver& taken) {
    const engine::LoadedEvent& loaded = taken.loaded;
    std::string out =
        Text::row("event", loaded.event, taken.epoch, loaded.lastBatch, taken.mapRevision,
                  loaded.lastId, loaded.lastTime, taken.layout->seatCount()) +
        "\n";
    out += Text::lines(loaded.terms) + Text::lines(loaded.seats) + Text::lines(loaded.areas) +
           Text::lines(loaded.codes) + Text::lines(loaded.reservations) +
           Text::lines(loaded.orders) + Text::lines(loaded.outbox);
    for (const auto& request : taken.requests) out += describe(request) + "\n";
    return out;
}

std::string describe(const store::StoredReservation& stored) {
    return Text::row("stored", stored.row, stored.quote) + " " + toString(stored.currency);
}

std::string describe(const store::StoredOrder& stored) {
    return Text::row("stored", stored.row, stored.reservation, stored.tickets, stored.evidence) +
           " " + toString(stored.currency);
}

std::string describe(const engine::OrderRecord& record) {
    return Text::row("record", record.order, record.version, record.batch, record.asOf,
                     record.evidence, record.tenders, record.attempts, record.attemptFacts,
                     record.refunds, record.refundFacts, record.tickets, record.reservation);
}

std::string describe(const store::ManualRow& m) {
    return Text::row("manual", m.order, m.amount, m.evidence, m.refund, m.refundFacts, m.provider);
}

std::string describe(const EventTables& t) {
    return Text::row("event", t.event, t.lastBatch, t.mapRevision, t.lastTime) + "\n" +
           Text::lines(t.seats) + Text::lines(t.areas) + Text::lines(t.reservations) +
           Text::lines(t.orders) + Text::lines(t.tenders) + Text::lines(t.attempts) +
           Text::lines(t.attemptFacts) + Text::lines(t.refunds) + Text::lines(t.refundFacts) +
           Text::lines(t.tickets) + Text::lines(t.outbox) + Text::lines(t.ledger) +
           Text::lines(t.requests);
}

}  // namespace tessera::simulation
