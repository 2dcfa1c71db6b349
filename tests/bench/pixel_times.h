// SPDX-License-Identifier: Apache-2.0
// How long a change took from the server's commit to the pixels that a window has flushed.
//
// The instant of a commit is not told to clients, but it lies between a command and its answer. So
// both ways are measured: from the asking, which is never too short, and from the answer, which is
// never too long. Lives on the thread of the windows. Borrows all three, which outlive it.
#pragma once

#include <QtCore/QObject>
#include <vector>

#include "shared/qt/seat_map/seat_map_model.h"
#include "tests/bench/seat_map_window.h"
#include "tests/bench/seat_writer.h"

namespace tessera::bench {

class PixelTimes {
public:
    PixelTimes(const qt::SeatMapModel& model, MeasuredView& view, const SeatWriter& writer);
    ~PixelTimes();
    PixelTimes(const PixelTimes&) = delete;
    PixelTimes& operator=(const PixelTimes&) = delete;

    void begin();  // Forgets what was measured.

    int changes() const { return changes_; }  // Of the model, in the window or not.
    // Ascending, of seats in the window.
    std::vector<double> fromAskingMs() const;
    std::vector<double> fromAnswerMs() const;

private:
    void changed(const QList<int>& seats);
    void flushed(Clock::time_point now);

    const qt::SeatMapModel& model_;
    MeasuredView& view_;
    const SeatWriter& writer_;
    QObject receiver_;
    int changes_ = 0;
    std::vector<SeatWriter::Times> waiting_;  // For their frame.
    std::vector<double> fromAskingMs_;
    std::vector<double> fromAnswerMs_;
};

}  // namespace tessera::bench
