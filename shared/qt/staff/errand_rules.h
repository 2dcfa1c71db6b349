// SPDX-License-Identifier: Apache-2.0
// How changes of accounts, devices and persons are asked.
//
// They have no request id: they name the version that was seen, a login that is there once, or a
// person who is erased once. What is shown but once must not be shown to somebody else, and so it
// is let go where somebody else has signed in; lists say what came of it. Nothing is on the disk:
// after a restart lists say it as well.
#pragma once

#include "shared/qt/desk/errand.h"

namespace tessera::staff {

inline qt::Errand::Rules errandRules(client::Millis patience) {
    return {.patience = patience, .another = qt::Errand::Rules::Another::LetsGo};
}

}  // namespace tessera::staff
