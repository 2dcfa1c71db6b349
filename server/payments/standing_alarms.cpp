// SPDX-License-Identifier: Apache-2.0
#include "server/payments/standing_alarms.h"

namespace tessera::payments {
namespace {

constexpr std::int32_t kEventsPerPage = 500;
// A batch is stamped by its owner's clock and committed later.
constexpr Duration kOverlap = Duration::ofMinutes(5);

}  // namespace

StandingAlarms::StandingAlarms(store::Finance& finance, runtime::Metrics& metrics,
                               runtime::Log& log)
    : finance_(finance),
      log_(log),
      ordersUnpaid_(metrics.gauge("tessera_orders_unpaid",
                                  "Orders sold whose money is missing now, of all events.")),
      ordersManual_(
          metrics.gauge("tessera_orders_manual", "Orders that wait for staff now, of all events.")),
      refundsManual_(metrics.gauge("tessera_refunds_manual",
                                   "Refunds that wait for staff now, of all events.")),
      breaksOpen_(metrics.gauge("tessera_breaks_open",
                                "Differences with a provider's books that stand.")) {}

Status StandingAlarms::look(Instant now, const std::atomic<bool>& stopped) {
    if (auto looked = lookAtEvents(now, stopped); !looked) return looked;
    const auto breaks = finance_.openBreaks();
    if (!breaks) return tl::make_unexpected(breaks.error());
    if (*breaks > breaksOpen_.value()) log_.error("breaks_stand", {{"open", *breaks}});
    if (*breaks < breaksOpen_.value()) log_.info("breaks_settled", {{"open", *breaks}});
    breaksOpen_.set(*breaks);
    return {};
}

Status StandingAlarms::lookAtEvents(Instant now, const std::atomic<bool>& stopped) {
    const Instant since = lookedAt_ == Instant{} ? Instant{} : lookedAt_ - kOverlap;
    EventId last;
    while (!stopped) {
        const auto events = finance_.eventsChanged(since, last, kEventsPerPage);
        if (!events) return tl::make_unexpected(events.error());
        for (const EventId event : *events) {
            if (stopped) return {};
            const auto standing = finance_.standingOf(event);
            if (!standing) return tl::make_unexpected(standing.error());
            note(event, *standing);
        }
        if (events->size() < static_cast<std::size_t>(kEventsPerPage)) {
            lookedAt_ = now;
            show();
            return {};
        }
        last = events->back();
    }
    return {};
}

void StandingAlarms::note(EventId event, const store::Standing& standing) {
    const auto known = standing_.find(event);
    const store::Standing before = known == standing_.end() ? store::Standing{} : known->second;
    if (standing == before) return;
    if (standing == store::Standing{}) {
        standing_.erase(known);
        log_.info("money_settled", {{"event_id", event}});
        return;
    }
    standing_[event] = standing;
    log_.error("money_waits_for_staff", {{"event_id", event},
                                         {"orders_unpaid", standing.ordersUnpaid},
                                         {"orders_manual", standing.ordersManual},
                                         {"refunds_manual", standing.refundsManual}});
}

void StandingAlarms::show() {
    store::Standing all;
    for (const auto& [event, standing] : standing_) {
        all.ordersUnpaid += standing.ordersUnpaid;
        all.ordersManual += standing.ordersManual;
        all.refundsManual += standing.refundsManual;
    }
    ordersUnpaid_.set(all.ordersUnpaid);
    ordersManual_.set(all.ordersManual);
    refundsManual_.set(all.refundsManual);
}

}  // namespace tessera::payments
