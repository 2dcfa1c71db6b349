// SPDX-License-Identifier: Apache-2.0
// Every second, events whose deadlines are due without anybody asking for them (DESIGN 5, wake_at).
//
// Thread-safe. One question at a time: a database that does not answer must not fill the pool with
// them. Refers to its parts, which outlive it.
#pragma once

#include "server/app/event_directory.h"
#include "server/runtime/clock.h"
#include "server/runtime/executor.h"
#include "server/runtime/log.h"
#include "server/runtime/periodic.h"

namespace tessera::app {

class DueWatch {
public:
    struct Parts {
        EventDirectory& directory;
        runtime::DatabaseClock& clock;
        runtime::Executor& executor;  // One thread, used by nobody else.
        runtime::Log& log;
    };
    explicit DueWatch(Parts parts);

    void start() { questions_.start(); }
    void stop() { questions_.stop(); }  // No question begins afterwards; one may be under way.

private:
    runtime::Periodic questions_;
};

}  // namespace tessera::app
