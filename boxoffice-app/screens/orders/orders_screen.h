// SPDX-License-Identifier: Apache-2.0
// After the sale: any order is found, looked at, and changed.
//
// The GUI's thread alone. Owns its presenters; cart, papers and printers are the window's. What is
// to be paid goes to the pay screen by the cart. Keys that a scanner types are told from a
// person's, and go to the search wherever the focus is.
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <functional>
#include <string>

#include "boxoffice-app/shell/screen.h"
#include "shared/qt/orders/cash_trail.h"
#include "shared/qt/orders/exchange.h"
#include "shared/qt/orders/invoice_saver.h"
#include "shared/qt/orders/mail_model.h"
#include "shared/qt/orders/money_model.h"
#include "shared/qt/orders/order_search.h"
#include "shared/qt/orders/scan_reader.h"
#include "shared/qt/orders/ticket_model.h"
#include "shared/qt/payment/papers.h"
#include "shared/qt/payment/print_room.h"
#include "shared/qt/sale/cart.h"
#include "shared/qt/sale/event_search.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace tessera::boxoffice {

class AskLine;
class ExchangePage;
class FindPanel;
class OrderPage;
class TallColumn;

class OrdersScreen : public Screen {
    Q_OBJECT

public:
    explicit OrdersScreen(Workplace& workplace);
    ~OrdersScreen() override;

    QString title() const override { return tr("&Orders"); }
    QString permission() const override { return QStringLiteral("find_orders"); }
    void enter() override;
    bool leave() override;
    void homeFocus() override;
    void retranslate() override;

    orders::OrderInHand& order() { return order_; }
    orders::OrderDeeds& deeds() { return deeds_; }
    orders::Exchange& exchange() { return exchange_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    QWidget* buildSearch();
    QWidget* buildRight();
    // A page that is hidden takes no height from the one that is shown.
    void fitPages();
    void addActions();
    void addSearchActions();
    void addMoneyActions();
    void addMoreActions();
    void follow();
    void followSearch();
    void followDeeds();
    void look();
    void ownLanguage();
    void refresh();
    void say(const QString& text, sale::Tone tone);

    void typed(const QString& text);
    void found();
    void showFinder(FindPanel* finder);
    void beginSearch();
    void chooseEvent();
    // Of nothing: in all events again.
    void searchIn(const v1::EventSummary& event);
    // Those of what ended long ago, too, until somebody scans, signs in or takes one event.
    void searchLongAgo(bool longAgo);
    void searchAnew();
    QString nothingText() const;
    void showWhere();
    void openFound(int row, const QString& scanned);
    void toTickets();
    orders::OrderDeeds::Tickets chosen() const;
    void print();
    void refund(bool keepFee);
    void settle();
    void askSettle(const v1::Refund& refund);
    // Cash of this order that stands in an older one is said to be handed over there; then this
    // one is shown again.
    void settleOlder();
    void olderOpened();
    // What one has come for, in the older order; null: one has not, or it waits no more.
    const v1::Refund* handed() const;
    void settled();
    void lookBack();
    void name();
    void note();
    void mail();
    void pay();
    void payOrder(const v1::Order& order);
    void openInvoice();
    // With the token of somebody who may, where the session may not by itself.
    void withApproval(std::int64_t amount, const QString& what,
                      std::function<void(const std::string&)> run);
    QString money(std::int64_t minor) const;
    // Of a deed that waits for somebody.
    void askToGoOn();
    // The line asks for it now: who has left it by Esc, or opened another order, is left alone.
    bool asksToGoOn() const;
    QString waitText() const;
    QString waitKeysText() const;
    static QString keyText(QKeyCombination key);

    void startExchange();
    void confirmExchange();
    void leaveExchange();
    void exchanged(const v1::Order& order, bool needsPayment);
    void showTaken();
    // Cash of an exchange waits in the order that was given up: it is shown until that is handed
    // over, then the new one.
    void showExchanged();
    // What goes out of the drawer in cash now.
    void openDrawer();

    bool key(QWidget* to, const QKeyEvent& event);
    void rememberField(QWidget* to);
    bool scan(const QString& code);

    // To the older order, and back to the one whose tickets were taken back.
    struct Handing {
        std::string older{};  // Empty: nobody is on the way.
        std::string refund{};
        std::string event{};
        std::string newer{};
    };
    struct Exchanged {
        std::string ticket{};   // One that is given up for cheaper places; empty: none is.
        std::string order{};    // Its order.
        v1::Order taken{};      // The new one, once there is one.
        std::int64_t told = 0;  // What is to be handed over, in minor units.
        bool toldAll = false;   // And no older order may have more.
        QElapsedTimer since{};  // The key that exchanges.
    };

    sale::Cart& cart_;
    payment::Papers& papers_;
    payment::PrintRoom& room_;
    orders::OrderSearch search_;
    sale::EventSearch events_;
    orders::OrderInHand order_;
    orders::CashTrail older_;  // Of the order in hand.
    orders::DeedJournal journal_;
    orders::DeedJournal left_;
    orders::DeedJournal unprinted_;
    orders::OrderDeeds deeds_;
    orders::TicketModel tickets_;
    orders::MoneyModel money_;
    orders::MailModel mails_;
    orders::Exchange exchange_;
    orders::InvoiceSaver invoices_;
    orders::ScanReader reader_;
    QElapsedTimer clock_;
    QTimer rest_;         // Of somebody who types.
    QTimer olderAgain_;   // What goes back in an older order by itself.
    QString scanned_;     // The code that is being searched for; empty: something typed.
    std::string paying_;  // The order that went to be paid from here.
    Exchanged exchanged_;
    Handing handing_;
    // The field that somebody typed in when a row of letters began.
    QPointer<QLineEdit> field_;
    QString fieldText_;
    int fieldCursor_ = 0;

    QSplitter* split_ = nullptr;
    TallColumn* finders_ = nullptr;
    FindPanel* find_ = nullptr;
    FindPanel* eventFind_ = nullptr;
    QLabel* where_ = nullptr;
    QPushButton* whereButtons_[2] = {};  // Of one event, of all.
    QCheckBox* longAgoBox_ = nullptr;
    bool longAgo_ = false;
    v1::EventSummary only_;  // Whose orders are searched alone; empty: all.
    QStackedWidget* pages_ = nullptr;
    QLabel* nothing_ = nullptr;
    OrderPage* page_ = nullptr;
    ExchangePage* exchangePage_ = nullptr;
    QLabel* message_ = nullptr;
    AskLine* ask_ = nullptr;
    bool asksToGoOn_ = false;  // The line's question is of a deed that waits.
};

}  // namespace tessera::boxoffice
