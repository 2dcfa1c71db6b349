// SPDX-License-Identifier: Apache-2.0
// A row of chain 0 in the transaction of what it tells.
//
// Keeps nothing: a function of a Work.
#pragma once

#include "server/store/pg_work.h"
#include "server/store/trail.h"

namespace tessera::store {

// Behind the lock of the chain's head: call it last, or whoever writes the trail waits for the
// rest. The row's event, number and hashes are made here.
void writeTrail(Work& work, TrailRow row);

}  // namespace tessera::store
