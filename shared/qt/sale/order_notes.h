// SPDX-License-Identifier: Apache-2.0
// Brings the note that was typed in a sale to its order, once there is one.
//
// The GUI's thread alone. On the disk before it is sent, in a file of the till's folder, with its
// request id: whatever becomes of the answer or of the app, the order gets it once. At most kMost
// wait; one more is said to be lost. Borrows desk and cart, which outlive it.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <deque>

#include "shared/qt/desk/desk.h"
#include "shared/qt/desk/journal.h"
#include "shared/qt/sale/seller.h"

namespace tessera::sale {

class OrderNotes : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t kMost = 50;

    // An empty folder keeps nothing: a restart knows nothing.
    OrderNotes(qt::Desk& desk, const Cart& cart, const QString& folder, QObject* parent = nullptr);

    std::size_t waiting() const { return notes_.size(); }

Q_SIGNALS:
    void said(const QString& text, tessera::sale::Tone tone);

private:
    void add(const v1::Order& order);
    void goOn();
    void answered(const client::Answer<v1::OrderDetails>& answer);
    void write() const;

    qt::Desk& desk_;
    const Cart& cart_;
    const qt::Journal journal_;
    std::deque<v1::SetOrderNoteRequest> notes_;  // The first is asked.
    bool underWay_ = false;
    std::string askedBy_;
    bool unreadSaid_ = false;
    QTimer again_;
};

}  // namespace tessera::sale
