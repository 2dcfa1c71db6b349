// SPDX-License-Identifier: Apache-2.0
#include "server/app/staff/office.h"

#include <algorithm>
#include <utility>

#include "server/app/staff/tokens.h"
#include "server/app/staff/totp.h"
#include "server/runtime/api_key.h"
#include "server/runtime/secrets.h"
#include "shared/base/check.h"
#include "shared/base/encoding.h"

namespace tessera::staff {
namespace {

using store::DeviceRow;
using store::StaffRow;
using store::TrailRow;

constexpr std::size_t kPasswordBytes = 13;  // 104 bits: 21 characters, of which 20 are kept.
constexpr std::size_t kPasswordChars = 20;
constexpr const char* kIssuer = "Tessera";  // As a telephone's app names the second factor.
constexpr const char* kLoginRule =
    "2 to 40 of a-z, 0-9, '.', '_' and '-', not one of those three first";
constexpr const char* kNameRule = "1 to 200 bytes of UTF-8";

template <class T>
OfficeAnswer<T> refused(OfficeOutcome outcome) {
    OfficeAnswer<T> answer;
    answer.outcome = outcome;
    return answer;
}

template <class T>
OfficeAnswer<T> fieldBad(std::string_view field, std::string_view limit) {
    OfficeAnswer<T> answer = refused<T>(OfficeOutcome::FieldBad);
    answer.field = field;
    answer.limit = limit;
    return answer;
}

template <class T>
OfficeAnswer<T> full(std::string_view what) {
    OfficeAnswer<T> answer = refused<T>(OfficeOutcome::TooMany);
    answer.limit = std::to_string(store::kStaffRead) + " " + std::string(what);
    return answer;
}

bool isName(const std::string& text) {
    return !text.empty() && text.size() <= store::kStaffNameBytesMax && isCleanUtf8(text);
}

TrailRow told(const Doer& doer, const char* action, std::int64_t subject, std::string reason = {}) {
    TrailRow what;
    what.at = doer.now;
    what.by = doer.by;
    what.device = doer.device;
    what.action = action;
    what.subject = subject;
    what.reason = doer.note + std::move(reason);
    return what;
}

std::string freshPassword() {
    return toBase32(runtime::randomBytes(kPasswordBytes)).substr(0, kPasswordChars);
}

std::string hashOfCode(std::string_view bytes) {
    const runtime::Digest digest = runtime::sha256(bytes);
    return std::string(runtime::asView(digest));
}

// The code's bytes; nothing for what is none.
std::optional<std::string> bytesOfCode(std::string_view text) {
    std::string plain;
    for (const char c : text.substr(0, 4 * kCodeBytes)) {
        if (c != '-' && c != ' ') plain += c;
    }
    auto bytes = fromBase32(plain);
    if (!bytes || bytes->size() != kCodeBytes) return std::nullopt;
    return bytes;
}

// What an outcome of the rows is here; Taken is a login's.
OfficeOutcome outcomeOf(store::StaffOutcome outcome) {
    switch (outcome) {
        case store::StaffOutcome::Done:
            return OfficeOutcome::Done;
        case store::StaffOutcome::Unknown:
            return OfficeOutcome::Unknown;
        case store::StaffOutcome::Changed:
            return OfficeOutcome::Changed;
        case store::StaffOutcome::TooMany:
            return OfficeOutcome::TooMany;
        case store::StaffOutcome::Taken:
            return OfficeOutcome::LoginTaken;
    }
    return OfficeOutcome::Unknown;
}

template <class Row, class Id>
OfficeResult<Row> findIn(Result<std::vector<Row>> all, Id id, std::int32_t version) {
    if (!all) return tl::make_unexpected(all.error());
    const auto found = std::ranges::find(*all, id, &Row::id);
    if (found == all->end()) return refused<Row>(OfficeOutcome::Unknown);
    if (found->version != version) return refused<Row>(OfficeOutcome::Changed);
    return OfficeAnswer<Row>{OfficeOutcome::Done, std::move(*found)};
}

// The hash of a new password; nothing where too many are being made.
std::optional<std::string> hashedIn(Turns& hashing, const std::string& password) {
    const auto turn = hashing.take();
    if (!turn) return std::nullopt;
    return runtime::hashApiKey(password);
}

}  // namespace

bool isLogin(std::string_view text) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    const auto any = [&](char c) { return plain(c) || c == '.' || c == '_' || c == '-'; };
    return text.size() >= 2 && text.size() <= store::kLoginBytesMax && plain(text[0]) &&
           std::ranges::all_of(text, any);
}

