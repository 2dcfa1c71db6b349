// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/sale/seat_info.h"

#include <QtCore/QDateTime>
#include <QtCore/QMap>
#include <QtCore/QTimeZone>

#include "shared/qt/sale/words.h"

namespace tessera::sale {
namespace {

constexpr int kRestMillis = 120;

}  // namespace

SeatInfo::SeatInfo(Parts parts, QObject* parent) : QObject(parent), parts_(std::move(parts)) {
    rest_.setSingleShot(true);
    rest_.setInterval(kRestMillis);
    connect(&rest_, &QTimer::timeout, this, &SeatInfo::ask);
    connect(&parts_.map, &qt::SeatMapModel::seatsChanged, this, [this](const QList<int>& seats) {
        if (!telling_ && seat_ >= 0 && seats.contains(seat_)) look(seat_);
    });
    connect(&parts_.map, &qt::SeatMapModel::layoutReset, this, [this] { look(-1); });
}

void SeatInfo::setLocale(const QLocale& locale) {
    locale_ = locale;
    if (seat_ >= 0) look(seat_);
}

void SeatInfo::look(int seat) {
    if (call_ != 0) parts_.desk.giveUp(call_);
    call_ = 0;
    seat_ = seat < parts_.map.layout().seatCount() ? seat : -1;
    write({});
    const bool somebodys =
        seat_ >= 0 && parts_.map.state(seat_).status() != qt::SeatStatus::Available;
    if (somebodys && parts_.desk.isSignedIn()) {
        rest_.start();
    } else {
        rest_.stop();
    }
}

void SeatInfo::ask() {
    v1::GetSeatRequest request;
    request.set_event(parts_.event().event());
    request.set_seat_no(seat_);
    call_ =
        parts_.desk.ask(client::kGetSeat, request, this,
                        [this](const client::Answer<v1::SeatDetails>& answer) { answered(answer); },
                        {.within = client::Millis(5'000)});
}

void SeatInfo::answered(const client::Answer<v1::SeatDetails>& answer) {
    if (!answer.done() || answer.value.seat_no() != seat_) return;
    call_ = 0;
    tellMap(answer.value);
    write(whoHas(answer.value));
    if (answer.value.reservation().empty()) {
        Q_EMIT allocationRead(answer.value.seat_no(), answer.value.allocation_no());
    }
}

bool SeatInfo::isHeldHere(const v1::SeatDetails& details) const {
    return parts_.ownReservation && details.reservation() == parts_.ownReservation();
}

// Without a buyer's name: those are not kept.
void SeatInfo::tellMap(const v1::SeatDetails& details) {
    if (details.reservation().empty() || !details.has_expire_time()) return;
    const QString by = isHeldHere(details)              ? tr("this till")
                       : !details.made_by().empty()     ? makerOf(details)
                       : details.channel() == v1::WEB   ? tr("the web")
                       : details.channel() == v1::KIOSK ? tr("a kiosk")
                                                        : tr("the box office");
    const QTimeZone zone(QByteArray::fromStdString(parts_.event().venue().time_zone()));
    QDateTime until = QDateTime::fromSecsSinceEpoch(details.expire_time().seconds());
    if (zone.isValid()) until = until.toTimeZone(zone);
    telling_ = true;
    parts_.map.setHold(seat_, {by, until});
    telling_ = false;
}

// Who of the house. REQUIRES: that is known.
QString SeatInfo::makerOf(const v1::SeatDetails& details) const {
    const QString by = textOf(details.made_by());
    const QString at = textOf(details.made_at());
    return at.isEmpty() ? by : tr("%1 at %2", "a colleague and a till").arg(by, at);
}

QString SeatInfo::whoHas(const v1::SeatDetails& details) const {
    if (details.reservation().empty()) {
        for (const v1::Allocation& each : parts_.event().config().allocations()) {
            if (each.allocation_no() != details.allocation_no()) continue;
            return tr("Set aside for %1").arg(textOf(each.name()));
        }
        return details.allocation_no() > 0
                   ? tr("Set aside under %1").arg(locale_.toString(details.allocation_no()))
                   : QString();
    }
    const QString channel = !details.made_by().empty()       ? tr("by %1").arg(makerOf(details))
                            : details.channel() == v1::WEB   ? tr("on the web")
                            : details.channel() == v1::KIOSK ? tr("at a kiosk")
                                                             : tr("at the box office");
    const std::string& zone = parts_.event().venue().time_zone();
    QString text;
    if (isHeldHere(details)) {
        text = tr("Held here until %1").arg(timeText(details.expire_time(), zone, locale_));
    } else if (details.has_expire_time()) {
        const auto left = details.expire_time().seconds() - details.server_time().seconds();
        text = tr("Held %1 until %2, %3 left")
                   .arg(channel, timeText(details.expire_time(), zone, locale_),
                        countdownText(static_cast<int>(left), locale_));
    } else if (details.has_pay_deadline()) {
        text = tr("Being paid %1, until %2 at the latest")
                   .arg(channel, timeText(details.pay_deadline(), zone, locale_));
    } else {
        text = tr("Sold %1").arg(channel);
    }
    const QString buyer = textOf(details.buyer_name());
    return buyer.isEmpty() ? text : tr("%1, to %2").arg(text, buyer);
}

void SeatInfo::write(const QString& who) {
    QString text;
    if (seat_ >= 0) {
        const int category = parts_.map.layout().seats()[static_cast<std::size_t>(seat_)].category;
        text = qt::describeSeat(parts_.map, seat_, qt::HoldTold::No);
        for (const v1::Price& price : parts_.event().config().prices()) {
            if (price.category_no() != category) continue;
            text += u' ' + moneyText(price.all_in(), locale_) + u'.';
            break;
        }
        if (!who.isEmpty()) text += u' ' + who + u'.';
    }
    if (text == text_) return;
    text_ = text;
    Q_EMIT textChanged();
}

QList<QString> pricesByCategory(const v1::EventConfig& config, const QLocale& locale) {
    QMap<int, QString> prices;
    for (const v1::Price& price : config.prices()) {
        if (prices.contains(price.category_no())) continue;
        prices[price.category_no()] = moneyText(price.all_in(), locale);
    }
    QList<QString> byCategory(prices.isEmpty() ? 0 : prices.lastKey() + 1);
    for (auto each = prices.cbegin(); each != prices.cend(); ++each) {
        byCategory[each.key()] = each.value();
    }
    return byCategory;
}

}  // namespace tessera::sale
