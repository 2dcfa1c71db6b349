// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/i18n/texts.h"

#include <QtCore/QtGlobal>

// In no namespace, as Qt wants it: a static library's resources are linked where they are named.
static void initResource() {
    Q_INIT_RESOURCE(boxoffice_texts);
}

namespace tessera::boxoffice {

void useTexts() {
    initResource();
}

}  // namespace tessera::boxoffice
