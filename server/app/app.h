// SPDX-License-Identifier: Apache-2.0
// The use cases, one method each: what gRPC and REST both call.
//
// Everything is asynchronous: a Reply is called exactly once, on any thread, after the commit of
// the batch that the answer belongs to. Thread-safe. No protobuf here; api/convert_* translates.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "server/app/deed.h"
#include "server/app/plan/plan_text.h"
#include "server/app/problem.h"
#include "server/engine/event_engine.h"
#include "server/engine/order_record.h"
#include "server/store/store.h"
#include "server/stream/seat_map_hub.h"
#include "shared/base/ids.h"

namespace tessera::app {

// Who calls, as the edge read it. Neither key nor token is ever logged.
struct CallerCredentials {
    CallerHash hash;          // SHA-256 of the caller key; all zero if none was sent.
    std::string holderToken;  // Empty if none was sent.
    engine::Channel channel = engine::Channel::Web;
    bool staff = false;             // An API key with scope reservations:staff was verified.
    engine::TransferId transfer{};  // Whose token `holderToken` is, where it is a transfer's.
};

// The idempotency stamp of a mutation.
struct Mutation {
    RequestId request;
    Fingerprint fingerprint;
    std::shared_ptr<const Deed> deed{};  // Of a session of staff: it leaves a row of the trail.
    // Monotonic. Not decided before that instant it is refused: CHANGED_MEANWHILE, or by what it
    // had effect with before. 0: whenever.
    std::int64_t decideBefore = 0;
};

// The row of chain 0 of what belongs to no event; nothing where no session of staff does it.
inline std::optional<store::TrailRow> toldOf(const Mutation& mutation, const char* action,
                                             std::int64_t subject, Instant now) {
    if (!mutation.deed) return std::nullopt;
    store::TrailRow row;
    row.at = now;
    row.by = mutation.deed->by;
    row.device = mutation.deed->device;
    row.action = action;
    row.subject = subject;
    return row;
}

// Whether a seat map is read once or followed: who begins to follow it has most of it encoded anew.
enum class MapUse { Read, Follow };

// What an event sells by and shows from now on: merged into the terms of that version.
struct EventChange {
    engine::EventTerms terms;
    std::string document;
};

// What is wrong with a change of an event whose terms are these; nothing: it may go on.
using TermsJudge = std::function<std::optional<Problem>(const engine::EventTerms&)>;

struct ReservationAnswer {
    EventId event;
    engine::ReservationView view;
    Instant serverTime;
    std::string holderToken;  // Only in the answer to a create.
    Currency currency;
};

// A seat, and who has it; of a sold one, too.
struct SeatAnswer {
    EventId event;
    engine::SeatView view;
    bool payable = false;   // Its order is still to be paid.
    std::string buyerName;  // Of an order, where it was asked for; personal data.
    Instant serverTime;
};

// How a buyer pays an open attempt.
struct PaymentInstructions {
    std::string provider;  // "stripe"
    std::string objectId;
    std::string clientSecret;
    std::string publishableKey;
    std::string confirmUrl;  // Where the client confirms with the client secret.
    std::string pageUrl{};   // The provider's own page for a person; may be empty.
};

// How a part of an order is to be paid, as the caller said it.
struct TenderAsk {
    engine::TenderKind kind = engine::TenderKind::Card;
    std::string provider;      // Of Card and Reader, by name; empty: the installation's first.
    Money amount;              // 0: all that is missing; of a gift card as much as it has.
    std::string giftCardCode;  // Never logged.
    std::string reader;
    std::string reference;                // At most 64 bytes.
    std::optional<Money> approvedMost{};  // As TenderChoice's.
    Instant dueAt{};                      // Of an invoice.
    std::int64_t customer = 0;            // Who is billed by an invoice; 0: nobody was named.
};

struct TenderShown {
    TenderId id;
    engine::TenderKind kind = engine::TenderKind::Card;
    std::string provider;
    Money amount;
    Instant createdAt;      // The epoch: not known here.
    std::string reference;  // Staff alone is shown it.
};

struct PaymentShown {
    AttemptId id;
    TenderId tender;
    engine::TenderKind kind = engine::TenderKind::Card;
    std::string provider;
    engine::AttemptState state = engine::AttemptState::Opening;
    Money amount;
    Money captured;
    Money refunded;
    std::string objectId;
    bool confirmByCall = false;
    std::string cardLast4{};      // Staff alone is shown it.
    std::string declineReason{};  // The same. Why the last card was declined.
};

struct RefundShown {
    engine::RefundRow row;
    std::string objectId;
    std::string provider;
    std::vector<TicketId> tickets;  // Of a group's first.
};

struct OrderAnswer {
    EventId event;
    engine::OrderView view;
    Instant serverTime;
    Currency currency;
    std::optional<PaymentInstructions> payment;  // While the buyer can pay and the object exists.
    std::vector<TenderShown> tenders{};
    std::vector<PaymentShown> payments{};  // Ascending by id.
    std::vector<RefundShown> refunds{};    // Of the record alone.
    Money covered{};
};

struct RefundsAnswer {
    EventId event;
    Currency currency;
    std::vector<RefundShown> refunds;
};

// What became of an event, and how far its orders are.
struct DisruptionAnswer {
    EventId event;
    Currency currency;
    engine::Disruption disruption;
    store::ReturnsProgress progress;
};

struct ManualAnswer {
    EventId event;
    Currency currency;
    std::vector<store::ManualRow> rows;
    bool more = false;
};

// A file of the books.
struct Paper {
    std::string fileName;  // Needs no quoting.
    std::string bytes;
};

struct InvoiceAsk {
    OrderId order;
    RefundId refund{};       // 0: the invoice; else a credit note of this group.
    std::string language{};  // BCP 47; empty: the checkout's.
};

struct TicketAnswer {
    engine::TicketRow row;
    std::string code;  // Signed; empty unless the ticket is active.
};

struct TransferAnswer {
    EventId event;
    OrderId order;
    engine::TransferId transfer;
    std::string token;  // Of an offer: to accept it by. Of its acceptance: to see the codes by.
};

struct TicketsAnswer {
    EventId event;
    Currency currency;
    std::vector<TicketAnswer> tickets;
    // As the buyer gave them at checkout; personal data.
    std::string holder{};
    std::string language{};
};

struct LayoutAnswer {
    store::LayoutRow row;  // Without the plan.
    std::shared_ptr<const engine::Layout> layout;
    std::shared_ptr<const plan::PlanText> text;
};

struct EventAnswer {
    store::EventRow row;
    store::VenueRow venue;
};

struct EventPage {
    std::vector<EventAnswer> events;
    bool more = false;
};

// Follows one order; see App::watchOrder.
class OrderWatch {
public:
    virtual ~OrderWatch() = default;  // Ends the watch.
};

// What staff writes beside an order. Callers and records are filled in by App.
using DeskCommand =
    std::variant<engine::NoteOrder, engine::HandOutTickets, engine::NotePrint, engine::ResendMail>;
// What is wrong with it, by the order's record; may block.
using RecordJudge = std::function<std::optional<Problem>(const engine::OrderRecord&)>;

class App {
public:
    virtual ~App() = default;

