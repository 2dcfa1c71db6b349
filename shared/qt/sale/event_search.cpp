// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/sale/event_search.h"

#include <QtCore/QDateTime>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/words.h"

namespace tessera::sale {
namespace {

// Beginnings of words are found, and a whole character must stay whole.
std::string queryOf(const QString& text) {
    QString query = text.trimmed();
    while (query.toUtf8().size() > EventSearch::kQueryBytesMost) query.chop(1);
    return query.toStdString();
}

}  // namespace

QString eventLine(const v1::EventSummary& event, const QLocale& locale) {
    QStringList parts{textOf(event.name()), dateText(event.starts_at(), event.time_zone(), locale),
                      textOf(event.venue_name()), textOf(event.city())};
    parts.removeAll(QString());
    const QString all = parts.join(EventSearch::tr(", ", "between parts of a line"));
    if (event.sale_state() == v1::CANCELLED) return EventSearch::tr("Cancelled: %1").arg(all);
    if (event.sale_state() == v1::DRAFT) return EventSearch::tr("Not open yet: %1").arg(all);
    if (event.sale_state() == v1::CLOSED) return EventSearch::tr("Sale closed: %1").arg(all);
    return all;
}

EventSearch::EventSearch(qt::Desk& desk, EventScope scope, QObject* parent)
    : QAbstractListModel(parent), desk_(desk), scope_(scope) {}

void EventSearch::setLocale(const QLocale& locale) {
    locale_ = locale;
    if (!found_.isEmpty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void EventSearch::search(const QString& text) {
    const int question = ++question_;
    if (call_ != 0) desk_.giveUp(call_);
    const auto about = [&](auto request) {
        request.set_query(queryOf(text));
        request.set_page_size(kShownMost);
        if (scope_ != EventScope::Ended) return request;
        const bool words = !request.query().empty();
        const QDateTime since = QDateTime::currentDateTimeUtc().addDays(-kEndedDays);
        request.mutable_starts_after()->set_seconds(words ? 0 : since.toSecsSinceEpoch());
        return request;
    };
    call_ = scope_ != EventScope::Visible
                ? desk_.ask(client::kListAllEvents, about(v1::ListAllEventsRequest()), this,
                            [this, question](const auto& answer) { take(question, answer); })
                : desk_.ask(client::kListEvents, about(v1::ListEventsRequest()), this,
                            [this, question](const auto& answer) { take(question, answer); });
}

template <class Response>
void EventSearch::take(int question, const client::Answer<Response>& answer) {
    if (question != question_) return;
    call_ = 0;
    problem_ = qt::outcomeText(answer);
    if (answer.done()) {
        beginResetModel();
        found_.clear();
        for (const v1::EventSummary& event : answer.value.events()) {
            if (found_.size() < kShownMost) found_.append(event);
        }
        more_ = !answer.value.next_page_token().empty();
        endResetModel();
    }
    Q_EMIT answered();
}

int EventSearch::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(found_.size());
}

QVariant EventSearch::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        return eventLine(found_[index.row()], locale_);
    }
    return {};
}

}  // namespace tessera::sale
