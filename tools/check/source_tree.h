// SPDX-License-Identifier: Apache-2.0
// The files that the house rules are about, read once.
//
// Deterministic: files come in the order of their paths. Immutable after loading, so any number of
// threads may read it. Owns every text.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace tessera::check {

enum class FileKind { Cpp, Header, TypeScript, Shell, CMake, Sql, Proto, Markdown, Other };

struct SourceFile {
    std::string path;  // Relative to the root, with '/'.
    FileKind kind = FileKind::Other;
    std::string text;

    bool isCpp() const { return kind == FileKind::Cpp || kind == FileKind::Header; }
    // Everything that a person writes and a compiler, shell or database reads.
    bool isCode() const { return kind != FileKind::Markdown && kind != FileKind::Other; }
    bool isUnder(std::string_view folder) const;
    std::string_view folder() const;  // Without the last '/'; empty at the root.
    std::string_view name() const;
};

class SourceTree {
public:
    // Reads what is under `root`. Left out: build folders, dependencies that npm fetched, and
    // hidden files other than .ci/.
    static Result<SourceTree> load(const std::filesystem::path& root);

    // Canonical.
    const std::filesystem::path& root() const { return root_; }
    const std::vector<SourceFile>& files() const { return files_; }
    // Null if there is no such file.
    const SourceFile* find(std::string_view path) const;

private:
    std::filesystem::path root_;
    std::vector<SourceFile> files_;
};

// The lines of `text` without their line ends; a last line without one counts.
std::vector<std::string_view> linesOf(std::string_view text);

// From 1. REQUIRES: offset <= text.size().
int lineAt(std::string_view text, std::size_t offset);

}  // namespace tessera::check
