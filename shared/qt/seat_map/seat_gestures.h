// SPDX-License-Identifier: Apache-2.0
// What pointer and keys select, without a window: clicks, ranges, rectangles and strokes.
//
// Deterministic; not thread-safe. Borrows the model, which outlives it; owns nothing else. It
// selects what it is told to: what is free is for the server to say.
#pragma once

#include <QtCore/QRectF>

#include "shared/qt/seat_map/seat_map_model.h"

namespace tessera::qt {

class SeatGestures {
public:
    explicit SeatGestures(SeatMapModel& model) : model_(model) {}

    void layoutReset();

    // The seat that keys start from and ranges begin at, or -1.
    int place() const { return place_; }
    void setPlace(int seat) { place_ = seat; }

    void click(int seat);  // In or out of the selection.

    // All seats of the row between the place and `seat`; of another row, `seat` alone.
    void clickRange(int seat);

    // All seats in the rectangle are added.
    void selectWithin(const QRectF& rect);

    // A stroke over seats: the first seat says whether it adds or takes away. One step of undo.
    void beginStroke(int seat);
    void strokeTo(QPointF from, QPointF to);
    void endStroke();
    bool inStroke() const { return inStroke_; }

    // Moves the place to its neighbour; false at the edge.
    bool move(int dx, int dy);
    // The first or last seat of the place's row. REQUIRES: there is a place.
    int endOfRow(bool last) const;

private:
    void stroke(int seat);

    SeatMapModel& model_;
    int place_ = -1;
    bool inStroke_ = false;
    bool adds_ = true;
};

}  // namespace tessera::qt
