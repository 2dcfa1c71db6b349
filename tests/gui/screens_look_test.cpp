// SPDX-License-Identifier: Apache-2.0
// Every screen of the registry in every language, theme and size, as a person meets it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "shared/qt/desk/approval_dialog.h"
#include "tests/gui/front.h"
#include "tests/gui/looks.h"
#include "tests/gui/old_server.h"
#include "tests/support/report.h"

namespace tessera::gui {
namespace {

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
    // One screen of the window, if it can be shown now.
    void look(Front& front, const QString& id, const QString& about) {
        const bool shown = front.currentId() == id || front.window().show(id);
        if (!shown) return;
        seen.insert(id);
        EXPECT_EQ(focusFault(*front.window().current()), "") << id.toStdString();
        note(lookEverywhere(front.window(), id + about, data(), allLooks()));
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

TEST_F(ScreensTest, AllScreensCanBeUsedInEveryLanguageThemeAndSize) {
    const std::size_t count = boxoffice::allScreens().size();
    for (std::size_t number = 1; number < count; ++number) {
        Front front(client::House::shared().stack.ports().staff, 0, listWith(number));
        const auto screens = front.window().screens();
        const std::size_t from = number == 1 ? 0 : screens.size() - 1;
        const std::size_t to = number == 1 ? 2 : screens.size();
        for (std::size_t at = from; at < to; ++at) look(front, screens[at]->id(), "-out");
        ASSERT_TRUE(front.signIn(client::House::shared().cashier));
        for (std::size_t at = from; at < to; ++at) look(front, screens[at]->id(), "-in");
    }
    report();
    EXPECT_EQ(seen.size(), count);
    EXPECT_GT(controls, 100);
    EXPECT_GT(texts, 100);
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
