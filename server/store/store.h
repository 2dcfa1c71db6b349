// SPDX-License-Identifier: Apache-2.0
// PostgreSQL as Tessera uses it: fenced batches, taking over and loading an event, look-ups.
//
// `Store` is an interface so that a simulated database can keep the same contract. Thread-safe.
// Batches of one event use one connection, in order; different events use different connections.
// Every call has a deadline; a call that runs into it has Effect::Unknown.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "server/engine/event_engine.h"
#include "server/engine/order_record.h"
#include "server/store/batch.h"
#include "server/store/trail.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace tessera::store {

enum class CommitOutcome {
    Committed,
    Fenced,   // Another epoch or batch: this owner is a former one. Nothing was written.
    Refused,  // The database refused the content (a row was not as expected, a constraint).
    Unknown,  // Connection lost, time-out: written or not.
    NotDone,  // The database could not be reached; certainly nothing was written.
};

struct CommitResult {
    CommitOutcome outcome = CommitOutcome::Unknown;
    std::string sqlstate;
    std::string detail;  // For the log: never row contents.
};

// A venue, its layout's plan text and what an event shows; the app converts.
struct VenueRow {
    VenueId id;
    std::string name;
    std::string city;
    std::string country;   // ISO 3166-1 alpha-2.
    std::string timeZone;  // IANA.
};

// What changes of a venue; what is not there stays.
struct VenueChange {
    VenueId id;
    std::optional<std::string> name{};
    std::optional<std::string> city{};
    std::optional<std::string> country{};
    std::optional<std::string> timeZone{};
};

struct LayoutRow {
    LayoutId id;
    VenueId venue;
    std::int32_t version = 1;
    std::string name;
    std::string planJson;  // As imported.
    std::int32_t seats = 0;
    std::int32_t areas = 0;
};

struct EventRow {
    EventId id;
    VenueId venue;
    LayoutId layout;
    std::string title;
    std::string city;  // Copied from the venue for searching.
    Instant startsAt;
    engine::SaleState sale = engine::SaleState::Draft;
    std::string document;  // The event's full description (protobuf JSON of tessera.v1.Event's
                           // stored part), opaque here.
    std::int32_t termsVersion = 1;
    engine::Disruption disruption{};  // Of findEvent alone.
};

// A page of 100, and one more to see that there is another.
inline constexpr std::int32_t kEventsPerQueryMax = 101;

struct EventQuery {
    std::string text;  // Words; each must match the start of a word of title, city or venue.
    std::string city;
    std::optional<Instant> startsAfter;   // Closed.
    std::optional<Instant> startsBefore;  // Open.
    bool includeDrafts = false;
    std::int32_t limit = 50;  // 1 to kEventsPerQueryMax.
    // Resume after this (starts_at, id), the last of the page before.
    std::optional<std::pair<Instant, EventId>> after;
};

// Whom an event's fence names.
struct Owner {
    NodeId node;  // 0: nobody has had it yet.
    std::int64_t epoch = 0;
};

// Who takes over, and, if it matters, from which epoch: another one since is a change of owner.
struct Claim {
    Claim(NodeId n, std::optional<std::int64_t> seen = std::nullopt) : node(n), epochSeen(seen) {}
    NodeId node;
    std::optional<std::int64_t> epochSeen;
};

struct DueEvent {
    EventId event;
    NodeId owner;
};

struct TakenOver {
    std::int64_t epoch = 0;
    std::int64_t mapRevision = 0;
    Instant databaseNow;  // The database's clock inside the transaction.
    std::shared_ptr<const engine::Layout> layout;
    engine::LoadedEvent loaded;
    // Create-request ids of every reservation made at or after `requestsSince`, for idempotency.
    Instant requestsSince;
    struct Request {
        RequestId request;
        Fingerprint fingerprint;
        std::uint8_t kind = 0;  // Index into engine::Command; 0 (HoldSeats) for reservations.
        std::int64_t target = 0;
    };
    std::vector<Request> requests;
    // Of the event's chain of the trail; number 0: it has none.
    TrailEnd trail{};
    // Those that may still be good; see kApprovalsRemembered.
    struct UsedApproval {
        ApprovalId id;
        Instant at;
    };
    std::vector<UsedApproval> approvalsUsed{};
};

// A reservation or order that is no longer in the owner's memory; final states only.
struct StoredReservation {
    engine::ReservationRow row;
    Currency currency;
    // By the terms and the code it was made under. Only the total where those no longer add up to
    // what the row says.
    engine::Quote quote;
};

struct TicketDetail {
    engine::TicketRow row;
    std::string holder{};  // Of one that was handed on; personal data.
};

// A released order, from the database: the owner's memory has let it go.
struct StoredOrder {
    engine::OrderRow row;  // Contact empty; quote as stored.
    engine::ReservationRow reservation;
    Currency currency;
    std::vector<engine::TicketRow> tickets;
    std::string evidence;
    bool moveAccepted = false;  // The date that the event was moved to last.
};

inline constexpr std::size_t kRequestsPerLookUp = 64;
inline constexpr std::size_t kRecordsPerLookUp = 256;

// How far a disruption's orders and their refunds are.
struct ReturnsProgress {
    struct Sum {
        std::int64_t count = 0;
        Money amount;
    };
    std::int64_t ordersLeft = 0;  // With tickets that are not void, and not accepted.
    std::int64_t ordersAccepted = 0;
    Sum pending;  // Of refunds: providers are asked.
    Sum succeeded;
    Sum manual;  // For people, cash that is to be handed over too.
};