const std::string& Office::authorityPem() const {
    TESSERA_CHECK(authority_ != nullptr);
    return authority_->certificatePem();
}

OfficeResult<StaffRow> Office::find(StaffId id, std::int32_t version) {
    return findIn<StaffRow>(rows_.readStaff(), id, version);
}

OfficeResult<DeviceRow> Office::find(DeviceId id, std::int32_t version) {
    return findIn<DeviceRow>(rows_.readDevices(), id, version);
}

template <class Row, class Value>
OfficeResult<Value> Office::changed(const Row& row, const TrailRow& what, Value value) {
    const auto written = rows_.change(row, what);
    if (!written) return tl::make_unexpected(written.error());
    if (*written != store::StaffOutcome::Done) return refused<Value>(outcomeOf(*written));
    return OfficeAnswer<Value>{OfficeOutcome::Done, std::move(value)};
}

OfficeResult<AccountSecret> Office::create(const NewAccount& account, const Doer& doer) {
    if (!isLogin(account.login)) return fieldBad<AccountSecret>("login", kLoginRule);
    if (!isName(account.name)) return fieldBad<AccountSecret>("name", kNameRule);
    const std::string password = freshPassword();
    StaffRow row;
    row.id = StaffId{freshId()};
    row.login = account.login;
    row.name = account.name;
    row.role = static_cast<std::int16_t>(account.role);
    auto hash = hashedIn(hashing_, password);
    if (!hash) return refused<AccountSecret>(OfficeOutcome::Busy);
    row.passwordHash = std::move(*hash);
    row.createdAt = doer.now;
    const auto added = rows_.add(
        row, told(doer, "add_staff", row.id.value, "as " + std::string(nameOf(account.role))));
    if (!added) return tl::make_unexpected(added.error());
    if (*added == store::StaffOutcome::TooMany) return full<AccountSecret>("accounts");
    if (*added != store::StaffOutcome::Done) return refused<AccountSecret>(outcomeOf(*added));
    return OfficeAnswer<AccountSecret>{OfficeOutcome::Done, {std::move(row), password}};
}

OfficeResult<StaffRow> Office::update(const AccountChange& change, const Doer& doer) {
    if (change.name && !isName(*change.name)) return fieldBad<StaffRow>("name", kNameRule);
    auto found = find(change.id, change.version);
    if (!found || found->outcome != OfficeOutcome::Done) return found;
    StaffRow row = std::move(found->value);
    const bool own = row.id == doer.by;
    const bool lowered = change.role && static_cast<std::int16_t>(*change.role) < row.role;
    if (own && (lowered || change.disabled.value_or(false))) {
        return refused<StaffRow>(OfficeOutcome::OwnAccount);
    }
    std::string reason;
    const auto tell = [&](const std::string& what) {
        reason += (reason.empty() ? "" : ", ") + what;
    };
    if (change.name) {
        row.name = *change.name;
        tell("name");
    }
    if (change.role) {
        row.role = static_cast<std::int16_t>(*change.role);
        tell("as " + std::string(nameOf(*change.role)));
    }
    if (change.disabled) {
        row.disabled = *change.disabled;
        tell(row.disabled ? "disabled" : "enabled");
    }
    StaffRow after = row;
    ++after.version;
    return changed(row, told(doer, "update_staff", row.id.value, reason), std::move(after));
}

OfficeResult<AccountSecret> Office::resetPassword(StaffId id, std::int32_t version,
                                                  const Doer& doer) {
    auto found = find(id, version);
    if (!found) return tl::make_unexpected(found.error());
    if (found->outcome != OfficeOutcome::Done) return refused<AccountSecret>(found->outcome);
    StaffRow& row = found->value;
    const std::string password = freshPassword();
    auto hash = hashedIn(hashing_, password);
    if (!hash) return refused<AccountSecret>(OfficeOutcome::Busy);
    row.passwordHash = std::move(*hash);
    row.pinHash.clear();
    AccountSecret after{row, password};
    ++after.row.version;
    return changed(row, told(doer, "reset_password", row.id.value), std::move(after));
}

