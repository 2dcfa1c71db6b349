// SPDX-License-Identifier: Apache-2.0
// The orders screen by the keys that staff presses, and how it looks in every language, theme and
// size.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "boxoffice-app/screens/enrol/enrol_screen.h"
#include "boxoffice-app/screens/orders/orders_screen.h"
#include "boxoffice-app/screens/pay/pay_screen.h"
#include "boxoffice-app/screens/sell/sell_screen.h"
#include "boxoffice-app/screens/signin/signin_screen.h"
#include "shared/qt/desk/approval_dialog.h"
#include "shared/qt/payment/print_room.h"
#include "tests/gui/orders/orders_till.h"
#include "tests/gui/walk.h"
#include "tests/print/fake_printer/fake_printer.h"

namespace tessera::gui {
namespace {

using client::House;
using sale::CartStage;
using test::FakeLanguage;
using test::FakePrinter;

class OrdersLookTest : public testing::Test {
protected:
    void SetUp() override {
        (void)sellingTill();
        // A window of fewer screens is dressed in less time.
        using namespace boxoffice;
        const ScreenList screens{screenOf<EnrolScreen>(), screenOf<SigninScreen>(),
                                 screenOf<SellScreen>(), screenOf<OrdersScreen>(),
                                 screenOf<PayScreen>()};
        front = std::make_unique<Front>(house.stack.ports().staff, 0, screens);
        front->window().resize(1600, 1000);
        front->window().workplace().setEvent({sale().event, "Evening"});
        ASSERT_TRUE(front->signIn(house.cashier));
        ASSERT_TRUE(comes([&] { return !cart().event().event().empty(); }));
        front->press(Qt::Key_2, Qt::ControlModifier);
        ASSERT_EQ(front->currentId(), QStringLiteral("orders"));
    }
    void TearDown() override {
        languages().use(QStringLiteral("en"));
        theme().apply(qt::ThemeKind::Light, 100);
    }
    static const integration::Sale& sale() {
        static const integration::Sale made = makeLenientSale();
        return made;
    }
    sale::Cart& cart() { return sale::Cart::of(front->window().workplace()); }
    boxoffice::OrdersScreen& screen() {
        return *static_cast<boxoffice::OrdersScreen*>(front->window().screen("orders"));
    }
    std::string message() { return front->find<QLabel>("orders_message")->text().toStdString(); }
    bool opened(const v1::Order& order) {
        return comes(
            [&] { return screen().order().isRead() && screen().order().order() == order.order(); });
    }
    // By its number, as somebody types it.
    bool opensByKeys(const v1::Order& order) {
        front->find<QLineEdit>("find")->setFocus();
        front->find<QLineEdit>("find")->selectAll();
        front->type(QString::fromStdString(order.order()).toLower() + u' ');
        front->press(Qt::Key_Return);
        return opened(order);
    }
    void scan(const std::string& code) {
        front->type(QString::fromStdString(code));
        front->press(Qt::Key_Return);
    }
    // As between a person's key and a scanner's.
    static void pause() {
        QElapsedTimer since;
        since.start();
        comes([&] { return since.elapsed() > orders::kScanGapMillis; });
    }
    // The supervisor comes to this till.
    bool approve() {
        qt::ApprovalDialog* dialog = nullptr;
        if (!comes([&] {
                dialog = front->window().findChild<qt::ApprovalDialog*>();
                return dialog != nullptr && dialog->isVisible();
            })) {
            return false;
        }
        const auto fields = dialog->findChildren<QLineEdit*>();
        QTest::keyClicks(fields[0], QString::fromStdString(house.supervisor.login));
        QTest::keyClicks(fields[1], kSupervisorPin);
        QTest::keyClick(fields[1], Qt::Key_Return);
        const bool gone =
            comes([&] { return front->window().findChild<qt::ApprovalDialog*>() == nullptr; });
        front->window().activateWindow();  // As a window manager does.
        return gone && QTest::qWaitForWindowActive(&front->window());
    }
    void look(const QString& about, WalkOptions options = {}) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        // Layouts follow a change of language or size a moment later.
        constexpr int kSettleMillis = 1'000;
        std::vector<Finding> findings;
        comes(
            [&] {
                findings = walk(front->window(), options).findings;
                return findings.empty();
            },
            kSettleMillis);
        for (const Finding& each : findings) {
            ADD_FAILURE() << about.toStdString() << ": " << each;
        }
        shoot(front->window(), about);
    }
    void everywhere(const QString& what, std::initializer_list<int> sizes = {100, 200}) {
        for (const qt::Language& language : qt::Languages::all()) {
            languages().use(language.code);
            for (const int percent : sizes) {
                theme().apply(qt::ThemeKind::Light, percent);
                look(what + u'-' + language.code + u'-' + QString::number(percent));
            }
        }
        theme().apply(qt::ThemeKind::Dark, 100);
        look(what + QStringLiteral("-ar-dark"));
        theme().apply(qt::ThemeKind::HighContrast, 200);
        look(what + QStringLiteral("-ar-high-contrast"), {.contrastLeast = 7.0});
        languages().use(QStringLiteral("en"));
        theme().apply(qt::ThemeKind::Light, 100);
    }

