// SPDX-License-Identifier: Apache-2.0
#include "server/store/staff_rows.h"

#include <algorithm>
#include <utility>

#include "server/store/limits.h"
#include "server/store/pg_connection.h"
#include "server/store/pg_work.h"
#include "server/store/trail_writer.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

constexpr const char* kSession = "-c jit=off -c lock_timeout=3s";

constexpr const char* kNow = "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint";

constexpr const char* kAddStaff =
    "INSERT INTO staff (staff_id, login, name, role, version, password_hash, pin_hash, "
    "totp_secret, totp_step, disabled, created_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING";

// A step that was used meanwhile stays used: signing in leaves the version as it is.
// created_at never changes: it is asked for so that adding and changing take the same parameters.
constexpr const char* kChangeStaff =
    "UPDATE staff SET login = $2, name = $3, role = $4, version = $5 + 1, password_hash = $6, "
    "pin_hash = $7, totp_secret = $8, totp_step = GREATEST(totp_step, $9), disabled = $10 "
    "WHERE staff_id = $1 AND version = $5 AND created_at = $11";

constexpr const char* kReadStaff =
    "SELECT staff_id, login, name, role, version, password_hash, pin_hash, totp_secret, "
    "totp_step, disabled, created_at FROM staff ORDER BY staff_id LIMIT $1";

constexpr const char* kAddDevice =
    "INSERT INTO device (device_id, name, version, cert_serial, code_hash, code_until, "
    "enrolled_at, "
    "expires_at, revoked_at, created_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING";

constexpr const char* kChangeDevice =
    "UPDATE device SET name = $2, version = $3 + 1, cert_serial = $4, code_hash = $5, code_until = "
    "$6, "
    "enrolled_at = $7, expires_at = $8, revoked_at = $9 "
    "WHERE device_id = $1 AND version = $3 AND created_at = $10";

constexpr const char* kReadDevices =
    "SELECT device_id, name, version, cert_serial, code_hash, code_until, enrolled_at, expires_at, "
    "revoked_at, created_at FROM device ORDER BY device_id LIMIT $1";

constexpr const char* kSignedIn =
    "UPDATE staff SET totp_step = GREATEST(totp_step, $3) "
    "WHERE staff_id = $1 AND version = $2 AND ($3 = 0 OR totp_step < $3)";

constexpr const char* kHasStaff = "SELECT 1 FROM staff WHERE staff_id = $1";
constexpr const char* kHasDevice = "SELECT 1 FROM device WHERE device_id = $1";

constexpr const char* kCountStaff = "SELECT count(*) FROM staff";
constexpr const char* kCountDevices = "SELECT count(*) FROM device";

constexpr const char* kLockHead =
    "SELECT number, hash FROM trail_head WHERE event_id = $1 FOR UPDATE";
constexpr const char* kMoveHead =
    "UPDATE trail_head SET number = $2, hash = $3 WHERE event_id = $1";

constexpr const char* kAddTrail =
    "INSERT INTO trail (event_id, number, at, staff_id, device_id, approval_id, approved_by, "
    "action, subject, amount, reason, before, hash) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";

constexpr const char* kReadTrail =
    "SELECT event_id, number, at, staff_id, device_id, approval_id, approved_by, action, subject, "
    "amount, reason, before, hash FROM trail WHERE event_id = $1 AND number > $2 "
    "ORDER BY number LIMIT $3";

constexpr const char* kTrailsAfter =
    "SELECT DISTINCT event_id FROM trail WHERE event_id > $1 ORDER BY event_id LIMIT $2";

PgParams paramsOf(const StaffRow& row) {
    PgParams params;
    params.addInt8(row.id.value);
    params.addText(row.login);
    params.addText(row.name);
    params.addInt2(row.role);
    params.addInt4(row.version);
    params.addText(row.passwordHash);
    params.addText(row.pinHash);
    params.add(PgType::Bytea, row.totpSecret);
    params.addInt8(row.totpStep);
    params.addBool(row.disabled);
    params.addInt8(row.createdAt.micros);
    return params;
}

StaffRow staffAt(const PgRows& rows, int i) {
    StaffRow row;
    row.id = StaffId{rows.number(i, 0)};
    row.login = rows.text(i, 1);
    row.name = rows.text(i, 2);
    row.role = rows.as<std::int16_t>(i, 3);
    row.version = rows.as<std::int32_t>(i, 4);
    row.passwordHash = rows.text(i, 5);
    row.pinHash = rows.text(i, 6);
    row.totpSecret = rows.text(i, 7);
    row.totpStep = rows.number(i, 8);
    row.disabled = rows.number(i, 9) != 0;
    row.createdAt = Instant{rows.number(i, 10)};
    return row;
}

PgParams paramsOf(const DeviceRow& row) {
    PgParams params;
    params.addInt8(row.id.value);
    params.addText(row.name);
    params.addInt4(row.version);
    params.addText(row.serial);
    params.add(PgType::Bytea, row.codeHash);
    params.addInt8(row.codeUntil.micros);
    params.addInt8(row.enrolledAt.micros);
    params.addInt8(row.expiresAt.micros);
    params.addInt8(row.revokedAt.micros);
    params.addInt8(row.createdAt.micros);
    return params;
}

