// SPDX-License-Identifier: Apache-2.0
// The whole audit: reads the sources, judges them, says what it found. Blocks; one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tools/audit/answers.h"
#include "tools/audit/database.h"
#include "tools/audit/provider_books.h"
#include "tools/audit/report.h"

namespace tessera::audit {

struct AuditOptions {
    std::optional<std::int64_t> event;  // Nothing: every event.
    // The system is at rest: money is judged, and nothing may be under way.
    bool atRest = true;
};

// Everything that is judged.
struct Evidence {
    Rows rows;
    std::int64_t now = 0;  // The database's clock before they were read; microseconds.
    ProviderBooks books;
    std::vector<Answer> answers;
};

// Reads rows and clock. REQUIRES for `atRest`: called before the provider's ledger is read.
Status readRows(Database& database, const AuditOptions& options, Evidence& evidence);
// Payments of other events are left out where one event is audited.
Status readBooks(const std::vector<std::string>& ledger, const AuditOptions& options,
                 Evidence& evidence);
Status readTold(const std::vector<std::string>& lines, Evidence& evidence);

Report judge(const Evidence& evidence, const AuditOptions& options);

}  // namespace tessera::audit
