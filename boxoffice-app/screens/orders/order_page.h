// SPDX-License-Identifier: Apache-2.0
// An order as staff sees it: who bought what, how it stands, its tickets, its money and its mails.
//
// What is said and listed scrolls; what can be done stays in sight beneath it, in big type too.
// The GUI's thread alone. Borrows order and models, which outlive it. Shows, and asks nothing.
#pragma once

#include <QtCore/QLocale>
#include <QtWidgets/QWidget>

#include "shared/qt/orders/cash_trail.h"
#include "shared/qt/orders/mail_model.h"
#include "shared/qt/orders/money_model.h"
#include "shared/qt/orders/order_in_hand.h"
#include "shared/qt/orders/ticket_model.h"

class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace tessera::boxoffice {

class TallColumn;

class OrderPage : public QWidget {
    Q_OBJECT

public:
    static constexpr int kButtons = 10;
    struct Models {
        const orders::OrderInHand& order;
        const orders::CashTrail& older;
        orders::TicketModel& tickets;
        orders::MoneyModel& money;
        orders::MailModel& mails;
    };
    explicit OrderPage(Models models, QWidget* parent = nullptr);
    ~OrderPage() override;

    // For the screen's actions, in their order; the last one is of the mails.
    QPushButton* button(int number) const { return buttons_[number]; }
    void setLocale(const QLocale& locale);
    // The chosen tickets' rows; none: all are meant.
    QList<int> rows() const;
    int moneyRow() const;  // -1: none.
    // The tickets have the keys; that one is chosen, where there is one.
    void begin(const std::string& ticket);
    // Of the tables, and of all that scrolls; each at least.
    struct Heights {
        int tickets = 0;
        int money = 0;
        int mails = 0;
        int all = 0;
    };
    void setHeights(const Heights& heights);
    void refresh();
    void retranslate();

Q_SIGNALS:
    void chosen();
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildHead();
    void buildMails();
    void buildButtons();
    QTableView* tableOf(QAbstractItemModel& model, const char* name);
    QLabel* label(const char* name);
    // Without a text it takes no room.
    void showText(QLabel* label, const QString& text) const;
    void showState(const v1::Order& order);
    QString olderText() const;
    QString olderText(const orders::OlderRefund& refund) const;
    // Here and in older orders.
    v1::Money openOf(const v1::Order& order) const;
    QString factsText() const;
    QString sumText() const;

    const Models models_;
    QLocale locale_;
    TallColumn* tall_ = nullptr;
    QWidget* listed_ = nullptr;  // In it.
    QVBoxLayout* column_ = nullptr;
    QLabel* buyer_ = nullptr;
    QLabel* state_ = nullptr;
    QLabel* contact_ = nullptr;
    QLabel* facts_ = nullptr;
    QLabel* warning_ = nullptr;
    QLabel* note_ = nullptr;
    QLabel* ticketsHeading_ = nullptr;
    QLabel* moneyHeading_ = nullptr;
    QLabel* mailsHeading_ = nullptr;
    QLabel* sum_ = nullptr;
    QTableView* tickets_ = nullptr;
    QTableView* money_ = nullptr;
    QTableView* mails_ = nullptr;
    QPushButton* buttons_[kButtons] = {};
};

}  // namespace tessera::boxoffice
