// SPDX-License-Identifier: Apache-2.0
// Customers at the counter, by keys: found as one types, made, changed, trusted with an invoice;
// and whose order it is then.
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>

#include "shared/qt/sale/customer_writer.h"
#include "tests/gui/counter/customers.h"

namespace tessera::gui {
namespace {

using CustomerSaleTest = CustomersTest;

TEST_F(CustomerSaleTest, SomebodyNewIsMadeAsOneTypesAndTheOrderIsInThatNameAndTheNextOneIsFound) {
    ASSERT_NO_FATAL_FAILURE(start(house.cashier, sale.event));
    ASSERT_TRUE(takes("1", 1));
    ASSERT_NO_FATAL_FAILURE(opensFormFor("Brigitta Zupan"));
    type("brigitta.example.org");
    press(Qt::Key_Return);
    type("0660 12 34");
    press(Qt::Key_Return);
    ASSERT_TRUE(hasFocus("customer_form_email"));
    EXPECT_THAT(shown("customer_form_message"), HasSubstr("E-mail"));
    writes("email", "brigitta@example.org");
    press(Qt::Key_Return);
    ASSERT_TRUE(isTaken("Brigitta Zupan"));
    EXPECT_THAT(shown("customer_name"), HasSubstr("brigitta@example.org"));
    ASSERT_TRUE(goesToPay());
    const v1::Buyer buyer = details(paysCash()).buyer();
    EXPECT_EQ(buyer.name(), "Brigitta Zupan");
    EXPECT_EQ(buyer.email(), "brigitta@example.org");
    EXPECT_EQ(buyer.phone(), "0660 12 34");
    EXPECT_TRUE(cart().customer().name().empty()) << "the next sale is nobody's";

    ASSERT_TRUE(takes("1", 1));
    ASSERT_NO_FATAL_FAILURE(finds("zup brig"));
    press(Qt::Key_Return);
    ASSERT_TRUE(isTaken("Brigitta Zupan"));
    ASSERT_TRUE(goesToPay());
    EXPECT_EQ(details(paysCash()).buyer().email(), "brigitta@example.org");
    EXPECT_EQ(kept("version", "Brigitta Zupan"), "1");
}

TEST_F(CustomerSaleTest, ASupervisorTrustsSomebodyInTheAppWhoIsSoldToOnAccountThen) {
    ASSERT_NO_FATAL_FAILURE(start(house.supervisor, sale.event));
    ASSERT_TRUE(takes("2", 2));
    ASSERT_NO_FATAL_FAILURE(opensFormFor("Gerda Hofrat"));
    type("office@gymnasium.example");
    writes("organisation", "Gymnasium Krems");
    writes("note", "Order number on the invoice");
    front->find<QComboBox>("customer_form_language")->setFocus();
    type("Deu");
    ASSERT_TRUE(trusted()->isVisible());
    trusted()->setFocus();
    press(Qt::Key_Space);
    press(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(isTaken("Gerda Hofrat"));
    EXPECT_EQ(kept("trusted", "Gerda Hofrat"), "true");
    EXPECT_EQ(kept("language", "Gerda Hofrat"), "de");
    EXPECT_EQ(kept("organisation", "Gerda Hofrat"), "Gymnasium Krems");
    EXPECT_EQ(kept("note", "Gerda Hofrat"), "Order number on the invoice");

    ASSERT_TRUE(goesToPay());
    press(Qt::Key_F9);
    ASSERT_TRUE(hasFocus("ask"));
    EXPECT_EQ(front->find<QLineEdit>("ask")->text(), "Gymnasium Krems");
    const QDate due = front->find<QDateEdit>("due")->date();
    EXPECT_GT(due, QDate::currentDate());
    press(Qt::Key_Return);
    ASSERT_TRUE(hasFocus("due"));
    press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return payer().stage() == PayStage::Sold; })) << shown("pay_message");
    EXPECT_EQ(details(payer().order()).buyer().name(), "Gerda Hofrat");
    EXPECT_EQ(house.stack.psql("SELECT to_char(to_timestamp(due_at / 1000000) AT TIME ZONE "
                               "'Europe/Vienna', 'YYYY-MM-DD') FROM tender WHERE event_id = " +
                               client::eventNumber(sale)),
              due.toString(Qt::ISODate).toStdString());
}

