// SPDX-License-Identifier: Apache-2.0
// The app's one style sheet, from roles and sizes.
//
// Pure, deterministic, any thread.
#pragma once

#include <QtCore/QString>

#include "shared/qt/theme/theme.h"

namespace tessera::qt {

// `points` is the size of plain text, `percent` of it already in.
QString styleSheetOf(ThemeKind kind, int percent, double points);

}  // namespace tessera::qt
