// SPDX-License-Identifier: Apache-2.0
#include "server/app/shift/till.h"

#include <algorithm>
#include <utility>

namespace tessera::shift {
namespace {

using app::Answer;
using app::OrderAnswer;
using app::Problem;
using app::ProblemKind;
using store::cashReference;
using store::EntryKind;
using store::EntryOpening;
using store::ShiftEntry;

Problem shiftNeeded() {
    return {ProblemKind::FailedPrecondition,
            "SHIFT_NEEDED",
            "Cash goes through the device's open shift, and it has none.",
            {},
            std::nullopt};
}

Problem reused() {
    return {ProblemKind::AlreadyExists,
            "REQUEST_ID_REUSED",
            "The request id came before with another body.",
            {},
            std::nullopt};
}

// What the answer says of it; false: it has to be read.
bool readFrom(const OrderAnswer& answer, ShiftEntry& entry) {
    entry.order = answer.view.id;
    if (!entry.isCash()) return false;
    if (entry.kind == EntryKind::CashBack) {
        const auto refund = std::ranges::find_if(answer.refunds, [&](const app::RefundShown& each) {
            return each.row.id.value == entry.target;
        });
        if (refund == answer.refunds.end()) return false;
        entry.amount = refund->row.amount;
        return true;
    }
    const auto tender = std::ranges::find(answer.tenders, cashReference(entry.shift, entry.request),
                                          &app::TenderShown::reference);
    if (tender == answer.tenders.end()) return false;
    entry.target = tender->id.value;
    entry.amount = tender->amount;
    return true;
}

}  // namespace

void Till::pass(const Passage& passage, const OrderReply& reply, Send send) {
    auto work = [this, passage, reply, send = std::move(send)] { begin(passage, reply, send); };
    if (blocking_.post(std::move(work)) != runtime::PostOutcome::Accepted) {
        reply(tl::make_unexpected(app::busy("Too much waits for the database.")));
    }
}

void Till::begin(Passage passage, const OrderReply& reply, const Send& send) {
    using How = EntryOpening::How;
    const std::int64_t before = monotonic_.nowMicros();
    ShiftEntry& entry = passage.what;
    entry.openedAt = app_.serverTime();
    const auto opened = shifts_.openEntry(entry, passage.device);
    if (!opened) {
        return reply(tl::make_unexpected(app::unavailable("The shift cannot be written to.")));
    }
    entry.shift = opened->shift;
    entry.tries = opened->tries;
    if (opened->how == How::Reused) return reply(tl::make_unexpected(reused()));
    if (opened->how == How::NoShift) {
        if (entry.isCash()) return reply(tl::make_unexpected(shiftNeeded()));
        return send(passage.mutation, {}, reply);
    }
    const std::string reference = cashReference(entry.shift, entry.request);
    if (opened->how == How::DoneBefore) return send(passage.mutation, reference, reply);
    app::Mutation mutation = passage.mutation;
    if (opened->how == How::LeftOpen) {
        // What it had effect with is repeated; new it is refused. Money of other kinds needs no
        // shift: it may come again, once its entry here is over, and is counted where it is taken.
        mutation.decideBefore = 1;
        const bool needsShift = entry.isCash();
        return send(mutation, reference, [reply, needsShift](Answer<OrderAnswer> answer) {
            const bool isNew = !answer && answer.error().reason == app::changedMeanwhile().reason;
            if (isNew && needsShift) return reply(tl::make_unexpected(shiftNeeded()));
            reply(std::move(answer));
        });
    }
    mutation.decideBefore = before + kDecidedWithin.micros;
    send(mutation, reference, [this, entry, reply](Answer<OrderAnswer> answer) {
        end(entry, answer);
        reply(std::move(answer));
    });
}

// Behind the answer. What fails here stays open, and is found out when the shift is counted.
void Till::end(const ShiftEntry& entry, const Answer<OrderAnswer>& answer) {
    if (!answer) return ends_.find(entry, EntryEnds::Sender::Answered, [](bool) {});
    // Which of the order's refunds it was is remembered with its request.
    const bool isReturn = entry.kind == EntryKind::Returned;
    if (isReturn) return ends_.find(entry, EntryEnds::Sender::Answered, [](bool) {});
    ShiftEntry ended = entry;
    const bool known = readFrom(*answer, ended);
    auto work = [this, ended, known]() mutable {
        ended.state = store::EntryState::Done;
        static_cast<void>(known ? shifts_.endEntry(ended) : ends_.endDone(ended, ended.order));
    };
    static_cast<void>(blocking_.post(std::move(work)));
}

}  // namespace tessera::shift
