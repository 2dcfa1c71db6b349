// SPDX-License-Identifier: Apache-2.0
#include "tools/load/figures.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tessera::load {

std::string_view nameOf(Step step) {
    constexpr std::array<std::string_view, kSteps> kNames{"map",   "reserve", "checkout", "pay",
                                                          "order", "paid",    "tickets",  "cancel"};
    return kNames[static_cast<std::size_t>(step)];
}

std::string_view nameOf(End end) {
    constexpr std::array<std::string_view, kEnds> kNames{"paid",     "abandoned", "declined",
                                                         "no seats", "not paid",  "unanswered"};
    return kNames[static_cast<std::size_t>(end)];
}

double Latencies::percentile(double share) const {
    if (values_.empty()) return 0;
    if (!sorted_) std::sort(values_.begin(), values_.end());
    sorted_ = true;
    const double rank = std::ceil(share * static_cast<double>(values_.size()));
    const auto at = static_cast<std::size_t>(std::max(1.0, rank)) - 1;
    return values_[std::min(at, values_.size() - 1)] / 1000.0;
}

std::int64_t Figures::ended() const {
    return std::accumulate(ends.begin(), ends.end(), std::int64_t{0});
}

}  // namespace tessera::load
