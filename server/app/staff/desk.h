// SPDX-License-Identifier: Apache-2.0
// Signing in on an enrolled device, coming back to it with a PIN, and a supervisor's approval.
//
// Thread-safe. `refresh` reads accounts and devices whole; everything else judges by what was read
// last, so that a call costs no query. signIn, resume, setPin and approve compute Argon2id, some
// 20 ms; signIn, resume, setPin and signOut write a row of the trail: they block. That somebody is
// locked out by the last wrong try is written after its answer, which waits for nothing that a
// login that nobody has does not wait for. Times are the database's, given by the caller. No
// password, PIN, code or token is in an outcome, an error or a log.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/app/staff/device_authority.h"
#include "server/app/staff/ended_sessions.h"
#include "server/app/staff/permissions.h"
#include "server/app/staff/pin_guard.h"
#include "server/app/staff/tokens.h"
#include "server/app/staff/turns.h"
#include "server/runtime/executor.h"
#include "server/runtime/log.h"
#include "server/store/staff_rows.h"

namespace tessera::staff {

// In order of precedence. Whatever is not Done has signed nobody in.
enum class DeskOutcome {
    Done,
    DeviceUnknown,  // Not enrolled here, or by another certificate.
    DeviceOver,     // Revoked, or its certificate is over.
    TokenBad,       // Of a resumption or a session: not one of this device, over, or the account
                    // changed.
    Locked,         // Too often wrong: in a quarter of an hour again.
    Busy,           // Too many sign in at once: again in a second.
    Wrong,          // Login or password, or the PIN. Which, is not said.
    Disabled,       // Told to who knows the password alone.
    TotpNeeded,     // There is a second factor, and none was given.
    TotpWrong,      // Another code, or one that was used.
    NoPin,          // The account has none: sign in anew.
    NotAllowed,     // Of an approval: neither may who is to approve.
    Conflict,       // The account was changed at this moment, or the code used elsewhere: again.
};

struct SignIn {
    DeviceName device;  // As the TLS handshake has it.
    std::string login;
    std::string password;
    std::string totp;  // Six digits; empty: none was given.
};

struct SignedIn {
    DeskOutcome outcome = DeskOutcome::Wrong;
    Session session;
    std::string token;       // For calls.
    std::string resumption;  // For coming back with a PIN.
};

// What a call may: by the session and the account as it is now.
struct Standing {
    DeskOutcome outcome = DeskOutcome::TokenBad;
    Session session;
    Role role = Role::Cashier;
};

// Whose session it is and where, as people know them; empty texts where they are gone.
struct SessionFacts {
    std::string login;
    std::string name;
    Role role = Role::Cashier;
    std::string deviceName;
};

struct PinWish {
    std::string password;
    std::string pin;  // kPinDigitsMin to kPinDigitsMax digits; empty: none any more.
};
inline constexpr std::size_t kPinDigitsMin = 4;
inline constexpr std::size_t kPinDigitsMax = 12;
bool isPin(std::string_view text);

struct ApprovalWish {
    DeviceName device;
    std::string session;  // Of who is to act, on this device.
    std::string login;    // Of who approves.
    std::string pin;
    Permission permission = Permission::Sell;
    EventId event;
    std::int64_t subject = 0;
    Money amountMost;
};

struct Approved {
    DeskOutcome outcome = DeskOutcome::NotAllowed;
    Approval approval;
    std::string token;
};

class Desk {
public:
    // `tokenKey`: 32 bytes. Refers to its rows and to `hashing`, which the office has too; both
    // outlive it, as log and `afterwards` do; it outlives what runs there. `pinsWatched`: as
    // PinGuard. Null: no warning is logged; lock-outs are written before the answer.
    Desk(store::StaffRows& rows, std::string tokenKey, Turns& hashing,
         std::size_t pinsWatched = kPinsWatched, runtime::Log* log = nullptr,
         runtime::Executor* afterwards = nullptr);

    // Fails as the rows do; what was read before stays. One reading at a time: an earlier one never
    // takes the place of a later one.
    Status refresh();

    Result<SignedIn> signIn(const SignIn& wish, Instant now);
    Result<SignedIn> resume(const DeviceName& device, std::string_view resumption,
                            std::string_view pin, Instant now);
    // Done: enrolled here, and neither revoked nor over.
    DeskOutcome standingOf(const DeviceName& device, Instant now) const;
    Standing standingOf(const DeviceName& device, std::string_view session, Instant now) const;
    SessionFacts factsOf(const Session& session) const;
    // Of a standing session: it goes on, as another token, and all others of the account end.
    // REQUIRES: the PIN is empty, or isPin.
    Result<SignedIn> setPin(const Session& session, const PinWish& wish, Instant now);
    // Where the trail has it: at this node neither the session nor its resumption is taken any
    // more. Where that fails both stay, and it can be asked again.
    Status signOut(const Session& session, Instant now);
    Approved approve(const ApprovalWish& wish, Instant now);
    // An approval that a call brings, if it was given to this person on this device by somebody who
    // may give it still; one that is over, too. What it is good for says itself, and whether it was
    // used the trail.
    std::optional<Approval> approvalOf(std::string_view token, const Session& session,
                                       Instant now) const;

private:
    struct Picture {
        std::unordered_map<std::int64_t, store::StaffRow> staff;
        std::unordered_map<std::string, std::int64_t> byLogin;
        std::unordered_map<std::int64_t, store::DeviceRow> devices;

        const store::StaffRow* find(StaffId id) const;
        const store::StaffRow* find(const std::string& login) const;
    };

    std::shared_ptr<const Picture> picture() const;
    DeskOutcome judge(const Picture& picture, const DeviceName& device, Instant now) const;
    struct Typed {
        std::string_view login;
        std::string_view secret;  // The password or the PIN.
    };
    // `row` nullptr: nobody has that login. The guards count.
    DeskOutcome verify(const Typed& typed, const store::StaffRow* row, std::string_view hash,
                       DeviceId device, Instant now);
    // Counts it; the one that locks is told. nullptr: as verify.
    void wrong(PinGuard& guard, StaffId who, const store::StaffRow* row, DeviceId device,
               Instant now);
    void writeLock(StaffId staff, std::int32_t version, store::TrailRow what);
    SignedIn signedIn(const Session& session) const;

    store::StaffRows& rows_;
    const std::string tokenKey_;
    Turns& hashing_;
    runtime::Log* const log_;
    runtime::Executor* const afterwards_;
    // As long to compute as any other: whether a login exists is not told by the time.
    const std::string nobodysHash_;
    PinGuard guard_;
    PinGuard nobodies_;  // Logins that nobody has: they push nobody's count out of the other.
    EndedSessions ended_;
    std::mutex refreshing_;
    mutable std::mutex mutex_;
    std::shared_ptr<const Picture> picture_;
};

}  // namespace tessera::staff
