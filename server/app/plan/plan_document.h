// SPDX-License-Identifier: Apache-2.0
// Parses the JSON of a plan, keeping only keys that an import reads, within bounds.
//
// Keys that are not known take no memory, however large their values. Pure; any thread.
// Internal to app/plan.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>
#include <tl/expected.hpp>

#include "server/app/plan/plan_import.h"

namespace tessera::plan {

// An object is a vector of its few members here: half the memory and time of a tree.
using Json = nlohmann::ordered_json;

tl::expected<Json, PlanError> parseDocument(std::string_view text,
                                            const PlanImportOptions& options);

}  // namespace tessera::plan
