// SPDX-License-Identifier: Apache-2.0
// The rows that are judged, as the database has them. Plain values.
//
// State numbers are those of the schema's comments (server/store/migrations/0002_event.sql): the
// auditor reads the schema, never the server's code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tessera::audit {

enum class SeatStatus { Available = 0, Held = 1, Sold = 2, Blocked = 3 };
enum class ReservationState { Held = 1, Paying = 2, Sold = 3, Released = 4 };
enum class OrderState {
    Paying = 1,
    Fencing,
    Cancelling,
    Allocated,
    Paid,
    Unpaid,
    Compensating,
    Released,
    Manual,
};
enum class TicketState { Inactive = 1, Active = 2, Void = 3 };
enum class Account {
    Provider = 1,
    Sales = 2,
    Receivable = 3,
    Cash = 4,
    GiftCards = 5,
    Retained = 6,
    Suspense = 7,
};

struct EventRow {
    std::int64_t event = 0;
    std::int64_t seats = 0;  // Of its layout.
    std::int64_t areas = 0;
    std::int64_t lastTime = 0;  // Microseconds, of its owner's last batch.
    // Microseconds; 0: it takes place.
    std::int64_t cancelledAt = 0;
};

struct SeatRow {
    std::int64_t event = 0;
    std::int64_t seatNo = 0;
    SeatStatus status = SeatStatus::Available;
    std::int64_t holder = 0;
};

struct AreaRow {
    std::int64_t event = 0;
    std::int64_t areaNo = 0;
    std::int64_t capacity = 0;
    std::int64_t held = 0;
    std::int64_t sold = 0;
};

struct Places {
    std::int64_t area = 0;
    std::int64_t type = 0;
    std::int64_t count = 0;
    bool operator==(const Places&) const = default;
};

struct ReservationRow {
    std::int64_t event = 0;
    std::int64_t id = 0;
    std::string request;  // UUID in lower case.
    std::int64_t total = 0;
    std::int64_t expiresAt = 0;
    ReservationState state = ReservationState::Held;
    std::int64_t reason = 0;
    std::int64_t order = 0;
    std::vector<std::int64_t> seats;
    std::vector<Places> places;

    bool live() const {
        return state == ReservationState::Held || state == ReservationState::Paying;
    }
};

struct OrderRow {
    std::int64_t event = 0;
    std::int64_t id = 0;
    std::int64_t reservation = 0;
    OrderState state = OrderState::Paying;
    std::int64_t total = 0;
    std::int64_t createdAt = 0;    // Microseconds.
    std::int64_t payDeadline = 0;  // Microseconds; of a fenced order when it was fenced.
    std::string evidence;

    // It has its seats for good, paid already or not yet.
    bool sold() const {
        return state == OrderState::Allocated || state == OrderState::Paid ||
               state == OrderState::Unpaid;
    }
    // Manual waits for people, with an alarm; how many do is told.
    bool settled() const {
        return state == OrderState::Paid || state == OrderState::Released ||
               state == OrderState::Manual;
    }
};

enum class ProviderKind { House = 0, Stripe = 1, Adyen = 2, GiftCard = 3 };
enum class TenderKind { Card = 1, Cash, GiftCard, Invoice, Exchange, Reader };

struct TenderRow {
    std::int64_t event = 0;
    std::int64_t id = 0;
    TenderKind kind = TenderKind::Card;
    std::string reference;  // Of cash at a till: its shift's id, a slash, the request's.
};

struct AttemptRow {
    std::int64_t event = 0;
    std::int64_t id = 0;
    std::int64_t order = 0;
    std::int64_t tender = 0;
    ProviderKind provider = ProviderKind::Stripe;
    std::int64_t amount = 0;
    std::int64_t captured = 0;
    std::int64_t refunded = 0;
    std::string object;  // The provider's id; empty if there never was one.
};

enum class RefundState { Queued = 1, Pending, Succeeded, Manual };

struct RefundRow {
    std::int64_t event = 0;
    std::int64_t id = 0;
    std::int64_t order = 0;
    std::int64_t attempt = 0;
    RefundState state = RefundState::Queued;
    std::int64_t amount = 0;
    std::int64_t retained = 0;
    std::int64_t reason = 0;
    std::int64_t createdAt = 0;  // Microseconds.
    std::int64_t group = 0;  // Of another order: for tickets that this one's were exchanged for.
};

// What an attempt moved on its gift card.
struct CardEntryRow {
    std::int64_t event = 0;
    std::int64_t attempt = 0;
    std::int64_t held = 0;
    std::int64_t released = 0;
    std::int64_t captured = 0;
    std::int64_t refunded = 0;
};

// Cash that went through a shift. Counted: what it came to is known.
struct ShiftEntryRow {
    enum class Kind { Taken = 1, GivenBack = 2 };
    enum class State { Open = 1, Done, Failed };
    std::int64_t event = 0;
    std::int64_t shift = 0;
    std::string request;  // UUID in lower case.
    Kind kind = Kind::Taken;
    State state = State::Open;
    std::int64_t target = 0;  // The tender or the refund.
    std::int64_t amount = 0;
    bool counted = false;
};

struct TicketRow {
    std::int64_t event = 0;
    std::int64_t id = 0;
    std::int64_t order = 0;
    std::optional<std::int64_t> seatNo;
    std::optional<std::int64_t> areaNo;
    TicketState state = TicketState::Inactive;
    std::int64_t price = 0;
    std::int64_t refund = 0;    // That voided it.
    std::int64_t exchange = 0;  // The order that is or was paid with it.

    bool valid() const { return state != TicketState::Void; }
};

struct EntryRow {
    std::int64_t event = 0;
    std::int64_t order = 0;
    Account account = Account::Provider;
    std::int64_t amount = 0;
    std::string currency;
};

struct OutboxRow {
    std::int64_t event = 0;
    std::int64_t seq = 0;
    std::int64_t order = 0;
    std::int64_t operation = 0;
};

struct Rows {
    std::vector<EventRow> events;
    std::vector<SeatRow> seats;
    std::vector<AreaRow> areas;
    std::vector<ReservationRow> reservations;
    std::vector<OrderRow> orders;
    std::vector<TenderRow> tenders;
    std::vector<AttemptRow> attempts;
    std::vector<RefundRow> refunds;
    std::vector<CardEntryRow> cardEntries;
    std::vector<ShiftEntryRow> shiftEntries;
    std::vector<TicketRow> tickets;
    std::vector<EntryRow> entries;
    std::vector<OutboxRow> outbox;

    std::size_t count() const {
        return events.size() + seats.size() + areas.size() + reservations.size() + orders.size() +
               tenders.size() + attempts.size() + refunds.size() + cardEntries.size() +
               shiftEntries.size() + tickets.size() + entries.size() + outbox.size();
    }
};

}  // namespace tessera::audit
