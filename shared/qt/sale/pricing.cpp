// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/sale/pricing.h"

#include <algorithm>
#include <set>
#include <utility>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/refusals.h"
#include "shared/qt/sale/words.h"

namespace tessera::sale {

Pricing::Pricing(Parts parts, QObject* parent) : QObject(parent), parts_(parts) {
    connect(&parts_.cart, &Cart::changed, this, &Pricing::followReservation);
    connect(&parts_.cart, &Cart::emptied, this, [this] {
        adjustments_.clear();
        lost_.clear();
        pending_.reset();
        keep();
    });
    connect(&parts_.seller, &Seller::keptRead, this, &Pricing::goOnWith);
    connect(&parts_.seller, &Seller::keptTaken, this, [this] {
        isBeingFound_ = false;
        followReservation();
        if (!lost_.empty()) {
            QMetaObject::invokeMethod(this, &Pricing::makeAgain, Qt::QueuedConnection);
        }
        again();
    });
    connect(&parts_.desk, &qt::Desk::sessionChanged, this, [this] {
        if (parts_.desk.isSignedIn()) again();
    });
}

// What was made of the hold before is made again on the next one.
void Pricing::followReservation() {
    if (isBeingFound_) return;
    const std::string& now = parts_.cart.reservation().reservation();
    const bool over = parts_.cart.stage() == CartStage::Expired || request_.reservation() != now;
    if (unknown_ && over) {
        unknown_ = false;
        keep();
        Q_EMIT changed();
    }
    if (now == of_) return;
    of_ = now;
    pending_.reset();
    adjustments_.merge(lost_);
    lost_ = std::exchange(adjustments_, {});
    keep();
    // Once whoever holds has said so.
    if (!now.empty() && !lost_.empty()) {
        QMetaObject::invokeMethod(this, &Pricing::makeAgain, Qt::QueuedConnection);
    }
}

// Where more than one permission is missing, those of one after those of the other.
void Pricing::makeAgain() {
    const v1::Reservation& held = parts_.cart.reservation();
    if (parts_.cart.stage() != CartStage::Held || lost_.empty()) return;
    std::set<int> keys;
    for (const v1::ReservedSeat& seat : held.seats()) keys.insert(seat.seat_no());
    if (held.areas_size() > 0) keys.insert(kAreaKey);
    std::erase_if(lost_, [&](const auto& each) { return !keys.contains(each.first); });
    if (lost_.empty() || !begin()) return;
    Adjustments wanted = adjustments_;
    std::string missing;
    for (const auto& [key, adjustment] : lost_) {
        const std::string permission = permissionOf(adjustment.kind());
        if (!parts_.desk.may(permission)) {
            if (!missing.empty() && permission != missing) continue;
            missing = permission;
        }
        wanted[key] = adjustment;
    }
    Q_EMIT said(tr("This is a new hold: the prices that were made by hand are made again."),
                Tone::Warning);
    v1::RepriceReservationRequest request = asItIs(wanted);
    if (missing.empty()) return ask(std::move(request), std::move(wanted), {});
    pending_ = {std::move(request), std::move(wanted)};
    Q_EMIT approvalNeeded(QString::fromStdString(missing),
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
        request_ = kept.prices.asked;
        wanted_ = adjustmentsOf(request_);
        unknown_ = earlier_ = true;
    }
    keep();
}

// What stands, and what is asked.
void Pricing::keep() {
    if (parts_.keeper == nullptr) return;
    KeptPrices kept;
    if (!adjustments_.empty()) {
        kept.made = asItIs(adjustments_);
        kept.made.set_reservation(of_);
    }
    if (!lost_.empty()) kept.lost = asItIs(lost_);
    if (underWay_ || unknown_) kept.asked = request_;
    parts_.keeper->keepPrices(kept);
}

int Pricing::rowCount() const {
    const v1::Reservation& held = parts_.cart.reservation();
    return held.seats_size() + held.areas_size();
}

int Pricing::keyOf(int row) const {
    const v1::Reservation& held = parts_.cart.reservation();
    return row < held.seats_size() ? held.seats(row).seat_no() : kAreaKey;
}

bool Pricing::begin() {
    if (parts_.cart.stage() != CartStage::Held) {
        Q_EMIT said(tr("Nothing is held that could be priced."), Tone::Warning);
        return false;
    }
    if (underWay_ || unknown_ || !parts_.desk.isConnectedTo() ||
        parts_.seller.doing() != Doing::Nothing) {
        Q_EMIT said(tr("The server has not answered yet."), Tone::Plain);
        return false;
    }
    return true;
}

int Pricing::typeAfter(int category, int type) const {
    std::set<int> sold;
    for (const v1::Price& price : parts_.cart.event().config().prices()) {
        if (price.category_no() == category) sold.insert(price.ticket_type_no());
    }
    const auto next = sold.upper_bound(type);
    if (next != sold.end()) return *next;
    return sold.empty() ? type : *sold.begin();
}

v1::RepriceReservationRequest Pricing::asItIs(const Adjustments& adjustments) const {
    const v1::Reservation& held = parts_.cart.reservation();
    v1::RepriceReservationRequest request;
    request.set_event(held.event());
    request.set_reservation(held.reservation());
    request.set_code(parts_.seller.code().trimmed().toStdString());
    for (const v1::ReservedSeat& seat : held.seats()) {
        v1::SeatSelection& same = *request.add_seats();
        same.set_seat_no(seat.seat_no());
        same.set_ticket_type_no(seat.ticket_type_no());
    }
    for (const auto& [key, adjustment] : adjustments) {
        v1::PriceAdjustment& wanted = *request.add_adjustments();
        wanted = adjustment;
        if (key != kAreaKey) wanted.add_seat_nos(key);
    }
    return request;
}

void Pricing::nextType(const QList<int>& rows) {
    if (!begin()) return;
    const v1::Reservation& held = parts_.cart.reservation();
    v1::RepriceReservationRequest request = asItIs(adjustments_);
    std::map<int, int> areaTypes;
    for (int row = 0; row < rowCount(); ++row) {
        const bool chosen = rows.contains(row);
        if (row < held.seats_size()) {
            const v1::ReservedSeat& seat = held.seats(row);
            if (!chosen) continue;
            request.mutable_seats(row)->set_ticket_type_no(
                typeAfter(seat.category_no(), seat.ticket_type_no()));
        } else {
            const v1::ReservedArea& area = held.areas(row - held.seats_size());
            const int type = chosen ? typeAfter(area.category_no(), area.ticket_type_no())
                                    : area.ticket_type_no();
            request.mutable_area()->set_area_no(area.area_no());
            areaTypes[type] += area.quantity();
        }
    }
    for (const auto& [type, quantity] : areaTypes) {
        v1::TicketQuantity& some = *request.mutable_area()->add_quantities();
        some.set_ticket_type_no(type);
        some.set_quantity(quantity);
    }
    ask(std::move(request), adjustments_, {});
}

void Pricing::setCode(const QString& code) {
    const QString text = code.trimmed();
    if (text.size() > kCodeCharactersMost) {
        Q_EMIT said(tr("Code: %n character(s) at most.", "", kCodeCharactersMost), Tone::Danger);
        Q_EMIT refused();
        return;
    }
    if (parts_.cart.stage() != CartStage::Held) {
        parts_.seller.setCode(text);
        Q_EMIT done();
        return;
    }
    if (!begin()) return;
    v1::RepriceReservationRequest request = asItIs(adjustments_);
    request.set_code(text.toStdString());
    ask(std::move(request), adjustments_, {});
}

void Pricing::adjust(const QList<int>& rows, const Change& change, const std::string& approval) {
    const qsizetype bytes = change.reason.trimmed().toUtf8().size();
    if (bytes == 0 || bytes > kReasonBytesMost) {
        Q_EMIT said(tr("Reason: 1 to %1 bytes, without names.").arg(kReasonBytesMost),
                    Tone::Danger);
        Q_EMIT refused();
        return;
    }
    if (!begin()) return;
    Adjustments wanted = adjustments_;
    for (const int row : rows) {
        v1::PriceAdjustment& adjustment = wanted[keyOf(row)];
        adjustment.set_kind(change.kind);
        adjustment.set_price_minor_units(
            change.kind == v1::PriceAdjustment::PRICE ? change.priceMinor : 0);
        adjustment.set_reason(change.reason.trimmed().toStdString());
    }
    v1::RepriceReservationRequest request = asItIs(wanted);
    ask(std::move(request), std::move(wanted), approval);
}

QString Pricing::reasonOf(int row) const {
    if (row >= rowCount()) return {};
    const auto found = adjustments_.find(keyOf(row));
    return found == adjustments_.end() ? QString() : textOf(found->second.reason());
}

void Pricing::ask(v1::RepriceReservationRequest request, Adjustments adjustments,
                  const std::string& approval) {
    request_ = std::move(request);
    request_.set_request_id(parts_.desk.newRequestId());
    wanted_ = std::move(adjustments);
    approval_ = approval;
    earlier_ = false;
    send();
}

// Asked again it goes without the approval: what was done is answered by its id, and what was not
// needs a new one.
void Pricing::send() {
    underWay_ = true;
    unknown_ = false;
    askedBy_ = parts_.desk.staff();
    keep();
    Q_EMIT changed();
    parts_.desk.ask(client::kRepriceReservation, request_, this,
                    [this](const client::Answer<v1::Reservation>& answer) { answered(answer); },
                    {.approval = std::exchange(approval_, {})});
}

void Pricing::again() {
    if (unknown_ && !isBeingFound_) send();
}

void Pricing::approved(const std::string& token) {
    if (!pending_ || !begin()) return;
    Wanted wanted = std::move(*pending_);
    pending_.reset();
    approvedOnce_ = true;
    ask(std::move(wanted.request), std::move(wanted.adjustments), token);
}

// This one is said by the event's owner once it knows that no earlier try was done.
bool Pricing::isNeeded(const client::Answer<v1::Reservation>& answer) const {
    return !answer.done() && answer.refusal.reason == v1::ErrorReason::APPROVAL_NEEDED;
}

void Pricing::needApproval(const client::Refusal& refusal) {
    const auto named = refusal.metadata.find("required_permission");
    const std::string permission = named == refusal.metadata.end() ? "" : named->second;
    const bool second = std::exchange(approvedOnce_, false);
    if (second || !parts_.desk.mayWithApproval(permission)) {
        Q_EMIT said(second ? tr("This needs two approvals: change the tickets one after the other.")
                           : saleRefusalText(refusal, parts_.map, locale_),
                    Tone::Danger);
        Q_EMIT refused();
        return;
    }
    request_.clear_request_id();
    pending_ = {request_, wanted_};
    Q_EMIT approvalNeeded(QString::fromStdString(permission), givenAwayMost(request_, wanted_));
}

void Pricing::taken(const v1::Reservation& now) {
    approvedOnce_ = false;
    adjustments_ = wanted_;
    std::erase_if(lost_, [&](const auto& each) { return adjustments_.contains(each.first); });
    parts_.seller.setCode(textOf(request_.code()));
    parts_.cart.hold(now);
    Q_EMIT said(tr("New total: %1").arg(moneyText(now.price().total(), locale_)), Tone::Good);
    Q_EMIT done();
    if (!lost_.empty()) QMetaObject::invokeMethod(this, &Pricing::makeAgain, Qt::QueuedConnection);
}

void Pricing::answered(const client::Answer<v1::Reservation>& answer) {
    const auto reason = answer.refusal.reason;
    underWay_ = false;
    unknown_ = client::leavesOpen(answer, earlier_) && !isNeeded(answer);
    earlier_ = unknown_;
    const bool same = parts_.cart.stage() == CartStage::Held &&
                      parts_.cart.reservation().reservation() == request_.reservation();
    if (answer.done() && same && answer.value.state() == v1::Reservation::HELD) {
        taken(answer.value);
    } else if (isNeeded(answer) && same) {
        needApproval(answer.refusal);
    } else if (!answer.done()) {
        approvedOnce_ = false;
        if (same && (reason == v1::ErrorReason::RESERVATION_EXPIRED ||
                     reason == v1::ErrorReason::RESERVATION_RELEASED)) {
            parts_.cart.expire();
        }
        Q_EMIT said(unknown_ ? qt::unknownText() : saleOutcomeText(answer, parts_.map, locale_),
                    Tone::Danger);
        Q_EMIT refused();
    }
    keep();
    Q_EMIT changed();
    // Whoever is here now was not, or not yet, when it was sent.
    if (!parts_.desk.isAnotherThan(askedBy_)) return;
    QMetaObject::invokeMethod(this, &Pricing::again, Qt::QueuedConnection);
}

}  // namespace tessera::sale
