// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "tools/check/cmake_targets.h"
#include "tools/check/code_view.h"
#include "tools/check/house_rooms.h"
#include "tools/check/rule_includes.h"

namespace tessera::check {
namespace {

constexpr std::string_view kRule = "links";

void judgeTargets(const CmakeTargets& targets, Findings& findings) {
    for (const auto& [name, target] : targets.all()) {
        const Room* room = roomOf(target.folder);
        if (room == nullptr) continue;
        for (const std::string& folder : targets.linkedFolders(name)) {
            if (mayKnow(*room, folder)) continue;
            findings.push_back({std::string(kRule), target.path, target.line,
                                name + " must not link anything of " + folder});
        }
    }
}

void judgeFile(const SourceFile& file, const CmakeTargets& targets, Findings& findings) {
    const std::string_view home = targets.homeOf(file.folder());
    if (home != file.folder()) {
        findings.push_back({std::string(kRule), file.path, 0,
                            "its folder is not a target: every folder has a CMakeLists.txt"});
        return;
    }
    const std::set<std::string> linked = targets.linkedFoldersOf(home);
    for (const Include& include : includesOf(file)) {
        if (!isOfTheHouse(include.path)) continue;
        const std::string other = include.path.substr(0, include.path.rfind('/'));
        if (other == home || linked.contains(std::string(targets.homeOf(other)))) continue;
        findings.push_back({std::string(kRule), file.path, include.line,
                            "no target of " + std::string(home) + " links " + other});
    }
}

}  // namespace

Findings checkLinks(const SourceTree& tree) {
    const CmakeTargets targets(tree);
    Findings findings;
    judgeTargets(targets, findings);
    for (const SourceFile& file : tree.files()) {
        if (file.isCpp() && isOfTheHouse(file.path)) judgeFile(file, targets, findings);
    }
    return findings;
}

}  // namespace tessera::check
