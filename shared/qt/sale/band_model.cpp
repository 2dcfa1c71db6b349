// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/sale/band_model.h"

#include <QtGui/QColor>
#include <algorithm>

#include "shared/qt/sale/words.h"

namespace tessera::sale {
namespace {

constexpr int kCountEveryMillis = 250;

}  // namespace

BandModel::BandModel(const Cart& cart, const qt::SeatMapModel& map, QObject* parent)
    : QAbstractTableModel(parent), cart_(cart), map_(map) {
    timer_.setSingleShot(true);
    timer_.setInterval(kCountEveryMillis);
    connect(&timer_, &QTimer::timeout, this, &BandModel::count);
    connect(&cart_, &Cart::eventChanged, this, &BandModel::reset);
    connect(&map_, &qt::SeatMapModel::layoutReset, this, &BandModel::reset);
    const auto later = [this] {
        if (!timer_.isActive()) timer_.start();
    };
    connect(&map_, &qt::SeatMapModel::seatsChanged, this, later);
    connect(&map_, &qt::SeatMapModel::areaChanged, this, later);
}

void BandModel::setLocale(const QLocale& locale) {
    locale_ = locale;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    tellAll();
}

void BandModel::setPalette(qt::PaletteKind kind) {
    palette_ = kind;
    tellAll();
}

void BandModel::tellAll() {
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void BandModel::reset() {
    beginResetModel();
    const bool known = map_.layout().seatCount() > 0 || !map_.layout().areas().empty();
    categories_ = known ? static_cast<int>(map_.layout().categories().size()) : 0;
    areas_ = static_cast<int>(map_.layout().areas().size());
    free_.assign(static_cast<std::size_t>(categories_ + areas_), 0);
    endResetModel();
    count();
}

void BandModel::count() {
    std::ranges::fill(free_, 0);
    const qt::SeatLayout& layout = map_.layout();
    for (int seat = 0; seat < layout.seatCount(); ++seat) {
        if (map_.state(seat).status() != qt::SeatStatus::Available) continue;
        ++free_[static_cast<std::size_t>(layout.seats()[static_cast<std::size_t>(seat)].category)];
    }
    for (int area = 0; area < areas_; ++area) {
        const qt::AreaCounts counts = map_.area(area);
        free_[static_cast<std::size_t>(categories_ + area)] =
            layout.areas()[static_cast<std::size_t>(area)].capacity - counts.held - counts.sold;
    }
    tellAll();
}

int BandModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(free_.size());
}

int BandModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

// All its ticket types, in the event's order.
QString BandModel::priceOf(int category) const {
    QStringList prices;
    const v1::EventConfig& config = cart_.event().config();
    for (int type = 0; type < config.ticket_types_size(); ++type) {
        for (const v1::Price& price : config.prices()) {
            if (price.category_no() != category || price.ticket_type_no() != type) continue;
            prices << moneyText(price.all_in(), locale_);
        }
    }
    return prices.join(tr(" / ", "between prices"));
}

// Whose prices stand beside each other.
QString BandModel::typeNames() const {
    QStringList names;
    for (const v1::TicketType& type : cart_.event().config().ticket_types()) {
        names << sale::textOf(type.name());
    }
    return names.join(tr(" / ", "between prices"));
}

QString BandModel::textOf(int row, int column) const {
    const auto area = static_cast<std::size_t>(row - categories_);
    const bool isArea = row >= categories_;
    const qt::SeatLayout& layout = map_.layout();
    switch (column) {
        case Letter:
            return letterOf(row);
        case Name:
            return isArea ? layout.areas()[area].name
                          : layout.categories()[static_cast<std::size_t>(row)];
        case Price:
            return priceOf(isArea ? layout.areas()[area].category : row);
        case Free:
            return locale_.toString(free_[static_cast<std::size_t>(row)]);
        default:
            return {};
    }
}

QVariant BandModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
        return textOf(index.row(), index.column());
    }
    if (role == Qt::TextAlignmentRole && index.column() >= Price) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    }
    if (role == Qt::DecorationRole && index.column() == Letter) {
        const bool isArea = index.row() >= categories_;
        const auto area = static_cast<std::size_t>(index.row() - categories_);
        const int category = isArea ? map_.layout().areas()[area].category : index.row();
        return QColor(
            qt::seatPalette(palette_).bands[static_cast<std::size_t>(category % qt::kBandCount)]);
    }
    return {};
}

QVariant BandModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(
            (section >= Price ? Qt::AlignRight : Qt::AlignLeading) | Qt::AlignVCenter));
    }
    if (role == Qt::ToolTipRole && section == Price) return typeNames();
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Letter:
            return tr("Key");
        case Name:
            return tr("Band or area");
        case Price:
            return tr("Price");
        case Free:
            return tr("Free");
        default:
            return {};
    }
}

}  // namespace tessera::sale
