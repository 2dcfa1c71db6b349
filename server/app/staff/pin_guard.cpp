// SPDX-License-Identifier: Apache-2.0
#include "server/app/staff/pin_guard.h"

#include <iterator>

namespace tessera::staff {

void PinGuard::forget(std::list<Entry>::iterator entry) {
    byKey_.erase(entry->key);
    recent_.erase(entry);
}

bool PinGuard::mayTry(StaffId staff, DeviceId device, Instant now) {
    const std::lock_guard lock(mutex_);
    const auto found = byKey_.find({staff, device});
    if (found == byKey_.end()) return true;
    const Entry& entry = *found->second;
    if (entry.last + kPinsForgotten <= now) {
        forget(found->second);
        return true;
    }
    return entry.wrong < kPinsWrongMost;
}

bool PinGuard::wrong(StaffId staff, DeviceId device, Instant now) {
    const std::lock_guard lock(mutex_);
    const Key key{staff, device};
    const auto found = byKey_.find(key);
    if (found != byKey_.end()) {
        recent_.splice(recent_.begin(), recent_, found->second);
    } else {
        if (recent_.size() >= most_) forget(std::prev(recent_.end()));
        recent_.push_front({key, 0, now});
        byKey_[key] = recent_.begin();
    }
    recent_.front().last = now;
    return ++recent_.front().wrong == kPinsWrongMost;
}

void PinGuard::right(StaffId staff, DeviceId device) {
    const std::lock_guard lock(mutex_);
    const auto found = byKey_.find({staff, device});
    if (found != byKey_.end()) forget(found->second);
}

std::size_t PinGuard::size() const {
    const std::lock_guard lock(mutex_);
    return recent_.size();
}

}  // namespace tessera::staff
