// SPDX-License-Identifier: Apache-2.0
// Runs each mutant until it is caught, and tells by which check and after how many seeds.
//
// A mutant is a program in a folder, tessera-sim itself but for one piece; it runs as a process.
// The specs say which there are: one whose program is missing is not caught. What is not caught in
// its time fails the whole. A hang, a want of memory or two hashes of one seed catch nothing
// (isCaught).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tessera::simulation {

struct MutantOptions {
    std::string folder;       // Of the programs.
    std::string specs;        // Of their *.mutant files, for the stories.
    std::string unitResults;  // A file per mutant that the unit tests have seen, "pass" or not.
    double secondsMax = 120;
    int jobs = 2;
    std::vector<std::string> only;  // Empty: all; a name that no spec has fails.
};

struct MutantResult {
    std::string name;
    std::string story;
    bool caught = false;
    std::string check;       // "S1" … of the finding that caught it; "abort".
    std::string finding;     // That one, or what happened instead.
    std::int64_t seeds = 0;  // Until then.
    std::uint64_t seed = 0;  // That shows it.
    double seconds = 0;
    // NotOfServer: no unit test could see a piece of the simulated database.
    enum class Unit { Unknown, Passes, Fails, NotOfServer } unit = Unit::Unknown;
};

// In the order of their names, each told on standard output as it ends.
std::vector<MutantResult> runMutants(const MutantOptions& options);

// build/reports/mutants.json; false if the file cannot be written.
bool writeReport(const std::vector<MutantResult>& results, const std::string& file);
// A table in Markdown.
std::string toTable(const std::vector<MutantResult>& results);

}  // namespace tessera::simulation
