// SPDX-License-Identifier: Apache-2.0
// Dates of a series, and how an event ends, are there again after a restart until they are done.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "boxoffice-app/screens/events/copy_page.h"
#include "boxoffice-app/screens/events/end_page.h"
#include "tests/gui/events/office.h"

namespace tessera::gui {
namespace {

using client::House;
using setup::Draft;
using setup::Drafts;

class DraftsTest : public testing::Test {
protected:
    ~DraftsTest() override { House::shared().relay->hold(false); }
    static QStringList filesIn(const QString& folder) {
        return QDir(folder).entryList(QDir::Files, QDir::Name);
    }
    // As the page shows them after a restart of the app.
    static std::string datesAfterRestart(Office& at, const v1::Event& event) {
        setup::Errands errands(at.front->desk(), {});
        setup::Series series(errands, at.front->folder());
        boxoffice::CopyPage page(series, theme(), nullptr);
        page.setEvent(event);
        return page.findChild<QPlainTextEdit*>("copy_dates")->toPlainText().toStdString();
    }
    House& house = House::shared();
};

TEST_F(DraftsTest, DatesThatAreTypedAreThereAfterARestartAndGoneOnceTheirCopiesAreMade) {
    const integration::Sale sale = integration::makeSale(house.stack);
    const integration::Sale other = integration::makeSale(house.stack);
    Office at;
    ASSERT_TRUE(at.opens(sale.event));
    const v1::Event event = at.editor().event();
    at.control(Qt::Key_D);
    at.type("2031-03-30 19:30");
    auto* const name = at.front->find<QLineEdit>("copy_name");
    name->setFocus();
    at.type("For later");
    ASSERT_TRUE(at.opens(other.event));
    at.control(Qt::Key_D);
    EXPECT_TRUE(at.front->find<QPlainTextEdit>("copy_dates")->toPlainText().isEmpty());
    EXPECT_EQ(datesAfterRestart(at, event), "2031-03-30 19:30");
    EXPECT_EQ(datesAfterRestart(at, at.editor().event()), "");
    ASSERT_TRUE(at.opens(sale.event));
    at.control(Qt::Key_D);
    EXPECT_EQ(name->text(), "For later");
    EXPECT_EQ(at.message("copy_message"), "This is what was typed before; it is not sent yet.");
    at.control(Qt::Key_S);
    ASSERT_TRUE(comes([&] { return at.message("copy_message") == "1 event made, as a draft."; }))
        << at.message("copy_message");
    EXPECT_TRUE(name->text().isEmpty());
    EXPECT_TRUE(at.front->find<QPlainTextEdit>("copy_dates")->toPlainText().isEmpty());
    EXPECT_EQ(datesAfterRestart(at, event), "");
    EXPECT_TRUE(filesIn(at.front->folder() + "/series_drafts").isEmpty());
}

TEST_F(DraftsTest, AMoveThatIsTypedIsThereAfterARestartWithoutTheNameAndGoneOnceItIsDone) {
    const integration::Sale sale = integration::makeSale(house.stack);
    Office at;
    ASSERT_TRUE(at.opens(sale.event));
    at.control(Qt::Key_K);
    at.type("The singer is ill");
    at.front->find<QLineEdit>("cancel_name")->setFocus();
    at.type("Never kept");
    at.front->find<QLineEdit>("move_starts")->setFocus();
    at.fill("2031-05-04 20:00");
    at.type("2031-05-01 12:00");
    at.screen().end().drafts().keep();
    setup::Errands errands(at.front->desk(), {});
    setup::EventEnd again(at.front->desk(), errands, at.front->folder());
    boxoffice::EndPage page(again, theme(), nullptr);
    page.setEvent(at.editor().event());
    EXPECT_EQ(page.findChild<QLineEdit*>("move_starts")->text(), "2031-05-04 20:00");
    EXPECT_EQ(page.findChild<QPlainTextEdit*>("end_note")->toPlainText(), "The singer is ill");
    EXPECT_TRUE(page.findChild<QLineEdit*>("cancel_name")->text().isEmpty());
    at.control(Qt::Key_M, Qt::ShiftModifier);
    ASSERT_TRUE(comes([&] { return at.editor().event().has_disruption(); }))
        << at.message("end_message");
    EXPECT_TRUE(filesIn(at.front->folder() + "/end_drafts").isEmpty());
    EXPECT_TRUE(at.front->find<QLineEdit>("move_starts")->text().isEmpty());
}

TEST_F(DraftsTest, ASeriesWhoseAnswerIsLostStaysTypedUntilTheNextStartHearsThatItIsMade) {
    const integration::Sale sale = integration::makeSale(house.stack);
    const std::string count = "SELECT count(*) FROM event";
    const std::string before = house.stack.psql(count);
    Office at(true);
    ASSERT_TRUE(at.opens(sale.event));
    const v1::Event event = at.editor().event();
    const auto enough = client::Millis(500);
    {
        setup::Errands errands(at.front->desk(), at.front->folder(), enough);
        setup::Series series(errands, at.front->folder());
        series.drafts().open(sale.event);
        series.drafts().set("dates", "2031-03-30 19:30");
        house.relay->hold(true);
        series.make(event, {.lines = "2031-03-30 19:30"});
        ASSERT_TRUE(comes([&] { return errands.isUnknown(); }));
        ASSERT_TRUE(comes([&] { return house.stack.psql(count) != before; }));
    }
    EXPECT_EQ(filesIn(at.front->folder() + "/series_drafts").size(), 1);
    house.relay->cut();
    house.relay->hold(false);
    setup::Errands anew(at.front->desk(), at.front->folder(), enough);
    setup::Series series(anew, at.front->folder());
    EXPECT_EQ(series.drafts().open(sale.event).value("dates"), "2031-03-30 19:30");
    anew.goOn();
    ASSERT_TRUE(comes([&] { return series.drafts().typed().isEmpty(); }));
    EXPECT_TRUE(filesIn(at.front->folder() + "/series_drafts").isEmpty());
}

TEST_F(DraftsTest, WhatIsTypedAfterItWasSentStays) {
    QTemporaryDir dir;
    Drafts drafts(dir.path(), "kind");
    drafts.open("A");
    drafts.set("dates", "first");
    const Draft sent = drafts.typed();
    drafts.set("dates", "second");
    drafts.done("A", sent);
    EXPECT_EQ(drafts.typed().value("dates"), "second");
    drafts.open("B");  // And on the disk, where another is in hand.
    drafts.done("A", sent);
    EXPECT_EQ(drafts.open("A").value("dates"), "second");
    drafts.done("A", drafts.typed());
    EXPECT_TRUE(drafts.typed().isEmpty());
    EXPECT_TRUE(filesIn(dir.filePath("kind")).isEmpty());
}

TEST_F(DraftsTest, TheLatestHundredAreKeptAndWhatIsTooLargeIsSaid) {
    QTemporaryDir dir;
    Drafts drafts(dir.path(), "kind");
    int failed = 0;
    QObject::connect(&drafts, &Drafts::failed, [&](const QString&) { ++failed; });
    for (int i = 0; i < Drafts::kDraftsMost + 5; ++i) {
        drafts.open("E" + std::to_string(i));
        drafts.set("dates", "2031-03-30 19:30");
    }
    drafts.keep();
    EXPECT_EQ(filesIn(dir.filePath("kind")).size(), Drafts::kDraftsMost);
    EXPECT_EQ(failed, 0);
    drafts.set("dates", QString(Drafts::kDraftBytesMost, u'x'));
    drafts.keep();
    EXPECT_EQ(failed, 1);
}

}  // namespace
}  // namespace tessera::gui
