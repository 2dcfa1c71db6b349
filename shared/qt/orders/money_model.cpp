// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/orders/money_model.h"

#include "shared/qt/orders/order_words.h"
#include "shared/qt/payment/tender_model.h"
#include "shared/qt/sale/words.h"

namespace tessera::orders {

MoneyModel::MoneyModel(const OrderInHand& order, QObject* parent)
    : QAbstractTableModel(parent), order_(order) {
    connect(&order, &OrderInHand::changed, this, &MoneyModel::refresh);
    refresh();
}

void MoneyModel::setLocale(const QLocale& locale) {
    locale_ = locale;
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void MoneyModel::refresh() {
    const v1::Order& now = order_.details().order();
    const bool same = now.order() == shown_.order() &&
                      now.payments_size() == shown_.payments_size() &&
                      now.refunds_size() == shown_.refunds_size();
    if (!same) beginResetModel();
    shown_ = now;
    if (!same) return endResetModel();
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

bool MoneyModel::waits(const v1::Refund& refund) const {
    return refund.state() == v1::Refund::MANUAL ||
           (refund.state() == v1::Refund::PENDING && isCash(shown_, refund));
}

const v1::Refund* MoneyModel::waiting(int row) const {
    const int number = row - shown_.payments_size();
    if (number >= 0 && number < shown_.refunds_size() && waits(shown_.refunds(number))) {
        return &shown_.refunds(number);
    }
    for (const v1::Refund& each : shown_.refunds()) {
        if (waits(each)) return &each;
    }
    return nullptr;
}

int MoneyModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : shown_.payments_size() + shown_.refunds_size();
}

int MoneyModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MoneyModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const QString text = textOf(index.row(), index.column());
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            return text;
        case Qt::AccessibleTextRole:
            return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() +
                   QStringLiteral(": ") + text;
        case Qt::TextAlignmentRole:
            return index.column() == Amount
                       ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
                       : QVariant();
        default:
            return {};
    }
}

QVariant MoneyModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        const auto side = section == Amount ? Qt::AlignRight : Qt::AlignLeading;
        return QVariant::fromValue(Qt::Alignment(side | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case What:
            return tr("What with");
        case Why:
            return tr("Why");
        case State:
            return tr("How it stands");
        case Amount:
            return tr("Amount");
        default:
            return {};
    }
}

QString MoneyModel::wayOf(const v1::Payment& payment) const {
    const QString way = payment::TenderModel::wayText(payment.tender_kind());
    if (payment.card_last4().empty()) return way;
    return tr("%1, card …%2").arg(way, sale::textOf(payment.card_last4()));
}

QString MoneyModel::ofPayment(const v1::Payment& payment, int column) const {
    switch (column) {
        case What:
            return wayOf(payment);
        case Why:
            return tr("paid by the buyer");
        case State:
            return payment::TenderModel::stateText(payment.tender_kind(), payment.state());
        case Amount:
            return sale::moneyText(payment.amount(), locale_);
        default:
            return {};
    }
}

QString MoneyModel::ofRefund(const v1::Refund& refund, int column) const {
    switch (column) {
        case What:
            for (const v1::Payment& each : shown_.payments()) {
                if (each.payment() == refund.payment()) return tr("Back: %1").arg(wayOf(each));
            }
            return tr("Back");
        case Why:
            return reasonText(refund.reason());
        case State:
            return stateText(refund.state(), isCash(shown_, refund));
        case Amount: {
            v1::Money back = refund.amount();
            back.set_minor_units(-back.minor_units());
            return sale::moneyText(back, locale_);
        }
        default:
            return {};
    }
}

QString MoneyModel::textOf(int row, int column) const {
    const int payments = shown_.payments_size();
    if (row < payments) return ofPayment(shown_.payments(row), column);
    return ofRefund(shown_.refunds(row - payments), column);
}

}  // namespace tessera::orders
