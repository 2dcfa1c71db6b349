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
    connect(&parts_.cart, &Cart::emptied, this, &Pricing::endSale);
    connect(&parts_.seller, &Seller::changed, this, &Pricing::makeAgainSoon);
    connect(&parts_.seller, &Seller::keptRead, this, &Pricing::goOnWith);
    connect(&parts_.seller, &Seller::keptTaken, this, [this] {
        isBeingFound_ = false;
        followReservation();
        due_ = due_ || !lost_.empty();
        makeAgainSoon();
        again();
    });
    connect(&parts_.desk, &qt::Desk::sessionChanged, this, [this] {
        if (!parts_.desk.isSignedIn()) return;
        again();
        makeAgainSoon();
    });
}

// An answer that is on its way finds its question gone.
void Pricing::endSale() {
    adjustments_.clear();
    lost_.clear();
    pending_.reset();
    asked_ = {};
    approval_.clear();
    sentWith_.clear();
    due_ = newHold_ = underWay_ = unknown_ = earlier_ = false;
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
    Adjustments lost = lost_;
    if (underWay_ || unknown_) {
        kept.asked = asked_.request;
        lost.insert(asked_.later.begin(), asked_.later.end());
    }
    if (!lost.empty()) kept.lost = asItIs(lost);
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
    if (isBusy()) {
        Q_EMIT said(tr("The server has not answered yet."), Tone::Plain);
        return false;
    }
    return true;
}

bool Pricing::isBusy() const {
    return underWay_ || unknown_ || !parts_.desk.isConnectedTo() ||
           parts_.seller.doing() != Doing::Nothing;
}

// Whether what was asked is of a hold that is none any more.
bool Pricing::isOver() const {
    return parts_.cart.stage() == CartStage::Expired ||
           parts_.cart.reservation().reservation() != asked_.request.reservation();
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
    setAdjustments(adjustments, request);
    return request;
}

void Pricing::setAdjustments(const Adjustments& adjustments,
                             v1::RepriceReservationRequest& request) {
    request.clear_adjustments();
    for (const auto& [key, adjustment] : adjustments) {
        v1::PriceAdjustment& wanted = *request.add_adjustments();
        wanted = adjustment;
        if (key != kAreaKey) wanted.add_seat_nos(key);
    }
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
    ask({.request = std::move(request), .adjustments = adjustments_});
}

bool Pricing::setCode(const QString& code) {
    const QString text = code.trimmed();
    if (text.size() > kCodeCharactersMost) {
        Q_EMIT said(tr("Code: %n character(s) at most.", "", kCodeCharactersMost), Tone::Danger);
        Q_EMIT refused();
        return false;
    }
    if (parts_.cart.stage() == CartStage::Paying) {
        Q_EMIT said(tr("This sale is being paid for."), Tone::Warning);
        return false;
    }
    if (parts_.cart.stage() != CartStage::Held) {
        // What is under way was sent without it, or an event's answer will forget it.
        if (parts_.seller.doing() != Doing::Nothing) {
            Q_EMIT said(tr("The server has not answered yet."), Tone::Plain);
            return false;
        }
        parts_.seller.setCode(text);
        Q_EMIT done();
        return true;
    }
    if (!begin()) return false;
    v1::RepriceReservationRequest request = asItIs(adjustments_);
    request.set_code(text.toStdString());
    ask({.request = std::move(request), .adjustments = adjustments_});
    return true;
}

bool Pricing::adjust(const QList<int>& rows, const Change& change, const std::string& approval) {
    const qsizetype bytes = change.reason.trimmed().toUtf8().size();
    if (bytes == 0 || bytes > kReasonBytesMost) {
        Q_EMIT said(tr("Reason: 1 to %1 bytes, without names.").arg(kReasonBytesMost),
                    Tone::Danger);
        Q_EMIT refused();
        return false;
    }
    if (!begin()) return false;
    Adjustments wanted = adjustments_;
    for (const int row : rows) {
        v1::PriceAdjustment& adjustment = wanted[keyOf(row)];
        adjustment.set_kind(change.kind);
        adjustment.set_price_minor_units(
            change.kind == v1::PriceAdjustment::PRICE ? change.priceMinor : 0);
        adjustment.set_reason(change.reason.trimmed().toStdString());
    }
    v1::RepriceReservationRequest request = asItIs(wanted);
    ask({.request = std::move(request), .adjustments = std::move(wanted)}, approval);
    return true;
}

