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
    void askOnce();
};

// A question too soon does no harm, and one that never comes does: only an executor that has
// stopped ends them.
void DueWatch::State::askLater() {
    while (!stopped) {
        if (with.executor.after(kEvery, [self = shared_from_this()] { self->ask(); })) return;
        const auto posted = with.executor.post([self = shared_from_this()] { self->ask(); });
        if (posted != runtime::PostOutcome::QueueFull) return;
        askOnce();
    }
}

void DueWatch::State::ask() {
    if (stopped) return;
    askOnce();
    askLater();
}

void DueWatch::State::askOnce() {
    if (const auto loaded = with.directory.loadDue(with.clock.now()); !loaded) {
        with.log.warn("due_events_unknown", {{"detail", runtime::logSafe(loaded.error().message)}});
    }
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
