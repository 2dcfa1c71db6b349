// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_disruption.h"

#include "server/api/convert_common.h"
#include "server/api/reasons.h"

namespace tessera::api {
namespace {

using app::Answer;

}  // namespace

Answer<std::string> toNote(const std::string& note) {
    if (note.size() <= engine::kNoteMax) return note;
    return tl::make_unexpected(invalidField("note", "at most 1000 bytes"));
}

Answer<engine::MoveEvent> toMove(const v1::MoveEventRequest& request, Instant now) {
    auto note = toNote(request.note());
    if (!note) return tl::make_unexpected(note.error());
    if (!request.has_starts_at()) return tl::make_unexpected(invalidField("startsAt", "required"));
    if (!request.has_answer_until()) {
        return tl::make_unexpected(invalidField("answerUntil", "required"));
    }
    engine::MoveEvent out;
    out.answerUntil = toInstant(request.answer_until());
    if (out.answerUntil <= now) {
        return tl::make_unexpected(invalidField("answerUntil", "a time that is yet to come"));
    }
    const Instant startsAt = toInstant(request.starts_at());
    if (startsAt <= now) {
        return tl::make_unexpected(invalidField("startsAt", "a time that is yet to come"));
    }
    if (out.answerUntil > startsAt) {
        return tl::make_unexpected(invalidField("answerUntil", "not after startsAt"));
    }
    out.refundUnanswered = request.refund_unanswered();
    out.note = std::move(*note);
    return out;
}

void setDisruption(const engine::Disruption& disruption, v1::Disruption* out) {
    const bool moved = disruption.kind == engine::DisruptionKind::Moved;
    out->set_kind(moved ? v1::Disruption::MOVED : v1::Disruption::CANCELLED);
    setTime(out->mutable_create_time(), disruption.at);
    out->set_note(disruption.note);
    if (!moved) return;
    setTime(out->mutable_previous_starts_at(), disruption.previousStart);
    setTime(out->mutable_answer_until(), disruption.answerUntil);
    out->set_refund_unanswered(disruption.refundUnanswered);
}

v1::DisruptionProgress toProto(const app::DisruptionAnswer& answer) {
    v1::DisruptionProgress out;
    setDisruption(answer.disruption, out.mutable_disruption());
    out.set_orders(answer.disruption.orders);
    out.set_orders_left(answer.progress.ordersLeft);
    out.set_orders_accepted(answer.progress.ordersAccepted);
    const auto set = [&](v1::DisruptionProgress::Refunds* to,
                         const store::ReturnsProgress::Sum& sum) {
        to->set_count(sum.count);
        setMoney(to->mutable_amount(), sum.amount, answer.currency);
    };
    set(out.mutable_pending(), answer.progress.pending);
    set(out.mutable_succeeded(), answer.progress.succeeded);
    set(out.mutable_manual(), answer.progress.manual);
    if (answer.disruption.finishedAt != Instant{}) {
        setTime(out.mutable_finish_time(), answer.disruption.finishedAt);
    }
    return out;
}

}  // namespace tessera::api
