// SPDX-License-Identifier: Apache-2.0
// A batch as the parameters of apply_batch (migrations/0010_exchange.sql), or, where it carries
// rows of the trail, of apply_batch_of_staff (0014_event_trail.sql).
//
// Pure. Each kind of change is one matrix of numbers, column after column; a kind without rows is
// null. The order of the columns is a contract between batch_params.cpp and the function.
#pragma once

#include <string>

#include "server/store/batch.h"
#include "server/store/pg_binary.h"

namespace tessera::store {

// What a batch carries beside the rows of the engine's state.
struct BatchWith {
    bool trail = false;
    bool desk =
        false;  // Behind the fence, in the same statement: apply_batch_desk (0020_mail_kinds.sql).
};

// The statement, with as many parameters as paramsOf gives of such a batch.
std::string applyBatchStatement(BatchWith with);

PgParams paramsOf(const BatchHead& head, const engine::Changes& changes);

}  // namespace tessera::store
