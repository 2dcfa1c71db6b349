// SPDX-License-Identifier: Apache-2.0
// One broken rule at one place. Plain data: deterministic, owns its strings.
#pragma once

#include <string>
#include <vector>

namespace tessera::check {

struct Finding {
    std::string rule;  // The name that `./tessera check RULE` takes.
    std::string path;  // Relative to the root of the tree.
    int line = 0;      // From 1; 0 says that it is about the whole file.
    std::string message;

    auto operator<=>(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

}  // namespace tessera::check
