// SPDX-License-Identifier: Apache-2.0
// The checks, each on its own: pure functions from rows (and answers) to findings.
#pragma once

#include <vector>

#include "tools/audit/answers.h"
#include "tools/audit/indexed.h"
#include "tools/audit/report.h"

namespace tessera::audit {

void checkOwners(const Indexed& rows, Report& report);                                       // A1
void checkSeatRows(const Indexed& rows, Report& report);                                     // A2
void checkSums(const Indexed& rows, Report& report);                                         // A3
void checkAnswers(const Indexed& rows, const std::vector<Answer>& answers, Report& report);  // A4
void checkMoney(const Indexed& rows, Report& report);                                        // A5
void checkCaptures(const Indexed& rows, Report& report);                                     // A6
// `now` in microseconds: the database's clock when the rows were read.
void checkRest(const Indexed& rows, std::int64_t now, Report& report);  // A7

// `answers`: of a buyer's cancel only what was sent counts, where it was written down.
void checkPromise(const Indexed& rows, const std::vector<Answer>& answers, Report& report);  // A8
void checkReleases(const Indexed& rows, Report& report);                                     // A9
void checkKeys(const Indexed& rows, Report& report);                                         // A10

void checkShifts(const Indexed& rows, Report& report);  // A11

// "event 12 seat 7", for findings.
std::string where(std::int64_t event, const char* kind, std::int64_t id);

}  // namespace tessera::audit
