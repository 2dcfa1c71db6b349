// SPDX-License-Identifier: Apache-2.0
// Which letter on the map is which allocation, drawn as the map draws it.
//
// The GUI's thread alone. Keeps what it was last shown. Bounded: the first kShownMost that have
// seats, and how many more there are. Hidden where nothing is set aside.
#pragma once

#include <QtWidgets/QWidget>
#include <vector>

#include "shared/qt/inventory/allocation_marks.h"
#include "shared/qt/seat_map/palette.h"

class QLabel;

namespace tessera::boxoffice {

class AllocationLegend : public QWidget {
    Q_OBJECT

public:
    static constexpr int kShownMost = 6;

    explicit AllocationLegend(QWidget* parent = nullptr);

    void setLook(qt::PaletteKind kind, int pixels);
    // Again once the language is another.
    void show(const inventory::AllocationMarks& marks, const QLocale& locale);

private:
    void paint();

    std::vector<int> letters_;
    qt::PaletteKind kind_ = qt::PaletteKind::Light;
    int pixels_ = 1;
    QLabel* pictures_[kShownMost] = {};
    QLabel* names_[kShownMost] = {};
    QLabel* more_ = nullptr;
};

}  // namespace tessera::boxoffice
