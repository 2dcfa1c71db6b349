// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/sale/seat_info.h"

#include "shared/qt/sale/words.h"

namespace tessera::sale {
namespace {

constexpr int kRestMillis = 120;

}  // namespace

SeatInfo::SeatInfo(qt::Desk& desk, const Cart& cart, qt::SeatMapModel& map, QObject* parent)
    : QObject(parent), desk_(desk), cart_(cart), map_(map) {
    rest_.setSingleShot(true);
    rest_.setInterval(kRestMillis);
    connect(&rest_, &QTimer::timeout, this, &SeatInfo::ask);
    connect(&map_, &qt::SeatMapModel::seatsChanged, this, [this](const QList<int>& seats) {
        if (seat_ >= 0 && seats.contains(seat_)) look(seat_);
    });
    connect(&map_, &qt::SeatMapModel::layoutReset, this, [this] { look(-1); });
}

void SeatInfo::setLocale(const QLocale& locale) {
    locale_ = locale;
    if (seat_ >= 0) look(seat_);
}

void SeatInfo::look(int seat) {
    if (call_ != 0) desk_.giveUp(call_);
    call_ = 0;
    seat_ = seat < map_.layout().seatCount() ? seat : -1;
    write({});
    const bool somebodys = seat_ >= 0 && map_.state(seat_).status() != qt::SeatStatus::Available;
    if (somebodys && desk_.isSignedIn()) {
        rest_.start();
    } else {
        rest_.stop();
    }
}

void SeatInfo::ask() {
    v1::GetSeatRequest request;
    request.set_event(cart_.event().event());
    request.set_seat_no(seat_);
    call_ = desk_.ask(client::kGetSeat, request, this,
                      [this](const client::Answer<v1::SeatDetails>& answer) { answered(answer); },
                      {.within = client::Millis(5'000)});
}

void SeatInfo::answered(const client::Answer<v1::SeatDetails>& answer) {
    if (!answer.done() || answer.value.seat_no() != seat_) return;
    call_ = 0;
    write(whoHas(answer.value));
}

QString SeatInfo::whoHas(const v1::SeatDetails& details) const {
    if (details.reservation().empty()) {
        for (const v1::Allocation& each : cart_.event().config().allocations()) {
            if (each.allocation_no() != details.allocation_no()) continue;
            return tr("Set aside for %1").arg(textOf(each.name()));
        }
        return details.allocation_no() > 0
                   ? tr("Set aside under %1").arg(locale_.toString(details.allocation_no()))
                   : QString();
    }
    const QString channel = details.channel() == v1::WEB     ? tr("on the web")
                            : details.channel() == v1::KIOSK ? tr("at a kiosk")
                                                             : tr("at the box office");
    const std::string& zone = cart_.event().venue().time_zone();
    QString text;
    if (details.reservation() == cart_.reservation().reservation()) {
        text = tr("Held here until %1").arg(timeText(details.expire_time(), zone, locale_));
    } else if (details.has_expire_time()) {
        const auto left = details.expire_time().seconds() - details.server_time().seconds();
        text = tr("Held %1 until %2, for %3")
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
        const int category = map_.layout().seats()[static_cast<std::size_t>(seat_)].category;
        text = qt::describeSeat(map_, seat_);
        for (const v1::Price& price : cart_.event().config().prices()) {
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

}  // namespace tessera::sale
