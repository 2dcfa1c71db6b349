// SPDX-License-Identifier: Apache-2.0
// The mails of an order, and one that is sent again, to a mail server that takes or refuses it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gui/orders/orders_till.h"
#include "tests/support/model_rules.h"

namespace tessera::gui {
namespace {

using client::House;
using orders::MailModel;
using test::SinkDoes;
using testing::HasSubstr;

class MailsTest : public testing::Test {
protected:
    ~MailsTest() override { house.relay->hold(false); }

    std::unique_ptr<OrdersTill> till(bool relayed = false) {
        const std::uint16_t port = relayed ? house.relay->port() : house.stack.ports().staff;
        return std::make_unique<OrdersTill>(QString::fromStdString(dir_ / "till"), port,
                                            house.cashier);
    }
    static int mailsTo(const std::string& address) {
        const auto mails = mailSink().mails();
        return static_cast<int>(std::ranges::count_if(mails, [&](const test::SunkMail& each) {
            return each.to == std::vector<std::string>{address};
        }));
    }
    static const integration::Sale& sale() {
        static const integration::Sale made = makeLenientSale();
        return made;
    }

    House& house = House::shared();

private:
    test::TempDir dir_{"mails"};
};

TEST_F(MailsTest, AMailThatIsSentAgainIsFollowedUntilTheMailServerHasIt) {
    const v1::Order order = sellForCash(sale(), {150}, {.name = "Ida", .email = "ida@one.example"});
    const auto at = till();
    test::ModelRules tester(&at->mails);
    ASSERT_TRUE(at->opens(order));
    const auto state = [&](int row) { return at->text(at->mails, row, MailModel::State); };
    ASSERT_TRUE(comes([&] { return at->mails.rowCount() == 1 && state(0) == "sent"; }));
    EXPECT_EQ(at->text(at->mails, 0, MailModel::What), "confirmation");
    EXPECT_EQ(at->text(at->mails, 0, MailModel::To), "ida@one.example");
    EXPECT_EQ(at->text(at->mails, 0, MailModel::Tries), "1");
    EXPECT_NE(at->text(at->mails, 0, MailModel::When), "");

    ASSERT_TRUE(mailsAreOut());
    mailSink().next(SinkDoes::Later);
    ASSERT_TRUE(at->deeds.resendMail(" friend@two.example "));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_THAT(at->lastSaid(), HasSubstr("on its way"));
    EXPECT_FALSE(at->journal.read().has_value());
    ASSERT_TRUE(comes([&] { return at->mails.rowCount() == 2 && state(0) == "sent"; }));
    EXPECT_EQ(at->text(at->mails, 0, MailModel::What), "confirmation again") << "the latest";
    EXPECT_EQ(at->text(at->mails, 0, MailModel::To), "f…@two.example");
    EXPECT_EQ(at->text(at->mails, 0, MailModel::Tries), "2");
    EXPECT_EQ(mailsTo("friend@two.example"), 1);

    ASSERT_TRUE(mailsAreOut());
    mailSink().next(SinkDoes::RefuseAddress);
    ASSERT_TRUE(at->deeds.resendMail("ida@one.example"));
    ASSERT_TRUE(at->becomesIdle());
    ASSERT_TRUE(comes([&] { return at->mails.rowCount() == 3 && state(0) != "on its way"; }));
    EXPECT_EQ(state(0), "not sent: the mail server refuses it or its address");
    EXPECT_EQ(mailsTo("ida@one.example"), 1);
}

TEST_F(MailsTest, AnAddressThatMailCannotGoToIsRefusedByItsField) {
    const v1::Order order = sellForCash(sale(), {152}, {.name = "Nobody", .email = ""});
    const auto at = till();
    ASSERT_TRUE(at->opens(order));
    EXPECT_FALSE(at->deeds.resendMail(""));
    EXPECT_THAT(at->lastSaid(), HasSubstr("E-mail: 3 to 254 bytes"));
    EXPECT_FALSE(at->deeds.resendMail("no address"));
    EXPECT_THAT(at->lastSaid(), HasSubstr("E-mail: 3 to 254 bytes"));
    ASSERT_TRUE(at->deeds.resendMail("a b@c.example"));
    ASSERT_TRUE(at->becomesIdle());
    EXPECT_EQ(at->lastSaid(), "E-mail: mail cannot go to this address.");
    EXPECT_EQ(at->mails.rowCount(), 0);
}

TEST_F(MailsTest, AMailWhoseAnswerIsLostIsSentOnceThoughTheAppIsStartedAnew) {
    const v1::Order order = sellForCash(sale(), {154}, {.name = "Ida", .email = "ida@six.example"});
    auto at = till(true);
    ASSERT_TRUE(at->opens(order));
    ASSERT_TRUE(comes([&] { return mailsTo("ida@six.example") == 1; }));
    house.relay->hold(true);
    ASSERT_TRUE(at->deeds.resendMail("ida@six.example"));
    ASSERT_TRUE(comes([&] { return mailsTo("ida@six.example") == 2; }));
    at.reset();
    house.relay->cut();
    house.relay->hold(false);
    at = till();
    EXPECT_EQ(at->stageAtStart, orders::DeedStage::Unknown);
    ASSERT_TRUE(at->becomesIdle());
    ASSERT_TRUE(at->opens(order));
    EXPECT_TRUE(comes([&] { return at->mails.rowCount() == 2; }));
    EXPECT_EQ(mailsTo("ida@six.example"), 2);
}

}  // namespace
}  // namespace tessera::gui
