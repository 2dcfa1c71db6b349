// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/setup/row_table.h"

namespace tessera::setup {

RowTable::RowTable(QList<RowColumn> columns, QObject* parent)
    : QAbstractTableModel(parent), columns_(std::move(columns)) {
    addEmpty();
}

QList<QStringList> RowTable::rows() const {
    QList<QStringList> out = cells_;
    if (!out.isEmpty() && out.last().join(QString()).isEmpty()) out.removeLast();
    return out;
}

void RowTable::addEmpty() {
    QStringList row;
    row.resize(columns_.size());
    cells_.append(row);
}

void RowTable::setRows(QList<QStringList> rows) {
    beginResetModel();
    cells_ = std::move(rows);
    if (cells_.size() > kRowsMost) cells_.resize(kRowsMost);
    for (QStringList& row : cells_) row.resize(columns_.size());
    if (cells_.size() < kRowsMost) addEmpty();
    problems_.clear();
    endResetModel();
}

bool RowTable::takeRow(int row) {
    if (row < fixed_ || row >= rows().size()) return false;
    beginRemoveRows({}, row, row);
    cells_.removeAt(row);
    problems_.clear();
    endRemoveRows();
    if (cells_.isEmpty() || !cells_.last().join(QString()).isEmpty()) {
        beginInsertRows({}, rowCount(), rowCount());
        addEmpty();
        endInsertRows();
    }
    Q_EMIT edited();
    return true;
}

void RowTable::clearProblems() {
    if (problems_.isEmpty()) return;
    problems_.clear();
    retranslate();
}

void RowTable::setProblem(int row, const QString& column, const QString& text) {
    for (int at = 0; at < columns_.size(); ++at) {
        if (columns_[at].id != column && !(column.isEmpty() && at == 0)) continue;
        problems_.insert({row, at}, text);
        Q_EMIT dataChanged(index(row, at), index(row, at));
    }
}

void RowTable::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RowTable::rowCount(const QModelIndex& parent) const {
    if (parent.isValid()) return 0;
    return static_cast<int>(cells_.size());
}

int RowTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

QString RowTable::shown(int row, int column) const {
    const QString& typed = cells_[row][column];
    if (!columns_[column].choices) return typed;
    const QList<Choice> choices = columns_[column].choices();
    for (const Choice& each : choices) {
        if (each.key == typed) return each.word;
    }
    const bool isEmptyRow = cells_[row].join(QString()).isEmpty();
    return typed.isEmpty() && !isEmptyRow ? choices.first().word : typed;
}

QVariant RowTable::choicesOf(int column) const {
    if (!columns_[column].choices) return {};
    QStringList pairs;
    for (const Choice& each : columns_[column].choices()) pairs << each.key << each.word;
    return pairs;
}

QVariant RowTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return shown(index.row(), index.column());
        case Qt::EditRole:
            return cells_[index.row()][index.column()];
        case Qt::ToolTipRole:
        case Qt::AccessibleDescriptionRole:
        case kWrongRole: {
            const QString text = problems_.value({index.row(), index.column()});
            return text.isEmpty() ? QVariant() : text;
        }
        case kChoicesRole:
            return choicesOf(index.column());
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(
                (columns_[index.column()].isNumber ? Qt::AlignTrailing : Qt::AlignLeading) |
                Qt::AlignVCenter);
        default:
            return {};
    }
}

bool RowTable::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid() || index.row() >= rowCount()) return false;
    const QString text = value.toString();
    if (cells_[index.row()][index.column()] == text) return true;
    cells_[index.row()][index.column()] = text;
    problems_.remove({index.row(), index.column()});
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), columnCount() - 1));
    if (index.row() + 1 == rowCount() && rowCount() < kRowsMost) {
        beginInsertRows({}, rowCount(), rowCount());
        addEmpty();
        endInsertRows();
    }
    Q_EMIT edited();
    return true;
}

QVariant RowTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || section < 0) return {};
    if (orientation == Qt::Vertical) return section + 1;
    return section < columns_.size() ? columns_[section].header() : QVariant();
}

Qt::ItemFlags RowTable::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable;
}

}  // namespace tessera::setup
