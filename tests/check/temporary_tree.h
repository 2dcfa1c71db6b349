// SPDX-License-Identifier: Apache-2.0
// A small tree of files on disk in which a test plants a violation of a house rule.
//
// Not thread-safe. Owns its folder and removes it.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tools/check/source_tree.h"

namespace tessera::check {

class TemporaryTree {
public:
    TemporaryTree() {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "tessera-check-XXXXXX").string();
        root_ = ::mkdtemp(pattern.data());
    }
    ~TemporaryTree() {
        std::error_code ignored;
        std::filesystem::remove_all(root_, ignored);
    }
    TemporaryTree(const TemporaryTree&) = delete;
    TemporaryTree& operator=(const TemporaryTree&) = delete;

    TemporaryTree& write(const std::string& path, const std::string& text) {
        std::filesystem::create_directories((root_ / path).parent_path());
        std::ofstream(root_ / path, std::ios::binary) << text;
        return *this;
    }

    const std::filesystem::path& root() const { return root_; }

    SourceTree load() const {
        Result<SourceTree> tree = SourceTree::load(root_);
        if (!tree) ADD_FAILURE() << tree.error().message;
        return tree ? *std::move(tree) : SourceTree();
    }

private:
    std::filesystem::path root_;
};

inline const std::string kSpdx = "// SPDX-License-Identifier: Apache-2.0\n";

// "path:line message" of each finding.
template <class Findings>
std::vector<std::string> toLines(const Findings& findings) {
    std::vector<std::string> lines;
    for (const auto& finding : findings) {
        lines.push_back(finding.path + ":" + std::to_string(finding.line) + " " + finding.message);
    }
    return lines;
}

}  // namespace tessera::check
