// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/inventory/minutes_model.h"

#include "shared/qt/sale/words.h"

namespace tessera::inventory {
namespace {

// Numbers stand at the right, and what heads them too.
QVariant minuteAlignment(int column) {
    return QVariant::fromValue(column == MinutesModel::Time
                                   ? Qt::AlignLeading | Qt::AlignVCenter
                                   : Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute);
}

}  // namespace

MinutesModel::MinutesModel(const SalesFeed& feed, const EventInView& view, QObject* parent)
    : QAbstractTableModel(parent), feed_(feed), view_(view) {
    connect(&feed_, &SalesFeed::changed, this, &MinutesModel::refresh);
}

void MinutesModel::setLocale(const QLocale& locale) {
    locale_ = locale;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    refresh();
}

void MinutesModel::refresh() {
    std::vector<v1::SalesMinute> minutes;
    if (const auto& report = feed_.report()) {
        minutes.assign(report->minutes().begin(), report->minutes().end());
    }
    const bool same = minutes.size() == minutes_.size();
    if (!same) beginResetModel();
    minutes_ = std::move(minutes);
    if (!same) {
        endResetModel();
    } else if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int MinutesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(minutes_.size());
}

int MinutesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString MinutesModel::timeOf(const v1::SalesMinute& minute) const {
    return sale::timeText(minute.start_time(), view_.event().venue().time_zone(), locale_);
}

QString MinutesModel::textOf(const v1::SalesMinute& minute, int column) const {
    switch (column) {
        case Time:
            return timeOf(minute);
        case Tickets:
            return locale_.toString(minute.tickets());
        case Orders:
            return locale_.toString(minute.orders());
        case Revenue:
            return minute.has_revenue() ? sale::moneyText(minute.revenue(), locale_) : QString();
        default:
            return {};
    }
}

QVariant MinutesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const auto at = minutes_.size() - 1 - static_cast<std::size_t>(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return textOf(minutes_[at], index.column());
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1: %2").arg(
                headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                textOf(minutes_[at], index.column()));
        case Qt::TextAlignmentRole:
            return minuteAlignment(index.column());
        default:
            return {};
    }
}

QVariant MinutesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return minuteAlignment(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Time:
            return tr("Minute");
        case Tickets:
            return tr("Tickets");
        case Orders:
            return tr("Orders");
        case Revenue:
            return tr("Revenue");
        default:
            return {};
    }
}

}  // namespace tessera::inventory
