// SPDX-License-Identifier: Apache-2.0
#include "server/app/staff/tokens.h"

#include <optional>

#include "server/runtime/secrets.h"
#include "server/store/pg_binary.h"
#include "shared/base/check.h"
#include "shared/base/encoding.h"

namespace tessera::staff {
namespace {

constexpr std::string_view kSession = "tss_";
constexpr std::string_view kResumption = "tsr_";
constexpr std::string_view kApproval = "tsa_";
constexpr std::size_t kMacBytes = 32;
constexpr std::size_t kKeyBytes = 32;
constexpr Duration kClocksApart = Duration::ofMinutes(1);

void put(std::string& out, std::int64_t value, std::size_t bytes) {
    out.resize(out.size() + bytes);
    store::putBigEndian(out.data() + out.size() - bytes, static_cast<std::uint64_t>(value), bytes);
}

// Reads what `put` wrote. REQUIRES: as many bytes are there.
class Fields {
public:
    explicit Fields(std::string_view bytes) : rest_(bytes) {}
    std::int64_t take(std::size_t bytes) {
        TESSERA_CHECK(rest_.size() >= bytes);
        const std::int64_t value = store::getBigEndian(rest_.data(), bytes);
        rest_.remove_prefix(bytes);
        return value;
    }

private:
    std::string_view rest_;
};

std::string macOf(std::string_view kind, std::string_view fields, std::string_view key) {
    TESSERA_CHECK(key.size() == kKeyBytes);
    const auto mac = runtime::hmacSha256(key, std::string(kind) + std::string(fields));
    return std::string(reinterpret_cast<const char*>(mac.data()), mac.size());
}

std::string sealed(std::string_view kind, std::string fields, std::string_view key) {
    fields += macOf(kind, fields, key);
    return std::string(kind) + toBase64Url(fields);
}

struct Opened {
    TokenOutcome outcome = TokenOutcome::Malformed;
    std::string fields;
};

Opened opened(std::string_view kind, std::string_view text, std::string_view key,
              std::size_t bytes) {
    if (!text.starts_with(kind)) return {};
    text.remove_prefix(kind.size());
    const auto all = fromBase64(text);
    if (!all || all->size() != bytes + kMacBytes) return {};
    const auto fields = std::string_view(*all).substr(0, bytes);
    const auto mac = std::string_view(*all).substr(bytes);
    if (!runtime::equalConstantTime(mac, macOf(kind, fields, key))) {
        return {TokenOutcome::Forged, {}};
    }
    return {TokenOutcome::Valid, std::string(fields)};
}

TokenOutcome inTime(Instant from, Duration lasts, Instant now) {
    if (from > now + kClocksApart) return TokenOutcome::NotYet;
    return now < from + lasts ? TokenOutcome::Valid : TokenOutcome::Over;
}

constexpr std::size_t kSessionBytes = 28;
constexpr std::size_t kApprovalBytes = 66;

std::string signedAs(std::string_view kind, const Session& session, std::string_view key) {
    std::string fields;
    put(fields, session.staff.value, 8);
    put(fields, session.device.value, 8);
    put(fields, session.signedInAt.micros, 8);
    put(fields, session.accountVersion, 4);
    TESSERA_CHECK(fields.size() == kSessionBytes);
    return sealed(kind, std::move(fields), key);
}

SessionReading readAs(std::string_view kind, std::string_view text, std::string_view key,
                      Instant now) {
    const Opened found = opened(kind, text, key, kSessionBytes);
    if (found.outcome != TokenOutcome::Valid) return {found.outcome, {}};
    Fields fields(found.fields);
    Session session;
    session.staff = StaffId{fields.take(8)};
    session.device = DeviceId{fields.take(8)};
    session.signedInAt.micros = fields.take(8);
    session.accountVersion = static_cast<std::int32_t>(fields.take(4));
    const TokenOutcome outcome = inTime(session.signedInAt, kSessionLasts, now);
    if (outcome != TokenOutcome::Valid) return {outcome, {}};
    return {outcome, session};
}

}  // namespace

std::int64_t freshId() {
    const std::string bytes = runtime::randomBytes(8);
    const auto random = static_cast<std::uint64_t>(store::getBigEndian(bytes.data(), 8));
    return static_cast<std::int64_t>((random >> 1U) | 1U);
}

std::string signSession(const Session& session, std::string_view key) {
    return signedAs(kSession, session, key);
}

SessionReading readSession(std::string_view text, std::string_view key, Instant now) {
    return readAs(kSession, text, key, now);
}

std::string signResumption(const Resumption& resumption, std::string_view key) {
    return signedAs(kResumption, resumption.session, key);
}

ResumptionReading readResumption(std::string_view text, std::string_view key, Instant now) {
    const SessionReading read = readAs(kResumption, text, key, now);
    return {read.outcome, {read.session}};
}

std::string signApproval(const Approval& approval, std::string_view key) {
    std::string fields;
    put(fields, approval.id.value, 8);
    put(fields, static_cast<std::int16_t>(approval.permission), 2);
    put(fields, approval.by.value, 8);
    put(fields, approval.of.value, 8);
    put(fields, approval.device.value, 8);
    put(fields, approval.event.value, 8);
    put(fields, approval.subject, 8);
    put(fields, approval.amountMost.minor, 8);
    put(fields, approval.givenAt.micros, 8);
    TESSERA_CHECK(fields.size() == kApprovalBytes);
    return sealed(kApproval, std::move(fields), key);
}

ApprovalReading readApproval(std::string_view text, std::string_view key, Instant now) {
    const Opened found = opened(kApproval, text, key, kApprovalBytes);
    if (found.outcome != TokenOutcome::Valid) return {found.outcome, {}};
    Fields fields(found.fields);
    Approval approval;
    approval.id = ApprovalId{fields.take(8)};
    const std::int64_t permission = fields.take(2);
    if (permission < 1 || permission > kPermissions) return {};
    approval.permission = static_cast<Permission>(permission);
    approval.by = StaffId{fields.take(8)};
    approval.of = StaffId{fields.take(8)};
    approval.device = DeviceId{fields.take(8)};
    approval.event = EventId{fields.take(8)};
    approval.subject = fields.take(8);
    approval.amountMost.minor = fields.take(8);
    approval.givenAt.micros = fields.take(8);
    const TokenOutcome outcome = inTime(approval.givenAt, kApprovalLasts, now);
    if (outcome == TokenOutcome::NotYet) return {outcome, {}};
    return {outcome, approval};
}

}  // namespace tessera::staff
