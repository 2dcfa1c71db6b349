// SPDX-License-Identifier: Apache-2.0
// `tessera-admin staff …`, `devices …` and `audit verify`, as the shell's parser wants them.
//
// Single-threaded; refers to the parser, which outlives it.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "tools/admin/devices.h"
#include "tools/admin/staff.h"

namespace tessera::admin {

class StaffCommands {
public:
    explicit StaffCommands(CLI::App& app);

    // The exit code; nothing: another command was given. After parsing. Of `audit verify` 1 where a
    // chain is not true.
    std::optional<int> run(const std::string& database);

private:
    void describeDevices(CLI::App& app);
    int verify(store::StaffRows& rows) const;
    Status runOn(store::StaffRows& rows) const;

    NewStaff staff_;
    std::string deviceName_;
    StaffPortFiles files_;
    std::string knownFile_;
    const CLI::App* add_ = nullptr;
    const CLI::App* list_ = nullptr;
    const CLI::App* code_ = nullptr;
    const CLI::App* devices_ = nullptr;
    const CLI::App* authority_ = nullptr;
    const CLI::App* verify_ = nullptr;
};

}  // namespace tessera::admin
