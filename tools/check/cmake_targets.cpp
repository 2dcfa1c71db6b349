// SPDX-License-Identifier: Apache-2.0
#include "tools/check/cmake_targets.h"

#include <array>
#include <regex>

namespace tessera::check {
namespace {

std::string withoutComments(std::string_view text) {
    std::string code(text);
    bool inComment = false;
    for (char& c : code) {
        if (c == '\n') inComment = false;
        if (c == '#') inComment = true;
        if (inComment) c = ' ';
    }
    return code;
}

struct Call {
    std::string command;
    std::vector<std::string> words;
    int line = 0;
};

std::vector<Call> callsOf(const SourceFile& file) {
    static const std::regex kCall(R"((\w+)\s*\(([^()]*)\))");
    static const std::regex kWord(R"([^\s"]+)");
    const std::string code = withoutComments(file.text);
    std::vector<Call> calls;
    for (std::sregex_iterator call(code.begin(), code.end(), kCall), end; call != end; ++call) {
        const std::string arguments = (*call)[2].str();
        std::vector<std::string> words;
        for (std::sregex_iterator word(arguments.begin(), arguments.end(), kWord); word != end;
             ++word) {
            words.push_back(word->str());
        }
        calls.push_back({(*call)[1].str(), std::move(words),
                         lineAt(code, static_cast<std::size_t>(call->position()))});
    }
    return calls;
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
    for (const std::string_view candidate : words) {
        if (candidate == word) return true;
    }
    return false;
}

std::set<std::string> linksIn(const Call& call) {
    std::set<std::string> links;
    bool isLink = call.command == "target_link_libraries";
    for (std::size_t i = 1; i < call.words.size(); ++i) {
        const std::string& word = call.words[i];
        if (isOneOf(word, {"PUBLIC", "PRIVATE", "INTERFACE"})) continue;
        if (isOneOf(word, {"LINKS", "PRIVATE_LINKS"})) {
            isLink = true;
        } else if (isOneOf(word, {"SOURCES", "PRECOMPILE", "LABEL", "TIMEOUT", "ARGS", "SERIAL"})) {
            isLink = false;
        } else if (isLink) {
            links.insert(word);
        }
    }
    return links;
}

}  // namespace

CmakeTargets::CmakeTargets(const SourceTree& tree) {
    for (const SourceFile& file : tree.files()) {
        if (file.name() != "CMakeLists.txt") continue;
        for (const Call& call : callsOf(file)) {
            if (call.words.empty() || call.words[0].find('$') != std::string::npos) continue;
            const bool declares =
                isOneOf(call.command, {"tessera_library", "tessera_program", "tessera_test",
                                       "add_library", "add_executable"});
            if (!declares && call.command != "target_link_libraries") continue;
            CmakeTarget& target = targets_[call.words[0]];
            if (declares) {
                target.name = call.words[0];
                target.folder = file.folder();
                target.path = file.path;
                target.line = call.line;
                homes_.insert(target.folder);
            }
            target.links.merge(linksIn(call));
        }
    }
    std::erase_if(targets_, [](const auto& entry) { return entry.second.name.empty(); });
}

std::string_view CmakeTargets::homeOf(std::string_view folder) const {
    for (;;) {
        const auto found = homes_.find(folder);
        if (found != homes_.end()) return *found;
        const std::size_t slash = folder.rfind('/');
        if (slash == std::string_view::npos) return {};
        folder = folder.substr(0, slash);
    }
}

std::set<std::string> CmakeTargets::linkedFolders(const std::string& name) const {
    std::set<std::string> seen;
    std::set<std::string> folders;
    std::vector<std::string> next = {name};
    while (!next.empty()) {
        const auto target = targets_.find(next.back());
        next.pop_back();
        if (target == targets_.end() || !seen.insert(target->first).second) continue;
        if (target->first != name) folders.insert(target->second.folder);
        next.insert(next.end(), target->second.links.begin(), target->second.links.end());
    }
    return folders;
}

std::set<std::string> CmakeTargets::linkedFoldersOf(std::string_view home) const {
    std::set<std::string> folders;
    for (const auto& [name, target] : targets_) {
        if (target.folder == home) folders.merge(linkedFolders(name));
    }
    return folders;
}

}  // namespace tessera::check
