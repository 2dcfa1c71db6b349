// SPDX-License-Identifier: Apache-2.0
// The whole text of a cell as its tool tip, where the cell has no room for it.
//
// For every list and table of the application; a tip that a model gives itself is left alone. A
// text is shown as it is and never as HTML. The GUI's thread; `parent` owns it.
#pragma once

#include <QtCore/QObject>

class QApplication;

namespace tessera::qt {

class CellTips : public QObject {
    Q_OBJECT

public:
    // `app` outlives it.
    CellTips(QApplication& app, QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace tessera::qt
