// SPDX-License-Identifier: Apache-2.0
// From committed orders into the tables that they are found by. An event's ids grow in the order of
// its commits, so that the last one that is in says all.
#include <optional>
#include <utility>

#include "server/store/limits.h"
#include "server/store/order_search.h"
#include "server/store/pg_work.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

constexpr std::int32_t kEventsAtOnce = 1000;
constexpr std::int32_t kTicketsAtOnce = 2000;

// Owners with holds commit every second: an event without new rows is looked at, and nothing is
// written for it.
constexpr const char* kBehind =
    "SELECT o.event_id, o.last_batch FROM event_owner o "
    "LEFT JOIN order_search_at a ON a.event_id = o.event_id "
    "WHERE o.last_batch > coalesce(a.batch, 0) AND (EXISTS (SELECT 1 FROM ticket_order t "
    "WHERE t.event_id = o.event_id AND t.order_id > coalesce(a.order_id, 0)) "
    "OR EXISTS (SELECT 1 FROM ticket k "
    "WHERE k.event_id = o.event_id AND k.ticket_id > coalesce(a.ticket_id, 0))) LIMIT $1";

constexpr const char* kBegin =
    "INSERT INTO order_search_at (event_id, batch, order_id, ticket_id) VALUES ($1, 0, 0, 0) "
    "ON CONFLICT (event_id) DO NOTHING";

// Whoever has it is at it.
constexpr const char* kTakeUp =
    "SELECT order_id, ticket_id FROM order_search_at WHERE event_id = $1 FOR UPDATE SKIP LOCKED";

constexpr const char* kOrders =
    "SELECT o.order_id, o.contact_name, o.contact_email, o.contact_phone "
    "FROM ticket_order o WHERE o.event_id = $1 AND o.order_id > $2 ORDER BY o.order_id LIMIT $3";

constexpr const char* kTickets =
    "SELECT ticket_id, order_id, holder_email FROM ticket "
    "WHERE event_id = $1 AND ticket_id > $2 ORDER BY ticket_id LIMIT $3";

constexpr const char* kAddWords =
    "INSERT INTO order_search (event_id, order_id, words) "
    "SELECT $1, u.id, array_to_tsvector(string_to_array(u.words, ' ')) "
    "FROM unnest($2, $3) AS u(id, words) ON CONFLICT (event_id, order_id) DO NOTHING";

constexpr const char* kAddTraces =
    "INSERT INTO person_trace (event_id, order_id, ticket_id, person_key, erased) "
    "SELECT $1, u.order_id, u.ticket_id, u.key, false "
    "FROM unnest($2, $3, $4) AS u(order_id, ticket_id, key) "
    "ON CONFLICT (event_id, order_id, ticket_id) DO NOTHING";

constexpr const char* kMoveOn =
    "UPDATE order_search_at SET batch = greatest(batch, $2), order_id = $3, ticket_id = $4 "
    "WHERE event_id = $1";

PgParams eventAnd(EventId event, std::int64_t after, std::int32_t limit) {
    PgParams params;
    params.addInt8(event.value);
    params.addInt8(after);
    params.addInt4(limit);
    return params;
}

// Who is named where.
class Traces {
public:
    void add(std::int64_t order, std::int64_t ticket, const PersonKey& key) {
        orders_.addInt8(order);
        tickets_.addInt8(ticket);
        keys_.addBytes(key);
        ++count_;
    }
    void write(Work& work, EventId event) {
        if (count_ == 0) return;
        PgParams params;
        params.addInt8(event.value);
        params.add(PgType::Int8Array, orders_.take());
        params.add(PgType::Int8Array, tickets_.take());
        params.add(PgType::ByteaArray, keys_.take());
        work.run(kAddTraces, params);
    }

private:
    ArrayWriter orders_{PgType::Int8};
    ArrayWriter tickets_{PgType::Int8};
    ArrayWriter keys_{PgType::Bytea};
    int count_ = 0;
};

void writeWords(Work& work, EventId event, const PgRows& orders) {
    if (!work.good() || orders.count() == 0) return;
    ArrayWriter ids(PgType::Int8);
    ArrayWriter words(PgType::Text);
    for (int i = 0; i < orders.count(); ++i) {
        ids.addInt8(orders.number(i, 0));
        words.addBytes(buyerWords(orders.text(i, 1), orders.text(i, 2), orders.text(i, 3)));
    }
    PgParams params;
    params.addInt8(event.value);
    params.add(PgType::Int8Array, ids.take());
    params.add(PgType::TextArray, words.take());
    work.run(kAddWords, params);
}

std::int64_t lastOf(const PgRows& rows, std::int64_t before) {
    return rows.count() == 0 ? before : rows.number(rows.count() - 1, 0);
}

}  // namespace

Result<std::int64_t> OrderSearch::fill(const PersonKeyOf& keyOf) {
    PgParams most;
    most.addInt4(kEventsAtOnce);
    const auto behind = ask(kBehind, most, "look for new orders");
    if (!behind) return tl::make_unexpected(behind.error());
    std::int64_t filled = 0;
    std::optional<Error> failed;
    for (int i = 0; i < behind->count(); ++i) {
        bool more = true;
        while (more) {
            const auto part =
                fillEvent(EventId{behind->number(i, 0)}, behind->number(i, 1), keyOf, more);
            if (part) {
                filled += *part;
            } else {
                failed = part.error();
                break;
            }
        }
    }
    if (failed) return tl::make_unexpected(*failed);
    return filled;
}

Result<std::int64_t> OrderSearch::fillEvent(EventId event, std::int64_t batch,
                                            const PersonKeyOf& keyOf, bool& more) {
    more = false;
    auto lease = pool_.lease(steady_clock::now() + std::chrono::microseconds(kCallDeadline.micros));
    if (!lease) return tl::make_unexpected(lease.error());
    Work work(**lease, "take up new orders");
    PgParams mine;
    mine.addInt8(event.value);
    work.run(kBegin, mine);
    const PgRows at = work.run(kTakeUp, mine);
    std::int64_t filled = 0;
    if (work.good() && at.count() == 1) {
        const PgRows orders = work.run(kOrders, eventAnd(event, at.number(0, 0), kFilledAtOnce));
        const PgRows tickets = work.run(kTickets, eventAnd(event, at.number(0, 1), kTicketsAtOnce));
        writeWords(work, event, orders);
        Traces traces;
        for (int i = 0; work.good() && i < orders.count(); ++i) {
            const std::string email = orders.text(i, 2);
            if (!email.empty()) traces.add(orders.number(i, 0), 0, keyOf(email));
        }
        for (int i = 0; work.good() && i < tickets.count(); ++i) {
            const std::string email = tickets.text(i, 2);
            if (email.empty()) continue;
            traces.add(tickets.number(i, 1), tickets.number(i, 0), keyOf(email));
        }
        traces.write(work, event);
        more = orders.count() == kFilledAtOnce || tickets.count() == kTicketsAtOnce;
        PgParams moved;
        moved.addInt8(event.value);
        moved.addInt8(more ? 0 : batch);
        moved.addInt8(lastOf(orders, work.good() ? at.number(0, 0) : 0));
        moved.addInt8(lastOf(tickets, work.good() ? at.number(0, 1) : 0));
        work.run(kMoveOn, moved);
        filled = orders.count();
    }
    if (const Status ended = work.end(); !ended) return tl::make_unexpected(ended.error());
    return filled;
}

}  // namespace tessera::store
