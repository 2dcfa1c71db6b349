// SPDX-License-Identifier: Apache-2.0
// What a part of a screen does by keys while it has the focus, beside all actions: for the legend.
//
// A plain value of the GUI's thread.
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtGui/QKeySequence>

namespace tessera::qt {

struct ViewKey {
    QString text{};
    QList<QKeySequence> keys{};  // Each does it.
};

}  // namespace tessera::qt
