// SPDX-License-Identifier: Apache-2.0
// The translations that are built into the app.
//
// Call useTexts() once before the first qt::Languages::use(); the GUI's thread.
#pragma once

namespace tessera::boxoffice {

void useTexts();

}  // namespace tessera::boxoffice
