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

#include "server/app/plan/plan_text.h"
#include "server/app/problem.h"
#include "server/engine/event_engine.h"
#include "server/store/store.h"
#include "server/stream/seat_map_hub.h"
#include "shared/base/ids.h"

namespace tessera::app {

// Who calls, as the edge read it. Neither key nor token is ever logged.
struct CallerCredentials {
    CallerHash hash;          // SHA-256 of the caller key; all zero if none was sent.
    std::string holderToken;  // Empty if none was sent.
    engine::Channel channel = engine::Channel::Web;
    bool staff = false;  // An API key with scope reservations:staff was verified.
};

// The idempotency stamp of a mutation.
struct Mutation {
    RequestId request;
    Fingerprint fingerprint;
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

// How a buyer pays an open attempt.
struct PaymentInstructions {
    std::string provider;  // "stripe"
    std::string objectId;
    std::string clientSecret;
    std::string publishableKey;
    std::string confirmUrl;  // Where the client confirms with the client secret.
    std::string pageUrl{};   // The provider's own page for a person; may be empty.
};

struct OrderAnswer {
    EventId event;
    engine::OrderView view;
    Instant serverTime;
    Currency currency;
    std::optional<PaymentInstructions> payment;  // While the buyer can pay and the object exists.
};

struct TicketAnswer {
    engine::TicketRow row;
    std::string code;  // Signed; empty unless the ticket is active.
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

class App {
public:
    virtual ~App() = default;

    // Catalog.
    virtual void listEvents(store::EventQuery query, Reply<EventPage> reply) = 0;
    virtual void getEvent(EventId event, Reply<EventAnswer> reply) = 0;
    virtual void getLayout(EventId event, Reply<LayoutAnswer> reply) = 0;

    // Seat maps: the hub's state of a loaded event, loading it first if need be.
    virtual void seatMap(EventId event, Reply<std::shared_ptr<stream::SeatMapFeed>> reply) = 0;

    // Reservations.
    virtual void createReservation(EventId event, CallerCredentials caller,
                                   engine::HoldSeats command, Reply<ReservationAnswer> reply) = 0;
    virtual void getReservation(EventId event, CallerCredentials caller, ReservationId id,
                                Reply<ReservationAnswer> reply) = 0;
    virtual void cancelReservation(EventId event, CallerCredentials caller, Mutation mutation,
                                   ReservationId id, Reply<ReservationAnswer> reply) = 0;
    // `checkout.caller` is filled in here.
    virtual void checkoutReservation(EventId event, CallerCredentials caller, Mutation mutation,
                                     engine::Checkout checkout, Reply<OrderAnswer> reply) = 0;

    // Orders.
    virtual void getOrder(EventId event, CallerCredentials caller, OrderId id,
                          Reply<OrderAnswer> reply) = 0;
    virtual void listTickets(EventId event, CallerCredentials caller, OrderId id,
                             Reply<TicketsAnswer> reply) = 0;
    // Calls `onChange` with the order now and after each committed change, until the returned watch
    // is destroyed; at most 16 watches an order, then RESOURCE_EXHAUSTED through `onChange` once.
    virtual std::unique_ptr<OrderWatch> watchOrder(EventId event, CallerCredentials caller,
                                                   OrderId id, Reply<OrderAnswer> onChange) = 0;

    // Staff. Ids in rows are made here.
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
    // The terms in force, as the owner's engine has them.
    virtual void getTerms(EventId event, Reply<engine::EventTerms> reply) = 0;

    // A verified webhook of a provider: commits "ask soon", then replies.
    virtual void hintProvider(EventId event, AttemptId attempt, Reply<std::monostate> reply) = 0;

    // Scopes of a presented API key; UNAUTHENTICATED if it is unknown or revoked.
    virtual void authenticate(std::string apiKey, Reply<std::vector<std::string>> scopes) = 0;

    // The database's time, as the engine uses it.
    virtual Instant serverTime() const = 0;
    // True while the database answers and this node can own events.
    virtual bool ready() const = 0;
};

}  // namespace tessera::app
