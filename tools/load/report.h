// SPDX-License-Identifier: Apache-2.0
// What a run is shown as: a table, build/reports/onsale.json, and a page with plots. Pure but for
// writing the files.
#pragma once

#include <string>
#include <vector>

#include "shared/base/result.h"
#include "tools/load/figures.h"

namespace tessera::load {

// What is asked of a run beyond a definite answer for everybody and an audit without findings.
struct Asked {
    bool fullRush = false;   // 20,000 within a second: in 15 s, reserve p99 1 s, every place sold.
    bool comesBack = false;  // Some walk away or are declined: what they held is sold to others.
    bool kill = false;       // The server is killed and started again.
};

// What the run had to show, and did not. Where nothing comes back, nobody who would have taken any
// seat is refused while a place is left.
std::vector<std::string> broken(const Figures& figures, const Asked& asked);

std::string tableOf(const Figures& figures);
std::string jsonOf(const Figures& figures, const std::string& when);
// Self-contained: inline SVG, no scripts, nothing fetched.
std::string htmlOf(const Figures& figures, const std::string& when,
                   const std::vector<std::string>& faults);

Status writeFile(const std::string& path, const std::string& text);

}  // namespace tessera::load
