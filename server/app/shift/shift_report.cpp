// SPDX-License-Identifier: Apache-2.0
#include "server/app/shift/shift_report.h"

#include <algorithm>
#include <utility>

namespace tessera::shift {

Result<EntriesOfEvents> doneEntries(store::Shifts& shifts, ShiftId shift) {
    EntriesOfEvents out;
    RequestId after;
    for (;;) {
        auto page = shifts.entries(shift, store::EntryState::Done, after);
        if (!page) return tl::make_unexpected(page.error());
        const bool last = std::ssize(*page) < store::kEntriesPerRead;
        if (!page->empty()) after = page->back().request;
        for (store::ShiftEntry& entry : *page) out[entry.event].push_back(std::move(entry));
        if (last) return out;
    }
}

Result<ReportFacts> readReport(store::Shifts& shifts, const store::ShiftRow& shift, Instant at) {
    ReportFacts facts;
    facts.shift = shift;
    facts.final = shift.state == store::ShiftState::Closed;
    facts.at = at;
    const auto entries = doneEntries(shifts, shift.id);
    if (!entries) return tl::make_unexpected(entries.error());
    for (const auto& [event, of] : *entries) {
        auto sum = shifts.sumOf(event, of);
        if (!sum) return tl::make_unexpected(sum.error());
        facts.events.push_back(std::move(*sum));
    }
    std::ranges::sort(facts.events, {}, [](const store::EventSum& each) {
        return std::pair(each.title, each.event);
    });
    return facts;
}

}  // namespace tessera::shift
