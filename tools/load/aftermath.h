// SPDX-License-Identifier: Apache-2.0
// After the last visitor: waits until the event is at rest, then has it audited. Blocks.
#pragma once

#include <string>
#include <vector>

#include "shared/base/result.h"
#include "tools/load/figures.h"

namespace tessera::load {

struct AftermathOptions {
    std::string database;  // libpq conninfo.
    std::string ledger;
    std::string answers;
    std::string event;           // Public id.
    std::vector<bool> anybodys;  // By seat number: no wheelchair place or companion seat.
    double calmSeconds = 60;
};

// Nothing is held, no order is open, nothing waits in the outbox. False when the time is over.
Result<bool> waitForCalm(const AftermathOptions& options);

// Fills the audit's figures and the places sold; prints the audit's table. `json`: the whole
// result.
Status audit(const AftermathOptions& options, Figures& figures, std::string& json);

}  // namespace tessera::load
