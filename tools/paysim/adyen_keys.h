// SPDX-License-Identifier: Apache-2.0
// Adyen's idempotency keys: the answer to a key's first call is given again for seven days.
//
// Unlike Stripe's, bodies are not compared (a key that came with another one is only counted), and
// a transient error (5xx, 429) is not kept: the call may be made again with its key. A key whose
// first call is not answered yet is refused (704). Deterministic: the time comes with the call. Not
// thread-safe; the AdyenSandbox owns one. Bounded: at `capacity` a new key is refused, since
// forgetting one early could charge somebody twice.
// Source: Adyen's "API idempotency".
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>

#include "tools/paysim/idempotency.h"

namespace tessera::paysim {

class AdyenKeys {
public:
    static constexpr std::int64_t kWindowMillis = 7LL * 24 * 3600 * 1000;
    static constexpr std::size_t kKeyBytesMax = 64;

    explicit AdyenKeys(std::size_t capacity) : capacity_(capacity) {}

    // New, Replay (fills `first`), InUse or Full.
    KeyState begin(const std::string& key, const std::string& request, std::int64_t nowMillis,
                   Answer& first);
    void finish(const std::string& key, const Answer& answer);
    // The answer has left.
    void release(const std::string& key);
    // Nothing was executed, or nothing that is kept: the key is free.
    void abandon(const std::string& key);
    void restore(const std::string& key, Answer answer, std::int64_t atMillis,
                 std::int64_t nowMillis);

    std::size_t size() const { return entries_.size(); }
    std::uint64_t replays() const { return replays_; }
    // Replays whose request was not the first one's; of restored keys it is not known.
    std::uint64_t otherBodies() const { return otherBodies_; }

private:
    struct Entry {
        Answer answer;
        std::size_t requestHash = 0;  // 0: not known.
        std::int64_t atMillis = 0;
        bool inUse = true;
    };
    void expire(std::int64_t nowMillis);

    const std::size_t capacity_;
    std::unordered_map<std::string, Entry> entries_;
    std::deque<std::pair<std::int64_t, std::string>> byAge_;
    std::uint64_t replays_ = 0;
    std::uint64_t otherBodies_ = 0;
};

}  // namespace tessera::paysim
