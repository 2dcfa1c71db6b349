// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/audit/findings.h"

#include <utility>

namespace tessera::simulation {

std::string_view nameOf(Check check) {
    constexpr std::array<std::string_view, kChecks> kNames{"S1", "S2", "S3",       "S4",  "S5",
                                                           "S6", "S7", "liveness", "rows"};
    return kNames[static_cast<std::size_t>(check)];
}

void Findings::add(Check check, EventId event, std::string text) {
    ++count_;
    ++byCheck_[static_cast<std::size_t>(check)];
    if (first_.size() >= kKept) return;
    first_.push_back({check, event, at_, std::move(text)});
    if (heard) heard(first_.back());
}

std::string Findings::report() const {
    std::ostringstream out;
    const Counters& c = counters;
    out << count_ << " findings over " << c.commits << " commits (" << c.rows << " rows, "
        << c.takeOvers << " take-overs), " << c.answers << " answers to " << c.asked << " calls ("
        << c.exact << " judged exactly, " << c.lenient << " leniently, " << c.claimless
        << " claim nothing; " << c.refusals << " refusals, " << c.retries << " retries, "
        << c.repeats << " repeated answers, " << c.actedAfterRefusal << " acted after a refusal), "
        << c.providerActs << " acts of the provider, " << c.extended << " deadlines extended, "
        << c.dueLeftAside << " commits with something due left aside; at the end " << c.ordersJudged
        << " orders to the cent, " << c.manual << " manual, " << c.tooSoon << " too soon to judge, "
        << c.maps << " maps, " << c.tables << " events' tables\n";
    for (std::size_t i = 0; i < kChecks; ++i) {
        if (byCheck_[i] != 0)
            out << "  " << nameOf(static_cast<Check>(i)) << ": " << byCheck_[i] << '\n';
    }
    for (const Finding& finding : first_) {
        out << "  [" << nameOf(finding.check) << "] at " << finding.at << " us, event "
            << finding.event << ": " << finding.text << '\n';
    }
    return out.str();
}

}  // namespace tessera::simulation
