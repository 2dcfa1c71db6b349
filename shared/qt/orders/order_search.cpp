// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/orders/order_search.h"

#include <algorithm>
#include <tuple>

#include "shared/qt/orders/order_words.h"
#include "shared/qt/orders/scan_reader.h"
#include "shared/qt/sale/words.h"

namespace tessera::orders {
namespace {

// Whichever answer came first, the order is the same.
auto placeOf(const v1::OrderSummary& order) {
    return std::tuple(order.create_time().seconds(), order.create_time().nanos(), order.order());
}

}  // namespace

OrderSearch::OrderSearch(qt::Desk& desk, QObject* parent)
    : QAbstractListModel(parent), desk_(desk) {}

void OrderSearch::setLocale(const QLocale& locale) {
    locale_ = locale;
    if (!found_.isEmpty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void OrderSearch::search(const QString& text) {
    ++question_;
    for (const client::CallId call : calls_) desk_.giveUp(call);
    calls_.clear();
    waiting_ = 0;
    coming_.clear();
    problem_.clear();
    more_ = false;
    asked_ = text.trimmed();
    while (asked_.toUtf8().size() > kQueryBytesMost) asked_.chop(1);
    if (asked_.toUtf8().size() < kQueryBytesLeast) {
        show();
        Q_EMIT answered();
        return;
    }
    const QList<std::string> events = where();
    waiting_ = static_cast<int>(events.size());
    for (const std::string& event : events) ask(event);
}

// A whole code says itself which event's it is.
QList<std::string> OrderSearch::where() const {
    if (hasScansForm(asked_)) return {std::string()};
    if (!only_.empty()) return {only_};
    if (!event_.empty()) return {std::string(), event_};
    return {std::string()};
}

void OrderSearch::ask(const std::string& event) {
    v1::FindOrdersRequest request;
    request.set_query(asked_.toStdString());
    request.set_event(event);
    request.set_page_size(kShownMost);
    request.set_all_events(longAgo_ && event.empty());
    const int question = question_;
    calls_ << desk_.ask(client::kFindOrders, request, this,
                        [this, question](const client::Answer<v1::FindOrdersResponse>& answer) {
                            if (question == question_) came(answer);
                        });
}

void OrderSearch::came(const client::Answer<v1::FindOrdersResponse>& answer) {
    --waiting_;
    if (!answer.done()) problem_ = outcomeText(answer);
    more_ = more_ || !answer.value.next_page_token().empty();
    for (const v1::OrderSummary& each : answer.value.orders()) {
        const bool there = std::ranges::any_of(
            coming_, [&](const auto& other) { return other.order() == each.order(); });
        if (!there) coming_ << each;
    }
    if (waiting_ > 0) return;
    calls_.clear();
    if (problem_.isEmpty() || !coming_.isEmpty()) show();
    Q_EMIT answered();
}

void OrderSearch::show() {
    std::ranges::sort(
        coming_, [](const auto& one, const auto& other) { return placeOf(one) > placeOf(other); });
    if (coming_.size() > kShownMost) {
        coming_.resize(kShownMost);
        more_ = true;
    }
    beginResetModel();
    found_ = coming_;
    endResetModel();
}

int OrderSearch::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(found_.size());
}

QVariant OrderSearch::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    return lineOf(found_.at(index.row()));
}

// The zone of the venue is not told here: the day and time are read as this till's.
QString OrderSearch::lineOf(const v1::OrderSummary& order) const {
    const QString who =
        sale::textOf(order.buyer_name().empty() ? order.buyer_email() : order.buyer_name());
    const QDateTime starts = QDateTime::fromSecsSinceEpoch(order.starts_at().seconds());
    const QString money = order.has_total() ? sale::moneyText(order.total(), locale_) : QString();
    const QString between = tr(" · ", "between facts of an order");
    QStringList first{who.isEmpty() ? tr("Nobody in particular") : who, money,
                      stateText(order.state(), order.refunding(), locale_)};
    QStringList second{sale::textOf(order.event_name()),
                       order.has_starts_at()
                           ? locale_.toString(starts.date(), QStringLiteral("ddd d MMM yyyy"))
                           : QString(),
                       sale::textOf(order.places())};
    first.removeAll(QString());
    second.removeAll(QString());
    return first.join(between) + u'\n' + second.join(between);
}

}  // namespace tessera::orders
