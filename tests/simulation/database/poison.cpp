// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/database/poison.h"

#include <algorithm>
#include <string>

namespace tessera::simulation {
namespace {

using store::CommitOutcome;
using store::CommitResult;

// Errors that say nothing of the content, and those that name another reason: each rolled back.
const std::vector<std::string> kUnexplained{"XX000", "0A000", "42501", "42P01"};
const std::vector<std::string> kExplained{"40001", "53100", "57014", "25006"};
constexpr std::int64_t kUnexplainedPerMillion = 700000;
// Of the content that is refused again: a few times, else until the faults are over.
constexpr std::int64_t kFewPerMillion = 500000;
constexpr std::int64_t kFewMax = 6;
// A hold that runs out comes again by itself and is waited for longer each time: it gets more
// occasions, or that would hardly be seen.
constexpr int kDrawsOfDue = 10;

bool hasDue(const engine::Changes& changes) {
    return std::ranges::any_of(changes.reservationUpdates, [](const auto& update) {
        return update.reason == engine::ReleaseReason::Expired;
    });
}

}  // namespace

std::vector<Poison::Content> Poison::contentsOf(const engine::Changes& changes) {
    std::vector<Content> contents;
    for (const auto& row : changes.reservations) contents.emplace_back(row.request);
    for (const auto& row : changes.requests) contents.emplace_back(row.request);
    for (const auto& closed : changes.outboxClosed) contents.emplace_back(closed);
    for (const auto& update : changes.reservationUpdates) {
        if (update.from == update.to) continue;
        contents.emplace_back(ToReservation{update.id, update.to});
    }
    for (const auto& update : changes.orderUpdates) {
        if (update.from == update.to) continue;
        contents.emplace_back(ToOrder{update.id, update.to});
    }
    return contents;
}

Poison::Known::iterator Poison::find(const store::BatchHead& head,
                                     const std::vector<Content>& contents) {
    if (faults_.healed()) known_.clear();
    if (known_.empty()) return known_.end();
    for (const Content& content : contents) {
        const auto found = known_.find({head.event, content});
        if (found != known_.end()) return found;
    }
    return known_.end();
}

bool Poison::has(const store::BatchHead& head, const engine::Changes& changes) {
    return find(head, contentsOf(changes)) != known_.end();
}

std::optional<CommitResult> Poison::draw() {
    if (faults_.fires(Fault::CommitRefused)) {
        return CommitResult{CommitOutcome::Refused, "TS002", "batch: refused by a fault"};
    }
    if (!faults_.fires(Fault::CommitErrs)) return std::nullopt;
    const auto& states = random_.chance(kUnexplainedPerMillion) ? kUnexplained : kExplained;
    return CommitResult{CommitOutcome::Unknown, random_.pick(states), "batch: an error"};
}

std::optional<CommitResult> Poison::judge(const store::BatchHead& head,
                                          const engine::Changes& changes) {
    const auto contents = contentsOf(changes);
    const auto tell = [&](const CommitResult& result, bool again) {
        const auto number = static_cast<std::int64_t>(result.outcome);
        trace_.note(Told::Fault, {24, head.event.value, head.batch, number, again}, [&] {
            return "batch " + std::to_string(head.batch) + " of event " +
                   std::to_string(head.event.value) + " is refused with " + result.sqlstate +
                   (again ? ", for what was refused before" : "");
        });
    };
    if (const auto found = find(head, contents); found != known_.end()) {
        faults_.count(Fault::CommitRefusedAgain);
        CommitResult result = found->second.result;
        if (--found->second.left == 0) known_.erase(found);
        tell(result, true);
        return result;
    }
    auto result = draw();
    for (int i = 1; !result && i < kDrawsOfDue && hasDue(changes); ++i) result = draw();
    if (!result) return result;
    if (!contents.empty() && faults_.draws(Fault::CommitRefusedAgain)) {
        const bool few = random_.chance(kFewPerMillion);
        const std::int64_t left = few ? random_.between(1, kFewMax) : INT64_MAX;
        known_.insert_or_assign({head.event, random_.pick(contents)}, Refused{*result, left});
    }
    tell(*result, false);
    return result;
}

}  // namespace tessera::simulation
