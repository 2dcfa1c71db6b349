// SPDX-License-Identifier: Apache-2.0
// The fence, time, terms, codes and requests of a batch.
#include "tests/simulation/audit/row_judge.h"

#include <algorithm>

namespace tessera::simulation {
namespace {

std::int64_t rowsIn(const engine::Changes& c) {
    const auto n = c.seats.size() + c.areas.size() + c.reservations.size() +
                   c.reservationUpdates.size() + c.orders.size() + c.orderUpdates.size() +
                   c.attempts.size() + c.attemptUpdates.size() + c.tickets.size() +
                   c.ticketUpdates.size() + c.outbox.size() + c.outboxClosed.size() +
                   c.tenders.size() + c.refunds.size() + c.refundUpdates.size() + c.ledger.size() +
                   c.requests.size() + c.codes.size() + c.codeUses.size() + c.codeUpdates.size() +
                   c.terms.size();
    return static_cast<std::int64_t>(n);
}

}  // namespace

void RowJudge::take(NodeId node) {
    now_ = ++f_.commits;
    f_.times.push_back(head_.now);
    ++findings_.counters.commits;
    findings_.counters.rows += rowsIn(changes_);
    takeHead(node);
    noteHolds();
    takeTerms();
    takeCodes();
    takeRequests();
    takeReturns();
    for (const auto& update : changes_.reservationUpdates) updateReservation(update);
    for (const auto& row : changes_.reservations) addReservation(row);
    takeOrders();
    takeTenders();
    takeAttempts();
    takeRefunds();
    takeTickets();
    takeOutbox();
    takeLedger();
    judgeReturns();
    takeSeats();
    takeAreas();
    for (const ReservationId id : reservations_) judgeReservation(f_.reservations.at(id));
    for (const OrderId id : orders_) judgeOrder(f_.orders.at(id));
    judgeBuyers();
    judgeCodes();
    judgeOrphans();
    judgeOutage();
    judgeMapFlag();
    judgeWake();
    f_.lastTime = std::max(f_.lastTime, head_.now);
    f_.firstOfEpoch = false;
}

// Each batch commits only where epoch = mine and last_batch = previous (DESIGN 5).
void RowJudge::takeHead(NodeId node) {
    if (head_.epoch != f_.epoch || node != f_.node) {
        fault(Check::S3,
              say("the fence let a former owner through: node ", node, " committed in epoch ",
                  head_.epoch, ", node ", f_.node, " has the event since epoch ", f_.epoch));
    }
    if (head_.batch != f_.lastBatch + 1) {
        fault(Check::S2, say("batch ", head_.batch, " follows batch ", f_.lastBatch,
                             ": one was lost or written twice"));
    }
    if (head_.now < before_) {
        fault(Check::S3, say("the engine's time went back in batch ", head_.batch, ", from ",
                             before_, " to ", head_.now));
    }
    f_.lastBatch = head_.batch;
    if (!head_.mapChanged) return;
    f_.mapRevision = head_.batch;
    f_.mapRevisions.push_back(head_.batch);
}

// Due already and left out: a release that the database refused is put off (DESIGN 2). That it does
// happen in the end is for the end to judge.
void RowJudge::judgeWake() {
    judgeWakeForReleases();
    if (f_.deadlines.empty()) return;
    const auto& [instant, id] = *f_.deadlines.begin();
    if (head_.wakeAt <= instant) return;
    if (instant <= head_.now) {
        ++findings_.counters.dueLeftAside;
        for (const auto& [due, of] : f_.deadlines) {
            if (due > head_.now) break;
            if (!f_.outbox.contains(OutboxSeq{of})) f_.putOff.insert(of);
        }
        return;
    }
    fault(Check::Liveness, say("wake_at ", head_.wakeAt, " of batch ", head_.batch,
                               " is later than what is due at ", instant, " (", id, ")"));
}

bool RowJudge::hasSeats(AllocationNo allocation) const {
    return std::ranges::any_of(f_.seats, [&](const SeatFacts& seat) {
        return seat.state == engine::SeatState{engine::SeatStatus::Blocked, allocation, 0};
    });
}

// What the database refused to release is put off, as holds are: by its number below zero.
void RowJudge::judgeWakeForReleases() {
    const auto* terms = f_.terms.at(now_);
    if (!terms) return;
    for (const engine::AllocationRelease& each : terms->releases) {
        if (head_.wakeAt <= std::max(each.at, head_.now)) continue;
        if (each.at <= head_.now) {
            if (hasSeats(each.allocation)) f_.putOff.insert(-each.allocation.value);
            continue;
        }
        fault(Check::Liveness, say("wake_at ", head_.wakeAt, " of batch ", head_.batch,
                                   " is later than the release of allocation ", each.allocation));
    }
}

void RowJudge::judgeMapFlag() {
    const bool seats = std::ranges::any_of(
        changes_.seats, [](const auto& c) { return c.from.status != c.to.status; });
    if ((seats || !changes_.areas.empty()) && !head_.mapChanged) {
        fault(Check::S6, say("batch ", head_.batch, " changes the map and does not say so"));
    }
}

void RowJudge::takeTerms() {
    for (const engine::TermsWrite& write : changes_.terms) {
        const auto* last = f_.terms.at(now_);
        if (last && write.terms.version != last->version + 1) {
            fault(Check::Rows, say("terms ", write.terms.version, " follow ", last->version));
        }
        f_.terms.add(now_, write.terms);
        f_.termsOf[write.terms.version] = write.terms;
    }
    const auto written = std::ranges::count(changes_.requests, kTerms, &engine::RequestRow::kind);
    if (written < static_cast<std::ptrdiff_t>(changes_.terms.size())) {
        fault(Check::S7, say("batch ", head_.batch, " changes terms ", changes_.terms.size(),
                             " times and writes ", written, " requests for it"));
    }
}

// Without its row a retry after a crash would not find what it did.
bool RowJudge::isWritten(Kind kind, std::int64_t target) const {
    return std::ranges::any_of(changes_.requests, [&](const auto& request) {
        return request.kind == kind && request.target == target;
    });
}

void RowJudge::takeCodes() {
    for (const engine::Code& code : changes_.codes) {
        if (f_.codes.contains(code.id) || f_.codeOf.contains(code.text)) {
            fault(Check::Rows, say("code ", code.id, " is there twice"));
        }
        if (!isWritten(kCode, code.id.value)) {
            fault(Check::S7, say("code ", code.id, " was made without its request being written"));
        }
        CodeFacts facts{code, now_, 0, {}, {}};
        facts.uses.put(now_, code.uses);
        f_.codes[code.id] = std::move(facts);
        f_.codeOf[code.text] = code.id;
    }
    for (const auto& update : changes_.codeUpdates) {
        fault(Check::Rows, say("code ", update.id, " is changed, which nobody asks for here"));
    }
    for (const engine::CodeUse& use : changes_.codeUses) {
        auto* code = findIn(f_.codes, use.code);
        if (!code) {
            fault(Check::Rows, say("a use of code ", use.code, ", which is not there"));
            continue;
        }
        codes_.insert(use.code);
        code->code.uses += use.delta;
        code->uses.put(now_, code->code.uses);
        const bool over = code->code.usesMax > 0 && code->code.uses > code->code.usesMax;
        if (over || code->code.uses < 0) {
            fault(Check::S3, say("code ", use.code, " has ", code->code.uses, " uses of ",
                                 code->code.usesMax));
        }
    }
}

// One row per request id, and only for what was asked.
void RowJudge::takeRequests() {
    for (const engine::RequestRow& row : changes_.requests) {
        if (!f_.requestRows.emplace(row.request, row).second || f_.effects.contains(row.request)) {
            fault(Check::S7, say("request ", toString(row.request), " acted twice: kind ", row.kind,
                                 ", target ", row.target));
        }
        f_.effects[row.request] = {row.fingerprint, row.kind, row.target, now_, false};
        auto* asked = findIn(f_.requests, row.request);
        const bool known = asked && std::ranges::any_of(asked->bodies, [&](const Asked& body) {
                               return body.mutation.fingerprint == row.fingerprint;
                           });
        if (!known) {
            fault(Check::S3, say("request ", toString(row.request), " of kind ", row.kind,
                                 " had effect and nobody asked for it"));
        } else if (asked->refused) {
            ++findings_.counters.actedAfterRefusal;
        }
        if (row.kind == kAllocate && known) {
            for (const Asked& body : asked->bodies) {
                const auto* wanted = std::get_if<AskAllocation>(&body.question);
                if (!wanted || body.mutation.fingerprint != row.fingerprint) continue;
                allocated_.insert(wanted->seats.begin(), wanted->seats.end());
                for (const SeatNo seat : wanted->seats) {
                    if (!f_.layout.contains(seat)) continue;
                    f_.seats[static_cast<std::size_t>(seat.value)].touched.put(now_);
                }
            }
        }
    }
}

void RowJudge::setDeadline(Instant was, Instant is, std::int64_t id) {
    if (was == is) return;
    if (was != Instant::never()) f_.deadlines.erase({was, id});
    if (is != Instant::never()) f_.deadlines.insert({is, id});
}

}  // namespace tessera::simulation
