// SPDX-License-Identifier: Apache-2.0
// Accounts and devices: made, changed, enrolled, taken out of use; for the staff port and the
// shell.
//
// Thread-safe; blocks on the database, and on Argon2id where a password is made. Each change is one
// transaction with its row of the trail. Refers to its rows and, where devices are enrolled, to the
// authority; both outlive it. A password or code is in an answer once, and nowhere else.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/app/staff/device_authority.h"
#include "server/app/staff/permissions.h"
#include "server/app/staff/turns.h"
#include "server/store/staff_rows.h"

namespace tessera::staff {

inline constexpr Duration kCodeLasts = Duration::ofMinutes(10);
inline constexpr std::size_t kCodeBytes = 16;  // 26 characters of base32.
inline constexpr std::size_t kReasonBytesMax = 200;

// In order of precedence. Whatever is not Done has changed nothing.
enum class OfficeOutcome {
    Done,
    Busy,         // Too many passwords are being made: again in a second.
    FieldBad,     // See `field` and `limit`.
    CodeUnknown,  // There is none, or it was used.
    CodeOver,     // Its time is over.
    Unknown,      // No such account or device.
    Changed,      // It has another version by now.
    OwnAccount,   // Nobody takes a role from themselves.
    DeviceOver,   // It was taken out of use.
    TooMany,      // There are as many accounts, or devices, as a house has. See `limit`.
    LoginTaken,
};

template <class T>
struct OfficeAnswer {
    OfficeOutcome outcome = OfficeOutcome::Done;
    T value{};            // Of Done.
    std::string field{};  // Of FieldBad.
    std::string limit{};  // Of FieldBad and TooMany.
};
template <class T>
using OfficeResult = Result<OfficeAnswer<T>>;

// Who does it, and when: the database's time. From a shell neither person nor device is known.
struct Doer {
    StaffId by;
    DeviceId device;
    Instant now;
    std::string note{};  // Before what the trail says by itself.
};

struct NewAccount {
    std::string login;
    std::string name;
    Role role = Role::Cashier;
};
struct AccountChange {
    StaffId id;
    std::int32_t version = 0;
    std::optional<std::string> name{};
    std::optional<Role> role{};
    std::optional<bool> disabled{};
};
struct AccountSecret {
    store::StaffRow row;
    std::string secret;  // The password; or what a telephone reads as a QR code, empty: none.
};
struct CodeWish {
    std::optional<DeviceId> device{};  // Nothing: a new one.
    std::int32_t version = 0;          // Of one that there is.
    std::string name{};                // Of a new one.
};
struct DeviceCode {
    store::DeviceRow row;
    std::string code;
};
struct Enrolled {
    store::DeviceRow row;
    std::string certificatePem;
};

bool isLogin(std::string_view text);

class Office {
public:
    // `authority` nullptr: no device is enrolled here. `hashing` outlives it.
    Office(store::StaffRows& rows, const DeviceAuthority* authority, Turns& hashing)
        : rows_(rows), authority_(authority), hashing_(hashing) {}

    OfficeResult<AccountSecret> create(const NewAccount& account, const Doer& doer);
    OfficeResult<store::StaffRow> update(const AccountChange& change, const Doer& doer);
    // The PIN goes with the password that is forgotten.
    OfficeResult<AccountSecret> resetPassword(StaffId id, std::int32_t version, const Doer& doer);
    OfficeResult<AccountSecret> setSecondFactor(StaffId id, std::int32_t version, bool on,
                                                const Doer& doer);

    OfficeResult<DeviceCode> makeCode(const CodeWish& wish, const Doer& doer);
    // For whoever asks to be enrolled over the wire: taken before `enrol` is, nullptr: too many.
    std::shared_ptr<Turns::Turn> turnToEnrol() { return enrolling_.take(); }
    // `code` as it was shown, in either case, with blanks and hyphens.
    // REQUIRES: there is an authority.
    OfficeResult<Enrolled> enrol(std::string_view code, std::string_view requestPem, Instant now);
    OfficeResult<store::DeviceRow> revoke(DeviceId id, std::int32_t version,
                                          const std::string& reason, const Doer& doer);

    // As the rows have them: ascending by id.
    Result<std::vector<store::StaffRow>> accounts() { return rows_.readStaff(); }
    Result<std::vector<store::DeviceRow>> devices() { return rows_.readDevices(); }
    // REQUIRES: there is an authority.
    const std::string& authorityPem() const;

private:
    OfficeResult<store::StaffRow> find(StaffId id, std::int32_t version);
    OfficeResult<store::DeviceRow> find(DeviceId id, std::int32_t version);
    OfficeResult<Enrolled> enrolKnown(store::DeviceRow row, std::string_view requestPem,
                                      Instant now);
    template <class Row, class Value>
    OfficeResult<Value> changed(const Row& row, const store::TrailRow& what, Value value);

    store::StaffRows& rows_;
    const DeviceAuthority* const authority_;
    Turns& hashing_;
    Turns enrolling_{kEnrolmentsAtOnce};
};

}  // namespace tessera::staff
