// SPDX-License-Identifier: Apache-2.0
// Every page of setting up in every language, theme and size, as a person meets it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/setup/series.h"
#include "tests/gui/events/office.h"
#include "tests/gui/walk.h"

namespace tessera::gui {
namespace {

using client::House;

class EventsLookTest : public testing::Test {
protected:
    void TearDown() override {
        languages().use(QStringLiteral("en"));
        theme().apply(qt::ThemeKind::Light, 100);
    }
    void look(const QString& about, const WalkOptions& options = {}) {
        // A change of language or size is laid out in several steps, each an event.
        constexpr int kStepsMost = 6;
        std::vector<Finding> findings;
        for (int step = 0; step == 0 || (step < kStepsMost && !findings.empty()); ++step) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            findings = walk(at.front->window(), options).findings;
        }
        for (const Finding& each : findings) ADD_FAILURE() << about.toStdString() << ": " << each;
        shoot(at.front->window(), about);
    }
    void lookAtParts(const QString& about, const WalkOptions& options = {}) {
        for (const int key :
             {Qt::Key_F2, Qt::Key_F3, Qt::Key_F4, Qt::Key_F5, Qt::Key_F7, Qt::Key_F8, Qt::Key_F9}) {
            at.press(key);
            look(QStringLiteral("events-%1").arg(key - Qt::Key_F1 + 1) + about, options);
        }
        auto* const codes = at.front->find<QTableView>("codes");
        ASSERT_TRUE(comes([&] { return codes->model()->rowCount() > 0; }));
        codes->setCurrentIndex(codes->model()->index(0, 0));
        at.control(Qt::Key_W, Qt::ShiftModifier);
        look("events-withdraw" + about, options);
        at.press(Qt::Key_Escape);
    }
    void lookAtPages(const QString& about, const WalkOptions& options = {}) {
        at.press(Qt::Key_F12);
        auto* const venues = at.front->find<QListView>("venues");
        auto* const plans = at.front->find<QListView>("plans");
        ASSERT_TRUE(comes([&] { return venues->model()->rowCount() > 0; }));
        venues->setCurrentIndex(venues->model()->index(0, 0));
        ASSERT_TRUE(comes([&] { return plans->model()->rowCount() > 0; }));
        look(QStringLiteral("events-venues") + about, options);
        at.control(Qt::Key_B);
        ASSERT_TRUE(comes([&] { return at.screen().board().isOpen(); }));
        look(QStringLiteral("events-bands") + about, options);
        at.control(Qt::Key_D);
        at.front->find<QLineEdit>("copy_times")->setFocus();
        at.press(Qt::Key_Return);
        look(QStringLiteral("events-series") + about, options);
        at.control(Qt::Key_K);
        look(QStringLiteral("events-end") + about, options);
    }
    House& house = House::shared();
    integration::Sale sale = integration::makeSale(house.stack);
    Office at;
};

TEST_F(EventsLookTest, ItCanBeUsedInEveryLanguageThemeAndSize) {
    integration::ApiClient admin(integration::Edge::Rest, house.stack);
    const auto made = admin.call("CreateCode",
                                 {{"event", sale.event},
                                  {"requestId", integration::newRequestId()},
                                  {"code", {{"code", "FRIENDS"}, {"usesMax", 20}}}},
                                 {{"authorization", "Bearer " + house.stack.adminKey()}});
    ASSERT_TRUE(made.ok()) << made;
    ASSERT_TRUE(at.opens(sale.event));
    lookAtParts("-en");
    lookAtPages("-en");
    for (const qt::Language& language : qt::Languages::all()) {
        languages().use(language.code);
        theme().apply(qt::ThemeKind::Light, 200);
        at.press(Qt::Key_F2);
        look(QStringLiteral("events-2-%1-200").arg(language.code));
        lookAtPages(QStringLiteral("-%1-200").arg(language.code));
    }
    at.press(Qt::Key_F5);
    theme().apply(qt::ThemeKind::HighContrast, 200);
    lookAtParts("-ar-high-contrast-200", {.contrastLeast = 7.0});
    theme().apply(qt::ThemeKind::Dark, 100);
    lookAtParts("-ar-dark");
    lookAtPages("-ar-dark");
}

}  // namespace
}  // namespace tessera::gui
