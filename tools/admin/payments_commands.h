// SPDX-License-Identifier: Apache-2.0
// `tessera-admin payments …`: its subcommands as the shell's parser wants them.
//
// Single-threaded; refers to the parser, which outlives it.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>

namespace tessera::admin {

class PaymentsCommands {
public:
    explicit PaymentsCommands(CLI::App& app);
    ~PaymentsCommands();
    PaymentsCommands(const PaymentsCommands&) = delete;
    PaymentsCommands& operator=(const PaymentsCommands&) = delete;

    // The exit code; nothing: another command was given. After parsing.
    std::optional<int> run(const std::string& database);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace tessera::admin
