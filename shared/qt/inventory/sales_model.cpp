// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/inventory/sales_model.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QFont>

#include "shared/qt/sale/words.h"

namespace tessera::inventory {
namespace {

struct ChannelTexts {
    Q_DECLARE_TR_FUNCTIONS(Channel)

public:
    static QString of(v1::Channel channel) {
        switch (channel) {
            case v1::WEB:
                return tr("Web");
            case v1::BOX_OFFICE:
                return tr("Box office");
            case v1::KIOSK:
                return tr("Kiosk");
            default:
                return tr("Other");
        }
    }
};

// Numbers stand at the right, and what heads them too.
QVariant salesAlignment(int column) {
    return QVariant::fromValue(column == SalesModel::Name
                                   ? Qt::AlignLeading | Qt::AlignVCenter
                                   : Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute);
}

}  // namespace

QString channelText(v1::Channel channel) {
    return ChannelTexts::of(channel);
}

QString shareText(int part, int whole, const QLocale& locale) {
    if (whole <= 0) return {};
    const auto percent = static_cast<int>(static_cast<qint64>(part) * 100 / whole);
    return locale.toString(percent) + QChar(QChar::Nbsp) + locale.percent();
}

SalesModel::SalesModel(Parts parts, SalesBy by, QObject* parent)
    : QAbstractTableModel(parent), parts_(parts), by_(by) {
    connect(&parts_.feed, &SalesFeed::changed, this, &SalesModel::refresh);
    connect(&parts_.view, &EventInView::changed, this, &SalesModel::refresh);
    connect(&parts_.view, &EventInView::bandsChanged, this, &SalesModel::refresh);
}

void SalesModel::setLocale(const QLocale& locale) {
    locale_ = locale;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    refresh();
}

void SalesModel::refresh() {
    std::vector<v1::SalesLine> lines;
    if (const auto& report = parts_.feed.report()) {
        const auto& told = by_ == SalesBy::Band         ? report->categories()
                           : by_ == SalesBy::Allocation ? report->allocations()
                                                        : report->channels();
        lines.assign(told.begin(), told.end());
        total_ = report->total();
    }
    const bool same = lines.size() == lines_.size();
    if (!same) beginResetModel();
    lines_ = std::move(lines);
    if (!same) {
        endResetModel();
    } else if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

QString SalesModel::nameOf(const v1::SalesLine& line) const {
    switch (by_) {
        case SalesBy::Band:
            return parts_.view.bandName(line.number());
        case SalesBy::Channel:
            return channelText(static_cast<v1::Channel>(line.number()));
        case SalesBy::Allocation:
            break;
    }
    for (const v1::Allocation& each : parts_.view.event().config().allocations()) {
        if (each.allocation_no() == line.number()) return sale::textOf(each.name());
    }
    return tr("Number %1").arg(line.number());
}

QString SalesModel::moneyOf(const v1::SalesLine& line) const {
    return line.has_revenue() ? sale::moneyText(line.revenue(), locale_) : QString();
}

// Of allocations there is no total: what the public has is in none.
int SalesModel::rowCount(const QModelIndex& parent) const {
    if (parent.isValid() || lines_.empty()) return 0;
    return static_cast<int>(lines_.size()) + (by_ == SalesBy::Allocation ? 0 : 1);
}

int SalesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString SalesModel::textOf(const v1::SalesLine& line, int column) const {
    // A channel has no places of its own.
    const bool places = by_ != SalesBy::Channel;
    switch (column) {
        case Capacity:
            return places ? locale_.toString(line.capacity()) : QString();
        case Sold:
            return locale_.toString(line.sold());
        case Share:
            return places ? shareText(line.sold(), line.capacity(), locale_)
                          : shareText(line.sold(), total_.sold(), locale_);
        case Held:
            return locale_.toString(line.held());
        case SetAside:
            return places ? locale_.toString(line.blocked()) : QString();
        case Free:
            return places ? locale_.toString(freeOf(line)) : QString();
        case Revenue:
            return moneyOf(line);
        default:
            return {};
    }
}

QVariant SalesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const bool isTotal = index.row() == static_cast<int>(lines_.size());
    const v1::SalesLine& line = isTotal ? total_ : lines_[static_cast<std::size_t>(index.row())];
    const auto text = [&] {
        if (index.column() == Name) return isTotal ? tr("Total") : nameOf(line);
        return textOf(line, index.column());
    };
    switch (role) {
        case Qt::DisplayRole:
            return text();
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1: %2").arg(
                headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), text());
        case Qt::FontRole: {
            QFont bold;
            bold.setBold(true);
            return isTotal ? QVariant(bold) : QVariant();
        }
        case Qt::TextAlignmentRole:
            return salesAlignment(index.column());
        default:
            return {};
    }
}

QVariant SalesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return salesAlignment(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Name:
            return by_ == SalesBy::Band         ? tr("Price band")
                   : by_ == SalesBy::Allocation ? tr("Set aside for")
                                                : tr("Channel");
        case Capacity:
            return tr("Places");
        case Sold:
            return tr("Sold");
        case Share:
            return tr("Share");
        case Held:
            return tr("Held");
        case SetAside:
            return tr("Set aside");
        case Free:
            return tr("Free");
        case Revenue:
            return tr("Revenue");
        default:
            return {};
    }
}

}  // namespace tessera::inventory
