// SPDX-License-Identifier: Apache-2.0
// The auditor's negative control: plants each fault in a copy and looks whether it is reported.
#pragma once

#include <string>
#include <vector>

#include "tools/audit/audit.h"
#include "tools/audit/tampers.h"

namespace tessera::audit {

struct SelftestResult {
    struct Line {
        Check check = Check::A1;
        std::string rule;
        bool planted = false;  // There was something to tamper with.
        bool reported = false;
    };
    std::vector<Line> lines;

    std::size_t caught() const;
    bool passed() const { return !lines.empty() && caught() == lines.size(); }
};

// What is behind an Evidence, for changing it.
struct Papers {
    Lines ledger;
    Lines answers;
};

// Leaves the database as it was.
Result<SelftestResult> selftest(Database& original, const std::string& conninfo,
                                const Papers& papers, const AuditOptions& options);

std::string tableOf(const SelftestResult& result);

}  // namespace tessera::audit
