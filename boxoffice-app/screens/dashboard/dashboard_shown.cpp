// SPDX-License-Identifier: Apache-2.0
// What the dashboard shows: the same numbers as plots and as tables, and how old they are.
#include <QtWidgets/QLabel>
#include <QtWidgets/QTableView>

#include "boxoffice-app/screens/dashboard/dashboard_screen.h"
#include "boxoffice-app/shell/event_head.h"
#include "boxoffice-app/shell/find_panel.h"
#include "shared/qt/inventory/sales_bars.h"
#include "shared/qt/plot/share_bars.h"
#include "shared/qt/plot/time_columns.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {

void DashboardScreen::refresh() {
    head_->show(view_.title(), view_.facts(workplace().languages().locale()));
    workplace().setEventOf(id(), view_.title());
    bandBars_->setBars(inventory::placeBars(bands_));
    channelBars_->setBars(inventory::soldBars(channels_));
    refreshMinutes();
    refreshFigures();
    refreshAge();
}

void DashboardScreen::refreshMinutes() {
    using inventory::MinuteValue;
    columns_->setColumns(
        inventory::minuteColumns(minutes_, ofMoney_ ? MinuteValue::Revenue : MinuteValue::Tickets));
    columns_->setValueText({});
    if (ofMoney_) {
        columns_->setValueText(
            [this](qint64 value) { return inventory::minuteMoney(minutes_, value); });
    }
    columns_->setTitles(ofMoney_ ? tr("Revenue per minute") : tr("Tickets per minute"),
                        view_.id().empty()
                            ? tr("Time")
                            : tr("Time, %1").arg(sale::textOf(view_.event().venue().time_zone())));
}

// A dash where nothing is counted yet: unknown is no zero.
void DashboardScreen::refreshFigures() {
    const QLocale& locale = workplace().languages().locale();
    QStringList texts(kFigures, QStringLiteral("–"));
    if (const auto& report = feed_.report()) {
        const v1::SalesLine& total = report->total();
        texts = {
            locale.toString(total.sold()), locale.toString(total.held()),
            locale.toString(total.blocked()), locale.toString(inventory::freeOf(total)),
            total.has_revenue() ? sale::moneyText(total.revenue(), locale) : QStringLiteral("–")};
    }
    // A label takes its side from its letters, and digits have none.
    const auto side = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    for (int i = 0; i < kFigures; ++i) {
        figures_[i]->setAlignment(side | Qt::AlignAbsolute | Qt::AlignBottom);
        figures_[i]->setText(texts[i]);
        figures_[i]->setAccessibleName(figureNames_[i]->text() + QStringLiteral(": ") + texts[i]);
    }
}

void DashboardScreen::refreshAge() {
    const auto& report = feed_.report();
    const QLocale& locale = workplace().languages().locale();
    QString text;
    bool wrong = !feed_.problem().isEmpty();
    if (wrong) {
        text = feed_.problem();
    } else if (!report) {
        text = view_.id().empty() ? tr("Choose an event.") : tr("Nothing is counted yet.");
    } else {
        const QString at =
            sale::timeText(report->count_time(), view_.event().venue().time_zone(), locale);
        const int seconds = feed_.ageSeconds().value_or(0);
        wrong = feed_.isStale();
        text = wrong ? tr("Old: counted at %1, %n second(s) ago. Nothing newer has come since.", "",
                          seconds)
                           .arg(at)
                     : tr("Counted at %1, %n second(s) ago.", "", seconds).arg(at);
    }
    age_->setText(text);
    qt::setTextRole(age_, wrong ? qt::TextRole::Danger : qt::TextRole::Weak);
}

void DashboardScreen::retranslate() {
    const QString names[] = {tr("Sold"), tr("Held"), tr("Set aside"), tr("Free"), tr("Revenue")};
    for (int i = 0; i < kFigures; ++i) figureNames_[i]->setText(names[i]);
    eventPanel_->setWords({.heading = tr("Choose an event"),
                           .field = tr("&Name, venue or town"),
                           .list = tr("Events that were found"),
                           .hint = tr("Arrows go through the list, Enter chooses, Esc leaves.")});
    const QString headings[] = {tr("The last %n minute(s)", "", feed_.minutes()),
                                tr("By price band"), tr("By channel")};
    for (int i = 0; i < 3; ++i) {
        plotHeadings_[i]->setText(headings[i]);
        tableHeadings_[i]->setText(headings[i]);
    }
    columns_->setAccessibleName(ofMoney_
                                    ? tr("Plot of revenue per minute: F11 shows it as a table")
                                    : tr("Plot of tickets per minute: F11 shows it as a table"));
    bandBars_->setAccessibleName(tr("Bars by price band: F11 shows them as a table"));
    channelBars_->setAccessibleName(tr("Bars by channel: F11 shows them as a table"));
    minuteTable_->setAccessibleName(tr("Tickets and revenue per minute"));
    bandTable_->setAccessibleName(tr("Sold by price band"));
    channelTable_->setAccessibleName(tr("Sold by channel"));
    bandBars_->setParts(inventory::shareParts());
    channelBars_->setParts(inventory::shareParts().mid(0, 1), false);
    refresh();
}

}  // namespace tessera::boxoffice
