// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/setup/event_list.h"

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/event_search.h"

namespace tessera::setup {

EventList::EventList(qt::Desk& desk, QObject* parent) : QAbstractListModel(parent), desk_(desk) {}

void EventList::setLocale(const QLocale& locale) {
    locale_ = locale;
    if (!found_.isEmpty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void EventList::search(const QString& text) {
    const int question = ++question_;
    text_ = text;
    v1::ListAllEventsRequest request;
    request.set_query(text.trimmed().left(50).toStdString());
    request.set_page_size(kShownMost);
    // Those that are over, too: they are copied and looked up.
    request.mutable_starts_after()->set_seconds(
        text.trimmed().isEmpty() ? QDateTime::currentSecsSinceEpoch() - 86'400 : 0);
    desk_.ask(client::kListAllEvents, request, this,
              [this, question](const client::Answer<v1::ListAllEventsResponse>& answer) {
                  if (question != question_) return;
                  problem_ = qt::outcomeText(answer);
                  if (answer.done()) {
                      beginResetModel();
                      found_ = {answer.value.events().begin(), answer.value.events().end()};
                      more_ = !answer.value.next_page_token().empty();
                      endResetModel();
                  }
                  Q_EMIT answered();
              });
}

int EventList::rowOf(const std::string& event) const {
    for (int row = 0; row < found_.size(); ++row) {
        if (found_[row].event() == event) return row;
    }
    return -1;
}

int EventList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(found_.size());
}

QString EventList::lineOf(const v1::EventSummary& event) const {
    const QString line = sale::eventLine(event, locale_);
    if (event.sale_state() == v1::DRAFT) return tr("Draft: %1").arg(line);
    const bool moved = event.disruption().kind() == v1::Disruption::MOVED;
    return moved && event.sale_state() == v1::OPEN ? tr("Moved: %1").arg(line) : line;
}

QVariant EventList::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) {
        return lineOf(found_[index.row()]);
    }
    return {};
}

}  // namespace tessera::setup
