// SPDX-License-Identifier: Apache-2.0
// What an operator sees of the money: breaks, what is manual, and whether the books hold.
//
// Texts are pure; what reads the database blocks on it.
#pragma once

#include <string>
#include <vector>

#include "server/store/breaks.h"
#include "server/store/finance.h"
#include "server/store/store.h"

namespace tessera::admin {

// What a command prints, and its exit code.
struct Said {
    std::string text;
    int code = 0;
};

// Of commands that find something a person must look at.
inline constexpr int kSomethingOpen = 3;

struct BreaksOptions {
    bool resolvedToo = false;
    std::string resolve;  // A break's id as it is printed; empty: only list.
    std::string note;
};

// Lists breaks, manual orders and manual refunds; or resolves one break.
Result<Said> showBreaks(store::Reconciliations& breaks, store::Finance& finance,
                        const BreaksOptions& options, Instant now);

// Of one event, or of all where it is 0.
Result<Said> checkBooks(store::Finance& finance, EventId event);

// How far the orders of an event that was cancelled or moved are.
Result<Said> showReturns(store::Catalog& catalog, store::Store& store, EventId event);

// A line each, ended by a line feed.
std::string breaksText(const std::vector<store::BreakRow>& rows);
std::string manualText(const std::vector<store::ManualCase>& cases);
std::string booksText(const store::LedgerCheck& check);
std::string returnsText(const engine::Disruption& disruption,
                        const store::ReturnsProgress& progress);

}  // namespace tessera::admin
