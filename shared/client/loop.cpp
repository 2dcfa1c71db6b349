// SPDX-License-Identifier: Apache-2.0
#include "shared/client/loop.h"

#include <grpc/support/time.h>

#include "shared/base/check.h"

namespace tessera::client {

gpr_timespec in(Millis delay) {
    return gpr_time_add(gpr_now(GPR_CLOCK_MONOTONIC),
                        gpr_time_from_millis(delay.count(), GPR_TIMESPAN));
}

void Timer::cancel() {
    work_ = nullptr;
    alarm_.Cancel();
}

Loop::Loop() : thread_([this] { run(); }) {}

Loop::~Loop() {
    TESSERA_CHECK(!thread_.joinable());
}

void* Loop::tag(std::function<void(bool ok)> done) {
    return new std::function<void(bool)>(std::move(done));
}

void Loop::run() {
    void* tag = nullptr;
    bool ok = false;
    while (queue_.Next(&tag, &ok)) {
        const std::unique_ptr<std::function<void(bool)>> done(
            static_cast<std::function<void(bool)>*>(tag));
        (*done)(ok);
    }
}

bool Loop::post(std::function<void()> work) {
    const std::lock_guard lock(mutex_);
    if (closed_) return false;
    const auto alarm = std::make_shared<grpc::Alarm>();
    // In the past: it comes at once, and in the order of posting.
    alarm->Set(&queue_, gpr_inf_past(GPR_CLOCK_MONOTONIC),
               tag([alarm, work = std::move(work)](bool) { work(); }));
    return true;
}

std::shared_ptr<Timer> Loop::after(Millis delay, std::function<void()> work) {
    auto timer = std::make_shared<Timer>();
    if (stopping_) return timer;
    timer->work_ = std::move(work);
    timers_.insert(timer);
    timer->alarm_.Set(&queue_, in(delay), tag([this, timer](bool ok) {
        timers_.erase(timer);
        const auto due = std::exchange(timer->work_, nullptr);
        if (ok && due && !stopping_) due();
    }));
    return timer;
}

void Loop::stop(std::function<void()> last) {
    TESSERA_CHECK(std::this_thread::get_id() != thread_.get_id());
    const bool posted = post([this, last = std::move(last)] {
        stopping_ = true;
        last();
        for (const auto& timer : timers_) timer->cancel();
        const std::lock_guard lock(mutex_);
        closed_ = true;
        queue_.Shutdown();
    });
    TESSERA_CHECK(posted);
    thread_.join();
}

}  // namespace tessera::client
