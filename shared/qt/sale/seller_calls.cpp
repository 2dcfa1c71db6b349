// SPDX-License-Identifier: Apache-2.0
// What Seller asks about places, and what it makes of the answers.
#include <algorithm>
#include <map>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/refusals.h"
#include "shared/qt/sale/seller.h"

namespace tessera::sale {

using v1::ErrorReason;

void Seller::sendCreate() {
    earlier_ = earlier_ && !create_.request_id().empty();
    if (create_.request_id().empty()) create_.set_request_id(parts_.desk.newRequestId());
    keep();
    asking(Doing::Holding);
    parts_.desk.ask(client::kCreateReservation, create_, this,
                    [this](const client::Answer<v1::Reservation>& answer) { created(answer); });
}

void Seller::created(const client::Answer<v1::Reservation>& answer) {
    if (client::leavesOpen(answer, earlier_)) return becameUnknown();
    earlier_ = false;
    doing_ = Doing::Nothing;
    if (!answer.done()) {
        if (answer.outcome == client::Outcome::Refused && !restoring_) {
            refused(answer.refusal);
        } else {
            Q_EMIT said(saleOutcomeText(answer, parts_.map, locale_), Tone::Danger);
        }
        create_.Clear();
        keep();
        if (before_ && !restoring_) return restore();
        Q_EMIT changed();
        return;
    }
    create_.Clear();
    before_.reset();
    keep();
    if (answer.value.state() != v1::Reservation::HELD) {
        Q_EMIT said(tr("The answer came too late: the places are free again."), Tone::Warning);
        Q_EMIT changed();
        return;
    }
    parts_.cart.hold(answer.value);
    const QList<int> seats = reservedSeats();
    showHeld(seats);
    if (!restoring_) {
        Q_EMIT said(tr("Held: %1").arg(placesText(answer.value, locale_)), Tone::Good);
    }
    restoring_ = false;
    Q_EMIT held(seats);
}

// Where the layout has not come yet: once it has.
void Seller::showHeld(const QList<int>& seats) {
    QList<int> selected = parts_.map.selection();
    std::ranges::sort(selected);
    if (!seats.isEmpty() && seats.last() >= parts_.map.layout().seatCount()) {
        kept_ = seats;
    } else if (selected != seats) {
        parts_.map.select(seats);
    }
}

// The rest stays selected.
void Seller::refused(const client::Refusal& refusal) {
    rememberWanted(create_);
    if (refusal.reason == ErrorReason::SEAT_UNAVAILABLE) {
        const QList<int> lost = seatsOf(refusal);
        QList<int> rest = parts_.map.selection();
        rest.removeIf([&](int seat) { return lost.contains(seat); });
        parts_.map.select(rest);
    }
    if (parts_.cart.stage() == CartStage::Expired) parts_.cart.dropReservation();
    Q_EMIT said(saleRefusalText(refusal, parts_.map, locale_), Tone::Danger);
}

// What one would take instead: as many, where the most of them are.
void Seller::rememberWanted(const v1::CreateReservationRequest& create) {
    Wish wish;
    const auto count = [&](int type, int many) {
        const auto place = static_cast<std::size_t>(type);
        if (wish.counts.size() <= place) wish.counts.resize(place + 1);
        wish.counts[place] += many;
    };
    std::map<int, int> categories;
    for (const v1::SeatSelection& seat : create.seats().seats()) {
        count(seat.ticket_type_no(), 1);
        const auto number = static_cast<std::size_t>(seat.seat_no());
        if (number >= parts_.map.layout().seats().size()) continue;
        ++categories[parts_.map.layout().seats()[number].category];
    }
    for (const v1::TicketQuantity& some : create.best_available().quantities()) {
        count(some.ticket_type_no(), some.quantity());
    }
    const auto most = std::ranges::max_element(
        categories, {}, [](const std::pair<const int, int>& each) { return each.second; });
    if (most != categories.end()) wish.category = most->first;
    if (create.best_available().category_nos_size() == 1) {
        wish.category = create.best_available().category_nos(0);
    }
    if (wish.places() > 0) instead_ = std::move(wish);
}

void Seller::restore() {
    create_ = *before_;
    restoring_ = true;
    sendCreate();
}

void Seller::sendCancel(Then then) {
    then_ = then;
    earlier_ = earlier_ && !cancel_.request_id().empty();
    if (cancel_.request_id().empty()) {
        cancel_.set_event(parts_.cart.reservation().event());
        cancel_.set_reservation(parts_.cart.reservation().reservation());
        cancel_.set_request_id(parts_.desk.newRequestId());
    }
    keep();
    asking(Doing::GivingBack);
    parts_.desk.ask(client::kCancelReservation, cancel_, this,
                    [this](const client::Answer<v1::Reservation>& answer) { cancelled(answer); });
}

void Seller::cancelled(const client::Answer<v1::Reservation>& answer) {
    if (client::leavesOpen(answer, earlier_)) return becameUnknown();
    earlier_ = false;
    doing_ = Doing::Nothing;
    cancel_.Clear();
    keep();
    const auto reason = answer.refusal.reason;
    const bool free = answer.done() || reason == ErrorReason::RESERVATION_EXPIRED ||
                      reason == ErrorReason::RESERVATION_RELEASED ||
                      reason == ErrorReason::RESERVATION_NOT_FOUND;
    if (!free) {
        create_.Clear();
        before_.reset();
        Q_EMIT said(saleOutcomeText(answer, parts_.map, locale_), Tone::Danger);
        Q_EMIT changed();
        return;
    }
    if (then_ == Then::Create) {
        parts_.cart.dropReservation();
        return sendCreate();
    }
    if (then_ == Then::EndSale) {
        parts_.map.select({});
        parts_.cart.clear();
    } else {
        parts_.cart.dropReservation();
    }
    Q_EMIT said(tr("The places are free again."), Tone::Plain);
}

// What is asked, before it is sent; and that it was answered.
void Seller::keep() {
    if (parts_.keeper == nullptr) return;
    const bool asked = !create_.request_id().empty();
    parts_.keeper->ask({asked ? create_ : v1::CreateReservationRequest(), cancel_, code_});
}

void Seller::setCode(const QString& code) {
    if (code == code_) return;
    code_ = code;
    keep();
}

void Seller::goOnWith(const KeptSale& kept) {
    parts_.cart.setCustomer(kept.customer);
    parts_.cart.setNote(kept.note);
    code_ = kept.asked.code;
    Q_EMIT keptRead(kept);
    if (kept.asked.isCreate()) {
        create_ = kept.asked.create;
        earlier_ = true;
        parts_.keeper->leaveAsItIs(false);
        return sendCreate();
    }
    // A question to give back is not asked again: the answer says whether it was heard.
    findKept_.set_event(kept.event());
    findKept_.set_reservation(kept.asked.isCancel() ? kept.asked.cancel.reservation()
                                                    : kept.reservation.reservation());
    findKeptUntil_ = kept.reservation.expire_time().seconds();
    earlier_ = true;
    findKept();
}

void Seller::asking(Doing doing) {
    unknown_ = false;
    askedBy_ = parts_.desk.staff();
    setDoing(doing);
}

// Whatever it was, it is free again by itself.
bool Seller::isOver() const {
    constexpr std::int64_t kMicros = 1'000'000;
    return !parts_.desk.isConnectedTo() ||
           parts_.desk.serverTime().micros > findKeptUntil_ * kMicros;
}

void Seller::findKept() {
    asking(Doing::Holding);
    parts_.desk.ask(client::kGetReservation, findKept_, this,
                    [this](const client::Answer<v1::Reservation>& answer) { takeKept(answer); });
}

void Seller::takeKept(const client::Answer<v1::Reservation>& answer) {
    if (client::leavesOpen(answer, earlier_) && !isOver()) return becameUnknown();
    earlier_ = false;
    findKept_.Clear();
    parts_.keeper->leaveAsItIs(false);
    doing_ = Doing::Nothing;
    if (answer.done() && answer.value.state() == v1::Reservation::HELD) {
        parts_.cart.hold(answer.value);
        showHeld(reservedSeats());
        Q_EMIT said(tr("Held before the app was started, and still ours: %1")
                        .arg(placesText(answer.value, locale_)),
                    Tone::Good);
    } else if (answer.done() && answer.value.state() == v1::Reservation::RELEASED) {
        Q_EMIT said(tr("What was held before the app was started is free again."), Tone::Warning);
    } else if (!answer.done()) {
        Q_EMIT said(saleOutcomeText(answer, parts_.map, locale_), Tone::Danger);
    } else if (!answer.value.order().empty()) {
        Q_EMIT said(tr("What was held before the app was started was checked out. See how its "
                       "order stands before anything is sold again."),
                    Tone::Danger);
        if (answer.value.state() == v1::Reservation::PAYING) {
            parts_.cart.goOnPaying({.event = v1::Event(parts_.cart.event()),
                                    .reservation = answer.value,
                                    .customer = v1::Customer(parts_.cart.customer()),
                                    .note = parts_.cart.note(),
                                    .checkedOut = true});
            Q_EMIT orderFound();
        }
    }
    keep();
    Q_EMIT keptTaken();
    Q_EMIT changed();
}

void Seller::becameUnknown() {
    unknown_ = earlier_ = true;
    Q_EMIT said(qt::unknownText(), Tone::Danger);
    Q_EMIT changed();
    // Whoever is here now was not, or not yet, when it was sent.
    if (!parts_.desk.isAnotherThan(askedBy_)) return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (unknown_) again();
        },
        Qt::QueuedConnection);
}

}  // namespace tessera::sale
