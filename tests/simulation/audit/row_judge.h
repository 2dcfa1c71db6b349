// SPDX-License-Identifier: Apache-2.0
// Takes each committed batch into the facts of its event, and says what of it cannot be.
//
// Works on what the batch touches only: no scan of an event. Deterministic. Lives for one batch.
#pragma once

#include <set>

#include "tests/simulation/audit/facts.h"
#include "tests/simulation/audit/findings.h"
#include "tests/simulation/audit/money_judge.h"

namespace tessera::simulation {

// An outage moves the deadline of a hold by so much in all (DESIGN 3).
inline constexpr Duration kExtendedMax = Duration::ofSeconds(60);

class RowJudge {
public:
    RowJudge(EventFacts& facts, Findings& findings, const Committed& committed, std::int64_t at)
        : f_(facts),
          findings_(findings),
          head_(committed.head),
          changes_(committed.changes),
          at_(at),
          before_(facts.lastTime) {}

    void take(NodeId node);

private:
    void fault(Check check, std::string text) { findings_.add(check, f_.id, std::move(text)); }

    void takeHead(NodeId node);
    void judgeWake();
    void judgeMapFlag();

    void takeTerms();
    void takeCodes();
    void takeRequests();
    void judgeTermsOfSale(const engine::ReservationRow& row, const RequestFacts& asked);

    void updateReservation(const engine::ReservationUpdate& update);
    void addReservation(const engine::ReservationRow& row);
    void judgeMove(const ReservationFacts& r, engine::ReservationState from, ReservationNow to);
    void judgeRelease(const ReservationFacts& r, engine::ReservationState from, ReservationNow to);
    void judgeDeadline(const engine::ReservationRow& row, const engine::ReservationUpdate& update);
    void judgeNewHold(const engine::ReservationRow& row);
    void judgeSelection(const engine::ReservationRow& row, const engine::HoldSeats& asked);
    void leave(ReservationFacts& r);
    void enter(ReservationFacts& r);
    void countPlaces(const engine::ReservationRow& row, std::int32_t sign);
    void countAreas(const engine::ReservationRow& row, engine::ReservationState state,
                    std::int32_t sign);
    void touch(const engine::ReservationRow& row);

    void takeSeats();
    void takeAreas();
    void judgeSeat(SeatNo seat);
    void judgeReservation(const ReservationFacts& r);

    void takeOrders();
    void addOrder(const engine::OrderRow& row);
    void updateOrder(const engine::OrderUpdate& update);
    void judgePayDeadline(const OrderFacts& order, const engine::OrderUpdate& update);
    void judgeOrderMove(const OrderFacts& order, const engine::OrderUpdate& update);
    bool isSeenInPart(const OrderFacts& order) const;
    bool isWithin(Instant deadline, Duration engine::EventTerms::*within, Instant since,
                  Instant until) const;
    void takeAttempts();
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
    const std::int64_t at_;
    const Instant before_;  // The engine's time at the batch before.
    CommitNo now_ = 0;
    std::set<ReservationId> reservations_;  // Touched by this batch.
    std::set<OrderId> orders_;
    std::set<SeatNo> allocated_;  // Whose allocation somebody set in this batch.
};

}  // namespace tessera::simulation
