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

std::map<std::string, std::int64_t> Findings::figures() const {
    const Counters& c = counters;
    return {{"answers_exact", c.exact},
            {"answers_lenient", c.lenient},
            {"answers_claimless", c.claimless},
            {"refusals_judged", c.refusals},
            {"retries", c.retries},
            {"holds_judged", c.sales},
            {"orphans_judged", c.orphansJudged},
            {"provider_acts", c.providerActs},
            {"take_overs", c.takeOvers},
            {"holds_extended", c.extended},
            {"holds_over_outages", c.outages},
            {"ends_judged", c.endsJudged},
            {"ends_put_off", c.putOff},
            {"ends_too_soon", c.tooSoon},
            {"orders_judged", c.ordersJudged},
            {"orders_manual", c.manual},
            {"staff_deeds", c.deeds},
            {"orders_several_tenders", c.tenders},
            {"answers_confirming", c.confirming},
            {"returns", c.returns},
            {"refunds", c.refunds},
            {"strays", c.strays},
            {"webhooks_judged", c.webhooks},
            {"odd_judged", c.oddJudged},
            {"breaks_judged", c.breaks},
            {"breaks_resolved", c.breaksResolved},
            {"maps_shown", c.mapsShown},
            {"maps_judged", c.maps},
            {"tables_judged", c.tables}};
}

std::string Findings::report() const {
    std::ostringstream out;
    const Counters& c = counters;
    out << count_ << " findings over " << c.commits << " commits (" << c.rows << " rows, "
        << c.takeOvers << " take-overs), " << c.answers << " answers to " << c.asked << " calls ("
        << c.exact << " judged exactly, " << c.lenient << " leniently, " << c.claimless
        << " claim nothing; " << c.refusals << " refusals, " << c.retries << " retries, "
        << c.repeats << " repeated answers, " << c.actedAfterRefusal << " acted after a refusal), "
        << c.sales << " holds made (" << c.orphansJudged << " of them for orphans), "
        << c.providerActs << " acts of the provider, " << c.extended << " deadlines extended, "
        << c.outages << " holds over outages, " << c.releasesJudged << " releases of allocations, "
        << c.dueLeftAside << " commits with something due left aside, " << c.mapsShown
        << " maps shown; after calm " << c.endsJudged << " ends and steps (" << c.putOff
        << " put off); at the end " << c.ordersJudged << " orders to the cent, " << c.webhooks
        << " webhooks, " << c.breaks << " breaks, " << c.deeds << " deeds of staff, " << c.manual
        << " manual, " << c.tooSoon << " too soon to judge, " << c.maps << " maps, " << c.tables
        << " events' tables\n";
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
