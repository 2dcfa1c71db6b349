// SPDX-License-Identifier: Apache-2.0
// What a call is about, as its message names it, against what an approval was given for.
//
// Pure; thread-safe.
#pragma once

#include <cstdint>

#include "server/api/call.h"
#include "shared/base/ids.h"

namespace tessera::api {

// Whether the request names that event (0: and none), and as its order, reservation or shift the
// subject; 0: whichever it names. REQUIRES: the call's message was read.
bool isAbout(const Call& call, EventId event, std::int64_t subject);

}  // namespace tessera::api
