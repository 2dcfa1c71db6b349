// SPDX-License-Identifier: Apache-2.0
#include "tests/support/temp_dir.h"

#include <cstdlib>
#include <system_error>

#include "shared/base/check.h"

namespace tessera::test {

TempDir::TempDir(const std::string& name) {
    std::string pattern =
        (std::filesystem::temp_directory_path() / ("tessera-" + name + "-XXXXXX")).string();
    TESSERA_CHECK(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
}

TempDir::~TempDir() {
    std::error_code ignored;  // A folder left behind fails no test.
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace tessera::test
