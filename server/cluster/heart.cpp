// SPDX-License-Identifier: Apache-2.0
#include "server/cluster/heart.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace tessera::cluster {
namespace {

constexpr Duration kWarnEvery = Duration::ofSeconds(10);

}  // namespace

struct Heart::State : std::enable_shared_from_this<Heart::State> {
    State(Parts p, Hooks h) : with(p), hooks(std::move(h)) {}

    const Parts with;
    const Hooks hooks;
    store::NodeRow self;
    std::atomic<bool> stopped{false};
    bool joined = false;    // Below: of the beat alone.
    bool everRead = false;  // lastAsked has a value.
    std::int64_t lastAsked = 0;
    std::int64_t lostAt = 0;  // When events may last have been lost.
    std::size_t renewedAgain = kRenewAgainAfter.size();
    std::int64_t failures = 0;  // Not told yet.
    std::int64_t warnedAt = INT64_MIN;

    void beatLater(Duration wait);
    void beat();
    void beatOnce();
    bool join();
    void onReading(const store::NodesReading& reading, std::int64_t asked);
    void onRowMissing(const store::NodesReading& reading);
    void mayHaveLost();
    void renewAgain();
    void warn(const Error& error);
    std::int64_t now() const { return with.executor.monotonic().nowMicros(); }
};

// A beat too soon does no harm, and one that never comes does: only an executor that has stopped
// ends them.
void Heart::State::beatLater(Duration wait) {
    while (!stopped) {
        if (with.executor.after(wait, [self = shared_from_this()] { self->beat(); })) return;
        const auto posted = with.executor.post([self = shared_from_this()] { self->beat(); });
        if (posted != runtime::PostOutcome::QueueFull) return;
        beatOnce();
    }
}

void Heart::State::beat() {
    const std::int64_t began = now();
    if (stopped) return;
    beatOnce();
    const std::int64_t took = now() - began;
    beatLater(Duration::ofMicros(std::max<std::int64_t>(1000, kBeatEvery.micros - took)));
}

void Heart::State::beatOnce() {
    if (!joined && !join()) return;
    const std::int64_t asked = now();
    if (const auto reading = with.nodes.beat(self.node)) {
        onReading(*reading, asked);
    } else {
        with.membership.startAnew();
        warn(reading.error());
    }
}

bool Heart::State::join() {
    const auto entered = with.nodes.join(self);
    joined = entered.has_value();
    if (!joined) warn(entered.error());
    return joined;
}

// Of many in a row a line now and then.
void Heart::State::warn(const Error& error) {
    ++failures;
    if (warnedAt != INT64_MIN && now() - warnedAt < kWarnEvery.micros) return;
    with.log.warn("beat_failed",
                  {{"failures", failures}, {"detail", runtime::logSafe(error.message)}});
    failures = 0;
    warnedAt = now();
}

void Heart::State::onReading(const store::NodesReading& reading, std::int64_t asked) {
    const std::int64_t received = now();
    const bool isThere = std::ranges::any_of(
        reading.rows, [&](const store::NodeRow& row) { return row.node == self.node; });
    if (!isThere) return onRowMissing(reading);
    with.membership.observe(reading.rows, asked, received);
    const bool gap = everRead && received - lastAsked >= kGapAfter.micros;
    everRead = true;
    lastAsked = asked;
    if (hooks.onReading) {
        hooks.onReading({reading.databaseNow, Duration::ofMicros(received - asked), received});
    }
    gap ? mayHaveLost() : renewAgain();
    // One at a time: a beat is not to be late for it.
    if (const auto old = with.membership.stillFor(kRowKept)) {
        (void)with.nodes.removeStill(old->node, old->beats);
    }
}

void Heart::State::mayHaveLost() {
    lostAt = now();
    renewedAgain = 0;
    if (hooks.onMayHaveLost) hooks.onMayHaveLost();
}

void Heart::State::renewAgain() {
    if (renewedAgain == kRenewAgainAfter.size()) return;
    if (now() - lostAt < kRenewAgainAfter[renewedAgain].micros) return;
    ++renewedAgain;
    if (hooks.onMayHaveLost) hooks.onMayHaveLost();
}

void Heart::State::onRowMissing(const store::NodesReading& reading) {
    const bool replaced = std::ranges::any_of(
        reading.rows, [&](const store::NodeRow& row) { return row.name == self.name; });
    with.membership.leave();
    joined = false;  // Removed for having been still so long: it enters again.
    // Who finds no row of it has not waited for anything.
    if (!replaced) return mayHaveLost();
    stopped = true;
    if (hooks.onReplaced) hooks.onReplaced();
}

Heart::Heart(Parts parts, Hooks hooks) : state_(std::make_shared<State>(parts, std::move(hooks))) {}

Heart::~Heart() {
    stop();
}

void Heart::start(store::NodeRow self) {
    state_->self = std::move(self);
    state_->beatLater(Duration{});
}

void Heart::stop() {
    if (state_->stopped.exchange(true)) return;
    (void)state_->with.nodes.remove(state_->self.node);
}

}  // namespace tessera::cluster
