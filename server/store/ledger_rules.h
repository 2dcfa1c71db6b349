// SPDX-License-Identifier: Apache-2.0
// What must hold of one event's ledger, as statements. Internal to the store.
//
// Constant. Each statement has one parameter, the event, and gives back what is wrong: a text a
// row, at most kFindingsMax rows.
#pragma once

#include <span>

namespace tessera::store {

struct LedgerRule {
    const char* name;
    const char* sql;
};

std::span<const LedgerRule> ledgerRules();

}  // namespace tessera::store
