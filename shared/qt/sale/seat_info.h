// SPDX-License-Identifier: Apache-2.0
// Who has the seat that one looks at, and for how long.
//
// The GUI's thread alone. Asks a moment after the look has come to rest, and again when that seat
// changes; answers about other seats are dropped. What may not be known, or is not answered, is
// said without it. Borrows its parts, which outlive it. Names of buyers pass through and are not
// kept.
#pragma once

#include <QtCore/QList>
#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <functional>
#include <string>

#include "shared/qt/desk/desk.h"
#include "shared/qt/seat_map/seat_map_model.h"
#include "tessera/v1/desk_service.pb.h"
#include "tessera/v1/event.pb.h"

namespace tessera::sale {

class SeatInfo : public QObject {
    Q_OBJECT

public:
    struct Parts {
        qt::Desk& desk;
        qt::SeatMapModel& map;  // Told who holds a seat, too, for the table of seats.
        std::function<const v1::Event&()> event{};      // Whose seats the map has.
        std::function<std::string()> ownReservation{};  // Absent: nothing is held here.
    };
    explicit SeatInfo(Parts parts, QObject* parent = nullptr);

    void setLocale(const QLocale& locale);
    // Negative: none.
    void look(int seat);
    // One line: the place, its band and price, who has it. Empty: no seat is looked at.
    const QString& text() const { return text_; }

Q_SIGNALS:
    void textChanged();
    // Nobody has that seat, and this is what it is set aside under; 0: nothing.
    void allocationRead(int seat, int allocation);

private:
    void ask();
    void answered(const client::Answer<v1::SeatDetails>& answer);
    void write(const QString& who);
    void tellMap(const v1::SeatDetails& details);
    QString makerOf(const v1::SeatDetails& details) const;
    QString whoHas(const v1::SeatDetails& details) const;
    bool isHeldHere(const v1::SeatDetails& details) const;

    const Parts parts_;
    QLocale locale_;
    QTimer rest_;
    int seat_ = -1;
    client::CallId call_ = 0;
    QString text_;
    bool telling_ = false;  // The map is told, which is no news.
};

// Of the first ticket type of each category, all-in, by the category's number.
QList<QString> pricesByCategory(const v1::EventConfig& config, const QLocale& locale);

}  // namespace tessera::sale
