// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/keys.h"

#include <algorithm>

#include "server/runtime/api_key.h"
#include "shared/base/encoding.h"

namespace tessera::admin {

const std::vector<std::string>& knownScopes() {
    static const std::vector<std::string> scopes{
        "admin:venues",   "admin:events",       "admin:sale",   "admin:codes",
        "admin:payments", "reservations:staff", "channel:kiosk"};
    return scopes;
}

Result<runtime::Secret> createKey(store::Catalog& catalog, const NewKey& wanted) {
    if (wanted.name.empty() || wanted.name.size() > 100 || !isCleanUtf8(wanted.name)) {
        return failure("a key's name has 1 to 100 bytes of UTF-8");
    }
    if (wanted.scopes.empty()) return failure("a key needs at least one scope");
    for (const std::string& scope : wanted.scopes) {
        const auto& known = knownScopes();
        if (std::find(known.begin(), known.end(), scope) == known.end()) {
            return failure("unknown scope: " + scope);
        }
    }
    runtime::ApiKeySecret key = runtime::makeApiKey();
    store::Catalog::ApiKeyRow row;
    row.keyId = key.keyId;
    row.hash = runtime::hashApiKey(key.text.reveal());
    row.name = wanted.name;
    row.scopes = wanted.scopes;
    std::sort(row.scopes.begin(), row.scopes.end());
    row.scopes.erase(std::unique(row.scopes.begin(), row.scopes.end()), row.scopes.end());
    if (const auto stored = catalog.createApiKey(row); !stored) {
        return tl::unexpected(stored.error());
    }
    return std::move(key.text);
}

}  // namespace tessera::admin
