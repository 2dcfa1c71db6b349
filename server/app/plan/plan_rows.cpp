// SPDX-License-Identifier: Apache-2.0
#include "server/app/plan/plan_rows.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace tessera::plan {
namespace {

using engine::LayoutSeat;

double spacing(const LayoutSeat& a, const LayoutSeat& b) {
    const double dx = static_cast<double>(a.position.x) - static_cast<double>(b.position.x);
    const double dy = static_cast<double>(a.position.y) - static_cast<double>(b.position.y);
    return std::sqrt(dx * dx + dy * dy);
}

// The lower median of the spacings above zero; zero if there is none.
double medianSpacing(std::span<const LayoutSeat> row) {
    std::vector<double> spacings;
    spacings.reserve(row.size());
    for (std::size_t i = 1; i < row.size(); ++i) {
        const double between = spacing(row[i - 1], row[i]);
        if (between > 0) spacings.push_back(between);
    }
    if (spacings.empty()) return 0;
    const auto middle = spacings.begin() + static_cast<std::ptrdiff_t>((spacings.size() - 1) / 2);
    std::nth_element(spacings.begin(), middle, spacings.end());
    return *middle;
}

// Indices into the row, -1 and size() beyond its ends.
using Index = std::ptrdiff_t;

class CompanionPairing {
public:
    CompanionPairing(std::span<LayoutSeat> row, SeatNo first) : row_(row), first_(first) {}

    // The places [begin, end) are a run: a wheelchair place lies on neither side of it.
    void pairRun(Index begin, Index end) {
        Index left = firstFree(begin - 1, -1);
        Index right = firstFree(end, +1);
        for (const Index place : nearestFirst(begin, end, left, right)) {
            const Index fromLeft = fits(left, place) ? place - left : kNone;
            const Index fromRight = fits(right, place) ? right - place : kNone;
            if (fromLeft == kNone && fromRight == kNone) continue;
            if (fromLeft <= fromRight) {
                pair(place, left);
                left = firstFree(next(left, -1), -1);
            } else {
                pair(place, right);
                right = firstFree(next(right, +1), +1);
            }
        }
    }

private:
    static constexpr Index kNone = std::numeric_limits<Index>::max();

    bool isInside(Index i) const { return i >= 0 && i < static_cast<Index>(row_.size()); }
    LayoutSeat& at(Index i) const { return row_[static_cast<std::size_t>(i)]; }
    bool isOrdinary(Index i) const { return isInside(i) && !at(i).wheelchair; }
    bool isFree(Index i) const { return isOrdinary(i) && at(i).companion == engine::kNoSeat; }
    bool fits(Index seat, Index place) const {
        return isInside(seat) && at(seat).category == at(place).category;
    }

    // The next ordinary seat on the way, or -1: at a wheelchair place or an aisle the way ends.
    Index next(Index from, Index step) const {
        const Index to = from + step;
        if (!isOrdinary(to)) return -1;
        return at(std::max(from, to)).gapBefore ? -1 : to;
    }

    // The first seat on the way, `beside` included, that has no place yet, or -1.
    Index firstFree(Index beside, Index step) const {
        Index seat = isOrdinary(beside) ? beside : -1;
        while (seat >= 0 && !isFree(seat)) seat = next(seat, step);
        return seat;
    }

    static std::vector<Index> nearestFirst(Index begin, Index end, Index left, Index right) {
        std::vector<std::pair<Index, Index>> places;
        for (Index place = begin; place < end; ++place) {
            const Index fromLeft = left >= 0 ? place - left : kNone;
            const Index fromRight = right >= 0 ? right - place : kNone;
            places.emplace_back(std::min(fromLeft, fromRight), place);
        }
        std::sort(places.begin(), places.end());
        std::vector<Index> order;
        for (const auto& [distance, place] : places) order.push_back(place);
        return order;
    }

    void pair(Index place, Index seat) const {
        at(place).companion = SeatNo{first_.value + static_cast<std::int32_t>(seat)};
        at(seat).companion = SeatNo{first_.value + static_cast<std::int32_t>(place)};
    }

    std::span<LayoutSeat> row_;
    SeatNo first_;
};

}  // namespace

void markGaps(std::span<LayoutSeat> row) {
    const double most = kGapFactor * medianSpacing(row);
    for (std::size_t i = 1; i < row.size(); ++i) {
        row[i].gapBefore = spacing(row[i - 1], row[i]) > most;
    }
}

void pairCompanions(std::span<LayoutSeat> row, SeatNo first) {
    CompanionPairing pairing(row, first);
    for (std::size_t i = 0; i < row.size();) {
        if (!row[i].wheelchair) {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        while (end < row.size() && row[end].wheelchair) ++end;
        pairing.pairRun(static_cast<Index>(i), static_cast<Index>(end));
        i = end;
    }
}

}  // namespace tessera::plan
