// SPDX-License-Identifier: Apache-2.0
#include "server/store/event_loader.h"

#include <algorithm>

#include "server/engine/id_source.h"
#include "server/store/blocker_watch.h"
#include "server/store/event_rows.h"
#include "server/store/terms_codec.h"

namespace tessera::store {
namespace {

constexpr int kTries = 10;

Status asStatus(const tl::expected<void, PgFailure>& done, const std::string& tried) {
    if (!done) return tl::make_unexpected(errorOf(done.error(), tried));
    return {};
}

template <class T>
tl::unexpected<Error> forward(const tl::expected<T, Error>& failed) {
    return tl::make_unexpected(failed.error());
}

}  // namespace

EventLoader::EventLoader(PgConnection& connection, PgPool& others, EventId event,
                         SteadyTime deadline)
    : connection_(connection), others_(others), event_(event), deadline_(deadline) {}

tl::expected<PgRows, Error> EventLoader::read(const std::string& sql, const PgParams& params) {
    auto rows = connection_.query(sql, params, deadline_);
    if (!rows) return tl::make_unexpected(errorOf(rows.error(), "load an event"));
    return std::move(*rows);
}

tl::expected<PgRows, Error> EventLoader::readEvent(const std::string& sql) {
    PgParams params;
    params.addInt8(event_.value);
    return read(sql, params);
}

Result<TakenOver> EventLoader::takeOver(Claim claim, const LayoutSource& layouts) {
    for (int i = 1;; ++i) {
        TakenOver out;
        Status step = asStatus(
            connection_.script("BEGIN ISOLATION LEVEL REPEATABLE READ", deadline_), "take over");
        if (step) step = raiseFence(claim, out);
        if (step) step = load(layouts, out);
        if (step) {
            step = asStatus(connection_.script("COMMIT", deadline_), "commit a take-over");
            if (step) return out;
        } else {
            // Where even this fails, the connection is broken and its transaction gone with it.
            static_cast<void>(connection_.script("ROLLBACK", deadline_));
        }
        if (step.error().code != "40001" || i == kTries) return forward(step);
    }
}

Status EventLoader::raiseFence(Claim claim, TakenOver& out) {
    const BlockerWatch watch(others_, connection_.backendPid());
    PgParams params;
    params.addInt8(event_.value);
    params.addInt8(claim.node.value);
    params.addInt8(claim.epochSeen.value_or(-1));
    const auto rows = read(
        "UPDATE event_owner SET epoch = epoch + 1, node_id = $2 WHERE event_id = $1 "
        "AND (epoch = $3 OR $3 < 0) RETURNING epoch, last_batch, map_revision, last_time",
        params);
    if (!rows) return forward(rows);
    if (rows->count() != 1) {
        if (!claim.epochSeen) return failure("no such event", Effect::None, kEventUnknown);
        return failure("another node took the event", Effect::None, kOwnerChanged);
    }
    out.epoch = rows->number(0, 0);
    out.loaded.lastBatch = rows->number(0, 1);
    out.mapRevision = rows->number(0, 2);
    out.loaded.event = event_;
    out.loaded.lastTime.micros = rows->number(0, 3);
    // Read once the fence is ours: waiting for it must not make the clock late.
    const auto now = read("SELECT (extract(epoch from clock_timestamp()) * 1000000)::bigint", {});
    if (!now) return forward(now);
    out.databaseNow.micros = now->number(0, 0);
    return {};
}

Status EventLoader::load(const LayoutSource& layouts, TakenOver& out) {
    Status step = loadLayout(layouts, out);
    if (step) step = loadSeats(out);
    if (step) step = loadAreas(out);
    if (step) step = loadCodes(out);
    if (step) step = loadReservations(out);
    if (step) step = loadTerms(out);
    if (step) step = loadOrders(out);
    if (step) step = loadTenders(out);
    if (step) step = loadAttempts(out);
    if (step) step = loadRefunds(out);
    if (step) step = loadTickets(out);
    if (step) step = loadOutbox(out);
    if (step) step = loadRequests(out);
    if (step) step = loadLastId(out);
    if (step) step = loadTrail(out);
    return step;
}

Status EventLoader::loadLayout(const LayoutSource& layouts, TakenOver& out) {
    const auto event = readEvent("SELECT layout_id, terms_version FROM event WHERE event_id = $1");
    if (!event) return forward(event);
    if (event->count() != 1) return failure("no such event", Effect::None, kEventUnknown);
    const std::int64_t id = event->number(0, 0);
    termsInForce_ = event->as<std::int32_t>(0, 1);
    auto layout = layouts(LayoutId{id}, [&]() -> Result<std::string> {
        PgParams params;
        params.addInt8(id);
        const auto rows = read("SELECT plan FROM layout WHERE layout_id = $1", params);
        if (!rows) return forward(rows);
        if (rows->count() != 1) return failure("an event's layout is missing");
        return rows->text(0, 0);
    });
    if (!layout) return forward(layout);
    out.layout = std::move(*layout);
    return {};
}

Status EventLoader::loadSeats(TakenOver& out) {
    const auto rows =
        readEvent("SELECT seat_no, status, allocation, holder FROM seat WHERE event_id = $1");
    if (!rows) return forward(rows);
    const int count = rows->count();
    if (count != out.layout->seatCount()) return failure("an event's seats are not its layout's");
    out.loaded.seats.resize(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const auto seat = rows->as<std::int32_t>(i, 0);
        if (seat < 0 || seat >= count) return failure("an event's seats are not its layout's");
        out.loaded.seats[static_cast<std::size_t>(seat)] = {
            rows->as<engine::SeatStatus>(i, 1), AllocationNo{rows->as<std::int16_t>(i, 2)},
            rows->number(i, 3)};
    }
    return {};
}

Status EventLoader::loadAreas(TakenOver& out) {
    const auto rows = readEvent(
        "SELECT area_no, held, sold, capacity FROM area WHERE event_id = $1 ORDER BY area_no");
    if (!rows) return forward(rows);
    const auto areas = out.layout->areas();
    if (static_cast<std::size_t>(rows->count()) != areas.size()) {
        return failure("an event's areas are not its layout's");
    }
    for (int i = 0; i < rows->count(); ++i) {
        if (rows->number(i, 0) != i ||
            rows->number(i, 3) != areas[static_cast<std::size_t>(i)].capacity) {
            return failure("an event's areas are not its layout's");
        }
        out.loaded.areas.push_back({rows->as<std::int32_t>(i, 1), rows->as<std::int32_t>(i, 2)});
    }
    return {};
}

Status EventLoader::loadCodes(TakenOver& out) {
    const auto rows = readEvent(std::string("SELECT ") + kCodeColumns +
                                " FROM code WHERE event_id = $1 ORDER BY code_id");
    if (!rows) return forward(rows);
    for (int i = 0; i < rows->count(); ++i) {
        auto code = codeAt(*rows, i);
        if (!code) return forward(code);
        out.loaded.codes.push_back(std::move(*code));
    }
    return {};
}

Status EventLoader::loadReservations(TakenOver& out) {
    const auto rows =
        readEvent(std::string("SELECT ") + kReservationColumns +
                  " FROM reservation WHERE event_id = $1 AND state < 4 ORDER BY reservation_id");
    if (!rows) return forward(rows);
    out.loaded.reservations.reserve(static_cast<std::size_t>(rows->count()));
    for (int i = 0; i < rows->count(); ++i) {
        auto row = reservationAt(*rows, i);
        if (!row) return forward(row);
        out.loaded.reservations.push_back(std::move(*row));
    }
    return {};
}

// Those in force and those that a live reservation was made under.
Status EventLoader::loadTerms(TakenOver& out) {
    std::vector<std::int32_t> versions{termsInForce_};
    for (const auto& row : out.loaded.reservations) versions.push_back(row.termsVersion);
    std::sort(versions.begin(), versions.end());
    versions.erase(std::unique(versions.begin(), versions.end()), versions.end());
    ArrayWriter wanted(PgType::Int4);
    for (const std::int32_t version : versions) wanted.addInt4(version);
    PgParams params;
    params.addInt8(event_.value);
    params.add(PgType::Int4Array, wanted.take());
    const auto rows = read(
        "SELECT terms::text FROM event_terms WHERE event_id = $1 AND version = ANY ($2) "
        "ORDER BY version",
        params);
    if (!rows) return forward(rows);
    if (static_cast<std::size_t>(rows->count()) != versions.size()) {
        return failure("terms that a reservation was made under are missing");
    }
    for (int i = 0; i < rows->count(); ++i) {
        auto terms = decodeTerms(rows->bytes(i, 0));
        if (!terms) return forward(terms);
        out.loaded.terms.push_back(std::move(*terms));
    }
    return {};
}

Status EventLoader::loadOrders(TakenOver& out) {
    const auto rows = readEvent(
        "SELECT order_id, reservation_id, state, created_at, pay_deadline, total, version, "
        "accepted_move "
        "FROM ticket_order WHERE event_id = $1 AND state <> 8 ORDER BY order_id");
    if (!rows) return forward(rows);
    out.loaded.orders.resize(static_cast<std::size_t>(rows->count()));
    for (int i = 0; i < rows->count(); ++i) {
        auto& order = out.loaded.orders[static_cast<std::size_t>(i)];
        order.row.id = OrderId{rows->number(i, 0)};
        order.row.reservation = ReservationId{rows->number(i, 1)};
        order.row.state = rows->as<engine::OrderState>(i, 2);
        order.row.createdAt.micros = rows->number(i, 3);
        order.row.payDeadline.micros = rows->number(i, 4);
        order.row.total.minor = rows->number(i, 5);
        order.version = rows->as<std::int32_t>(i, 6);
        order.acceptedMove = rows->as<std::int32_t>(i, 7);
    }
    return {};
}

// Orders are ascending by id. Null if it is released.
engine::LoadedEvent::LoadedOrder* EventLoader::orderOf(TakenOver& out, OrderId id) {
    auto& orders = out.loaded.orders;
    const auto at =
        std::lower_bound(orders.begin(), orders.end(), id,
                         [](const auto& o, OrderId wanted) { return o.row.id < wanted; });
    return at != orders.end() && at->row.id == id ? &*at : nullptr;
}

Status EventLoader::loadTenders(TakenOver& out) {
    const auto rows = readEvent(std::string("SELECT ") + kTenderColumns +
                                " FROM tender WHERE event_id = $1 ORDER BY tender_id");
    if (!rows) return forward(rows);
    for (int i = 0; i < rows->count(); ++i) {
        engine::TenderRow tender = tenderAt(*rows, i);
        auto* order = orderOf(out, tender.order);
        if (order == nullptr) continue;
        if (order->tenders.empty()) order->row.tender = tender.id;
        order->tenders.push_back(std::move(tender));
    }
    return {};
}

Status EventLoader::loadAttempts(TakenOver& out) {
    const auto rows = readEvent(std::string("SELECT ") + kAttemptColumns +
                                " FROM payment_attempt WHERE event_id = $1 ORDER BY attempt_id");
    if (!rows) return forward(rows);
    for (int i = 0; i < rows->count(); ++i) {
        const engine::AttemptRow attempt = attemptAt(*rows, i);
        auto* order = orderOf(out, attempt.order);
        if (order == nullptr) continue;
        order->attempts.push_back(attempt);
        order->attemptFacts.push_back(attemptFactsAt(*rows, i));
    }
    return {};
}

Status EventLoader::loadRefunds(TakenOver& out) {
    const auto rows = readEvent(std::string("SELECT ") + kRefundColumns +
                                " FROM refund WHERE event_id = $1 ORDER BY refund_id");
    if (!rows) return forward(rows);
    for (int i = 0; i < rows->count(); ++i) {
        const engine::RefundRow refund = refundAt(*rows, i);
        auto* order = orderOf(out, refund.order);
        if (order == nullptr) continue;
        order->refunds.push_back(refund);
        order->refundFacts.push_back(refundFactsAt(*rows, i));
    }
    return {};
}

Status EventLoader::loadTickets(TakenOver& out) {
    const auto rows = readEvent(std::string("SELECT ") + kTicketColumns +
                                " FROM ticket t WHERE event_id = $1 ORDER BY ticket_id");
    if (!rows) return forward(rows);
    for (int i = 0; i < rows->count(); ++i) {
        const engine::TicketRow ticket = ticketAt(*rows, i);
        if (auto* order = orderOf(out, ticket.order)) order->tickets.push_back(ticket);
    }
    return {};
}

Status EventLoader::loadOutbox(TakenOver& out) {
    const auto rows = readEvent(std::string("SELECT ") + kOutboxColumns +
                                " FROM outbox WHERE event_id = $1 ORDER BY seq");
    if (!rows) return forward(rows);
    for (int i = 0; i < rows->count(); ++i) out.loaded.outbox.push_back(outboxAt(*rows, i));
    return {};
}

// docs/decisions/0003-request-lookup.md. Where the bound cuts reservations off, `requestsSince`
// says from when on they are all there.
Status EventLoader::loadRequests(TakenOver& out) {
    out.requestsSince = out.databaseNow - kRequestsRemembered;
    PgParams params;
    params.addInt8(event_.value);
    params.addInt8(engine::IdSource::floorAt(out.requestsSince));
    params.addInt4(kRequestsLoadedMax);
    const auto made = read(
        "SELECT request_id, fingerprint, reservation_id, created_at FROM reservation "
        "WHERE event_id = $1 AND reservation_id >= $2 ORDER BY reservation_id DESC LIMIT $3",
        params);
    if (!made) return forward(made);
    for (int i = 0; i < made->count(); ++i) {
        out.requests.push_back(
            {requestIdAt(*made, i, 0), Fingerprint{made->number(i, 1)}, 0, made->number(i, 2)});
    }
    if (made->count() == kRequestsLoadedMax) {
        out.requestsSince = Instant{made->number(kRequestsLoadedMax - 1, 3)} + Duration{1};
    }
    // Version 7 UUIDs are in order of their stamp, and a stamp is at most 10 s ahead of its making.
    std::array<std::uint8_t, 16> floor{};
    putBigEndian(reinterpret_cast<char*>(floor.data()),
                 static_cast<std::uint64_t>(out.requestsSince.micros / 1000), 6);
    PgParams since;
    since.addInt8(event_.value);
    since.addBytes(PgType::Uuid, floor);
    since.addInt4(kRequestsLoadedMax);
    const auto rows = read(
        "SELECT request_id, fingerprint, kind, target FROM request "
        "WHERE event_id = $1 AND request_id >= $2 ORDER BY request_id DESC LIMIT $3",
        since);
    if (!rows) return forward(rows);
    for (int i = 0; i < rows->count(); ++i) {
        out.requests.push_back({requestIdAt(*rows, i, 0), Fingerprint{rows->number(i, 1)},
                                rows->as<std::uint8_t>(i, 2), rows->number(i, 3)});
    }
    if (rows->count() == kRequestsLoadedMax) {
        const Instant oldest{unixMillisOf(requestIdAt(*rows, kRequestsLoadedMax - 1, 0)) * 1000};
        out.requestsSince = std::max(out.requestsSince, oldest + Duration::ofMillis(1));
    }
    return {};
}

Status EventLoader::loadLastId(TakenOver& out) {
    const auto rows = readEvent(
        "SELECT greatest("
        "(SELECT max(reservation_id) FROM reservation WHERE event_id = $1),"
        "(SELECT max(order_id) FROM ticket_order WHERE event_id = $1),"
        "(SELECT max(tender_id) FROM tender WHERE event_id = $1),"
        "(SELECT max(attempt_id) FROM payment_attempt WHERE event_id = $1),"
        "(SELECT max(refund_id) FROM refund WHERE event_id = $1),"
        "(SELECT max(ticket_id) FROM ticket WHERE event_id = $1),"
        "(SELECT max(seq) FROM outbox WHERE event_id = $1),"
        "(SELECT max(entry_id) FROM ledger_entry WHERE event_id = $1),"
        "(SELECT max(code_id) FROM code WHERE event_id = $1), 0)");
    if (!rows) return forward(rows);
    out.loaded.lastId = rows->number(0, 0);
    return {};
}

Status EventLoader::loadTrail(TakenOver& out) {
    const auto last = readEvent(
        "SELECT number, hash FROM trail WHERE event_id = $1 ORDER BY number DESC LIMIT 1");
    if (!last) return forward(last);
    if (last->count() == 0) return {};
    out.trail = {last->number(0, 0), trailHashAt(*last, 0, 1)};
    PgParams params;
    params.addInt8(event_.value);
    params.addInt8((out.databaseNow - kApprovalsRemembered).micros);
    params.addInt4(kApprovalsLoadedMax);
    const auto used = read(
        "SELECT approval_id, at FROM trail WHERE event_id = $1 AND approval_id <> 0 AND at >= $2 "
        "ORDER BY number DESC LIMIT $3",
        params);
    if (!used) return forward(used);
    for (int i = 0; i < used->count(); ++i) {
        out.approvalsUsed.push_back({ApprovalId{used->number(i, 0)}, Instant{used->number(i, 1)}});
    }
    return {};
}

}  // namespace tessera::store
