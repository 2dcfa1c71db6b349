// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/database/event_reader.h"

#include <algorithm>

#include "server/engine/id_source.h"
#include "server/engine/payment.h"
#include "server/store/limits.h"
#include "shared/base/check.h"

namespace tessera::simulation {
namespace {

constexpr std::size_t kRequestsLoadedMax{store::kRequestsLoadedMax};

template <class Map>
std::int64_t lastOf(const Map& map) {
    return map.empty() ? 0 : map.rbegin()->first.value;
}

std::int64_t lastIdOf(const EventRows& rows) {
    return std::max({lastOf(rows.reservations), lastOf(rows.orders), lastOf(rows.tenders),
                     lastOf(rows.attempts), lastOf(rows.refunds), lastOf(rows.tickets),
                     lastOf(rows.outbox), rows.ledger.empty() ? 0 : rows.ledger.rbegin()->first,
                     lastOf(rows.codes)});
}

RequestId floorAt(Instant time) {
    RequestId floor;
    auto millis = static_cast<std::uint64_t>(time.micros / 1000);
    for (std::size_t i = 6; i-- > 0; millis >>= 8U) {
        floor.bytes[i] = static_cast<std::uint8_t>(millis & 0xFFU);
    }
    return floor;
}

// In the order of the indices: the second of each pair that begins with `first`.
template <class First, class Second, class Use>
void eachOf(const std::set<std::pair<First, Second>>& index, First first, Use use) {
    for (auto at = index.lower_bound({first, Second{}}); at != index.end() && at->first == first;
         ++at) {
        use(at->second);
    }
}

Status loadTerms(const EventRows& rows, engine::LoadedEvent& loaded) {
    std::set<std::int32_t> versions{rows.shown.termsVersion};
    for (const auto& row : loaded.reservations) versions.insert(row.termsVersion);
    for (const std::int32_t version : versions) {
        const auto terms = rows.terms.find(version);
        if (terms == rows.terms.end()) {
            return failure("terms that a reservation was made under are missing");
        }
        loaded.terms.push_back(terms->second);
    }
    return {};
}

// What a take-over and a record have in common; `Order` is one of them.
template <class Order>
void readMoney(const EventRows& rows, OrderId id, engine::OrderRow& to, Order& order) {
    const engine::OrderRow& row = rows.orders.at(id).row;
    to.id = id;
    to.reservation = row.reservation;
    to.state = row.state;
    to.createdAt = row.createdAt;
    to.payDeadline = row.payDeadline;
    to.total = row.total;
    order.version = rows.orders.at(id).version;
    eachOf(rows.tendersOf, id,
           [&](TenderId tender) { order.tenders.push_back(rows.tenders.at(tender)); });
    if (!order.tenders.empty()) to.tender = order.tenders.front().id;
    eachOf(rows.attemptsOf, id, [&](AttemptId attempt) {
        order.attempts.push_back(rows.attempts.at(attempt).row);
        order.attemptFacts.push_back(rows.attempts.at(attempt).facts);
    });
    eachOf(rows.refundsOf, id, [&](RefundId refund) {
        order.refunds.push_back(rows.refunds.at(refund).row);
        order.refundFacts.push_back(rows.refunds.at(refund).facts);
    });
    order.tickets = ticketsOf(rows, id);
}

engine::LoadedEvent::LoadedOrder loadOrder(const EventRows& rows, OrderId id) {
    engine::LoadedEvent::LoadedOrder order;
    readMoney(rows, id, order.row, order);
    order.acceptedMove = rows.orders.at(id).acceptedMove;
    return order;
}

// Descending, as they are read.
void loadRequests(const EventRows& rows, store::TakenOver& out) {
    out.requestsSince = out.databaseNow - store::kRequestsRemembered;
    const ReservationId from{engine::IdSource::floorAt(out.requestsSince)};
    const auto oldest = rows.reservations.lower_bound(from);
    for (auto at = rows.reservations.end(); at != oldest;) {
        const engine::ReservationRow& row = (--at)->second;
        out.requests.push_back({row.request, row.fingerprint, 0, row.id.value});
    }
    const auto first = rows.requests.lower_bound(floorAt(out.requestsSince));
    for (auto at = rows.requests.end(); at != first;) {
        const engine::RequestRow& row = (--at)->second;
        out.requests.push_back({row.request, row.fingerprint, row.kind, row.target});
    }
    TESSERA_CHECK(out.requests.size() < kRequestsLoadedMax);  // What a bound does is not simulated.
}

std::vector<engine::PricedItem> itemsOf(const engine::Layout& layout,
                                        const engine::ReservationRow& row) {
    std::vector<engine::PricedItem> items;
    for (const engine::SeatPick& pick : row.seats) {
        items.push_back({layout.seat(pick.seat).category, pick.type,
                         engine::adjustmentOf(row.adjustments, pick.seat)});
    }
    for (const engine::AreaPlaces& line : row.areas) {
        const auto& area = layout.areas()[static_cast<std::size_t>(line.area.value)];
        items.insert(
            items.end(), static_cast<std::size_t>(line.count),
            {area.category, line.type, engine::adjustmentOf(row.adjustments, engine::kNoSeat)});
    }
    return items;
}

void loadTrail(const EventRows& rows, store::TakenOver& out) {
    if (rows.trail.empty()) return;
    const store::TrailRow& last = rows.trail.rbegin()->second;
    out.trail = {last.number, last.hash};
    const Instant since = out.databaseNow - store::kApprovalsRemembered;
    for (auto row = rows.trail.rbegin(); row != rows.trail.rend(); ++row) {
        if (row->second.at < since) break;
        if (row->second.approval)
            out.approvalsUsed.push_back({row->second.approval, row->second.at});
    }
}

}  // namespace

Result<store::TakenOver> loadEvent(const EventRows& rows, Instant databaseNow) {
    store::TakenOver out;
    out.epoch = rows.owner.epoch;
    out.mapRevision = rows.mapRevision;
    out.databaseNow = databaseNow;
    out.layout = rows.layout;
    engine::LoadedEvent& loaded = out.loaded;
    loaded.event = rows.shown.id;
    loaded.lastBatch = rows.lastBatch;
    loaded.lastTime = rows.lastTime;
    loaded.seats = rows.seats;
    for (const auto& area : rows.areas) loaded.areas.push_back({area.held, area.sold});
    for (const auto& [id, code] : rows.codes) loaded.codes.push_back(code);
    for (const ReservationId id : rows.live) {
        loaded.reservations.push_back(rows.reservations.at(id));
    }
    if (const Status terms = loadTerms(rows, loaded); !terms) {
        return tl::make_unexpected(terms.error());
    }
    for (const OrderId id : rows.open) loaded.orders.push_back(loadOrder(rows, id));
    for (const auto& [seq, row] : rows.outbox) loaded.outbox.push_back(row);
    loadRequests(rows, out);
    loadTrail(rows, out);
    loaded.lastId = lastIdOf(rows);
    return out;
}

std::vector<store::TakenOver::Request> findRequests(const EventRows& rows,
                                                    std::span<const RequestId> ids) {
    TESSERA_CHECK(!ids.empty() && ids.size() <= store::kRequestsPerLookUp);
    std::vector<store::TakenOver::Request> found;
    std::set<RequestId> missing;
    Instant earliest = Instant::never();
    for (const RequestId& id : ids) {
        if (const auto at = rows.requests.find(id); at == rows.requests.end()) {
            missing.insert(id);
            earliest = std::min(earliest, Instant{unixMillisOf(id) * 1000} - store::kStampAheadMax);
        } else if (const auto& row = at->second;
                   !std::ranges::any_of(found, [&](const auto& f) { return f.request == id; })) {
            found.push_back({row.request, row.fingerprint, row.kind, row.target});
        }
    }
    std::set<ReservationId> holds;
    for (const RequestId& id : missing) {
        eachOf(rows.made, id, [&](ReservationId hold) {
            if (hold.value >= engine::IdSource::floorAt(earliest)) holds.insert(hold);
        });
    }
    while (holds.size() > missing.size()) holds.erase(std::prev(holds.end()));
    for (const ReservationId hold : holds) {
        const engine::ReservationRow& row = rows.reservations.at(hold);
        found.push_back({row.request, row.fingerprint, 0, row.id.value});
    }
    return found;
}

Result<std::optional<store::StoredReservation>> findReservation(const EventRows& rows,
                                                                ReservationId id) {
    const auto found = rows.reservations.find(id);
    if (found == rows.reservations.end()) return std::optional<store::StoredReservation>{};
    store::StoredReservation stored{found->second, {}, {}};
    const auto terms = rows.terms.find(stored.row.termsVersion);
    if (terms == rows.terms.end()) {
        return failure("terms that a reservation was made under are missing");
    }
    const auto code = rows.codes.find(stored.row.code);
    const auto quote = engine::quoteFor(terms->second, itemsOf(*rows.layout, stored.row),
                                        code == rows.codes.end() ? nullptr : &code->second,
                                        stored.row.adjustments);
    stored.currency = terms->second.currency;
    stored.quote.total = stored.row.total;
    if (quote && quote->total == stored.row.total) stored.quote = *quote;
    return std::optional(std::move(stored));
}

Result<std::optional<store::StoredOrder>> findOrder(const EventRows& rows, OrderId id) {
    const auto found = rows.orders.find(id);
    if (found == rows.orders.end()) return std::optional<store::StoredOrder>{};
    store::StoredOrder out;
    out.row = found->second.row;
    out.row.contactName.clear();
    out.row.contactEmail.clear();
    out.row.contactPhone.clear();
    out.row.language.clear();
    out.row.tender = {};
    out.evidence = found->second.evidence;
    auto reservation = findReservation(rows, out.row.reservation);
    if (!reservation) return tl::make_unexpected(reservation.error());
    if (!*reservation) return failure("an order's reservation is missing");
    out.reservation = std::move((*reservation)->row);
    out.currency = (*reservation)->currency;
    out.tickets = ticketsOf(rows, id);
    return std::optional(std::move(out));
}

namespace {

// `row`: how many orders were read that were paid with tickets of the next.
std::shared_ptr<const engine::OrderRecord> readRow(const EventRows& rows, OrderId id, int row) {
    const auto found = rows.orders.find(id);
    if (found == rows.orders.end()) return nullptr;
    auto record = std::make_shared<engine::OrderRecord>();
    readMoney(rows, id, record->order, *record);
    record->batch = rows.lastBatch;
    record->asOf = rows.lastTime;
    record->evidence = found->second.evidence;
    if (record->order.state == engine::OrderState::Released) {
        record->reservation = rows.reservations.at(record->order.reservation);
    }
    for (const engine::TenderRow& tender : record->tenders) {
        const OrderId given = engine::partOf(tender).givenOrder();
        if (!given || row >= engine::kExchangesInRow) continue;
        if (auto other = readRow(rows, given, row + 1)) record->given.push_back(std::move(other));
    }
    return record;
}

}  // namespace

std::shared_ptr<const engine::OrderRecord> readRecord(const EventRows& rows, OrderId id) {
    return readRow(rows, id, 1);
}

std::vector<store::ManualRow> listManual(const EventRows& rows, std::int32_t limit) {
    std::vector<store::ManualRow> out;
    for (const OrderId id : rows.open) {
        const EventRows::Order& order = rows.orders.at(id);
        if (order.row.state != engine::OrderState::Manual || std::ssize(out) == limit) continue;
        out.push_back({id, order.row.total, order.evidence, {}});
    }
    const auto orders = std::ssize(out);
    for (const auto& [id, refund] : rows.refunds) {
        const auto provider = rows.attempts.at(refund.row.attempt).row.provider;
        const bool waits = refund.row.state == engine::RefundState::Manual ||
                           (refund.row.state == engine::RefundState::Pending &&
                            provider == engine::ProviderKind::House);
        if (!waits || std::ssize(out) - orders == limit) continue;
        out.push_back({refund.row.order, refund.row.amount, refund.facts.evidence, refund.row,
                       refund.facts, provider});
    }
    return out;
}

std::vector<engine::TicketRow> ticketsOf(const EventRows& rows, OrderId order) {
    std::vector<engine::TicketRow> tickets;
    eachOf(rows.ticketsOf, order, [&](TicketId id) { tickets.push_back(rows.tickets.at(id)); });
    return tickets;
}

EventTables tablesOf(const EventRows& rows) {
    EventTables out;
    out.event = rows.shown.id;
    out.lastBatch = rows.lastBatch;
    out.mapRevision = rows.mapRevision;
    out.lastTime = rows.lastTime;
    out.seats = rows.seats;
    out.areas = rows.areas;
    for (const auto& [id, row] : rows.reservations) out.reservations.push_back(row);
    for (const auto& [id, order] : rows.orders) out.orders.push_back(order.row);
    for (const auto& [id, attempt] : rows.attempts) {
        out.attempts.push_back(attempt.row);
        out.attemptFacts.push_back(attempt.facts);
    }
    for (const auto& [id, row] : rows.tenders) out.tenders.push_back(row);
    for (const auto& [id, refund] : rows.refunds) {
        out.refunds.push_back(refund.row);
        out.refundFacts.push_back(refund.facts);
    }
    for (const auto& [id, row] : rows.tickets) out.tickets.push_back(row);
    for (const auto& [seq, row] : rows.outbox) out.outbox.push_back(row);
    for (const auto& [id, row] : rows.ledger) out.ledger.push_back(row);
    for (const auto& [id, row] : rows.requests) out.requests.push_back(row);
    for (const auto& [number, row] : rows.trail) out.trail.push_back(row);
    return out;
}

}  // namespace tessera::simulation
