// SPDX-License-Identifier: Apache-2.0
// Calls that block, in a world of one thread: each runs on a stack of its own and gives way while
// it waits.
//
// Deterministic. Not thread-safe. Stacks are kept and used again. A mutex that is held over a wait
// must not be wanted by anybody else meanwhile: there is no other thread to wait in.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

#include "server/runtime/task.h"
#include "tests/simulation/world/agenda.h"
#include "tests/simulation/world/waiting.h"

namespace tessera::simulation {

class Fibers {
public:
    explicit Fibers(Agenda& agenda);
    ~Fibers();
    Fibers(const Fibers&) = delete;
    Fibers& operator=(const Fibers&) = delete;

    // Runs `task` now, until its end or its first wait; `ended` is called after its end.
    // REQUIRES: not called on a fiber.
    void start(ProcessNo process, runtime::Task task, std::function<void()> ended);

    // As `start`, for a process that has died: nothing that it waits for comes.
    void startDead(ProcessNo process, runtime::Task task);

    // Lets the world go on for `time`. False: the process has died. REQUIRES: called on a fiber.
    bool wait(Duration time);
    bool isDead() const;

    // Every fiber of the process that waits comes back with false, and runs to its end.
    // REQUIRES: not called on a fiber.
    void end(ProcessNo process);

    std::size_t stacks() const { return all_.size(); }

private:
    struct Fiber;
    static void enter();
    Fiber& fiberFor(ProcessNo process, runtime::Task task);
    void resume(Fiber& fiber);
    void giveWay(Fiber& fiber);

    Agenda& agenda_;
    std::vector<std::unique_ptr<Fiber>> all_;
    std::vector<Fiber*> idle_;
    Fiber* current_ = nullptr;
};

// The waiting of one process's calls.
class FiberWaiting final : public Waiting {
public:
    explicit FiberWaiting(Fibers& fibers) : fibers_(fibers) {}
    bool wait(Duration time) override { return fibers_.wait(time); }
    bool isDead() const override { return fibers_.isDead(); }

private:
    Fibers& fibers_;
};

}  // namespace tessera::simulation
