// SPDX-License-Identifier: Apache-2.0
// Histories as JSON lines, for us and for other checkers; README.md has every field.
//
// Reads and writes files; keeps nothing.
#pragma once

#include <iosfwd>
#include <string>

#include "shared/base/result.h"
#include "tools/history/operation.h"

namespace tessera::history {

// Bounds of what is read; beyond them a file is refused.
inline constexpr std::size_t kLineBytesMax = 1U << 20U;
inline constexpr std::size_t kOperationsMax = 5'000'000;
inline constexpr int kSeatsMax = 200'000;
inline constexpr std::size_t kSeatsNamedMax = 10'000;  // By one operation.

// An error names the line, the field and what is wrong with it.
Result<History> readHistory(std::istream& in);
Result<History> readHistoryFile(const std::string& path);

std::string settingLine(const Setting& setting);
std::string operationLine(const Operation& operation);
void writeHistory(const History& history, std::ostream& out);
tessera::Status writeHistoryFile(const History& history, const std::string& path);

}  // namespace tessera::history
