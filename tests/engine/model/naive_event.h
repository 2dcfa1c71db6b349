// SPDX-License-Identifier: Apache-2.0
// All rules of one event in the simplest form: vectors, maps and linear scans.
//
// Written from the design and from the engine's public headers; it shares no rule with the engine
// but the arithmetic of quoteFor, which has a model of its own. Ids are not invented here: after
// each command the caller tells which ids the engine gave (`NewIds`, `learn`). Virtual members are
// the places where a test plants a fault. Deterministic; owned by one test.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/engine/event_engine.h"
#include "tests/engine/naive_best.h"

namespace tessera::engine {

struct NaiveReservation {
    ReservationId id;
    CallerHash buyer;
    Channel channel = Channel::Web;
    ReservationState state = ReservationState::Held;
    Instant createdAt;
    Instant expiresAt;
    std::vector<SeatPick> seats;
    std::vector<AreaPlaces> areas;
    int terms = 0;
    int code = -1;
    Quote quote;
    OrderId order;
    ReleaseReason reason = ReleaseReason::None;

    int places() const;
};

struct NaiveAttempt {
    AttemptId id;  // 0 until learnt.
    AttemptState state = AttemptState::Opening;
    std::string objectId;
    std::string clientSecret;
    Money captured;
    Money refunded;
    int missing = 0;  // Looks in a row that did not find its object.

    bool isFinal() const;
};

struct NaiveCall {
    OutboxSeq seq;  // 0 until learnt.
    Operation operation = Operation::Create;
    int failures = 0;
    Instant askedAt;
    Instant notBefore;  // A fifth of the delay more or less, as the engine's row says.
    Money amount;
};

struct NaiveOrder {
    OrderId id;
    ReservationId reservation;
    OrderState state = OrderState::Paying;
    Instant createdAt;
    Instant payDeadline;
    Money total;
    std::vector<NaiveAttempt> attempts;
    std::optional<NaiveCall> call;
    Operation lastCall = Operation::Create;  // That was answered.
    bool hinted = false;
    bool refundPending = false;  // The provider has said that it has it.
    int refundLooks = 0;         // Since it was asked for.
    Instant lastHeard;
    int refusedCreates = 0;
    int refusedRefunds = 0;
    int refusedCaptures = 0;
    int tickets = 0;
    TicketState ticketState = TicketState::Inactive;
    Money balance;  // Captured minus refunded, of all its attempts.

    NaiveAttempt& latest() { return attempts.back(); }
    const NaiveAttempt* open() const;
};

struct NaiveSeat {
    SeatStatus status = SeatStatus::Available;  // Held, Sold, or Available: blocked by allocation.
    AllocationNo allocation;
    ReservationId reservation;

    SeatStatus shown() const;
};

// The ids that the engine gave in its answer, for what the command makes.
struct NewIds {
    ReservationId reservation;
    OrderId order;
};

class NaiveEvent {
public:
    NaiveEvent(const Layout::Parts& parts, EventTerms terms);
    virtual ~NaiveEvent() = default;

    Outcome apply(const Command& command, Instant now, const NewIds& ids);
    // The ids of new attempts and calls. False if the engine made others than are due here.
    bool learn(const Changes& changes);

    Instant nextDue() const;
    Instant wakeAt() const;
    int areaFree(int area) const;
    Money quoted(const NaiveReservation& reservation) const { return reservation.quote.total; }

    Layout::Parts parts;
    std::vector<EventTerms> terms;
    std::vector<NaiveSeat> seats;
    std::vector<LoadedEvent::AreaCount> areas;
    std::vector<Code> codes;
    std::map<ReservationId, NaiveReservation> reservations;
    std::map<OrderId, NaiveOrder> orders;
    std::set<ReservationId> live;  // Held, Paying, Sold: what is not released.

protected:
    virtual bool isDue(Instant deadline) const { return deadline <= now_; }
    virtual void giveBackCode(const NaiveReservation& reservation);
    virtual void giveBackSeats(const NaiveReservation& reservation);
    virtual bool orphansMatter() const { return current().noOrphans; }
    virtual int placesOf(const CallerHash& buyer) const;
    virtual void keepHint(NaiveOrder& order) { order.hinted = true; }
    virtual Duration backOff(int failures) const;
    Instant now_;
    const EventTerms& current() const { return terms.back(); }

private:
    // What a hold would take, once its selection is judged.
    struct Wanted {
        std::vector<SeatPick> seats;
        std::vector<AreaPlaces> areas;
    };

