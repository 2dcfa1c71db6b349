// SPDX-License-Identifier: Apache-2.0
// A copy of the audited tables in a database of its own, without their constraints: what the
// schema forbids can be planted there. Dropped with the object.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "tools/audit/database.h"

namespace tessera::audit {

class Copy {
public:
    // REQUIRES: the role may create databases.
    static Result<std::unique_ptr<Copy>> make(Database& original, const std::string& conninfo,
                                              std::optional<std::int64_t> event);
    ~Copy();
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;

    Database& database() { return *database_; }

private:
    Copy(Database& original, std::string name) : original_(original), name_(std::move(name)) {}
    Status copyTable(const std::string& table, std::optional<std::int64_t> event);

    Database& original_;
    const std::string name_;
    std::unique_ptr<Database> database_;
};

}  // namespace tessera::audit
