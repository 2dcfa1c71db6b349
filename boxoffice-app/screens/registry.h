// SPDX-License-Identifier: Apache-2.0
// All screens of the box office. A new one is a line in registry.cpp and one in CMakeLists.txt.
//
// Constant data.
#pragma once

#include "boxoffice-app/shell/screen_list.h"

namespace tessera::boxoffice {

ScreenList allScreens();

}  // namespace tessera::boxoffice
