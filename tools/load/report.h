// SPDX-License-Identifier: Apache-2.0
// What a run is shown as: a table, build/reports/onsale.json, and a page with plots. Pure but for
// writing the files.
#pragma once

#include <string>
#include <vector>

#include "shared/base/result.h"
#include "tools/load/figures.h"

namespace tessera::load {

// What the run had to show, and did not.
std::vector<std::string> broken(const Figures& figures, bool fullRush);

std::string tableOf(const Figures& figures);
std::string jsonOf(const Figures& figures, const std::string& when);
// Self-contained: inline SVG, no scripts, nothing fetched.
std::string htmlOf(const Figures& figures, const std::string& when,
                   const std::vector<std::string>& faults);

Status writeFile(const std::string& path, const std::string& text);

}  // namespace tessera::load
