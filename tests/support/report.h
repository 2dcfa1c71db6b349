// SPDX-License-Identifier: Apache-2.0
// The figures of a test that measures, as every command that measures writes them.
//
// Writes build/reports/<name>.json of the working copy: {"name", "when", "figures": {…}}. Not
// thread-safe; a report of the same name is replaced.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tessera::test {

using Figures = std::vector<std::pair<std::string, double>>;

// A file that cannot be written fails the running test. REQUIRES: names of [a-z0-9_].
void writeReport(const std::string& name, const Figures& figures);

}  // namespace tessera::test
