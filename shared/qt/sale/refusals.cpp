// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/sale/refusals.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>

#include "shared/qt/sale/words.h"

namespace tessera::sale {
namespace {

using v1::ErrorReason;

QString metadataOf(const client::Refusal& refusal, const char* name) {
    const auto found = refusal.metadata.find(name);
    return found == refusal.metadata.end() ? QString() : textOf(found->second);
}

int numberOf(const client::Refusal& refusal, const char* name) {
    return metadataOf(refusal, name).toInt();
}

// Places of one row after each other: "Parkett, row 3, seats 4, 5".
class RowsText {
public:
    Q_DECLARE_TR_FUNCTIONS(Sale)

public:
    void add(const QString& section, const QString& row, const QString& seat) {
        if (!rows_.isEmpty() && rows_.last().section == section && rows_.last().row == row) {
            rows_.last().seats << seat;
        } else {
            rows_.append({section, row, {seat}});
        }
    }
    void addWhole(const QString& text) { rows_.append({text, {}, {}}); }

    QString text() const {
        QStringList parts;
        for (const Row& row : rows_) {
            if (row.seats.isEmpty()) {
                parts << row.section;
                continue;
            }
            const QString seats = row.seats.join(tr(", ", "between seats"));
            const int many = static_cast<int>(row.seats.size());
            parts
                << (row.section.isEmpty()
                        ? tr("row %1, seat(s) %2", "", many).arg(row.row, seats)
                        : tr("%1, row %2, seat(s) %3", "", many).arg(row.section, row.row, seats));
        }
        return parts.join(tr("; ", "between rows of seats"));
    }

private:
    struct Row {
        QString section;
        QString row;
        QStringList seats;
    };
    QList<Row> rows_;
};

struct SaleRefusal {
    Q_DECLARE_TR_FUNCTIONS(Sale)

public:
    static QString ofPlaces(const client::Refusal& refusal, const QString& seats);
    static QString ofLimits(const client::Refusal& refusal, const QLocale& locale);
    static QString ofSale(const client::Refusal& refusal, const QLocale& locale);
    static QString ofHold(ErrorReason::Reason reason);
    static QString ofApproval(ErrorReason::Reason reason);
};

QString SaleRefusal::ofPlaces(const client::Refusal& refusal, const QString& seats) {
    switch (refusal.reason) {
        case ErrorReason::SEAT_UNAVAILABLE:
            return tr("Taken by somebody else: %1. The others stay selected.").arg(seats);
        case ErrorReason::ORPHAN_SEAT:
            return tr("A single seat would be left over: %1. Move by one seat, or take that, too.")
                .arg(seats);
        case ErrorReason::COMPANION_ALONE:
            return tr("Companion seats go with their wheelchair place: %1.").arg(seats);
        case ErrorReason::NO_SUITABLE_SEATS:
            return tr("There are not so many free seats side by side there.");
        case ErrorReason::AREA_FULL:
            return tr("%n place(s) are left in this area.", "", numberOf(refusal, "available"));
        case ErrorReason::TICKET_TYPE_NOT_SOLD:
            return tr("Ticket type: it is not sold in this band.");
        case ErrorReason::SEAT_UNKNOWN:
        case ErrorReason::AREA_UNKNOWN:
        case ErrorReason::CATEGORY_UNKNOWN:
        case ErrorReason::TICKET_TYPE_UNKNOWN:
            return tr("The event was changed meanwhile. Choose it again.");
        default:
            return {};
    }
}

QString SaleRefusal::ofLimits(const client::Refusal& refusal, const QLocale&) {
    switch (refusal.reason) {
        case ErrorReason::ORDER_LIMIT:
            return tr("An order may have %n place(s) at most.", "",
                      numberOf(refusal, "places_max"));
        case ErrorReason::BUYER_LIMIT:
            return tr("One buyer may have %n place(s) at most.", "",
                      numberOf(refusal, "places_max"));
        case ErrorReason::CODE_UNKNOWN:
            return tr("Code: this event has none like it.");
        case ErrorReason::CODE_NOT_VALID_NOW:
            return tr("Code: it is not valid now.");
        case ErrorReason::CODE_USED_UP:
            return tr("Code: it is used up.");
        default:
            return {};
    }
}

QString SaleRefusal::ofSale(const client::Refusal& refusal, const QLocale& locale) {
    const QDateTime opens =
        QDateTime::fromString(metadataOf(refusal, "opens_at"), Qt::ISODateWithMs).toLocalTime();
    switch (refusal.reason) {
        case ErrorReason::SALE_NOT_OPEN:
            return opens.isValid() ? tr("The sale opens at %1.")
                                         .arg(locale.toString(opens, QLocale::ShortFormat))
                                   : tr("The sale is not open yet.");
        case ErrorReason::SALE_CLOSED:
            return tr("The sale of this event is closed.");
        case ErrorReason::CHANNEL_NOT_SOLD:
            return tr("This event is not sold at the box office.");
        case ErrorReason::EVENT_CANCELLED:
            return tr("This event is cancelled: nothing of it is sold any more.");
        case ErrorReason::EVENT_NOT_FOUND:
            return tr("This event is not there any more. Choose another.");
        case ErrorReason::ROUTE_NOT_FOUND:
            return tr("This server cannot do that yet.");
        default:
            return {};
    }
}

QString SaleRefusal::ofHold(ErrorReason::Reason reason) {
    switch (reason) {
        case ErrorReason::RESERVATION_EXPIRED:
        case ErrorReason::RESERVATION_RELEASED:
        case ErrorReason::RESERVATION_NOT_FOUND:
            return tr("The hold has run out: the places are free again.");
        case ErrorReason::RESERVATION_CHECKED_OUT:
            return tr("An order was made of it already.");
        default:
            return {};
    }
}

QString SaleRefusal::ofApproval(ErrorReason::Reason reason) {
    switch (reason) {
        case ErrorReason::APPROVAL_OVER:
            return tr("The approval came too late: its two minutes are over. Ask for another.");
        case ErrorReason::APPROVAL_USED:
            return tr("This approval was used already. Ask for another.");
        case ErrorReason::APPROVAL_TOO_SMALL:
            return tr("The approval is good for less than this. Ask for another.");
        case ErrorReason::APPROVAL_INVALID:
            return tr("The approval is for something else. Ask for another.");
        default:
            return {};
    }
}

}  // namespace

QList<int> seatsOf(const client::Refusal& refusal) {
    QList<int> seats;
    const QString all = metadataOf(refusal, "seat_nos");
    for (const QString& each : all.split(u',', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int seat = each.trimmed().toInt(&isNumber);
        if (isNumber) seats << seat;
    }
    return seats;
}

QString seatsText(const QList<int>& seats, const qt::SeatMapModel& map, const QLocale&) {
    const qt::SeatLayout& layout = map.layout();
    RowsText rows;
    for (const int seat : seats) {
        if (seat < 0 || seat >= layout.seatCount()) continue;
        const qt::LayoutSeat& placed = layout.seats()[static_cast<std::size_t>(seat)];
        rows.add(layout.sections()[static_cast<std::size_t>(placed.section)].name,
                 layout.rows()[static_cast<std::size_t>(placed.row)].label, placed.label);
    }
    return rows.text();
}

QString placesText(const v1::Reservation& reservation, const QLocale& locale) {
    RowsText rows;
    for (const v1::ReservedSeat& seat : reservation.seats()) {
        rows.add(textOf(seat.label().section()), textOf(seat.label().row()),
                 textOf(seat.label().seat()));
    }
    for (const v1::ReservedArea& area : reservation.areas()) {
        rows.addWhole(QStringLiteral("%1 × %2").arg(locale.toString(area.quantity()),
                                                    placeText(area.label())));
    }
    return rows.text();
}

QString saleRefusalText(const client::Refusal& refusal, const qt::SeatMapModel& map,
                        const QLocale& locale) {
    for (const QString& text :
         {SaleRefusal::ofPlaces(refusal, seatsText(seatsOf(refusal), map, locale)),
          SaleRefusal::ofLimits(refusal, locale), SaleRefusal::ofSale(refusal, locale),
          SaleRefusal::ofHold(refusal.reason), SaleRefusal::ofApproval(refusal.reason)}) {
        if (!text.isEmpty()) return text;
    }
    return qt::refusalText(refusal);
}

}  // namespace tessera::sale
