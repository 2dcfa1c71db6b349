// SPDX-License-Identifier: Apache-2.0
// Adds a row to chain 0 of the trail, in the transaction of what it tells.
//
// Not thread-safe; internal to the store.
#pragma once

#include "server/store/pg_work.h"
#include "server/store/trail.h"

namespace tessera::store {

// Makes others that write to the chain wait until the transaction ends.
void lockTrail(Work& work);

// Behind the lock of the chain's head, which is kept until the transaction ends: last of all. The
// row's event, number and hashes are made here.
void writeTrail(Work& work, TrailRow row);

}  // namespace tessera::store
