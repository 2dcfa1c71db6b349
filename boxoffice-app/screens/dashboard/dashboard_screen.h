// SPDX-License-Identifier: Apache-2.0
// How the sale of an event goes: figures, tickets per minute, by price band, by channel.
//
// The GUI's thread alone. Owns its presenters; which event is looked at it shares with the
// inventory. It asks while it is shown and stops when it is not; what was counted last stays where
// the connection is lost, with its age. One key shows the same numbers as tables.
#pragma once

#include "boxoffice-app/shell/screen.h"
#include "shared/qt/inventory/minutes_model.h"
#include "shared/qt/inventory/sales_model.h"
#include "shared/qt/sale/event_search.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace tessera::qt {
class ShareBars;
class TimeColumns;
}  // namespace tessera::qt

namespace tessera::boxoffice {

class EventHead;
class FindPanel;

class DashboardScreen : public Screen {
    Q_OBJECT

public:
    explicit DashboardScreen(Workplace& workplace);
    ~DashboardScreen() override;

    QString title() const override { return tr("&Dashboard"); }
    QString permission() const override { return QStringLiteral("see_reports"); }
    void enter() override;
    void homeFocus() override;
    void retranslate() override;

    inventory::SalesFeed& feed() { return feed_; }

protected:
    void hideEvent(QHideEvent* event) override;

private:
    // Sold, held, set aside, free, revenue.
    static constexpr int kFigures = 5;

    void build();
    QWidget* buildPlots();
    QWidget* buildTables();
    QTableView* addTable(QWidget* page, QAbstractItemModel& model, const char* name);
    QLabel* addHeading(QWidget* page);
    void addActions();
    void follow();
    void look();
    void ownLanguage();
    void openEvents();
    void setSpan(int minutes);
    void setOfMoney(bool ofMoney);
    void refreshMinutes();
    void refresh();
    void refreshAge();
    void refreshFigures();

    inventory::EventInView& view_;
    inventory::SalesFeed feed_;
    inventory::SalesModel bands_;
    inventory::SalesModel channels_;
    inventory::MinutesModel minutes_;
    sale::EventSearch events_;

    QWidget* all_ = nullptr;
    EventHead* head_ = nullptr;
    QLabel* age_ = nullptr;
    QLabel* figureNames_[kFigures] = {};
    QLabel* figures_[kFigures] = {};
    QStackedWidget* pages_ = nullptr;
    QWidget* plots_ = nullptr;
    QWidget* tables_ = nullptr;
    FindPanel* eventPanel_ = nullptr;
    QLabel* plotHeadings_[3] = {};
    QLabel* tableHeadings_[3] = {};
    qt::TimeColumns* columns_ = nullptr;
    qt::ShareBars* bandBars_ = nullptr;
    qt::ShareBars* channelBars_ = nullptr;
    QTableView* bandTable_ = nullptr;
    QTableView* channelTable_ = nullptr;
    QTableView* minuteTable_ = nullptr;
    QPushButton* turn_ = nullptr;
    QPushButton* span_ = nullptr;
    QPushButton* value_ = nullptr;
    bool ofMoney_ = false;  // The plot by minute shows revenue rather than tickets.
};

}  // namespace tessera::boxoffice