    House& house = House::shared();
    FakePrinter printer{FakeLanguage::Fgl};
    std::unique_ptr<Front> front;
};

TEST_F(OrdersLookTest, WillCallByAScannedCodeIsHandedOutAndPrintedByThreeKeys) {
    payment::HousePrinter fgl;
    fgl.setup.name = "Front";
    fgl.setup.host = "127.0.0.1";
    fgl.setup.port = printer.port();
    fgl.forTickets = true;
    auto& room =
        payment::PrintRoom::of(front->window().workplace(), front->window().workplace().store());
    EXPECT_EQ(room.setPrinters({fgl}).toStdString(), "");
    const v1::Order order = sellByCard(sale(), {150, 151});
    const std::string code = ticketsOf(order).at(1).code();
    EXPECT_EQ(QApplication::focusWidget(), front->find<QLineEdit>("find"));
    front->type("eisen");
    pause();
    scan(code);
    ASSERT_TRUE(opened(order)) << message();
    auto* const table = front->find<QTableView>("tickets");
    ASSERT_TRUE(comes([&] { return QApplication::focusWidget() == table; }));
    ASSERT_EQ(table->selectionModel()->selectedRows().size(), 1) << "the scanned one is chosen";
    EXPECT_EQ(table->selectionModel()->selectedRows()[0].row(), 1);
    table->clearSelection();
    front->press(Qt::Key_F4);
    ASSERT_TRUE(comes([&] {
        return screen().order().details().desk(1).has_hand_out_time() && screen().deeds().isIdle();
    })) << message();
    EXPECT_TRUE(screen().order().details().desk(0).has_hand_out_time());
    front->press(Qt::Key_F3);
    ASSERT_TRUE(comes([&] { return printer.tickets().size() == 2; })) << message();
    EXPECT_TRUE(comes([&] { return screen().deeds().isIdle(); }));
    front->press(Qt::Key_F3);
    auto* const why = front->find<QLineEdit>("ask_first");
    ASSERT_EQ(QApplication::focusWidget(), why);
    front->type("torn");
    front->press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return printer.tickets().size() == 4; })) << message();
    EXPECT_FALSE(why->isVisible());
}

TEST_F(OrdersLookTest, AScanNeverGoesIntoAFieldThatIsEditedByHand) {
    const v1::Order order = sellForCash(sale(), {152});
    const v1::Order other = sellForCash(sale(), {154});
    ASSERT_TRUE(opensByKeys(order));
    ASSERT_TRUE(
        comes([&] { return QApplication::focusWidget() == front->find<QTableView>("tickets"); }));
    front->press(Qt::Key_F9);
    auto* const note = front->find<QLineEdit>("ask_first");
    ASSERT_EQ(QApplication::focusWidget(), note);
    front->type("at the side-");
    pause();
    scan(ticketsOf(other).at(0).code());
    EXPECT_EQ(note->text(), "at the side-");
    EXPECT_EQ(screen().order().order(), order.order());
    EXPECT_NE(message().find("finish first"), std::string::npos) << message();
    front->press(Qt::Key_Escape);
    // On a table its letters choose no other row, and the other order is opened.
    ASSERT_EQ(QApplication::focusWidget(), front->find<QTableView>("tickets"));
    scan(ticketsOf(other).at(0).code());
    EXPECT_TRUE(opened(other)) << message();
    EXPECT_TRUE(front->find<QLineEdit>("find")->text().endsWith(
        QString::fromStdString(ticketsOf(other).at(0).code()).right(20)));
}

TEST_F(OrdersLookTest, ACashierTakesATicketBackByASupervisorsPinAndHandsTheCashOver) {
    const v1::Order order = sellForCash(sale(), {156});
    ASSERT_TRUE(opensByKeys(order));
    ASSERT_TRUE(
        comes([&] { return QApplication::focusWidget() == front->find<QTableView>("tickets"); }));
    front->press(Qt::Key_F5);
    ASSERT_EQ(QApplication::focusWidget(), front->find<QPushButton>("ask_go"));
    front->press(Qt::Key_Escape);
    EXPECT_TRUE(screen().deeds().isIdle());
    front->press(Qt::Key_F5);
    front->press(Qt::Key_Return);
    ASSERT_TRUE(approve()) << message();
    ASSERT_TRUE(comes([&] { return screen().order().details().order().refunds_size() == 1; }))
        << message();
    EXPECT_NE(message().find("Hand over"), std::string::npos) << message();
    ASSERT_TRUE(comes([&] { return screen().deeds().isIdle(); }));
    front->press(Qt::Key_F11);
    front->press(Qt::Key_Return);
    ASSERT_TRUE(approve());
    EXPECT_TRUE(comes([&] {
        return screen().order().details().order().refunds(0).state() == v1::Refund::SUCCEEDED;
    })) << message();
}

