// SPDX-License-Identifier: Apache-2.0
// Every page of setting up in every language, theme and size, as a person meets it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "boxoffice-app/screens/enrol/enrol_screen.h"
#include "boxoffice-app/screens/signin/signin_screen.h"
#include "shared/qt/setup/series.h"
#include "tests/gui/events/office.h"
#include "tests/gui/looks.h"

namespace tessera::gui {
namespace {

using client::House;

class EventsLookTest : public testing::Test {
protected:
    void TearDown() override { plainLook(); }
    void everywhere(const QString& page) {
        lookEverywhere(at.front->window(), QStringLiteral("events-") + page);
    }
    House& house = House::shared();
    integration::Sale sale = integration::makeSale(house.stack);
    Office at{false,
              {boxoffice::screenOf<boxoffice::EnrolScreen>(),
               boxoffice::screenOf<boxoffice::SigninScreen>(),
               boxoffice::screenOf<boxoffice::EventsScreen>()}};
};

TEST_F(EventsLookTest, EveryPartOfAnEventCanBeUsedInEveryLanguageThemeAndSize) {
    integration::ApiClient admin(integration::Edge::Rest, house.stack);
    const auto made = admin.call("CreateCode",
                                 {{"event", sale.event},
                                  {"requestId", integration::newRequestId()},
                                  {"code", {{"code", "FRIENDS"}, {"usesMax", 20}}}},
                                 {{"authorization", "Bearer " + house.stack.adminKey()}});
    ASSERT_TRUE(made.ok()) << made;
    ASSERT_TRUE(at.opens(sale.event));
    for (const int key :
         {Qt::Key_F2, Qt::Key_F3, Qt::Key_F4, Qt::Key_F5, Qt::Key_F7, Qt::Key_F8, Qt::Key_F9}) {
        at.press(key);
        everywhere(QString::number(key - Qt::Key_F1 + 1));
    }
    auto* const codes = at.front->find<QTableView>("codes");
    ASSERT_TRUE(comes([&] { return codes->model()->rowCount() > 0; }));
    // A change of language closes what is asked.
    lookEverywhere(
        [&] {
            codes->setCurrentIndex(codes->model()->index(0, 0));
            at.control(Qt::Key_W, Qt::ShiftModifier);
            return &at.front->window();
        },
        QStringLiteral("events-withdraw"));
}

TEST_F(EventsLookTest, VenuesPlansCopiesAndTheEndCanBeUsedInEveryLanguageThemeAndSize) {
    ASSERT_TRUE(at.opens(sale.event));
    at.press(Qt::Key_F12);
    auto* const venues = at.front->find<QListView>("venues");
    auto* const plans = at.front->find<QListView>("plans");
    ASSERT_TRUE(comes([&] { return venues->model()->rowCount() > 0; }));
    venues->setCurrentIndex(venues->model()->index(0, 0));
    ASSERT_TRUE(comes([&] { return plans->model()->rowCount() > 0; }));
    everywhere("venues");
    at.control(Qt::Key_B);
    ASSERT_TRUE(comes([&] { return at.screen().board().isOpen(); }));
    everywhere("bands");
    at.control(Qt::Key_D);
    at.front->find<QLineEdit>("copy_times")->setFocus();
    at.press(Qt::Key_Return);
    everywhere("series");
    at.control(Qt::Key_K);
    everywhere("end");
}

}  // namespace
}  // namespace tessera::gui