DeviceRow deviceAt(const PgRows& rows, int i) {
    DeviceRow row;
    row.id = DeviceId{rows.number(i, 0)};
    row.name = rows.text(i, 1);
    row.version = rows.as<std::int32_t>(i, 2);
    row.serial = rows.text(i, 3);
    row.codeHash = rows.text(i, 4);
    row.codeUntil = Instant{rows.number(i, 5)};
    row.enrolledAt = Instant{rows.number(i, 6)};
    row.expiresAt = Instant{rows.number(i, 7)};
    row.revokedAt = Instant{rows.number(i, 8)};
    row.createdAt = Instant{rows.number(i, 9)};
    return row;
}

std::string bytesOf(const TrailHash& hash) {
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

TrailHash hashAt(const PgRows& rows, int i, int column) {
    TrailHash hash{};
    const std::string_view bytes = rows.bytes(i, column);
    std::copy_n(bytes.begin(), std::min(bytes.size(), hash.size()), hash.begin());
    return hash;
}

TrailRow trailAt(const PgRows& rows, int i) {
    TrailRow row;
    row.event = EventId{rows.number(i, 0)};
    row.number = rows.number(i, 1);
    row.at = Instant{rows.number(i, 2)};
    row.by = StaffId{rows.number(i, 3)};
    row.device = DeviceId{rows.number(i, 4)};
    row.approval = ApprovalId{rows.number(i, 5)};
    row.approvedBy = StaffId{rows.number(i, 6)};
    row.action = rows.text(i, 7);
    row.subject = rows.number(i, 8);
    row.amount = Money{rows.number(i, 9)};
    row.reason = rows.text(i, 10);
    row.before = hashAt(rows, i, 11);
    row.hash = hashAt(rows, i, 12);
    return row;
}

PgParams paramsOf(const TrailRow& row) {
    PgParams params;
    params.addInt8(row.event.value);
    params.addInt8(row.number);
    params.addInt8(row.at.micros);
    params.addInt8(row.by.value);
    params.addInt8(row.device.value);
    params.addInt8(row.approval.value);
    params.addInt8(row.approvedBy.value);
    params.addText(row.action);
    params.addInt8(row.subject);
    params.addInt8(row.amount.minor);
    params.addText(row.reason);
    params.add(PgType::Bytea, bytesOf(row.before));
    params.add(PgType::Bytea, bytesOf(row.hash));
    return params;
}

PgParams idOf(std::int64_t id) {
    PgParams params;
    params.addInt8(id);
    return params;
}

}  // namespace

void writeTrail(Work& work, TrailRow row) {
    const PgRows head = work.run(kLockHead, idOf(0));
    if (!work.good()) return;
    if (head.count() != 1) return work.fail("the trail has no head");
    row.event = {};
    TrailRow last;
    last.number = head.number(0, 0);
    last.hash = hashAt(head, 0, 1);
    chain(row, last.number == 0 ? nullptr : &last);
    work.run(kAddTrail, paramsOf(row));
    PgParams moved = idOf(0);
    moved.addInt8(row.number);
    moved.add(PgType::Bytea, bytesOf(row.hash));
    work.run(kMoveHead, moved);
}

namespace {

class PostgresStaff final : public StaffRows {
public:
    PostgresStaff(const std::string& conninfo, std::size_t connections)
        : pool_(conninfo, kSession, connections) {}

    Result<Instant> databaseNow() override;
    Result<std::vector<StaffRow>> readStaff() override { return readAll(kReadStaff, staffAt); }
    Result<std::vector<DeviceRow>> readDevices() override {
        return readAll(kReadDevices, deviceAt);
    }
    Result<StaffOutcome> add(const StaffRow& row, TrailRow what) override {
        return add(kCountStaff, kAddStaff, paramsOf(row), std::move(what));
    }
    Result<StaffOutcome> add(const DeviceRow& row, TrailRow what) override {
        return add(kCountDevices, kAddDevice, paramsOf(row), std::move(what));
    }
    Result<StaffOutcome> change(const StaffRow& row, TrailRow what) override {
        return change(kChangeStaff, paramsOf(row), std::move(what), {kHasStaff, row.id.value});
    }
    Result<StaffOutcome> change(const DeviceRow& row, TrailRow what) override {
        return change(kChangeDevice, paramsOf(row), std::move(what), {kHasDevice, row.id.value});
    }
    Result<StaffOutcome> signedIn(StaffId id, std::int32_t version, std::int64_t totpStep,
                                  TrailRow what) override {
        PgParams params = idOf(id.value);
        params.addInt4(version);
        params.addInt8(totpStep);
        return change(kSignedIn, params, std::move(what), {kHasStaff, id.value});
    }
    Result<std::vector<TrailRow>> readTrail(EventId event, std::int64_t after) override;
    Result<std::vector<EventId>> trailsAfter(std::optional<EventId> after) override;

private:
    Result<PgRows> read(const std::string& sql, const PgParams& params, const char* tried);
    template <class Row>
    Result<std::vector<Row>> readAll(const char* sql, Row (*at)(const PgRows&, int));
    Result<StaffOutcome> add(const char* count, const char* sql, const PgParams& params,
                             TrailRow what);
    // Finds the row that is to be changed.
    struct Has {
        const char* sql;
        std::int64_t id;
    };
    Result<StaffOutcome> change(const char* sql, const PgParams& params, TrailRow what, Has has);

