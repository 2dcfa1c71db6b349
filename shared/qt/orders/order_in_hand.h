// SPDX-License-Identifier: Apache-2.0
// The order that one looks at: its details and its event, as they are now.
//
// The GUI's thread alone. While something of it becomes another by itself (a payment, a refund) it
// is read again each kAgainMillis, as long as somebody looks; for a mail that is on its way
// kMailReadsMost times at most, for its server may be away for days. What cannot be read stays as
// it was and is said to be old. An answer about another order, or older than what is shown, is
// dropped. Borrows the desk, which outlives it. Personal data: in no log.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <string>

#include "shared/qt/desk/desk.h"

namespace tessera::orders {

class OrderInHand : public QObject {
    Q_OBJECT

public:
    static constexpr int kAgainMillis = 1'000;
    static constexpr int kMailReadsMost = 60;

    explicit OrderInHand(qt::Desk& desk, QObject* parent = nullptr);

    // `scanned`: the code of the ticket by which it was found; empty: by something else.
    void open(const std::string& event, const std::string& order, const QString& scanned = {});
    void close();
    // Anew, for something may be another. Mails that are on their way are looked after again.
    void read();
    // Whether somebody looks at it.
    void follow(bool looked);

    // There is one: its id is known, though perhaps nothing else yet.
    bool isOpen() const { return !order_.empty(); }
    bool isRead() const { return !details_.order().order().empty(); }
    const std::string& order() const { return order_; }
    const std::string& eventId() const { return eventId_; }
    const v1::OrderDetails& details() const { return details_; }
    using QObject::event;  // Of another kind, and not hidden by this:
    const v1::Event& event() const { return event_; }
    // The ticket that was scanned; empty: none of this order.
    std::string scannedTicket() const;
    // What is shown may be old: the last reading failed, problem() says why.
    bool isOld() const { return !problem_.isEmpty(); }
    const QString& problem() const { return problem_; }

    // What a deed was answered with. Of another order: nothing.
    void take(const v1::OrderDetails& details);

Q_SIGNALS:
    void changed();
    // Another order, and it was read.
    void opened();

private:
    void readEvent();
    void ask();
    void came(const client::Answer<v1::OrderDetails>& answer);
    void show(const v1::OrderDetails& details);

    qt::Desk& desk_;
    std::string order_;
    std::string eventId_;
    QString scanned_;
    v1::OrderDetails details_;
    v1::Event event_;
    QString problem_;
    int question_ = 0;
    bool looked_ = false;
    int mailReads_ = 0;  // Of those for a mail alone.
    QTimer again_;
};

}  // namespace tessera::orders
