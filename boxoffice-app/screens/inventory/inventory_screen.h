// SPDX-License-Identifier: Apache-2.0
// What an event has: seats set aside on its map, how far each price band is sold, who comes.
//
// The GUI's thread alone. Owns its presenters and the map; which event is looked at it shares with
// the dashboard. The map is home: seats are selected there, then set aside or given back by a key.
#pragma once

#include <QtCore/QPointer>
#include <memory>

#include "boxoffice-app/shell/screen.h"
#include "shared/qt/inventory/allocation_editor.h"
#include "shared/qt/inventory/allocation_model.h"
#include "shared/qt/inventory/allocation_setter.h"
#include "shared/qt/inventory/manifest_files.h"
#include "shared/qt/inventory/manifest_model.h"
#include "shared/qt/inventory/sales_model.h"
#include "shared/qt/sale/event_search.h"
#include "shared/qt/sale/seat_info.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace tessera::qt {
class ApprovalDialog;
class SeatMapView;
}  // namespace tessera::qt

namespace tessera::boxoffice {

class AllocationForm;
class EventHead;
class FindPanel;
class ManifestPage;
class MapLegend;
class SeatTablePage;
class SellThroughPage;

class InventoryScreen : public Screen {
    Q_OBJECT

public:
    explicit InventoryScreen(Workplace& workplace);
    ~InventoryScreen() override;

    QString title() const override { return tr("&Inventory"); }
    QString permission() const override { return QStringLiteral("see_reports"); }
    void enter() override;
    bool leave() override;
    void homeFocus() override;
    void retranslate() override;

    // For who looks at what the keys did.
    qt::SeatMapModel& map() { return map_; }
    inventory::AllocationSetter& setter() { return setter_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* buildPages();
    QWidget* buildMap();
    QWidget* buildSide();
    void addPageActions();
    void addSeatActions();
    void addFormActions();
    void addListActions();
    void follow();
    void followWork();
    void look();
    void ownLanguage();
    void refresh();
    void refreshWork();
    void refreshAge();
    void say(const QString& text, sale::Tone tone);
    void editorSaid(const QString& text, sale::Tone tone, inventory::AllocationField field);

    void openEvents();
    void openManifest(bool willCall);
    void openSales();
    // The allocation that the cursor of the list is on; 0: none is.
    int chosen() const;
    void choose(int allocation);
    void setAside();
    void release();
    void selectChosen();
    void edit();
    void editNew();
    void openForm(const std::optional<v1::Allocation>& before, int number);
    void closeForm();
    void leaveForm();
    bool staysInForm();
    void saveForm();
    void noteAsked();
    void removeNamed();
    bool isAnswered() const;
    void saved(int allocation);
    std::optional<v1::Allocation> entryNow() const;
    void selectSection();
    void askApproval();
    void showSeatLine();
    bool hasList() const;
    void saveCsv();
    void savePdf();
    void print();
    void askFile(const QString& ending, std::function<void(const QString&)> chosen);

    inventory::EventInView& view_;
    qt::SeatMapModel map_;
    inventory::AllocationBook book_;
    inventory::AllocationSetter setter_;
    inventory::AllocationEditor editor_;
    inventory::AllocationModel allocations_;
    inventory::SalesFeed feed_;
    inventory::SalesModel bands_;
    inventory::SalesModel asides_;
    inventory::ManifestModel manifest_;
    inventory::ManifestFiles files_;
    sale::EventSearch events_;
    sale::SeatInfo info_;

    QSplitter* split_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    QWidget* mapPage_ = nullptr;
    FindPanel* eventPanel_ = nullptr;
    SellThroughPage* salesPage_ = nullptr;
    ManifestPage* manifestPage_ = nullptr;
    SeatTablePage* seatTable_ = nullptr;
    MapLegend* legend_ = nullptr;
    qt::SeatMapView* mapView_ = nullptr;
    QLabel* feedState_ = nullptr;
    QLabel* seatLine_ = nullptr;
    QWidget* side_ = nullptr;
    EventHead* head_ = nullptr;
    QLabel* selected_ = nullptr;
    QWidget* listPart_ = nullptr;  // What the form takes the place of.
    QLabel* listHeading_ = nullptr;
    QTableView* list_ = nullptr;
    AllocationForm* form_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QLabel* message_ = nullptr;
    QPushButton* setAside_ = nullptr;
    QPushButton* release_ = nullptr;
    QPushButton* selectChosen_ = nullptr;
    QPushButton* edit_ = nullptr;
    QPushButton* new_ = nullptr;
    int lastChosen_ = 0;
    std::string formEvent_;
    int opened_ = 0;          // Counts the forms,
    int asked_ = 0;           // and which of them was saved last,
    std::string askedTyped_;  // with what stood in it.
    QPointer<qt::ApprovalDialog> approval_;
};

}  // namespace tessera::boxoffice
