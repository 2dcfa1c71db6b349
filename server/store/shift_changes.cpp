// SPDX-License-Identifier: Apache-2.0
// What changes a shift: each one transaction that names the state it expects.
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "server/store/limits.h"
#include "server/store/postgres_shifts.h"
#include "server/store/trail_writer.h"
#include "shared/base/check.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

constexpr const char* kNote =
    "INSERT INTO shift_request (request_id, fingerprint, shift_id, what, at) "
    "VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
constexpr const char* kNoted =
    "SELECT fingerprint, shift_id, what FROM shift_request WHERE request_id = $1";
constexpr const char* kForget = "DELETE FROM shift_request WHERE request_id = $1";

constexpr const char* kPrune =
    "DELETE FROM shift_request WHERE request_id IN (SELECT request_id FROM shift_request "
    "WHERE at < $1 ORDER BY at LIMIT $2)";

constexpr const char* kOpen =
    "INSERT INTO shift (shift_id, device_id, number, staff_id, state, version, opened_at, "
    "closed_at, counted_by, explanation, signed_off_by, next_shift, report) "
    "SELECT $1, $2, coalesce(max(number), 0) + 1, $3, 1, 1, $4, 9223372036854775807, 0, '', 0, 0, "
    "''::bytea FROM shift WHERE device_id = $2 ON CONFLICT DO NOTHING";
constexpr const char* kFloat =
    "INSERT INTO shift_balance (shift_id, currency, opening_float, sales, refunds, paid_in, "
    "paid_out, counted, denominations) VALUES ($1, $2, $3, 0, 0, 0, 0, 0, '{}')";
constexpr const char* kLock = "SELECT state, version FROM shift WHERE shift_id = $1 FOR UPDATE";
constexpr const char* kDrawerCount = "SELECT count(*) FROM drawer_entry WHERE shift_id = $1";
constexpr const char* kAddDrawer =
    "INSERT INTO drawer_entry (shift_id, entry_no, kind, currency, amount, reason, at, staff_id) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr const char* kPay =
    "INSERT INTO shift_balance AS b (shift_id, currency, opening_float, sales, refunds, paid_in, "
    "paid_out, counted, denominations) VALUES ($1, $2, 0, 0, 0, $3, $4, 0, '{}') "
    "ON CONFLICT (shift_id, currency) DO UPDATE SET paid_in = b.paid_in + $3, "
    "paid_out = b.paid_out + $4";
constexpr const char* kMove =
    "UPDATE shift SET state = $3, version = version + 1, counted_by = CASE WHEN $5 = 0 THEN "
    "counted_by ELSE $5 END WHERE shift_id = $1 AND state = $2 AND version = $4";
// Whose figures stand is who cannot sign them off.
constexpr const char* kRecount = "UPDATE shift SET counted_by = $2 WHERE shift_id = $1";
constexpr const char* kUncount =
    "UPDATE shift_balance SET counted = 0, denominations = '{}' WHERE shift_id = $1";
constexpr const char* kCounted =
    "INSERT INTO shift_balance (shift_id, currency, opening_float, sales, refunds, paid_in, "
    "paid_out, counted, denominations) VALUES ($1, $2, 0, 0, 0, 0, 0, $3, $4) "
    "ON CONFLICT (shift_id, currency) DO UPDATE SET counted = $3, denominations = $4";
constexpr const char* kStillOpen =
    "SELECT count(*) FROM shift_entry WHERE shift_id = $1 AND state = 1";
constexpr const char* kEntriesSum =
    "SELECT currency, coalesce(sum(amount) FILTER (WHERE kind = 1), 0)::bigint, "
    "coalesce(sum(amount) FILTER (WHERE kind = 2), 0)::bigint FROM shift_entry "
    "WHERE shift_id = $1 AND state = 2 AND tender_kind = 2 GROUP BY currency";
constexpr const char* kTook =
    "INSERT INTO shift_balance (shift_id, currency, opening_float, sales, refunds, paid_in, "
    "paid_out, counted, denominations) VALUES ($1, $2, 0, $3, $4, 0, 0, 0, '{}') "
    "ON CONFLICT (shift_id, currency) DO UPDATE SET sales = $3, refunds = $4";
constexpr const char* kClose =
    "UPDATE shift SET state = 4, version = version + 1, closed_at = $3, explanation = $4, "
    "signed_off_by = $5, next_shift = $6, report = $7 "
    "WHERE shift_id = $1 AND state = 3 AND version = $2";

