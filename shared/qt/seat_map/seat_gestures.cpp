// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/seat_map/seat_gestures.h"

#include <algorithm>
#include <cmath>

namespace tessera::qt {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

}  // namespace

void SeatGestures::layoutReset() {
    place_ = -1;
    inStroke_ = false;
}

void SeatGestures::click(int seat) {
    place_ = seat;
    model_.toggle(seat);
}

void SeatGestures::clickRange(int seat) {
    const auto& seats = model_.layout().seats();
    if (place_ < 0 || seats[at(place_)].row != seats[at(seat)].row) {
        place_ = seat;
        model_.extend({seat});
        return;
    }
    QList<int> range;
    for (int one = std::min(place_, seat); one <= std::max(place_, seat); ++one) range.append(one);
    place_ = seat;
    model_.extend(range);
}

void SeatGestures::selectWithin(const QRectF& rect) {
    QList<int> within;
    model_.layout().visitSeats(rect.normalized(),
                               [&](const PlacedSeat& seat) { within.append(seat.seat); });
    std::ranges::sort(within);
    if (!within.isEmpty()) place_ = within.back();
    model_.extend(within);
}

void SeatGestures::beginStroke(int seat) {
    model_.beginGesture();
    inStroke_ = true;
    adds_ = !model_.isSelected(seat);
    stroke(seat);
}

void SeatGestures::strokeTo(QPointF from, QPointF to) {
    if (!inStroke_) return;
    // A quick pointer skips pixels, not seats.
    const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
    const double step = model_.layout().seatSizeMax() / 3;
    const int steps = std::clamp(static_cast<int>(length / step) + 1, 1, 10'000);
    for (int i = 1; i <= steps; ++i) {
        const int seat = model_.layout().seatAt(from + (to - from) * i / steps);
        if (seat >= 0) stroke(seat);
    }
}

void SeatGestures::stroke(int seat) {
    place_ = seat;
    if (model_.isSelected(seat) != adds_) model_.toggle(seat);
}

void SeatGestures::endStroke() {
    if (!inStroke_) return;
    inStroke_ = false;
    model_.endGesture();
}

bool SeatGestures::move(int dx, int dy) {
    if (place_ < 0) return false;
    const int next = model_.layout().neighbour(place_, dx, dy);
    if (next < 0) return false;
    place_ = next;
    return true;
}

int SeatGestures::endOfRow(bool last) const {
    const LayoutRow& row = model_.layout().rows()[at(model_.layout().seats()[at(place_)].row)];
    return last ? row.firstSeat + row.seatCount - 1 : row.firstSeat;
}

}  // namespace tessera::qt