TEST_F(OrdersLookTest, AnUpgradeByKeysGoesToThePayScreenAndComesBackAsTheNewOrder) {
    const v1::Order order = sellForCash(sale(), {160});
    ASSERT_TRUE(opensByKeys(order));
    ASSERT_TRUE(comes([&] { return screen().deeds().isIdle() && !screen().order().isOld(); }));
    front->press(Qt::Key_F7);
    ASSERT_EQ(QApplication::focusWidget(), front->find<QLineEdit>("exchange_quick"));
    ASSERT_TRUE(
        comes([&] { return screen().exchange().seller().feedState() == qt::FeedState::Live; }));
    front->type("a");
    front->press(Qt::Key_Return);
    auto* const confirm = front->find<QPushButton>("confirm");
    ASSERT_TRUE(comes([&] { return QApplication::focusWidget() == confirm; })) << message();
    const std::int64_t more = screen().exchange().difference().minor_units();
    EXPECT_GT(more, 0);
    front->press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return front->currentId() == QStringLiteral("pay"); })) << message();
    auto* const amount = front->find<QLineEdit>("amount");
    ASSERT_TRUE(comes([&] { return front->find<QPushButton>("take")->isEnabled(); }));
    amount->setFocus();
    front->press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return cart().stage() == CartStage::Empty; }))
        << front->find<QLabel>("pay_message")->text().toStdString();
    front->window().show(QStringLiteral("orders"));
    ASSERT_TRUE(comes([&] {
        return screen().order().isRead() && screen().order().order() != order.order() &&
               screen().order().details().order().state() == v1::Order::PAID;
    }));
    EXPECT_EQ(ticketsOf(order).at(0).state(), v1::Ticket::VOID);
}

TEST_F(OrdersLookTest, ItCanBeUsedInEveryLanguageThemeAndSize) {
    look("orders-empty");
    for (const int seat : {170, 172, 174}) sellForCash(sale(), {seat, seat + 1});
    const v1::Order order =
        sellForCash(sale(), {180, 181, 182}, {"Prinz Orlofsky", "orlofsky@example.org", "0660 1"});
    ASSERT_TRUE(opensByKeys(order));
    ASSERT_TRUE(comes([&] { return screen().order().event().event() == sale().event; }));
    ASSERT_TRUE(screen().deeds().setNote("Comes late: leave at the side door."));
    ASSERT_TRUE(comes([&] { return screen().deeds().isIdle(); }));
    auto* const table = front->find<QTableView>("tickets");
    table->selectRow(0);
    front->press(Qt::Key_F5);
    front->press(Qt::Key_Return);
    ASSERT_TRUE(approve());
    ASSERT_TRUE(comes([&] { return screen().order().details().order().refunds_size() == 1; }));
    front->find<QLineEdit>("find")->setFocus();
    front->find<QLineEdit>("find")->selectAll();
    front->type("example");
    auto* const list = front->find<QListView>("found");
    ASSERT_TRUE(comes([&] { return list->model()->rowCount() > 3; }));
    everywhere("orders-order");
    for (const qt::Language& language : qt::Languages::all()) {
        languages().use(language.code);  // Which ends a question.
        theme().apply(qt::ThemeKind::Light, 200);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        table->clearSelection();
        front->press(Qt::Key_F8);
        auto* const who = front->find<QLineEdit>("ask_first");
        EXPECT_TRUE(
            comes([&] { return who->visibleRegion().boundingRect().size() == who->size(); }));
        look(QStringLiteral("orders-name-200-") + language.code);
        if (language.code == u"de" || language.code == u"ar") {
            front->press(Qt::Key_F5);
            look(QStringLiteral("orders-refund-200-") + language.code);
        }
        front->press(Qt::Key_Escape);
    }
    languages().use(QStringLiteral("en"));
    theme().apply(qt::ThemeKind::Light, 100);
    table->clearSelection();
    front->press(Qt::Key_F7);
    ASSERT_TRUE(
        comes([&] { return screen().exchange().seller().feedState() == qt::FeedState::Live; }));
    front->type("a");
    front->press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return screen().exchange().canConfirm(); }));
    everywhere("orders-exchange", {200});
    look("orders-exchange-en-100");
    EXPECT_TRUE(screen().exchange().leave());
}

}  // namespace
}  // namespace tessera::gui
