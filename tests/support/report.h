// SPDX-License-Identifier: Apache-2.0
// The figures of a test that measures, as every command that measures writes them.
//
// Writes build/reports/<name>.json of the working copy: {"name", "when", "figures": {…}}. Not
// thread-safe; processes may add to one report side by side.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tessera::test {

using Figures = std::vector<std::pair<std::string, double>>;

// A report of the same name is replaced. A file that cannot be written fails the running test.
// REQUIRES: names of [a-z0-9_].
void writeReport(const std::string& name, const Figures& figures);

// The same, but what others have measured for that report stays in it: only these are replaced.
void addToReport(const std::string& name, const Figures& figures);

}  // namespace tessera::test
