// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/audit/trail_judge.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace tessera::simulation {
namespace {

// Who did what.
using Done = std::pair<std::int64_t, std::string>;

std::string actionOf(const Asked& asked) {
    struct Words {
        std::string operator()(const AskHold&) const { return "create_reservation"; }
        std::string operator()(const AskCancel&) const { return "cancel_reservation"; }
        std::string operator()(const AskCheckout&) const { return "checkout"; }
        std::string operator()(const AskAllocation&) const { return "set_allocation"; }
        std::string operator()(const AskSale& ask) const {
            return ask.sale == engine::SaleState::Open ? "open_sale" : "close_sale";
        }
        std::string operator()(const AskCode&) const { return "create_code"; }
        std::string operator()(const AskTender&) const { return "add_tender"; }
        std::string operator()(const AskReturn&) const { return "refund_tickets"; }
        std::string operator()(const AskSettle&) const { return "settle_refund"; }
        std::string operator()(const AskConfirm&) const { return "confirm_payment"; }
        std::string operator()(const AskReservation&) const { return {}; }
        std::string operator()(const AskOrder&) const { return {}; }
        std::string operator()(const AskTickets&) const { return {}; }
        std::string operator()(const AskManual&) const { return {}; }
    };
    return std::visit(Words{}, asked.question);
}

void addDeed(const EventFacts& facts, RequestId request, Fingerprint fingerprint,
             std::vector<Done>& out) {
    const auto found = facts.requests.find(request);
    if (found == facts.requests.end()) return;
    for (const Asked& body : found->second.bodies) {
        if (body.mutation.fingerprint != fingerprint || !body.mutation.deed) continue;
        out.emplace_back(body.mutation.deed->by.value, actionOf(body));
        return;
    }
}

std::string wordsOf(const std::vector<Done>& all) {
    std::string out;
    for (const auto& [who, what] : all) out += " " + std::to_string(who) + " " + what + ";";
    return out.empty() ? " nothing" : out;
}

}  // namespace

void TrailJudge::take(const Committed& committed) {
    std::vector<Done> done;
    for (const auto& row : committed.changes.reservations) {
        addDeed(f_, row.request, row.fingerprint, done);
    }
    for (const auto& row : committed.changes.requests) {
        addDeed(f_, row.request, row.fingerprint, done);
    }
    std::vector<Done> rows;
    for (const store::TrailRow& row : committed.head.trail) {
        rows.emplace_back(row.by.value, row.action);
    }
    findings_.counters.deeds += static_cast<std::int64_t>(done.size());
    std::ranges::sort(done);
    std::ranges::sort(rows);
    if (done != rows) {
        fault(say("batch ", committed.head.batch, ": staff did", wordsOf(done), " its trail has",
                  wordsOf(rows)));
    }
    judgeChain(committed);
}

void TrailJudge::judgeChain(const Committed& committed) {
    if (f_.trailBroken) return;
    if (const auto found = f_.trail.judge(committed.head.trail)) {
        f_.trailBroken = true;
        fault(say("the trail is no chain at row ", found->number));
    }
}

void TrailJudge::judgeTables(const EventTables& tables) {
    store::TrailCheck check(f_.id);
    const bool whole = !check.judge(tables.trail);
    if (whole && check.end().number == f_.trail.end().number) return;
    fault(say("the table has a trail of ", tables.trail.size(), " rows, committed were ",
              f_.trail.end().number));
}

}  // namespace tessera::simulation
