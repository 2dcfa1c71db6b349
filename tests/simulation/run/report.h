// SPDX-License-Identifier: Apache-2.0
// The form of the reports in build/reports: {"name", "when", "figures": {…}}, and what is beside
// the figures.
//
// Reads the wall clock, for "when" alone.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace tessera::simulation {

nlohmann::ordered_json reportOf(const std::string& name, nlohmann::ordered_json figures);

// Makes the folder, too; false if the file cannot be written.
bool writeJson(const nlohmann::ordered_json& report, const std::string& file);

}  // namespace tessera::simulation
