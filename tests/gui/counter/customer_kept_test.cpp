// SPDX-License-Identifier: Apache-2.0
// What is typed of customers: for which sale it is, how long it stays, and for whom.
#include "boxoffice-app/screens/sell/customer_panel.h"
#include "tests/gui/counter/customers.h"

namespace tessera::gui {
namespace {

class CustomerKeptTest : public CustomersTest {
protected:
    std::string saidAtSale() {
        const QWidget* const sell = front->window().screen(QStringLiteral("sell"));
        return sell->findChild<QLabel*>("quick_message")->text().toStdString();
    }
    bool canChoose() { return front->window().actions().find("sell.customer")->isEnabled(); }
    // Two keys: from the form to the list, and from there to the map.
    void leavesCustomers() {
        press(Qt::Key_Escape);
        ASSERT_TRUE(hasFocus("find"));
        press(Qt::Key_Escape);
        ASSERT_TRUE(hasFocus("quick"));
    }
    // Nobody is looked for, found or typed.
    void findsNothingTyped() {
        press(Qt::Key_F5);
        ASSERT_TRUE(hasFocus("find"));
        auto* const panel = front->find<QWidget>("customer_panel");
        EXPECT_EQ(panel->findChild<QLineEdit*>("find")->text(), "");
        EXPECT_EQ(panel->findChild<QListView*>("found")->model()->rowCount(), 0);
        press(Qt::Key_F5, Qt::ControlModifier);
        ASSERT_TRUE(hasFocus("customer_form_name"));
        for (const char* each : {"name", "email", "phone", "organisation", "note"}) {
            EXPECT_EQ(line(each)->text(), "") << each;
        }
    }
    v1::Customer known(const char* name, const char* email) {
        v1::Customer they;
        they.set_name(name);
        they.set_email(email);
        const auto other = house.till(1);
        EXPECT_TRUE(other->signIn(house.cashier).done());
        return saves(*other, they).value;
    }
    void signsInAs(const client::Account& who) {
        front->desk().signOut();
        ASSERT_TRUE(front->signIn(who));
        ASSERT_TRUE(front->window().show(QStringLiteral("sell")));
    }
};

TEST_F(CustomerKeptTest, WhoseAnswerComesAtThePayScreenIsTheBuyerOfTheOrder) {
    ASSERT_NO_FATAL_FAILURE(start(house.cashier, sale.event, true));
    ASSERT_TRUE(takes("1", 1));
    ASSERT_NO_FATAL_FAILURE(opensFormFor("Late Name"));
    type("late@example.org");
    house.relay->hold(true);
    press(Qt::Key_S, Qt::ControlModifier);
    press(Qt::Key_F12);
    ASSERT_TRUE(hasFocus("amount"));
    house.relay->hold(false);
    ASSERT_TRUE(comes([&] { return cart().customer().name() == "Late Name"; }));
    const v1::Buyer buyer = details(paysCash()).buyer();
    EXPECT_EQ(buyer.name(), "Late Name");
    EXPECT_EQ(buyer.email(), "late@example.org");
}

TEST_F(CustomerKeptTest, WhoIsSavedOnceTheCheckoutIsOnItsWayIsSaidNotToBeItsBuyer) {
    ASSERT_NO_FATAL_FAILURE(start(house.cashier, sale.event, true));
    ASSERT_TRUE(takes("1", 1));
    ASSERT_NO_FATAL_FAILURE(opensFormFor("Too Late"));
    house.relay->hold(true);
    press(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(comes([&] { return kept("name", "Too Late") == "Too Late"; }));
    press(Qt::Key_F12);
    ASSERT_TRUE(hasFocus("amount"));
    EXPECT_FALSE(cart().isBuyerFixed());
    press(Qt::Key_F2);
    EXPECT_EQ(payer().stage(), PayStage::Asking);
    ASSERT_TRUE(front->window().show(QStringLiteral("sell")));
    EXPECT_FALSE(canChoose());
    house.relay->hold(false);
    ASSERT_TRUE(comes([&] { return payer().stage() == PayStage::Sold; }));
    EXPECT_THAT(saidAtSale(), HasSubstr("keeps the name"));
    EXPECT_EQ(details(payer().order()).buyer().name(), "");
    EXPECT_TRUE(comes([&] { return canChoose(); }));
}

TEST_F(CustomerKeptTest, NothingOfACustomerIsThereInTheNextSale) {
    ASSERT_FALSE(known("Doris Kern", "doris@kern.example").customer().empty());
    ASSERT_NO_FATAL_FAILURE(start(house.cashier, sale.event));
    ASSERT_TRUE(takes("1", 1));
    ASSERT_NO_FATAL_FAILURE(opensFormFor("Anna Bauer"));
    type("anna@example.org");
    ASSERT_NO_FATAL_FAILURE(leavesCustomers());
    ASSERT_TRUE(goesToPay());
    (void)paysCash();
    ASSERT_NO_FATAL_FAILURE(findsNothingTyped());
    ASSERT_NO_FATAL_FAILURE(leavesCustomers());

    // The same of somebody known, with a draft of somebody new beside.
    ASSERT_TRUE(takes("1", 1));
    ASSERT_NO_FATAL_FAILURE(opensFormFor("Berta Adler"));
    press(Qt::Key_Escape);
    ASSERT_NO_FATAL_FAILURE(finds("doris@kern"));
    ASSERT_NO_FATAL_FAILURE(opensChange());
    writes("phone", "0664 99");
    ASSERT_NO_FATAL_FAILURE(leavesCustomers());
    ASSERT_TRUE(goesToPay());
    (void)paysCash();
    ASSERT_NO_FATAL_FAILURE(findsNothingTyped());
    press(Qt::Key_Escape);
    ASSERT_NO_FATAL_FAILURE(finds("doris@kern"));
    ASSERT_NO_FATAL_FAILURE(opensChange());
    EXPECT_EQ(line("phone")->text(), "");
}

TEST_F(CustomerKeptTest, WhoComesBackFindsWhatTheyTypedAndAnotherPersonDoesNot) {
    ASSERT_NO_FATAL_FAILURE(start(house.cashier, sale.event));
    ASSERT_NO_FATAL_FAILURE(opensFormFor("Clara Dorn"));
    type("clara@example.org");
    ASSERT_NO_FATAL_FAILURE(signsInAs(house.cashier));
    EXPECT_EQ(line("email")->text(), "clara@example.org");
    EXPECT_EQ(line("name")->text(), "Clara Dorn");
    ASSERT_NO_FATAL_FAILURE(signsInAs(house.supervisor));
    ASSERT_NO_FATAL_FAILURE(findsNothingTyped());
}

TEST_F(CustomerKeptTest, WhatIsChangedOfSomebodyStaysWhileSomebodyNewIsTyped) {
    ASSERT_FALSE(known("Emil Hirsch", "emil@hirsch.example").customer().empty());
    ASSERT_NO_FATAL_FAILURE(start(house.cashier, sale.event));
    ASSERT_NO_FATAL_FAILURE(finds("emil@hirsch"));
    ASSERT_NO_FATAL_FAILURE(opensChange());
    writes("phone", "0676 11 22");
    press(Qt::Key_Escape);
    ASSERT_TRUE(hasFocus("find"));
    press(Qt::Key_F5, Qt::ControlModifier);
    ASSERT_TRUE(hasFocus("customer_form_name"));
    EXPECT_EQ(line("phone")->text(), "");
    type("Frida Ost");
    press(Qt::Key_Escape);
    ASSERT_TRUE(hasFocus("find"));
    ASSERT_NO_FATAL_FAILURE(opensChange());
    EXPECT_EQ(line("name")->text(), "Emil Hirsch");
    EXPECT_EQ(line("phone")->text(), "0676 11 22");
    press(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(isTaken("Emil Hirsch"));
    EXPECT_EQ(kept("phone", "Emil Hirsch"), "0676 11 22");
    press(Qt::Key_F5, Qt::ControlModifier);
    EXPECT_EQ(line("name")->text(), "Frida Ost");
}

class UnsavedCustomersTest : public CustomerKeptTest {
protected:
    static std::string mailOf(int i) { return "ledig" + std::to_string(i) + "@unsaved.example"; }
    static std::string nameOf(int i) { return "Ledig " + std::to_string(i); }
    static QString phoneOf(int i) { return QStringLiteral("0650 %1").arg(i); }
    // The form of that one, with what was typed of them, if anything; else it stays with the list.
    bool opensChangeOf(int i) {
        [&] { ASSERT_NO_FATAL_FAILURE(finds(QString::fromStdString(mailOf(i)))); }();
        press(Qt::Key_F5, Qt::ShiftModifier);
        return line("name")->isVisible() && line("name")->text().toStdString() == nameOf(i);
    }
    void changes(int i) {
        ASSERT_TRUE(opensChangeOf(i)) << i;
        writes("phone", phoneOf(i));
        press(Qt::Key_Escape);
        ASSERT_TRUE(hasFocus("find"));
    }
    std::string unsaved() {
        const auto* const label = front->find<QLabel>("customers_unsaved");
        return label->isVisible() ? label->text().toStdString() : std::string();
    }
};

// Of two who were changed, what was typed of the first was gone, and nobody said so.
TEST_F(UnsavedCustomersTest, WhatIsChangedOfSeveralStaysIsSaidAndNoMoreThanFitAreChanged) {
    constexpr int kMost = boxoffice::CustomerPanel::kChangedMost + 1;
    for (int i = 0; i <= kMost; ++i) {
        ASSERT_FALSE(known(nameOf(i).c_str(), mailOf(i).c_str()).customer().empty());
    }
    ASSERT_NO_FATAL_FAILURE(start(house.cashier, sale.event));
    for (int i = 0; i < kMost; ++i) {
        ASSERT_NO_FATAL_FAILURE(changes(i));
        for (int each = 0; each <= i; ++each) EXPECT_THAT(unsaved(), HasSubstr(nameOf(each)));
    }
    EXPECT_FALSE(opensChangeOf(kMost)) << "something that was typed would be lost";
    EXPECT_THAT(saidAtSale(), HasSubstr("save one of them first"));
    press(Qt::Key_F5, Qt::ControlModifier);
    EXPECT_TRUE(hasFocus("find")) << "neither is somebody new begun";

    for (int i = 0; i < kMost; ++i) {
        ASSERT_TRUE(opensChangeOf(i)) << i;
        EXPECT_EQ(line("phone")->text(), phoneOf(i));
        press(Qt::Key_S, Qt::ControlModifier);
        ASSERT_TRUE(isTaken(nameOf(i).c_str()));
        EXPECT_EQ(kept("phone", nameOf(i).c_str()), phoneOf(i).toStdString());
    }
    press(Qt::Key_F5);
    ASSERT_TRUE(hasFocus("find"));
    EXPECT_EQ(unsaved(), "");
    EXPECT_TRUE(opensChangeOf(kMost));
}

}  // namespace
}  // namespace tessera::gui
