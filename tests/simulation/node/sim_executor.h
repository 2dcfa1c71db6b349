// SPDX-License-Identifier: Apache-2.0
// An Executor whose threads are turns on the agenda: the order of what runs beside each other is
// drawn.
//
// Deterministic. Not thread-safe. With `threads` > 0 its tasks may block: so many run on fibers at
// a time, the others wait in order.
#pragma once

#include <cstddef>
#include <deque>
#include <map>

#include "server/runtime/executor.h"
#include "tests/simulation/world/agenda.h"
#include "tests/simulation/world/fiber.h"
#include "tests/simulation/world/random.h"

namespace tessera::simulation {

// A node's monotonic clock: true time at a rate of its own, from a start of its own.
class NodeClock final : public runtime::MonotonicClock {
public:
    NodeClock(const Agenda& agenda, std::int64_t start, std::int64_t driftPerMillion)
        : agenda_(agenda), start_(start), began_(agenda.now()), drift_(driftPerMillion) {}

    std::int64_t nowMicros() const override {
        const std::int64_t passed = agenda_.now() - began_;
        return start_ + passed + passed * drift_ / 1'000'000;
    }
    // How much true time passes while this clock goes `time` on, rounded up.
    Duration trueTime(Duration time) const {
        return Duration::ofMicros(time.micros - time.micros * drift_ / (1'000'000 + drift_) + 1);
    }

private:
    const Agenda& agenda_;
    const std::int64_t start_;
    const std::int64_t began_;
    const std::int64_t drift_;
};

class SimExecutor final : public runtime::Executor {
public:
    struct Options {
        std::size_t threads = 0;  // 0: tasks never block.
        std::size_t queueMax = 65536;
        std::size_t timersMax = 65536;
    };
    struct Parts {
        Agenda& agenda;
        Fibers& fibers;
        const NodeClock& clock;
        ProcessNo process;
        Random random;
    };
    SimExecutor(Options options, Parts parts) : options_(options), with_(std::move(parts)) {}

    runtime::PostOutcome post(runtime::Task task) override;
    std::optional<runtime::TimerId> after(Duration delay, runtime::Task task) override;
    bool cancel(runtime::TimerId timer) override;
    const runtime::MonotonicClock& monotonic() const override { return with_.clock; }

    // The process dies: nothing is taken any more, nothing that waits runs.
    void die();

protected:
    bool schedule(runtime::Task task, Turn turn) override;
    bool stopping() const override { return dead_; }

private:
    void enter(runtime::Task task, bool counted);
    void startNext();

    const Options options_;
    Parts with_;
    bool dead_ = false;
    std::size_t posted_ = 0;  // Those that wait and count against queueMax.
    std::size_t running_ = 0;
    struct Queued {
        runtime::Task task;
        bool counted = false;
    };
    std::deque<Queued> queue_;  // Of tasks that may block.
    std::uint64_t lastTimer_ = 0;
    std::map<std::uint64_t, EntryNo> timers_;
};

}  // namespace tessera::simulation
