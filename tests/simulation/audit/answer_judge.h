// SPDX-License-Identifier: Apache-2.0
// Whether what a client was told was true at some instant between its question and its answer.
//
// An answer is exact if one committed version in between makes it right as it is, lenient if it can
// only have been right inside a batch, of which the sum alone is seen, or where the contract leaves
// room. The order of precedence of refusals is not judged: each has to be true by itself.
// Deterministic; holds nothing of its own.
#pragma once

#include <string>

#include "tests/simulation/audit/facts.h"
#include "tests/simulation/audit/findings.h"

namespace tessera::simulation {

enum class Verdict : std::uint8_t { Untrue, Lenient, Exact };

// A call, the versions it may speak of, and the engine's time that it may have been judged at.
struct Case {
    const EventFacts& f;
    const Asked& asked;
    Versions in;
    Instant notBefore;
    Instant notAfter;
};

// Whether a refusal may be true. Null: it says nothing of the event.
using RefusalJudge = Verdict (*)(const Case&, const app::Problem&);
struct RefusalRule {
    std::string_view reason;
    RefusalJudge judge = nullptr;
};
const RefusalRule* refusalRule(std::string_view reason);

// By subject; refusals.cpp has the table.
Verdict judgeSeatUnavailable(const Case& c, const app::Problem& p);
Verdict judgeNoSuitableSeats(const Case& c, const app::Problem& p);
Verdict judgeOrphanSeat(const Case& c, const app::Problem& p);
Verdict judgeCompanionAlone(const Case& c, const app::Problem& p);
Verdict judgeAreaFull(const Case& c, const app::Problem& p);
Verdict judgeBuyerLimit(const Case& c, const app::Problem& p);
Verdict judgeOrderLimit(const Case& c, const app::Problem& p);
Verdict judgeSelectionFault(const Case& c, const app::Problem& p);

Verdict judgeNotPayable(const Case& c, const app::Problem& p);
Verdict judgeTenderTooLarge(const Case& c, const app::Problem& p);
Verdict judgeTenderNotAllowed(const Case& c, const app::Problem& p);
Verdict judgeTooManyTenders(const Case& c, const app::Problem& p);
Verdict judgeNotOpen(const Case& c, const app::Problem& p);
Verdict judgeNotPaid(const Case& c, const app::Problem& p);
Verdict judgeNoTicket(const Case& c, const app::Problem& p);
Verdict judgeTicketNotActive(const Case& c, const app::Problem& p);
Verdict judgeReturnNotAllowed(const Case& c, const app::Problem& p);
Verdict judgeNoRefund(const Case& c, const app::Problem& p);
Verdict judgeRefundNotOpen(const Case& c, const app::Problem& p);

// The numbers in the metadata's `seat_nos`.
std::vector<SeatNo> seatsNamed(const app::Problem& problem);
// How many places a hold asks for.
std::int32_t placesAsked(const engine::HoldSeats& hold);
// The code a hold comes with, if it was there at some time before the answer.
const CodeFacts* codeOf(const Case& c);
inline Verdict exactIf(bool holds) {
    return holds ? Verdict::Exact : Verdict::Untrue;
}

class AnswerJudge {
public:
    AnswerJudge(EventFacts& facts, Findings& findings, const CallFacts& call, std::uint64_t no)
        : f_(facts),
          findings_(findings),
          call_(call),
          no_(no),
          c_{facts, call.asked, {call.from, facts.commits}, call.notBefore, facts.lastTime} {}

    void judge(const Said& said);

private:
    void fault(Check check, std::string text);
    void count(Verdict verdict);
    Verdict judgeRefusal(const app::Problem& problem);
    bool isRepeatOfEffect(const app::Problem& problem) const;
    bool actedFor(const Effect& known) const;

    void judgeReservation(const app::ReservationAnswer& answer);
    Verdict judgeView(const engine::ReservationView& view);
    Verdict judgeState(ReservationFacts& r, const engine::ReservationView& view);
    bool judgeHoldEffect(const engine::ReservationView& view);
    bool judgeCancelEffect(const ReservationFacts& r);

    void judgeOrder(const app::OrderAnswer& answer);
    Verdict judgeOrderState(OrderFacts& order, const engine::OrderView& view);
    bool judgeOrderFields(const OrderFacts& order, const app::OrderAnswer& answer);
    bool judgeCheckoutEffect(const engine::OrderView& view);
    bool judgeMoneyEffect(const engine::OrderView& view);
    void judgeManual(const app::ManualAnswer& answer);

    void judgeTickets(const app::TicketsAnswer& answer);
    bool judgeTicket(const app::TicketAnswer& ticket, OrderId order);
    void judgeNumber(std::int64_t number);
    Verdict judgeAllocation(const AskAllocation& asked, std::int64_t number);

    const Effect* effect() const { return findIn(f_.effects, call_.asked.mutation.request); }

    EventFacts& f_;
    Findings& findings_;
    const CallFacts& call_;
    const std::uint64_t no_;  // Of this answer among everything that was seen.
    Case c_;
};

}  // namespace tessera::simulation