constexpr const char* kApprovalUsed =
    "SELECT count(*) FROM trail WHERE event_id = $1 AND approval_id = $2 AND approval_id <> 0";

struct Standing {
    ShiftOutcome outcome = ShiftOutcome::Unknown;
    ShiftState state = ShiftState::Open;
    std::int32_t version = 0;
};

// Behind its lock: whether it is in one of these states, `from` to `to`, and of that version; 0: of
// any.
Standing lock(Work& work, ShiftId id, ShiftState from, ShiftState to, std::int32_t version) {
    const PgRows rows = work.run(kLock, paramsOf(id.value));
    Standing out;
    if (!work.good() || rows.count() == 0) return out;
    out.state = static_cast<ShiftState>(rows.number(0, 0));
    out.version = rows.as<std::int32_t>(0, 1);
    const bool fits = out.state >= from && out.state <= to;
    out.outcome = fits ? ShiftOutcome::Done : ShiftOutcome::Over;
    if (fits && version != 0 && out.version != version) out.outcome = ShiftOutcome::Changed;
    return out;
}

void move(Work& work, ShiftId id, const Standing& from, ShiftState to, StaffId counter) {
    PgParams params = paramsOf(id.value);
    params.addInt2(static_cast<std::int16_t>(from.state));
    params.addInt2(static_cast<std::int16_t>(to));
    params.addInt4(from.version);
    params.addInt8(counter.value);
    const PgRows moved = work.run(kMove, params);
    if (work.good() && moved.affected() != 1) work.fail("the shift was not as it was locked");
}

// Whether it may be done; what was done before was answered by then.
ShiftOutcome allowed(Work& work, const ShiftAsk& ask) {
    if (ask.refused) return ShiftOutcome::Refused;
    if (!ask.told.approval) return ShiftOutcome::Done;
    if (ask.told.at >= ask.approvedUntil) return ShiftOutcome::ApprovalOver;
    // Of two that bring one approval at once the second waits here, and finds it used.
    lockTrail(work);
    PgParams params = paramsOf(std::int64_t{0});
    params.addInt8(ask.told.approval.value);
    const PgRows used = work.run(kApprovalUsed, params);
    const bool before = work.good() && used.number(0, 0) > 0;
    return before ? ShiftOutcome::ApprovalUsed : ShiftOutcome::Done;
}

// Whether nothing of it is open, and its entries sum to that.
ShiftOutcome ready(Work& work, ShiftId id, const std::vector<ShiftCash>& cash) {
    const PgRows open = work.run(kStillOpen, paramsOf(id.value));
    if (work.good() && open.number(0, 0) > 0) return ShiftOutcome::Busy;
    std::map<Currency, std::pair<std::int64_t, std::int64_t>> sums;
    const PgRows entries = work.run(kEntriesSum, paramsOf(id.value));
    for (int i = 0; work.good() && i < entries.count(); ++i) {
        auto& sum = sums[parseCurrency(entries.text(i, 0)).value_or(Currency{})];
        sum = {entries.number(i, 1), entries.number(i, 2)};
    }
    for (const ShiftCash& one : cash) {
        auto& sum = sums[one.currency];
        sum.first -= one.sales.minor;
        sum.second -= one.refunds.minor;
    }
    const bool even = std::ranges::all_of(sums, [](const auto& each) {
        return each.second == std::pair<std::int64_t, std::int64_t>{};
    });
    return even ? ShiftOutcome::Done : ShiftOutcome::Unbalanced;
}

ShiftOutcome insert(Work& work, const ShiftRow& row) {
    PgParams params = paramsOf(row.id.value);
    params.addInt8(row.device.value);
    params.addInt8(row.staff.value);
    params.addInt8(row.openedAt.micros);
    const PgRows written = work.run(kOpen, params);
    if (work.good() && written.affected() == 0) return ShiftOutcome::Open;
    for (const ShiftBalance& balance : row.balances) {
        PgParams with = paramsOf(row.id.value);
        with.addText(toString(balance.currency));
        with.addInt8(balance.openingFloat.minor);
        work.run(kFloat, with);
    }
    return ShiftOutcome::Done;
}

const char* actionOf(std::int16_t what) {
    constexpr std::array kActions{"open_shift", "add_drawer_entry", "count_shift", "close_shift"};
    return kActions.at(static_cast<std::size_t>(what - 1));
}

}  // namespace

