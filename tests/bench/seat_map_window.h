// SPDX-License-Identifier: Apache-2.0
// A seat map that notes when input was posted and when the frame with its effect was flushed.
//
// Not deterministic: it reads the clock. Lives on the thread of the windows; post() may be called
// on any. Owns what it noted.
#pragma once

#include <QtCore/QEvent>
#include <chrono>
#include <functional>
#include <vector>

#include "shared/qt/seat_map/seat_map_view.h"

namespace tessera::bench {

using Clock = std::chrono::steady_clock;

// One thing that a hand does, with the time at which it did it.
struct Input {
    enum Kind { Pan, Wheel } kind = Pan;
    QPoint by;      // Of a pan.
    int steps = 0;  // Of the wheel.
    QPointF at;
};

class MeasuredView : public qt::SeatMapView {
public:
    explicit MeasuredView(qt::SeatMapModel& model) : SeatMapView(model) {}

    void begin();            // Forgets what was noted; the level is where the camera is now.
    void post(Input input);  // To be handled when its turn comes.
    // Called for each frame when it has been flushed.
    void onFlushed(std::function<void(Clock::time_point)> heard) { onFlushed_ = std::move(heard); }

    const std::vector<double>& latencies() const { return latencies_; }
    int frames() const { return frames_; }
    int compared() const { return compared_; }
    int wrong() const { return wrong_; }
    double scratchMs() const { return scratchMs_; }  // The longest painting of a whole frame.

protected:
    bool event(QEvent* event) override;

private:
    void handle(const Input& input);
    void flushed();
    void compare();

    int level_ = 0;  // The zoom that wheels stay around.
    std::function<void(Clock::time_point)> onFlushed_;
    std::vector<Clock::time_point> handled_;
    Clock::time_point ignoreBefore_;
    std::vector<double> latencies_;
    int frames_ = 0;
    int compared_ = 0;
    int wrong_ = 0;
    double scratchMs_ = 0;
};

}  // namespace tessera::bench
