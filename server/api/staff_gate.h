// SPDX-License-Identifier: Apache-2.0
// Who calls at the staff port, and whether the method's option lets them: judged before the message
// is read.
//
// Thread-safe; costs no query: what the desk has read last decides. Refers to its parts.
#pragma once

#include "server/api/call.h"
#include "server/app/staff/desk.h"

namespace tessera::api {

class StaffGate {
public:
    // `app` for its time.
    StaffGate(const staff::Desk& desk, const app::App& app) : desk_(desk), app_(app) {}

    // In order of precedence: DEVICE_CERTIFICATE_MISSING, DEVICE_UNKNOWN, DEVICE_OVER,
    // SESSION_MISSING, SESSION_INVALID, PERMISSION_MISSING, APPROVAL_NEEDED.
    app::Answer<StaffCaller> judge(const MethodInfo& method, const Presented& presented) const;

private:
    const staff::Desk& desk_;
    const app::App& app_;
};

// Whatever the desk refuses. REQUIRES: not Done.
app::Problem problemOf(staff::DeskOutcome outcome);

}  // namespace tessera::api
