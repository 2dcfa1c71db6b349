// SPDX-License-Identifier: Apache-2.0
// What a command changes, row by row, each with the state it expects to find.
//
// The store writes these in one fenced transaction; the stream publishes the seat and area changes
// after its commit. Plain values; the names are the tables' names (DESIGN 3).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/engine/commands.h"
#include "server/engine/pricing.h"

namespace tessera::engine {

// Tickets that are handed on together.
using TransferId = StrongId<struct TransferTag, std::int64_t>;

// The byte of a seat in a seat map, and of its row.
enum class SeatStatus : std::uint8_t { Available = 0, Held = 1, Sold = 2, Blocked = 3 };

// `holder`: the reservation of a held seat, the ticket of a sold one, else 0.
struct SeatState {
    SeatStatus status = SeatStatus::Available;
    AllocationNo allocation;  // Survives hold and release; a free seat with one is Blocked.
    std::int64_t holder = 0;
    bool operator==(const SeatState&) const = default;
};

struct SeatChange {
    SeatNo seat;
    SeatState from;
    SeatState to;
};

struct AreaChange {
    AreaNo area;
    std::int32_t heldDelta = 0;
    std::int32_t soldDelta = 0;
};

enum class ReservationState : std::uint8_t { Held = 1, Paying = 2, Sold = 3, Released = 4 };

enum class ReleaseReason : std::uint8_t {
    None = 0,
    Expired,
    CancelledByBuyer,
    PaymentFailed,   // Deadline passed, every object confirmed void or failed.
    OrderCancelled,  // The buyer cancelled while paying.
    Refunded,
    EventCancelled,  // Before checkout.
};

// `area` lines: places of one type in one area.
struct AreaPlaces {
    AreaNo area;
    TicketTypeNo type;
    std::int32_t count = 0;
    bool operator==(const AreaPlaces&) const = default;
};

struct ReservationRow {
    ReservationId id;
    RequestId request;
    Fingerprint fingerprint;
    CallerHash buyer;
    Channel channel = Channel::Web;
    ReservationState state = ReservationState::Held;
    Instant createdAt;
    Instant expiresAt;
    Duration extended;            // By outages, at most 60 s in all.
    std::vector<SeatPick> seats;  // Ascending by seat.
    std::vector<AreaPlaces> areas;
    CodeId code;
    std::int32_t termsVersion = 1;
    Money total;
    OrderId order;  // 0 until checkout.
    ReleaseReason reason = ReleaseReason::None;
    std::vector<PriceAdjustment> adjustments{};  // Read; written by a Reprice alone.
};

// What a reservation costs from now on, and why; its places stay. It follows what else the batch
// writes of the reservation.
struct Reprice {
    ReservationId id;
    Money fromTotal;
    CodeId fromCode;
    Money total;
    CodeId code;
    std::vector<SeatPick> seats;  // As ReservationRow's.
    std::vector<AreaPlaces> areas;
    std::vector<PriceAdjustment> adjustments;
};

struct ReservationUpdate {
    ReservationId id;
    ReservationState from = ReservationState::Held;
    ReservationState to = ReservationState::Held;
    Instant expiresAt;
    Duration extended;
    OrderId order;
    ReleaseReason reason = ReleaseReason::None;
};

enum class OrderState : std::uint8_t {
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

struct OrderRow {
    OrderId id;
    ReservationId reservation;
    OrderState state = OrderState::Paying;
    Instant createdAt;
    Instant payDeadline;
    Money total;
    std::string contactName;
    std::string contactEmail;
    std::string contactPhone{};
    std::string language;
    Quote quote;
    TenderId tender;  // Its first tender; none if the total is zero.
};

struct OrderUpdate {
    OrderId id;
    OrderState from = OrderState::Paying;
    OrderState to = OrderState::Paying;
    Instant payDeadline;   // Of the state: pay deadline, or the unpaid deadline.
    std::string evidence;  // For Released and Manual: when (RFC 3339) the provider said what.
    // Grows whenever the order's money is taken up again and whenever that ends; see OrderRecord.
    std::int32_t version = 0;
    std::int32_t acceptedMove = 0;  // The Disruption's number; 0: as it was.
};

// Immutable. The tenders of an order are opened one at a time. One that was added while another was
// open waits without an attempt until that one is over; its attempt is then for what is missing, so
// an attempt is for its tender's amount at most. Attempts not voided or failed sum to the order's
// total at most.
struct TenderRow {
    TenderId id;
    OrderId order;
    TenderKind kind = TenderKind::Card;
    ProviderKind provider = ProviderKind::Stripe;
    Money amount;
    Instant createdAt;
    // GiftCard: the card's id. Reader: the reader's id. Invoice: who is billed. Cash at a
    // till: its shift and the request.
    // Exchange: the public id of the order given up. At most 64 bytes; never a card number or a
    // code.
    std::string reference{};
    Instant dueAt{};  // Of Invoice; the epoch: none was said. Written, not read by an engine.
};

enum class AttemptState : std::uint8_t {
    Opening = 1,  // Create is queued; no object id is committed.
    Open,         // The buyer may pay.
    Authorized,
    Captured,
    Voided,  // Final: the object is canceled.
    Failed,  // Final without an object: create was definitively refused.
    Refunded,
};

// One attempt on one tender.
struct AttemptRow {
    AttemptId id;
    OrderId order;
    TenderId tender;
    AttemptState state = AttemptState::Opening;
    Money amount;
    Instant createdAt;
    ProviderKind provider = ProviderKind::Stripe;
};

struct AttemptUpdate {
    AttemptId id;
    OrderId order;
    AttemptState from = AttemptState::Opening;
    AttemptState to = AttemptState::Opening;
    std::string objectId;
    std::string clientSecret;
    Money authorized;
    Money captured;
    Money refunded;
    std::string evidence;
    // Until when the provider lets an authorization be captured, as it said itself; never() where
    // it has said nothing.
    Instant captureBefore = Instant::never();
    // Of the attempt's next call with an effect: a key that was spent is never used again.
    std::int32_t attemptTry = 1;
    std::string cardLast4{};  // Empty: as it was.
};

enum class RefundState : std::uint8_t {
    Queued = 1,     // A call is under way or waits.
    Pending = 2,    // The provider has it. Of cash: staff has not handed it over yet.
    Succeeded = 3,  // Confirmed.
    Manual = 4,     // At the end of all roads, with an alarm.
};

// Money going back on one attempt. What one command gives back may be several refunds, one per
// tender; they have the same `group`, the id of the first.
struct RefundRow {
    RefundId id;
    RefundId group;
    OrderId order;
    AttemptId attempt;
    RefundReason reason = RefundReason::Compensation;
    RefundState state = RefundState::Queued;
    Money amount;
    Money retained;  // Of the group, on its first refund: what the organiser keeps of the price.
    Instant createdAt;
};

struct RefundUpdate {
    RefundId id;
    OrderId order;
    RefundState from = RefundState::Queued;
    RefundState to = RefundState::Queued;
    std::string objectId;  // The provider's id of the latest try.
    std::int32_t attemptTry = 1;
    std::string evidence;
};

enum class TicketState : std::uint8_t { Inactive = 1, Active = 2, Void = 3 };

struct TicketRow {
    TicketId id;
    OrderId order;
    std::optional<SeatNo> seat;  // Or a place in an area.
    std::optional<AreaNo> area;
    TicketTypeNo type;
    TicketState state = TicketState::Inactive;
    Money price;         // Its share of the total; shares sum to the total.
    RefundId refund{};   // The group that voided it; 0: none.
    OrderId exchange{};  // The order that is to be paid with it, or, once it is void, was; 0: none.

