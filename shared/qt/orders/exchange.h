// SPDX-License-Identifier: Apache-2.0
// Other places for tickets of an order: chosen and held as in a sale, then given up for them.
//
// The GUI's thread alone. Has a cart and a map of its own, so that the sale in hand stays as it is.
// The new places keep the ticket types of the given tickets, in their order, as far as they are
// sold there. What is held when it is left goes back. Borrows its parts, which outlive it.
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <vector>

#include "shared/qt/orders/order_deeds.h"
#include "shared/qt/sale/hold_clock.h"
#include "shared/qt/sale/seller.h"

namespace tessera::orders {

class Exchange : public QObject {
    Q_OBJECT

public:
    struct Parts {
        qt::Desk& desk;
        OrderInHand& order;
        OrderDeeds& deeds;
    };
    explicit Exchange(Parts parts, QObject* parent = nullptr);
    ~Exchange() override;

    void setLocale(const QLocale& locale);
    // Of the order in hand. False: said why.
    bool begin(const OrderDeeds::Tickets& tickets);
    bool isOpen() const { return !given_.empty(); }
    const std::vector<v1::Ticket>& given() const { return given_; }

    // The new places: of the letter of a band, of as many and which types as in a sale's quick
    // line, or of nothing: the best there are for as many.
    void quick(const QString& text);
    // What is selected on the map, all or none; or, where that is held, nothing is to be done.
    sale::HoldStart hold() { return seller_.hold(); }
    // The new places are ours, and nothing is under way.
    bool canConfirm() const;
    v1::Money worth() const;
    // What the new places cost more; negative: what goes back. Nothing is held: nothing.
    v1::Money difference() const;
    // The approval's subject is the order in hand. `token`: where money goes back and the session
    // may not give it by itself.
    void confirm(const std::string& token = {});
    // False: its answer is not known yet, said.
    bool leave();
    // The desk's client will be gone.
    void leaveServer() { seller_.leaveServer(); }

    sale::Cart& cart() { return cart_; }
    sale::Seller& seller() { return seller_; }
    qt::SeatMapModel& map() { return map_; }
    sale::HoldClock& clock() { return clock_; }

Q_SIGNALS:
    void changed();
    void said(const QString& text, tessera::sale::Tone tone);
    // It was left, or done.
    void closed();

private:
    OrderDeeds::Tickets ids() const;
    void end();

    const Parts parts_;
    QLocale locale_;
    sale::Cart cart_;
    qt::SeatMapModel map_;
    sale::Seller seller_;
    sale::HoldClock clock_;
    std::vector<v1::Ticket> given_;
};

}  // namespace tessera::orders
