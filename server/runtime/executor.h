// SPDX-License-Identifier: Apache-2.0
// Where tasks and timers run: an interface, so that what is built on it does not care whether there
// are threads under it.
//
// Thread-safe. Tasks may run in any order and beside each other; a Strand gives order.
#pragma once

#include <optional>

#include "server/runtime/clock.h"
#include "server/runtime/task.h"
#include "server/runtime/timer_queue.h"
#include "shared/base/time.h"

namespace tessera::runtime {

// A refused task is destroyed without having run.
enum class PostOutcome { Accepted, Stopped, QueueFull };

class Executor {
public:
    virtual ~Executor() = default;

    [[nodiscard]] virtual PostOutcome post(Task task) = 0;

    // Runs `task` once `delay` has passed, not before. Nothing if the executor has stopped or as
    // many timers wait as may.
    [[nodiscard]] virtual std::optional<TimerId> after(Duration delay, Task task) = 0;

    // False if the timer has been taken to run (it may be running), or was cancelled before.
    virtual bool cancel(TimerId timer) = 0;

    // What its timers go by; outlives it.
    virtual const MonotonicClock& monotonic() const = 0;

protected:
    friend class Strand;

    // Outside every bound: a strand has at most one place in the queue, so that accepted work is
    // never refused its turn. First is refused once the executor stops; Again is said by a running
    // task.
    enum class Turn { First, Again };
    virtual bool schedule(Task task, Turn turn) = 0;
    virtual bool stopping() const = 0;
};

}  // namespace tessera::runtime
