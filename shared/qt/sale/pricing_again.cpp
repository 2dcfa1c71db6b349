// SPDX-License-Identifier: Apache-2.0
// What Pricing had made of a hold that is over, made again on the next one; and who approves it.
#include <set>
#include <utility>

#include "shared/qt/sale/pricing.h"
#include "shared/qt/sale/refusals.h"

namespace tessera::sale {

using v1::ErrorReason;

namespace {

// Not only for the same places: as it is.
bool isAmong(const std::map<int, v1::PriceAdjustment>& all,
             const std::pair<const int, v1::PriceAdjustment>& one) {
    const auto found = all.find(one.first);
    return found != all.end() &&
           found->second.SerializeAsString() == one.second.SerializeAsString();
}

}  // namespace

void Pricing::followReservation() {
    if (isBeingFound_) return;
    const std::string& now = parts_.cart.reservation().reservation();
    if (unknown_ && isOver()) loseWanted();
    if (now == of_) return makeAgainSoon();
    of_ = now;
    pending_.reset();
    lost_.merge(adjustments_);
    adjustments_.clear();
    due_ = newHold_ = !now.empty() && !lost_.empty();
    keep();
    makeAgainSoon();
}

// Of a hold that is over: whatever became of the question, it is not of this one.
void Pricing::loseWanted() {
    unknown_ = earlier_ = false;
    asked_.adjustments.merge(asked_.later);
    asked_.adjustments.merge(lost_);
    asked_.later.clear();
    lost_ = std::exchange(asked_.adjustments, {});
    due_ = due_ || !lost_.empty();
    keep();
    Q_EMIT changed();
    makeAgainSoon();
}

// Once whoever is telling of a change has told it.
void Pricing::makeAgainSoon() {
    if (due_) QMetaObject::invokeMethod(this, &Pricing::makeAgain, Qt::QueuedConnection);
}

// Where more than one permission is missing, those of one after those of the other.
void Pricing::makeAgain() {
    if (!due_ || parts_.cart.stage() != CartStage::Held || isBusy() || pending_) return;
    if (!parts_.desk.isSignedIn()) return;
    due_ = false;
    const v1::Reservation& held = parts_.cart.reservation();
    std::set<int> keys;
    for (const v1::ReservedSeat& seat : held.seats()) keys.insert(seat.seat_no());
    if (held.areas_size() > 0) keys.insert(kAreaKey);
    std::erase_if(lost_, [&](const auto& each) {
        return isAmong(adjustments_, each) || !keys.contains(each.first);
    });
    const bool news = std::exchange(newHold_, false);
    if (lost_.empty()) return keep();
    Wanted next{.adjustments = adjustments_, .ofLost = true};
    for (const auto& [key, adjustment] : lost_) {
        const std::string permission = permissionOf(adjustment.kind());
        if (!parts_.desk.may(permission)) {
            if (!next.permission.empty() && permission != next.permission) continue;
            next.permission = permission;
        }
        next.adjustments[key] = adjustment;
    }
    if (news) {
        Q_EMIT said(tr("This is a new hold: the prices that were made by hand are made again."),
                    Tone::Warning);
    }
    next.request = asItIs(next.adjustments);
    if (next.permission.empty()) return ask(std::move(next));
    pending_ = std::move(next);
    Q_EMIT approvalNeeded(QString::fromStdString(pending_->permission),
                          givenAwayMost(pending_->request, pending_->adjustments));
}

Pricing::Adjustments Pricing::adjustmentsOf(const v1::RepriceReservationRequest& request) {
    Adjustments out;
    for (const v1::PriceAdjustment& each : request.adjustments()) {
        v1::PriceAdjustment bare = each;
        bare.clear_seat_nos();
        if (each.seat_nos().empty()) out[kAreaKey] = bare;
        for (const std::int32_t seat : each.seat_nos()) out[seat] = bare;
    }
    return out;
}

void Pricing::goOnWith(const KeptSale& kept) {
    Adjustments made = adjustmentsOf(kept.prices.made);
    lost_ = adjustmentsOf(kept.prices.lost);
    if (kept.asked.isCreate()) {
        lost_.merge(made);
        return keep();
    }
    isBeingFound_ = true;
    of_ = kept.reservation.reservation();
    const bool same = kept.prices.made.reservation() == of_;
    if (same) adjustments_ = std::move(made);
    if (!same) lost_.merge(made);
    if (!kept.prices.asked.request_id().empty() && kept.prices.asked.reservation() == of_) {
        asked_ = {.request = kept.prices.asked, .adjustments = adjustmentsOf(kept.prices.asked)};
        unknown_ = earlier_ = true;
    }
    keep();
}

void Pricing::approved(const std::string& token) {
    if (!pending_) return;
    Wanted wanted = *std::exchange(pending_, std::nullopt);
    if (begin()) return ask(std::move(wanted), token);
    due_ = due_ || wanted.ofLost;
}

void Pricing::declined() {
    if (!pending_) return;
    const Wanted left = *std::exchange(pending_, std::nullopt);
    if (!left.ofLost) {
        Q_EMIT said(tr("It was not approved: nothing is changed."), Tone::Plain);
        return makeAgainSoon();
    }
    const std::size_t gone = std::erase_if(lost_, [&](const auto& each) {
        return permissionOf(each.second.kind()) == left.permission;
    });
    due_ = due_ || (gone > 0 && !lost_.empty());
    keep();
    Q_EMIT said(tr("It was not approved: %n price(s) made by hand are not made again.", "",
                   static_cast<int>(gone)),
                Tone::Warning);
    makeAgainSoon();
}

// This one is said by the event's owner once it knows that no earlier try was done.
bool Pricing::isNeeded(const client::Answer<v1::Reservation>& answer) const {
    return !answer.done() && answer.refusal.reason == ErrorReason::APPROVAL_NEEDED;
}

// Where who approved was asked by approvalNeeded(): of any other the caller has what was typed.
bool Pricing::isLate(const client::Answer<v1::Reservation>& answer) const {
    const auto reason = answer.refusal.reason;
    return !answer.done() && !asked_.permission.empty() && parts_.desk.isSignedIn() &&
           (reason == ErrorReason::APPROVAL_OVER || reason == ErrorReason::APPROVAL_USED ||
            reason == ErrorReason::APPROVAL_INVALID);
}

// What was asked without all that `permission` is for, which follows. Absent: one of both is
// nothing.
std::optional<Pricing::Wanted> Pricing::firstOf(const std::string& permission) const {
    Wanted first = asked_;
    for (const auto& [key, adjustment] : asked_.adjustments) {
        if (permissionOf(adjustment.kind()) != permission) continue;
        first.later.insert_or_assign(key, adjustment);
        first.adjustments.erase(key);
    }
    const std::size_t left = first.adjustments.size();
    if (left == 0 || left == asked_.adjustments.size()) return std::nullopt;
    setAdjustments(first.adjustments, first.request);
    return first;
}

// An approval is of one permission, and what was sent with one was not done: it is still good.
void Pricing::needApproval(const client::Refusal& refusal, const std::string& with) {
    const auto named = refusal.metadata.find("required_permission");
    const std::string permission = named == refusal.metadata.end() ? "" : named->second;
    if (!parts_.desk.mayWithApproval(permission)) {
        return notDone(saleRefusalText(refusal, parts_.map, locale_), true);
    }
    if (!with.empty()) {
        if (auto first = firstOf(permission)) return ask(std::move(*first), with);
    }
    pending_ = asked_;
    pending_->permission = permission;
    Q_EMIT approvalNeeded(QString::fromStdString(permission),
                          givenAwayMost(pending_->request, pending_->adjustments));
}

// What was to be made again, and is refused, is given up: whoever takes the money reads it now, not
// at the next hold. The rest of it goes on. Nothing is given up that nobody has judged, nor at a
// locked till.
void Pricing::notDone(const QString& why, bool judged) {
    std::size_t gone = 0;
    if (judged && asked_.ofLost && !unknown_ && parts_.cart.stage() == CartStage::Held &&
        parts_.desk.isSignedIn()) {
        gone = std::erase_if(lost_,
                             [&](const auto& each) { return isAmong(asked_.adjustments, each); });
        due_ = due_ || (gone > 0 && !lost_.empty());
    }
    Q_EMIT said(gone == 0 ? why
                          : why + u' ' +
                                tr("%n price(s) made by hand are not made again: the cart shows "
                                   "what is charged.",
                                   "", static_cast<int>(gone)),
                Tone::Danger);
    Q_EMIT refused();
}

void Pricing::approveAnew(const client::Answer<v1::Reservation>& answer) {
    Q_EMIT said(saleOutcomeText(answer, parts_.map, locale_), Tone::Warning);
    pending_ = asked_;
    Q_EMIT approvalNeeded(QString::fromStdString(pending_->permission),
                          givenAwayMost(pending_->request, pending_->adjustments));
}

}  // namespace tessera::sale
