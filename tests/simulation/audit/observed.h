// SPDX-License-Identifier: Apache-2.0
// What can be seen of a simulated run from outside: what clients asked and were told, what was
// committed, what the provider did, what maps show.
//
// Plain values; `at` is true time, microseconds since the start, and the order of calls is the
// order of events. Whoever judges implements Witness; nothing here knows how the server came to an
// answer.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "server/app/app.h"
#include "server/engine/changes.h"
#include "server/engine/commands.h"
#include "server/store/batch.h"
#include "server/store/breaks.h"
#include "server/store/store.h"
#include "shared/base/ids.h"

namespace tessera::simulation {

using CallNo = std::int64_t;  // Of one call as a client makes it; a retry is another call.

// What a client asks for. Times in it are the server's, as the client was told.
struct AskHold {
    engine::HoldSeats command;
};
struct AskReservation {
    ReservationId reservation;
};
struct AskCancel {
    ReservationId reservation;
};
struct AskCheckout {
    ReservationId reservation;
    app::TenderAsk tender{};
};
struct AskOrder {
    OrderId order;
};
struct AskTickets {
    OrderId order;
};
struct AskAllocation {
    std::vector<SeatNo> seats;
    AllocationNo allocation;
};
struct AskSale {
    engine::SaleState sale = engine::SaleState::Open;
};
struct AskCode {
    engine::Code code;
};
struct AskTender {
    OrderId order;
    app::TenderAsk tender;
};
struct AskReturn {
    OrderId order;
    std::vector<TicketId> tickets;  // Ascending; empty: all that are active.
    engine::RefundReason reason = engine::RefundReason::Returned;
    bool keepFee = true;
};
struct AskSettle {
    OrderId order;
    RefundId refund;
};
struct AskManual {};
struct AskConfirm {
    OrderId order;
    AttemptId attempt;
    std::string payload;
};
using Question = std::variant<AskHold, AskReservation, AskCancel, AskCheckout, AskOrder, AskTickets,
                              AskAllocation, AskSale, AskCode, AskTender, AskReturn, AskSettle,
                              AskManual, AskConfirm>;

struct Asked {
    CallNo call = 0;
    std::int32_t client = 0;
    EventId event;
    CallerHash caller;
    app::Mutation mutation;  // All zero for reads.
    Question question;
    bool byStaff = false;  // With the scope of the box office.
};

// Staff get counts and ids; EventAnswer says nothing that is judged.
using Said = std::variant<app::Problem, app::ReservationAnswer, app::OrderAnswer,
                          app::TicketsAnswer, std::int64_t, app::ManualAnswer>;

// One committed transaction of an event, as the database has it.
struct Committed {
    EventId event;
    NodeId node;
    store::BatchHead head;
    engine::Changes changes;
};

// What the provider did, for good; a hold of money that it confirmed, took or gave back.
struct ProviderDid {
    enum What : std::uint8_t {
        Created,
        Authorized,
        Captured,
        Voided,
        Refunded,
        TookAtOnce,    // A way to pay that asks nobody: neither authorized nor captured by a call.
        RefundFailed,  // One that had been made: the money is the organiser's again.
    } what = Created;
    EventId event;
    AttemptId attempt;
    std::string objectId;
    Money amount;
    RefundId refund{};      // Of Refunded and RefundFailed.
    std::string webhook{};  // Of Voided: what alone tells of it; empty: who asks is told.
};

// What somebody did at the provider by its own means, not we: `kind` of difference that it makes,
// until it is `isOver`.
struct ProviderOdd {
    store::BreakKind kind = store::BreakKind::DuplicateObject;
    EventId event;
    AttemptId attempt;
    std::string objectId;
    bool isOver = false;
};

// A whole map as its follower has it after a message, or once it stops changing.
struct ShownMap {
    EventId event;
    std::int32_t follower = 0;
    std::int64_t revision = 0;
    std::vector<std::uint8_t> seats;
    std::vector<std::int32_t> areaFree;
};

// What the event's tables hold. Everything, released and finished rows too.
struct EventTables {
    EventId event;
    std::int64_t lastBatch = 0;
    std::int64_t mapRevision = 0;
    Instant lastTime;
    std::vector<engine::SeatState> seats;
    struct Area {
        std::int32_t capacity = 0;
        std::int32_t held = 0;
        std::int32_t sold = 0;
    };
    std::vector<Area> areas;
    std::vector<engine::ReservationRow> reservations;
    std::vector<engine::OrderRow> orders;  // Ascending by id, as all below.
    std::vector<engine::TenderRow> tenders;
    std::vector<engine::AttemptRow> attempts;
    std::vector<engine::AttemptUpdate> attemptFacts;  // Beside attempts.
    std::vector<engine::RefundRow> refunds;
    std::vector<engine::RefundUpdate> refundFacts;  // Beside refunds.
    std::vector<engine::TicketRow> tickets;
    std::vector<engine::OutboxRow> outbox;
    std::vector<engine::LedgerEntry> ledger;
    std::vector<engine::RequestRow> requests;
    std::vector<store::TrailRow> trail;
    std::vector<std::string> webhooks;  // Their ids, ascending.
    std::vector<store::BreakRow> breaks;
};

// Calls come in the order of events. A finding is an error of the server.
class Witness {
public:
    virtual ~Witness() = default;
    // Before anything else of the event: its layout and terms as made.
    virtual void onEvent(EventId event, const engine::Layout& layout,
                         const engine::EventTerms& terms, std::int64_t at) = 0;
    virtual void onAsked(const Asked& asked, std::int64_t at) = 0;
    // At most once a call; a call without one got no answer.
    virtual void onSaid(CallNo call, const Said& said, std::int64_t at) = 0;
    virtual void onCommitted(const Committed& committed, std::int64_t at) = 0;
    virtual void onTakenOver(EventId event, NodeId node, std::int64_t epoch, std::int64_t at) = 0;
    virtual void onProviderDid(const ProviderDid& did, std::int64_t at) = 0;
    virtual void onProviderOdd(const ProviderOdd& odd, std::int64_t at) {
        (void)odd;
        (void)at;
    }
    // The provider was told that its webhook of that id has been taken in.
    virtual void onWebhookTaken(EventId event, const std::string& id, std::int64_t at) {
        (void)event;
        (void)id;
        (void)at;
    }
    // Of an event that was made: what one who follows its map sees after a message.
    virtual void onShown(const ShownMap& map, std::int64_t at) {
        (void)map;
        (void)at;
    }
    // The last fault has healed: from here on everything has to come to its end.
    virtual void onCalm(std::int64_t at) = 0;
    // The run is over: the database's clock, what its tables hold, what maps show.
    virtual void onEnd(Instant databaseNow, const std::vector<EventTables>& tables,
                       const std::vector<ShownMap>& maps, std::int64_t at) = 0;
};

}  // namespace tessera::simulation
