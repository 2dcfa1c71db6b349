// SPDX-License-Identifier: Apache-2.0
// How what a presenter says is shown: in a label, and in the window's status bar.
//
// Pure. A tone that is neither good nor bad stands back: it is read by who looks for it.
#pragma once

#include "boxoffice-app/shell/workplace.h"
#include "shared/qt/sale/seller.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {

qt::TextRole roleOf(sale::Tone tone);
MessageKind messageKindOf(sale::Tone tone);

}  // namespace tessera::boxoffice
