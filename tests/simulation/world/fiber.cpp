// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/world/fiber.h"

#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "shared/base/check.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/common_interface_defs.h>
#endif
#ifdef __SANITIZE_THREAD__
#include <sanitizer/tsan_interface.h>
#endif

namespace tessera::simulation {
namespace {

constexpr std::size_t kStackBytes = 512 * 1024;

// The pool whose fiber is being entered for the first time: makecontext passes no pointer.
thread_local Fibers* entering = nullptr;

}  // namespace

struct Fibers::Fiber {
    Fiber() {
        page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
        void* memory = mmap(nullptr, kStackBytes + page, PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        TESSERA_CHECK(memory != MAP_FAILED);
        TESSERA_CHECK(mprotect(memory, page, PROT_NONE) == 0);
        base = static_cast<char*>(memory);
    }
    ~Fiber() { munmap(base, kStackBytes + page); }
    char* stack() const { return base + page; }
    void prepare(void (*entry)()) {
        getcontext(&here);
        here.uc_stack.ss_sp = stack();
        here.uc_stack.ss_size = kStackBytes;
        here.uc_link = nullptr;
        makecontext(&here, entry, 0);
#ifdef __SANITIZE_THREAD__
        thread = __tsan_create_fiber(0);
#endif
    }

    char* base = nullptr;
    std::size_t page = 0;
    ucontext_t here{};
    ucontext_t back{};
    ProcessNo process = kWorld;
    runtime::Task task;
    std::function<void()> ended;
    EntryNo wake = 0;
    bool busy = false;
    bool dead = false;
    void* fakeStack = nullptr;  // Of the address sanitizer.
    const void* backStack = nullptr;
    std::size_t backBytes = 0;
    void* thread = nullptr;  // Of the thread sanitizer.
    void* backThread = nullptr;
};

Fibers::Fibers(Agenda& agenda) : agenda_(agenda) {}

Fibers::~Fibers() {
    for (const auto& fiber : all_) TESSERA_CHECK(!fiber->busy);  // Each process was ended.
}

void Fibers::enter() {
    Fibers& pool = *entering;
    Fiber& self = *pool.current_;
    for (;;) {
#ifdef __SANITIZE_ADDRESS__
        __sanitizer_finish_switch_fiber(self.fakeStack, &self.backStack, &self.backBytes);
#endif
        self.task();
        self.task = runtime::Task();
        self.busy = false;
        pool.giveWay(self);
    }
}

// To a fiber, until it ends or waits.
void Fibers::resume(Fiber& fiber) {
    TESSERA_CHECK(current_ == nullptr);
    current_ = &fiber;
    entering = this;
#ifdef __SANITIZE_THREAD__
    fiber.backThread = __tsan_get_current_fiber();
    __tsan_switch_to_fiber(fiber.thread, 0);
#endif
#ifdef __SANITIZE_ADDRESS__
    void* fake = nullptr;
    __sanitizer_start_switch_fiber(&fake, fiber.stack(), kStackBytes);
#endif
    swapcontext(&fiber.back, &fiber.here);
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_finish_switch_fiber(fake, nullptr, nullptr);
#endif
    current_ = nullptr;
    if (fiber.busy) return;
    idle_.push_back(&fiber);
    if (auto ended = std::exchange(fiber.ended, {})) ended();
}

// Back to the loop.
void Fibers::giveWay(Fiber& fiber) {
#ifdef __SANITIZE_THREAD__
    __tsan_switch_to_fiber(fiber.backThread, 0);
#endif
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_start_switch_fiber(&fiber.fakeStack, fiber.backStack, fiber.backBytes);
#endif
    swapcontext(&fiber.here, &fiber.back);
}

Fibers::Fiber& Fibers::fiberFor(ProcessNo process, runtime::Task task) {
    if (idle_.empty()) {
        all_.push_back(std::make_unique<Fiber>());
        all_.back()->prepare(&Fibers::enter);
        idle_.push_back(all_.back().get());
    }
    Fiber& fiber = *idle_.back();
    idle_.pop_back();
    fiber.process = process;
    fiber.task = std::move(task);
    fiber.ended = {};
    fiber.busy = true;
    fiber.dead = false;
    return fiber;
}

void Fibers::start(ProcessNo process, runtime::Task task, std::function<void()> ended) {
    Fiber& fiber = fiberFor(process, std::move(task));
    fiber.ended = std::move(ended);
    resume(fiber);
}

void Fibers::startDead(ProcessNo process, runtime::Task task) {
    Fiber& fiber = fiberFor(process, std::move(task));
    fiber.dead = true;
    resume(fiber);
    TESSERA_CHECK(!fiber.busy);
}

bool Fibers::wait(Duration time) {
    TESSERA_CHECK(current_ != nullptr);
    Fiber& self = *current_;
    if (self.dead) return false;
    self.wake = agenda_.after(time, self.process, [this, &self] { resume(self); });
    giveWay(self);
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_finish_switch_fiber(self.fakeStack, &self.backStack, &self.backBytes);
#endif
    return !self.dead;
}

bool Fibers::isDead() const {
    return current_ != nullptr && current_->dead;
}

void Fibers::end(ProcessNo process) {
    TESSERA_CHECK(current_ == nullptr);
    for (std::size_t i = 0; i < all_.size(); ++i) {
        Fiber& fiber = *all_[i];
        if (!fiber.busy || fiber.process != process) continue;
        agenda_.cancel(fiber.wake);
        fiber.dead = true;
        fiber.ended = {};
        resume(fiber);
        TESSERA_CHECK(!fiber.busy);
    }
}

}  // namespace tessera::simulation
