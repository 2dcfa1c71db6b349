// SPDX-License-Identifier: Apache-2.0
// How buyers and the killer keep their drawn pace: finer than tests/integration/stack.h waits.
//
// Blocks the calling thread. Nothing is judged by these times.
#pragma once

#include <poll.h>

#include <chrono>

namespace tessera::chaos {

// Whether `condition` became true before `limit` had passed; asked a thousand times a second.
template <class Condition>
bool eventually(Condition condition, std::chrono::milliseconds limit) {
    const auto deadline = std::chrono::steady_clock::now() + limit;
    while (!condition()) {
        if (std::chrono::steady_clock::now() >= deadline) return false;
        ::poll(nullptr, 0, 1);
    }
    return true;
}

// A person thinks, a proxy waits: so long nothing is asked.
inline void pause(int millis) {
    eventually([] { return false; }, std::chrono::milliseconds(millis));
}

}  // namespace tessera::chaos