    Outcome hold(const HoldSeats& command, const NewIds& ids);
    Outcome read(const ReadReservation& command);
    Outcome cancel(const CancelReservation& command);
    Outcome checkout(const Checkout& command, const NewIds& ids);
    Outcome readOrder(const ReadOrder& command);
    Outcome record(const RecordProviderAnswer& command);
    Outcome hint(const HintProvider& command);
    Outcome changeTerms(const ChangeTerms& command);
    Outcome allocate(const SetAllocation& command);
    Outcome createCode(const CreateCode& command);
    Outcome updateCode(const UpdateCode& command);
    Outcome readCode(const ReadCode& command) const;

    // naive_reprice.cpp
    Outcome reprice(const RepriceReservation& command);
    Outcome judgeOtherCode(const NaiveReservation& held, const std::string& text, int& at) const;
    Outcome judgeOtherPlaces(const NaiveReservation& held, const RepriceReservation& command) const;
    // What `held` costs with its types as they are to be.
    Outcome priceAnew(const RepriceReservation& command, int code, NaiveReservation& held) const;

    // naive_selection.cpp
    Outcome judgeSale(const HoldSeats& command, const Code* code) const;
    Outcome judgeCode(const HoldSeats& command, const Code* code) const;
    Outcome judge(const HoldSeats& command, const Code* code, Wanted& wanted) const;
    Outcome judgeSeats(const SeatSelection& selection) const;
    Outcome judgeBest(const BestSelection& selection) const;
    Outcome judgeArea(const AreaSelection& selection) const;
    Outcome takeSeats(const SeatSelection& selection, const Code* code, Wanted& wanted) const;
    Outcome takeBest(const BestSelection& selection, const Code* code, Wanted& wanted) const;
    Outcome takeArea(const AreaSelection& selection, Wanted& wanted) const;
    bool priced(CategoryNo category, TicketTypeNo type) const;
    bool pricedFor(CategoryNo category, const std::vector<TypeCount>& counts) const;
    // The companions that are free of so many chosen places.
    void bringCompanions(std::vector<SeatNo>& chosen, int most, const Code* code) const;
    int openIn(const NaiveBest& judge, const std::vector<CategoryNo>& categories) const;
    Refusal takePlaces(const BestSelection& selection, int count,
                       const std::vector<CategoryNo>& categories, const Code* code,
                       const NaiveBest& judge, std::vector<SeatNo>& chosen) const;
    // With the seats that `code` (may be nothing) unlocks.
    NaiveBest best(const Code* code) const;
    bool freeFor(const Code* code, const NaiveSeat& seat) const;
    int codeNamed(const std::string& text) const;

    // naive_payment.cpp
    void releaseDue();
    void release(NaiveReservation& reservation, ReleaseReason reason);
    void releaseOrder(NaiveOrder& order, ReleaseReason reason);
    void fence(NaiveOrder& order);
    void openAttempt(NaiveOrder& order, Instant notBefore, int failures);
    void call(NaiveOrder& order, Operation operation, int failures, bool later);
    void look(NaiveOrder& order, int failures) {
        call(order, Operation::Retrieve, failures, failures > 0);
    }
    void lookSoon(NaiveOrder& order);
    void answered(NaiveOrder& order, const NaiveCall& call, const ProviderAnswer& answer);
    void createRefused(NaiveOrder& order);
    void note(NaiveOrder& order, const ProviderAnswer& answer);
    void decide(NaiveOrder& order, const NaiveCall& call, const ProviderAnswer& answer);
    void decideOpen(NaiveOrder& order, const NaiveCall& call, bool processing);
    void decideAuthorized(NaiveOrder& order, const NaiveCall& call, bool full, bool refused);
    void decideCaptured(NaiveOrder& order);
    void decideCanceled(NaiveOrder& order);
    void allocateOrder(NaiveOrder& order);
    void pay(NaiveOrder& order);
    void compensate(NaiveOrder& order);
    void sell(NaiveOrder& order);
    const EventTerms& termsOf(const NaiveOrder& order) const;
    Instant pollAt(const NaiveOrder& order) const;

    // naive_refunds.cpp
    void refundAnswered(NaiveOrder& order, const NaiveCall& call, const ProviderAnswer& answer);
    void lookAtRefund(NaiveOrder& order);
    void askForRefund(NaiveOrder& order);

    ReservationView viewOf(const NaiveReservation& reservation) const;
    OrderView viewOf(const NaiveOrder& order) const;
    bool mayTouch(const Caller& caller, const NaiveReservation& reservation) const;
};

Outcome refusedAs(Refusal refusal, std::vector<SeatNo> seats = {}, std::int64_t limit = 0);

}  // namespace tessera::engine
