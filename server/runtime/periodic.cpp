// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/periodic.h"

#include <utility>

namespace tessera::runtime {

struct Periodic::State : std::enable_shared_from_this<Periodic::State> {
    State(Executor& runs, Log& tells, Options given, Turn does)
        : executor(runs), log(tells), options(given), turn(std::move(does)) {}

    Executor& executor;
    Log& log;
    const Options options;
    const Turn turn;
    std::atomic<bool> stopped{false};

    Task next() {
        return [self = shared_from_this()] {
            if (self->stopped) return;
            self->turn(self->stopped);
            self->later();
        };
    }
    // Where as many timers wait as may, the executor's queue is as good; only its end ends this.
    void later() {
        if (stopped || executor.after(options.pause, next())) return;
        now();
    }
    void now() {
        if (executor.post(next()) == PostOutcome::QueueFull) {
            log.error("periodic_work_ends", {{"what", options.name}});
        }
    }
};

Periodic::Periodic(Executor& executor, Log& log, Options options, Turn turn)
    : state_(std::make_shared<State>(executor, log, options, std::move(turn))) {}

Periodic::~Periodic() {
    stop();
}

void Periodic::start() {
    if (state_->options.atOnce) return state_->now();
    state_->later();
}

void Periodic::stop() {
    state_->stopped = true;
}

}  // namespace tessera::runtime
