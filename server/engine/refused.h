// SPDX-License-Identifier: Apache-2.0
// What a command that is refused answers. Pure.
#pragma once

#include "server/engine/event_engine.h"

namespace tessera::engine {

// `when`: as Outcome's, where the refusal has one.
inline Outcome refused(Refusal refusal, Instant when = {}) {
    Outcome outcome;
    outcome.refusal = refusal;
    outcome.when = when;
    return outcome;
}

}  // namespace tessera::engine
