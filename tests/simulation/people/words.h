// SPDX-License-Identifier: Apache-2.0
// Questions and answers in a person's words, and as the numbers that tell one from another.
//
// Pure. The numbers go into the trace's hash and into fingerprints.
#pragma once

#include <optional>
#include <string>

#include "tests/simulation/audit/observed.h"

namespace tessera::simulation {

// Equal for equal bodies; for others nearly never.
Fingerprint fingerprintOf(const Question& question);
// What it is about, as a number.
std::int64_t targetOf(const Question& question);
std::int64_t targetOf(const Said& said);

std::string wordsOf(const Asked& asked);
std::string wordsOf(std::int32_t client, CallNo call, const std::optional<Said>& said);

}  // namespace tessera::simulation
