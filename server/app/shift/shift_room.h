// SPDX-License-Identifier: Apache-2.0
// All of a node's shifts behind its staff port: rows, desk, and the way of money through a till.
//
// Thread-safe. Owns its parts and their connections; what is passed in outlives it, and it outlives
// the calls that are under way. `start` and `stop`: what lets old request ids go, at once and then
// every kPruneEvery.
#pragma once

#include <memory>
#include <string>

#include "server/app/shift/shift_desk.h"
#include "server/app/shift/till.h"
#include "server/runtime/periodic.h"

namespace tessera::shift {

class ShiftRoom {
public:
    static constexpr std::size_t kConnections = 4;
    static constexpr Duration kPruneEvery = Duration::ofMinutes(10);

    ShiftRoom(const std::string& conninfo, app::App& app, runtime::Executor& blocking,
              runtime::Log& log)
        : rows_(store::makePostgresShifts(conninfo, kConnections)),
          desk_({*rows_, app, blocking, log}),
          till_(*rows_, app, blocking, blocking.monotonic()),
          pruning_(blocking, log, {"shift_requests", kPruneEvery, true},
                   [this, &app, &log](const std::atomic<bool>& stopped) {
                       Result<std::int64_t> gone = store::kShiftRequestsAtOnce;
                       while (gone && *gone == store::kShiftRequestsAtOnce && !stopped) {
                           gone = rows_->prune(app.serverTime());
                       }
                       if (gone) return;
                       log.warn("shift_requests_not_pruned",
                                {{"detail", runtime::logSafe(gone.error().message)}});
                   }) {}

    void start() { pruning_.start(); }
    void stop() { pruning_.stop(); }

    ShiftDesk& desk() { return desk_; }
    Till& till() { return till_; }

private:
    std::unique_ptr<store::Shifts> rows_;
    ShiftDesk desk_;
    Till till_;
    runtime::Periodic pruning_;
};

}  // namespace tessera::shift
