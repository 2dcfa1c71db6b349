// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/orders/exchange.h"

#include <algorithm>

#include "shared/qt/sale/words.h"

namespace tessera::orders {
namespace {

// "2+1" of two of the first type and one of the second.
QString countsText(const std::vector<v1::Ticket>& tickets) {
    std::vector<int> counts;
    for (const v1::Ticket& each : tickets) {
        const auto type = static_cast<std::size_t>(std::max(0, each.ticket_type_no()));
        if (counts.size() <= type) counts.resize(type + 1);
        ++counts[type];
    }
    QStringList texts;
    for (const int count : counts) texts << QString::number(count);
    return texts.join(u'+');
}

bool hasDigit(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar each) { return each.isDigit(); });
}

}  // namespace

Exchange::Exchange(Parts parts, QObject* parent)
    : QObject(parent),
      parts_(parts),
      seller_({parts.desk, cart_, map_}),
      clock_(parts.desk, cart_) {
    connect(&seller_, &sale::Seller::said, this, &Exchange::said);
    connect(&seller_, &sale::Seller::changed, this, &Exchange::changed);
    connect(&map_, &qt::SeatMapModel::selectionChanged, this, &Exchange::changed);
    connect(&parts_.deeds, &OrderDeeds::changed, this, &Exchange::changed);
    connect(&clock_, &sale::HoldClock::ranOut, this, [this] {
        Q_EMIT said(tr("The hold has run out: the new places are free again, the old ones are as "
                       "they were."),
                    sale::Tone::Danger);
    });
    connect(&parts_.deeds, &OrderDeeds::done, this, [this](DeedKind kind) {
        if (kind == DeedKind::Exchange && isOpen()) end();
    });
    connect(&parts_.deeds, &OrderDeeds::refused, this,
            [this](DeedKind kind, const client::Refusal& refusal) {
                using v1::ErrorReason;
                const bool gone = refusal.reason == ErrorReason::RESERVATION_EXPIRED ||
                                  refusal.reason == ErrorReason::RESERVATION_RELEASED ||
                                  refusal.reason == ErrorReason::RESERVATION_NOT_FOUND;
                if (kind == DeedKind::Exchange && gone) cart_.expire();
            });
}

Exchange::~Exchange() = default;

void Exchange::setLocale(const QLocale& locale) {
    locale_ = locale;
    seller_.setLocale(locale);
}

bool Exchange::begin(const OrderDeeds::Tickets& tickets) {
    if (isOpen()) return true;
    const v1::OrderDetails& details = parts_.order.details();
    std::vector<v1::Ticket> given;
    for (const v1::Ticket& each : details.tickets()) {
        if (std::ranges::find(tickets, each.ticket()) != tickets.end()) given.push_back(each);
    }
    if (given.empty()) {
        Q_EMIT said(tr("Tickets: none of this order admits."), sale::Tone::Warning);
        return false;
    }
    if (!parts_.deeds.isIdle() || seller_.isUnknown() || seller_.doing() > sale::Doing::Reading) {
        Q_EMIT said(tr("The server has not answered yet."), sale::Tone::Warning);
        return false;
    }
    given_ = std::move(given);
    QList<int> types;
    for (const v1::Ticket& each : given_) types << each.ticket_type_no();
    seller_.setTypes(types);
    seller_.chooseEvent(parts_.order.eventId());
    Q_EMIT changed();
    return true;
}

void Exchange::quick(const QString& text) {
    const QString typed = text.trimmed();
    const QString line = hasDigit(typed) ? typed : countsText(given_) + typed;
    const sale::QuickMenu menu = seller_.menu();
    const sale::QuickRead read = sale::readQuick(line, menu);
    if (read.problem != sale::QuickProblem::None) {
        Q_EMIT said(sale::problemText(read.problem, menu), sale::Tone::Danger);
        return;
    }
    seller_.hold(read.wish);
}

bool Exchange::canConfirm() const {
    return isOpen() && cart_.stage() == sale::CartStage::Held && parts_.deeds.isIdle() &&
           seller_.doing() == sale::Doing::Nothing && !seller_.isUnknown();
}

v1::Money Exchange::worth() const {
    v1::Money sum;
    for (const v1::Ticket& each : given_) {
        sum.set_currency_code(each.price().currency_code());
        sum.set_minor_units(sum.minor_units() + each.price().minor_units());
    }
    return sum;
}

v1::Money Exchange::difference() const {
    v1::Money more = worth();
    const bool held = cart_.stage() == sale::CartStage::Held;
    const std::int64_t costs = cart_.reservation().price().total().minor_units();
    more.set_minor_units(held ? costs - more.minor_units() : 0);
    return more;
}

OrderDeeds::Tickets Exchange::ids() const {
    OrderDeeds::Tickets ids;
    for (const v1::Ticket& each : given_) ids.push_back(each.ticket());
    return ids;
}

void Exchange::confirm(const std::string& token) {
    if (!canConfirm()) {
        Q_EMIT said(tr("Choose the new places first."), sale::Tone::Warning);
        return;
    }
    parts_.deeds.exchange(ids(), cart_.reservation().reservation(), token);
}

bool Exchange::leave() {
    if (!isOpen()) return true;
    const bool asked = !parts_.deeds.isIdle() && parts_.deeds.kind() == DeedKind::Exchange;
    if (asked || seller_.isUnknown() || seller_.doing() > sale::Doing::Reading) {
        Q_EMIT said(tr("The server has not answered yet: the exchange stays open until it has."),
                    sale::Tone::Warning);
        return false;
    }
    if (cart_.stage() == sale::CartStage::Held) {
        seller_.giveBack();
    } else {
        map_.select({});
        cart_.clear();
    }
    given_.clear();
    Q_EMIT changed();
    Q_EMIT closed();
    return true;
}

// The new places are an order's: nothing is given back.
void Exchange::end() {
    given_.clear();
    map_.select({});
    cart_.clear();
    Q_EMIT changed();
    Q_EMIT closed();
}

}  // namespace tessera::orders
