// SPDX-License-Identifier: Apache-2.0
// All that is known of one event from outside: its rows as committed, with their past, what was
// asked for, and what the provider did.
//
// Plain data; the judges beside it fill and read it. Written from the design's page and the
// contract, without the engine. Every map is ordered, so that findings come in one order.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/simulation/audit/observed.h"
#include "tests/simulation/audit/past.h"

namespace tessera::simulation {

struct SeatFacts {
    engine::SeatState state;
    ReservationId owner;  // The reservation that has it by its own row, while that lives.
    TicketId ticket;      // The ticket for it that is not void.
    Past<engine::SeatState> past;
    Touches touched;
};

struct AreaFacts {
    std::int32_t capacity = 0;
    std::int32_t held = 0;
    std::int32_t sold = 0;
    std::int32_t heldByRows = 0;  // As the reservations say.
    std::int32_t soldByRows = 0;
    Past<std::int32_t> free;
    Touches touched;
};

struct ReservationNow {
    engine::ReservationState state = engine::ReservationState::Held;
    Instant expiresAt;
    OrderId order;
    engine::ReleaseReason reason = engine::ReleaseReason::None;
    bool operator==(const ReservationNow&) const = default;
};

struct ReservationFacts {
    engine::ReservationRow row;
    Past<ReservationNow> past;
    // By state: the first answer that told it or a later one; 0: none did.
    std::array<std::uint64_t, 5> toldAt{};
    std::set<SeatNo> returned;        // Its seats that are free again.
    std::int32_t placesReturned = 0;  // In areas too.
};

struct OrderNow {
    engine::OrderState state = engine::OrderState::Paying;
    Instant payDeadline;
    bool operator==(const OrderNow&) const = default;
};

struct OrderFacts {
    engine::OrderRow row;
    Past<OrderNow> past;
    std::vector<TenderId> tenders;
    std::vector<AttemptId> attempts;
    std::vector<RefundId> refunds;
    std::vector<TicketId> tickets;
    CommitNo ticketsMade = 0;
    std::string evidence;
    std::array<Money, 8> ledger{};  // By account.
    std::int32_t version = 0;
    std::int64_t since = 0;     // True time of its latest change of state.
    std::int64_t calledAt = 0;  // Of the last call opened or answered.
    bool wasCancelling = false;
    bool isOpenAgain = false;     // Money that had gone back is the organiser's again.
    std::uint64_t endToldAt = 0;  // The first answer that told that it has come to its end.
};

struct AttemptFacts {
    engine::AttemptRow row;
    engine::AttemptUpdate known;  // What its rows say of the provider.
    std::uint8_t calls = 0;       // Bit per Operation that was ever committed to be made.
    CommitNo calledAt = 0;        // The commit of its latest call, and of the one before.
    CommitNo calledBefore = 0;
};

// A part of a group is the provider's own act, by the refund that it was asked for.
struct RefundFacts {
    engine::RefundRow row;
    engine::RefundUpdate known;
    bool called = false;  // That a call of it was ever committed.
    Money given;          // By the provider, less what it took back.
    Money everGiven;
    Past<engine::RefundState> past;
};

// What the provider has really done.
struct ProviderFacts {
    bool created = false;
    std::int32_t objects = 0;
    bool voided = false;
    Money everAuthorized;
    Money holds;  // Authorized, and neither taken nor let go.
    Money letGo;  // What it held before it let go, and the last commit before that.
    CommitNo letGoAfter = 0;
    std::string letGoBy;  // The webhook that alone tells of it; empty: who asks is told.
    Money captured;
    Money refunded;
    Money everRefunded;  // Also what it took back later.
};

struct TicketFacts {
    engine::TicketRow row;
    Past<engine::TicketState> past;
};

struct CodeFacts {
    engine::Code code;
    CommitNo made = 0;
    std::int32_t usesByRows = 0;  // Reservations that live by it.
    Past<std::int32_t> uses;
    Touches touched;
};

// One call that has not been answered.
struct CallFacts {
    Asked asked;
    CommitNo from = 0;  // The last commit before it was asked.
    Instant notBefore;  // No decision on it was made before this instant of the engine's time.
    std::uint64_t no = 0;
};

// All calls with one request id.
struct RequestFacts {
    CommitNo from = 0;
    Instant notBefore;
    std::vector<Asked> bodies;  // The first of each fingerprint.
    bool refused = false;
};

// What a request did: from the reservation's own row, or from `request`.
struct Effect {
    Fingerprint fingerprint;
    std::uint8_t kind = 0;
    std::int64_t target = 0;
    CommitNo commit = 0;
    bool told = false;
};

// Indices into engine::Command, as rows of `request` have them.
enum Kind : std::uint8_t {
    kHold = 0,
    kCancel = 2,
    kCheckout = 3,
    kTerms = 7,
    kAllocate = 8,
    kCode = 9,
    kTender = 10,
    kConfirm = 11,
    kReturn = 12,
    kSettle = 13,
};

struct EventFacts {
    EventFacts(EventId e, engine::Layout l) : id(e), layout(std::move(l)) {}

