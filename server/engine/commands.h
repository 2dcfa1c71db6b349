// SPDX-License-Identifier: Apache-2.0
// Commands of one event, and the refusals they can meet.
//
// Plain values. A command carries no time: EventEngine::apply gets `now` beside it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "server/engine/commands_of_desk.h"
#include "server/engine/pricing.h"
#include "server/engine/provider_answer.h"
#include "server/engine/tender.h"
#include "server/engine/terms.h"
#include "shared/base/ids.h"

namespace tessera::engine {

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

// How a part of an order is to be paid.
struct TenderChoice {
    TenderKind kind = TenderKind::Card;
    ProviderKind provider = ProviderKind::Stripe;  // House for the kinds that are.
    Money amount;                                  // 0: all that is not covered yet.
    std::string reference{};                       // As TenderRow's.
    std::string payload{};                         // As OutboxRow's, of GiftCard and Reader.
    Instant dueAt{};                               // As TenderRow's.
    std::optional<Money> approvedMost{};           // Somebody let it be so much; nothing: any.
    std::int64_t customer = 0;                     // Of Invoice: who is billed; for the trail.
};

// Of a caller who may not let money go back without somebody's approval: up to which amount there
// is one.
struct BackLimit {
    bool approved = false;
    Money most;
};

// Opens the order and its first attempt; a total of zero is paid in the same step.
struct Checkout {
    ReservationId reservation;
    Caller caller;
    // For the order's row alone; the engine never keeps or reads it.
    std::string contactName;
    std::string contactEmail;
    std::string language;
    TenderChoice tender{};
    std::string contactPhone{};
};

// The next tender of an order that is Paying or Unpaid, for what is not covered yet. An attempt
// that is open and not authorized is cancelled first: the new one is opened when that is confirmed,
// for what is still missing then, and not at all if the old one was authorized for everything.
struct AddTender {
    OrderId order;
    Caller caller;
    TenderChoice tender;
};

// The buyer's client has what it takes to pay the open attempt: a call Confirm with it.
struct ConfirmPayment {
    OrderId order;
    AttemptId attempt;
    Caller caller;
    std::string payload;  // At most 8 KiB.
};

// Tickets are void and their seats free in this step; the money goes back on the order's tenders,
// the latest first. What a buyer may do follows from the terms in force (AfterSale, Disruption);
// staff may do it at any time.
struct RefundTickets {
    OrderId order;
    Caller caller;
    RefundReason reason = RefundReason::Returned;
    std::vector<TicketId> tickets;  // Ascending; empty: all that are active.
    bool keepFee = true;            // AfterSale's fee; staff may waive it.
    std::shared_ptr<const OrderRecord> record{};
    std::optional<BackLimit> backLimit{};  // Nothing: whatever it is.
};

// Staff has handed cash over, or cleared up by hand what was Manual.
struct SettleRefund {
    OrderId order;
    RefundId refund;
    std::string evidence;
    std::shared_ptr<const OrderRecord> record{};
    std::optional<BackLimit> backLimit{};  // Nothing: whatever it is.
};

// What reconciliation or a webhook found about an attempt or a refund that nobody asks about any
// more: an authorization of an order that is over, a refund that failed after it had succeeded.
// The engine takes the order up again where its money is not what it should be.
struct RecordStray {
    AttemptId attempt;
    ProviderAnswer answer;
    RefundId refund{};  // 0: about the attempt itself.
    std::shared_ptr<const OrderRecord> record{};
};

// Tickets are given up for the places of a reservation: its order is paid with them, and what they
// do not cover by `tender`. In the step in which that order is paid its own tickets admit, and the
// given ones are void and their seats free; what they cost more goes back. Until then they admit
// and are in the exchange: neither returned nor exchanged. Where the order is released they are as
// before.
struct ExchangeTickets {
    OrderId order;                  // Whose tickets.
    std::vector<TicketId> tickets;  // Ascending; empty: all that are active.
    Caller caller;                  // Of the order.
    ReservationId reservation;
    Caller taker;  // Of the reservation.
    // As Checkout's.
    std::string contactName;
    std::string contactEmail;
    std::string language;
    TenderChoice tender{};  // At most for the difference: what is more is not asked for.
    std::shared_ptr<const OrderRecord> record{};
    std::optional<BackLimit> backLimit{};  // Nothing: whatever it is.
    std::string contactPhone{};
};

// Tickets are offered to whom the buyer gives the link; an offer that a ticket had before is over.
struct OfferTransfer {
    OrderId order;
    std::vector<TicketId> tickets;  // Ascending; empty: all that are active.
    Caller caller;
    std::shared_ptr<const OrderRecord> record{};
};

// By whom the edge knows to have the link: the tickets that are offered are void, and others of the
// same places, with the same price, are the new holder's. Their money stays the order's.
struct AcceptTransfer {
    OrderId order;
    std::int64_t transfer = 0;
    std::string name;   // 1 to 200 bytes.
    std::string email;  // At most 320 bytes.
    std::shared_ptr<const OrderRecord> record{};
};

struct CancelTransfer {
    OrderId order;
    std::int64_t transfer = 0;
    Caller caller;
    std::shared_ptr<const OrderRecord> record{};
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

// Something happened: ask the provider soon. AttemptUnknown: nobody asks any more (RecordStray).
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

// How often and how long a code is good from now on; what it gives stays. Whoever has it keeps it,
// also where more do than may from now on.
// What is absent stays.
struct UpdateCode {
    CodeId code;
    std::optional<std::int32_t> usesMax{};  // As Code's, as the others are.
    std::optional<Instant> validFrom{};
    std::optional<Instant> validUntil{};
};

// Changes nothing.
struct ReadCode {
    CodeId code;
};

// Nothing is sold any more. Holds, and orders that are being paid, are due at once: they are
// released or cancelled as what is due is. What is paid is returned by and by
// (EventEngine::nextReturns). Has no effect on a cancelled event.
struct CancelEvent {
    std::string note;
};

// Orders made before this may accept or be returned for all that was paid.
struct MoveEvent {
    ChangeTerms change;  // With what follows from the new date.
    Instant previousStart;
    Instant answerUntil;
    bool refundUnanswered = false;
    std::string note;
};

// By its holder: the tickets are kept for the new date.
struct AcceptMove {
    OrderId order;
    Caller caller;
};

// Writes that everything is returned that is to be. Has no effect where that is not so.
struct FinishDisruption {};

// By staff: what a hold is to cost, in place of what it was to. Its places, its deadline and its
// terms stay. A code that it has is not judged again; another one's use is taken and the old one's
// given back, unless the old one opened the sale to it (SaleNotOpen) or unlocked its seats
// (SeatUnavailable). All or nothing.
struct RepriceReservation {
    ReservationId reservation;
    Caller caller;
    std::vector<SeatPick> seats;        // Each of its seats once; none: types as they are.
    std::optional<AreaSelection> area;  // As many places as it has there; nothing: as they are.
    std::string code;                   // Normalised by the edge; empty: none.
    std::vector<PriceAdjustment> adjustments;
    Money giveAwayMost{INT64_MAX};  // Of Outcome::givenAway: what was approved.
    // Nobody has approved these: a place has one of them only where it had the same before, and no
    // more is given away by them than was (ApprovalNeeded; `limit` is the kind).
    std::vector<AdjustmentKind> onlyKept{};
};

// Who has a seat. Changes nothing.
struct ReadSeat {
    SeatNo seat;
};

// The order is the database's: a new command goes to the end.
using Command =
    std::variant<HoldSeats, ReadReservation, CancelReservation, Checkout, ReadOrder,
                 RecordProviderAnswer, HintProvider, ChangeTerms, SetAllocation, CreateCode,
                 AddTender, ConfirmPayment, RefundTickets, SettleRefund, RecordStray, CancelEvent,
                 MoveEvent, AcceptMove, FinishDisruption, ExchangeTickets, OfferTransfer,
                 AcceptTransfer, CancelTransfer, RepriceReservation, ReadSeat, NoteOrder,
                 HandOutTickets, NotePrint, ErasePerson, ResendMail, UpdateCode, ReadCode>;

// In order of precedence: where several apply, the first is returned. Every refusal leaves the
// state untouched (but for what was due at `now` and is released first).
enum class Refusal : std::uint8_t {
    None = 0,
    // Of the sale.
    EventCancelled,
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
    PlacesDiffer,  // Of a price: others than the reservation has; `limit` says how many it has.
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
    // Of money.
    RecordNeeded,      // `record` is missing or older than the order: load it and ask again.
    OrderNotPayable,   // Neither Paying nor Unpaid.
    TenderTooLarge,    // More than what is not covered yet, or nothing is missing.
    TenderNotAllowed,  // Cash, invoice and readers are for staff.
    TooManyTenders,    // kTendersMax.
    PaymentNotOpen,    // The attempt is not the open one, or is being confirmed already.
    OrderNotPaid,      // Only of what is paid can anything be returned.
    TicketUnknown,     // Not of this order.
    TicketNotActive,   // Void already.
    TicketInExchange,
    TicketTransferred,   // It is another holder's now.
    ReturnNotAllowed,    // The organiser's rules; `when` says until when it was.
    ExchangeNotAllowed,  // The same; or nothing is worth anything; or too many in a row (`limit`).
    TransferNotAllowed,  // As ReturnNotAllowed.
    TransferNotOpen,     // Accepted, cancelled, or its tickets are void.
    RefundUnknown,
    RefundNotOpen,
    EventNotMoved,  // Or the order was made after it was.
    AnswerTooLate,  // `when` says until when it could be given.
    ApprovalNeeded,
    ApprovalTooSmall,  // `limit` says for which amount there must be one.
    // Of staff.
    AttemptUnknown,
    SeatNotBlockable,  // Held or sold.
    CodeNotFound,      // No code of this event has that id.
    CodeExists,
    TooManyCodes,
    TermsInvalid,
};

}  // namespace tessera::engine
