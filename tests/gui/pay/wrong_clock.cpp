// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/pay/wrong_clock.h"

#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdint>
#include <ctime>

namespace tessera::gui {
namespace {

// Of no other thread: the kernel waits by the true clock, and whoever waits there for an instant of
// this one would wait an hour more.
thread_local std::int64_t secondsAhead = 0;

}  // namespace

WrongClock::WrongClock(std::chrono::seconds ahead) {
    secondsAhead = ahead.count();
}

WrongClock::~WrongClock() {
    secondsAhead = 0;
}

// The program's own is found before the C library's.
extern "C" int clock_gettime(clockid_t clock, timespec* out) noexcept {
    const long result = ::syscall(SYS_clock_gettime, clock, out);
    if (result == 0 && clock == CLOCK_REALTIME) out->tv_sec += secondsAhead;
    return static_cast<int>(result);
}

extern "C" int gettimeofday(timeval* out, void* zone) noexcept {
    const long result = ::syscall(SYS_gettimeofday, out, zone);
    if (result == 0) out->tv_sec += secondsAhead;
    return static_cast<int>(result);
}

}  // namespace tessera::gui
