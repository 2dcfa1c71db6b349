// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/payment/tender_model.h"

#include "shared/qt/sale/words.h"

namespace tessera::payment {

TenderModel::TenderModel(const Payer& payer, QObject* parent)
    : QAbstractTableModel(parent), payer_(payer) {
    connect(&payer, &Payer::changed, this, &TenderModel::refresh);
    refresh();
}

void TenderModel::setLocale(const QLocale& locale) {
    locale_ = locale;
    if (!parts_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void TenderModel::refresh() {
    beginResetModel();
    parts_ = payer_.paidParts();
    endResetModel();
}

int TenderModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(parts_.size());
}

int TenderModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TenderModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const PaidPart& part = parts_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return textOf(part, index.column());
        case Qt::AccessibleTextRole:
            return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() +
                   QStringLiteral(": ") + textOf(part, index.column());
        case Qt::TextAlignmentRole:
            return index.column() == Amount
                       ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
                       : QVariant();
        default:
            return {};
    }
}

QVariant TenderModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && section == Amount) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Way:
            return tr("Paid with");
        case State:
            return tr("How it stands");
        case Amount:
            return tr("Amount");
        default:
            return {};
    }
}

QString TenderModel::wayText(v1::TenderKind kind) {
    switch (kind) {
        case v1::CASH:
            return tr("Cash");
        case v1::GIFT_CARD:
            return tr("Gift card");
        case v1::INVOICE:
            return tr("Invoice");
        case v1::EXCHANGE:
            return tr("Tickets given up");
        case v1::READER:
            return tr("Card at the terminal");
        default:
            return tr("Card");
    }
}

QString TenderModel::stateText(v1::TenderKind kind, v1::Payment::State state) {
    switch (state) {
        case v1::Payment::OPENING:
            return kind == v1::READER ? tr("the terminal is being asked") : tr("being opened");
        case v1::Payment::PAYABLE:
            return kind == v1::READER ? tr("waiting for the card") : tr("waiting");
        case v1::Payment::AUTHORIZED:
            return tr("reserved");
        case v1::Payment::CAPTURED:
            return tr("paid");
        case v1::Payment::VOIDED:
            return tr("cancelled, nothing taken");
        case v1::Payment::FAILED:
            return tr("refused, nothing taken");
        case v1::Payment::REFUNDED:
            return tr("given back");
        default:
            return tr("not known");
    }
}

bool TenderModel::isOfTerminal(const std::string& reason) {
    return reason.starts_with("reader_");
}

QString TenderModel::declineText(const std::string& reason) {
    if (reason == "reader_offline") return tr("the terminal is offline");
    if (reason == "reader_busy") return tr("the terminal is busy with another payment");
    if (reason == "reader_unknown") return tr("the card provider does not know this terminal");
    if (reason == "reader_timeout") return tr("no card was shown in time");
    if (isOfTerminal(reason)) return tr("the terminal does not ask for it");
    if (reason == "insufficient_funds") return tr("not enough money on it");
    if (reason == "expired_card") return tr("it has expired");
    if (reason == "incorrect_pin" || reason == "invalid_pin") return tr("wrong PIN");
    if (reason == "pin_try_exceeded") return tr("too many wrong PINs");
    if (reason == "card_not_supported" || reason == "currency_not_supported") {
        return tr("it does not pay here");
    }
    if (reason == "card_velocity_exceeded" || reason == "withdrawal_count_limit_exceeded") {
        return tr("its limit is reached");
    }
    if (reason == "processing_error" || reason == "issuer_not_available" ||
        reason == "try_again_later") {
        return tr("its bank does not answer");
    }
    return tr("its bank has declined it");
}

QString TenderModel::textOf(const PaidPart& part, int column) const {
    switch (column) {
        case Way:
            if (part.last4.isEmpty()) return wayText(part.kind);
            return tr("%1, card …%2").arg(wayText(part.kind), part.last4);
        case State:
            if (part.state == v1::Payment::PAYABLE && !part.declined.empty()) {
                return (isOfTerminal(part.declined) ? tr("no card asked for: %1")
                                                    : tr("card declined: %1"))
                    .arg(declineText(part.declined));
            }
            return stateText(part.kind, part.state);
        case Amount:
            return sale::moneyText(part.amount, locale_);
        default:
            return {};
    }
}

}  // namespace tessera::payment
