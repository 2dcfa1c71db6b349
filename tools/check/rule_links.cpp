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

constexpr std::string_view kLinksRule = "links";

void judgeTargets(const CmakeTargets& targets, Findings& findings) {
    for (const auto& [name, target] : targets.all()) {
        const Room* room = roomOf(target.folder);
        if (room == nullptr) continue;
        for (const std::string& folder : targets.linkedFolders(name)) {
            if (mayKnow(*room, folder)) continue;
            findings.push_back({std::string(kLinksRule), target.path, target.line,
                                name + " must not link anything of " + folder});
        }
    }
}

// A fixture or model may have a folder of its own below its tests; product folders are targets.
bool isTarget(std::string_view folder, std::string_view home) {
    return home == folder || (!home.empty() && isIn(folder, "tests"));
}

void judgeFile(const SourceFile& file, const CmakeTargets& targets, Findings& findings) {
    const std::string_view home = targets.homeOf(file.folder());
    if (!isTarget(file.folder(), home)) {
        findings.push_back({std::string(kLinksRule), file.path, 0,
                            "its folder is not a target: every folder has a CMakeLists.txt"});
        return;
    }
    const std::set<std::string> linked = targets.linkedFoldersOf(home);
    for (const Include& include : includesOf(file)) {
        // A test may use what lies beside another test; the linker sees what it misses.
        if (!isOfTheHouse(include.path) || isIn(include.path, "tests")) continue;
        const std::string_view other =
            targets.homeOf(std::string_view(include.path).substr(0, include.path.rfind('/')));
        if (other == home || linked.contains(std::string(other))) continue;
        findings.push_back({std::string(kLinksRule), file.path, include.line,
                            "no target of " + std::string(home) + " links " + std::string(other)});
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
