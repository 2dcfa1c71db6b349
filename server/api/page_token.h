// SPDX-License-Identifier: Apache-2.0
// Page tokens of ListEvents: where the page before ended, bound to its query. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "shared/base/ids.h"
#include "shared/base/time.h"

namespace tessera::api {

using PagePosition = std::pair<Instant, EventId>;

// `conditions` is any text that says the query; a token is good for the same conditions only.
std::string makePageToken(PagePosition last, std::string_view conditions);
std::optional<PagePosition> readPageToken(std::string_view token, std::string_view conditions);

}  // namespace tessera::api
