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
enum class Account { Provider = 1, Sales = 2, Receivable = 3 };

struct EventRow {
    std::int64_t event = 0;
    std::int64_t seats = 0;  // Of its layout.
    std::int64_t areas = 0;
    std::int64_t lastTime = 0;  // Microseconds, of its owner's last batch.
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

    // It has its seats for good, paid already or not yet.
    bool sold() const {
        return state == OrderState::Allocated || state == OrderState::Paid ||
               state == OrderState::Unpaid;
    }
    bool settled() const { return state == OrderState::Paid || state == OrderState::Released; }
};

struct AttemptRow {
    std::int64_t event = 0;
    std::int64_t id = 0;
    std::int64_t order = 0;
    std::int64_t amount = 0;
    std::int64_t captured = 0;
    std::int64_t refunded = 0;
    std::string object;  // The provider's id; empty if there never was one.
};

struct TicketRow {
    std::int64_t event = 0;
    std::int64_t id = 0;
    std::int64_t order = 0;
    std::optional<std::int64_t> seatNo;
    std::optional<std::int64_t> areaNo;
    TicketState state = TicketState::Inactive;
    std::int64_t price = 0;

    bool valid() const { return state != TicketState::Void; }
};

struct EntryRow {
    std::int64_t event = 0;
    std::int64_t order = 0;
    Account account = Account::Provider;
    std::int64_t amount = 0;
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
    std::vector<AttemptRow> attempts;
    std::vector<TicketRow> tickets;
    std::vector<EntryRow> entries;
    std::vector<OutboxRow> outbox;

    std::size_t count() const {
        return events.size() + seats.size() + areas.size() + reservations.size() + orders.size() +
               attempts.size() + tickets.size() + entries.size() + outbox.size();
    }
};

// One payment as the provider's own ledger has it.
struct ProviderPayment {
    std::string object;
    std::string attempt;  // What metadata names; empty if it was not ours.
    std::string status;   // The last one.
    std::int64_t authorized = 0;
    std::int64_t captured = 0;
    std::int64_t refunded = 0;
    std::int64_t voided = 0;
    int captures = 0;
};

struct ProviderBooks {
    std::vector<ProviderPayment> payments;
    std::size_t entries = 0;  // Lines that say something of a payment.
};

}  // namespace tessera::audit
