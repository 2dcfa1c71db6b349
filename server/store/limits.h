// SPDX-License-Identifier: Apache-2.0
// How long the store waits for what, and how far back it looks.
//
// Constants: a store that is no PostgreSQL (tests/simulation/database) keeps the same ones.
#pragma once

#include <cstdint>

#include "shared/base/time.h"

namespace tessera::store {

// Of one call of Store and Catalog; of a batch from sending to its answer.
inline constexpr Duration kCallDeadline = Duration::ofSeconds(10);
// Of one call of Nodes: a beat that takes longer is none.
inline constexpr Duration kNodesDeadline = Duration::ofSeconds(2);
// Whole seconds: libpq counts in them.
inline constexpr Duration kConnectTimeout = Duration::ofSeconds(2);

// A batch whose event's fence somebody has locked gives up, so as not to keep those that share its
// connection.
inline constexpr Duration kLockTimeout = Duration::ofMillis(500);
// A take-over that is blocked so long ends its blockers (DESIGN 5), and looks again so often.
inline constexpr Duration kBlockedPatience = Duration::ofMillis(300);
inline constexpr Duration kBlockedLookAgain = Duration::ofMillis(100);

// What a take-over loads of requests: those of this time, at most so many.
inline constexpr Duration kRequestsRemembered = Duration::ofMinutes(10);
inline constexpr std::int32_t kRequestsLoadedMax = 200000;
// What a take-over loads of approvals that were used: those of this time, for none is good longer,
// at most so many. Of what is beyond, the trail itself refuses a second use.
inline constexpr Duration kApprovalsRemembered = Duration::ofMinutes(3);
inline constexpr std::int32_t kApprovalsLoadedMax = 20000;
// A client may stamp an id with a time so far ahead of the server's (DESIGN 2).
inline constexpr Duration kStampAheadMax = Duration::ofSeconds(10);

}  // namespace tessera::store
