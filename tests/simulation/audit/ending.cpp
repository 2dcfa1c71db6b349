// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/audit/ending.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace tessera::simulation {
namespace {

using engine::OrderState;
using engine::ReservationState;

// Rows of a table beside the rows that were committed, both ascending: names the first difference.
template <class Known, class Rows, class RowOf, class Fields>
std::string differenceOf(const Known& known, const Rows& rows, RowOf rowOf, Fields fields) {
    auto row = rows.begin();
    for (const auto& [id, value] : known) {
        if (row == rows.end()) return say("ends before ", id);
        if (fields(*row) != fields(rowOf(value))) return say("differs at ", id);
        ++row;
    }
    return row == rows.end() ? std::string() : say("has ", rows.end() - row, " rows too many");
}

}  // namespace

void Ending::judgeLiveness() {
    if (calm_.calmAt < 0) return;
    for (const auto& [id, r] : f_.reservations) {
        if (r.row.state != ReservationState::Held) continue;
        if (isOverdue(r.row.expiresAt,
                      f_.putOff.contains(id.value) ? bounds_.putOff : bounds_.deadline)) {
            fault(Check::Liveness, say("reservation ", id, " is held at ", databaseNow_,
                                       ", long past its deadline ", r.row.expiresAt));
        } else {
            ++findings_.counters.tooSoon;
        }
    }
    judgeReleases();
    for (const auto& [id, order] : f_.orders) judgeOrderEnds(order);
    for (const auto& [seq, row] : f_.outbox) {
        if (!isOverdue(row.notBefore, bounds_.step)) continue;
        fault(Check::Liveness,
              say("call ", seq, " of attempt ", row.attempt, ", operation ", row.operation,
                  ", was due at ", row.notBefore, " and is not answered"));
    }
}

// After its time no seat of an allocation is kept from the public.
void Ending::judgeReleases() {
    const auto* terms = f_.terms.at(f_.commits);
    if (!terms) return;
    for (const engine::AllocationRelease& each : terms->releases) {
        const bool putOff = f_.putOff.contains(-each.allocation.value);
        if (!isOverdue(each.at, putOff ? bounds_.putOff : bounds_.deadline)) continue;
        ++findings_.counters.releasesJudged;
        for (std::size_t i = 0; i < f_.seats.size(); ++i) {
            const engine::SeatState kept{engine::SeatStatus::Blocked, each.allocation, 0};
            if (!(f_.seats[i].state == kept)) continue;
            fault(Check::Liveness, say("seat ", i, " is kept for allocation ", each.allocation,
                                       " at ", databaseNow_, ", which was released at ", each.at));
        }
    }
}

void Ending::judgeOrderEnds(const OrderFacts& order) {
    const OrderState state = order.row.state;
    if (isEnd(state)) return;
    const bool late =
        isLate(order, bounds_, calm_, databaseNow_, f_.putOff.contains(order.row.id.value));
    if (!late) {
        ++findings_.counters.tooSoon;
        return;
    }
    fault(Check::Liveness, say("order ", order.row.id, " is in state ", state, " at ", databaseNow_,
                               ", its deadline was ", order.row.payDeadline,
                               ", its last step at true time ", order.since));
}

void Ending::judgeTables(const EventTables& tables) {
    ++findings_.counters.tables;
    if (tables.lastBatch != f_.lastBatch || tables.lastTime != f_.lastTime) {
        fault(Check::S2,
              say("the tables are at batch ", tables.lastBatch, ", time ", tables.lastTime,
                  "; committed were ", f_.lastBatch, ", ", f_.lastTime));
    }
    if (tables.mapRevision != f_.mapRevision) {
        fault(Check::S6, say("the tables' map revision is ", tables.mapRevision,
                             ", the last batch that changed the map was ", f_.mapRevision));
    }
    judgeSeatTables(tables);
    judgeOrderTables(tables);
}

