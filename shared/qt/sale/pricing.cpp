// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/sale/pricing.h"

#include <algorithm>
#include <set>

#include "shared/qt/sale/refusals.h"
#include "shared/qt/sale/words.h"

namespace tessera::sale {
namespace {

constexpr int kAreaKey = -1;

}  // namespace

Pricing::Pricing(Parts parts, QObject* parent) : QObject(parent), parts_(parts) {
    connect(&parts_.cart, &Cart::changed, this, [this] {
        const std::string& now = parts_.cart.reservation().reservation();
        if (now == of_) return;
        of_ = now;
        adjustments_.clear();
    });
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

std::string Pricing::permissionOf(v1::PriceAdjustment::Kind kind) {
    return kind == v1::PriceAdjustment::COMPLIMENTARY ? "complimentary" : "override_price";
}

// All-in prices are above what is given away of them.
std::int64_t Pricing::givenAwayMost(const QList<int>& rows, const Change& change) const {
    std::int64_t most = 0;
    const v1::Reservation& held = parts_.cart.reservation();
    const auto listed = [&](int category, int type) -> std::int64_t {
        for (const v1::Price& price : parts_.cart.event().config().prices()) {
            if (price.category_no() == category && price.ticket_type_no() == type) {
                return std::max(price.all_in().minor_units(), price.minor_units());
            }
        }
        return 0;
    };
    for (int row = 0; row < rowCount(); ++row) {
        const bool touched = rows.contains(row);
        const auto earlier = adjustments_.find(keyOf(row));
        if (!touched && earlier == adjustments_.end()) continue;
        const std::int64_t price =
            touched ? change.priceMinor : earlier->second.price_minor_units();
        if (row < held.seats_size()) {
            const v1::ReservedSeat& seat = held.seats(row);
            const std::int64_t full = listed(seat.category_no(), seat.ticket_type_no());
            most += std::max<std::int64_t>(0, full - price);
        } else {
            const v1::ReservedArea& area = held.areas(row - held.seats_size());
            const std::int64_t full = listed(area.category_no(), area.ticket_type_no());
            most += std::max<std::int64_t>(0, full - price) * area.quantity();
        }
    }
    return most;
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
    send();
}

void Pricing::send() {
    underWay_ = true;
    unknown_ = false;
    Q_EMIT changed();
    parts_.desk.ask(client::kRepriceReservation, request_, this,
                    [this](const client::Answer<v1::Reservation>& answer) { answered(answer); },
                    {.approval = approval_});
}

void Pricing::again() {
    if (unknown_) send();
}

void Pricing::answered(const client::Answer<v1::Reservation>& answer) {
    underWay_ = false;
    unknown_ = answer.outcome == client::Outcome::Unknown;
    const bool same = parts_.cart.stage() == CartStage::Held &&
                      parts_.cart.reservation().reservation() == request_.reservation();
    if (answer.done() && same && answer.value.state() == v1::Reservation::HELD) {
        adjustments_ = wanted_;
        parts_.seller.setCode(textOf(request_.code()));
        parts_.cart.hold(answer.value);
        Q_EMIT said(tr("New total: %1").arg(moneyText(answer.value.price().total(), locale_)),
                    Tone::Good);
        Q_EMIT done();
    } else if (!answer.done()) {
        const auto reason = answer.refusal.reason;
        if (same && (reason == v1::ErrorReason::RESERVATION_EXPIRED ||
                     reason == v1::ErrorReason::RESERVATION_RELEASED)) {
            parts_.cart.expire();
        }
        Q_EMIT said(saleOutcomeText(answer, parts_.map, locale_), Tone::Danger);
        Q_EMIT refused();
    }
    Q_EMIT changed();
}

}  // namespace tessera::sale
