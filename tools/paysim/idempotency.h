// SPDX-License-Identifier: Apache-2.0
// The first answer to each Idempotency-Key, given again for 24 hours (or another window).
//
// Deterministic: the time comes with the call. Not thread-safe; the Sandbox owns one. Bounded: at
// `capacity` keys a new one is refused, since forgetting one early could charge somebody twice.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>

namespace tessera::paysim {

struct Answer {
    int status = 200;
    std::string body;
    bool replayed = false;  // Repeats what the key's first call was answered.
};

enum class KeyState { New, Replay, OtherParameters, InUse, Full };

class Idempotency {
public:
    static constexpr std::int64_t kWindowMillis = 24LL * 3600 * 1000;

    explicit Idempotency(std::size_t capacity, std::int64_t windowMillis = kWindowMillis)
        : capacity_(capacity), windowMillis_(windowMillis) {}

    // New reserves the key until finish() or abandon(); Replay fills `first`.
    KeyState begin(const std::string& key, const std::string& fingerprint, std::int64_t nowMillis,
                   Answer& first);
    // Keeps the answer. The key stays in use until release().
    void finish(const std::string& key, const Answer& answer);
    // The answer has left: a call with this key gets it again.
    void release(const std::string& key);
    // Nothing was executed: the key is free.
    void abandon(const std::string& key);
    // From the ledger. Answers older than the window are left out.
    void restore(const std::string& key, const std::string& fingerprint, Answer answer,
                 std::int64_t atMillis, std::int64_t nowMillis);
    std::size_t size() const { return entries_.size(); }

private:
    struct Entry {
        std::string fingerprint;
        Answer answer;
        std::int64_t atMillis = 0;
        bool inUse = true;
    };
    void expire(std::int64_t nowMillis);

    std::size_t capacity_;
    std::int64_t windowMillis_;
    std::unordered_map<std::string, Entry> entries_;
    std::deque<std::pair<std::int64_t, std::string>> byAge_;  // Oldest first; may name free keys.
};

}  // namespace tessera::paysim
