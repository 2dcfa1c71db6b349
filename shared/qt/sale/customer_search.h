// SPDX-License-Identifier: Apache-2.0
// Customers that are found as one types, as a list; and what is wrong with what is typed of one.
//
// The GUI's thread alone. As event_search.h: overtaken answers are dropped. Borrows desk and cart,
// which outlive it. Personal data: in no log.
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
    static constexpr int kPhoneCharactersMost = 32;
    static constexpr int kOrganisationBytesMost = 200;
    static constexpr int kNoteBytesMost = 1'000;

    CustomerSearch(qt::Desk& desk, Cart& cart, QObject* parent = nullptr);

    // Too short a text finds nobody, and asks nothing.
    void search(const QString& text);
    // REQUIRES: 0 <= row < rowCount().
    const v1::Customer& at(int row) const;
    // The cart's customer. False: its order has its buyer, and nothing is changed.
    [[nodiscard]] bool choose(int row) { return take(at(row)); }
    [[nodiscard]] bool take(const v1::Customer& customer);
    // Without an id: nobody whom the house knows.
    const v1::Customer& ofCart() const { return cart_.customer(); }

    // Which field of a new customer is not as it must be, in words; the server judges, too.
    struct Typed {
        QString name{};
        QString email{};
        QString phone{};
    };
    enum class Field { None, Name, Email, Phone };
    static Field wrongField(const Typed& typed);
    static QString wrongText(Field field);

    const QString& problem() const { return problem_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void answered();

private:
    void show(QList<v1::Customer> customers);

    qt::Desk& desk_;
    Cart& cart_;
    QList<v1::Customer> found_;
    int question_ = 0;
    client::CallId call_ = 0;
    QString problem_;
};

// "Rosalinde Eisenstein, r@example.org, 0660 123".
QString customerLine(const v1::Customer& customer);

}  // namespace tessera::sale
