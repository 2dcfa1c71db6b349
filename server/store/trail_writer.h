// SPDX-License-Identifier: Apache-2.0
// A row of chain 0 in the transaction of what it tells.
//
// Not thread-safe; borrows its work. Internal to the store. It locks the chain's head until the
// transaction ends: write it last.
#pragma once

#include "server/store/pg_work.h"
#include "server/store/trail.h"

namespace tessera::store {

// `row` has who, when, where and why; event, number and hashes are made here. A failure is the
// work's.
void writeTrail(Work& work, TrailRow row);

// Locks the head before anything else: what is counted behind it stays so until the end.
void lockTrail(Work& work);

}  // namespace tessera::store
