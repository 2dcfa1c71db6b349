// SPDX-License-Identifier: Apache-2.0
// Customers that are found as one types, as a list, and customers that are written.
//
// The GUI's thread alone. As event_search.h: overtaken answers are dropped. A customer whose
// writing has no answer is written again with the same request id, and so once. Borrows desk and
// cart, which outlive it. Personal data: in no log.
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QList>

#include "shared/qt/desk/desk.h"
#include "shared/qt/sale/cart.h"

namespace tessera::sale {

class CustomerSearch : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr int kQueryBytesLeast = 2;
    static constexpr int kQueryBytesMost = 200;
    static constexpr int kNameBytesMost = 200;
    static constexpr int kEmailBytesMost = 254;

    CustomerSearch(qt::Desk& desk, Cart& cart, QObject* parent = nullptr);

    // Too short a text finds nobody, and asks nothing.
    void search(const QString& text);
    // The cart's customer.
    void choose(int row);

    // Which field of a new customer is not as it must be, in words; the server judges, too.
    struct Typed {
        QString name{};
        QString email{};
        QString phone{};
    };
    enum class Field { None, Name, Email, Phone };
    static Field wrongField(const Typed& typed);
    static QString wrongText(Field field);
    // REQUIRES: wrongField() is None. The answer becomes the cart's customer.
    void save(const Typed& typed);

    const QString& problem() const { return problem_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void answered();
    // problem() is empty, and the customer is the cart's; or it says why not.
    void saved();

private:
    void take(QList<v1::Customer> customers);

    qt::Desk& desk_;
    Cart& cart_;
    QList<v1::Customer> found_;
    int question_ = 0;
    client::CallId call_ = 0;
    bool saving_ = false;
    v1::SaveCustomerRequest unknown_;  // Sent, and its answer is not known; without an id: none.
    QString problem_;
};

// "Rosalinde Eisenstein, r@example.org, 0660 123".
QString customerLine(const v1::Customer& customer);

}  // namespace tessera::sale
