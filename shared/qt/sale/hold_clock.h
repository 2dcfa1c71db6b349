// SPDX-License-Identifier: Apache-2.0
// How long the cart's places are ours still, by the server's time.
//
// The GUI's thread alone. When they are due by that time it asks the server, whose answer decides:
// a hold may last longer after an outage. While the sale is being paid for it counts and asks
// nothing. Borrows desk and cart, which outlive it.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include "shared/qt/desk/desk.h"
#include "shared/qt/sale/cart.h"

namespace tessera::sale {

class HoldClock : public QObject {
    Q_OBJECT

public:
    // From here on it is said that time runs out.
    static constexpr int kSecondsShort = 60;

    HoldClock(qt::Desk& desk, Cart& cart, QObject* parent = nullptr);

    // 0: due, or nothing is held.
    int secondsLeft() const;
    // Looks at the time now; its timer calls it four times a second.
    void look();

Q_SIGNALS:
    void ticked(int secondsLeft);
    // Once for each hold.
    void runsShort();
    void ranOut();

private:
    void cartChanged();
    void ask();
    void answered(const client::Answer<v1::Reservation>& answer, const std::string& reservation);

    qt::Desk& desk_;
    Cart& cart_;
    QTimer timer_;
    std::string asked_;  // The reservation whose state is being asked for; empty: none is.
    std::string warned_;
};

}  // namespace tessera::sale
