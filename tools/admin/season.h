// SPDX-License-Identifier: Apache-2.0
// Imports a season by the REST API: venues, layouts, events on sale, and what is sold out is
// bought.
//
// Blocks on the network; venues are imported side by side. Idempotent as far as it can be seen: an
// event that is listed with its name at its venue stays as it is (one to be sold out gets its last
// places bought), a venue that has a listed event is used again. What an interrupted run left in
// draft is not listed, and is made anew.
#pragma once

#include <string>

#include "server/runtime/secrets.h"
#include "shared/base/result.h"
#include "tools/admin/season_file.h"

namespace tessera::admin {

struct SeasonOptions {
    std::string url;      // As RestOptions has it.
    runtime::Secret key;  // With admin:venues, admin:events and admin:sale.
    std::string planFolder;
    Season season;
    Instant now;  // By it "today" is told in each zone.
};

struct SeasonReport {
    int made = 0;
    int found = 0;  // Were there already.
    int placesBought = 0;
};

// The first Error ends the import; other venues finish the event that they are at.
Result<SeasonReport> importSeason(const SeasonOptions& options);

}  // namespace tessera::admin
