// SPDX-License-Identifier: Apache-2.0
// What the inventory screen shows, and when.
#include <QtGui/QKeyEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>

#include "boxoffice-app/screens/inventory/allocation_form.h"
#include "boxoffice-app/screens/inventory/inventory_screen.h"
#include "boxoffice-app/screens/inventory/manifest_page.h"
#include "boxoffice-app/screens/inventory/sell_through_page.h"
#include "boxoffice-app/shell/event_head.h"
#include "boxoffice-app/shell/find_panel.h"
#include "boxoffice-app/shell/map_legend.h"
#include "boxoffice-app/shell/seat_table_page.h"
#include "boxoffice-app/shell/tone.h"
#include "shared/qt/sale/words.h"
#include "shared/qt/seat_map/seat_map_view.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {

void InventoryScreen::enter() {
    book_.comeBack();
    setter_.goOn();
    editor_.goOn();
    const std::string& last = workplace().event().id;
    if (view_.id().empty() && !view_.isReading() && !last.empty()) view_.choose(last);
    book_.show();
    feed_.setActive(pages_->currentWidget() == salesPage_);
    if (view_.id().empty() && last.empty()) openEvents();
    refresh();
}

bool InventoryScreen::leave() {
    workplace().store().sync();
    return true;
}

void InventoryScreen::hideEvent(QHideEvent* event) {
    feed_.setActive(false);
    Screen::hideEvent(event);
}

void InventoryScreen::homeFocus() {
    if (pages_->currentWidget() == eventPanel_ && view_.id().empty() && !view_.isReading()) {
        return eventPanel_->begin();
    }
    pages_->setCurrentWidget(mapPage_);
    mapView_->setFocus();
}

void InventoryScreen::say(const QString& text, sale::Tone tone) {
    workplace().say(text, messageKindOf(tone));
    message_->setText(text);
    qt::setTextRole(message_, roleOf(tone));
    refreshWork();
}

void InventoryScreen::showSeatLine() {
    seatLine_->setText(info_.text().isEmpty() ? tr("No seat is looked at.") : info_.text());
    seatTable_->setSeatLine(info_.text());
}

void InventoryScreen::refresh() {
    const QLocale& locale = workplace().languages().locale();
    head_->show(view_.title(), view_.facts(locale));
    workplace().setEventOf(id(), view_.title());
    seatTable_->setPrices(sale::pricesByCategory(view_.event().config(), locale));
    salesPage_->setEvent(view_.title());
    manifestPage_->setEvent(view_.title());
    const auto state = [this] {
        if (view_.id().empty()) return QString();
        switch (book_.feedState()) {
            case qt::FeedState::Nothing:
            case qt::FeedState::Live:
                return QString();
            case qt::FeedState::Loading:
                return tr("The map is being read.");
            case qt::FeedState::Behind:
                return tr("The map may be old: it follows again by itself.");
            case qt::FeedState::Ended:
                break;
        }
        return tr("The map does not follow any more. Choose the event again.");
    };
    feedState_->setText(state());
    feedState_->setVisible(!feedState_->text().isEmpty());
    qt::setTextRole(feedState_, book_.feedState() == qt::FeedState::Loading
                                    ? qt::TextRole::Weak
                                    : qt::TextRole::Warning);
    refreshWork();
    refreshAge();
}

