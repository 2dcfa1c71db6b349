// SPDX-License-Identifier: Apache-2.0
#include "server/app/staff/desk.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "server/app/staff/totp.h"
#include "server/runtime/api_key.h"
#include "server/runtime/secrets.h"
#include "shared/base/check.h"

namespace tessera::staff {
namespace {

SignedIn refused(DeskOutcome outcome) {
    SignedIn out;
    out.outcome = outcome;
    return out;
}

Approved notApproved(DeskOutcome outcome) {
    Approved out;
    out.outcome = outcome;
    return out;
}

store::TrailRow told(const Session& session, const char* action, Instant now) {
    store::TrailRow what;
    what.at = now;
    what.by = session.staff;
    what.device = session.device;
    what.action = action;
    return what;
}

}  // namespace

bool isPin(std::string_view text) {
    return text.size() >= kPinDigitsMin && text.size() <= kPinDigitsMax &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Desk::Desk(store::StaffRows& rows, std::string tokenKey, Turns& hashing, std::size_t pinsWatched,
           runtime::Log* log, runtime::Executor* afterwards)
    : rows_(rows),
      tokenKey_(std::move(tokenKey)),
      hashing_(hashing),
      log_(log),
      afterwards_(afterwards),
      nobodysHash_(runtime::hashApiKey(runtime::randomBytes(16))),
      guard_(pinsWatched),
      nobodies_(pinsWatched),
      picture_(std::make_shared<const Picture>()) {}

const store::StaffRow* Desk::Picture::find(StaffId id) const {
    const auto found = staff.find(id.value);
    return found == staff.end() ? nullptr : &found->second;
}

const store::StaffRow* Desk::Picture::find(const std::string& login) const {
    const auto found = byLogin.find(login);
    return found == byLogin.end() ? nullptr : find(StaffId{found->second});
}

Status Desk::refresh() {
    const std::lock_guard one(refreshing_);
    auto staff = rows_.readStaff();
    if (!staff) return tl::make_unexpected(staff.error());
    auto devices = rows_.readDevices();
    if (!devices) return tl::make_unexpected(devices.error());
    auto next = std::make_shared<Picture>();
    for (auto& row : *staff) {
        next->byLogin[row.login] = row.id.value;
        next->staff[row.id.value] = std::move(row);
    }
    for (auto& row : *devices) next->devices[row.id.value] = std::move(row);
    const std::lock_guard lock(mutex_);
    picture_ = std::move(next);
    return {};
}

std::shared_ptr<const Desk::Picture> Desk::picture() const {
    const std::lock_guard lock(mutex_);
    return picture_;
}

DeskOutcome Desk::judge(const Picture& picture, const DeviceName& device, Instant now) const {
    const auto found = picture.devices.find(device.device.value);
    if (found == picture.devices.end()) return DeskOutcome::DeviceUnknown;
    const store::DeviceRow& row = found->second;
    if (row.serial.empty() || row.serial != device.serial) return DeskOutcome::DeviceUnknown;
    const bool over = row.revokedAt <= now || row.expiresAt <= now;
    return over ? DeskOutcome::DeviceOver : DeskOutcome::Done;
}

DeskOutcome Desk::verify(const Typed& typed, const store::StaffRow* row, std::string_view hash,
                         DeviceId device, Instant now) {
    const auto& [login, text] = typed;
    // A login that is not there locks as one that is: by itself.
    const auto nobody = static_cast<std::int64_t>(std::hash<std::string_view>{}(login) >> 1U);
    const StaffId who = row == nullptr ? StaffId{-1 - nobody} : row->id;
    PinGuard& guard = row == nullptr ? nobodies_ : guard_;
    if (!guard.mayTry(who, device, now)) return DeskOutcome::Locked;
    const auto turn = hashing_.take();
    if (!turn) return DeskOutcome::Busy;
    const bool valid = runtime::verifyApiKey(text, row == nullptr ? nobodysHash_ : hash);
    // Others hash while the trail is written.
    turn->end();
    if (valid && row != nullptr) return DeskOutcome::Done;
    wrong(guard, who, row, device, now);
    return DeskOutcome::Wrong;
}

// Whoever guesses at it is told nothing of this, nor by how long it takes: the row is written once
// they have their answer. Who typed is not known: the trail names the account as what it is about,
// and the device.
void Desk::wrong(PinGuard& guard, StaffId who, const store::StaffRow* row, DeviceId device,
                 Instant now) {
    if (!guard.wrong(who, device, now)) return;
    const StaffId known = row == nullptr ? StaffId{} : row->id;
    if (log_ != nullptr) log_->warn("sign_in_locked", {{"device", device}, {"staff", known}});
    if (row == nullptr) return;
    Session tried;
    tried.device = device;
    store::TrailRow what = told(tried, "lock_sign_in", now);
    what.subject = known.value;
    what.reason = std::to_string(kPinsWrongMost) + " wrong";
    const auto write = [this, known, version = row->version, what = std::move(what)] {
        writeLock(known, version, what);
    };
    const bool later =
        afterwards_ != nullptr && afterwards_->post(write) == runtime::PostOutcome::Accepted;
    if (!later) write();  // Rather late than never.
}

void Desk::writeLock(StaffId staff, std::int32_t version, store::TrailRow what) {
    const auto written = rows_.signedIn(staff, version, 0, std::move(what));
    const bool kept = written && *written == store::StaffOutcome::Done;
    if (!kept && log_ != nullptr) log_->warn("sign_in_lock_not_in_trail", {{"staff", staff}});
}

SignedIn Desk::signedIn(const Session& session) const {
    return {DeskOutcome::Done, session, signSession(session, tokenKey_),
            signResumption({session}, tokenKey_)};
}

Result<SignedIn> Desk::signIn(const SignIn& wish, Instant now) {
    const auto known = picture();
    const DeviceId device = wish.device.device;
    const DeskOutcome there = judge(*known, wish.device, now);
    if (there != DeskOutcome::Done) return refused(there);
    const store::StaffRow* const row = known->find(wish.login);
    const DeskOutcome right = verify({wish.login, wish.password}, row,
                                     row == nullptr ? "" : row->passwordHash, device, now);
    if (right != DeskOutcome::Done) return refused(right);
    if (row->disabled) return refused(DeskOutcome::Disabled);
    std::int64_t used = 0;
    if (!row->totpSecret.empty()) {
        if (wish.totp.empty()) return refused(DeskOutcome::TotpNeeded);
        const auto step = matchTotp(row->totpSecret, wish.totp, now, row->totpStep);
        if (!step) {
            wrong(guard_, row->id, row, device, now);
            return refused(DeskOutcome::TotpWrong);
        }
        used = *step;
    }
    const Session session{row->id, device, now, row->version};
    const auto written = rows_.signedIn(row->id, row->version, used, told(session, "sign_in", now));
    if (!written) return tl::make_unexpected(written.error());
    if (*written != store::StaffOutcome::Done) return refused(DeskOutcome::Conflict);
    guard_.right(row->id, device);
    return signedIn(session);
}

Result<SignedIn> Desk::resume(const DeviceName& device, std::string_view resumption,
                              std::string_view pin, Instant now) {
    const auto known = picture();
    const DeskOutcome there = judge(*known, device, now);
    if (there != DeskOutcome::Done) return refused(there);
    const auto read = readResumption(resumption, tokenKey_, now);
    const Session& before = read.resumption.session;
    const store::StaffRow* const row = known->find(before.staff);
    const bool good = read.outcome == TokenOutcome::Valid && before.device == device.device &&
                      row != nullptr && row->version == before.accountVersion && !row->disabled &&
                      !ended_.has(before);
    if (!good) return refused(DeskOutcome::TokenBad);
    if (row->pinHash.empty()) return refused(DeskOutcome::NoPin);
    const DeskOutcome right = verify({row->login, pin}, row, row->pinHash, device.device, now);
    if (right != DeskOutcome::Done) return refused(right);
    const auto written = rows_.signedIn(row->id, row->version, 0, told(before, "resume", now));
    if (!written) return tl::make_unexpected(written.error());
    if (*written != store::StaffOutcome::Done) return refused(DeskOutcome::Conflict);
    guard_.right(row->id, device.device);
    return signedIn(before);
}

DeskOutcome Desk::standingOf(const DeviceName& device, Instant now) const {
    return judge(*picture(), device, now);
}

SessionFacts Desk::factsOf(const Session& session) const {
    const auto known = picture();
    SessionFacts facts;
    if (const store::StaffRow* const row = known->find(session.staff)) {
        facts.login = row->login;
        facts.name = row->name;
        facts.role = static_cast<Role>(row->role);
    }
    const auto device = known->devices.find(session.device.value);
    if (device != known->devices.end()) facts.deviceName = device->second.name;
    return facts;
}

Result<SignedIn> Desk::setPin(const Session& session, const PinWish& wish, Instant now) {
    TESSERA_CHECK(wish.pin.empty() || isPin(wish.pin));
    const auto known = picture();
    const store::StaffRow* const row = known->find(session.staff);
    if (row == nullptr) return refused(DeskOutcome::TokenBad);
    const DeskOutcome right =
        verify({row->login, wish.password}, row, row->passwordHash, session.device, now);
    if (right != DeskOutcome::Done) return refused(right);
    store::StaffRow next = *row;
    {
        const auto turn = hashing_.take();
        if (!turn) return refused(DeskOutcome::Busy);
        next.pinHash = wish.pin.empty() ? "" : runtime::hashApiKey(wish.pin);
    }
    const auto written = rows_.change(next, told(session, "set_pin", now));
    if (!written) return tl::make_unexpected(written.error());
    if (*written != store::StaffOutcome::Done) return refused(DeskOutcome::Conflict);
    guard_.right(row->id, session.device);
    // The new session stands once this is read; where it cannot be, one signs in anew.
    if (Status read = refresh(); !read) {
        read.error().effect = Effect::Unknown;
        return tl::make_unexpected(read.error());
    }
    Session after = session;
    after.accountVersion = row->version + 1;
    return signedIn(after);
}

Status Desk::signOut(const Session& session, Instant now) {
    // A sign-in without a second factor changes nothing but the trail: so does this. An account
    // that was changed meanwhile has ended the session already.
    const auto written =
        rows_.signedIn(session.staff, session.accountVersion, 0, told(session, "sign_out", now));
    if (!written) return tl::make_unexpected(written.error());
    ended_.end(session);
    return {};
}

Standing Desk::standingOf(const DeviceName& device, std::string_view session, Instant now) const {
    const auto known = picture();
    Standing standing;
    standing.outcome = judge(*known, device, now);
    if (standing.outcome != DeskOutcome::Done) return standing;
    const auto read = readSession(session, tokenKey_, now);
    const store::StaffRow* const row = known->find(read.session.staff);
    const bool good = read.outcome == TokenOutcome::Valid && read.session.device == device.device &&
                      row != nullptr && row->version == read.session.accountVersion &&
                      !row->disabled && !ended_.has(read.session);
    if (!good) return {};
    standing.session = read.session;
    standing.role = static_cast<Role>(row->role);
    return standing;
}

Approved Desk::approve(const ApprovalWish& wish, Instant now) {
    const Standing acting = standingOf(wish.device, wish.session, now);
    if (acting.outcome != DeskOutcome::Done) return notApproved(acting.outcome);
    const auto known = picture();
    const store::StaffRow* const row = known->find(wish.login);
    const bool able = row != nullptr && !row->disabled && !row->pinHash.empty();
    const DeskOutcome right = verify({wish.login, wish.pin}, able ? row : nullptr,
                                     able ? row->pinHash : "", wish.device.device, now);
    if (right != DeskOutcome::Done) return notApproved(right);
    guard_.right(row->id, wish.device.device);
    // Nobody approves for themselves, nor what the acting one may never do.
    const bool allowed = row->id != acting.session.staff &&
                         grantOf(acting.role, wish.permission) != Grant::Never &&
                         grantOf(static_cast<Role>(row->role), wish.permission) == Grant::Always;
    if (!allowed) return notApproved(DeskOutcome::NotAllowed);
    Approved out;
    out.outcome = DeskOutcome::Done;
    out.approval = {ApprovalId{freshId()}, wish.permission,    row->id,
                    acting.session.staff,  wish.device.device, wish.event,
                    wish.subject,          wish.amountMost,    now};
    out.token = signApproval(out.approval, tokenKey_);
    return out;
}

std::optional<Approval> Desk::approvalOf(std::string_view token, const Session& session,
                                         Instant now) const {
    const auto read = readApproval(token, tokenKey_, now);
    const Approval& given = read.approval;
    if (read.outcome != TokenOutcome::Valid && read.outcome != TokenOutcome::Over) return {};
    if (given.of != session.staff || given.device != session.device) return {};
    const auto known = picture();
    const store::StaffRow* const by = known->find(given.by);
    const bool may = by != nullptr && !by->disabled &&
                     grantOf(static_cast<Role>(by->role), given.permission) == Grant::Always;
    return may ? std::optional(given) : std::nullopt;
}

}  // namespace tessera::staff
