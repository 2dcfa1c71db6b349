// SPDX-License-Identifier: Apache-2.0
// The rows of one event as its database has them, with the indices that the real one has.
//
// Plain data; `batch_writer` changes it, `event_reader` reads it. Ordered maps throughout: what is
// read comes in the order of the keys. Rows are never removed, but for the outbox.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "server/engine/changes.h"
#include "server/engine/layout.h"
#include "server/store/store.h"
#include "tests/simulation/audit/observed.h"

namespace tessera::simulation {

struct EventRows {
    struct Order {
        engine::OrderRow row;
        std::string evidence;
        std::int32_t version = 0;
        std::int32_t acceptedMove = 0;
    };
    struct Attempt {
        engine::AttemptRow row;
        engine::AttemptUpdate facts;  // Both its states are the row's.
    };
    struct Refund {
        engine::RefundRow row;
        engine::RefundUpdate facts;  // Both its states are the row's.
    };

    store::EventRow shown;
    std::shared_ptr<const engine::Layout> layout;
    std::map<std::int32_t, engine::EventTerms> terms;

    store::Owner owner;
    std::int64_t lastBatch = 0;
    std::int64_t mapRevision = 0;
    Instant lastTime;
    Instant wakeAt = Instant::never();

    std::vector<engine::SeatState> seats;
    std::vector<EventTables::Area> areas;
    std::map<ReservationId, engine::ReservationRow> reservations;
    std::map<OrderId, Order> orders;
    std::map<TenderId, engine::TenderRow> tenders;
    std::map<AttemptId, Attempt> attempts;
    std::map<RefundId, Refund> refunds;
    std::map<TicketId, engine::TicketRow> tickets;
    std::map<OutboxSeq, engine::OutboxRow> outbox;
    std::map<std::int64_t, engine::LedgerEntry> ledger;
    std::map<RequestId, engine::RequestRow> requests;
    std::map<CodeId, engine::Code> codes;

    std::set<ReservationId> live;  // Not released.
    std::set<OrderId> open;        // Not released.
    std::set<std::pair<RequestId, ReservationId>> made;
    std::set<std::pair<OrderId, TenderId>> tendersOf;
    std::set<std::pair<OrderId, AttemptId>> attemptsOf;
    std::set<std::pair<OrderId, RefundId>> refundsOf;
    std::set<std::pair<OrderId, TicketId>> ticketsOf;
    std::map<SeatNo, TicketId> ticketOfSeat;  // That is not void.
    std::set<std::string> codeTexts;

    std::map<std::int64_t, store::TrailRow> trail;
    std::set<ApprovalId> approvals;  // Of rows that have one.
};

}  // namespace tessera::simulation
