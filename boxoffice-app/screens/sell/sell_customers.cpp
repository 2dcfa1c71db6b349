// SPDX-License-Identifier: Apache-2.0
// Who buys, on the sell screen: what leads to the customers, and what comes back of them.
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>

#include "boxoffice-app/screens/sell/customer_panel.h"
#include "boxoffice-app/screens/sell/sell_screen.h"

namespace tessera::boxoffice {

void SellScreen::addCustomerActions() {
    addAction({.name = QStringLiteral("customer"),
               .text = [] { return tr("C&ustomer"); },
               .key = QKeySequence(Qt::Key_F5),
               .run = [this] { openCustomers(); }});
    addAction({.name = QStringLiteral("new_customer"),
               .text = [] { return tr("Somebody ne&w"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_F5),
               .run = [this] { customerPanel_->openNew(); }});
    addAction({.name = QStringLiteral("change_customer"),
               .text = [] { return tr("Chan&ge the customer"); },
               .key = QKeySequence(Qt::SHIFT | Qt::Key_F5),
               .run =
                   [this] {
                       if (customerPanel_->canChange()) customerPanel_->change();
                   }});
    addAction({.name = QStringLiteral("save_customer"),
               .text = [] { return tr("Sa&ve and take"); },
               .key = QKeySequence(Qt::CTRL | Qt::Key_S),
               .run =
                   [this] {
                       if (customerPanel_->canSave()) customerPanel_->save();
                   }});
    bind(customer_, QStringLiteral("customer"));
    bind(customerPanel_->newButton(), QStringLiteral("new_customer"));
    bind(customerPanel_->changeButton(), QStringLiteral("change_customer"));
    bind(customerPanel_->saveButton(), QStringLiteral("save_customer"));
}

void SellScreen::followCustomers() {
    connect(customerPanel_, &CustomerPanel::chosen, this, &SellScreen::backToMap);
    connect(customerPanel_, &CustomerPanel::left, this, &SellScreen::backToMap);
    connect(customerPanel_, &CustomerPanel::opened, this,
            [this] { pages_->setCurrentWidget(customerPanel_); });
    connect(customerPanel_, &CustomerPanel::stateChanged, this, &SellScreen::refreshCustomers);
    connect(customerPanel_, &CustomerPanel::said, this, &SellScreen::say);
    connect(&cart_, &sale::Cart::buyerFixedChanged, this, &SellScreen::refreshCustomers);
    connect(&cart_, &sale::Cart::emptied, customerPanel_, &CustomerPanel::saleOver);
    connect(pages_, &QStackedWidget::currentChanged, this, &SellScreen::refreshCustomers);
    connect(&workplace(), &Workplace::enrolmentChanged, this, [this] { writer_.forget(); });
}

void SellScreen::refreshCustomers() {
    setAvailable(QStringLiteral("customer"), !cart_.isBuyerFixed());
    setAvailable(QStringLiteral("change_customer"), customerPanel_->canChange());
    setAvailable(QStringLiteral("save_customer"), customerPanel_->canSave());
}

void SellScreen::openCustomers() {
    pages_->setCurrentWidget(customerPanel_);
    customerPanel_->begin();
}

}  // namespace tessera::boxoffice
