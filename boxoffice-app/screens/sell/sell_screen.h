// SPDX-License-Identifier: Apache-2.0
// Choosing what is sold: event, places, ticket types and prices, who buys. The pay screen follows.
//
// The GUI's thread alone. Owns its presenters and the map; the cart is the window's. Enter goes on:
// in the quick line and on the map it holds what is wanted, and once that is held it goes to pay.
#pragma once

#include "boxoffice-app/shell/ask_line.h"
#include "boxoffice-app/shell/screen.h"
#include "shared/qt/inventory/allocation_marks.h"
#include "shared/qt/sale/band_model.h"
#include "shared/qt/sale/cart_model.h"
#include "shared/qt/sale/customer_search.h"
#include "shared/qt/sale/customer_writer.h"
#include "shared/qt/sale/event_search.h"
#include "shared/qt/sale/hold_clock.h"
#include "shared/qt/sale/order_notes.h"
#include "shared/qt/sale/seat_info.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace tessera::qt {
class ApprovalDialog;
class SeatMapView;
}  // namespace tessera::qt

namespace tessera::boxoffice {

class AllocationLegend;
class CartPanel;
class CustomerPanel;
class FindPanel;
class MapLegend;
class SeatTablePage;
class TallColumn;

class SellScreen : public Screen {
    Q_OBJECT

public:
    explicit SellScreen(Workplace& workplace);
    ~SellScreen() override;

    QString title() const override { return tr("&Sell"); }
    QString permission() const override { return QStringLiteral("sell"); }
    void enter() override;
    bool leave() override;
    void homeFocus() override;
    void retranslate() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildLeft();
    QWidget* buildRight();
    void buildChoice(QWidget* right);
    void buildLast(QWidget* right);
    void buildMap(QWidget* page);
    void addActions();
    void addCartActions();
    void addCustomerActions();
    void follow();
    void followSale();
    void followCustomers();
    void look();
    void widenBands();
    void fitBands();
    void refresh();
    void refreshHead();
    void refreshCustomers();
    void say(const QString& text, sale::Tone tone);

    void openEvents();
    void openCustomers();
    void backToMap();
    void showPrices();
    void quick();
    void goOn();
    void pay();
    void askCode();
    void askComplimentary();
    void askPrice();
    void askLine(AskLine::Question question);
    void sendTyped(const std::function<bool()>& send);
    void endTyped();
    void adjust(const sale::Pricing::Change& change);
    qt::ApprovalDialog& askApproval(const std::string& permission, std::int64_t most,
                                    const QString& what,
                                    std::function<void(const std::string&)> given);
    void ownLanguage();

    sale::Cart& cart_;
    qt::SeatMapModel map_;
    sale::SaleKeeper keeper_;
    sale::Seller seller_;
    sale::Pricing pricing_;
    sale::OrderNotes notes_;
    sale::HoldClock clock_;
    sale::SeatInfo info_;
    inventory::AllocationMarks marks_;
    sale::EventSearch events_;
    sale::CustomerSearch customers_;
    sale::CustomerWriter writer_;
    sale::CartModel cartModel_;
    sale::BandModel bands_;

    QSplitter* split_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    QWidget* mapPage_ = nullptr;
    FindPanel* eventPanel_ = nullptr;
    CustomerPanel* customerPanel_ = nullptr;
    SeatTablePage* seatTable_ = nullptr;
    qt::SeatMapView* view_ = nullptr;
    MapLegend* legend_ = nullptr;
    AllocationLegend* allocations_ = nullptr;
    QLabel* feedState_ = nullptr;
    QLabel* seatLine_ = nullptr;
    QLabel* eventName_ = nullptr;
    QLabel* eventFacts_ = nullptr;
    QPushButton* changeEvent_ = nullptr;
    QLabel* quickLabel_ = nullptr;
    QLineEdit* quick_ = nullptr;
    QLabel* quickMessage_ = nullptr;
    TallColumn* choiceArea_ = nullptr;
    QWidget* choice_ = nullptr;  // In it.
    QTableView* bandTable_ = nullptr;
    CartPanel* cartPanel_ = nullptr;
    AskLine* ask_ = nullptr;
    int line_ = 0;  // Counts what the line has asked,
    int sent_ = 0;  // and which of it was sent last.
    QPushButton* customer_ = nullptr;
    QLabel* customerName_ = nullptr;
    QLabel* noteLabel_ = nullptr;
    QLineEdit* note_ = nullptr;
    QPushButton* changes_[4] = {};  // Of ticket type, code, complimentary, price.
    QPushButton* pay_ = nullptr;
    QPushButton* giveBack_ = nullptr;
};

}  // namespace tessera::boxoffice
