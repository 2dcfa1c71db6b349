// SPDX-License-Identifier: Apache-2.0
// Runs of servers that are wrong in one place: each must be found by the audit.
//
// Each run is a process of its own, aimed (aims.h) at what is wrong; blocks.
#pragma once

#include <string>
#include <vector>

namespace tessera::chaos {

struct MutantOptions {
    std::string programs;  // The folder of the wrong servers.
    std::string specs;     // The folder of what is wrong with them, *.mutant.
    std::vector<std::string> only{};
    std::string report{};
    int runsMax = 3;  // Of one mutant, each with another seed.
    int jobs = 2;     // At a time.
};

// Exit code: 0 if all were found.
int runMutants(const MutantOptions& options);

}  // namespace tessera::chaos