QString Pricing::reasonOf(int row) const {
    if (row >= rowCount()) return {};
    const auto found = adjustments_.find(keyOf(row));
    return found == adjustments_.end() ? QString() : textOf(found->second.reason());
}

void Pricing::ask(Wanted wanted, const std::string& approval) {
    asked_ = std::move(wanted);
    asked_.request.set_request_id(parts_.desk.newRequestId());
    approval_ = approval;
    earlier_ = false;
    send();
}

// Asked again it goes without the approval: what was done is answered by its id, and what was not
// needs a new one.
void Pricing::send() {
    underWay_ = true;
    unknown_ = false;
    sentWith_ = std::exchange(approval_, {});
    askedBy_ = parts_.desk.staff();
    keep();
    Q_EMIT changed();
    parts_.desk.ask(
        client::kRepriceReservation, asked_.request, this,
        [this, id = asked_.request.request_id()](const client::Answer<v1::Reservation>& answer) {
            if (id == asked_.request.request_id()) answered(answer);
        },
        {.approval = sentWith_});
}

void Pricing::again() {
    if (unknown_ && !isBeingFound_) send();
}

void Pricing::taken(const v1::Reservation& now) {
    adjustments_ = asked_.adjustments;
    std::erase_if(lost_, [&](const auto& each) { return adjustments_.contains(each.first); });
    const bool goesOn = asked_.ofLost || !asked_.later.empty();
    lost_.merge(asked_.later);
    asked_.later.clear();
    due_ = due_ || (goesOn && !lost_.empty());
    parts_.seller.setCode(textOf(asked_.request.code()));
    parts_.cart.hold(now);
    Q_EMIT said(tr("New total: %1").arg(moneyText(now.price().total(), locale_)), Tone::Good);
    Q_EMIT done();
}

// It ran out before the question was heard.
void Pricing::endHold() {
    if (parts_.cart.stage() != CartStage::Held || isOver()) return;
    unknown_ = earlier_ = false;
    client::Refusal why;
    why.reason = v1::ErrorReason::RESERVATION_EXPIRED;
    Q_EMIT said(saleRefusalText(why, parts_.map, locale_), Tone::Danger);
    parts_.cart.expire();
}

void Pricing::answered(const client::Answer<v1::Reservation>& answer) {
    underWay_ = false;
    const std::string with = std::exchange(sentWith_, {});
    if (answer.done() && answer.value.state() == v1::Reservation::RELEASED) endHold();
    if (isOver()) return loseWanted();
    // Nobody is there to ask, or was when it came: once somebody is.
    const bool nobody = !parts_.desk.isSignedIn() || client::endsSession(answer.refusal);
    if (!answer.done() && asked_.ofLost && nobody) due_ = true;
    const auto reason = answer.refusal.reason;
    unknown_ = client::leavesOpen(answer, earlier_) && !isNeeded(answer);
    earlier_ = unknown_;
    const bool held = parts_.cart.stage() == CartStage::Held;
    if (answer.done() && held && answer.value.state() == v1::Reservation::HELD) {
        taken(answer.value);
    } else if (isNeeded(answer) && held) {
        needApproval(answer.refusal, with);
    } else if (!unknown_ && isLate(answer) && held) {
        approveAnew(answer);
    } else if (!answer.done()) {
        if (held && (reason == v1::ErrorReason::RESERVATION_EXPIRED ||
                     reason == v1::ErrorReason::RESERVATION_RELEASED)) {
            parts_.cart.expire();
        }
        notDone(unknown_ ? qt::unknownText() : saleOutcomeText(answer, parts_.map, locale_),
                answer.outcome == client::Outcome::Refused && !nobody);
    }
    keep();
    Q_EMIT changed();
    makeAgainSoon();
    // Whoever is here now was not, or not yet, when it was sent.
    if (!parts_.desk.isAnotherThan(askedBy_)) return;
    QMetaObject::invokeMethod(this, &Pricing::again, Qt::QueuedConnection);
}

}  // namespace tessera::sale
