// SPDX-License-Identifier: Apache-2.0
// When the faults are over: everything settles, and the auditor counts. Blocks, with deadlines; for
// the thread that made the stack.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/chaos/clerk.h"
#include "tests/chaos/sandbox.h"

namespace tessera::chaos {

struct Audited {
    bool ran = false;
    std::int64_t rows = 0;
    std::int64_t answers = 0;
    std::int64_t findings = 0;
    std::int64_t manualOrders = 0;
    std::int64_t manualRefunds = 0;
    std::vector<std::string> rules{};  // Of the findings, each once.
    std::string table{};
};

// Who has to be there when it gets calm.
struct Present {
    integration::Stack& stack;
    audit::Database& database;
    Sandbox& sandbox;
    Clerk& clerk;
};

// Seconds until no hold, order, call or refund was open any more and the sandbox wrote nothing, for
// two seconds; below zero: something still is.
double settle(const Present& there, int secondsMax);
// What is still open, for people.
std::string openNow(const integration::Stack& stack);
Audited audit(const integration::Stack& stack, const std::string& answersFile);

// Of the faults that the auditor's own test plants in a copy of what it judged.
struct Selftested {
    bool passed = true;
    std::int64_t planted = 0;
    std::int64_t reported = 0;
    std::string table{};
};
Selftested selftest(const integration::Stack& stack, const std::string& answersFile);

}  // namespace tessera::chaos
