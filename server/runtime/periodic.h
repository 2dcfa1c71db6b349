// SPDX-License-Identifier: Apache-2.0
// Does the same again and again on an executor, with a pause between two turns.
//
// Thread-safe. One turn at a time, which may block where the executor may. A turn that is under way
// when it is stopped sees so by its argument, and ends by itself: what it refers to outlives the
// executor's threads.
#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include "server/runtime/executor.h"
#include "server/runtime/log.h"
#include "shared/base/time.h"

namespace tessera::runtime {

class Periodic {
public:
    struct Options {
        LogLiteral name;  // As the log has it, where it ends for want of room.
        Duration pause;
        bool atOnce = false;  // The first turn, too, comes after a pause unless this is set.
    };
    using Turn = std::function<void(const std::atomic<bool>& stopped)>;

    // Executor and log outlive it.
    Periodic(Executor& executor, Log& log, Options options, Turn turn);
    ~Periodic();  // As stop().
    Periodic(const Periodic&) = delete;
    Periodic& operator=(const Periodic&) = delete;

    void start();
    void stop();  // No turn begins afterwards; one may be under way.

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace tessera::runtime
