// SPDX-License-Identifier: Apache-2.0
// A table whose last column takes what is left, and is never narrower than its texts: where there
// is no room for that it is scrolled sideways.
//
// The GUI's thread. For columns that are as wide as their texts (ResizeToContents).
#pragma once

#include <QtWidgets/QTableView>

namespace tessera::boxoffice {

class WideTable : public QTableView {
    Q_OBJECT

public:
    using QTableView::QTableView;

protected:
    void updateGeometries() override;
};

}  // namespace tessera::boxoffice