    PgPool pool_;
};

Result<PgRows> PostgresStaff::read(const std::string& sql, const PgParams& params,
                                   const char* tried) {
    const auto deadline = steady_clock::now() + std::chrono::microseconds(kCallDeadline.micros);
    auto lease = pool_.lease(deadline);
    if (!lease) return tl::make_unexpected(lease.error());
    auto rows = (*lease)->query(sql, params, deadline);
    if (!rows) return tl::make_unexpected(errorOf(rows.error(), tried));
    return std::move(*rows);
}

Result<Instant> PostgresStaff::databaseNow() {
    const auto rows = read(kNow, {}, "read the database's clock");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() != 1) return failure("the database's clock says nothing");
    return Instant{rows->number(0, 0)};
}

template <class Row>
Result<std::vector<Row>> PostgresStaff::readAll(const char* sql, Row (*at)(const PgRows&, int)) {
    PgParams params;
    params.addInt4(kStaffRead + 1);
    const auto rows = read(sql, params, "read staff and devices");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() > kStaffRead) return failure("more than 10000 rows of staff or devices");
    std::vector<Row> all;
    for (int i = 0; i < rows->count(); ++i) all.push_back(at(*rows, i));
    return all;
}

// Behind the lock of the head all that were added before are counted, and nobody adds meanwhile.
Result<StaffOutcome> PostgresStaff::add(const char* count, const char* sql, const PgParams& params,
                                        TrailRow what) {
    const auto deadline = steady_clock::now() + std::chrono::microseconds(kCallDeadline.micros);
    auto lease = pool_.lease(deadline);
    if (!lease) return tl::make_unexpected(lease.error());
    Work work(**lease, "add staff or devices");
    work.run(kLockHead, idOf(0));
    const PgRows counted = work.run(count, {});
    auto outcome = StaffOutcome::Done;
    if (work.good() && counted.number(0, 0) >= kStaffRead) outcome = StaffOutcome::TooMany;
    if (work.good() && outcome == StaffOutcome::Done) {
        const PgRows written = work.run(sql, params);
        if (work.good() && written.affected() == 0) outcome = StaffOutcome::Taken;
    }
    if (work.good() && outcome == StaffOutcome::Done) writeTrail(work, std::move(what));
    if (const Status ended = work.end(); !ended) return tl::make_unexpected(ended.error());
    return outcome;
}

Result<StaffOutcome> PostgresStaff::change(const char* sql, const PgParams& params, TrailRow what,
                                           Has has) {
    const auto deadline = steady_clock::now() + std::chrono::microseconds(kCallDeadline.micros);
    auto lease = pool_.lease(deadline);
    if (!lease) return tl::make_unexpected(lease.error());
    Work work(**lease, "change staff or devices");
    const PgRows written = work.run(sql, params);
    auto outcome = StaffOutcome::Done;
    if (work.good() && written.affected() == 0) {
        const bool there = work.run(has.sql, idOf(has.id)).count() > 0;
        outcome = there ? StaffOutcome::Changed : StaffOutcome::Unknown;
    }
    if (work.good() && outcome == StaffOutcome::Done) writeTrail(work, std::move(what));
    if (const Status ended = work.end(); !ended) return tl::make_unexpected(ended.error());
    return outcome;
}

Result<std::vector<TrailRow>> PostgresStaff::readTrail(EventId event, std::int64_t after) {
    PgParams params;
    params.addInt8(event.value);
    params.addInt8(after);
    params.addInt4(kTrailPerRead);
    const auto rows = read(kReadTrail, params, "read the trail");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<TrailRow> trail;
    for (int i = 0; i < rows->count(); ++i) trail.push_back(trailAt(*rows, i));
    return trail;
}

Result<std::vector<EventId>> PostgresStaff::trailsAfter(std::optional<EventId> after) {
    PgParams params;
    params.addInt8(after ? after->value : -1);
    params.addInt4(kTrailPerRead);
    const auto rows = read(kTrailsAfter, params, "list the trails");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<EventId> events;
    for (int i = 0; i < rows->count(); ++i) events.emplace_back(rows->number(i, 0));
    return events;
}

}  // namespace

std::unique_ptr<StaffRows> makePostgresStaff(const std::string& conninfo, std::size_t connections) {
    return std::make_unique<PostgresStaff>(conninfo, connections);
}

}  // namespace tessera::store