    EventId id;
    engine::Layout layout;
    CommitNo commits = 0;
    NodeId node;
    std::int64_t epoch = 0;
    bool firstOfEpoch = true;
    std::int64_t lastBatch = 0;
    std::int64_t mapRevision = 0;
    std::vector<std::int64_t> mapRevisions{0};  // All of them, ascending.
    Instant lastTime;
    std::vector<Instant> times{Instant{}};  // Of each commit, as its batch says.

    std::vector<SeatFacts> seats;
    std::vector<AreaFacts> areas;
    std::map<ReservationId, ReservationFacts> reservations;
    std::map<OrderId, OrderFacts> orders;
    std::map<TenderId, engine::TenderRow> tenders;
    std::map<AttemptId, AttemptFacts> attempts;
    std::map<RefundId, RefundFacts> refunds;
    std::map<AttemptId, ProviderFacts> provider;
    std::map<TenderId, std::int32_t> captures;
    std::map<TicketId, TicketFacts> tickets;
    std::map<OutboxSeq, engine::OutboxRow> outbox;
    std::map<std::int64_t, engine::LedgerEntry> ledger;
    std::map<RequestId, engine::RequestRow> requestRows;
    std::map<CodeId, CodeFacts> codes;
    std::map<std::string, CodeId> codeOf;
    Past<engine::EventTerms> terms;
    std::map<std::int32_t, engine::EventTerms> termsOf;    // By version.
    std::map<CallerHash, Past<std::int32_t>> placesOf;     // Live places of a buyer.
    std::set<std::pair<Instant, std::int64_t>> deadlines;  // Of what lives, with its id.
    std::set<std::int64_t> putOff;  // What a commit left aside though it was due.

    std::set<ReservationId> cancelsAsked;
    std::set<ReservationId> checkoutsAsked;
    std::map<RequestId, RequestFacts> requests;
    std::map<RequestId, Effect> effects;

    store::TrailCheck trail{id};
    bool trailBroken = false;

    std::map<std::string, ProviderOdd> odd;         // By object.
    std::map<std::string, CommitNo> webhooksTaken;  // The last commit before the provider heard so.
};

inline bool isLive(engine::ReservationState state) {
    return state != engine::ReservationState::Released;
}
std::int32_t placesIn(const engine::ReservationRow& row);
// From a state in the table of DESIGN 6 to another in any number of steps, none included: a batch
// is many commands, and only its sum is seen.
bool leadsTo(engine::OrderState from, engine::OrderState to);
bool isEnd(engine::OrderState state);
// The last commit before an instant of the engine's time.
CommitNo lastCommitBefore(const EventFacts& facts, Instant time);
inline const ProviderFacts& providerOf(const EventFacts& facts, AttemptId attempt) {
    static const ProviderFacts none;
    const auto found = facts.provider.find(attempt);
    return found == facts.provider.end() ? none : found->second;
}
template <class Map, class Key>
auto* findIn(Map& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

}  // namespace tessera::simulation
