// SPDX-License-Identifier: Apache-2.0
// Looking again and again at what cannot say when it is ready, a millisecond apart: who yields only
// takes the processor from what is waited for.
//
// Thread-safe.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace tessera::test {

// True as soon as `condition` is; false if it is not within `most`.
template <class Condition>
bool becomes(Condition condition, std::chrono::steady_clock::duration most) {
    const auto end = std::chrono::steady_clock::now() + most;
    std::mutex mutex;
    std::condition_variable nobody;
    std::unique_lock lock(mutex);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) return false;
        nobody.wait_for(lock, std::chrono::milliseconds(1));
    }
    return true;
}

}  // namespace tessera::test
