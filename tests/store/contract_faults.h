// SPDX-License-Identifier: Apache-2.0
// Batches that are wrong in one way, made from right ones.
//
// Deterministic by seed. Each has one fault, so that the reason of the refusal is certain.
#pragma once

#include <random>
#include <span>
#include <string_view>

#include "server/store/batch.h"
#include "tests/simulation/audit/observed.h"

namespace tessera::store {

// What a wrong batch is made from: the batch and the rows that it is meant for.
struct RightBatch {
    BatchHead head;
    engine::Changes changes;
    const simulation::EventTables& tables;
    std::span<const engine::Code> codes;
    std::mt19937& random;
};

struct BatchFault {
    std::string_view name;
    // The outcome that it must have.
    CommitOutcome outcome;
    // False: this batch or these rows have nothing to be wrong so.
    bool (*plant)(RightBatch&);
};

std::span<const BatchFault> batchFaults();

}  // namespace tessera::store
