// SPDX-License-Identifier: Apache-2.0
// Who has the seat that one looks at, and for how long.
//
// The GUI's thread alone. Asks a moment after the look has come to rest, and again when that seat
// changes; answers about other seats are dropped. What may not be known, or is not answered, is
// said without it. Borrows its parts, which outlive it. Names of buyers pass through and are not
// kept.
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include "shared/qt/desk/desk.h"
#include "shared/qt/sale/cart.h"
#include "shared/qt/seat_map/seat_map_model.h"

namespace tessera::sale {

class SeatInfo : public QObject {
    Q_OBJECT

public:
    SeatInfo(qt::Desk& desk, const Cart& cart, qt::SeatMapModel& map, QObject* parent = nullptr);

    void setLocale(const QLocale& locale);
    // Negative: none.
    void look(int seat);
    // One line: the place, its band and price, who has it. Empty: no seat is looked at.
    const QString& text() const { return text_; }

Q_SIGNALS:
    void textChanged();

private:
    void ask();
    void answered(const client::Answer<v1::SeatDetails>& answer);
    void write(const QString& who);
    QString whoHas(const v1::SeatDetails& details) const;

    qt::Desk& desk_;
    const Cart& cart_;
    qt::SeatMapModel& map_;
    QLocale locale_;
    QTimer rest_;
    int seat_ = -1;
    client::CallId call_ = 0;
    QString text_;
};

}  // namespace tessera::sale
