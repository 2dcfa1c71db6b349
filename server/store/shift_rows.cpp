// SPDX-License-Identifier: Apache-2.0
#include "server/store/shift_rows.h"

#include <algorithm>

#include "server/store/limits.h"
#include "server/store/postgres_shifts.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

constexpr const char* kSession = "-c jit=off -c lock_timeout=3s";

constexpr const char* kShiftColumns =
    "SELECT shift_id, device_id, number, staff_id, state, version, opened_at, closed_at, "
    "counted_by, explanation, signed_off_by, next_shift FROM shift ";
constexpr const char* kFind = "WHERE shift_id = $1";
constexpr const char* kOfDevice = "WHERE device_id = $1 AND state < 4";
constexpr const char* kList =
    "WHERE ($1 = 0 OR staff_id = $1) AND ($2 = 0 OR state = $2) AND ($3 = 0 OR shift_id < $3) "
    "ORDER BY shift_id DESC LIMIT $4";
constexpr const char* kReport = "SELECT report FROM shift WHERE shift_id = $1";
constexpr const char* kBalances =
    "SELECT shift_id, currency, opening_float, sales, refunds, paid_in, paid_out, counted, "
    "denominations FROM shift_balance WHERE shift_id = ANY($1) ORDER BY shift_id, currency";
constexpr const char* kDrawer =
    "SELECT kind, currency, amount, reason, at, staff_id FROM drawer_entry WHERE shift_id = $1 "
    "ORDER BY entry_no";

// Once it is counted its balances have them.
constexpr const char* kCashIn =
    "SELECT e.shift_id, e.currency FROM shift s JOIN shift_entry e ON e.shift_id = s.shift_id "
    "WHERE s.shift_id = ANY($1) AND s.state < 3 AND e.tender_kind = 2 AND e.state <> 3 "
    "GROUP BY 1, 2 ORDER BY 1, 2";

ShiftRow shiftAt(const PgRows& rows, int i) {
    ShiftRow row;
    row.id = ShiftId{rows.number(i, 0)};
    row.device = DeviceId{rows.number(i, 1)};
    row.number = rows.as<std::int32_t>(i, 2);
    row.staff = StaffId{rows.number(i, 3)};
    row.state = static_cast<ShiftState>(rows.number(i, 4));
    row.version = rows.as<std::int32_t>(i, 5);
    row.openedAt = Instant{rows.number(i, 6)};
    row.closedAt = Instant{rows.number(i, 7)};
    row.countedBy = StaffId{rows.number(i, 8)};
    row.explanation = rows.text(i, 9);
    row.signedOffBy = StaffId{rows.number(i, 10)};
    row.next = ShiftId{rows.number(i, 11)};
    return row;
}

Currency currencyAt(const PgRows& rows, int i) {
    return parseCurrency(rows.text(i, 1)).value_or(Currency{});
}

ShiftBalance balanceAt(const PgRows& rows, int i) {
    ShiftBalance out;
    out.currency = currencyAt(rows, i);
    out.openingFloat = Money{rows.number(i, 2)};
    out.sales = Money{rows.number(i, 3)};
    out.refunds = Money{rows.number(i, 4)};
    out.paidIn = Money{rows.number(i, 5)};
    out.paidOut = Money{rows.number(i, 6)};
    out.counted = Money{rows.number(i, 7)};
    const auto flat = readIntArray(rows.bytes(i, 8)).value_or(std::vector<std::int64_t>{});
    for (std::size_t at = 0; at + 1 < flat.size(); at += 2) {
        out.denominations.push_back({flat[at], static_cast<std::int32_t>(flat[at + 1])});
    }
    return out;
}

DrawerEntry drawerAt(const PgRows& rows, int i) {
    DrawerEntry out;
    out.kind = static_cast<DrawerKind>(rows.number(i, 0));
    out.currency = currencyAt(rows, i);
    out.amount = Money{rows.number(i, 2)};
    out.reason = rows.text(i, 3);
    out.at = Instant{rows.number(i, 4)};
    out.by = StaffId{rows.number(i, 5)};
    return out;
}

}  // namespace

PgParams paramsOf(std::int64_t id) {
    PgParams params;
    params.addInt8(id);
    return params;
}

void addInt8s(PgParams& params, const std::vector<std::int64_t>& values) {
    ArrayWriter array(PgType::Int8);
    for (const std::int64_t value : values) array.addInt8(value);
    params.add(PgType::Int8Array, array.take(true));
}