    // Catalog.
    virtual void listEvents(store::EventQuery query, Reply<EventPage> reply) = 0;
    virtual void getEvent(EventId event, Reply<EventAnswer> reply) = 0;
    virtual void getLayout(EventId event, Reply<LayoutAnswer> reply) = 0;

    // Seat maps: the hub's state of a loaded event, loading it first if need be. Replies on the
    // caller's thread where that has nothing to encode.
    virtual void seatMap(EventId event, MapUse use,
                         Reply<std::shared_ptr<stream::SeatMapFeed>> reply) = 0;

    // Reservations.
    // The command's caller and stamp are filled in here.
    virtual void createReservation(EventId event, CallerCredentials caller, Mutation mutation,
                                   engine::HoldSeats command, Reply<ReservationAnswer> reply) = 0;
    virtual void getReservation(EventId event, CallerCredentials caller, ReservationId id,
                                Reply<ReservationAnswer> reply) = 0;
    virtual void cancelReservation(EventId event, CallerCredentials caller, Mutation mutation,
                                   ReservationId id, Reply<ReservationAnswer> reply) = 0;
    // `checkout.caller` is filled in here.
    virtual void checkoutReservation(EventId event, CallerCredentials caller, Mutation mutation,
                                     engine::Checkout checkout, Reply<OrderAnswer> reply) = 0;

