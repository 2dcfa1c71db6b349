// SPDX-License-Identifier: Apache-2.0
// Who calls at the staff port, and whether the method's option lets them: judged before the message
// is read.
//
// Thread-safe; costs no query: what the desk has read last decides. Refers to its parts.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "server/api/call.h"
#include "server/app/staff/desk.h"

namespace tessera::api {

class StaffGate {
public:
    // `app` for its time.
    StaffGate(const staff::Desk& desk, const app::App& app) : desk_(desk), app_(app) {}

    // The least version of an app that is let in, "1.4.0"; empty: every one is. Before the first
    // call. REQUIRES: it is a version, or empty.
    void demand(std::string versionMin) { versionMin_ = std::move(versionMin); }

    // APP_TOO_OLD, before anything else: also of one that does not say which it is, where there is
    // a least one.
    std::optional<app::Problem> tooOld(const Presented& presented) const;

    // In order of precedence: DEVICE_CERTIFICATE_MISSING, DEVICE_UNKNOWN, DEVICE_OVER,
    // SESSION_MISSING, SESSION_INVALID, PERMISSION_MISSING, APPROVAL_NEEDED.
    app::Answer<StaffCaller> judge(const MethodInfo& method, const Presented& presented) const;

private:
    const staff::Desk& desk_;
    const app::App& app_;
    std::string versionMin_;
};

// PERMISSION_MISSING or APPROVAL_NEEDED, where the role has not the permission always.
std::optional<app::Problem> missingOf(staff::Role role, staff::Permission permission);

// What a method's option cannot say of a session, for it depends on the message: an invoice is sold
// on account. Nothing changes for who has no session.
app::Answer<app::TenderAsk> mayPay(const Call& call, app::Answer<app::TenderAsk> ask);

// Whatever the desk refuses. REQUIRES: not Done.
app::Problem problemOf(staff::DeskOutcome outcome);

}  // namespace tessera::api
