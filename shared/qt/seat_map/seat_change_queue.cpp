// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/seat_map/seat_change_queue.h"

#include <utility>

namespace tessera::qt {

SeatChangeQueue::SeatChangeQueue(int seatCount, std::function<void()> wake)
    : wake_(std::move(wake)), placeOf_(static_cast<std::size_t>(seatCount), -1) {}

bool SeatChangeQueue::push(std::span<const SeatChange> changes, quint64 revision) {
    const int count = static_cast<int>(placeOf_.size());
    for (const SeatChange& change : changes) {
        if (change.seat < 0 || change.seat >= count) return false;
    }
    bool wake = false;
    {
        const std::lock_guard lock(mutex_);
        if (revision < waiting_.revision) return true;
        for (const SeatChange& change : changes) {
            int& place = placeOf_[static_cast<std::size_t>(change.seat)];
            if (place < 0) {
                place = static_cast<int>(waiting_.changes.size());
                waiting_.changes.push_back(change);
            } else {
                waiting_.changes[static_cast<std::size_t>(place)] = change;
            }
        }
        waiting_.revision = revision;
        wake = !std::exchange(woken_, true);
    }
    if (wake) wake_();
    return true;
}

SeatChangeQueue::Taken SeatChangeQueue::take() {
    const std::lock_guard lock(mutex_);
    for (const SeatChange& change : waiting_.changes)
        placeOf_[static_cast<std::size_t>(change.seat)] = -1;
    woken_ = false;
    return std::exchange(waiting_, Taken{{}, waiting_.revision});
}

}  // namespace tessera::qt