    // By staff. `command.caller` is filled in here.
    virtual void repriceReservation(EventId event, CallerCredentials caller, Mutation mutation,
                                    engine::RepriceReservation command,
                                    Reply<ReservationAnswer> reply) = 0;
    enum class BuyerName { Shown, Left };
    virtual void getSeat(EventId event, SeatNo seat, BuyerName buyer, Reply<SeatAnswer> reply) = 0;

    // Orders.
    virtual void getOrder(EventId event, CallerCredentials caller, OrderId id,
                          Reply<OrderAnswer> reply) = 0;
    // With `caller.transfer` those of the transfer alone, and their codes.
    virtual void listTickets(EventId event, CallerCredentials caller, OrderId id,
                             Reply<TicketsAnswer> reply) = 0;
    // Calls `onChange` with the order now and after each committed change, until the returned watch
    // is destroyed; at most 16 watches an order, then RESOURCE_EXHAUSTED through `onChange` once.
    virtual std::unique_ptr<OrderWatch> watchOrder(EventId event, CallerCredentials caller,
                                                   OrderId id, Reply<OrderAnswer> onChange) = 0;

    // What is asked for, as a command has it: who may pay so, through which provider, from which
    // card. `reservation` or `order`: what is to be paid, which a gift card has to know.
    // `mutation`: what it is chosen for. One that is known is answered with its outcome, whatever
    // the card has by now.
    struct TenderOf {
        ReservationId reservation;
        OrderId order;
        std::optional<Mutation> mutation{};
    };
    virtual void chooseTender(EventId event, CallerCredentials caller, TenderAsk ask, TenderOf of,
                              Reply<engine::TenderChoice> reply) = 0;
    virtual void addTender(EventId event, CallerCredentials caller, Mutation mutation, OrderId id,
                           engine::TenderChoice tender, Reply<OrderAnswer> reply) = 0;
    // `payload`: 1 to kPayloadMax bytes; never logged.
    virtual void confirmPayment(EventId event, CallerCredentials caller, Mutation mutation,
                                OrderId id, AttemptId attempt, std::string payload,
                                Reply<OrderAnswer> reply) = 0;
    // By the buyer (RefundReason::Returned) or by staff. `command.caller` and its record are filled
    // in here. CHANGED_MEANWHILE where the order's money changed five times while it was read.
    virtual void refundTickets(EventId event, CallerCredentials caller, Mutation mutation,
                               engine::RefundTickets command, Reply<OrderAnswer> reply) = 0;
    // For the places of a reservation, whose holder's token is `reservationToken`: replies with its
    // order. `command.caller`, `taker`, contact and record are filled in here.
    virtual void exchangeTickets(EventId event, CallerCredentials caller, Mutation mutation,
                                 engine::ExchangeTickets command, std::string reservationToken,
                                 Reply<OrderAnswer> reply) = 0;
    // Callers and records of the commands are filled in here. Of accepting, `caller.transfer` says
    // whose token it has.
    virtual void offerTransfer(EventId event, CallerCredentials caller, Mutation mutation,
                               engine::OfferTransfer command, Reply<TransferAnswer> reply) = 0;
    virtual void acceptTransfer(EventId event, CallerCredentials caller, Mutation mutation,
                                engine::AcceptTransfer command, Reply<TransferAnswer> reply) = 0;
    virtual void cancelTransfer(EventId event, CallerCredentials caller, Mutation mutation,
                                engine::CancelTransfer command, Reply<TransferAnswer> reply) = 0;
    // As of the last commit.
    virtual void listRefunds(EventId event, CallerCredentials caller, OrderId id,
                             Reply<RefundsAnswer> reply) = 0;