TEST_F(CustomerSaleTest, ACashierCannotTrustAnybodyAndChangesTheRestOfWhoIsTrusted) {
    v1::Customer club;
    club.set_name("Turnverein West");
    club.set_trusted(true);
    const auto boss = house.till(1);
    ASSERT_TRUE(boss->signIn(house.supervisor).done());
    club = saves(*boss, club).value;
    ASSERT_EQ(club.version(), 1);

    ASSERT_NO_FATAL_FAILURE(start(house.cashier, sale.event));
    ASSERT_NO_FATAL_FAILURE(opensFormFor("Nobody Known"));
    EXPECT_FALSE(trusted()->isVisible());
    EXPECT_THAT(shown("customer_form_trust"), HasSubstr("May not buy on account"));
    press(Qt::Key_Escape);
    ASSERT_TRUE(hasFocus("find"));
    ASSERT_NO_FATAL_FAILURE(finds("turnverein w"));
    ASSERT_NO_FATAL_FAILURE(opensChange());
    EXPECT_FALSE(trusted()->isVisible());
    EXPECT_THAT(shown("customer_form_trust"), HasSubstr("May buy on account"));
    writes("phone", "01 555 0100");
    press(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(isTaken("Turnverein West")) << shown("customer_form_message");
    EXPECT_EQ(kept("phone", "Turnverein West"), "01 555 0100");
    EXPECT_EQ(kept("trusted", "Turnverein West"), "true");

    const auto till = house.till(1);
    ASSERT_TRUE(till->signIn(house.cashier).done());
    club = cart().customer();
    club.set_trusted(false);
    EXPECT_EQ(saves(*till, club).refusal.reason, v1::ErrorReason::APPROVAL_NEEDED);
    v1::Customer own;
    own.set_name("Friend of the cashier");
    own.set_trusted(true);
    EXPECT_EQ(saves(*till, own).refusal.reason, v1::ErrorReason::APPROVAL_NEEDED);
    own.set_trusted(false);
    own = saves(*till, own).value;
    own.set_trusted(true);
    EXPECT_EQ(saves(*till, own).refusal.reason, v1::ErrorReason::APPROVAL_NEEDED);
    EXPECT_EQ(kept("trusted", "Turnverein West"), "true");
    EXPECT_EQ(kept("trusted", "Friend of the cashier"), "false");
}

TEST_F(CustomerSaleTest, WhomAnotherTillHasChangedMeanwhileIsReadAgainAndWhatWasTypedStays) {
    v1::Customer they;
    they.set_name("Chorleiter Sand");
    they.set_email("sand@chor.example");
    const auto other = house.till(1);
    ASSERT_TRUE(other->signIn(house.cashier).done());
    they = saves(*other, they).value;

    ASSERT_NO_FATAL_FAILURE(start(house.cashier, sale.event));
    ASSERT_NO_FATAL_FAILURE(finds("sand@chor"));
    ASSERT_NO_FATAL_FAILURE(opensChange());
    writes("note", "Sings bass");
    they.set_phone("0664 77");
    they.set_email("chorleiter@chor.example");
    ASSERT_TRUE(saves(*other, they).done());
    press(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(comes([&] { return line("phone")->text() == "0664 77"; }))
        << shown("customer_form_message");
    EXPECT_THAT(shown("customer_form_message"), HasSubstr("meanwhile"));
    EXPECT_EQ(line("email")->text(), "chorleiter@chor.example");
    EXPECT_EQ(line("note")->text(), "Sings bass");
    EXPECT_EQ(kept("note", "Chorleiter Sand"), "");
    press(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(isTaken("Chorleiter Sand"));
    EXPECT_EQ(kept("note", "Chorleiter Sand"), "Sings bass");
    EXPECT_EQ(kept("email", "Chorleiter Sand"), "chorleiter@chor.example");
    EXPECT_EQ(kept("version", "Chorleiter Sand"), "3");
}

TEST_F(CustomerSaleTest,
       WhileAnAnswerIsOnItsWayNothingElseIsTypedAndWhoIsOfAnEarlierSaleIsNotTaken) {
    ASSERT_NO_FATAL_FAILURE(start(house.cashier, sale.event, true));
    ASSERT_NO_FATAL_FAILURE(opensFormFor("Slow Answer"));
    house.relay->hold(true);
    press(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(line("email")->isReadOnly());
    type("lost@example.org");
    EXPECT_TRUE(line("email")->text().isEmpty());
    ASSERT_TRUE(comes([&] { return kept("name", "Slow Answer") == "Slow Answer"; }));
    press(Qt::Key_Escape);
    ASSERT_TRUE(hasFocus("quick"));
    press(Qt::Key_F5);
    EXPECT_TRUE(line("email")->isVisible()) << "what is being saved is in sight first";
    press(Qt::Key_Escape);
    cart().clear();
    press(Qt::Key_F2);
    ASSERT_TRUE(hasFocus("map"));
    house.relay->hold(false);
    EXPECT_TRUE(comes([&] { return !line("email")->isReadOnly(); }));
    EXPECT_TRUE(cart().customer().name().empty());
    EXPECT_TRUE(hasFocus("map")) << "whoever chooses places is not disturbed";
    EXPECT_EQ(kept("version", "Slow Answer"), "1");
}

// As a supervisor sees it; a cashier's is in tests/gui/sell.
TEST_F(CustomerSaleTest, TheFormCanBeUsedInEveryLanguageThemeAndSize) {
    ASSERT_NO_FATAL_FAILURE(start(house.supervisor, sale.event));
    ASSERT_NO_FATAL_FAILURE(opensFormFor("Maximilian Freiherr von Hohenlohe"));
    writes("organisation", "Gesellschaft der Musikfreunde, Freundeskreis Oberes Waldviertel");
    writes("email", "nobody");
    press(Qt::Key_S, Qt::ControlModifier);
    const std::string wrong = shown("customer_form_message");
    ASSERT_FALSE(wrong.empty());
    for (const qt::Language& language : qt::Languages::all()) {
        languages().use(language.code);
        press(Qt::Key_S, Qt::ControlModifier);
        EXPECT_EQ(shown("customer_form_message") == wrong, language.code == QStringLiteral("en"));
    }
    // A change of language clears what was said: it is said anew.
    lookEverywhere(
        [&] {
            press(Qt::Key_S, Qt::ControlModifier);
            return &front->window();
        },
        QStringLiteral("customer"));
}

// What becomes of one whose answer is lost, without a window.
class CustomerWriterTest : public testing::Test {
protected:
    CustomerWriterTest() {
        const client::House& at = House::shared();
        desk.connectTo(at.endpoint(at.relay->port(), at.identities.at(0)));
    }
    ~CustomerWriterTest() override { house.relay->hold(false); }
    bool signsIn(const client::Account& who) {
        desk.signIn(QString::fromStdString(who.login), QString::fromStdString(who.password), {},
                    &desk, {});
        return comes([&] { return desk.isSignedIn(); });
    }
    int rows(const std::string& name) {
        return std::stoi(
            house.stack.psql("SELECT count(*) FROM customer WHERE name = '" + name + "'"));
    }
    // It is done, and nobody hears of it.
    bool losesTheAnswer(const v1::Customer& wanted) {
        house.relay->hold(true);
        writer.save(wanted, {});
        return comes([&] { return rows(wanted.name()) == 1 && writer.isUnknown(); });
    }

    v1::Customer savedBy(client::Till& at, const v1::Customer& customer) {
        v1::SaveCustomerRequest request;
        request.set_request_id(at.client->newRequestId());
        *request.mutable_customer() = customer;
        return at.ask(client::kSaveCustomer, request).value;
    }
    v1::Customer changedElsewhere(const std::string& name);

    House& house = House::shared();
    qt::Desk desk{"boxoffice/1.0.0"};
    sale::CustomerWriter writer{desk, client::Millis(700)};
    QSignalSpy saved{&writer, &sale::CustomerWriter::saved};
    QSignalSpy refused{&writer, &sale::CustomerWriter::refused};
};

TEST_F(CustomerWriterTest, WhoseAnswerIsLostIsAskedAgainByItselfAndSavedOnce) {
    ASSERT_TRUE(signsIn(house.cashier));
    v1::Customer wanted;
    wanted.set_name("Lost And Found");
    ASSERT_TRUE(losesTheAnswer(wanted));
    EXPECT_TRUE(writer.isUnderWay());
    house.relay->cut();
    house.relay->hold(false);
    ASSERT_TRUE(comes([&] { return saved.count() == 1; }));
    EXPECT_FALSE(writer.isUnderWay());
    EXPECT_EQ(refused.count(), 0);
    EXPECT_EQ(rows("Lost And Found"), 1);
}

// Two versions of somebody, of which `old` is over.
v1::Customer CustomerWriterTest::changedElsewhere(const std::string& name) {
    const auto other = house.till(1);
    EXPECT_TRUE(other->signIn(house.cashier).done());
    v1::Customer old;
    old.set_name(name);
    old = savedBy(*other, old);
    v1::Customer now = old;
    now.set_phone("0664 77");
    EXPECT_EQ(savedBy(*other, now).version(), 2);
    return old;
}

// It was asked for as long as an answer is waited for: here that is longer than the test waits.
TEST_F(CustomerWriterTest, ThatSomebodyElseHasChangedThemIsSaidAtOnce) {
    ASSERT_TRUE(signsIn(house.cashier));
    const v1::Customer old = changedElsewhere("Changed At Once");
    sale::CustomerWriter patient(desk, client::Millis(600'000));
    QSignalSpy changed(&patient, &sale::CustomerWriter::changedMeanwhile);
    patient.save(old, old);
    ASSERT_TRUE(comes([&] { return changed.count() == 1; }));
    EXPECT_FALSE(patient.isUnderWay());
}

// Holds the server back from when its next answer is here and not looked at yet.
struct Holder : QObject {
    explicit Holder(client::Relay& relay) : relay_(relay) {}
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::MetaCall) {
            relay_.hold(true);
            holds = true;
        }
        return false;
    }
    client::Relay& relay_;
    bool holds = false;
};

TEST_F(CustomerWriterTest, ThatNothingWasSavedIsSaidThoughTheyCannotBeReadAgain) {
    ASSERT_TRUE(signsIn(house.cashier));
    const v1::Customer old = changedElsewhere("Changed Unread");
    Holder holder(*house.relay);
    desk.installEventFilter(&holder);
    writer.save(old, old);
    ASSERT_TRUE(comes([&] { return refused.count() == 1; }));
    EXPECT_THAT(refused.at(0).at(0).toString().toStdString(), HasSubstr("nothing was saved"));
    EXPECT_FALSE(writer.isUnderWay());
}

// What was asked of another server, whose answer is on its way: of the save, or of who they are
// now.
TEST_F(CustomerWriterTest, TheAnswerOfWhatIsForgottenIsNotThatOfTheNext) {
    ASSERT_TRUE(signsIn(house.cashier));
    sale::CustomerWriter patient(desk, client::Millis(600'000));
    QSignalSpy done(&patient, &sale::CustomerWriter::saved);
    QSignalSpy changed(&patient, &sale::CustomerWriter::changedMeanwhile);
    QSignalSpy failed(&patient, &sale::CustomerWriter::refused);
    const auto becomes = [&](const v1::Customer& next) {
        patient.forget();
        done.clear();
        patient.save(next, next);
        house.relay->hold(false);
        return comes([&] { return !done.isEmpty(); }) &&
               done.at(0).at(0).value<v1::Customer>().name() == next.name();
    };
    v1::Customer first;
    first.set_name("Forgotten Saved");
    house.relay->hold(true);
    patient.save(first, {});
    ASSERT_TRUE(comes([&] { return rows("Forgotten Saved") == 1; }));
    v1::Customer next;
    next.set_name("Next Of Saved");
    EXPECT_TRUE(becomes(next));

    const v1::Customer old = changedElsewhere("Forgotten Read");
    Holder holder(*house.relay);
    desk.installEventFilter(&holder);
    patient.save(old, old);
    ASSERT_TRUE(comes([&] { return holder.holds; }));
    desk.removeEventFilter(&holder);
    next = old;
    next.set_version(2);
    EXPECT_TRUE(becomes(next)) << "they are read again already";
    EXPECT_EQ(changed.count() + failed.count(), 0);
}

TEST_F(CustomerWriterTest, WhoMayNotSetWhatWasSetIsToldThatItIsNotKnown) {
    ASSERT_TRUE(signsIn(house.supervisor));
    v1::Customer wanted;
    wanted.set_name("Trusted Unheard");
    wanted.set_trusted(true);
    ASSERT_TRUE(losesTheAnswer(wanted));
    desk.signOut();
    QSignalSpy links(&desk, &qt::Desk::linkChanged);
    house.relay->cut();
    house.relay->hold(false);
    // A sign-in is sent once: not into the connection that is gone.
    ASSERT_TRUE(comes([&] { return !links.isEmpty() && links.last().at(0).toBool(); }));
    ASSERT_TRUE(signsIn(house.cashier));
    ASSERT_TRUE(comes([&] { return refused.count() == 1; }));
    EXPECT_THAT(refused.at(0).at(0).toString().toStdString(), HasSubstr("not known"));
    EXPECT_FALSE(writer.isUnderWay());
    EXPECT_EQ(saved.count(), 0);
    EXPECT_EQ(rows("Trusted Unheard"), 1);
}

}  // namespace
}  // namespace tessera::gui
