// SPDX-License-Identifier: Apache-2.0
#include "tools/check/rule_build.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "tools/check/code_view.h"
#include "tools/check/compile_commands.h"

namespace tessera::check {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 9> kLabels = {
    "unit", "simulation", "integration", "gui", "web", "fuzz", "chaos", "bench", "nightly"};

std::vector<std::string> labelsOf(const Json& test) {
    std::vector<std::string> labels;
    for (const Json& property : test.value("properties", Json::array())) {
        if (property.value("name", "") != "LABELS") continue;
        for (const Json& label : property.value("value", Json::array())) {
            labels.push_back(label.is_string() ? label.get<std::string>() : label.dump());
        }
    }
    return labels;
}

Result<std::set<std::string>> compiledFiles(const SourceTree& tree, std::string_view text) {
    const auto commands = readCompileCommands(text);
    if (!commands) return tl::make_unexpected(commands.error());
    std::set<std::string> files;
    for (const auto& [file, command] : *commands) {
        files.insert(file.lexically_relative(tree.root()).generic_string());
        if (file.string().ends_with(".pb.cc")) files.insert(file.stem().stem().string() + ".proto");
    }
    return files;
}

// Whether `name` stands in `text`, and not only as a part of a longer name.
bool hasName(std::string_view text, std::string_view name) {
    const auto isPart = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
    };
    for (std::size_t at = text.find(name); at != std::string_view::npos;
         at = text.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        if ((at == 0 || !isPart(text[at - 1])) && (end == text.size() || !isPart(text[end]))) {
            return true;
        }
    }
    return false;
}

// Whether a loop of `script` over words with `stem` among them reads "<folder of file>/$word.sh".
bool isInLoop(const std::string& script, const SourceFile& file, std::string_view stem) {
    static const std::regex kLoop(R"(\bfor (\w+) in ([^;\n]*)[;\n])");
    for (std::sregex_iterator loop(script.begin(), script.end(), kLoop), end; loop != end; ++loop) {
        const std::string read = std::string(file.folder()) + "/$" + (*loop)[1].str() + ".sh";
        if (hasName((*loop)[2].str(), stem) && script.find(read) != std::string::npos) return true;
    }
    return false;
}

// Whether a file other than `file` names it: with its name, in a loop over the parts of a script,
// or by a glob over its folder in a CMakeLists.txt at or above it.
bool isNamed(const SourceTree& tree, const SourceFile& file) {
    const std::string name(file.name());
    const std::size_t dot = std::min(name.rfind('.'), name.size());
    return std::ranges::any_of(tree.files(), [&](const SourceFile& other) {
        if (&other == &file || !(other.isCode() || other.path == ".ci/run")) return false;
        if (hasName(other.text, name)) return true;
        if (file.kind == FileKind::Shell) {
            return other.kind == FileKind::Shell && isInLoop(other.text, file, name.substr(0, dot));
        }
        if (other.kind != FileKind::CMake || !file.isUnder(other.folder())) return false;
        const std::string glob = file.path.substr(other.folder().size() + 1,
                                                  file.folder().size() - other.folder().size());
        return other.text.find("_SOURCE_DIR}/" + glob + "*" + name.substr(dot)) !=
               std::string::npos;
    });
}

bool isEntry(const SourceFile& file) {
    return file.path == "tessera" || file.path.starts_with(".ci/") ||
           file.path.starts_with("installers/");
}

}  // namespace

Result<Findings> checkLabels(std::string_view testsJson) {
    const Json document = Json::parse(testsJson, nullptr, false);
    if (!document.is_object() || !document.contains("tests")) {
        return failure("ctest's list of tests is not JSON with \"tests\"");
    }
    Findings findings;
    for (const Json& test : document["tests"]) {
        const std::vector<std::string> labels = labelsOf(test);
        const std::string name = test.value("name", "");
        if (labels.size() != 1) {
            findings.push_back(
                {"labels", name, 0,
                 "a test has exactly one label, this has " + std::to_string(labels.size())});
        } else if (std::ranges::find(kLabels, labels[0]) == kLabels.end()) {
            findings.push_back(
                {"labels", name, 0, "'" + labels[0] + "' is not a label of the house"});
        }
    }
    return findings;
}

Result<Findings> checkDeadFiles(const SourceTree& tree, std::string_view compileCommandsJson) {
    const Result<std::set<std::string>> compiled = compiledFiles(tree, compileCommandsJson);
    if (!compiled) return tl::make_unexpected(compiled.error());
    std::set<std::string> included;
    for (const SourceFile& file : tree.files()) {
        if (!file.isCpp()) continue;
        for (Include& include : includesOf(file)) included.insert(std::move(include.path));
    }
    Findings findings;
    const auto report = [&](const SourceFile& file, std::string message) {
        findings.push_back({"dead", file.path, 0, std::move(message)});
    };
    for (const SourceFile& file : tree.files()) {
        if (file.kind == FileKind::Cpp && !compiled->contains(file.path)) {
            report(file, "no target compiles it");
        } else if (file.kind == FileKind::Proto && !compiled->contains(std::string(file.name()))) {
            report(file, "no target compiles what protoc makes of it");
        } else if (file.kind == FileKind::Header && !included.contains(file.path)) {
            report(file, "no file includes it");
        } else if ((file.kind == FileKind::Shell || file.kind == FileKind::Sql) && !isEntry(file) &&
                   !isNamed(tree, file)) {
            report(file, "no other file names it");
        }
    }
    return findings;
}

}  // namespace tessera::check
