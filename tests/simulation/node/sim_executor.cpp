// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/node/sim_executor.h"

#include <memory>
#include <utility>

#include "shared/base/check.h"

namespace tessera::simulation {
namespace {

// How long a task may wait for a core.
constexpr std::int64_t kTurnMicros = 40;

}  // namespace

runtime::PostOutcome SimExecutor::post(runtime::Task task) {
    TESSERA_CHECK(static_cast<bool>(task));
    if (dead_) return runtime::PostOutcome::Stopped;
    if (posted_ >= options_.queueMax) return runtime::PostOutcome::QueueFull;
    ++posted_;
    enter(std::move(task), true);
    return runtime::PostOutcome::Accepted;
}

bool SimExecutor::schedule(runtime::Task task, Turn turn) {
    if (dead_ && turn == Turn::First) return false;
    if (!dead_) enter(std::move(task), false);
    return true;
}

void SimExecutor::enter(runtime::Task task, bool counted) {
    if (options_.threads > 0) {
        queue_.push_back({std::move(task), counted});
        startNext();
        return;
    }
    const auto turn = Duration::ofMicros(with_.random.between(0, kTurnMicros));
    with_.agenda.after(turn, with_.process, [this, counted, task = std::move(task)]() mutable {
        if (counted) --posted_;
        task();
    });
}

void SimExecutor::startNext() {
    if (dead_ || running_ >= options_.threads || queue_.empty()) return;
    ++running_;
    Queued next = std::move(queue_.front());
    queue_.pop_front();
    const auto turn = Duration::ofMicros(with_.random.between(0, kTurnMicros));
    with_.agenda.after(turn, with_.process, [this, next = std::move(next)]() mutable {
        if (next.counted) --posted_;
        with_.fibers.start(with_.process, std::move(next.task), [this] {
            --running_;
            startNext();
        });
    });
}

std::optional<runtime::TimerId> SimExecutor::after(Duration delay, runtime::Task task) {
    if (dead_ || timers_.size() >= options_.timersMax) return std::nullopt;
    const std::uint64_t id = ++lastTimer_;
    const Duration wait = with_.clock.trueTime(std::max(delay, Duration{}));
    timers_[id] =
        with_.agenda.after(wait, with_.process, [this, id, task = std::move(task)]() mutable {
            timers_.erase(id);
            enter(std::move(task), false);
        });
    return runtime::TimerId{id};
}

bool SimExecutor::cancel(runtime::TimerId timer) {
    const auto found = timers_.find(timer.value);
    if (found == timers_.end()) return false;
    const EntryNo entry = found->second;
    timers_.erase(found);
    return with_.agenda.cancel(entry);
}

void SimExecutor::die() {
    dead_ = true;
    const std::deque<Queued> dropped = std::exchange(queue_, {});
    timers_.clear();
}

}  // namespace tessera::simulation
