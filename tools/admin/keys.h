// SPDX-License-Identifier: Apache-2.0
// Making API keys. Random; blocks on the database; the key itself is only in what is returned.
#pragma once

#include <string>
#include <vector>

#include "server/runtime/secrets.h"
#include "server/store/store.h"
#include "shared/base/result.h"

namespace tessera::admin {

struct NewKey {
    std::string name;  // For people: what it is used by. 1 to 100 bytes.
    std::vector<std::string> scopes;
};

// The scopes that a key may have.
const std::vector<std::string>& knownScopes();

// Stores the key's hash. A name or scopes that are not allowed leave nothing behind.
Result<runtime::Secret> createKey(store::Catalog& catalog, const NewKey& wanted);

}  // namespace tessera::admin
