// SPDX-License-Identifier: Apache-2.0
// A till that prints one ticket and is killed at a step of it: the child process of crash_test.cpp.
//
// Its link and its ledger count what is about to be done and what has just been done, and end the
// process by SIGKILL at the step it was told. Steps of one job come in one order, so a number names
// a step.
#pragma once

#include <QString>
#include <string>
#include <vector>

namespace tessera::qt {

inline constexpr const char* kTillWords = "SEAT 14";

// The command line of a till that is killed at `step` (0: never) or, with `holds`, opens the queue,
// says "open" and waits to be killed.
struct TillOrder {
    QString file{};
    int port = 0;
    int step = 0;
    bool holds = false;
};
std::vector<std::string> crashingTill(const TillOrder& order);

bool isCrashingTill(int argc, char** argv);
// Says "queued" once the job is in the queue, and "printed" with the number of steps at the end.
int runCrashingTill(int argc, char** argv);

}  // namespace tessera::qt
