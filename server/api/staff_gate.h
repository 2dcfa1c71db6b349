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
    // SESSION_MISSING, SESSION_INVALID, PERMISSION_MISSING, APPROVAL_NEEDED, APPROVAL_INVALID.
    app::Answer<StaffCaller> judge(const MethodInfo& method, const Presented& presented) const;

private:
    const staff::Desk& desk_;
    const app::App& app_;
    std::string versionMin_;
};

// PERMISSION_MISSING, APPROVAL_NEEDED or APPROVAL_INVALID, where the caller's role has not the
// permission always and the call has brought no approval of it. For what, is not judged.
std::optional<app::Problem> missingOf(const StaffCaller& caller, staff::Permission permission);

// The same whatever approval was brought: of what is about no event, where none is used up.
std::optional<app::Problem> missingAlone(StaffCaller caller, staff::Permission permission);

// What lets a caller do what needs the permission: nothing, or its approval. Once the message is
// read; as missingOf, and APPROVAL_INVALID where it is for another event or subject. That it is
// over says who knows whether the command was done in time: the event's owner.
app::Answer<std::optional<staff::Approval>> grantFor(const Call& call,
                                                     staff::Permission permission);

// The approval that a call has brought of that, for what it is about and nothing else; nothing: it
// has brought none. Any other is APPROVAL_INVALID.
app::Answer<std::optional<staff::Approval>> broughtFor(const Call& call,
                                                       staff::Permission permission);

app::GivenApproval givenBy(const staff::Approval& approval);

// What a method's option cannot say of a session, for it depends on the message: an invoice is sold
// on account, and names whom to bill. For who has no session cash may not say that it is a shift's.
app::Answer<app::TenderAsk> mayPay(Call& call, app::Answer<app::TenderAsk> ask);

// How much money a session may let go back; nothing: all, and whoever has no session.
app::Answer<std::optional<engine::BackLimit>> backLimitOf(Call& call);

// The same of a price: what is given away, and other prices than the event's. How much it comes to
// (RepriceReservation::giveAwayMost), and whether what no approval was brought for stands so
// already (onlyKept), is for the engine to say.
std::optional<app::Problem> mayReprice(Call& call, engine::RepriceReservation& wanted);

// Whatever the desk refuses. REQUIRES: not Done.
app::Problem problemOf(staff::DeskOutcome outcome);

}  // namespace tessera::api