Result<ShiftAnswer> PostgresShifts::transact(What what, ShiftId id, const ShiftAsk& ask,
                                             const Change& change) {
    const auto deadline = steady_clock::now() + std::chrono::microseconds(kCallDeadline.micros);
    auto lease = pool_.lease(deadline);
    if (!lease) return tl::make_unexpected(lease.error());
    Work work(**lease, actionOf(static_cast<std::int16_t>(what)));
    ShiftAnswer answer;
    PgParams request;
    request.addBytes(PgType::Uuid, ask.request.bytes);
    PgParams note = request;
    note.addInt8(ask.fingerprint.value);
    note.addInt8(id.value);
    note.addInt2(static_cast<std::int16_t>(what));
    note.addInt8(ask.told.at.micros);
    // Whoever sends it twice at once waits here for the first.
    if (work.run(kNote, note).affected() == 0) {
        const PgRows known = work.run(kNoted, request);
        const bool same = known.count() == 1 && known.number(0, 0) == ask.fingerprint.value &&
                          known.number(0, 2) == static_cast<std::int16_t>(what);
        answer.repeated = same;
        answer.outcome = same ? ShiftOutcome::Done : ShiftOutcome::Reused;
        if (same) id = ShiftId{known.number(0, 1)};
    } else {
        answer.outcome = change(work);
        if (answer.outcome != ShiftOutcome::Done) work.run(kForget, request);
    }
    if (answer.outcome == ShiftOutcome::Open) {
        answer.row = readWhole(work, ShiftKey::ItsDevice, ask.told.device.value);
    } else if (answer.outcome != ShiftOutcome::Reused) {
        answer.row = readWhole(work, ShiftKey::Itself, id.value);
    }
    if (answer.outcome == ShiftOutcome::Done && !answer.repeated) {
        TrailRow told = ask.told;
        told.action = actionOf(static_cast<std::int16_t>(what));
        told.subject = id.value;
        writeTrail(work, std::move(told));
    }
    if (const Status ended = work.end(); !ended) return tl::make_unexpected(ended.error());
    return answer;
}

Result<ShiftAnswer> PostgresShifts::open(ShiftRow row, const ShiftAsk& ask) {
    const ShiftId id = row.id;
    return transact(What::Open, id, ask,
                    [row = std::move(row)](Work& work) { return insert(work, row); });
}

Result<ShiftAnswer> PostgresShifts::addDrawerEntry(ShiftId id, const DrawerEntry& entry,
                                                   const ShiftAsk& ask) {
    return transact(What::Drawer, id, ask, [&](Work& work) {
        const Standing now = lock(work, id, ShiftState::Open, ShiftState::Open, 0);
        if (now.outcome != ShiftOutcome::Done) return now.outcome;
        const ShiftOutcome may = allowed(work, ask);
        if (may != ShiftOutcome::Done) return may;
        const auto known = work.run(kDrawerCount, paramsOf(id.value));
        if (!work.good()) return ShiftOutcome::Done;
        const auto before = known.as<std::int32_t>(0, 0);
        if (before >= kDrawerEntriesMax) return ShiftOutcome::TooMany;
        const bool moves = entry.kind != DrawerKind::NoSale;
        PgParams params = paramsOf(id.value);
        params.addInt4(before + 1);
        params.addInt2(static_cast<std::int16_t>(entry.kind));
        params.addText(moves ? toString(entry.currency) : std::string());
        params.addInt8(entry.amount.minor);
        params.addText(entry.reason);
        params.addInt8(entry.at.micros);
        params.addInt8(entry.by.value);
        work.run(kAddDrawer, params);
        if (!moves) return ShiftOutcome::Done;
        PgParams pays = paramsOf(id.value);
        pays.addText(toString(entry.currency));
        pays.addInt8(entry.kind == DrawerKind::PaidIn ? entry.amount.minor : 0);
        pays.addInt8(entry.kind == DrawerKind::PaidOut ? entry.amount.minor : 0);
        work.run(kPay, pays);
        return ShiftOutcome::Done;
    });
}

