// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/orders/money_model.h"

#include "shared/qt/orders/order_words.h"
#include "shared/qt/payment/tender_model.h"
#include "shared/qt/sale/words.h"

namespace tessera::orders {

MoneyModel::MoneyModel(const OrderInHand& order, QObject* parent)
    : OrderTable(order, ColumnCount, Amount, parent) {
    MoneyModel::take(order.details());
}

bool MoneyModel::isOfTheSame(const v1::OrderDetails& now) const {
    const v1::Order& order = now.order();
    return order.order() == shown_.order() && order.payments_size() == shown_.payments_size() &&
           order.refunds_size() == shown_.refunds_size();
}

void MoneyModel::take(const v1::OrderDetails& now) {
    shown_ = now.order();
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

QString MoneyModel::headingOf(int column) const {
    switch (column) {
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
            return sale::moneyText(payment.amount(), locale());
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
            if (refund.state() == v1::Refund::SUCCEEDED && isPassedOn(shown_, refund)) {
                return tr("goes back in the older order");
            }
            return stateText(refund.state(), isCash(shown_, refund));
        case Amount: {
            v1::Money back = refund.amount();
            back.set_minor_units(-back.minor_units());
            return sale::moneyText(back, locale());
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
