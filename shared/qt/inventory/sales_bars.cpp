// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/inventory/sales_bars.h"

#include <QtCore/QCoreApplication>
#include <algorithm>
#include <numeric>

#include "shared/qt/sale/words.h"

namespace tessera::inventory {
namespace {

struct BarTexts {
    Q_DECLARE_TR_FUNCTIONS(SalesBars)

public:
    static QList<qt::SharePart> parts() {
        return {{tr("Sold"), qt::PlotFill::Sold},
                {tr("Held"), qt::PlotFill::Held},
                {tr("Set aside"), qt::PlotFill::SetAside},
                {tr("Free"), qt::PlotFill::Free}};
    }
    static QString of(const QString& sold, const QString& all, const QString& share) {
        return tr("%1 of %2 · %3", "sold, places, share").arg(sold, all, share);
    }
    static QString soldFor(const QString& sold, const QString& money) {
        return tr("%1 · %2", "sold, revenue").arg(sold, money);
    }
    static QString inMinute(int tickets, const QString& time) {
        return tr("%1: %n ticket(s)", "time of a minute", tickets).arg(time);
    }
    static QString takenIn(const QString& money, const QString& time) {
        return tr("%1: %2", "time of a minute, revenue").arg(time, money);
    }
};

}  // namespace

QList<qt::SharePart> shareParts() {
    return BarTexts::parts();
}

QList<qt::ShareBar> placeBars(const SalesModel& model) {
    QList<qt::ShareBar> bars;
    const QLocale& locale = model.locale();
    for (const v1::SalesLine& line : model.lines()) {
        const QList<qint64> parts{line.sold(), line.held(), line.blocked(), freeOf(line)};
        const qint64 all = std::accumulate(parts.begin(), parts.end(), qint64{0});
        bars.append(
            {.name = model.nameOf(line),
             .note = BarTexts::of(locale.toString(line.sold()), locale.toString(line.capacity()),
                                  shareText(line.sold(), line.capacity(), locale)),
             .parts = parts,
             .total = std::max<qint64>(all, line.capacity())});
    }
    return bars;
}

QList<qt::ShareBar> soldBars(const SalesModel& model) {
    qint64 greatest = 0;
    for (const v1::SalesLine& line : model.lines()) {
        greatest = std::max<qint64>(greatest, line.sold());
    }
    QList<qt::ShareBar> bars;
    for (const v1::SalesLine& line : model.lines()) {
        bars.append(
            {.name = model.nameOf(line),
             .note = BarTexts::soldFor(model.locale().toString(line.sold()), model.moneyOf(line)),
             .parts = {line.sold()},
             .total = greatest});
    }
    return bars;
}

QList<qt::TimeColumn> minuteColumns(const MinutesModel& model, MinuteValue value) {
    QList<qt::TimeColumn> columns;
    for (const v1::SalesMinute& minute : model.minutes()) {
        const QString time = model.timeOf(minute);
        if (value == MinuteValue::Tickets) {
            columns.append({.value = std::max(0, minute.tickets()),
                            .time = time,
                            .tip = BarTexts::inMinute(minute.tickets(), time)});
        } else {
            columns.append({.value = std::max<qint64>(0, minute.revenue().minor_units()),
                            .time = time,
                            .tip = BarTexts::takenIn(
                                minuteMoney(model, minute.revenue().minor_units()), time)});
        }
    }
    return columns;
}

QString minuteMoney(const MinutesModel& model, qint64 minorUnits) {
    if (model.minutes().empty()) return model.locale().toString(minorUnits);
    v1::Money money = model.minutes().front().revenue();
    money.set_minor_units(minorUnits);
    return sale::moneyText(money, model.locale());
}

}  // namespace tessera::inventory