ShiftRow readWhole(Work& work, ShiftKey by, std::int64_t id) {
    const std::string where = by == ShiftKey::Itself ? kFind : kOfDevice;
    const PgRows found = work.run(kShiftColumns + where, paramsOf(id));
    if (!work.good() || found.count() == 0) return {};
    ShiftRow row = shiftAt(found, 0);
    PgParams ids;
    addInt8s(ids, {row.id.value});
    const PgRows balances = work.run(kBalances, ids);
    for (int i = 0; i < balances.count(); ++i) row.balances.push_back(balanceAt(balances, i));
    const PgRows drawer = work.run(kDrawer, paramsOf(row.id.value));
    for (int i = 0; i < drawer.count(); ++i) row.entries.push_back(drawerAt(drawer, i));
    const PgRows cash = work.run(kCashIn, ids);
    for (int i = 0; i < cash.count(); ++i) row.cashIn.push_back(currencyAt(cash, i));
    return row;
}

PostgresShifts::PostgresShifts(const std::string& conninfo, std::size_t connections)
    : pool_(conninfo, kSession, connections) {}

Result<PgRows> PostgresShifts::ask(const std::string& sql, const PgParams& params,
                                   const char* tried) {
    const auto deadline = steady_clock::now() + std::chrono::microseconds(kCallDeadline.micros);
    auto lease = pool_.lease(deadline);
    if (!lease) return tl::make_unexpected(lease.error());
    (*lease)->takeWarning();
    auto rows = (*lease)->query(sql, params, deadline);
    if (!rows) return tl::make_unexpected(errorOf(rows.error(), tried));
    if ((*lease)->takeWarning()) {
        // "canceling wait for synchronous replication": here, and perhaps nowhere else.
        return failure(std::string(tried) + ": committed with a warning", Effect::Unknown);
    }
    return std::move(*rows);
}

Result<std::optional<ShiftRow>> PostgresShifts::find(ShiftId id) {
    const auto deadline = steady_clock::now() + std::chrono::microseconds(kCallDeadline.micros);
    auto lease = pool_.lease(deadline);
    if (!lease) return tl::make_unexpected(lease.error());
    Work work(**lease, "read a shift");
    ShiftRow row = readWhole(work, ShiftKey::Itself, id.value);
    if (const Status ended = work.end(); !ended) return tl::make_unexpected(ended.error());
    return row.id ? std::optional(std::move(row)) : std::nullopt;
}

Result<std::optional<ShiftRow>> PostgresShifts::ofDevice(DeviceId device) {
    const auto found = ask(std::string(kShiftColumns) + kOfDevice, paramsOf(device.value),
                           "find a device's shift");
    if (!found) return tl::make_unexpected(found.error());
    if (found->count() == 0) return std::optional<ShiftRow>{};
    return find(ShiftId{found->number(0, 0)});
}

Result<std::vector<ShiftRow>> PostgresShifts::list(const ShiftFilter& filter) {
    PgParams params = paramsOf(filter.staff.value);
    params.addInt2(filter.state ? static_cast<std::int16_t>(*filter.state) : std::int16_t{0});
    params.addInt8(filter.before.value);
    params.addInt4(filter.limit);
    const auto found = ask(std::string(kShiftColumns) + kList, params, "list shifts");
    if (!found) return tl::make_unexpected(found.error());
    std::vector<ShiftRow> rows;
    std::vector<std::int64_t> ids;
    for (int i = 0; i < found->count(); ++i) {
        rows.push_back(shiftAt(*found, i));
        ids.push_back(rows.back().id.value);
    }
    PgParams of;
    addInt8s(of, ids);
    const auto balances = ask(kBalances, of, "list shifts");
    if (!balances) return tl::make_unexpected(balances.error());
    for (int i = 0; i < balances->count(); ++i) {
        const auto row = std::ranges::find(rows, ShiftId{balances->number(i, 0)}, &ShiftRow::id);
        if (row != rows.end()) row->balances.push_back(balanceAt(*balances, i));
    }
    const auto cash = ask(kCashIn, of, "list shifts");
    if (!cash) return tl::make_unexpected(cash.error());
    for (int i = 0; i < cash->count(); ++i) {
        const auto row = std::ranges::find(rows, ShiftId{cash->number(i, 0)}, &ShiftRow::id);
        if (row != rows.end()) row->cashIn.push_back(currencyAt(*cash, i));
    }
    return rows;
}

Result<std::string> PostgresShifts::report(ShiftId id) {
    const auto rows = ask(kReport, paramsOf(id.value), "read a shift's report");
    if (!rows) return tl::make_unexpected(rows.error());
    return rows->count() == 0 ? std::string() : std::string(rows->bytes(0, 0));
}

std::string cashReference(ShiftId shift, const RequestId& request) {
    return encodePublicId(shift.value) + "/" + toString(request);
}

std::unique_ptr<Shifts> makePostgresShifts(const std::string& conninfo, std::size_t connections) {
    return std::make_unique<PostgresShifts>(conninfo, connections);
}

}  // namespace tessera::store
