// SPDX-License-Identifier: Apache-2.0
// The figures of a test that measures, as every command that measures writes them.
//
// Writes build/reports/<name>.json of the working copy: {"name", "when", "figures": {…},
// "measured": {…}}, where `when` is the last time that anything was written, and `measured` has by
// the figure's name when that one was. Not thread-safe; processes may add to one report side by
// side.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tessera::test {

using Figures = std::vector<std::pair<std::string, double>>;

// A report of the same name is replaced. A file that cannot be written fails the running test.
// REQUIRES: names of [a-z0-9_].
void writeReport(const std::string& name, const Figures& figures);

// The same, but what others have measured for that report stays in it, and when: only these are
// replaced.
void addToReport(const std::string& name, const Figures& figures);

}  // namespace tessera::test
