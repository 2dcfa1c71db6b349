// SPDX-License-Identifier: Apache-2.0
#include "server/store/order_search.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "server/store/folded_text.h"
#include "server/store/limits.h"
#include "server/store/search_words.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

constexpr const char* kSession = "-c jit=off -c lock_timeout=3s";

// What many orders have is found among the latest of all; what few have is found by its index. So
// neither needs statistics, which say little of prefixes. Parameters: words, order and event
// before, event, begun after, limit.
constexpr std::int32_t kLatest = 2000;

constexpr const char* kWordsAmongLatest =
    "SELECT s.event_id, s.order_id FROM (SELECT event_id, order_id, words FROM order_search "
    "WHERE (order_id, event_id) < ($2, $3) ORDER BY order_id DESC, event_id DESC LIMIT $7) AS s "
    "JOIN event_search e ON e.event_id = s.event_id "
    "WHERE s.words @@ $1::tsquery AND e.starts_at >= $5 AND $4 = 0::bigint "
    "ORDER BY s.order_id DESC, s.event_id DESC LIMIT $6";

constexpr const char* kWordsByIndex =
    "SELECT s.event_id, s.order_id FROM (SELECT event_id, order_id FROM order_search "
    "WHERE words @@ $1::tsquery OFFSET 0) AS s JOIN event_search e ON e.event_id = s.event_id "
    "WHERE (s.order_id, s.event_id) < ($2, $3) AND e.starts_at >= $5 AND $4 = 0::bigint "
    "ORDER BY s.order_id DESC, s.event_id DESC LIMIT $6";

constexpr const char* kWordsOfEventLatest =
    "SELECT s.event_id, s.order_id FROM (SELECT event_id, order_id, words FROM order_search "
    "WHERE event_id = $4 AND (order_id, event_id) < ($2, $3) ORDER BY order_id DESC LIMIT $7) "
    "AS s WHERE s.words @@ $1::tsquery AND $5 >= 0::bigint ORDER BY s.order_id DESC LIMIT $6";

constexpr const char* kWordsOfEvent =
    "SELECT s.event_id, s.order_id FROM (SELECT event_id, order_id FROM order_search "
    "WHERE event_id = $4 AND words @@ $1::tsquery OFFSET 0) AS s "
    "WHERE (s.order_id, s.event_id) < ($2, $3) AND $5 >= 0::bigint "
    "ORDER BY s.order_id DESC LIMIT $6";

constexpr const char* kByCard =
    "SELECT DISTINCT a.event_id, a.order_id FROM payment_attempt a "
    "JOIN event_search e ON e.event_id = a.event_id "
    "WHERE a.card_last4 = $1 AND a.card_last4 <> '' AND (a.order_id, a.event_id) < ($2, $3) "
    "AND e.starts_at >= $5 AND ($4 = 0::bigint OR a.event_id = $4) "
    "ORDER BY a.order_id DESC, a.event_id DESC LIMIT $6";

constexpr const char* kBySeat =
    "SELECT DISTINCT event_id, order_id FROM ticket WHERE event_id = $1 AND live "
    "AND seat_no = ANY ($2) AND order_id < $3 ORDER BY order_id DESC LIMIT $4";

constexpr const char* kLines =
    "SELECT u.event_id, u.order_id, o.state, o.created_at, o.contact_name, o.contact_email, "
    "o.total, r.channel, t.live, t.seats, t.areas, b.refunding "
    "FROM unnest($1, $2) WITH ORDINALITY AS u(event_id, order_id, place) "
    "CROSS JOIN LATERAL (SELECT * FROM ticket_order WHERE event_id = u.event_id "
    "AND order_id = u.order_id OFFSET 0) AS o "
    "CROSS JOIN LATERAL (SELECT channel FROM reservation WHERE event_id = u.event_id "
    "AND reservation_id = o.reservation_id OFFSET 0) AS r "
    "CROSS JOIN LATERAL (SELECT count(*) AS live, "
    "coalesce(string_agg(seat_no::text, ' ' ORDER BY seat_no), '') AS seats, "
    "coalesce(string_agg(DISTINCT area_no::text, ' '), '') AS areas FROM ticket "
    "WHERE event_id = u.event_id AND order_id = u.order_id AND live OFFSET 0) AS t "
    "CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0)::bigint AS refunding FROM refund "
    "WHERE event_id = u.event_id AND order_id = u.order_id AND state <> 3 OFFSET 0) AS b "
    "ORDER BY u.place";

constexpr const char* kOrderOf =
    "SELECT event_id, order_id FROM ticket WHERE event_id = $1 AND ticket_id = $2";

