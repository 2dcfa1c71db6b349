// SPDX-License-Identifier: Apache-2.0
// Answers about reservations, and how every answer is counted.
#include "tests/simulation/audit/answer_judge.h"

#include <algorithm>

namespace tessera::simulation {
namespace {

using engine::OrderState;
using engine::ReleaseReason;
using engine::ReservationState;

// Memory repeats a refusal for so long (DESIGN 2).
constexpr Duration kRefusalRepeated = Duration::ofMinutes(2);

bool sameSeats(const std::vector<engine::SeatPick>& a, const std::vector<engine::SeatPick>& b) {
    return std::ranges::equal(
        a, b, [](const auto& x, const auto& y) { return x.seat == y.seat && x.type == y.type; });
}

std::string textOf(const app::Problem& problem) {
    std::string text = problem.reason;
    for (const auto& [key, value] : problem.metadata) text += " " + key + "=" + value;
    return text;
}

std::string nameOf(const Question& question) {
    constexpr const char* kNames[] = {"hold",
                                      "read of a reservation",
                                      "cancel",
                                      "checkout",
                                      "read of an order",
                                      "read of tickets",
                                      "allocation",
                                      "change of sale",
                                      "code",
                                      "tender",
                                      "return",
                                      "settling",
                                      "list",
                                      "confirming"};
    return kNames[question.index()];
}

}  // namespace

void AnswerJudge::fault(Check check, std::string text) {
    findings_.add(check, f_.id,
                  say("call ", call_.asked.call, " (", nameOf(call_.asked.question), " of client ",
                      call_.asked.client, "): ", text));
}

void AnswerJudge::count(Verdict verdict) {
    if (verdict == Verdict::Exact) ++findings_.counters.exact;
    if (verdict == Verdict::Lenient) ++findings_.counters.lenient;
}

void AnswerJudge::judge(const Said& said) {
    ++findings_.counters.answers;
    if (const auto* problem = std::get_if<app::Problem>(&said)) {
        const RefusalRule* rule = refusalRule(problem->reason);
        if (rule && !rule->judge) {
            ++findings_.counters.claimless;
            return;
        }
        ++findings_.counters.refusals;
        if (!rule) {
            return fault(Check::S3, say("refused as ", problem->reason,
                                        ", which the contract does not have for it"));
        }
        if (auto* request = findIn(f_.requests, call_.asked.mutation.request)) {
            request->refused = true;
        }
        return count(judgeRefusal(*problem));
    }
    if (const auto* r = std::get_if<app::ReservationAnswer>(&said)) return judgeReservation(*r);
    if (const auto* o = std::get_if<app::OrderAnswer>(&said)) return judgeOrder(*o);
    if (const auto* t = std::get_if<app::TicketsAnswer>(&said)) return judgeTickets(*t);
    if (const auto* m = std::get_if<app::ManualAnswer>(&said)) return judgeManual(*m);
    judgeNumber(std::get<std::int64_t>(said));
}

// A refusal that was given before under the same id is repeated for two minutes: then it has to
// have been true at some time in them, and since the id was first asked with.
Verdict AnswerJudge::judgeRefusal(const app::Problem& problem) {
    if (isRepeatOfEffect(problem)) {
        fault(Check::S7, say("refused as ", textOf(problem), ", though request ",
                             toString(call_.asked.mutation.request), " had acted on ",
                             effect()->target, " in commit ", effect()->commit));
        return Verdict::Untrue;
    }
    const RefusalRule* rule = refusalRule(problem.reason);
    const Verdict verdict = rule->judge(c_, problem);
    if (verdict != Verdict::Untrue) return verdict;
    const auto* request = findIn(f_.requests, call_.asked.mutation.request);
    if (request && request->from < c_.in.from) {
        const Instant since = std::max(request->notBefore, c_.notBefore - kRefusalRepeated);
        const CommitNo from = std::max(request->from, lastCommitBefore(f_, since));
        const Case earlier{f_, call_.asked, {from, c_.in.to}, since, c_.notAfter};
        if (rule->judge(earlier, problem) != Verdict::Untrue) return Verdict::Lenient;
    }
    const bool reuse = problem.reason == "REQUEST_ID_REUSED";
    fault(reuse ? Check::S7 : Check::S3,
          say("refused as ", textOf(problem), ", which was not true after any commit from ",
              c_.in.from, " to ", c_.in.to, ", times ", c_.notBefore, " to ", c_.notAfter));
    return verdict;
}

// What had effect is kept for 30 days and told again under its id: to the same caller with the same
// body no refusal is true any more, but that the id is older than that.
bool AnswerJudge::isRepeatOfEffect(const app::Problem& problem) const {
    const Effect* known = effect();
    return known && known->commit <= call_.from && actedFor(*known) &&
           problem.reason != "REQUEST_ID_TOO_OLD";
}

bool AnswerJudge::actedFor(const Effect& known) const {
    if (known.fingerprint != call_.asked.mutation.fingerprint) return false;
    ReservationId of;
    if (known.kind == kHold || known.kind == kCancel) of = ReservationId{known.target};
    OrderId paid;
    if (known.kind == kCheckout || known.kind == kTender || known.kind == kConfirm)
        paid = OrderId{known.target};
    if (known.kind == kReturn || known.kind == kSettle) {
        const auto* refund = findIn(f_.refunds, RefundId{known.target});
        paid = refund ? refund->row.order : OrderId{known.target};
    }
    if (const auto* order = findIn(f_.orders, paid)) of = order->row.reservation;
    if (call_.asked.byStaff) return true;
    const auto* r = findIn(f_.reservations, of);
    return !r || r->row.buyer == call_.asked.caller;
}

void AnswerJudge::judgeReservation(const app::ReservationAnswer& answer) {
    const auto& question = call_.asked.question;
    bool right = true;
    if (std::holds_alternative<AskHold>(question)) {
        right = judgeHoldEffect(answer.view);
    } else {
        const auto* read = std::get_if<AskReservation>(&question);
        const auto* cancel = std::get_if<AskCancel>(&question);
        const ReservationId id = read     ? read->reservation
                                 : cancel ? cancel->reservation
                                          : ReservationId{};
        if (!id || answer.view.id != id) {
            return fault(Check::S3,
                         say("asked of reservation ", id, " and was told of ", answer.view.id));
        }
        const auto* r = findIn(f_.reservations, id);
        if (cancel && r) right = judgeCancelEffect(*r);
    }
    const Verdict verdict = judgeView(answer.view);
    if (right) count(verdict);
}

bool AnswerJudge::judgeHoldEffect(const engine::ReservationView& view) {
    const auto& mutation = call_.asked.mutation;
    const Effect* known = effect();
    if (!known || known->kind != kHold) {
        fault(Check::S2, say("was told of reservation ", view.id, " before request ",
                             toString(mutation.request), " was committed"));
        return false;
    }
    if (known->fingerprint != mutation.fingerprint) {
        fault(Check::S7,
              say("request ", toString(mutation.request),
                  " was reused with another body and answered with reservation ", view.id));
        return false;
    }
    if (known->target != view.id.value) {
        fault(Check::S7, say("request ", toString(mutation.request), " made reservation ",
                             known->target, " and was told of ", view.id));
        return false;
    }
    auto& told = f_.effects[mutation.request].told;
    findings_.counters.repeats += told;
    told = true;
    return true;
}

// Cancelling what is being cancelled, or was released by it, changes nothing: no effect of this
// very request is asked for.
bool AnswerJudge::judgeCancelEffect(const ReservationFacts& r) {
    bool done = r.row.state == ReservationState::Released &&
                (!r.row.order || r.row.reason != ReleaseReason::PaymentFailed) &&
                r.row.reason != ReleaseReason::Expired;
    if (const auto* order = findIn(f_.orders, r.row.order)) {
        done = done || order->wasCancelling || order->row.state == OrderState::Compensating ||
               order->row.state == OrderState::Manual;
    }
    // Answered to a repeated request, it says how the reservation ended in the end.
    if (const Effect* known = effect()) {
        const bool same = known->kind == kCancel && known->target == r.row.id.value &&
                          known->fingerprint == call_.asked.mutation.fingerprint;
        if (!same && known->commit <= call_.from) {
            fault(Check::S7, say("reservation ", r.row.id, " was said to be cancelled by request ",
                                 toString(call_.asked.mutation.request), ", which had acted on ",
                                 known->target, ", kind ", known->kind));
            return false;
        }
        done = done || same;
    }
    if (!done) {
        fault(Check::S2, say("reservation ", r.row.id, " was said to be cancelled and is in state ",
                             r.row.state, ", reason ", r.row.reason));
    }
    return done;
}

Verdict AnswerJudge::judgeView(const engine::ReservationView& view) {
    auto* r = findIn(f_.reservations, view.id);
    if (!r) {
        fault(Check::S2, say("was told of reservation ", view.id, ", which is not committed"));
        return Verdict::Untrue;
    }
    const engine::ReservationRow& row = r->row;
    // Of what was returned in part, what is left.
    const bool samePlaces = sameSeats(view.seats, row.seats) && view.areas == row.areas &&
                            view.quote.total == row.total;
    if (view.buyer != row.buyer || view.channel != row.channel || view.createdAt != row.createdAt ||
        !(samePlaces || r->placesReturned > 0)) {
        fault(Check::S3, say("reservation ", view.id,
                             " was told with other places, buyer, time or "
                             "total (",
                             view.quote.total, ") than its row has (", row.total, ")"));
        return Verdict::Untrue;
    }
    return judgeState(*r, view);
}

Verdict AnswerJudge::judgeState(ReservationFacts& r, const engine::ReservationView& view) {
    const ReservationNow told{view.state, view.expiresAt, view.order, view.reason};
    const auto rank = static_cast<std::size_t>(view.state);
    for (std::size_t later = rank + 1; later < r.toldAt.size(); ++later) {
        if (r.toldAt[later] == 0 || r.toldAt[later] >= call_.no) continue;
        fault(Check::S3, say("reservation ", view.id, " was told in state ", view.state,
                             ", after somebody had been told ", later));
        return Verdict::Untrue;
    }
    for (std::size_t seen = 1; seen <= rank && seen < r.toldAt.size(); ++seen) {
        if (r.toldAt[seen] == 0) r.toldAt[seen] = no_;
    }
    if (r.past.any(c_.in, [&](const ReservationNow& now) { return now == told; })) {
        return Verdict::Exact;
    }
    // Inside a batch: it was made, or moved on, and moved on again before it was committed.
    const bool between =
        r.past.anyStep(c_.in, [&](const ReservationNow* before, const auto& after) {
            const auto low = before ? before->state : ReservationState::Held;
            return told.state >= low && told.state <= after.state &&
                   (told.expiresAt == after.expiresAt ||
                    (before && told.expiresAt == before->expiresAt)) &&
                   (!told.order || told.order == after.order) &&
                   (told.state == ReservationState::Held) == !told.order &&
                   (told.reason == ReleaseReason::None || told.reason == after.reason);
        });
    if (between) return Verdict::Lenient;
    const ReservationNow* last = r.past.at(c_.in.to);
    const bool ahead = last && told.state > last->state;
    fault(ahead ? Check::S2 : Check::S3,
          say("reservation ", view.id, " was told in state ", told.state, ", due ", told.expiresAt,
              ", order ", told.order, ", reason ", told.reason, "; by commit ", c_.in.to,
              " it is in state ", last ? last->state : ReservationState{}, ", due ",
              last ? last->expiresAt : Instant{},
              ahead ? ": ahead of any commit" : ": not so since the question"));
    return Verdict::Untrue;
}

}  // namespace tessera::simulation
