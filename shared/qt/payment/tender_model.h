// SPDX-License-Identifier: Apache-2.0
// The parts of the payment in hand as a table: what with, how it stands, how much.
//
// The GUI's thread. Borrows the payer, which outlives it.
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QLocale>

#include "shared/qt/payment/payer.h"

namespace tessera::payment {

class TenderModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Way, State, Amount, ColumnCount };

    explicit TenderModel(const Payer& payer, QObject* parent = nullptr);

    void setLocale(const QLocale& locale);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static QString wayText(v1::TenderKind kind);
    static QString stateText(v1::TenderKind kind, v1::Payment::State state);
    // The word is not about a card, but about a terminal that asks for none.
    static bool isOfTerminal(const std::string& reason);
    // Why a card was declined, or is not asked for, of the provider's word for it.
    static QString declineText(const std::string& reason);

private:
    void refresh();
    QString textOf(const PaidPart& part, int column) const;

    const Payer& payer_;
    QLocale locale_;
    std::vector<PaidPart> parts_;
};

}  // namespace tessera::payment
