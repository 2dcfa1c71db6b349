// SPDX-License-Identifier: Apache-2.0
// What waits for a person, as gauges and in the log: unpaid and manual orders, manual refunds, open
// breaks.
//
// Read from rows, of all events whoever owns them: no alarm is lost with the process that would
// have raised it, and each node shows the same. One thread at a time; blocks on the database.
// Refers to its parts.
#pragma once

#include <atomic>
#include <map>

#include "server/runtime/log.h"
#include "server/runtime/metrics.h"
#include "server/store/finance.h"

namespace tessera::payments {

class StandingAlarms {
public:
    StandingAlarms(store::Finance& finance, runtime::Metrics& metrics, runtime::Log& log);

    // Looks at every event the first time, then at those that had a batch since the time before;
    // what differs from then is logged. `now` is the database's time. After a failure, or where it
    // was stopped, the gauges are as they were, and the next time looks at the same events.
    Status look(Instant now, const std::atomic<bool>& stopped);

private:
    Status lookAtEvents(Instant now, const std::atomic<bool>& stopped);
    void note(EventId event, const store::Standing& standing);
    void show();

    store::Finance& finance_;
    runtime::Log& log_;
    runtime::Gauge& ordersUnpaid_;
    runtime::Gauge& ordersManual_;
    runtime::Gauge& refundsManual_;
    runtime::Gauge& breaksOpen_;
    std::map<EventId, store::Standing> standing_;  // Without those of which nothing waits.
    Instant lookedAt_;
};

}  // namespace tessera::payments
