// SPDX-License-Identifier: Apache-2.0
// A judgement in one line, and as the figures that every command which measures writes.
#pragma once

#include <string>

#include "shared/base/result.h"
#include "tools/history/judge.h"

namespace tessera::history {

std::string summaryOf(const Judgement& judgement);

// {"name": "history", "when", "figures": {"operations_judged", "seconds", "findings", …}}. Makes
// the folder.
tessera::Status writeReport(const Judgement& judgement, const std::string& path);

}  // namespace tessera::history
