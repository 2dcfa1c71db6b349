// SPDX-License-Identifier: Apache-2.0
// Which mail a batch makes due, to be queued in that batch: so it is queued once, and never lost.
//
// Pure and deterministic.
#pragma once

#include "server/engine/changes.h"
#include "shared/base/time.h"

namespace tessera::app {

// The confirmations of orders that are paid by these changes and were not before them.
engine::Changes confirmationsOf(const engine::Changes& changes, Instant now);

}  // namespace tessera::app
