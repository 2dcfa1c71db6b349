// SPDX-License-Identifier: Apache-2.0
#include "shared/client/server_clock.h"

#include <openssl/rand.h>

#include <chrono>
#include <ctime>

#include "shared/base/check.h"
#include "shared/base/ids.h"

namespace tessera::client {
namespace {

using std::chrono::duration_cast;
using std::chrono::microseconds;

// It goes on while the device sleeps.
std::int64_t microsOfBoot() {
    constexpr std::int64_t kMicros = 1'000'000;
    constexpr std::int64_t kNanosOfMicro = 1'000;
    timespec now{};
    TESSERA_CHECK(::clock_gettime(CLOCK_BOOTTIME, &now) == 0);
    return now.tv_sec * kMicros + now.tv_nsec / kNanosOfMicro;
}

}  // namespace

void ServerClock::learn(Instant serverTime) {
    const std::int64_t at = microsOfBoot();
    const std::lock_guard lock(mutex_);
    known_ = Known{serverTime, at};
}

Instant ServerClock::now() const {
    const std::lock_guard lock(mutex_);
    if (!known_) {
        const auto wall = std::chrono::system_clock::now().time_since_epoch();
        return {duration_cast<microseconds>(wall).count()};
    }
    return known_->server + Duration::ofMicros(microsOfBoot() - known_->at);
}

std::string ServerClock::newRequestId() const {
    RequestId id;
    TESSERA_CHECK(RAND_bytes(id.bytes.data(), static_cast<int>(id.bytes.size())) == 1);
    const auto millis = static_cast<std::uint64_t>(now().micros / 1'000);
    for (std::size_t i = 0; i < 6; ++i) {
        id.bytes[i] = static_cast<std::uint8_t>(millis >> (40 - 8 * i));
    }
    id.bytes[6] = static_cast<std::uint8_t>(0x70 | (id.bytes[6] & 0x0F));
    id.bytes[8] = static_cast<std::uint8_t>(0x80 | (id.bytes[8] & 0x3F));
    return toString(id);
}

}  // namespace tessera::client
