// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/adyen_keys.h"

#include <functional>

namespace tessera::paysim {

KeyState AdyenKeys::begin(const std::string& key, const std::string& request,
                          std::int64_t nowMillis, Answer& first) {
    expire(nowMillis);
    const std::size_t hash = std::hash<std::string>{}(request);
    const auto it = entries_.find(key);
    if (it != entries_.end()) {
        if (it->second.inUse) return KeyState::InUse;
        ++replays_;
        if (it->second.requestHash != 0 && it->second.requestHash != hash) ++otherBodies_;
        first = it->second.answer;
        first.replayed = true;
        return KeyState::Replay;
    }
    if (entries_.size() >= capacity_ || byAge_.size() >= 2 * capacity_) return KeyState::Full;
    entries_.emplace(key, Entry{{}, hash, nowMillis, true});
    byAge_.emplace_back(nowMillis, key);
    return KeyState::New;
}

void AdyenKeys::finish(const std::string& key, const Answer& answer) {
    const auto it = entries_.find(key);
    if (it != entries_.end()) it->second.answer = answer;
}

void AdyenKeys::release(const std::string& key) {
    const auto it = entries_.find(key);
    if (it != entries_.end()) it->second.inUse = false;
}

void AdyenKeys::abandon(const std::string& key) {
    entries_.erase(key);
}

void AdyenKeys::restore(const std::string& key, Answer answer, std::int64_t atMillis,
                        std::int64_t nowMillis) {
    if (nowMillis - atMillis >= kWindowMillis || entries_.size() >= capacity_) return;
    entries_.insert_or_assign(key, Entry{std::move(answer), 0, atMillis, false});
    byAge_.emplace_back(atMillis, key);
}

void AdyenKeys::expire(std::int64_t nowMillis) {
    while (!byAge_.empty() && nowMillis - byAge_.front().first >= kWindowMillis) {
        const auto it = entries_.find(byAge_.front().second);
        if (it != entries_.end() && it->second.atMillis == byAge_.front().first &&
            !it->second.inUse) {
            entries_.erase(it);
        }
        byAge_.pop_front();
    }
}

}  // namespace tessera::paysim
