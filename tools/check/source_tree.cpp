// SPDX-License-Identifier: Apache-2.0
#include "tools/check/source_tree.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace tessera::check {
namespace {

namespace fs = std::filesystem;

FileKind kindOf(const fs::path& path, std::string_view text) {
    const std::string name = path.filename().string();
    const std::string extension = path.extension().string();
    if (extension == ".cpp") return FileKind::Cpp;
    if (extension == ".h") return FileKind::Header;
    // Qt's translations have the same ending.
    const bool isXml = text.starts_with("<?xml");
    if (!isXml && (extension == ".ts" || extension == ".tsx")) return FileKind::TypeScript;
    if (extension == ".sql") return FileKind::Sql;
    if (extension == ".proto") return FileKind::Proto;
    if (extension == ".md") return FileKind::Markdown;
    if (extension == ".cmake" || name == "CMakeLists.txt") return FileKind::CMake;
    if (extension == ".sh" || text.starts_with("#!/usr/bin/env bash")) return FileKind::Shell;
    return FileKind::Other;
}

bool isLeftOut(const fs::directory_entry& entry, bool atRoot) {
    const std::string name = entry.path().filename().string();
    static constexpr std::array kOutside = {"build", "node_modules", "dist"};
    if (std::ranges::find(kOutside, name) != kOutside.end()) return true;
    return name.starts_with('.') && !(atRoot && name == ".ci");
}

Result<std::string> readText(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(in), {});
    if (in.bad() || !in.is_open()) return failure("cannot read " + path.string());
    return text;
}

}  // namespace

bool SourceFile::isUnder(std::string_view folder) const {
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

std::string_view SourceFile::folder() const {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string_view()
                                      : std::string_view(path).substr(0, slash);
}

std::string_view SourceFile::name() const {
    return std::string_view(path).substr(path.rfind('/') + 1);
}

Result<SourceTree> SourceTree::load(const fs::path& root) {
    std::error_code error;
    SourceTree tree;
    tree.root_ = fs::canonical(root, error);
    if (error) return failure("no folder " + root.string() + ": " + error.message());
    fs::recursive_directory_iterator entries(tree.root_, error);
    for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
        if (isLeftOut(*entries, entries.depth() == 0)) {
            entries.disable_recursion_pending();
            continue;
        }
        if (!entries->is_regular_file()) continue;
        Result<std::string> text = readText(entries->path());
        if (!text) return tl::make_unexpected(text.error());
        const FileKind kind = kindOf(entries->path(), *text);
        const std::string path = entries->path().lexically_relative(tree.root_).generic_string();
        // Seating plans and pictures are megabytes that no rule looks into.
        if (kind == FileKind::Other && text->size() > 100'000) text->clear();
        tree.files_.push_back({path, kind, *std::move(text)});
    }
    if (error) return failure("cannot walk " + root.string() + ": " + error.message());
    std::ranges::sort(tree.files_, {}, &SourceFile::path);
    return tree;
}

const SourceFile* SourceTree::find(std::string_view path) const {
    const auto found = std::ranges::lower_bound(files_, path, {}, &SourceFile::path);
    return found != files_.end() && found->path == path ? &*found : nullptr;
}

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

int lineAt(std::string_view text, std::size_t offset) {
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, offset), '\n'));
}

}  // namespace tessera::check
