// SPDX-License-Identifier: Apache-2.0
#include "server/api/staff_gate.h"

#include <algorithm>
#include <utility>

#include "server/api/approval_subject.h"
#include "server/api/bearer.h"
#include "server/api/reasons.h"
#include "server/api/through_drawer.h"
#include "server/runtime/app_version.h"

namespace tessera::api {
namespace {

using app::Answer;
using staff::DeskOutcome;

constexpr std::size_t kApprovalBytesMax = 256;

app::Problem badApproval() {
    return refuse("APPROVAL_INVALID", "The approval is none, or of something else.");
}

}  // namespace

std::optional<app::Problem> missingOf(const StaffCaller& caller, staff::Permission permission) {
    const auto named = nameOf(permission);
    switch (grantOf(caller.role, permission)) {
        case staff::Grant::Always:
            return std::nullopt;
        case staff::Grant::WithApproval:
            if (caller.approval && caller.approval->permission == permission) return std::nullopt;
            if (caller.approval || caller.approvalBad) return badApproval();
            return refuse("APPROVAL_NEEDED", "Somebody must approve that.",
                          {{"required_permission", named}});
        case staff::Grant::Never:
            break;
    }
    return refuse("PERMISSION_MISSING", "The role does not have the permission.",
                  {{"required_permission", named}});
}

std::optional<app::Problem> missingAlone(StaffCaller caller, staff::Permission permission) {
    caller.approval.reset();
    caller.approvalBad = false;
    return missingOf(caller, permission);
}

Answer<std::optional<staff::Approval>> grantFor(const Call& call, staff::Permission permission) {
    const StaffCaller& caller = call.staff();
    if (auto missing = missingOf(caller, permission)) {
        return tl::make_unexpected(std::move(*missing));
    }
    if (grantOf(caller.role, permission) == staff::Grant::Always) return std::nullopt;
    const bool fits = isAbout(call, caller.approval->event, caller.approval->subject);
    if (!fits) return tl::make_unexpected(badApproval());
    return caller.approval;
}

Answer<std::optional<staff::Approval>> broughtFor(const Call& call, staff::Permission permission) {
    const StaffCaller& caller = call.staff();
    if (!caller.approval && !caller.approvalBad) return std::nullopt;
    const bool fits = caller.approval && caller.approval->permission == permission &&
                      caller.approval->subject != 0 &&
                      isAbout(call, caller.approval->event, caller.approval->subject);
    if (!fits) return tl::make_unexpected(badApproval());
    return caller.approval;
}

app::GivenApproval givenBy(const staff::Approval& approval) {
    return {approval.id, approval.by, approval.givenAt + staff::kApprovalLasts};
}

Answer<app::TenderAsk> mayPay(Call& call, Answer<app::TenderAsk> ask) {
    const StaffCaller& caller = call.staff();
    const bool isCash = ask && ask->kind == engine::TenderKind::Cash;
    if (isCash && !caller.session && isOfShift(ask->reference)) {
        return tl::make_unexpected(invalidField("tender.reference", "not one that a shift gives"));
    }
    if (!ask || !caller.session || ask->kind != engine::TenderKind::Invoice) return ask;
    if (ask->customer == 0) {
        return tl::make_unexpected(invalidField("tender.customer", "who is billed, of INVOICE"));
    }
    const auto grant = grantFor(call, staff::Permission::SellOnAccount);
    if (!grant) return tl::make_unexpected(grant.error());
    if (*grant) {
        ask->approvedMost = (*grant)->amountMost;
        call.useApproval(givenBy(**grant));
    }
    return ask;
}

Answer<std::optional<engine::BackLimit>> backLimitOf(Call& call) {
    const StaffCaller& caller = call.staff();
    if (!caller.session) return std::nullopt;
    const bool always = grantOf(caller.role, staff::Permission::Refund) == staff::Grant::Always;
    if (always) return std::nullopt;
    // It may need none: whether money goes back is known where the prices are.
    const bool brought = caller.approvalBad || (caller.approval && caller.approval->permission ==
                                                                       staff::Permission::Refund);
    if (!brought) return engine::BackLimit{};
    const auto grant = grantFor(call, staff::Permission::Refund);
    if (!grant) return tl::make_unexpected(grant.error());
    app::GivenApproval given = givenBy(**grant);
    given.ofMoneyBack = call.method().permission != staff::Permission::Refund;
    call.useApproval(given);
    return engine::BackLimit{true, (*grant)->amountMost};
}

std::optional<app::Problem> mayReprice(Call& call, engine::RepriceReservation& wanted) {
    const StaffCaller& caller = call.staff();
    bool used = false;
    for (const auto& [kind, permission] :
         {std::pair(engine::AdjustmentKind::Complimentary, staff::Permission::Complimentary),
          std::pair(engine::AdjustmentKind::Price, staff::Permission::OverridePrice)}) {
        const bool asked =
            std::any_of(wanted.adjustments.begin(), wanted.adjustments.end(),
                        [kind = kind](const auto& each) { return each.kind == kind; });
        if (!asked) continue;
        const bool brought = caller.approval && caller.approval->permission == permission;
        if (grantOf(caller.role, permission) == staff::Grant::WithApproval && !brought) {
            wanted.onlyKept.push_back(kind);
            continue;
        }
        const auto grant = grantFor(call, permission);
        if (!grant) return grant.error();
        if (!*grant) continue;
        used = true;
        wanted.giveAwayMost = (*grant)->amountMost;
        call.useApproval(givenBy(**grant));
    }
    const bool wrong = caller.approvalBad || (caller.approval && !used);
    if (wrong && !wanted.onlyKept.empty()) return badApproval();
    return std::nullopt;
}

app::Problem problemOf(DeskOutcome outcome) {
    switch (outcome) {
        case DeskOutcome::DeviceUnknown:
            return refuse("DEVICE_UNKNOWN", "The certificate is of no device that is enrolled.");
        case DeskOutcome::DeviceOver:
            return refuse("DEVICE_OVER", "The device was revoked, or its certificate is over.");
        case DeskOutcome::TokenBad:
            return refuse("SESSION_INVALID", "Sign in anew.");
        case DeskOutcome::Locked: {
            const auto minutes = std::to_string(staff::kPinsForgotten.micros / 60'000'000);
            return refuse("SIGN_IN_LOCKED", "Too often wrong.", {{"minutes", minutes}});
        }
        case DeskOutcome::Busy:
            return refuse("OVERLOADED", "Too many sign in at once.");
        case DeskOutcome::Wrong:
            return refuse("SIGN_IN_WRONG", "Login, password or PIN is wrong.");
        case DeskOutcome::Disabled:
            return refuse("ACCOUNT_DISABLED", "The account is disabled.");
        case DeskOutcome::TotpNeeded:
            return refuse("TOTP_NEEDED", "Send the second factor's code.");
        case DeskOutcome::TotpWrong:
            return refuse("TOTP_WRONG", "Not the second factor's code now.");
        case DeskOutcome::NoPin:
            return refuse("PIN_MISSING", "The account has no PIN.");
        case DeskOutcome::NotAllowed:
            return refuse("APPROVAL_NOT_ALLOWED", "Who is to approve may not.");
        case DeskOutcome::Conflict:
            return app::changedMeanwhile();
        case DeskOutcome::Done:
            break;
    }
    return app::internalProblem("No refusal of the desk.");
}

std::optional<app::Problem> StaffGate::tooOld(const Presented& presented) const {
    if (versionMin_.empty()) return std::nullopt;
    const auto least = runtime::parseVersion(versionMin_);
    const std::string_view said = presented.appVersion;
    const auto slash = said.find('/');
    const auto version = slash == 0 || slash == std::string_view::npos
                             ? std::nullopt
                             : runtime::parseVersion(said.substr(slash + 1));
    if (version && *version >= *least) return std::nullopt;
    return refuse("APP_TOO_OLD", "Install a newer version.", {{"version_min", versionMin_}});
}

Answer<StaffCaller> StaffGate::judge(const MethodInfo& method, const Presented& presented) const {
    StaffCaller caller;
    if (method.access == StaffAccess::Anyone) return caller;
    if (presented.certificate.empty()) {
        return tl::make_unexpected(
            refuse("DEVICE_CERTIFICATE_MISSING", "The connection has shown no certificate."));
    }
    const auto device = staff::deviceNameOf(presented.certificate);
    if (!device) return tl::make_unexpected(problemOf(DeskOutcome::DeviceUnknown));
    caller.device = *device;
    const Instant now = app_.serverTime();
    const DeskOutcome enrolled = desk_.standingOf(caller.device, now);
    if (enrolled != DeskOutcome::Done) return tl::make_unexpected(problemOf(enrolled));
    if (method.access == StaffAccess::Device) return caller;
    if (presented.authorization.empty()) {
        return tl::make_unexpected(refuse("SESSION_MISSING", "The call needs a session."));
    }
    if (presented.authorization.size() > kAuthorizationBytesMax) {
        return tl::make_unexpected(problemOf(DeskOutcome::TokenBad));
    }
    caller.token = bearerOf(presented.authorization);
    const auto standing = desk_.standingOf(caller.device, caller.token, now);
    if (standing.outcome != DeskOutcome::Done) {
        return tl::make_unexpected(problemOf(standing.outcome));
    }
    caller.session = standing.session;
    caller.role = standing.role;
    if (!presented.approval.empty()) {
        if (presented.approval.size() <= kApprovalBytesMax) {
            caller.approval = desk_.approvalOf(presented.approval, *caller.session, now);
        }
        caller.approvalBad = !caller.approval;
    }
    if (method.permission) {
        if (auto missing = missingOf(caller, *method.permission)) {
            return tl::make_unexpected(std::move(*missing));
        }
    }
    return caller;
}

}  // namespace tessera::api
