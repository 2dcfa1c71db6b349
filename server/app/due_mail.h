// SPDX-License-Identifier: Apache-2.0
// Which mail a batch makes due, to be queued in that batch: so it is queued once, and never lost.
//
// Pure and deterministic.
#pragma once

#include "server/engine/changes.h"
#include "shared/base/time.h"

namespace tessera::app {

// The batch that has a disruption goes out well within that of its command.
inline constexpr Duration kDisruptionIsNew = Duration::ofMinutes(1);

// Later ones of an event are told nobody by mail.
inline constexpr std::int32_t kDisruptionsTold = 1000;

// Of these changes, which are sealed at `now`: confirmations of orders that are paid by them and
// were not before; refunds that are confirmed by them; a disruption that begins with them. That a
// batch repeats one does no harm: its row is there already.
engine::Changes mailDueBy(const engine::Changes& changes, Instant now);

}  // namespace tessera::app
