// SPDX-License-Identifier: Apache-2.0
// Every screen of the registry in every language, theme and size, as a person meets it.
#include <gmock/gmock.h>
#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include <map>

#include "shared/qt/desk/approval_dialog.h"
#include "shared/qt/sale/cart.h"
#include "tests/gui/front.h"
#include "tests/gui/looks.h"
#include "tests/gui/old_server.h"
#include "tests/support/report.h"

namespace tessera::gui {
namespace {

// A till at which somebody who may do everything works: its shift is open, and places of its event
// are sold.
struct Evening {
    client::Account boss{};
    int device = 0;
    integration::Sale sale{};
    std::string order{};
};

const Evening& evening() {
    static const Evening kMade = [] {
        client::House& house = client::House::shared();
        Evening made{
            house.hire("boss", "administrator"), 0, integration::makeSale(house.stack), {}};
        made.device = static_cast<int>(house.identities.size());
        house.identities.push_back(house.enrol("Till of the walk"));
        const auto till = house.till(made.device);
        EXPECT_TRUE(till->signIn(made.boss).done());
        client::openShift(*till);
        const auto held = till->ask(client::kCreateReservation,
                                    client::seatsOf(*till->client, made.sale, {500, 501}));
        const auto sold =
            till->ask(client::kCheckoutReservation, client::cashFor(*till->client, held.value));
        EXPECT_TRUE(sold.done());
        made.order = sold.value.order();
        return made;
    }();
    return kMade;
}

class ScreensTest : public testing::Test {
protected:
    void TearDown() override { plainLook(); }
    static std::set<QString> data() {
        std::set<QString> out = {"cora", "Till by the door", "Till"};
        for (const qt::Language& each : qt::Languages::all()) out.insert(each.name);
        return out;
    }
    // All screens in the pseudo-locale, as far as they can be shown now.
    static void lookAtWords(Front& front, const QString& about) {
        for (const boxoffice::Screen* each : front.window().screens()) {
            const bool shown = front.currentId() == each->id() || front.window().show(each->id());
            if (!shown) continue;
            lookAt(front.window(), each->id() + about, {.pseudo = true, .data = data()});
        }
    }
    // One screen of the window, if it can be shown now. How many texts it has, of all looks.
    int look(Front& front, const QString& id, const QString& about, const Data& words) {
        const bool shown = front.currentId() == id || front.window().show(id);
        if (!shown) return 0;
        seen.insert(id);
        EXPECT_EQ(focusFault(*front.window().current()), "") << id.toStdString();
        const Walked walked = lookEverywhere(front.window(), id + about, words, allLooks());
        note(walked);
        return walked.texts;
    }
    // Two places in the cart, on their way to be paid, and where an order is looked for, one.
    static void fill(Front& front, int first) {
        sale::Cart& cart = sale::Cart::of(front.window().workplace());
        qt::Desk& desk = front.desk();
        const integration::Sale& sale = evening().sale;
        v1::GetEventRequest event;
        event.set_event(sale.event);
        const auto take = [&](const client::Answer<v1::Event>& answer) {
            cart.setEvent(answer.value);
        };
        // The sell screen reads it by itself.
        if (front.window().screen("sell") == nullptr) {
            desk.ask(client::kGetEvent, event, &cart, take);
        }
        ASSERT_TRUE(comes([&] { return !cart.event().event().empty(); }));
        desk.ask(client::kCreateReservation,
                 client::seatsOf(*desk.client(), sale, {first, first + 1}), &cart,
                 [&](const client::Answer<v1::Reservation>& answer) { cart.hold(answer.value); });
        ASSERT_TRUE(comes([&] { return cart.stage() == sale::CartStage::Held; }));
        if (front.window().screen("pay") != nullptr) {
            EXPECT_TRUE(front.window().show("settings"));  // It looks at the cart as it is entered.
            EXPECT_TRUE(cart.startPaying());
        }
        if (front.window().screen("orders") == nullptr) return;
        EXPECT_TRUE(front.window().show("orders"));
        front.find<QLineEdit>("find")->setFocus();
        front.type(QString::fromStdString(evening().order).toLower() + u' ');
        front.press(Qt::Key_Return);
        const auto* const tickets = front.find<QTableView>("tickets");
        EXPECT_TRUE(comes([&] { return tickets->model()->rowCount() == 2; }));
    }
    void note(const Walked& walked) {
        looks += static_cast<int>(allLooks().size());
        controls += walked.controls;
        texts += walked.texts;
        for (const Finding& each : walked.findings) ++found[each.fault];
    }
    // A window with every screen is dressed anew for seconds: this one has the two that the window
    // itself needs, the last, which is in its menu, and one more.
    static boxoffice::ScreenList listWith(std::size_t number) {
        const boxoffice::ScreenList all = boxoffice::allScreens();
        boxoffice::ScreenList out{all[0], all[1], all.back()};
        if (number > 1 && number + 1 < all.size()) out.push_back(all[number]);
        return out;
    }
    // Of all looks: a control that is there in two languages counts twice.
    void report() {
        test::addToReport("boxoffice", {{"screens_seen", static_cast<double>(seen.size())},
                                        {"looks", looks},
                                        {"controls_seen", controls},
                                        {"unnamed_controls", found[Fault::Unnamed]},
                                        {"texts_seen", texts},
                                        {"clipped_texts", found[Fault::Clipped]},
                                        {"weak_contrasts", found[Fault::WeakContrast]},
                                        {"keys_given_twice", found[Fault::KeyTwice]}});
    }
    std::set<QString> seen;
    std::map<Fault, int> found;
    int looks = 0;
    int controls = 0;
    int texts = 0;
};

// As they are before anybody works, and with an event, places in the cart, money in the drawer.
TEST_F(ScreensTest, AllScreensCanBeUsedInEveryLanguageThemeAndSize) {
    constexpr int kTextsLeast = 10;  // On a screen in a look, the window's own among them.
    const std::size_t count = boxoffice::allScreens().size();
    const int looksOfOne = static_cast<int>(allLooks().size());
    for (std::size_t number = 1; number < count; ++number) {
        Front front(client::House::shared().stack.ports().staff, evening().device,
                    listWith(number));
        front.window().resize(1600, 1000);
        const auto screens = front.window().screens();
        const std::size_t from = number == 1 ? 0 : screens.size() - 1;
        const std::size_t to = number == 1 ? 2 : screens.size();
        for (std::size_t at = from; at < to; ++at) look(front, screens[at]->id(), "-out", data());
        front.window().workplace().setEvent({evening().sale.event, "Die Fledermaus"});
        ASSERT_TRUE(front.signIn(evening().boss));
        ASSERT_NO_FATAL_FAILURE(fill(front, static_cast<int>(10 * number)));
        for (std::size_t at = from; at < to; ++at) {
            const QString& id = screens[at]->id();
            EXPECT_GT(look(front, id, "-in", {}), kTextsLeast * looksOfOne) << id.toStdString();
        }
    }
    report();
    EXPECT_EQ(seen.size(), count);
}

// A test that walks looks and has no name that nightly runs know.
TEST_F(ScreensTest, AWalkThatNightlyRunsWouldNotFindFails) {
    QWidget page;
    EXPECT_NONFATAL_FAILURE(lookEverywhere(page, "page", {}, {}), "does not end with");
}

TEST_F(ScreensTest, NoTextOfAnyScreenIsWithoutTranslation) {
    Front front(client::House::shared().stack.ports().staff);
    languages().use(QStringLiteral("pseudo"));
    lookAtWords(front, "-out-pseudo");
    ASSERT_TRUE(front.signIn(client::House::shared().cashier));
    lookAtWords(front, "-in-pseudo");
}

TEST_F(ScreensTest, TheLegendOfKeysCanBeUsedInEveryLanguageThemeAndSize) {
    constexpr std::size_t kSell = 2;  // The screen with the most keys.
    Front front(client::House::shared().stack.ports().staff, 0, listWith(kSell));
    ASSERT_TRUE(front.signIn(client::House::shared().cashier));
    front.press(Qt::Key_F1);
    auto* const legend = front.window().findChild<QDialog*>(QStringLiteral("legend"));
    ASSERT_NE(legend, nullptr);
    EXPECT_TRUE(comes([&] { return focusFault(*legend).empty(); })) << focusFault(*legend);
    lookEverywhere(*legend, "legend", data());
}

TEST_F(ScreensTest, TheQuestionForAnApprovalCanBeUsedInEveryLanguageThemeAndSize) {
    Front front(client::House::shared().stack.ports().staff, 0, listWith(1));
    const QString what = QStringLiteral("Refund of 20.00");
    std::unique_ptr<qt::ApprovalDialog> approval;
    lookEverywhere(
        [&] {
            approval = std::make_unique<qt::ApprovalDialog>(
                front.desk(), qt::ApprovalWanted{.what = what}, nullptr, &front.window());
            approval->show();
            return approval.get();
        },
        "approval", std::set<QString>{what});
}

TEST_F(ScreensTest, WhatIsSaidOfTooOldAVersionCanBeReadInEveryLanguageThemeAndSize) {
    const OldServer old;
    Front front({}, 0, listWith(1));
    front.desk().connectTo(
        {.address = "127.0.0.1:" + std::to_string(old.port()), .authorityPem = old.authorityPem()});
    front.desk().ask(client::kGetSession, v1::GetSessionRequest(), &front.desk(),
                     [](const auto&) {});
    ASSERT_TRUE(comes([&] { return front.desk().isTooOld(); }));
    lookEverywhere(front.window(), "too-old", data());
}

TEST_F(ScreensTest, AFocusThatIsNowhereIsFound) {
    QWidget page;
    auto* const field = new QLineEdit(&page);
    auto* const named = new QLineEdit(&page);
    named->setAccessibleName("Name");
    QWidget other;
    auto* const away = new QLineEdit(&other);
    away->setAccessibleName("Elsewhere");
    for (QWidget* each : {&page, &other}) {
        each->show();
        each->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(each));
    }
    away->setFocus();
    EXPECT_NE(focusFault(page), "") << "in another place";
    page.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&page));
    field->setFocus();
    EXPECT_NE(focusFault(page), "") << "at a field without a name";
    named->setFocus();
    EXPECT_EQ(focusFault(page), "");
    named->clearFocus();
    EXPECT_NE(focusFault(page), "") << "nowhere";
}

}  // namespace
}  // namespace tessera::gui
