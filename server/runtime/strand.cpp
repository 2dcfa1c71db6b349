// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/strand.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "shared/base/check.h"

namespace tessera::runtime {

struct Strand::State {
    explicit State(StrandOptions o) : options(o) {}

    const StrandOptions options;
    std::mutex mutex;
    std::condition_variable idle;
    std::deque<Task> tasks;
    bool scheduled = false;  // A turn is in the pool's queue or running.
    bool closed = false;
    std::thread::id runner;  // The thread that is running a task, if any.
};

Strand::Strand(Executor& executor, StrandOptions options)
    : executor_(executor), state_(std::make_shared<State>(options)) {
    TESSERA_CHECK(options.queueMax > 0);
    TESSERA_CHECK(options.sliceMax > 0);
}

Strand::~Strand() {
    close();
}

PostOutcome Strand::post(Task task, Urgency urgency) {
    return enqueue(executor_, state_, std::move(task), urgency);
}

PostOutcome Strand::enqueue(Executor& executor, const std::shared_ptr<State>& state, Task task,
                            Urgency urgency) {
    TESSERA_CHECK(static_cast<bool>(task));
    {
        const std::lock_guard lock(state->mutex);
        if (state->closed) return PostOutcome::Stopped;
        const std::size_t places =
            state->options.queueMax + (urgency == Urgency::NeverShed ? state->options.reserve : 0);
        if (state->tasks.size() >= places) return PostOutcome::QueueFull;
        if (executor.stopping()) return PostOutcome::Stopped;
        // The executor never takes a strand's lock while it holds its own.
        if (!state->scheduled &&
            !executor.schedule([&executor, state] { takeTurn(executor, state); },
                               Executor::Turn::First)) {
            return PostOutcome::Stopped;
        }
        state->scheduled = true;
        state->tasks.push_back(std::move(task));
    }
    return PostOutcome::Accepted;
}

void Strand::takeTurn(Executor& executor, const std::shared_ptr<State>& state) {
    std::unique_lock lock(state->mutex);
    state->runner = std::this_thread::get_id();
    for (std::size_t done = 0; done < state->options.sliceMax && !state->tasks.empty(); ++done) {
        Task task = std::move(state->tasks.front());
        state->tasks.pop_front();
        lock.unlock();
        task();
        task = Task();
        lock.lock();
    }
    state->runner = std::thread::id();
    state->scheduled = !state->tasks.empty();
    state->idle.notify_all();
    const bool again = state->scheduled;
    lock.unlock();
    if (again)
        executor.schedule([&executor, state] { takeTurn(executor, state); }, Executor::Turn::Again);
}

std::optional<TimerId> Strand::after(Duration delay, Task task) {
    std::weak_ptr<State> weak = state_;
    return executor_.after(
        delay, [&executor = executor_, weak = std::move(weak), task = std::move(task)]() mutable {
            const auto state = weak.lock();
            if (!state) return;
            // Refused only where the header says so: closed, or beyond the hard bound.
            static_cast<void>(enqueue(executor, state, std::move(task), Urgency::NeverShed));
        });
}

std::size_t Strand::queued() const {
    const std::lock_guard lock(state_->mutex);
    return state_->tasks.size();
}

bool Strand::isCurrent() const {
    const std::lock_guard lock(state_->mutex);
    return state_->runner == std::this_thread::get_id();
}

void Strand::close() {
    std::deque<Task> dropped;
    {
        std::unique_lock lock(state_->mutex);
        state_->closed = true;
        std::swap(dropped, state_->tasks);
        state_->idle.wait(lock, [this] {
            return state_->runner == std::thread::id() ||
                   state_->runner == std::this_thread::get_id();
        });
    }
}

}  // namespace tessera::runtime
