// SPDX-License-Identifier: Apache-2.0
// Sessions that somebody has signed out of before they were over.
//
// Thread-safe. In a node's memory, at most kEndedKept, the first ended forgotten first: what
// another node takes meanwhile is the same person's, on the same device, for eight hours at most.
#pragma once

#include <cstddef>
#include <deque>
#include <mutex>
#include <set>
#include <tuple>

#include "server/app/staff/tokens.h"

namespace tessera::staff {

inline constexpr std::size_t kEndedKept = 10'000;

class EndedSessions {
public:
    void end(const Session& session);
    bool has(const Session& session) const;
    std::size_t size() const;

private:
    // A PIN brings the same session back: the account's version says nothing more about it.
    using Key = std::tuple<StaffId, DeviceId, Instant>;

    mutable std::mutex mutex_;
    std::set<Key> ended_;
    std::deque<Key> order_;
};

}  // namespace tessera::staff
