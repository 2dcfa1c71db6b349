// SPDX-License-Identifier: Apache-2.0
// Changes on their way from a stream's thread to the model on the windows' thread.
//
// Of each seat the latest change waits, in the order in which seats first changed, so what waits is
// bounded by the number of seats and a window that stood still catches up in one step. push() and
// take() may be called on any thread; `wake` is called on the pusher's when the first change comes.
// Owns what waits.
#pragma once

#include <QtCore/QtGlobal>
#include <functional>
#include <mutex>
#include <span>
#include <vector>

#include "shared/qt/seat_map/seat_state.h"

namespace tessera::qt {

class SeatChangeQueue {
public:
    struct Taken {
        std::vector<SeatChange> changes;
        quint64 revision = 0;
    };

    // `wake` must not block; what it captures outlives this queue.
    SeatChangeQueue(int seatCount, std::function<void()> wake);

    // False, and nothing of it is taken, where a seat is not of this layout. What is older than a
    // revision that came already is dropped: the late end of a stream that was opened anew.
    [[nodiscard]] bool push(std::span<const SeatChange> changes, quint64 revision);

    // What waits, which then waits no more.
    Taken take();

private:
    std::mutex mutex_;
    std::function<void()> wake_;
    std::vector<int> placeOf_;  // In waiting_, or -1.
    Taken waiting_;
    bool woken_ = false;
};

}  // namespace tessera::qt
