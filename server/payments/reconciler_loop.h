// SPDX-License-Identifier: Apache-2.0
// Every minute, a turn of reconciliation for each provider: whether a window is due is asked then.
//
// Thread-safe. One turn at a time, on the executor that it is given. Refers to its parts, which
// outlive it; what they are asked for ends with the calls' own deadlines.
#pragma once

#include <memory>
#include <vector>

#include "server/payments/reconciler.h"
#include "server/runtime/clock.h"
#include "server/runtime/executor.h"
#include "server/runtime/log.h"
#include "server/runtime/periodic.h"

namespace tessera::payments {

class ReconcilerLoop {
public:
    struct Parts {
        Reconciler& reconciler;
        std::vector<std::shared_ptr<Provider>> providers;
        runtime::DatabaseClock& clock;
        runtime::Executor& executor;  // One thread, used by nobody else: turns block.
        runtime::Log& log;
    };
    explicit ReconcilerLoop(const Parts& parts);

    void start() { periodic_.start(); }
    void stop() { periodic_.stop(); }  // No turn begins afterwards; one may be under way.

private:
    runtime::Periodic periodic_;
};

}  // namespace tessera::payments
