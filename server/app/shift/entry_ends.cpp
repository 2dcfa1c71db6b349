// SPDX-License-Identifier: Apache-2.0
#include "server/app/shift/entry_ends.h"

#include <algorithm>
#include <utility>

namespace tessera::shift {
namespace {

using store::cashReference;
using store::EntryKind;
using store::EntryState;

}  // namespace

// By way of the executor: once that has stopped nobody is asked any more.
void EntryEnds::find(const store::ShiftEntry& entry, Sender sender,
                     const std::function<void(bool)>& done) {
    auto asking = [this, entry, sender, done] {
        app_.findEffect(entry.event, {entry.request, entry.fingerprint},
                        [this, entry, sender, done](app::Answer<std::optional<std::int64_t>> had) {
                            if (!had) return done(false);
                            decideLater(entry, *had, sender, done);
                        });
    };
    if (blocking_.post(std::move(asking)) != runtime::PostOutcome::Accepted) done(false);
}

void EntryEnds::decideLater(const store::ShiftEntry& entry, std::optional<std::int64_t> target,
                            Sender sender, const std::function<void(bool)>& done) {
    auto work = [this, entry, target, sender, done] {
        const auto ended = decide(entry, target, sender);
        done(ended && *ended);
    };
    if (blocking_.post(std::move(work)) != runtime::PostOutcome::Accepted) done(false);
}

Result<bool> EntryEnds::decide(store::ShiftEntry entry, std::optional<std::int64_t> target,
                               Sender sender) {
    if (target) {
        const OrderId order = entry.order ? entry.order : OrderId{*target};
        // Of tickets taken back the group; servers before this one remembered their order.
        const bool isGroup = entry.kind == EntryKind::Returned && *target != order.value;
        if (isGroup) entry.target = *target;
        if (Status ended = endDone(entry, order); !ended) return tl::make_unexpected(ended.error());
        return true;
    }
    // An event remembers for thirty days, its rows for ever: those of cash name the request.
    if (entry.isCash() && entry.kind == EntryKind::Taken) {
        const auto cash = shifts_.cashOf(entry.event, entry.shift);
        if (!cash) return tl::make_unexpected(cash.error());
        const auto found = std::ranges::find(*cash, cashReference(entry.shift, entry.request),
                                             &store::CashTender::reference);
        if (found != cash->end()) {
            entry.state = EntryState::Done;
            entry.order = found->order;
            entry.target = found->tender.value;
            entry.amount = found->amount;
            if (Status ended = shifts_.endEntry(entry); !ended) {
                return tl::make_unexpected(ended.error());
            }
            return true;
        }
    }
    const bool over = app_.serverTime() - entry.openedAt > kEntryOver;
    if (sender == Sender::Unknown && !over) return false;
    entry.state = EntryState::Failed;
    if (Status ended = shifts_.endEntry(entry); !ended) return tl::make_unexpected(ended.error());
    return true;
}

Status EntryEnds::endDone(store::ShiftEntry entry, OrderId order) {
    entry.state = EntryState::Done;
    entry.order = order;
    if (entry.kind == EntryKind::CashBack) {
        const auto refunds = shifts_.refundsOf(entry.event, {entry.target});
        if (!refunds) return tl::make_unexpected(refunds.error());
        for (const store::CashRefund& refund : *refunds) entry.amount = refund.amount;
    } else if (entry.isCash()) {
        const auto cash = shifts_.cashOf(entry.event, entry.shift);
        if (!cash) return tl::make_unexpected(cash.error());
        // None: there was nothing to pay.
        const auto found = std::ranges::find(*cash, cashReference(entry.shift, entry.request),
                                             &store::CashTender::reference);
        if (found != cash->end()) {
            entry.target = found->tender.value;
            entry.amount = found->amount;
        }
    } else if (entry.target == 0) {
        const auto latest = shifts_.latestOf(entry.event, order, entry.tenderKind);
        if (!latest) return tl::make_unexpected(latest.error());
        entry.target = *latest;
    }
    return shifts_.endEntry(entry);
}

}  // namespace tessera::shift
