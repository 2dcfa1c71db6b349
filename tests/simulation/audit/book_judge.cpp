// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/audit/book_judge.h"

#include <algorithm>

namespace tessera::simulation {
namespace {

bool isOpen(const store::BreakRow& row) {
    return row.resolvedAt == Instant::never();
}

}  // namespace

void BookJudge::judge(const EventTables& tables) {
    judgeWebhooks(tables);
    for (const auto& [object, odd] : f_.odd) judgeOdd(odd, tables);
    for (const store::BreakRow& row : tables.breaks) judgeBreak(row);
}

void BookJudge::judgeWebhooks(const EventTables& tables) {
    for (const auto& [id, commit] : f_.webhooksTaken) {
        ++findings_.counters.webhooks;
        if (std::ranges::binary_search(tables.webhooks, id)) continue;
        fault(say("webhook ", id, " was answered as taken in, and is not in the tables"));
    }
}

// It had the time to be found: a run goes on for so long.
void BookJudge::judgeOdd(const ProviderOdd& odd, const EventTables& tables) {
    ++findings_.counters.oddJudged;
    const bool isBreak = std::ranges::any_of(tables.breaks, [&](const store::BreakRow& row) {
        return isOpen(row) && row.what.subject.object == odd.objectId &&
               row.what.subject.attempt == odd.attempt && row.what.subject.kind == odd.kind;
    });
    if (isBreak || odd.isOver) return;
    fault(say("object ", odd.objectId, " of attempt ", odd.attempt,
              " is there by nobody's order, and there is no open break of kind ", odd.kind));
}

// What staff has to clear up may differ.
void BookJudge::judgeBreak(const store::BreakRow& row) {
    ++findings_.counters.breaks;
    const store::BreakSubject& what = row.what.subject;
    if (!isOpen(row)) {
        ++findings_.counters.breaksResolved;
        return;
    }
    const auto* odd = findIn(f_.odd, what.object);
    if (odd && !odd->isOver) return;
    const auto* attempt = findIn(f_.attempts, what.attempt);
    const auto* order = attempt ? findIn(f_.orders, attempt->row.order) : nullptr;
    if (!odd && order && order->row.state == engine::OrderState::Manual) return;
    const auto* refund = findIn(f_.refunds, what.refund);
    if (refund && refund->row.state == engine::RefundState::Manual) return;
    const bool twice = what.kind == store::BreakKind::DuplicateObject && !what.refund;
    if (!odd && twice && providerOf(f_, what.attempt).objects > 1) return;
    fault(say("break ", row.id, " of kind ", what.kind, " about attempt ", what.attempt,
              ", refund ", what.refund, ", object ", what.object, " is open: ours ", row.what.ours,
              ", theirs ", row.what.theirs, "; there is no difference"));
}

}  // namespace tessera::simulation