void InventoryScreen::refreshWork() {
    const QLocale& locale = workplace().languages().locale();
    const int seats = static_cast<int>(map_.selection().size());
    const bool known = !view_.id().empty();
    selected_->setText(seats == 0 ? tr("No seat is selected: arrows and Space, or the pointer.")
                                  : tr("%n seat(s) are selected.", "", seats));
    const bool idle = !setter_.isUnderWay();
    const bool ready = known && idle && seats > 0 && !side_->isHidden();
    const bool waits = setter_.stage() == inventory::SetStage::NeedsApproval;
    setAvailable(QStringLiteral("set_aside"), ready || waits);
    setAvailable(QStringLiteral("release"), ready || waits);
    setAvailable(QStringLiteral("select"), chosen() != 0);
    setAvailable(QStringLiteral("edit"), chosen() != 0);
    setAvailable(QStringLiteral("new"), known);
    setAvailable(QStringLiteral("stop"), !idle);
    setAvailable(QStringLiteral("section"), known && (pages_->currentWidget() == mapPage_ ||
                                                      pages_->currentWidget() == seatTable_));
    const bool typing = form_->isOpen() && !editor_.isUnderWay();
    setAvailable(QStringLiteral("save"), typing);
    setAvailable(QStringLiteral("remove"), typing && form_->before().has_value());
    setAvailable(QStringLiteral("leave"), form_->isOpen());
    setAvailable(QStringLiteral("read"), pages_->currentWidget() == manifestPage_);
    for (const char* each : {"csv", "pdf", "print"}) {
        setAvailable(QLatin1String(each), hasList() && !files_.isUnderWay());
    }
    for (const char* each : {"sales", "manifest", "will_call"}) {
        setAvailable(QLatin1String(each), known);
    }
    if (chosen() != 0) lastChosen_ = chosen();
    progress_->setVisible(!idle);
    progress_->setRange(0, std::max(1, setter_.total()));
    progress_->setValue(setter_.done());
    progress_->setFormat(
        setter_.stage() == inventory::SetStage::NeedsApproval
            ? tr("Waits for an approval: Ctrl+. gives up")
        : setter_.stage() == inventory::SetStage::Unknown
            ? tr("Not known yet: %1 of %2")
                  .arg(locale.toString(setter_.done()), locale.toString(setter_.total()))
            : tr("%1 of %2")
                  .arg(locale.toString(setter_.done()), locale.toString(setter_.total())));
    message_->setVisible(!message_->text().isEmpty());
}

void InventoryScreen::refreshAge() {
    const auto& report = feed_.report();
    if (!report) {
        salesPage_->say(feed_.problem().isEmpty() ? tr("Nothing is counted yet.") : feed_.problem(),
                        !feed_.problem().isEmpty());
        return;
    }
    const QString at = sale::timeText(report->count_time(), view_.event().venue().time_zone(),
                                      workplace().languages().locale());
    if (!feed_.problem().isEmpty()) return salesPage_->say(feed_.problem(), true);
    salesPage_->say(feed_.isStale() ? tr("Counted at %1: nothing newer has come since.").arg(at)
                                    : tr("Counted at %1, and again every two seconds.").arg(at),
                    feed_.isStale());
}

void InventoryScreen::retranslate() {
    eventPanel_->setWords({.heading = tr("Choose an event"),
                           .field = tr("&Name, venue or town"),
                           .list = tr("Events that were found"),
                           .hint = tr("Arrows go through the list, Enter chooses, Esc leaves.")});
    form_->retranslate();
    manifestPage_->retranslate();
    salesPage_->retranslate();
    legend_->retranslate();
    seatTable_->retranslate();
    seatTable_->setHint(tr("Space selects, Enter sets aside what is selected, Esc goes back."));
    mapView_->setAccessibleName(tr("Seat map"));
    listHeading_->setText(tr("Set aside"));
    list_->setAccessibleName(tr("Allocations"));
    progress_->setAccessibleName(tr("Seats that are done"));
    message_->clear();
    showSeatLine();
    refresh();
}

// In the list of allocations: Enter sets aside, and Space selects its seats.
bool InventoryScreen::eventFilter(QObject* watched, QEvent* event) {
    if (watched != list_ || event->type() != QEvent::KeyPress) {
        return Screen::eventFilter(watched, event);
    }
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!map_.selection().isEmpty()) setAside();
            return true;
        case Qt::Key_Space:
            selectChosen();
            return true;
        case Qt::Key_Escape:
            homeFocus();
            return true;
        default:
            return Screen::eventFilter(watched, event);
    }
}

}  // namespace tessera::boxoffice