    // Staff. Ids in rows are made here.
    virtual void settleRefund(EventId event, Mutation mutation, engine::SettleRefund command,
                              Reply<OrderAnswer> reply) = 0;
    virtual void listManual(EventId event, Reply<ManualAnswer> reply) = 0;
    // CSV; `day` is "2026-05-04" by the venue's clocks.
    virtual void dayReport(EventId event, std::string day, Reply<Paper> reply) = 0;
    // PDF; by whoever is shown the order. Issued when it is first asked for.
    virtual void invoice(EventId event, CallerCredentials caller, InvoiceAsk ask,
                         Reply<Paper> reply) = 0;
    // For good. Of a cancelled event nothing changes.
    virtual void cancelEvent(Mutation mutation, EventId event, std::string note,
                             Reply<EventAnswer> reply) = 0;
    // The edge has put the new date into the document, as for updateEvent: CHANGED_MEANWHILE where
    // the terms in force are not of `move.change.terms.version` any more.
    virtual void moveEvent(Mutation mutation, EventId event, engine::MoveEvent move,
                           Reply<EventAnswer> reply) = 0;
    virtual void acceptMove(EventId event, CallerCredentials caller, Mutation mutation, OrderId id,
                            Reply<OrderAnswer> reply) = 0;
    virtual void getDisruption(EventId event, Reply<DisruptionAnswer> reply) = 0;
    virtual void createVenue(Mutation mutation, store::VenueRow venue,
                             Reply<store::VenueRow> reply) = 0;
    // An empty name: the plan's own.
    virtual void importLayout(Mutation mutation, VenueId venue, std::string name,
                              std::string planJson, Reply<LayoutAnswer> reply) = 0;
    // `row.venue` follows from the layout; `row.document` is stored as it is.
    virtual void createEvent(Mutation mutation, store::EventRow row, engine::EventTerms terms,
                             Reply<EventAnswer> reply) = 0;
    // Replaces terms and document; the edge has merged the update mask into what getTerms and then
    // getEvent gave. Where the terms in force are not of `terms.version` any more nothing changes:
    // CHANGED_MEANWHILE, and the edge merges again.
    virtual void updateEvent(Mutation mutation, EventId event, engine::EventTerms terms,
                             std::string document, Reply<EventAnswer> reply) = 0;
    virtual void setSale(Mutation mutation, EventId event, engine::SaleState sale, TermsJudge judge,
                         Reply<EventAnswer> reply) = 0;
    virtual void setAllocation(Mutation mutation, EventId event, std::vector<SeatNo> seats,
                               AllocationNo allocation, Reply<std::int64_t> seatsChanged) = 0;
    virtual void createCode(Mutation mutation, EventId event, engine::Code code,
                            Reply<CodeId> reply) = 0;
    // The code as it is then; of one that is repeated as it is now.
    virtual void updateCode(Mutation mutation, EventId event, engine::UpdateCode change,
                            Reply<engine::Code> reply) = 0;
    // The terms in force, as the owner's engine has them.
    virtual void getTerms(EventId event, Reply<engine::EventTerms> reply) = 0;

    // What a mutation has had effect on at its event: the order of a checkout or an exchange;
    // nothing: it had none, and whatever was sent before this is decided by now.
    virtual void findEffect(EventId event, Mutation mutation,
                            Reply<std::optional<std::int64_t>> target) = 0;

    // A verified webhook of a provider: commits "ask soon", then replies. Of an attempt that nobody
    // asks about any more the provider is asked once, after the reply.
    virtual void hintProvider(EventId event, AttemptId attempt, Reply<std::monostate> reply) = 0;

    // Scopes of a presented API key; UNAUTHENTICATED if it is unknown or revoked.
    virtual void authenticate(std::string apiKey, Reply<std::vector<std::string>> scopes) = 0;

    // By staff. `judge` (empty: nothing is wrong) is asked once the request id is known to be new,
    // of the record that the command is decided by.
    virtual void changeAtDesk(EventId event, Mutation mutation, DeskCommand command,
                              RecordJudge judge, Reply<OrderId> reply) = 0;
    // A pseudonym for a person; replies when it is written.
    virtual void erasePerson(EventId event, engine::ErasePerson command, Reply<bool> reply) = 0;

    // The database's time, as the engine uses it.
    virtual Instant serverTime() const = 0;
    // True while the database answers and this node can own events.
    virtual bool ready() const = 0;
};

}  // namespace tessera::app
