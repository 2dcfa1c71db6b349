// SPDX-License-Identifier: Apache-2.0
// Rows of an event's tables as the engine's values, and the columns that they are read from.
//
// Pure. A row that cannot be what a batch wrote gives an Error: it names the table, not the values.
#pragma once

#include "server/engine/event_engine.h"
#include "server/store/pg_connection.h"
#include "server/store/trail.h"
#include "shared/base/result.h"

namespace tessera::store {

inline constexpr const char* kReservationColumns =
    "reservation_id, request_id, fingerprint, created_at, total, expires_at, extended, "
    "terms_version, channel, state, reason, coalesce(code_id, 0), coalesce(order_id, 0), buyer, "
    "seats, types, places, adjustments::text";
Result<engine::ReservationRow> reservationAt(const PgRows& rows, int row);

inline constexpr const char* kTicketColumns =
    "ticket_id, t.order_id, seat_no, area_no, ticket_type, t.state, price, coalesce(refund_id, 0), "
    "t.exchange_order, t.offer_id, t.transfer_id, t.replaces, t.offer_until";
engine::TicketRow ticketAt(const PgRows& rows, int row);

inline constexpr const char* kTenderColumns =
    "tender_id, order_id, kind, provider, amount, created_at, reference";
engine::TenderRow tenderAt(const PgRows& rows, int row);

inline constexpr const char* kAttemptColumns =
    "attempt_id, order_id, tender_id, state, amount, created_at, provider, authorized, captured, "
    "refunded, capture_before, object_id, client_secret, evidence, attempt_try, card_last4";
engine::AttemptRow attemptAt(const PgRows& rows, int row);
// Both its states are the row's.
engine::AttemptUpdate attemptFactsAt(const PgRows& rows, int row);

inline constexpr const char* kRefundColumns =
    "refund_id, group_id, order_id, attempt_id, reason, state, amount, retained, created_at, "
    "attempt_try, object_id, evidence";
engine::RefundRow refundAt(const PgRows& rows, int row);
// Both its states are the row's.
engine::RefundUpdate refundFactsAt(const PgRows& rows, int row);

inline constexpr const char* kCodeColumns =
    "code_id, code, discount, rate_ppm, amount, uses_max, uses, valid_from, valid_until, "
    "opens_presale, unlocks, categories";
Result<engine::Code> codeAt(const PgRows& rows, int row);

inline constexpr const char* kOutboxColumns =
    "seq, order_id, attempt_id, operation, attempt_try, failures, not_before, amount, object_id, "
    "provider, refund_id, payload";
engine::OutboxRow outboxAt(const PgRows& rows, int row);

RequestId requestIdAt(const PgRows& rows, int row, int column);
TrailHash trailHashAt(const PgRows& rows, int row, int column);

}  // namespace tessera::store
