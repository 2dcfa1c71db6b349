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
    std::unique_ptr<integration::Buyer> buys(std::int32_t seat) {
        auto buyer = std::make_unique<integration::Buyer>(integration::Edge::Rest, house.stack);
        EXPECT_TRUE(buyer->hold(sale, {seat}).ok());
        EXPECT_TRUE(buyer->checkout().ok());
        EXPECT_TRUE(buyer->pay().ok());
        EXPECT_TRUE(buyer->orderBecomes("PAID"));
        return buyer;
    }
    // As their page of the order does.
    static integration::Answer answers(integration::Buyer& buyer, const char* method) {
        integration::Json answer = buyer.ofOrder();
        answer["requestId"] = integration::newRequestId();
        return buyer.client.call(method, answer, {{"x-holder-token", buyer.token}});
    }
    static bool says(Office& at, const char* text) {
        return comes([&] { return at.message("end_progress").find(text) != std::string::npos; });
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

TEST_F(EndTest, AMovedEventShowsItsNewTimeWhoHasAnsweredAndWhatGoesBack) {
    Office at;
    const auto accepts = buys(20);
    const auto returns = buys(30);
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
    ASSERT_TRUE(says(at, "Orders concerned: 2. Not returned yet: 2.")) << at.message("end_message");
    EXPECT_EQ(at.form().field("startsAt"), "2031-05-04 20:00");
    EXPECT_TRUE(says(at, "Accepted the new time: 0."));
    EXPECT_TRUE(says(at, "Paid back: 0 refunds"));
    EXPECT_EQ(at.screen().end().percentDone(), 0);

    ASSERT_TRUE(answers(*accepts, "AcceptMove").ok());
    EXPECT_TRUE(says(at, "Accepted the new time: 1.")) << at.message("end_progress");
    ASSERT_TRUE(answers(*returns, "ReturnTickets").ok());
    EXPECT_TRUE(says(at, "Paid back: 1 refund,")) << at.message("end_progress");
    EXPECT_TRUE(says(at, "Orders concerned: 2. Not returned yet: 0."));
    EXPECT_EQ(at.screen().end().percentDone(), 99);
    EXPECT_EQ(house.count("refund", sale), 1);
    EXPECT_FALSE(at.screen().end().isFinished()) << "who has accepted may still give it back";
}

}  // namespace
}  // namespace tessera::gui
