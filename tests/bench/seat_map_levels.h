// SPDX-License-Identifier: Apache-2.0
// How far away one looks at the stadium while it is measured, and what the frames of that were.
//
// Not thread-safe: of the windows' thread. Plain values.
#pragma once

#include <array>
#include <vector>

#include "shared/qt/seat_map/seat_layout.h"
#include "tests/bench/seat_map_window.h"

namespace tessera::bench {

inline constexpr QSize kMeasuredWindow(1600, 1000);
inline constexpr int kSectionShown = 30;  // Of the stadium.

struct Level {
    const char* name;
    double seatPixels;  // 0: the whole plan.
};
inline constexpr std::array kLevels = {Level{"stadium", 0}, Level{"stand", 4}, Level{"section", 14},
                                       Level{"row", 50}};

struct FrameFigures {
    double p50Ms = 0;
    double p99Ms = 0;
    double maxMs = 0;
    double scratchMs = 0;
    int inputs = 0;
    int frames = 0;
    int compared = 0;
    int wrong = 0;
};

void showLevel(MeasuredView& view, const qt::SeatLayout& layout, const Level& level);
FrameFigures figuresOf(const MeasuredView& view);
// Within a frame of 16.7 ms, and anything was measured and compared at all.
bool isInTime(const FrameFigures& figures);
// Without the end of the line.
void print(const Level& level, const FrameFigures& figures);

// REQUIRES: sorted. 0 where it is empty.
double shareOf(const std::vector<double>& sorted, double share);

}  // namespace tessera::bench
