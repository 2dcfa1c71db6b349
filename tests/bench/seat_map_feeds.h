// SPDX-License-Identifier: Apache-2.0
// What comes to a seat map from outside while it is measured: changes of seats, and a hand.
//
// Each has a thread of its own, which ends with it. Not deterministic in time; what comes depends
// on the seed alone. Borrows model and view, which outlive it.
#pragma once

#include <chrono>
#include <memory>
#include <thread>

#include "shared/qt/seat_map/seat_change_queue.h"
#include "shared/qt/seat_map/seat_map_model.h"
#include "tests/bench/seat_map_window.h"

namespace tessera::bench {

// Pushes changes in batches fifty times a second, as a stream's thread does.
class ChangeFeed {
public:
    ChangeFeed(qt::SeatMapModel& model, int perSecond, unsigned seed);
    ChangeFeed(const ChangeFeed&) = delete;
    ChangeFeed& operator=(const ChangeFeed&) = delete;

    int applied() const { return *applied_; }  // Changes that came to the model.

private:
    std::shared_ptr<int> applied_ = std::make_shared<int>(0);
    QObject receiver_;
    qt::SeatChangeQueue queue_;
    std::jthread thread_;
};

class InputFeed {
public:
    InputFeed(MeasuredView& view, unsigned seed) : view_(view), seed_(seed) {}

    // Sixty inputs a second, three pans for each notch of the wheel; the windows' thread does its
    // work meanwhile and comes back afterwards.
    void run(std::chrono::seconds time);

private:
    MeasuredView& view_;
    unsigned seed_;
};

}  // namespace tessera::bench
