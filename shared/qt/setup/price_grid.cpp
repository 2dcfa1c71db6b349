// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/setup/price_grid.h"

#include "shared/qt/setup/row_table.h"
#include "shared/qt/setup/typed_event.h"

namespace tessera::setup {

void PriceGrid::setBands(QStringList names) {
    if (names == bands_) return;
    beginResetModel();
    bands_ = std::move(names);
    endResetModel();
}

void PriceGrid::setTypes(QStringList names) {
    if (names == types_) return;
    beginResetModel();
    types_ = std::move(names);
    endResetModel();
}

void PriceGrid::setPrices(QMap<QString, QString> prices) {
    prices_ = std::move(prices);
    problems_.clear();
    tellAll();
}

void PriceGrid::clearProblems() {
    problems_.clear();
    tellAll();
}

void PriceGrid::setProblem(const QString& key, const QString& text) {
    problems_.insert(key, text);
    tellAll();
}

void PriceGrid::tellAll() {
    if (rowCount() == 0 || columnCount() == 0) return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int PriceGrid::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(bands_.size());
}

int PriceGrid::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(types_.size());
}

QVariant PriceGrid::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) return {};
    const QString key = priceKey(index.row(), index.column());
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
        case Qt::AccessibleTextRole:
            return prices_.value(key);
        case Qt::ToolTipRole:
        case Qt::AccessibleDescriptionRole:
        case kWrongRole:
            return problems_.contains(key) ? QVariant(problems_.value(key)) : QVariant();
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
        default:
            return {};
    }
}

bool PriceGrid::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid()) return false;
    const QString key = priceKey(index.row(), index.column());
    const QString text = value.toString();
    if (prices_.value(key) == text) return true;
    if (text.isEmpty()) {
        prices_.remove(key);
    } else {
        prices_.insert(key, text);
    }
    problems_.remove(key);
    Q_EMIT dataChanged(index, index);
    Q_EMIT edited();
    return true;
}

QVariant PriceGrid::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole) return {};
    const QStringList& names = orientation == Qt::Horizontal ? types_ : bands_;
    return names.value(section);
}

Qt::ItemFlags PriceGrid::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable;
}

}  // namespace tessera::setup
