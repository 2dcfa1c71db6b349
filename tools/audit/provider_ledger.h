// SPDX-License-Identifier: Apache-2.0
// Reads the payment sandbox's ledger (tools/paysim: one JSON object per line). Pure.
#pragma once

#include <string>
#include <vector>

#include "shared/base/result.h"
#include "tools/audit/provider_books.h"

namespace tessera::audit {

// A line that cannot be read is an error, but for an incomplete last one. The sums are made from
// the movements alone, never from the sandbox's own totals.
Result<ProviderBooks> readProviderLedger(const std::vector<std::string>& lines);

// The lines of a file, without their ends; a last one without end is left out.
Result<std::vector<std::string>> readLines(const std::string& path);

}  // namespace tessera::audit
