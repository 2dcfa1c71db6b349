// SPDX-License-Identifier: Apache-2.0
// Commands of one event, and the refusals they can meet.
//
// Plain values. A command carries no time: EventEngine::apply gets `now` beside it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "server/engine/provider_answer.h"
#include "server/engine/terms.h"
#include "shared/base/ids.h"

namespace tessera::engine {

// Who acts. `hash` holds; a reservation is touched only by its holder's hash or by staff: the edge
// has checked the holder token or the API key, and says so.
struct Caller {
    CallerHash hash;
    Channel channel = Channel::Web;
    bool privileged = false;  // Holder token or staff scope verified by the edge.
};

struct SeatPick {
    SeatNo seat;
    TicketTypeNo type;
};

struct TypeCount {
    TicketTypeNo type;
    std::int32_t count = 0;
};

struct SeatSelection {
    std::vector<SeatPick> picks;
};

struct BestSelection {
    std::vector<TypeCount> counts;       // Types are given to the seats in ascending order.
    std::vector<CategoryNo> categories;  // Empty: any.
    bool mustBeTogether = true;          // False: splits where no run is long enough.
    // Of the places, this many are wheelchair places, and each brings its companion seat if
    // the counts allow: places = wheelchairPlaces + companions (+ rest adjacent where possible).
    std::int32_t wheelchairPlaces = 0;
};

struct AreaSelection {
    AreaNo area;
    std::vector<TypeCount> counts;
};

using Selection = std::variant<SeatSelection, BestSelection, AreaSelection>;

struct HoldSeats {
    RequestId request;
    Fingerprint fingerprint;
    Caller caller;
    Selection selection;
    std::string code;  // Normalised by the edge; empty: none.
};

struct ReadReservation {
    ReservationId reservation;
    Caller caller;
};

// Before checkout: releases at once. While paying: the order goes to cancelling.
struct CancelReservation {
    ReservationId reservation;
    Caller caller;
};

// Opens the order and its first attempt; a total of zero is paid in the same step.
struct Checkout {
    ReservationId reservation;
    Caller caller;
    // For the order's row alone; the engine never keeps or reads it.
    std::string contactName;
    std::string contactEmail;
    std::string language;
};

struct ReadOrder {
    OrderId order;
    Caller caller;
};

// What a worker learned; applied once. `outbox` is the row that asked; that row is closed. An
// answer for a row that is already closed changes nothing and has no effect (Outcome::hadEffect).
struct RecordProviderAnswer {
    OutboxSeq outbox;
    AttemptId attempt;
    Operation operation = Operation::Retrieve;
    ProviderAnswer answer;
};

// A webhook or a terminal says that something happened: ask the provider soon.
struct HintProvider {
    AttemptId attempt;
};

// Staff.
struct ChangeTerms {
    EventTerms terms;      // version is set by the engine.
    std::string document;  // The event's full description as stored (opaque to the engine).
};

struct SetAllocation {
    std::vector<SeatNo> seats;
    AllocationNo allocation;  // 0: back to the public.
};

struct CreateCode {
    Code code;  // id and uses are set by the engine.
};

using Command =
    std::variant<HoldSeats, ReadReservation, CancelReservation, Checkout, ReadOrder,
                 RecordProviderAnswer, HintProvider, ChangeTerms, SetAllocation, CreateCode>;

// In order of precedence: where several apply, the first is returned. Every refusal leaves the
// state untouched (but for what was due at `now` and is released first).
enum class Refusal : std::uint8_t {
    None = 0,
    // Of the sale.
    SaleNotOpen,
    SaleClosed,
    ChannelNotAllowed,
    // Of the code.
    CodeUnknown,
    CodeNotValidNow,
    CodeUsedUp,
    // Of the shape of the selection.
    SelectionEmpty,
    TooManyPlaces,  // Over maxPerOrder.
    SeatUnknown,    // Outside the layout.
    SeatRepeated,
    AreaUnknown,
    TicketTypeUnknown,
    CategoryUnknown,
    NotPriced,  // This category is not sold as this ticket type.
    // Of the state.
    BuyerLimitReached,
    SeatUnavailable,
    CompanionNeedsWheelchairPlace,
    LeavesSingleSeat,
    NotEnoughSeats,  // Best-available: fewer are free in these categories.
    NotTogether,     // Best-available: enough are free, but no run is long enough.
    AreaFull,
    // Of reservations and orders.
    ReservationUnknown,  // Never was, or no longer in memory: the caller asks the database.
    NotYours,            // The holder is another caller.
    ReservationExpired,
    ReservationReleased,
    ReservationCheckedOut,  // Already has an order.
    OrderUnknown,
    OrderNotCancellable,  // Allocated or later.
    // Of staff.
    AttemptUnknown,
    SeatNotBlockable,  // Held or sold.
    CodeExists,
    TooManyCodes,
    TermsInvalid,
};

}  // namespace tessera::engine
