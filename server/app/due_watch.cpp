// SPDX-License-Identifier: Apache-2.0
#include "server/app/due_watch.h"

#include <atomic>

namespace tessera::app {
namespace {

constexpr Duration kEvery = Duration::ofSeconds(1);

}  // namespace

struct DueWatch::State : std::enable_shared_from_this<DueWatch::State> {
    explicit State(Parts parts) : with(parts) {}

    const Parts with;
    std::atomic<bool> stopped{false};

    void askLater();
    void ask();
};

void DueWatch::State::askLater() {
    (void)with.timers.after(kEvery, [self = shared_from_this()] {
        const auto posted = self->with.blocking.post([self] { self->ask(); });
        if (posted == runtime::PostOutcome::QueueFull) self->askLater();
    });
}

void DueWatch::State::ask() {
    if (stopped) return;
    if (const auto loaded = with.directory.loadDue(with.clock.now()); !loaded) {
        with.log.warn("due_events_unknown", {{"detail", runtime::logSafe(loaded.error().message)}});
    }
    askLater();
}

DueWatch::DueWatch(Parts parts) : state_(std::make_shared<State>(parts)) {}

DueWatch::~DueWatch() {
    stop();
}

void DueWatch::start() {
    state_->askLater();
}

void DueWatch::stop() {
    state_->stopped = true;
}

}  // namespace tessera::app
