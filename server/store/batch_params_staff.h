// SPDX-License-Identifier: Apache-2.0
// What staff adds to a batch, as parameters: other prices, rows of the trail and of the desk.
//
// Pure. Internal to batch_params.cpp, whose order of columns it follows.
#pragma once

#include "server/store/batch.h"
#include "server/store/pg_binary.h"

namespace tessera::store {

void addReprices(PgParams& params, const engine::Changes& changes);
void addTrail(PgParams& params, const std::vector<TrailRow>& trail);
void addDesk(PgParams& params, const engine::Changes& changes);

}  // namespace tessera::store
