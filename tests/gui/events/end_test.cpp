// SPDX-License-Identifier: Apache-2.0
// An event that does not take place, or at another time, with real money that goes back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gui/events/office.h"

namespace tessera::gui {
namespace {

using client::House;
using testing::HasSubstr;

class EndTest : public testing::Test {
protected:
    // Paid for at the sandbox, ticketed.
    void buys(std::int32_t seat) {
        integration::Buyer buyer(integration::Edge::Rest, house.stack);
        ASSERT_TRUE(buyer.hold(sale, {seat}).ok());
        ASSERT_TRUE(buyer.checkout().ok());
        ASSERT_TRUE(buyer.pay().ok());
        ASSERT_TRUE(buyer.orderBecomes("PAID"));
    }
    House& house = House::shared();
    integration::Sale sale = integration::makeSale(house.stack);
};

TEST_F(EndTest, ACancelledEventAsksForItsNameSaysWhatIsAtStakeAndShowsTheRefundsToTheirEnd) {
    Office at;
    buys(0);
    buys(10);
    ASSERT_TRUE(at.opens(sale.event));
    at.control(Qt::Key_K);
    ASSERT_TRUE(comes([&] {
        return at.message("at_stake").starts_with("Orders: 2. Sold: 2 tickets");
    })) << at.message("at_stake");
    auto* const name = at.front->find<QLineEdit>("cancel_name");
    name->setFocus();
    at.front->type("something else");
    at.control(Qt::Key_K, Qt::ShiftModifier);
    EXPECT_THAT(at.message("end_message"), HasSubstr("type it as it is"));
    EXPECT_EQ(QApplication::focusWidget(), name);
    EXPECT_EQ(at.editor().event().sale_state(), v1::OPEN);
    at.control(Qt::Key_A);
    at.front->type(QString::fromStdString(at.editor().event().config().name()));
    at.control(Qt::Key_K, Qt::ShiftModifier);
    ASSERT_TRUE(comes([&] { return at.screen().end().isFinished(); })) << at.message("end_message");
    EXPECT_EQ(at.screen().end().percentDone(), 100);
    EXPECT_THAT(at.message("end_progress"), HasSubstr("Orders concerned: 2. Not returned yet: 0."));
    EXPECT_THAT(at.message("end_progress"), HasSubstr("Paid back: 2 refunds"));
    EXPECT_EQ(at.editor().event().sale_state(), v1::CANCELLED);
    EXPECT_EQ(house.count("refund", sale), 2);
}

TEST_F(EndTest, AMovedEventShowsItsNewTimeAndWhoHasAnswered) {
    Office at;
    buys(20);
    ASSERT_TRUE(at.opens(sale.event));
    at.control(Qt::Key_K);
    auto* const starts = at.front->find<QLineEdit>("move_starts");
    starts->setFocus();
    at.fill("2031-05-04 20:00");
    at.front->type("2031-06-01 12:00");
    at.control(Qt::Key_M, Qt::ShiftModifier);
    EXPECT_EQ(QApplication::focusWidget(), at.front->find<QLineEdit>("move_until"));
    EXPECT_THAT(at.message("end_message"), HasSubstr("before the event begins"));
    at.control(Qt::Key_A);
    at.front->type("2031-05-01 12:00");
    at.control(Qt::Key_M, Qt::ShiftModifier);
    ASSERT_TRUE(comes([&] {
        return at.message("end_progress").find("Orders concerned: 1") != std::string::npos;
    })) << at.message("end_message");
    EXPECT_EQ(at.form().field("startsAt"), "2031-05-04 20:00");
    EXPECT_FALSE(at.screen().end().isFinished());
}

}  // namespace
}  // namespace tessera::gui