Result<ShiftAnswer> PostgresShifts::count(ShiftId id, std::int32_t version,
                                          const std::vector<ShiftCount>& counts,
                                          const ShiftAsk& ask) {
    return transact(What::Count, id, ask, [&](Work& work) {
        const Standing now = lock(work, id, ShiftState::Open, ShiftState::Counting, version);
        if (now.outcome != ShiftOutcome::Done) return now.outcome;
        if (now.state == ShiftState::Open) {
            move(work, id, now, ShiftState::Counting, ask.told.by);
        } else {
            PgParams counter = paramsOf(id.value);
            counter.addInt8(ask.told.by.value);
            work.run(kRecount, counter);
        }
        work.run(kUncount, paramsOf(id.value));
        for (const ShiftCount& count : counts) {
            PgParams params = paramsOf(id.value);
            params.addText(toString(count.currency));
            params.addInt8(count.counted.minor);
            std::vector<std::int64_t> flat;
            for (const Denomination& one : count.denominations) {
                flat.push_back(one.worth);
                flat.push_back(one.number);
            }
            addInt8s(params, flat);
            work.run(kCounted, params);
        }
        return ShiftOutcome::Done;
    });
}

Result<ShiftAnswer> PostgresShifts::finishCount(ShiftId id, const std::vector<ShiftCash>& cash,
                                                TrailRow told) {
    const auto deadline = steady_clock::now() + std::chrono::microseconds(kCallDeadline.micros);
    auto lease = pool_.lease(deadline);
    if (!lease) return tl::make_unexpected(lease.error());
    Work work(**lease, "finish a count");
    ShiftAnswer answer;
    const Standing now = lock(work, id, ShiftState::Counting, ShiftState::Counting, 0);
    answer.outcome = now.outcome;
    if (now.outcome == ShiftOutcome::Done) answer.outcome = ready(work, id, cash);
    if (work.good() && answer.outcome == ShiftOutcome::Done) {
        for (const ShiftCash& one : cash) {
            PgParams params = paramsOf(id.value);
            params.addText(toString(one.currency));
            params.addInt8(one.sales.minor);
            params.addInt8(one.refunds.minor);
            work.run(kTook, params);
        }
        move(work, id, now, ShiftState::Counted, {});
        told.action = "finish_count";
        told.subject = id.value;
        writeTrail(work, std::move(told));
    }
    answer.row = readWhole(work, ShiftKey::Itself, id.value);
    if (const Status ended = work.end(); !ended) return tl::make_unexpected(ended.error());
    return answer;
}

Result<ShiftAnswer> PostgresShifts::close(const ShiftClosing& closing, const ShiftAsk& ask) {
    return transact(What::Close, closing.shift, ask, [&](Work& work) {
        const Standing now =
            lock(work, closing.shift, ShiftState::Counted, ShiftState::Counted, closing.version);
        if (now.outcome != ShiftOutcome::Done) return now.outcome;
        const ShiftOutcome may = allowed(work, ask);
        if (may != ShiftOutcome::Done) return may;
        TESSERA_CHECK(!closing.report.empty());
        PgParams params = paramsOf(closing.shift.value);
        params.addInt4(closing.version);
        params.addInt8(ask.told.at.micros);
        params.addText(closing.explanation);
        params.addInt8(closing.signedOffBy.value);
        params.addInt8(closing.next ? closing.next->id.value : 0);
        params.add(PgType::Bytea, closing.report);
        const PgRows closed = work.run(kClose, params);
        if (work.good() && closed.affected() != 1) work.fail("it was not as it was locked");
        TrailRow told = ask.told;
        told.action = "write_z_report";
        told.subject = closing.shift.value;
        told.reason = closing.reportHash;
        told.approval = {};  // Of the row of the closing alone: it is in a chain once.
        writeTrail(work, told);
        if (!closing.next) return ShiftOutcome::Done;
        if (insert(work, *closing.next) != ShiftOutcome::Done) work.fail("its device has a shift");
        told.action = actionOf(static_cast<std::int16_t>(What::Open));
        told.subject = closing.next->id.value;
        told.reason = {};
        writeTrail(work, std::move(told));
        return ShiftOutcome::Done;
    });
}

Result<std::int64_t> PostgresShifts::prune(Instant now) {
    PgParams params;
    params.addInt8((now - kShiftRequestsKept).micros);
    params.addInt4(kShiftRequestsAtOnce);
    const auto gone = ask(kPrune, params, "let old requests of shifts go");
    if (!gone) return tl::make_unexpected(gone.error());
    return gone->affected();
}

}  // namespace tessera::store
