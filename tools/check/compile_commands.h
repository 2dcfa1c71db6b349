// SPDX-License-Identifier: Apache-2.0
// What CMake says of how each file is compiled (compile_commands.json).
//
// Where files of a target are compiled together, each of them counts as compiled by the command of
// the file that CMake has made to include them; that file is read.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace tessera::check {

struct CompileCommand {
    std::filesystem::path file;  // Absolute.
    std::string command;         // A shell's line that compiles it.
};

// Fails if `text` is no array of such commands, or a file that CMake has made cannot be read.
Result<std::vector<CompileCommand>> readCompileCommands(std::string_view text);

}  // namespace tessera::check
