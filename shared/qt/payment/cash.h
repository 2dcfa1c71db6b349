// SPDX-License-Identifier: Apache-2.0
// Amounts of cash that people hand over: exactly what is asked, or the next notes.
//
// Pure; any thread. All amounts are minor units of one currency, not negative.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tessera::payment {

inline constexpr std::size_t kQuickAmountsMost = 4;

// The coins and notes of the currency that are worth rounding up to, ascending. Of a currency that
// is not known here: 1, 2, 5, 10… of its unit.
std::vector<std::int64_t> notesOf(const std::string& currency);

// What lies in a drawer of that currency is known here.
bool hasKnownNotes(const std::string& currency);
// All that may, notes and coins, the largest first; at most 40.
std::vector<std::int64_t> denominationsOf(const std::string& currency);

// What a buyer is likely to hand over for `due`, ascending: `due` itself, then sums that are
// reached with notes of one kind; each once, at most kQuickAmountsMost. Nothing is due: none.
std::vector<std::int64_t> quickAmounts(std::int64_t due, const std::string& currency);

}  // namespace tessera::payment
