// SPDX-License-Identifier: Apache-2.0
// Brings a database to the schema that this program was built with.
//
// Each migration is one transaction, in order of its number; two runners at a time are safe, the
// second waits for the first. A database that is newer than the program is refused, and one to
// which another migration of that number was applied.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "shared/base/result.h"

namespace tessera::store {

struct Migration {
    std::int32_t version = 0;  // From 1, without holes.
    const char* name = "";     // 0001_catalog
    const char* sql = "";
};

// Those in server/store/migrations, embedded.
std::span<const Migration> migrations();

// The version that the database has afterwards.
Result<std::int32_t> migrate(const std::string& conninfo,
                             std::span<const Migration> all = migrations());

}  // namespace tessera::store
