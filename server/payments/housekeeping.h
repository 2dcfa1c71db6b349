// SPDX-License-Identifier: Apache-2.0
// What a node does for the books beside selling: alarms that stand are shown, webhooks that were
// handled long ago go.
//
// Thread-safe. Owns its connections; refers to its parts, which outlive it, and so do the threads
// of `executor` no turn of it.
#pragma once

#include <memory>
#include <string>

#include "server/runtime/clock.h"
#include "server/runtime/executor.h"
#include "server/runtime/log.h"
#include "server/runtime/metrics.h"

namespace tessera::payments {

class Housekeeping {
public:
    struct Parts {
        std::string conninfo;
        Duration webhooksKept;
        runtime::DatabaseClock& clock;
        runtime::Executor& executor;  // One thread: turns block.
        runtime::Metrics& metrics;
        runtime::Log& log;
    };
    explicit Housekeeping(Parts parts);
    ~Housekeeping();
    Housekeeping(const Housekeeping&) = delete;
    Housekeeping& operator=(const Housekeeping&) = delete;

    void start();
    void stop();  // No turn begins afterwards; one may be under way.

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace tessera::payments
