// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/inventory/allocation_model.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QColor>

#include "shared/qt/sale/words.h"

namespace tessera::inventory {
namespace {

struct KindTexts {
    Q_DECLARE_TR_FUNCTIONS(Allocation)

public:
    static QString of(v1::Allocation::Kind kind) {
        switch (kind) {
            case v1::Allocation::HOUSE:
                return tr("House");
            case v1::Allocation::ARTIST:
                return tr("Artist");
            case v1::Allocation::PROMOTER:
                return tr("Promoter");
            case v1::Allocation::PRESS:
                return tr("Press");
            case v1::Allocation::ACCESSIBLE:
                return tr("Accessible");
            default:
                return tr("Other");
        }
    }
};

// Numbers stand at the right, and what heads them too.
QVariant allocationAlignment(int column) {
    return QVariant::fromValue(column == AllocationModel::Seats
                                   ? Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute
                                   : Qt::AlignLeading | Qt::AlignVCenter);
}

}  // namespace

QString kindText(v1::Allocation::Kind kind) {
    return KindTexts::of(kind);
}

AllocationModel::AllocationModel(const AllocationBook& book, const EventInView& view,
                                 QObject* parent)
    : QAbstractTableModel(parent), book_(book), view_(view) {
    connect(&book_, &AllocationBook::changed, this, &AllocationModel::refresh);
}

void AllocationModel::setLocale(const QLocale& locale) {
    locale_ = locale;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    refresh();
}

void AllocationModel::setPalette(qt::PaletteKind kind) {
    palette_ = kind;
    refresh();
}

// Rows that stay keep who is looking at them where they are.
void AllocationModel::refresh() {
    const auto& lines = book_.lines();
    bool same = lines.size() == shown_.size();
    for (std::size_t i = 0; same && i < lines.size(); ++i) {
        same = lines[i].named.allocation_no() == shown_[i].named.allocation_no();
    }
    if (same) {
        shown_ = lines;
        if (!shown_.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    shown_ = lines;
    endResetModel();
}

int AllocationModel::rowOf(int allocation) const {
    for (std::size_t i = 0; i < shown_.size(); ++i) {
        if (shown_[i].named.allocation_no() == allocation) return static_cast<int>(i);
    }
    return -1;
}

int AllocationModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

int AllocationModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString AllocationModel::textOf(const AllocationLine& line, int column) const {
    switch (column) {
        case Letter:
            return line.letter == 0 ? QString() : QString(QChar(u'A' + line.letter - 1));
        case Name:
            return book_.nameOf(line.named.allocation_no());
        case Kind:
            return line.named.name().empty() ? QString() : kindText(line.named.kind());
        case Seats:
            return locale_.toString(line.seats);
        case Release:
            return line.named.has_release_time()
                       ? sale::dateText(line.named.release_time(),
                                        view_.event().venue().time_zone(), locale_)
                       : tr("by hand");
        default:
            return {};
    }
}

QVariant AllocationModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const AllocationLine& line = at(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return textOf(line, index.column());
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1: %2").arg(
                headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                textOf(line, index.column()));
        case Qt::DecorationRole:
            if (index.column() != Letter || line.letter == 0) return {};
            return QColor(qt::seatPalette(palette_)
                              .bands[static_cast<std::size_t>((line.letter - 1) % qt::kBandCount)]);
        case Qt::TextAlignmentRole:
            return allocationAlignment(index.column());
        default:
            return {};
    }
}

QVariant AllocationModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return allocationAlignment(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Letter:
            return tr("On the map");
        case Name:
            return tr("Name");
        case Kind:
            return tr("For");
        case Seats:
            return tr("Seats");
        case Release:
            return tr("Public from");
        default:
            return {};
    }
}

}  // namespace tessera::inventory
