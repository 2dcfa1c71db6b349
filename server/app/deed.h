// SPDX-License-Identifier: Apache-2.0
// Who of staff gives a command, and by whose approval: it goes with the command to the event's
// owner, who writes it into the trail.
//
// Plain values.
#pragma once

#include <optional>

#include "shared/base/ids.h"
#include "shared/base/time.h"

namespace tessera::app {

// A supervisor's word for one command, judged by the edge but for what only the owner knows:
// whether it is over by now, and whether it was used.
struct GivenApproval {
    ApprovalId id;
    StaffId by;
    Instant until;             // Open end.
    bool ofMoneyBack = false;  // Needed, and used, only if money goes back.
};

// Whose a command is, where a session of staff gave it.
struct Deed {
    StaffId by;
    DeviceId device;
    std::optional<GivenApproval> approval;
};

}  // namespace tessera::app