// What waits for staff: an order, or a refund of one.
struct ManualRow {
    OrderId order;
    Money amount;  // The order's total, or the refund's amount.
    std::string evidence;
    std::optional<engine::RefundRow> refund;
    engine::RefundUpdate refundFacts{};
    engine::ProviderKind provider = engine::ProviderKind::House;  // Of the refund.
};

// Error::code of a take-over of an event that is not in the database.
inline constexpr const char* kEventUnknown = "EVENT_UNKNOWN";
// Error::code of a claim whose epochSeen is not the event's any more.
inline constexpr const char* kOwnerChanged = "OWNER_CHANGED";

class Store {
public:
    virtual ~Store() = default;

    // Sends the batch; `done` is called once, on a store thread. REQUIRES: the batch before it of
    // the same event was answered.
    virtual void commit(const BatchHead& head, const Batch& batch,
                        std::function<void(CommitResult)> done) = 0;

    // Nothing: there is no such event.
    virtual Result<std::optional<Owner>> findOwner(EventId event) = 0;

    // Raises the epoch for the claim's node and loads the event in one REPEATABLE READ transaction;
    // blockers are ended after 300 ms.
    virtual Result<TakenOver> takeOver(EventId event, Claim claim) = 0;

    // Of the reservations and `request` rows, in any order, what is there of 1 to 64 ids; asked
    // before an old request_id is applied. Reads every reservation since the earliest stamp of an
    // id that is not there (docs/decisions/0003-request-lookup.md).
    virtual Result<std::vector<TakenOver::Request>> findRequests(
        EventId event, std::span<const RequestId> ids) = 0;
    virtual Result<std::optional<StoredReservation>> findReservation(EventId event,
                                                                     ReservationId id) = 0;

    virtual Result<std::optional<StoredOrder>> findOrder(EventId event, OrderId id) = 0;
    // Whose ticket it is, for good; 0: there is no such ticket.
    virtual Result<OrderId> findOrderOf(EventId event, TicketId ticket) = 0;

    // The money of an order, in any state, as one transaction sees it. Null: there is none.
    virtual Result<std::shared_ptr<const engine::OrderRecord>> readRecord(EventId event,
                                                                          OrderId id) = 0;
    // The same of many orders, beside `ids`: one to kRecordsPerLookUp.
    virtual Result<std::vector<std::shared_ptr<const engine::OrderRecord>>> readRecords(
        EventId event, std::span<const OrderId> ids) = 0;
    // The same, of the order that has this attempt.
    virtual Result<std::shared_ptr<const engine::OrderRecord>> readRecord(EventId event,
                                                                          AttemptId id) = 0;

    // Orders that are Manual, then refunds that are, and cash to be handed over; each ascending by
    // id, at most `limit` of each.
    virtual Result<std::vector<ManualRow>> listManual(EventId event, std::int32_t limit) = 0;

    // Of one event; as one statement sees it.
    virtual Result<ReturnsProgress> readReturns(EventId /*event*/,
                                                const engine::Disruption& /*disruption*/) {
        return failure("this store counts no returns");
    }

    // Events with wake_at <= before, earliest first, at most `limit`. (A listed cross-event query.)
    virtual Result<std::vector<DueEvent>> dueEvents(Instant before, std::int32_t limit) = 0;

    // The database's clock, with the call's round trip.
    virtual Result<Instant> databaseNow() = 0;
};

// Small tables and reads that decide nothing.
class Catalog {
public:
    virtual ~Catalog() = default;
    // `told`: the row of the trail that goes with it, chain 0; nullptr: no session made it.
    virtual Status createVenue(const VenueRow& venue, RequestId request, Fingerprint body,
                               const TrailRow* told = nullptr) = 0;
    // Its version is the venue's next, whatever `layout` says.
    virtual Status createLayout(const LayoutRow& layout, RequestId request, Fingerprint body,
                                const TrailRow* told = nullptr) = 0;
    // Event, its terms, its seats and areas, and its owner row, in one transaction.
    virtual Status createEvent(const EventRow& event, const engine::EventTerms& terms,
                               const engine::Layout& layout, RequestId request, Fingerprint body,
                               const TrailRow* told = nullptr) = 0;
    // What an earlier create with this request id made; for retries.
    struct Created {
        std::int64_t id = 0;
        Fingerprint body;
    };
    virtual Result<std::optional<Created>> findCreated(RequestId request) = 0;
    virtual Result<std::optional<VenueRow>> findVenue(VenueId id) = 0;
    // Those that are there, in no order. One statement.
    virtual Result<std::vector<VenueRow>> findVenues(std::span<const VenueId> ids) = 0;
    // Without its plan, which may be megabytes.
    virtual Result<std::optional<LayoutRow>> findLayout(LayoutId id) = 0;
    virtual Result<std::string> readPlan(LayoutId id) = 0;  // Of a layout that is there.
    virtual Result<std::optional<EventRow>> findEvent(EventId id) = 0;
    virtual Result<std::vector<EventRow>> listEvents(const EventQuery& query) = 0;
    virtual Result<std::vector<TicketDetail>> listTickets(EventId event, OrderId order) = 0;
    // Whom an order's tickets are for: personal data.
    struct Contact {
        std::string name;
        std::string language;  // BCP 47; may be empty.
        std::string email{};
        std::string phone{};
    };
    virtual Result<std::optional<Contact>> findContact(EventId event, OrderId order) = 0;
    struct ApiKeyRow {
        std::string keyId;  // 16 characters.
        std::string hash;   // argon2id.
        std::string name;
        std::vector<std::string> scopes;
        bool revoked = false;
    };
    virtual Status createApiKey(const ApiKeyRow& key) = 0;
    virtual Result<std::optional<ApiKeyRow>> findApiKey(const std::string& keyId) = 0;
};

}  // namespace tessera::store
