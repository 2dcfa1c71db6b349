// SPDX-License-Identifier: Apache-2.0
// Accounts of staff, devices, and the trail, as the database has them.
//
// Thread-safe; blocks, each call with a deadline. Owns its connections. Every change of an account
// or a device is one transaction with its row of the trail (chain 0): neither is there without the
// other.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/store/trail.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace tessera::store {

inline constexpr std::size_t kLoginBytesMax = 40;
inline constexpr std::size_t kStaffNameBytesMax = 200;
inline constexpr std::int32_t kStaffRead = 10'000;  // Accounts, and devices, of one installation.
inline constexpr std::int32_t kTrailPerRead = 1'000;

struct StaffRow {
    StaffId id;
    std::string login;  // 2 to 40 of a-z, 0-9, '.', '_', '-'; the first a letter or a digit.
    std::string name;   // 1 to 200 bytes.
    std::int16_t role = 1;
    std::int32_t version = 1;
    std::string passwordHash;  // argon2id.
    std::string pinHash{};     // The same; empty: none.
    std::string totpSecret{};  // Bytes; empty: none.
    std::int64_t totpStep = 0;
    bool disabled = false;
    Instant createdAt{};

    bool operator==(const StaffRow&) const = default;
};

struct DeviceRow {
    DeviceId id;
    std::string name;  // 1 to 200 bytes.
    std::int32_t version = 1;
    std::string serial{};    // 40 hex digits; empty: not enrolled.
    std::string codeHash{};  // 32 bytes; empty: there is no code to enrol it by.
    Instant codeUntil{};
    Instant enrolledAt = Instant::never();
    Instant expiresAt = Instant::never();
    Instant revokedAt = Instant::never();
    Instant createdAt{};

    bool operator==(const DeviceRow&) const = default;
};

// In order of precedence. Whatever is not Done has changed nothing.
enum class StaffOutcome {
    Done,
    Unknown,  // No such account or device.
    Changed,  // It has another version by now.
    TooMany,  // Of a new row: there are kStaffRead accounts, or devices, already.
    Taken,    // Of a new account: its login; of a new row: its id.
};

class StaffRows {
public:
    virtual ~StaffRows() = default;

    // The database's time, by which codes and certificates run out.
    virtual Result<Instant> databaseNow() = 0;
    // Ascending by id, at most kStaffRead each, for `add` makes no more; fails where there are.
    virtual Result<std::vector<StaffRow>> readStaff() = 0;
    virtual Result<std::vector<DeviceRow>> readDevices() = 0;

    // `what` has who, when, where and why; its event, number and hashes are made here.
    virtual Result<StaffOutcome> add(const StaffRow& row, TrailRow what) = 0;
    virtual Result<StaffOutcome> add(const DeviceRow& row, TrailRow what) = 0;
    // The row as it is to be, with the version that it has; it gets the next one. `totpStep` never
    // goes back.
    virtual Result<StaffOutcome> change(const StaffRow& row, TrailRow what) = 0;
    virtual Result<StaffOutcome> change(const DeviceRow& row, TrailRow what) = 0;

    // Somebody of this version signed in; `totpStep` 0: without a second factor. Changed: the
    // account was, or the step is used. Sessions elsewhere stay: the version does.
    virtual Result<StaffOutcome> signedIn(StaffId id, std::int32_t version, std::int64_t totpStep,
                                          TrailRow what) = 0;

    // Of one chain in the order of their numbers, at most kTrailPerRead.
    virtual Result<std::vector<TrailRow>> readTrail(EventId event, std::int64_t after) = 0;
    // Of which events there are chains, 0 included, ascending after that one, at most
    // kTrailPerRead. (A listed cross-event query.)
    virtual Result<std::vector<EventId>> trailsAfter(std::optional<EventId> after) = 0;
};

// `connections` at most, opened when they are needed.
std::unique_ptr<StaffRows> makePostgresStaff(const std::string& conninfo, std::size_t connections);

}  // namespace tessera::store
