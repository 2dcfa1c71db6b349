// SPDX-License-Identifier: Apache-2.0
// An actor on an Executor: tasks posted to one strand run one at a time, in order.
//
// Thread-safe. A strand with work waits its turn in the pool's queue, runs at most `sliceMax` tasks
// and goes to the end of the queue again, so that one busy event does not starve the others.
// Destroying it drops what has not run and waits for the task that is running, so that tasks may
// refer to the strand's owner.
#pragma once

#include <cstddef>
#include <memory>

#include "server/runtime/executor.h"

namespace tessera::runtime {

enum class Urgency {
    Ordinary,   // Refused beyond queueMax: overload is told early.
    NeverShed,  // Provider answers, checkouts, expiry: may use the reserve beyond queueMax.
};

struct StrandOptions {
    std::size_t queueMax = 20000;
    std::size_t reserve = 20000;  // More places, for NeverShed only: the queue's hard bound.
    std::size_t sliceMax = 256;
};

class Strand {
public:
    // REQUIRES: queueMax > 0, sliceMax > 0.
    Strand(Executor& executor, StrandOptions options);
    ~Strand();
    Strand(const Strand&) = delete;
    Strand& operator=(const Strand&) = delete;

    [[nodiscard]] PostOutcome post(Task task, Urgency urgency = Urgency::Ordinary);

    // Posts `task` as NeverShed once `delay` has passed. Nothing if the executor refuses the
    // timer. If the strand is closed, gone or full to its hard bound by then, the task is dropped.
    [[nodiscard]] std::optional<TimerId> after(Duration delay, Task task);
    bool cancel(TimerId timer) { return executor_.cancel(timer); }

    // Tasks that wait; the running one is not counted.
    std::size_t queued() const;

    // True on the thread that runs a task of this strand.
    bool isCurrent() const;

    // Refuses new tasks, drops those waiting, and waits for the running one (unless called by it).
    void close();

private:
    struct State;

    static PostOutcome enqueue(Executor& executor, const std::shared_ptr<State>& state, Task task,
                               Urgency urgency);
    static void takeTurn(Executor& executor, const std::shared_ptr<State>& state);

    Executor& executor_;
    std::shared_ptr<State> state_;
};

}  // namespace tessera::runtime