OfficeResult<AccountSecret> Office::setSecondFactor(StaffId id, std::int32_t version, bool on,
                                                    const Doer& doer) {
    auto found = find(id, version);
    if (!found) return tl::make_unexpected(found.error());
    if (found->outcome != OfficeOutcome::Done) return refused<AccountSecret>(found->outcome);
    StaffRow& row = found->value;
    row.totpSecret = on ? runtime::randomBytes(kTotpSecretBytes) : "";
    AccountSecret after{row, on ? totpUri(row.totpSecret, kIssuer, row.login) : ""};
    ++after.row.version;
    return changed(row, told(doer, "set_second_factor", row.id.value, on ? "on" : "off"),
                   std::move(after));
}

OfficeResult<DeviceCode> Office::makeCode(const CodeWish& wish, const Doer& doer) {
    const std::string bytes = runtime::randomBytes(kCodeBytes);
    DeviceCode made;
    if (wish.device) {
        auto found = find(*wish.device, wish.version);
        if (!found) return tl::make_unexpected(found.error());
        if (found->outcome != OfficeOutcome::Done) return refused<DeviceCode>(found->outcome);
        made.row = std::move(found->value);
        if (made.row.revokedAt <= doer.now) return refused<DeviceCode>(OfficeOutcome::DeviceOver);
    } else {
        if (!isName(wish.name)) return fieldBad<DeviceCode>("name", kNameRule);
        made.row.id = DeviceId{freshId()};
        made.row.name = wish.name;
        made.row.createdAt = doer.now;
    }
    made.row.codeHash = hashOfCode(bytes);
    made.row.codeUntil = doer.now + kCodeLasts;
    made.code = toBase32(bytes);
    const TrailRow what = told(doer, "add_device_code", made.row.id.value);
    if (wish.device) {
        const DeviceRow before = made.row;
        ++made.row.version;
        return changed(before, what, std::move(made));
    }
    const auto added = rows_.add(made.row, what);
    if (!added) return tl::make_unexpected(added.error());
    if (*added == store::StaffOutcome::TooMany) return full<DeviceCode>("devices");
    if (*added != store::StaffOutcome::Done) return refused<DeviceCode>(OfficeOutcome::Changed);
    return OfficeAnswer<DeviceCode>{OfficeOutcome::Done, std::move(made)};
}

OfficeResult<Enrolled> Office::enrol(std::string_view code, std::string_view requestPem,
                                     Instant now) {
    TESSERA_CHECK(authority_ != nullptr);
    const auto bytes = bytesOfCode(code);
    if (!bytes) return refused<Enrolled>(OfficeOutcome::CodeUnknown);
    auto all = rows_.readDevices();
    if (!all) return tl::make_unexpected(all.error());
    const auto found = std::ranges::find(*all, hashOfCode(*bytes), &DeviceRow::codeHash);
    if (found == all->end()) return refused<Enrolled>(OfficeOutcome::CodeUnknown);
    if (found->codeUntil <= now || found->revokedAt <= now) {
        return refused<Enrolled>(OfficeOutcome::CodeOver);
    }
    return enrolKnown(std::move(*found), requestPem, now);
}

OfficeResult<Enrolled> Office::enrolKnown(DeviceRow row, std::string_view requestPem, Instant now) {
    auto made = authority_->issue(requestPem, row.id, now);
    if (!made) return fieldBad<Enrolled>("csr", made.error().message);
    row.codeHash.clear();
    row.codeUntil = {};
    row.serial = made->serial;
    row.enrolledAt = now;
    row.expiresAt = made->until;
    Doer device;
    device.device = row.id;
    device.now = now;
    Enrolled after{row, std::move(made->pem)};
    ++after.row.version;
    // Somebody else used the code at this moment, or made another: it is Changed.
    return changed(row, told(device, "enrol_device", row.id.value), std::move(after));
}

OfficeResult<DeviceRow> Office::revoke(DeviceId id, std::int32_t version, const std::string& reason,
                                       const Doer& doer) {
    if (reason.size() > kReasonBytesMax || !isCleanUtf8(reason)) {
        return fieldBad<DeviceRow>("reason", "at most 200 bytes of UTF-8");
    }
    auto found = find(id, version);
    if (!found || found->outcome != OfficeOutcome::Done) return found;
    DeviceRow row = std::move(found->value);
    if (row.revokedAt <= doer.now) return refused<DeviceRow>(OfficeOutcome::DeviceOver);
    row.revokedAt = doer.now;
    row.codeHash.clear();
    DeviceRow after = row;
    ++after.version;
    return changed(row, told(doer, "revoke_device", row.id.value, reason), std::move(after));
}

}  // namespace tessera::staff
