// SPDX-License-Identifier: Apache-2.0
// A folder of a test's own, removed with everything in it when the object goes.
//
// Not deterministic (its name is random). Not thread-safe. Owns the folder.
#pragma once

#include <filesystem>
#include <string>

namespace tessera::test {

class TempDir {
public:
    // Makes <temporary folder>/tessera-<name>-XXXXXX; aborts where that is impossible.
    explicit TempDir(const std::string& name = "test");
    ~TempDir();
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

}  // namespace tessera::test
