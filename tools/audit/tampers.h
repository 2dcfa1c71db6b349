// SPDX-License-Identifier: Apache-2.0
// Planted faults, one for each rule of each check: what the auditor must be able to find.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tools/audit/report.h"

namespace tessera::audit {

using Lines = std::vector<std::string>;

struct Tamper {
    Check check = Check::A1;
    std::string rule;  // Of the finding that must come.
    // Each may be absent. SQL must change at least one row, the others must return true, else
    // there was nothing to tamper with. In the SQL, @order and @reservation stand for an order that
    // somebody was told as paid, with seats.
    std::string sql;
    std::function<bool(Lines&)> ledger;
    std::function<bool(Lines&)> answers;
};

std::vector<Tamper> allTampers();

}  // namespace tessera::audit
