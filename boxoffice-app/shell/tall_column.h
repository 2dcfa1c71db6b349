// SPDX-License-Identifier: Apache-2.0
// A part of a screen that scrolls up and down alone: it is never narrower than what is in it.
//
// The GUI's thread alone. Owns the widget in it.
#pragma once

#include <QtWidgets/QScrollArea>

namespace tessera::boxoffice {

class TallColumn : public QScrollArea {
    Q_OBJECT

public:
    explicit TallColumn(QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace tessera::boxoffice
