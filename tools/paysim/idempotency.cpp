// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/idempotency.h"

namespace tessera::paysim {

KeyState Idempotency::begin(const std::string& key, const std::string& fingerprint,
                            std::int64_t nowMillis, Answer& first) {
    expire(nowMillis);
    const auto it = entries_.find(key);
    if (it != entries_.end()) {
        const Entry& entry = it->second;
        if (entry.fingerprint != fingerprint) return KeyState::OtherParameters;
        if (entry.inUse) return KeyState::InUse;
        first = entry.answer;
        first.replayed = true;
        return KeyState::Replay;
    }
    if (entries_.size() >= capacity_ || byAge_.size() >= 2 * capacity_) return KeyState::Full;
    entries_.emplace(key, Entry{fingerprint, {}, nowMillis, true});
    byAge_.emplace_back(nowMillis, key);
    return KeyState::New;
}

void Idempotency::finish(const std::string& key, const Answer& answer) {
    const auto it = entries_.find(key);
    if (it != entries_.end()) it->second.answer = answer;
}

void Idempotency::release(const std::string& key) {
    const auto it = entries_.find(key);
    if (it != entries_.end()) it->second.inUse = false;
}

void Idempotency::abandon(const std::string& key) {
    entries_.erase(key);
}

void Idempotency::restore(const std::string& key, const std::string& fingerprint, Answer answer,
                          std::int64_t atMillis, std::int64_t nowMillis) {
    if (nowMillis - atMillis >= windowMillis_ || entries_.size() >= capacity_) return;
    entries_.insert_or_assign(key, Entry{fingerprint, std::move(answer), atMillis, false});
    byAge_.emplace_back(atMillis, key);
}

void Idempotency::expire(std::int64_t nowMillis) {
    while (!byAge_.empty() && nowMillis - byAge_.front().first >= windowMillis_) {
        const auto it = entries_.find(byAge_.front().second);
        // A key that was freed and used again has a younger entry of its own in the queue.
        if (it != entries_.end() && it->second.atMillis == byAge_.front().first &&
            !it->second.inUse) {
            entries_.erase(it);
        }
        byAge_.pop_front();
    }
}

}  // namespace tessera::paysim
