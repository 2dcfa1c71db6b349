// SPDX-License-Identifier: Apache-2.0
// A batch as the parameters of apply_batch (migrations/0006_payments.sql).
//
// Pure. Each kind of change is one matrix of numbers, column after column; a kind without rows is
// null. The order of the columns is a contract between batch_params.cpp and the function.
#pragma once

#include <string>

#include "server/store/batch.h"
#include "server/store/pg_binary.h"

namespace tessera::store {

// The statement, with as many parameters as paramsOf gives.
std::string applyBatchStatement();

// The statement for a batch with rows of the desk, whose parameters are the last two of `params`:
// one message and one transaction still (migrations, `desk`).
std::string withDesk(const std::string& statement, int params);

PgParams paramsOf(const BatchHead& head, const engine::Changes& changes);

}  // namespace tessera::store
