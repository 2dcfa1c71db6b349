// SPDX-License-Identifier: Apache-2.0
#include "server/app/shift/shift_desk.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "server/app/request_memory.h"
#include "server/runtime/secrets.h"
#include "shared/base/check.h"
#include "shared/base/encoding.h"

namespace tessera::shift {
namespace {

using app::Answer;
using app::Problem;
using app::ProblemKind;
using store::ShiftAnswer;
using store::ShiftOutcome;
using store::ShiftRow;
using store::ShiftState;

constexpr std::int64_t kIdsSince = 1'577'836'800'000'000;  // 2020, as every id that is made here.

Problem shiftNotFound() {
    return app::notFound("SHIFT_NOT_FOUND");
}

std::string nameOf(ShiftState state) {
    switch (state) {
        case ShiftState::Open:
            return "OPEN";
        case ShiftState::Counting:
            return "COUNTING";
        case ShiftState::Counted:
            return "COUNTED";
        case ShiftState::Closed:
            break;
    }
    return "CLOSED";
}

Problem shiftOver(ShiftState state) {
    return {ProblemKind::FailedPrecondition,
            "SHIFT_OVER",
            "The shift is not in a state for that.",
            {{"state", nameOf(state)}},
            std::nullopt};
}

Problem notApproved(const char* reason, const char* message) {
    return {ProblemKind::PermissionDenied, reason, message, {}, std::nullopt};
}

// What a failure of the rows is told as: the same request asks what became of it.
Problem problemOf(const Error& error) {
    if (error.effect == Effect::None) return app::unavailable("The look-up failed.");
    return {ProblemKind::Aborted,
            "RESULT_UNKNOWN",
            "The change may have been made: ask again with the same request id.",
            {},
            std::nullopt};
}

Answer<ShiftRow> toAnswer(Result<ShiftAnswer> answer) {
    if (!answer) return tl::make_unexpected(problemOf(answer.error()));
    switch (answer->outcome) {
        case ShiftOutcome::Done:
            return std::move(answer->row);
        case ShiftOutcome::Reused:
            return tl::make_unexpected(Problem{ProblemKind::AlreadyExists,
                                               "REQUEST_ID_REUSED",
                                               "The request id came before with another body.",
                                               {},
                                               std::nullopt});
        case ShiftOutcome::Unknown:
            return tl::make_unexpected(shiftNotFound());
        case ShiftOutcome::Over:
            return tl::make_unexpected(shiftOver(answer->row.state));
        case ShiftOutcome::Changed:
            return tl::make_unexpected(app::changedMeanwhile());
        case ShiftOutcome::Open:
            return tl::make_unexpected(Problem{ProblemKind::FailedPrecondition,
                                               "SHIFT_OPEN",
                                               "The device has a shift that is not closed.",
                                               {{"shift", encodePublicId(answer->row.id.value)}},
                                               std::nullopt});
        case ShiftOutcome::TooMany:
            return tl::make_unexpected(app::invalidField("entry", "at most 1,000 a shift", "1000"));
        case ShiftOutcome::ApprovalOver:
            return tl::make_unexpected(
                notApproved("APPROVAL_OVER", "The approval is over: ask for another."));
        case ShiftOutcome::ApprovalUsed:
            return tl::make_unexpected(
                notApproved("APPROVAL_USED", "The approval was used: ask for another."));
        case ShiftOutcome::Refused:
        case ShiftOutcome::Busy:
        case ShiftOutcome::Unbalanced:
            break;
    }
    return tl::make_unexpected(app::internalProblem("No outcome of that change."));
}

// 63 bits, later ones larger; never 0.
ShiftId freshShiftId(Instant now) {
    const std::string random = runtime::randomBytes(2);
    const std::int64_t low =
        (static_cast<unsigned char>(random[0]) << 8 | static_cast<unsigned char>(random[1])) &
        0xFFF;
    return ShiftId{(now.micros - kIdsSince) << 12 | low};
}

// In minor units, for the trail: "EUR 12345, CHF 0".
std::string textOf(const std::vector<store::ShiftCount>& counts) {
    std::string text;
    for (const store::ShiftCount& count : counts) {
        if (!text.empty()) text += ", ";
        text += toString(count.currency) + " " + std::to_string(count.counted.minor);
    }
    return text;
}

// "PAID_OUT EUR: Taxi".
std::string textOf(const store::DrawerEntry& entry) {
    switch (entry.kind) {
        case store::DrawerKind::PaidIn:
            return "PAID_IN " + toString(entry.currency) + ": " + entry.reason;
        case store::DrawerKind::PaidOut:
            return "PAID_OUT " + toString(entry.currency) + ": " + entry.reason;
        case store::DrawerKind::NoSale:
            break;
    }
    return "NO_SALE: " + entry.reason;
}

// By how much it differs, minor units of all currencies together; 0: it is even.
std::int64_t variesBy(const ShiftRow& row) {
    std::int64_t sum = 0;
    for (const store::ShiftBalance& balance : row.balances)
        sum += std::abs(balance.variance().minor);
    return sum;
}

// As it will be once it is closed.
ShiftRow afterClosing(ShiftRow row, const store::ShiftClosing& closing, Instant now) {
    row.state = ShiftState::Closed;
    ++row.version;
    row.closedAt = now;
    row.explanation = closing.explanation;
    row.signedOffBy = closing.signedOffBy;
    if (closing.next) row.next = closing.next->id;
    return row;
}

void approve(store::ShiftAsk& ask, const Leave& leave) {
    if (!leave.approval) return;
    ask.told.approval = leave.approval->id;
    ask.told.approvedBy = leave.approval->by;
    ask.approvedUntil = leave.approval->until;
}

ShiftRow nextShift(const ShiftRow& row, StaffId staff, Instant now) {
    ShiftRow next;
    next.id = freshShiftId(now);
    next.device = row.device;
    next.staff = staff;
    next.openedAt = now;
    for (const store::ShiftBalance& balance : row.balances) {
        next.balances.push_back({balance.currency, balance.counted});
    }
    return next;
}

}  // namespace

std::string hashOfReport(const std::string& bytes) {
    const runtime::Digest digest = runtime::sha256(bytes);
    return toHex(digest);
}

template <class Value>
void ShiftDesk::where(const app::Reply<Value>& reply, std::function<Answer<Value>()> work) {
    auto task = [reply, work = std::move(work)] { reply(work()); };
    if (with_.blocking.post(std::move(task)) != runtime::PostOutcome::Accepted) {
        reply(tl::make_unexpected(app::busy("Too much waits for the database.")));
    }
}

store::ShiftAsk ShiftDesk::asked(const Who& who, const app::Mutation& mutation) const {
    store::ShiftAsk ask{mutation.request, mutation.fingerprint, {}};
    ask.told.at = with_.app.serverTime();
    ask.told.by = who.staff;
    ask.told.device = who.device;
    return ask;
}

// One that is somebody else's is not there for whoever may not sign it off.
Answer<ShiftRow> ShiftDesk::found(const Who& who, ShiftId shift) const {
    auto row = shift ? with_.shifts.find(shift) : with_.shifts.ofDevice(who.device);
    if (!row) return tl::make_unexpected(problemOf(row.error()));
    const bool shown = *row && (who.signsOff || (*row)->staff == who.staff);
    if (!shown) return tl::make_unexpected(shiftNotFound());
    return std::move(**row);
}

void ShiftDesk::open(const Who& who, const app::Mutation& mutation,
                     const std::vector<store::ShiftBalance>& floats, const ShiftReply& reply) {
    if (auto bad = app::problemOfStamp(mutation.request, with_.app.serverTime())) {
        return reply(tl::make_unexpected(std::move(*bad)));
    }
    where<ShiftRow>(reply, [=, this] {
        const store::ShiftAsk ask = asked(who, mutation);
        ShiftRow row;
        row.id = freshShiftId(ask.told.at);
        row.device = who.device;
        row.staff = who.staff;
        row.openedAt = ask.told.at;
        row.balances = floats;
        return toAnswer(with_.shifts.open(std::move(row), ask));
    });
}

void ShiftDesk::get(const Who& who, ShiftId shift, const ShiftReply& reply) {
    where<ShiftRow>(reply, [=, this] { return found(who, shift); });
}

void ShiftDesk::list(const Who& who, store::ShiftFilter filter,
                     const app::Reply<std::vector<ShiftRow>>& reply) {
    if (!who.signsOff) filter.staff = who.staff;
    where<std::vector<ShiftRow>>(reply, [=, this]() -> Answer<std::vector<ShiftRow>> {
        auto rows = with_.shifts.list(filter);
        if (!rows) return tl::make_unexpected(problemOf(rows.error()));
        return std::move(*rows);
    });
}

void ShiftDesk::addDrawerEntry(const Who& who, const app::Mutation& mutation, ShiftId shift,
                               const store::DrawerEntry& drawn, const Leave& leave,
                               const ShiftReply& reply) {
    if (auto bad = app::problemOfStamp(mutation.request, with_.app.serverTime())) {
        return reply(tl::make_unexpected(std::move(*bad)));
    }
    where<ShiftRow>(reply, [=, this]() -> Answer<ShiftRow> {
        auto row = found(who, shift);
        if (!row) return row;
        store::ShiftAsk ask = asked(who, mutation);
        store::DrawerEntry entry = drawn;
        ask.told.amount = entry.amount;
        ask.told.reason = textOf(entry);
        entry.at = ask.told.at;
        entry.by = who.staff;
        ask.refused = leave.refusal.has_value();
        approve(ask, leave);
        auto added = with_.shifts.addDrawerEntry(shift, entry, ask);
        if (added && added->outcome == ShiftOutcome::Refused) {
            return tl::make_unexpected(*leave.refusal);
        }
        return toAnswer(std::move(added));
    });
}

void ShiftDesk::count(const Who& who, const app::Mutation& mutation, ShiftId shift,
                      std::int32_t version, const std::vector<store::ShiftCount>& counts,
                      const ShiftReply& reply) {
    if (auto bad = app::problemOfStamp(mutation.request, with_.app.serverTime())) {
        return reply(tl::make_unexpected(std::move(*bad)));
    }
    const auto begun = [=, this](Answer<ShiftRow> row) {
        // Counted before, by this request or another's end.
        if (!row || row->state != ShiftState::Counting) return reply(std::move(row));
        counting_.finish(shift, asked(who, mutation).told, reply);
    };
    where<ShiftRow>(begun, [=, this]() -> Answer<ShiftRow> {
        auto row = found(who, shift);
        if (!row) return row;
        store::ShiftAsk ask = asked(who, mutation);
        ask.told.reason = textOf(counts);
        return toAnswer(with_.shifts.count(shift, version, counts, ask));
    });
}

void ShiftDesk::close(const Who& who, const app::Mutation& mutation, const Close& wish,
                      const EncodeReport& encode, const ShiftReply& reply) {
    if (auto bad = app::problemOfStamp(mutation.request, with_.app.serverTime())) {
        return reply(tl::make_unexpected(std::move(*bad)));
    }
    where<ShiftRow>(reply, [=, this] { return closed(who, mutation, wish, encode); });
}

std::optional<Problem> ShiftDesk::signOff(const Who& who, const Close& wish, const ShiftRow& row,
                                          store::ShiftClosing& closing,
                                          store::ShiftAsk& ask) const {
    const std::int64_t difference = variesBy(row);
    if (difference == 0) return std::nullopt;
    if (wish.explanation.empty()) {
        return app::invalidField("explanation", "1 to 500 bytes where what was counted differs",
                                 "1");
    }
    const auto isSecond = [&](StaffId staff) {
        return staff != row.staff && staff != row.countedBy;
    };
    if (who.signsOff && isSecond(who.staff)) {
        closing.signedOffBy = who.staff;
        ask.told.approvedBy = who.staff;
        return std::nullopt;
    }
    if (wish.leave.refusal) return wish.leave.refusal;
    TESSERA_CHECK(wish.leave.approval.has_value());
    if (!isSecond(wish.leave.approval->by)) {
        return notApproved("APPROVAL_INVALID", "Who opened or counted a shift cannot sign it off.");
    }
    if (wish.leave.most.minor < difference) {
        Problem small = notApproved("APPROVAL_TOO_SMALL", "It differs by more than was approved.");
        small.metadata.emplace_back("amount_minor_units", std::to_string(difference));
        return small;
    }
    closing.signedOffBy = wish.leave.approval->by;
    approve(ask, wish.leave);
    return std::nullopt;
}

Answer<ShiftRow> ShiftDesk::closed(const Who& who, const app::Mutation& mutation, const Close& wish,
                                   const EncodeReport& encode) {
    const auto row = found(who, wish.shift);
    if (!row) return row;
    store::ShiftAsk ask = asked(who, mutation);
    store::ShiftClosing closing;
    closing.shift = wish.shift;
    closing.version = wish.version;
    closing.explanation = wish.explanation;
    // What is not so any more the rows refuse, or repeat what this request did. Where it has come
    // to be so meanwhile nobody has judged it.
    const bool mayClose = row->state == ShiftState::Counted && row->version == wish.version;
    if (!mayClose) {
        ask.refused = true;
        auto known = with_.shifts.close(closing, ask);
        const bool isSince = known && known->outcome == ShiftOutcome::Refused;
        if (isSince) return tl::make_unexpected(app::changedMeanwhile());
        return toAnswer(std::move(known));
    }
    std::optional<StaffId> successor;
    if (wish.handOverTo) {
        const auto named = wish.handOverTo();
        if (!named) return tl::make_unexpected(named.error());
        successor = *named;
    }
    if (auto missing = signOff(who, wish, *row, closing, ask)) {
        return tl::make_unexpected(std::move(*missing));
    }
    if (successor) closing.next = nextShift(*row, *successor, ask.told.at);
    auto facts = readReport(with_.shifts, afterClosing(*row, closing, ask.told.at), ask.told.at);
    if (!facts) return tl::make_unexpected(app::unavailable("The look-up failed."));
    closing.report = encode(*facts);
    closing.reportHash = hashOfReport(closing.report);
    ask.told.reason = closing.explanation;
    return toAnswer(with_.shifts.close(closing, ask));
}

void ShiftDesk::report(const Who& who, ShiftId shift, const app::Reply<ReportAnswer>& reply) {
    where<ReportAnswer>(reply, [=, this]() -> Answer<ReportAnswer> {
        const auto row = found(who, shift);
        if (!row) return tl::make_unexpected(row.error());
        if (row->state == ShiftState::Closed) {
            auto bytes = with_.shifts.report(shift);
            if (!bytes) return tl::make_unexpected(problemOf(bytes.error()));
            return ReportAnswer(std::move(*bytes));
        }
        auto facts = readReport(with_.shifts, *row, with_.app.serverTime());
        if (!facts) return tl::make_unexpected(problemOf(facts.error()));
        return ReportAnswer(std::move(*facts));
    });
}

}  // namespace tessera::shift
