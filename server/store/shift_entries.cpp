// SPDX-License-Identifier: Apache-2.0
// The money of orders that goes through a shift, entry by entry.
#include "server/store/event_rows.h"
#include "server/store/postgres_shifts.h"

namespace tessera::store {
namespace {

constexpr const char* kOpenEntry =
    "SELECT unnest(open_shift_entry($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))";
constexpr const char* kEndEntry =
    "UPDATE shift_entry SET state = $3, order_id = $4, target_id = $5, amount = $6 "
    "WHERE shift_id = $1 AND request_id = $2 AND state = 1 AND ($3 = 2 OR tries = $7)";
constexpr const char* kSettleEntry =
    "UPDATE shift_entry e SET amount = $3 WHERE e.shift_id = $1 AND e.request_id = $2 "
    "AND e.state = 2 AND EXISTS (SELECT 1 FROM shift s WHERE s.shift_id = $1 AND s.state = 2)";
constexpr const char* kEntries =
    "SELECT shift_id, request_id, fingerprint, kind, tender_kind, state, tries, for_event, "
    "order_id, target_id, currency, amount, staff_id, opened_at FROM shift_entry "
    "WHERE shift_id = $1 AND state = $2 AND request_id > $3 ORDER BY request_id LIMIT $4";

ShiftEntry entryAt(const PgRows& rows, int i) {
    ShiftEntry entry;
    entry.shift = ShiftId{rows.number(i, 0)};
    entry.request = requestIdAt(rows, i, 1);
    entry.fingerprint = Fingerprint{rows.number(i, 2)};
    entry.kind = static_cast<EntryKind>(rows.number(i, 3));
    entry.tenderKind = rows.as<std::int16_t>(i, 4);
    entry.state = static_cast<EntryState>(rows.number(i, 5));
    entry.tries = rows.as<std::int32_t>(i, 6);
    entry.event = EventId{rows.number(i, 7)};
    entry.order = OrderId{rows.number(i, 8)};
    entry.target = rows.number(i, 9);
    entry.currency = parseCurrency(rows.text(i, 10)).value_or(Currency{});
    entry.amount = Money{rows.number(i, 11)};
    entry.staff = StaffId{rows.number(i, 12)};
    entry.openedAt = Instant{rows.number(i, 13)};
    return entry;
}

EntryOpening::How howOf(std::int64_t said) {
    switch (said) {
        case 1:
            return EntryOpening::How::Opened;
        case 2:
            return EntryOpening::How::DoneBefore;
        case 3:
            return EntryOpening::How::LeftOpen;
        case 4:
            return EntryOpening::How::Reused;
        default:
            return EntryOpening::How::NoShift;
    }
}

}  // namespace

Result<EntryOpening> PostgresShifts::openEntry(const ShiftEntry& entry, DeviceId device) {
    PgParams params = paramsOf(device.value);
    params.addBytes(PgType::Uuid, entry.request.bytes);
    params.addInt8(entry.fingerprint.value);
    params.addInt2(static_cast<std::int16_t>(entry.kind));
    params.addInt2(entry.tenderKind);
    params.addInt8(entry.event.value);
    params.addInt8(entry.order.value);
    params.addInt8(entry.target);
    params.addText(toString(entry.currency));
    params.addInt8(entry.staff.value);
    params.addInt8(entry.openedAt.micros);
    const auto rows = ask(kOpenEntry, params, "open a shift's entry");
    if (!rows) return tl::make_unexpected(rows.error());
    if (rows->count() != 3) return failure("a shift's entry was opened and said nothing");
    return EntryOpening{howOf(rows->number(0, 0)), ShiftId{rows->number(1, 0)},
                        rows->as<std::int32_t>(2, 0)};
}

Status PostgresShifts::endEntry(const ShiftEntry& entry) {
    PgParams params = paramsOf(entry.shift.value);
    params.addBytes(PgType::Uuid, entry.request.bytes);
    params.addInt2(static_cast<std::int16_t>(entry.state));
    params.addInt8(entry.order.value);
    params.addInt8(entry.target);
    params.addInt8(entry.amount.minor);
    params.addInt4(entry.tries);
    const auto rows = ask(kEndEntry, params, "end a shift's entry");
    if (!rows) return tl::make_unexpected(rows.error());
    return {};
}

Status PostgresShifts::settleEntry(const ShiftEntry& entry) {
    PgParams params = paramsOf(entry.shift.value);
    params.addBytes(PgType::Uuid, entry.request.bytes);
    params.addInt8(entry.amount.minor);
    const auto rows = ask(kSettleEntry, params, "settle a shift's entry");
    if (!rows) return tl::make_unexpected(rows.error());
    return {};
}

Result<std::vector<ShiftEntry>> PostgresShifts::entries(ShiftId id, EntryState state,
                                                        const RequestId& after) {
    PgParams params = paramsOf(id.value);
    params.addInt2(static_cast<std::int16_t>(state));
    params.addBytes(PgType::Uuid, after.bytes);
    params.addInt4(kEntriesPerRead);
    const auto rows = ask(kEntries, params, "read a shift's entries");
    if (!rows) return tl::make_unexpected(rows.error());
    std::vector<ShiftEntry> out;
    for (int i = 0; i < rows->count(); ++i) out.push_back(entryAt(*rows, i));
    return out;
}

}  // namespace tessera::store
