// SPDX-License-Identifier: Apache-2.0
// `tessera-admin staff …` and `tessera-admin audit verify`, as the shell's parser wants them.
//
// Single-threaded; refers to the parser, which outlives it.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "tools/admin/staff.h"

namespace tessera::admin {

class StaffCommands {
public:
    explicit StaffCommands(CLI::App& app);

    // The exit code; nothing: another command was given. After parsing. Of `audit verify` 1 where a
    // chain is not true.
    std::optional<int> run(const std::string& database);

private:
    int verify(store::StaffRows& rows) const;

    NewStaff staff_;
    std::string knownFile_;
    const CLI::App* add_ = nullptr;
    const CLI::App* list_ = nullptr;
    const CLI::App* verify_ = nullptr;
};

}  // namespace tessera::admin
