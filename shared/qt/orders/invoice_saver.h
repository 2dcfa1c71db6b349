// SPDX-License-Identifier: Apache-2.0
// An order's invoice, or the credit note of what went back, as a PDF file.
//
// The GUI's thread alone. The server makes it when it is first asked for, and it is the same ever
// after; the file is replaced whole or not at all, and for its user alone (0600). Borrows the desk,
// which outlives it.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>

#include "shared/qt/desk/desk.h"
#include "shared/qt/sale/seller.h"

namespace tessera::orders {

class InvoiceSaver : public QObject {
    Q_OBJECT

public:
    // Into `folder`, made where it is not there; empty: where this user's documents are.
    InvoiceSaver(qt::Desk& desk, const QString& folder, QObject* parent = nullptr);

    // `refund`: of that group of refunds; empty: the invoice.
    void save(const v1::Order& order, const std::string& refund = {});
    // The file that was written last; empty: none.
    const QString& file() const { return file_; }

Q_SIGNALS:
    void said(const QString& text, tessera::sale::Tone tone);
    void saved(const QString& file);

private:
    void came(const std::string& order, const client::Answer<v1::Document>& answer);

    qt::Desk& desk_;
    const QString folder_;
    QString file_;
};

}  // namespace tessera::orders
