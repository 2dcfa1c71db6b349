// SPDX-License-Identifier: Apache-2.0
// Takes each committed batch into the facts of its event, and says what of it cannot be.
//
// Works on what the batch touches only: no scan of an event. Deterministic. Lives for one batch.
#pragma once

#include <set>

#include "tests/simulation/audit/bounds.h"
#include "tests/simulation/audit/facts.h"
#include "tests/simulation/audit/findings.h"
#include "tests/simulation/audit/money_judge.h"

namespace tessera::simulation {

// An outage moves the deadline of a hold by so much in all (DESIGN 3).
inline constexpr Duration kExtendedMax = Duration::ofSeconds(60);
// An owner with holds commits at least every second: of an outage so much may have been quiet time.
inline constexpr Duration kQuietMax = Duration::ofMillis(1500);

class RowJudge {
public:
    RowJudge(EventFacts& facts, Findings& findings, const Committed& committed,
             const Bounds& bounds, Calmness calm)
        : f_(facts),
          findings_(findings),
          head_(committed.head),
          changes_(committed.changes),
          bounds_(bounds),
          calm_(calm),
          before_(facts.lastTime) {}

    void take(NodeId node);

private:
    void fault(Check check, std::string text) { findings_.add(check, f_.id, std::move(text)); }

    void takeHead(NodeId node);
    void judgeWake();
    void judgeWakeForReleases();
    bool hasSeats(AllocationNo allocation) const;
    void noteHolds();
    void judgeOutage();
    void judgeMapFlag();

    void takeTerms();
    void takeCodes();
    void takeRequests();
    bool isWritten(Kind kind, std::int64_t target) const;

    void judgeSale(const engine::ReservationRow& row, const engine::HoldSeats& asked);
    void judgeTermsOfSale(const engine::ReservationRow& row, const engine::EventTerms& terms);
    void judgeCode(const engine::ReservationRow& row, const engine::HoldSeats& asked);
    void judgePlaces(const engine::ReservationRow& row, const engine::EventTerms& terms);
    void judgeBuyers();
    void judgeCodes();
    void judgeOrphans();
    bool isAloneIn(const engine::LayoutRow& row, ReservationId id) const;

    void updateReservation(const engine::ReservationUpdate& update);
    void addReservation(const engine::ReservationRow& row);
    void judgeMove(const ReservationFacts& r, engine::ReservationState from, ReservationNow to);
    void judgeRelease(const ReservationFacts& r, engine::ReservationState from, ReservationNow to);
    void judgeHoldLate(const engine::ReservationUpdate& update);
    void judgeDeadline(const engine::ReservationRow& row, const engine::ReservationUpdate& update);
    void judgeNewHold(const engine::ReservationRow& row);
    void judgeSelection(const engine::ReservationRow& row, const engine::HoldSeats& asked);
    void leave(ReservationFacts& r);
    void enter(ReservationFacts& r);
    void countPlaces(const ReservationFacts& r, std::int32_t sign);
    void countAreas(const ReservationFacts& r, engine::ReservationState state, std::int32_t sign);
    void touch(const ReservationFacts& r);

    void takeSeats();
    bool isReleased(AllocationNo allocation) const;
    void takeAreas();
    void judgeSeat(SeatNo seat);
    void judgeReservation(const ReservationFacts& r);
    bool hasTicket(const OrderFacts& order) const;

    void takeOrders();
    void addOrder(const engine::OrderRow& row);
    void updateOrder(const engine::OrderUpdate& update);
    void judgePayDeadline(const OrderFacts& order, const engine::OrderUpdate& update);
    void judgeOrderMove(const OrderFacts& order, const engine::OrderUpdate& update);
    void judgeCancelWritten(const OrderFacts& order, engine::OrderState from,
                            engine::OrderState to);
    void judgeOrderLate(const OrderFacts& order);
    void judgeAnswerLate(const engine::OutboxRow& call);
    bool isSeenInPart(const OrderFacts& order) const;
    bool isWithin(Instant deadline, Duration engine::EventTerms::*within, Instant since,
                  Instant until) const;
    void takeTenders();
    void takeAttempts();
    void takeRefunds();
    void updateRefund(const engine::RefundUpdate& update);
    void noteHouse(const engine::AttemptUpdate& update);
    void takeReturns();
    void judgeReturns();
    void judgeReturn(const engine::RefundRow& first, const Asked& body);
    std::vector<const Asked*> bodiesOf(const engine::RefundRow& first) const;
    std::vector<TicketId> ticketsIn(RefundId group) const;
    bool isMeant(const engine::RefundRow& first, const Asked& body) const;
    bool isReturn(const engine::TicketUpdate& update) const;
    void giveBackPlace(const engine::TicketRow& ticket);
    void updateAttempt(const engine::AttemptUpdate& update);
    void takeTickets();
    void takeOutbox();
    void takeLedger();
    void judgeOrder(OrderFacts& order);
    void judgePlacesOfTickets(const OrderFacts& order, const ReservationFacts& r);
    void setDeadline(Instant was, Instant is, std::int64_t id);

    EventFacts& f_;
    Findings& findings_;
    const store::BatchHead& head_;
    const engine::Changes& changes_;
    const Bounds& bounds_;
    const Calmness calm_;
    const Instant before_;  // The engine's time at the batch before.
    CommitNo now_ = 0;
    std::vector<std::pair<ReservationId, Duration>>
        holdsBefore_;                       // And how far they were extended.
    std::set<ReservationId> reservations_;  // Touched by this batch.
    std::set<OrderId> orders_;
    std::set<SeatNo> allocated_;  // Whose allocation somebody set in this batch.
    std::set<CodeId> codes_;
    std::vector<ReservationId> picked_;           // New ones whose seats somebody picked.
    std::map<CallerHash, ReservationId> lastOf_;  // The latest new one of a buyer.
};

}  // namespace tessera::simulation