void Ending::judgeSeatTables(const EventTables& tables) {
    if (tables.seats.size() != f_.seats.size() || tables.areas.size() != f_.areas.size()) {
        return fault(Check::Rows, say("the tables have ", tables.seats.size(), " seats and ",
                                      tables.areas.size(), " areas"));
    }
    for (std::size_t i = 0; i < f_.seats.size(); ++i) {
        if (tables.seats[i] == f_.seats[i].state) continue;
        fault(Check::Rows, say("table seat has seat ", i, " in status ", tables.seats[i].status,
                               " of ", tables.seats[i].holder, ", committed was ",
                               f_.seats[i].state.status, " of ", f_.seats[i].state.holder));
    }
    for (std::size_t i = 0; i < f_.areas.size(); ++i) {
        const AreaFacts& area = f_.areas[i];
        const auto& table = tables.areas[i];
        if (table.capacity == area.capacity && table.held == area.held && table.sold == area.sold) {
            continue;
        }
        fault(Check::Rows,
              say("table area has ", table.held, " held and ", table.sold, " sold in area ", i,
                  ", committed were ", area.held, " and ", area.sold));
    }
    const std::string text = differenceOf(
        f_.reservations, tables.reservations,
        [](const ReservationFacts& r) -> const auto& { return r.row; },
        [](const engine::ReservationRow& r) {
            return std::tuple(r.id, r.request, r.fingerprint, r.buyer, r.state, r.createdAt,
                              r.expiresAt, r.extended, r.code, r.total, r.order, r.reason,
                              r.seats.size(), r.areas.size());
        });
    if (!text.empty()) fault(Check::Rows, "table reservation " + text);
}

void Ending::judgeOrderTables(const EventTables& tables) {
    const auto check = [&](const char* name, const std::string& text) {
        if (!text.empty()) fault(Check::Rows, say("table ", name, " ", text));
    };
    const auto row = [](const auto& facts) -> const auto& {
        return facts.row;
    };
    check("order", differenceOf(f_.orders, tables.orders, row, [](const engine::OrderRow& o) {
              return std::tuple(o.id, o.reservation, o.state, o.createdAt, o.payDeadline, o.total,
                                o.tender);
          }));
    check("tender",
          differenceOf(f_.tenders, tables.tenders, std::identity{}, [](const engine::TenderRow& t) {
              return std::tuple(t.id, t.order, t.kind, t.provider, t.amount, t.createdAt);
          }));
    check("refund", differenceOf(f_.refunds, tables.refunds, row, [](const engine::RefundRow& r) {
              return std::tuple(r.id, r.group, r.order, r.attempt, r.reason, r.state, r.amount,
                                r.retained);
          }));
    check("payment_attempt",
          differenceOf(f_.attempts, tables.attempts, row, [](const engine::AttemptRow& a) {
              return std::tuple(a.id, a.order, a.tender, a.state, a.amount, a.createdAt);
          }));
    check("payment_attempt (what is known)",
          differenceOf(
              f_.attempts, tables.attemptFacts,
              [](const AttemptFacts& a) -> const auto& { return a.known; },
              [](const engine::AttemptUpdate& a) {
                  return std::tuple(a.id, a.objectId, a.captured, a.refunded);
              }));
    check("ticket", differenceOf(f_.tickets, tables.tickets, row, [](const engine::TicketRow& t) {
              return std::tuple(t.id, t.order, t.seat, t.area, t.type, t.state, t.price, t.refund,
                                t.exchange, t.offer, t.transfer, t.replaces);
          }));
    check("outbox",
          differenceOf(f_.outbox, tables.outbox, std::identity{}, [](const engine::OutboxRow& o) {
              return std::tuple(o.seq, o.order, o.attempt, o.operation, o.attemptTry, o.notBefore,
                                o.amount);
          }));
    check("ledger_entry",
          differenceOf(f_.ledger, tables.ledger, std::identity{}, [](const engine::LedgerEntry& e) {
              return std::tuple(e.id, e.order, e.attempt, e.account, e.amount);
          }));
    std::vector<engine::RequestRow> requests = tables.requests;
    std::ranges::sort(requests, {}, &engine::RequestRow::request);
    check("request",
          differenceOf(f_.requestRows, requests, std::identity{}, [](const engine::RequestRow& r) {
              return std::tuple(r.request, r.fingerprint, r.kind, r.target);
          }));
}

}  // namespace tessera::simulation
