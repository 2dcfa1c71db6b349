// SPDX-License-Identifier: Apache-2.0
#include "server/engine/best_available_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <utility>

#include "shared/base/check.h"

namespace tessera::engine {
namespace {

std::int32_t distanceOf(Point seat, Point focal) {
    const double dx = static_cast<double>(seat.x) - static_cast<double>(focal.x);
    const double dy = static_cast<double>(seat.y) - static_cast<double>(focal.y);
    const double scaled = std::floor(16.0 * std::sqrt(dx * dx + dy * dy));
    constexpr std::int32_t kFarthest = std::numeric_limits<std::int32_t>::max();
    // Not `scaled >= kFarthest`: a focal point that is not a number is as far as can be.
    return scaled < kFarthest ? static_cast<std::int32_t>(scaled) : kFarthest;
}

}  // namespace

SeatIndex::SeatIndex(std::shared_ptr<const Layout> ofLayout, std::optional<Point> focal)
    : layout(std::move(ofLayout)) {
    const auto seats = layout->seats();
    const Point center = focal.value_or(layout->focal());
    distance.reserve(seats.size());
    flags.reserve(seats.size());
    for (const LayoutSeat& seat : seats) {
        const bool accessible = seat.wheelchair || seat.companion != kNoSeat;
        if (seat.wheelchair) places.push_back(static_cast<std::int32_t>(distance.size()));
        distance.push_back(distanceOf(seat.position, center));
        flags.push_back(static_cast<std::uint8_t>((accessible ? kAccessible : 0) |
                                                  (seat.gapBefore ? kStartsBlock : 0)));
    }
    rows.reserve(layout->rows().size());
    for (const LayoutRow& from : layout->rows()) {
        Row row;
        row.begin = from.first.value;
        row.end = row.begin + from.count;
        flags[at(row.begin)] |= kStartsBlock;
        for (std::int32_t s = row.begin; s < row.end; ++s) {
            if ((flags[at(s)] & kAccessible) != 0) continue;
            row.nearest = std::min(row.nearest, distance[at(s)]);
            row.categories |= 1ULL << (static_cast<unsigned>(categoryOf(s).value) % 64U);
        }
        rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        return std::tie(a.nearest, a.begin) < std::tie(b.nearest, b.begin);
    });
    rowAt.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rowAt[at(layout->seat(SeatNo{rows[i].begin}).row)] = static_cast<std::int32_t>(i);
    }
    std::sort(places.begin(), places.end(), [this](std::int32_t a, std::int32_t b) {
        return std::tie(distance[at(a)], a) < std::tie(distance[at(b)], b);
    });
    places.shrink_to_fit();
}

void SeatIndex::setFree(std::int32_t seat, bool free) {
    std::uint8_t& flag = flags[at(seat)];
    if (((flag & kFree) != 0) == free) return;
    flag ^= kFree;
    freeSeats += free ? 1 : -1;
    if ((flag & kAccessible) == 0) rowOf(seat).longest = kStale;
}

OpenSegment SeatIndex::segmentFrom(const Row& row, std::int32_t from) const {
    std::int32_t begin = from;
    while (begin < row.end && !isOpen(begin)) ++begin;
    if (begin == row.end) return {row.end, row.end};
    std::int32_t end = begin + 1;
    while (end < row.end && isOpen(end) && (flags[at(end)] & kStartsBlock) == 0) ++end;
    return {begin, end};
}

std::int32_t SeatIndex::longestOf(Row& row) const {
    if (row.longest != kStale) return row.longest;
    std::int32_t longest = 0;
    std::int32_t current = 0;
    for (std::int32_t s = row.begin; s < row.end; ++s) {
        if ((flags[at(s)] & kStartsBlock) != 0) current = 0;
        current = isOpen(s) ? current + 1 : 0;
        longest = std::max(longest, current);
    }
    row.longest = longest;
    return longest;
}

bool SeatIndex::canAvoidOrphan(Row& row, std::int32_t count) const {
    const std::int32_t longest = longestOf(row);
    if (longest != count + 1) return longest >= count;
    for (OpenSegment segment = segmentFrom(row, row.begin); segment.begin < row.end;
         segment = segmentFrom(row, segment.end)) {
        if (segment.length() == count) return true;
    }
    return false;
}

std::size_t SeatIndex::memoryBytes() const {
    return sizeof(*this) + distance.capacity() * sizeof(distance[0]) + flags.capacity() +
           rows.capacity() * sizeof(rows[0]) + rowAt.capacity() * sizeof(rowAt[0]) +
           places.capacity() * sizeof(places[0]);
}

}  // namespace tessera::engine