constexpr const char* kAtDesk =
    "SELECT o.contact_name, o.contact_email, o.language, o.contact_phone, "
    "coalesce(d.note, ''), r.channel, coalesce((SELECT s.name FROM trail t "
    "JOIN staff s ON s.staff_id = t.staff_id WHERE t.event_id = $1 AND t.subject = $2 "
    "AND t.action = 'checkout' ORDER BY t.number LIMIT 1), '') "
    "FROM ticket_order o LEFT JOIN order_desk d ON d.event_id = $1 AND d.order_id = $2 "
    "JOIN reservation r ON r.event_id = $1 AND r.reservation_id = o.reservation_id "
    "WHERE o.event_id = $1 AND o.order_id = $2";

constexpr const char* kTicketsAtDeskOf =
    "SELECT t.ticket_id, t.holder_name, coalesce(d.prints, 0), coalesce(d.printed_at, 0), "
    "coalesce(d.handed_out_at, 0) FROM ticket t "
    "LEFT JOIN ticket_desk d ON d.event_id = $1 AND d.ticket_id = t.ticket_id "
    "WHERE t.event_id = $1 AND t.order_id = $2 ORDER BY t.ticket_id LIMIT $3";

constexpr const char* kMakerOf =
    "SELECT s.name, coalesce(d.name, '') FROM trail t JOIN staff s ON s.staff_id = t.staff_id "
    "LEFT JOIN device d ON d.device_id = t.device_id WHERE t.event_id = $1 AND t.subject = $2 "
    "AND t.action = 'create_reservation' ORDER BY t.number LIMIT 1";

SteadyTime inTime(Duration patience) {
    return steady_clock::now() + std::chrono::microseconds(patience.micros);
}

OrderPlace beforeOf(const OrderQuery& query) {
    constexpr std::int64_t kAll = std::numeric_limits<std::int64_t>::max();
    return query.before.value_or(OrderPlace{EventId{kAll}, OrderId{kAll}});
}

PgParams paramsOf(const OrderQuery& query, const std::string& what) {
    const OrderPlace before = beforeOf(query);
    PgParams params;
    params.addText(what);
    params.addInt8(before.order.value);
    params.addInt8(before.event.value);
    params.addInt8(query.event.value_or(EventId{}).value);
    params.addInt8(query.event ? 0 : query.startedAfter.micros);
    params.addInt4(query.limit);
    return params;
}

void addTo(std::vector<OrderPlace>& places, const PgRows& rows) {
    for (int i = 0; i < rows.count(); ++i) {
        places.push_back({EventId{rows.number(i, 0)}, OrderId{rows.number(i, 1)}});
    }
}

// Numbers with blanks between them, as string_agg writes them.
template <class Id>
std::vector<Id> numbersOf(std::string_view text) {
    std::vector<Id> out;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end && std::ssize(out) < kSeatsShown) {
        typename Id::rep value{};
        const auto [next, fault] = std::from_chars(at, end, value);
        if (fault != std::errc{}) break;
        out.push_back(Id{value});
        at = next + 1;
    }
    return out;
}

std::optional<Instant> timeAt(const PgRows& rows, int i, int column) {
    const std::int64_t micros = rows.number(i, column);
    return micros == 0 ? std::nullopt : std::optional(Instant{micros});
}

}  // namespace

std::string buyerWords(const std::string& name, const std::string& email,
                       const std::string& phone) {
    return searchWords(phoneWords(phone) + ' ' + foldedText(name) + ' ' + foldedText(email));
}

std::string buyerQuery(std::string_view text) {
    std::string query = prefixQuery(foldedText(text));
    const std::string digits = phoneDigits(text);
    if (digits.empty() || query.empty()) return query;
    return "(" + query + ") | '" + digits + "':*";
}

OrderSearch::OrderSearch(const std::string& conninfo, std::size_t connections)
    : pool_(conninfo, kSession, connections) {}

Result<PgRows> OrderSearch::ask(const char* sql, const PgParams& params, const char* tried,
                                Duration patience) {
    const auto deadline = inTime(patience);
    auto lease = pool_.lease(deadline);
    if (!lease) return tl::make_unexpected(lease.error());
    auto rows = (*lease)->query(sql, params, deadline);
    if (!rows) return tl::make_unexpected(errorOf(rows.error(), tried));
    return std::move(*rows);
}

Result<std::vector<OrderPlace>> OrderSearch::byWords(const OrderQuery& query) {
    std::vector<OrderPlace> found;
    const std::string words = buyerQuery(query.text);
    if (words.empty()) return found;
    PgParams latest = paramsOf(query, words);
    latest.addInt4(kLatest);
    auto rows = ask(query.event ? kWordsOfEventLatest : kWordsAmongLatest, latest, "find orders");
    if (rows && rows->count() < query.limit) {
        rows =
            ask(query.event ? kWordsOfEvent : kWordsByIndex, paramsOf(query, words), "find orders");
    }
    if (!rows) return tl::make_unexpected(rows.error());
    addTo(found, *rows);
    return found;
}

