// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/seat_map_levels.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace tessera::bench {
namespace {

constexpr double kP99MsMax = 16.7;

}  // namespace

void showLevel(MeasuredView& view, const qt::SeatLayout& layout, const Level& level) {
    view.fit();
    if (level.seatPixels == 0) return;
    const double scale = level.seatPixels / layout.seatSizeMax();
    const auto zoom = static_cast<int>(std::log2(scale) * qt::kStepsPerOctave);
    view.showPlace(layout.sections()[kSectionShown].bounds.center(), zoom);
}

FrameFigures figuresOf(const MeasuredView& view) {
    std::vector<double> all = view.latencies();
    std::ranges::sort(all);
    return {.p50Ms = shareOf(all, 0.5),
            .p99Ms = shareOf(all, 0.99),
            .maxMs = shareOf(all, 1),
            .scratchMs = view.scratchMs(),
            .inputs = static_cast<int>(all.size()),
            .frames = view.frames(),
            .compared = view.compared(),
            .wrong = view.wrong()};
}

bool isInTime(const FrameFigures& figures) {
    return figures.p99Ms <= kP99MsMax && figures.inputs > 0 && figures.compared > 0;
}

void print(const Level& level, const FrameFigures& f) {
    std::printf(
        "  %-8s p50 %5.1f ms  p99 %5.1f ms  max %5.1f ms  scratch %4.1f ms  %5d inputs  %5d "
        "frames  ",
        level.name, f.p50Ms, f.p99Ms, f.maxMs, f.scratchMs, f.inputs, f.frames);
}

double shareOf(const std::vector<double>& sorted, double share) {
    if (sorted.empty()) return 0;
    const auto last = static_cast<double>(sorted.size() - 1);
    return sorted[static_cast<std::size_t>(last * share + 0.5)];
}

}  // namespace tessera::bench
