// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/shell/wide_table.h"

#include <QtWidgets/QHeaderView>
#include <algorithm>

namespace tessera::boxoffice {

void WideTable::updateGeometries() {
    QHeaderView* const header = horizontalHeader();
    int needed = 0;
    for (int i = 0; i < header->count(); ++i) {
        if (header->isSectionHidden(i)) continue;
        needed += std::max(sizeHintForColumn(i), header->sectionSizeHint(i));
    }
    const bool room = needed <= viewport()->width();
    if (header->stretchLastSection() != room) header->setStretchLastSection(room);
    QTableView::updateGeometries();
}

}  // namespace tessera::boxoffice
