// SPDX-License-Identifier: Apache-2.0
// Where names of sections and labels of rows stand at one zoom: over no seat, and not over each
// other.
//
// A pure function of layout, zoom and the sizes of texts; deterministic. Thread-safe as far as
// `extent` is. The result owns its values.
#pragma once

#include <QtCore/QRect>
#include <QtCore/QSize>
#include <QtCore/QString>
#include <functional>
#include <vector>

#include "shared/qt/seat_map/seat_layout.h"

namespace tessera::qt {

struct LabelLook {
    double scale = 1;               // Pixels per unit of the plan.
    std::vector<int> seatPixels{};  // By section: how large a seat is drawn.
    std::vector<int> nameSizes{};   // Of letters, the preferred first.
    int rowSizeMost = 12;           // A row's label is no larger than its seats.
    int rowSizeLeast = 8;           // Rows whose labels would be smaller have none.
    int gap = 2;                    // Pixels between a text and what is beside it.
    // How large a text of letters of that size is.
    std::function<QSize(const QString&, int)> extent{};
};

struct NamePlace {
    QRect box{};          // Of the letters; null where there is no room for the name.
    int size = 0;         // Of its letters.
    bool within = false;  // In a free spot of its section, rather than beside it.
};

struct RowLabel {
    int row = 0;  // Of the layout.
    QRect box{};
    int size = 0;
};

struct LabelPlaces {
    std::vector<NamePlace> names;         // By section.
    std::vector<RowLabel> rows;           // Two for a row at most, in order of rows.
    std::vector<std::size_t> firstOfRow;  // By section, and one more: where its rows' begin.
};

// A name stands in a free spot of its section, else beside it on bare ground within the plan, else
// beside it outside. REQUIRES: `extent` is there, `seatPixels` has every section.
LabelPlaces placeLabels(const SeatLayout& layout, const LabelLook& look);

}  // namespace tessera::qt
