// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/till/shift_words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTimeZone>

#include "shared/qt/sale/words.h"

namespace tessera::till {
namespace {

struct Shifts {
    Q_DECLARE_TR_FUNCTIONS(Shifts)

public:
    static QString open() { return tr("Open"); }
    static QString counting() { return tr("Being counted"); }
    static QString counted() { return tr("Counted"); }
    static QString closed() { return tr("Closed"); }
    static QString paidIn() { return tr("Paid in"); }
    static QString paidOut() { return tr("Paid out"); }
    static QString noSale() { return tr("Drawer opened"); }
    static QString title(const QString& number, const QString& till) {
        return tr("Shift %1, %2").arg(number, till);
    }
    static QString time() { return tr("Time"); }
    static QString what() { return tr("What"); }
    static QString amount() { return tr("Amount"); }
    static QString reason() { return tr("Reason"); }
    static QString who() { return tr("Who"); }
    static QString difference() { return tr("Difference"); }
    static QString number() { return tr("Shift"); }
    static QString till() { return tr("Till"); }
    static QString opened() { return tr("Opened at"); }
    static QString closedAt() { return tr("Closed at"); }
    static QString state() { return tr("State"); }
};

QString minus(const v1::Money& money, const QLocale& locale) {
    v1::Money less = money;
    less.set_minor_units(-money.minor_units());
    return sale::moneyText(less, locale);
}

}  // namespace

std::string tillZone() {
    return QTimeZone::systemTimeZoneId().toStdString();
}

QString stateText(v1::Shift::State state) {
    switch (state) {
        case v1::Shift::OPEN:
            return Shifts::open();
        case v1::Shift::COUNTING:
            return Shifts::counting();
        case v1::Shift::COUNTED:
            return Shifts::counted();
        default:
            return Shifts::closed();
    }
}

QString kindText(v1::DrawerEntry::Kind kind) {
    switch (kind) {
        case v1::DrawerEntry::PAID_IN:
            return Shifts::paidIn();
        case v1::DrawerEntry::PAID_OUT:
            return Shifts::paidOut();
        default:
            return Shifts::noSale();
    }
}

QString shiftTitle(const v1::Shift& shift, const QLocale& locale) {
    return Shifts::title(locale.toString(shift.number()), sale::textOf(shift.device_name()));
}

QString floatText(const v1::Shift& shift, const QLocale& locale) {
    QStringList all;
    for (const v1::Money& each : shift.opening_float()) all << sale::moneyText(each, locale);
    return all.join(QStringLiteral("  +  "));
}

QString signedText(const v1::Money& money, const QLocale& locale) {
    const QString text = sale::moneyText(money, locale);
    return money.minor_units() > 0 ? locale.positiveSign() + text : text;
}

QString differenceText(const v1::Shift& shift, const QLocale& locale) {
    QStringList all;
    for (const v1::DrawerBalance& each : shift.balances()) {
        if (each.variance().minor_units() != 0) all << signedText(each.variance(), locale);
    }
    return all.join(QStringLiteral("  "));
}

std::vector<TextColumn> entryColumns() {
    return {{&Shifts::time},
            {&Shifts::what},
            {&Shifts::amount, true},
            {&Shifts::reason},
            {&Shifts::who}};
}

std::vector<TextRow> entryRows(const v1::Shift& shift, const QLocale& locale) {
    std::vector<TextRow> rows;
    for (int i = shift.entries_size() - 1; i >= 0; --i) {
        const v1::DrawerEntry& each = shift.entries(i);
        QString amount;
        if (each.kind() == v1::DrawerEntry::PAID_IN) {
            amount = sale::moneyText(each.amount(), locale);
        } else if (each.kind() == v1::DrawerEntry::PAID_OUT) {
            amount = minus(each.amount(), locale);
        }
        rows.push_back(
            {{sale::timeText(each.create_time(), tillZone(), locale), kindText(each.kind()), amount,
              sale::textOf(each.reason()), sale::textOf(each.staff_name())}});
    }
    return rows;
}

std::vector<TextColumn> shiftColumns() {
    return {{&Shifts::number, true},    {&Shifts::till},     {&Shifts::who},
            {&Shifts::opened},          {&Shifts::closedAt}, {&Shifts::state},
            {&Shifts::difference, true}};
}

TextRow shiftRow(const v1::Shift& shift, const QLocale& locale) {
    const std::string zone = tillZone();
    const QString difference = differenceText(shift, locale);
    return {{locale.toString(shift.number()), sale::textOf(shift.device_name()),
             sale::textOf(shift.staff_name()), sale::dateText(shift.open_time(), zone, locale),
             shift.has_close_time() ? sale::dateText(shift.close_time(), zone, locale) : QString(),
             stateText(shift.state()), difference},
            !difference.isEmpty(),
            sale::textOf(shift.shift())};
}

}  // namespace tessera::till
