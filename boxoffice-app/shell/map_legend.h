// SPDX-License-Identifier: Apache-2.0
// What the shapes of seats on the map mean, drawn as the map draws them.
//
// The GUI's thread alone. Flows over as many lines as it needs.
#pragma once

#include <QtWidgets/QWidget>

#include "shared/qt/seat_map/palette.h"

class QLabel;

namespace tessera::boxoffice {

class MapLegend : public QWidget {
    Q_OBJECT

public:
    explicit MapLegend(QWidget* parent = nullptr);

    void setLook(qt::PaletteKind kind, int pixels);
    void retranslate();

private:
    static constexpr int kForms = 6;

    QLabel* pictures_[kForms] = {};
    QLabel* names_[kForms] = {};
};

}  // namespace tessera::boxoffice
