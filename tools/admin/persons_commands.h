// SPDX-License-Identifier: Apache-2.0
// `tessera-admin persons export` and `persons erase`, as the shell's parser wants them.
//
// Single-threaded; refers to the parser, which outlives it. What is erased of orders is done by the
// servers, which find the wish in the database; customers are erased at once. The key is read and
// never printed.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

namespace tessera::admin {

class PersonsCommands {
public:
    explicit PersonsCommands(CLI::App& app);

    // The exit code; nothing: another command was given. After parsing.
    std::optional<int> run(const std::string& database);

private:
    void describe(CLI::App& command);

    std::string email_;
    std::string reason_;
    std::string keyFile_;
    const CLI::App* export_ = nullptr;
    const CLI::App* erase_ = nullptr;
};

}  // namespace tessera::admin
