// SPDX-License-Identifier: Apache-2.0
#include "server/app/shift/counting.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "server/app/shift/shift_report.h"

namespace tessera::shift {
namespace {

using app::Answer;
using app::Problem;
using app::ProblemKind;
using engine::AttemptState;
using engine::OrderState;
using store::CashTender;
using store::EntryKind;
using store::ShiftEntry;
using store::ShiftOutcome;

constexpr auto kRefundSucceeded = static_cast<std::int16_t>(engine::RefundState::Succeeded);

Problem shiftBusy(std::int64_t entries) {
    return {
        ProblemKind::FailedPrecondition,
        "SHIFT_BUSY",
        "The count is kept; cash of the shift is under way: ask again with the same request id.",
        {{"entries", std::to_string(entries)}},
        Duration::ofSeconds(2)};
}

// Of a tender of cash whose order is done with it: what it has come to is what was captured.
bool isSettled(const CashTender& cash) {
    switch (static_cast<AttemptState>(cash.attemptState)) {
        case AttemptState::Captured:
        case AttemptState::Voided:
        case AttemptState::Failed:
        case AttemptState::Refunded:
            return true;
        case AttemptState::Opening:
        case AttemptState::Open:
        case AttemptState::Authorized:
            return false;
    }
    // Nothing was opened for it: the order was paid otherwise meanwhile, or has come to nothing.
    switch (static_cast<OrderState>(cash.orderState)) {
        case OrderState::Allocated:
        case OrderState::Paid:
        case OrderState::Released:
        case OrderState::Manual:
            return true;
        default:
            return false;
    }
}

// The cash of one event beside the entries of it.
struct EventCash {
    std::int64_t underWay = 0;
    bool even = true;
    store::ShiftCash sums{};
    std::vector<ShiftEntry> changed{};  // Came to another amount than was asked for.
};

void addTaken(const std::vector<CashTender>& tenders, const std::vector<ShiftEntry>& entries,
              EventCash& out) {
    std::map<std::int64_t, const ShiftEntry*> byTender;
    for (const ShiftEntry& entry : entries) {
        const bool isCash = entry.isCash() && entry.kind == EntryKind::Taken && entry.target != 0;
        if (isCash) byTender.emplace(entry.target, &entry);
    }
    for (const CashTender& cash : tenders) {
        const auto found = byTender.find(cash.tender.value);
        if (found == byTender.end()) {
            out.even = false;  // Cash that says that it is this shift's, and no entry of it.
            continue;
        }
        ShiftEntry entry = *found->second;
        byTender.erase(found);
        if (!isSettled(cash)) {
            ++out.underWay;
            continue;
        }
        out.even = out.even && cash.captured == cash.booked;
        out.sums.sales += cash.booked;
        if (entry.amount == cash.captured) continue;
        entry.amount = cash.captured;
        out.changed.push_back(std::move(entry));
    }
    out.even = out.even && byTender.empty();
}

void addBack(const std::vector<store::CashRefund>& refunds, const std::vector<ShiftEntry>& entries,
             EventCash& out) {
    for (const ShiftEntry& entry : entries) {
        if (entry.kind != EntryKind::CashBack) continue;
        const auto found =
            std::ranges::find(refunds, RefundId{entry.target}, &store::CashRefund::refund);
        const bool paid = found != refunds.end() && found->state == kRefundSucceeded &&
                          found->booked == found->amount && found->amount == entry.amount;
        out.even = out.even && paid;
        if (found != refunds.end()) out.sums.refunds += found->booked;
    }
}

Result<EventCash> cashOf(store::Shifts& shifts, ShiftId shift, EventId event,
                         const std::vector<ShiftEntry>& entries) {
    EventCash out;
    out.sums.currency = entries.front().currency;
    const auto tenders = shifts.cashOf(event, shift);
    if (!tenders) return tl::make_unexpected(tenders.error());
    addTaken(*tenders, entries, out);
    std::vector<std::int64_t> ids;
    for (const ShiftEntry& entry : entries) {
        if (entry.kind == EntryKind::CashBack) ids.push_back(entry.target);
    }
    if (ids.empty()) return out;
    const auto refunds = shifts.refundsOf(event, ids);
    if (!refunds) return tl::make_unexpected(refunds.error());
    addBack(*refunds, entries, out);
    return out;
}

}  // namespace

// Open entries are asked about one after another.
struct Counting::Round {
    ShiftId shift;
    store::TrailRow told;
    app::Reply<store::ShiftRow> reply;
    std::vector<ShiftEntry> open;
    std::size_t next = 0;
    std::int64_t stillOpen = 0;
};

void Counting::finish(ShiftId shift, const store::TrailRow& told,
                      app::Reply<store::ShiftRow> reply) {
    auto round = std::make_shared<Round>();
    round->shift = shift;
    round->told = told;
    round->reply = std::move(reply);
    auto work = [this, round] {
        auto open = with_.shifts.entries(round->shift, store::EntryState::Open, {});
        if (!open) {
            return round->reply(tl::make_unexpected(app::unavailable("The look-up failed.")));
        }
        round->open = std::move(*open);
        // There may be more than were read.
        if (std::ssize(round->open) >= store::kEntriesPerRead) ++round->stillOpen;
        askNext(round);
    };
    if (with_.blocking.post(std::move(work)) != runtime::PostOutcome::Accepted) {
        round->reply(tl::make_unexpected(app::busy("Too much waits for the database.")));
    }
}

void Counting::askNext(const std::shared_ptr<Round>& round) {
    if (round->next < round->open.size()) {
        const ShiftEntry& entry = round->open[round->next++];
        return ends_.find(entry, EntryEnds::Sender::Unknown, [this, round](bool ended) {
            if (!ended) ++round->stillOpen;
            askNext(round);
        });
    }
    auto work = [this, round] {
        round->reply(settle(round->shift, round->stillOpen, round->told));
    };
    if (with_.blocking.post(std::move(work)) != runtime::PostOutcome::Accepted) {
        round->reply(tl::make_unexpected(app::busy("Too much waits for the database.")));
    }
}

Problem Counting::unbalanced(ShiftId shift, EventId event) {
    with_.log.error("shift_does_not_balance", {{"shift", shift}, {"event", event}});
    return app::internalProblem("The shift's entries and the ledger differ.");
}

Answer<store::ShiftRow> Counting::settle(ShiftId shift, std::int64_t open,
                                         const store::TrailRow& told) {
    const auto failed = [](const Error&) {
        return tl::make_unexpected(app::unavailable("The look-up failed."));
    };
    const auto entries = doneEntries(with_.shifts, shift);
    if (!entries) return failed(entries.error());
    std::map<Currency, store::ShiftCash> sums;
    std::optional<EventId> uneven;
    for (const auto& [event, of] : *entries) {
        const auto cash = cashOf(with_.shifts, shift, event, of);
        if (!cash) return failed(cash.error());
        if (!cash->even) uneven = event;
        open += cash->underWay;
        for (const ShiftEntry& entry : cash->changed) {
            if (Status settled = with_.shifts.settleEntry(entry); !settled) {
                return failed(settled.error());
            }
        }
        store::ShiftCash& sum = sums[cash->sums.currency];
        sum.currency = cash->sums.currency;
        sum.sales += cash->sums.sales;
        sum.refunds += cash->sums.refunds;
    }
    // An entry that is open is no entry of its tender yet: what differs by it is no fault.
    if (open > 0) return tl::make_unexpected(shiftBusy(open));
    if (uneven) return tl::make_unexpected(unbalanced(shift, *uneven));
    std::vector<store::ShiftCash> cash;
    for (const auto& [currency, sum] : sums) {
        if (sum.sales.minor != 0 || sum.refunds.minor != 0) cash.push_back(sum);
    }
    auto finished = with_.shifts.finishCount(shift, cash, told);
    if (!finished) return failed(finished.error());
    switch (finished->outcome) {
        case ShiftOutcome::Busy:
            return tl::make_unexpected(shiftBusy(1));
        case ShiftOutcome::Unbalanced:
            return tl::make_unexpected(unbalanced(shift, {}));
        default:
            // Somebody else was quicker: it is counted.
            return std::move(finished->row);
    }
}

}  // namespace tessera::shift
