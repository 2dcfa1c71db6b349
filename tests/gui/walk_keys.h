// SPDX-License-Identifier: Apache-2.0
// Which keys with Alt lead somewhere in what is shown, and which of them lead to two places.
//
// Deterministic for a given window and language; the GUI's thread.
#pragma once

#include <vector>

#include "tests/gui/walk.h"

namespace tessera::gui {

// Buttons, fields' labels, groups, tabs and menus by their underlined letter, and actions by their
// key. Also where one of them cannot be used just now: on the same page it can in a moment. Entries
// of an open menu may share a letter, which goes from one to the other.
std::vector<Finding> keysGivenTwice(QWidget& root);

}  // namespace tessera::gui