    TransferId offer{};     // Open: who has its link may take the ticket.
    Instant offerUntil{};   // The offer's own time, where it has one; open end.
    TransferId transfer{};  // By which its holder got it; 0: it is the buyer's.
    TicketId replaces{};    // The one that was handed on, void since; 0: none.
    // Of a ticket that was handed on. Written, never read by an engine.
    std::string holderName{};
    std::string holderEmail{};

    bool isInExchange() const { return state == TicketState::Active && exchange; }
};

struct TicketUpdate {
    TicketId id;
    TicketState from = TicketState::Inactive;
    TicketState to = TicketState::Inactive;
    RefundId refund{};   // The group that voided it; 0: as it was.
    OrderId exchange{};  // As it is from now on.
    TransferId offer{};  // As it is from now on.
    Instant offerUntil{};
};

// A provider call to make; key = attempt:operation:attemptTry.
struct OutboxRow {
    OutboxSeq seq;
    OrderId order;
    AttemptId attempt;
    Operation operation = Operation::Create;
    std::int32_t attemptTry = 1;
    std::int32_t failures = 0;  // Unknown answers in a row: decides the back-off.
    Instant notBefore;
    Money amount;
    // Empty for Create. Of RetrieveRefund the refund's object; the payment's where no answer has
    // named the refund's yet.
    std::string objectId;
    ProviderKind provider = ProviderKind::Stripe;
    RefundId refund{};  // Of Refund and RetrieveRefund.
    // Of Confirm: what the buyer's client or staff gave to pay with, as the provider's adapter
    // reads it (an encrypted card, a reader's id). Of Create: a gift card's id; the reader's id
    // where a reader is to take the card. At most 8 KiB; never logged; gone with the row.
    std::string payload{};
};

// Where money is, or whose it is. Debit: Provider, Receivable, Cash, GiftCards (as the card's
// balance is spent). Credit: Sales; Retained is what the organiser keeps of returned tickets;
// Suspense is money taken that buys nothing, until it is back.
enum class Account : std::uint8_t {
    Provider = 1,
    Sales = 2,
    Receivable = 3,
    Cash = 4,
    GiftCards = 5,
    Retained = 6,
    Suspense = 7,
};

struct LedgerEntry {
    std::int64_t id = 0;
    OrderId order;
    AttemptId attempt;
    Account account = Account::Provider;
    Money amount;  // Debit positive; entries of one command sum to zero.
    Instant at;
    RefundId refund{};  // 0: of a capture.
};

// Outcome with effect of a mutation that is not a create (those are in their reservation's row).
struct RequestRow {
    RequestId request;
    Fingerprint fingerprint;
    std::uint8_t kind = 0;    // Index into Command.
    std::int64_t target = 0;  // The reservation, order, code or terms version it made or changed.
    Instant at;
};

struct CodeUse {
    CodeId code;
    std::int32_t delta = 0;
};

// As UpdateCode's.
struct CodeUpdate {
    CodeId id;
    std::int32_t usesMax = 0;
    Instant validFrom;
    Instant validUntil;
};

// What is written beside orders and tickets for people, and never read by an engine.
enum class DeskKind : std::uint8_t {
    Note = 1,     // Of the order; `text`.
    HandOut,      // Of the ticket, where it is not yet.
    HandBack,     // Of the ticket: it is not handed out.
    Print,        // Of the ticket: once more.
    EraseBuyer,   // Of the order; `text` is the pseudonym.
    EraseHolder,  // Of the ticket; `text` is the pseudonym.
    MailAgain,    // Of the order: its confirmation, to the address `text` or, where empty, its own.
    // Of the order: its confirmation, once. No command's: by whoever sends mail.
    MailConfirmation,
    // The same of a refund that is confirmed, for its group once, and of a disruption, whose number
    // is `id`, for all who bought before `at`.
    MailRefund,
    MailCancelled,
    MailMoved,
};

struct DeskChange {
    DeskKind kind = DeskKind::Note;
    std::int64_t id = 0;  // The order's or the ticket's; of mail also what is said.
    Instant at;
    std::string text{};
};

struct TermsWrite {
    EventTerms terms;
    std::string document;  // Empty: as it was.
};

struct Changes {
    std::vector<SeatChange> seats;
    std::vector<AreaChange> areas;
    std::vector<ReservationRow> reservations;
    std::vector<ReservationUpdate> reservationUpdates;
    std::vector<Reprice> reprices;
    std::vector<OrderRow> orders;
    std::vector<OrderUpdate> orderUpdates;
    std::vector<TenderRow> tenders;
    std::vector<AttemptRow> attempts;
    std::vector<AttemptUpdate> attemptUpdates;
    std::vector<RefundRow> refunds;
    std::vector<RefundUpdate> refundUpdates;
    std::vector<TicketRow> tickets;
    std::vector<TicketUpdate> ticketUpdates;
    std::vector<OutboxRow> outbox;
    std::vector<OutboxSeq> outboxClosed;
    std::vector<LedgerEntry> ledger;
    std::vector<RequestRow> requests;
    std::vector<Code> codes;
    std::vector<CodeUse> codeUses;
    std::vector<CodeUpdate> codeUpdates;
    std::vector<TermsWrite> terms;
    std::vector<DeskChange> desk;  // In their order.

    bool empty() const;
    void clear();
};

}  // namespace tessera::engine
