// SPDX-License-Identifier: Apache-2.0
#include "tools/check/compile_commands.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace tessera::check {
namespace {

namespace fs = std::filesystem;

bool isUnity(const fs::path& file) {
    return file.parent_path().filename() == "Unity" &&
           file.filename().string().starts_with("unity_");
}

std::string withFile(std::string command, const std::string& from, const std::string& to) {
    for (std::size_t at = command.find(from); at != std::string::npos;
         at = command.find(from, at + to.size())) {
        command.replace(at, from.size(), to);
    }
    return command;
}

Status addIncluded(const CompileCommand& unity, std::vector<CompileCommand>& commands) {
    static constexpr std::string_view kInclude = "#include \"";
    std::ifstream in(unity.file);
    if (!in) return failure("cannot read " + unity.file.string());
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with(kInclude) || !line.ends_with('"')) continue;
        const std::string file = line.substr(kInclude.size(), line.size() - kInclude.size() - 1);
        commands.push_back(
            {file, withFile(unity.command, " -c " + unity.file.string(), " -c " + file)});
    }
    return {};
}

}  // namespace

Result<std::vector<CompileCommand>> readCompileCommands(std::string_view text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_array()) return failure("compile_commands.json is not a JSON array");
    std::vector<CompileCommand> commands;
    for (const auto& each : json) {
        CompileCommand command{each.value("file", ""), each.value("command", "")};
        if (!isUnity(command.file)) {
            commands.push_back(std::move(command));
        } else if (auto added = addIncluded(command, commands); !added) {
            return tl::make_unexpected(std::move(added.error()));
        }
    }
    return commands;
}

}  // namespace tessera::check