Result<std::vector<OrderPlace>> OrderSearch::byOther(const OrderQuery& query) {
    std::vector<OrderPlace> found;
    if (!query.cardLast4.empty()) {
        const auto rows = ask(kByCard, paramsOf(query, query.cardLast4), "find orders by card");
        if (!rows) return tl::make_unexpected(rows.error());
        addTo(found, *rows);
    }
    if (!query.seats.empty() && query.event) {
        ArrayWriter seats(PgType::Int4);
        for (const SeatNo seat : query.seats) seats.addInt4(seat.value);
        PgParams params;
        params.addInt8(query.event->value);
        params.add(PgType::Int4Array, seats.take(true));
        params.addInt8(beforeOf(query).order.value);
        params.addInt4(query.limit);
        const auto rows = ask(kBySeat, params, "find orders by seat");
        if (!rows) return tl::make_unexpected(rows.error());
        addTo(found, *rows);
    }
    return found;
}

Result<std::vector<OrderPlace>> OrderSearch::find(const OrderQuery& query) {
    auto found = byWords(query);
    if (!found) return found;
    const auto more = byOther(query);
    if (!more) return more;
    found->insert(found->end(), more->begin(), more->end());
    const auto later = [](const OrderPlace& a, const OrderPlace& b) {
        return std::pair(a.order, a.event) > std::pair(b.order, b.event);
    };
    std::ranges::sort(*found, later);
    found->erase(std::unique(found->begin(), found->end()), found->end());
    if (std::ssize(*found) > query.limit) found->resize(static_cast<std::size_t>(query.limit));
    return found;
}

Result<std::vector<OrderLine>> OrderSearch::lines(const std::vector<OrderPlace>& places) {
    std::vector<OrderLine> out;
    if (places.empty()) return out;
    ArrayWriter events(PgType::Int8);
    ArrayWriter orders(PgType::Int8);
    for (const OrderPlace& place : places) {
        events.addInt8(place.event.value);
        orders.addInt8(place.order.value);
    }
    PgParams params;
    params.add(PgType::Int8Array, events.take());
    params.add(PgType::Int8Array, orders.take());
    const auto rows = ask(kLines, params, "list orders");
    if (!rows) return tl::make_unexpected(rows.error());
    for (int i = 0; i < rows->count(); ++i) {
        OrderLine line;
        line.place = {EventId{rows->number(i, 0)}, OrderId{rows->number(i, 1)}};
        line.state = rows->as<engine::OrderState>(i, 2);
        line.createdAt = Instant{rows->number(i, 3)};
        line.name = rows->text(i, 4);
        line.email = rows->text(i, 5);
        line.total = Money{rows->number(i, 6)};
        line.channel = rows->as<engine::Channel>(i, 7);
        line.tickets = rows->as<std::int32_t>(i, 8);
        line.seats = numbersOf<SeatNo>(rows->bytes(i, 9));
        line.areas = numbersOf<AreaNo>(rows->bytes(i, 10));
        line.refunding = Money{rows->number(i, 11)};
        out.push_back(std::move(line));
    }
    return out;
}

Result<std::optional<OrderPlace>> OrderSearch::orderOf(EventId event, TicketId ticket) {
    PgParams params;
    params.addInt8(event.value);
    params.addInt8(ticket.value);
    const auto rows = ask(kOrderOf, params, "find a ticket's order");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() == 0) return std::nullopt;
    return OrderPlace{event, OrderId{rows->number(0, 1)}};
}

Result<Maker> OrderSearch::makerOf(EventId event, ReservationId reservation) {
    PgParams params;
    params.addInt8(event.value);
    params.addInt8(reservation.value);
    const auto rows = ask(kMakerOf, params, "read who has made a reservation", kMakerPatience);
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() == 0) return Maker{};
    return Maker{rows->text(0, 0), rows->text(0, 1)};
}

Result<std::optional<OrderAtDesk>> OrderSearch::atDesk(EventId event, OrderId order) {
    PgParams params;
    params.addInt8(event.value);
    params.addInt8(order.value);
    const auto rows = ask(kAtDesk, params, "read an order for staff");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() == 0) return std::nullopt;
    OrderAtDesk out;
    out.name = rows->text(0, 0);
    out.email = rows->text(0, 1);
    out.language = rows->text(0, 2);
    out.phone = rows->text(0, 3);
    out.note = rows->text(0, 4);
    out.channel = rows->as<engine::Channel>(0, 5);
    out.soldBy = rows->text(0, 6);
    params.addInt4(kTicketsAtDesk);
    const auto tickets = ask(kTicketsAtDeskOf, params, "read an order's tickets for staff");
    if (!tickets) return tl::make_unexpected(tickets.error());
    for (int i = 0; i < tickets->count(); ++i) {
        out.tickets.push_back({TicketId{tickets->number(i, 0)}, tickets->text(i, 1),
                               tickets->as<std::int32_t>(i, 2), timeAt(*tickets, i, 3),
                               timeAt(*tickets, i, 4)});
    }
    return out;
}

}  // namespace tessera::store
