// SPDX-License-Identifier: Apache-2.0
// The list of screens that a window is made of.
//
// Constant data; the functions make widgets on the GUI's thread.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "boxoffice-app/shell/screen.h"

namespace tessera::boxoffice {

using MakeScreen = std::function<std::unique_ptr<Screen>(Workplace&)>;
// Two that the window itself shows when they are needed, and one that its last line leads to.
inline constexpr const char* kEnrolScreen = "enrol";
inline constexpr const char* kSignInScreen = "signin";
inline constexpr const char* kPrintingScreen = "printing";

// In the order of the menu and of Ctrl+1…9.
using ScreenList = std::vector<MakeScreen>;

// The row of a screen in the list.
template <class Made>
MakeScreen screenOf() {
    return [](Workplace& workplace) { return std::make_unique<Made>(workplace); };
}

}  // namespace tessera::boxoffice
