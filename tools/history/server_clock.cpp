// SPDX-License-Identifier: Apache-2.0
#include "tools/history/server_clock.h"

#include <algorithm>

namespace tessera::history {

void ServerClock::settle() {
    std::sort(seen_.begin(), seen_.end());
    std::int64_t latest = INT64_MIN;
    for (auto& [server, begin] : seen_) begin = latest = std::max(latest, begin);
}

std::int64_t ServerClock::notBefore(std::int64_t server) const {
    const auto after = std::upper_bound(seen_.begin(), seen_.end(),
                                        std::pair(server - slack_, std::int64_t{INT64_MAX}));
    return after == seen_.begin() ? INT64_MIN : std::prev(after)->second;
}

std::int64_t ServerClock::latestBy(
    std::int64_t begin, const std::vector<std::pair<std::int64_t, std::int64_t>>& ended) {
    const auto after =
        std::lower_bound(ended.begin(), ended.end(), std::pair(begin, std::int64_t{INT64_MIN}));
    return after == ended.begin() ? 0 : std::prev(after)->second;
}

}  // namespace tessera::history
