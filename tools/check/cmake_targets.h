// SPDX-License-Identifier: Apache-2.0
// The targets that the CMakeLists.txt files of a tree declare, and what they link.
//
// Reads the text, not CMake's model: names behind variables are not seen, and the house does not
// use them for its own targets. Pure and deterministic.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tools/check/source_tree.h"

namespace tessera::check {

struct CmakeTarget {
    std::string name;
    std::string folder;  // Of the CMakeLists.txt that declares it.
    std::string path;    // That CMakeLists.txt.
    int line = 0;
    std::set<std::string> links;  // As written, the house's own and others.
};

class CmakeTargets {
public:
    explicit CmakeTargets(const SourceTree& tree);

    const std::map<std::string, CmakeTarget>& all() const { return targets_; }

    // The nearest folder at or above `folder` that declares a target; "" if there is none.
    std::string_view homeOf(std::string_view folder) const;

    // Folders of the targets that `name` links, directly or through others; its own is not added.
    std::set<std::string> linkedFolders(const std::string& name) const;

    // The same for all targets of one folder together.
    std::set<std::string> linkedFoldersOf(std::string_view home) const;

private:
    std::map<std::string, CmakeTarget> targets_;
    std::set<std::string, std::less<>> homes_;
};

}  // namespace tessera::check
