// SPDX-License-Identifier: Apache-2.0
// How often a PIN was wrong, for each person on each device: a till is no place to guess at.
//
// Thread-safe. In a node's memory, at most so many pairs, the least recent forgotten first: a
// stranger needs an enrolled device to be counted at all, and each holds few people.
#pragma once

#include <cstddef>
#include <list>
#include <map>
#include <mutex>
#include <utility>

#include "shared/base/ids.h"
#include "shared/base/time.h"

namespace tessera::staff {

inline constexpr int kPinsWrongMost = 10;
inline constexpr Duration kPinsForgotten = Duration::ofMinutes(15);  // After the last wrong one.
inline constexpr std::size_t kPinsWatched = 10'000;

class PinGuard {
public:
    // Keeps at most `most` pairs. REQUIRES: most > 0.
    explicit PinGuard(std::size_t most = kPinsWatched) : most_(most) {}

    // May one be tried now? Ten wrong ones in a row: not for kPinsForgotten after the last.
    bool mayTry(StaffId staff, DeviceId device, Instant now);
    // True: it is locked by this one.
    bool wrong(StaffId staff, DeviceId device, Instant now);
    void right(StaffId staff, DeviceId device);
    std::size_t size() const;

private:
    using Key = std::pair<StaffId, DeviceId>;
    struct Entry {
        Key key;
        int wrong = 0;
        Instant last;
    };
    void forget(std::list<Entry>::iterator entry);

    const std::size_t most_;
    mutable std::mutex mutex_;
    std::list<Entry> recent_;  // The latest first.
    std::map<Key, std::list<Entry>::iterator> byKey_;
};

}  // namespace tessera::staff
