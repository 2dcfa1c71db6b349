// SPDX-License-Identifier: Apache-2.0
// Names of an event's fields, and their rules, in the reader's words.
#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

#include "shared/qt/setup/event_fields.h"
#include "shared/qt/setup/typed.h"

namespace tessera::setup {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Setup)

public:
    static QHash<QString, QString> fields();
    static QHash<QString, QString> tables();
    static QString rule(const EventField& field);
    static QString row(const QString& table, int row, const QString& column) {
        return column.isEmpty() ? tr("%1, row %2").arg(table).arg(row + 1)
                                : tr("%1, row %2, %3").arg(table).arg(row + 1).arg(column);
    }
};

QHash<QString, QString> Words::fields() {
    return {
        {QStringLiteral("name"), tr("Name")},
        {QStringLiteral("startsAt"), tr("Begins")},
        {QStringLiteral("runningTime"), tr("How long it takes")},
        {QStringLiteral("currencyCode"), tr("Currency")},
        {QStringLiteral("description"), tr("Description")},
        {QStringLiteral("imageUrl"), tr("Address of a picture")},
        {QStringLiteral("terms"), tr("Printed on tickets")},
        {QStringLiteral("focalPoint"), tr("What people look at, on the plan")},
        {QStringLiteral("saleWindows"), tr("When it sells")},
        {QStringLiteral("saleWindows.presaleOpensAt"), tr("Presale opens")},
        {QStringLiteral("saleWindows.opensAt"), tr("Sale opens")},
        {QStringLiteral("saleWindows.closesAt"), tr("Sale closes")},
        {QStringLiteral("limits"), tr("Limits")},
        {QStringLiteral("limits.perOrder"), tr("Places an order")},
        {QStringLiteral("limits.perBuyer"), tr("Places a buyer")},
        {QStringLiteral("holdDuration"), tr("A hold lasts")},
        {QStringLiteral("payDuration"), tr("Time to pay")},
        {QStringLiteral("unpaidDuration"), tr("An unpaid order is kept")},
        {QStringLiteral("channels"), tr("Sold by")},
        {QStringLiteral("channels.web"), tr("Sold on the web")},
        {QStringLiteral("channels.boxOffice"), tr("Sold at the box office")},
        {QStringLiteral("channels.kiosk"), tr("Sold at kiosks")},
        {QStringLiteral("orphanRule"), tr("No single seats left free")},
        {QStringLiteral("companionReleaseTime"), tr("Companion seats sell alone from")},
        {QStringLiteral("afterSale"), tr("After the sale")},
        {QStringLiteral("afterSale.returnsUntil"), tr("Returns until")},
        {QStringLiteral("afterSale.returnFeePpm"), tr("Kept of each return, in %")},
        {QStringLiteral("afterSale.exchangesUntil"), tr("Exchanges until")},
        {QStringLiteral("afterSale.transfersUntil"), tr("Handing on until")},
        {QStringLiteral("amount"), tr("Amount or %")},
        {QStringLiteral("kind"), tr("Kind")},
        {QStringLiteral("ratePpm"), tr("%")},
        {QStringLiteral("included"), tr("In the price")},
        {QStringLiteral("appliesTo"), tr("Raised on")},
        {QStringLiteral("sectionNos"), tr("Sections")},
        {QStringLiteral("areaNos"), tr("Areas")},
        {QStringLiteral("allocationNo"), tr("Number")},
        {QStringLiteral("releaseTime"), tr("Back on sale from")},
    };
}

QHash<QString, QString> Words::tables() {
    return {
        {QStringLiteral("ticketTypes"), tr("Ticket types")},
        {QStringLiteral("prices"), tr("Prices")},
        {QStringLiteral("fees"), tr("Fees")},
        {QStringLiteral("taxes"), tr("Taxes")},
        {QStringLiteral("entrances"), tr("Entrances")},
        {QStringLiteral("allocations"), tr("Allocations")},
    };
}

QString Words::rule(const EventField& field) {
    switch (field.kind) {
        case FieldKind::Line:
        case FieldKind::Text:
            if (field.least == field.most) return tr("three capital letters, like EUR");
            if (field.least == 0) return tr("at most %1 bytes").arg(field.most);
            return tr("%1 to %2 bytes").arg(field.least).arg(field.most);
        case FieldKind::Time:
            return tr(
                "a time by the venue's clocks, like 2026-12-04 19:30, that these clocks show");
        case FieldKind::Length:
            return tr("%1 to %2, as 30 s, 5 min, 2 h or 1 d")
                .arg(typedLength(field.least), typedLength(field.most));
        case FieldKind::Count:
            return tr("a whole number from %1 to %2").arg(field.least).arg(field.most);
        case FieldKind::Rate:
            return tr("0 to 100, with up to 4 decimals");
        case FieldKind::Point:
            return tr("two numbers, across and down, like 900 120");
        case FieldKind::Flag:
            break;
    }
    return {};
}

}  // namespace

QString placeName(const QString& place) {
    static const QRegularExpression kCell(
        QStringLiteral("^(\\w+)(?:\\[(\\d+)\\])?(?:\\.(\\w+))?$"));
    const QHash<QString, QString> fields = Words::fields();
    if (fields.contains(place)) return fields.value(place);
    const auto match = kCell.match(place);
    const QString table = Words::tables().value(match.captured(1));
    if (!match.hasMatch() || table.isEmpty()) return place;
    if (match.captured(2).isEmpty()) return table;
    const QString column = match.captured(3);
    return Words::row(table, match.captured(2).toInt(), fields.value(column, column));
}

QString fieldRule(const EventField& field) {
    return Words::rule(field);
}

}  // namespace tessera::setup
