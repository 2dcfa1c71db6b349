// SPDX-License-Identifier: Apache-2.0
// What a signed-in person and an approving one carry: signed, not stored. Each is good for what it
// names and until its instant, whichever node reads it.
//
// Text: `tss_`, `tsr_` or `tsa_`, then base64url of the fields (big endian) and 32 bytes of
// HMAC-SHA256 over prefix and fields: one kind never passes for the other. Pure; thread-safe. Never
// to be logged.
#pragma once

#include <string>
#include <string_view>

#include "server/app/staff/permissions.h"
#include "shared/base/ids.h"
#include "shared/base/money.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace tessera::staff {

inline constexpr Duration kSessionLasts = Duration::ofMinutes(8 * 60);
inline constexpr Duration kApprovalLasts = Duration::ofMinutes(2);

struct Session {
    StaffId staff;
    DeviceId device;
    Instant signedInAt;
    // Of the account when it signed in: whoever reads it compares it with the account's now, so
    // that a change of role, password or standing ends every session.
    std::int32_t accountVersion = 0;

    bool operator==(const Session&) const = default;
};

// One action, on one subject, up to one amount.
struct Approval {
    ApprovalId id;  // Written with the command that it was used for; a second one finds it used.
    Permission permission = Permission::Sell;
    StaffId by;
    StaffId of;  // Whom it lets act.
    DeviceId device;
    EventId event;             // 0: of none.
    std::int64_t subject = 0;  // An order's or a reservation's id; 0: whatever of the event.
    Money amountMost;
    Instant givenAt;

    bool operator==(const Approval&) const = default;
};

// How a person who has signed in on a device comes back to it with a PIN: the app keeps this one
// while somebody else works there, and no session. Good as long as the session was.
struct Resumption {
    Session session;

    bool operator==(const Resumption&) const = default;
};

// In order of precedence.
enum class TokenOutcome {
    Valid,
    Malformed,
    Forged,
    NotYet,  // Given more than a minute after `now`: another clock signed it.
    Over,
};

struct SessionReading {
    TokenOutcome outcome = TokenOutcome::Malformed;
    Session session;  // Of a Valid one.
};
struct ResumptionReading {
    TokenOutcome outcome = TokenOutcome::Malformed;
    Resumption resumption;  // Of a Valid one.
};
struct ApprovalReading {
    TokenOutcome outcome = TokenOutcome::Malformed;
    Approval approval;  // Of a Valid one, and of one that is Over.
};

// 63 random bits, never 0: of an account, a device or an approval.
std::int64_t freshId();

// `key`: 32 bytes. `now` is the database's time.
std::string signSession(const Session& session, std::string_view key);
SessionReading readSession(std::string_view text, std::string_view key, Instant now);
std::string signResumption(const Resumption& resumption, std::string_view key);
ResumptionReading readResumption(std::string_view text, std::string_view key, Instant now);
std::string signApproval(const Approval& approval, std::string_view key);
ApprovalReading readApproval(std::string_view text, std::string_view key, Instant now);

}  // namespace tessera::staff
