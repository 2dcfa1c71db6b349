// SPDX-License-Identifier: Apache-2.0
// A promotion code at the counter, by keys: what it takes off, for how long it stays, and where it
// can be read afterwards.
#include "tests/gui/counter/counter_window.h"

namespace tessera::gui {
namespace {

constexpr int kPercentOff = 20;

class CodeSaleTest : public CounterWindowTest {
protected:
    void SetUp() override {
        sale = integration::makeSale(house.stack);
        const auto made =
            asOwner("CreateCode",
                    {{"event", sale.event},
                     {"requestId", integration::newRequestId()},
                     {"code", {{"code", "FRIENDS-20"}, {"rateOffPpm", kPercentOff * 10'000}}}});
        ASSERT_TRUE(made.ok()) << made;
        ASSERT_NO_FATAL_FAILURE(start(house.cashier, sale.event));
    }
    integration::Answer asOwner(const std::string& method, const integration::Json& request) {
        integration::ApiClient api(integration::Edge::Rest, house.stack);
        const integration::Headers key{{"authorization", "Bearer " + house.stack.adminKey()}};
        return api.call(method, request, key);
    }
    // Of the tickets before it, in per cent; 0: nothing.
    static int percentOff(const v1::PriceBreakdown& price) {
        std::int64_t before = 0;
        std::int64_t off = 0;
        for (const v1::PriceLine& line : price.lines()) {
            if (line.kind() == v1::PriceLine::TICKET) before += line.amount().minor_units();
            if (line.kind() != v1::PriceLine::DISCOUNT) continue;
            off -= line.amount().minor_units();
        }
        return before == 0 ? 0 : static_cast<int>(off * 100 / before);
    }
    int percentOff() { return percentOff(cart().reservation().price()); }
    void typeCode(const QString& code) {
        press(Qt::Key_F8);
        type(code);
        press(Qt::Key_Return);
    }

    integration::Sale sale;
};

TEST_F(CodeSaleTest, ItsPriceOutlivesARestartAndTheNextHoldAndIsOnReceiptAndOrder) {
    ASSERT_TRUE(takes("2", 2));
    const std::int64_t whole = total();
    typeCode("friends-2");
    EXPECT_TRUE(comes([&] {
        return QString::fromStdString(shown("quick_message")).contains("Code");
    })) << "there is none of that name";
    EXPECT_EQ(total(), whole);
    typeCode("friends-20");
    ASSERT_TRUE(comes([&] { return percentOff() == kPercentOff; })) << shown("quick_message");
    EXPECT_LT(total(), whole);
    EXPECT_EQ(shown("total"), euros(total()));
    const std::int64_t off = cart().reservation().price().discount().minor_units();
    EXPECT_THAT(shown("extras"), HasSubstr('-' + euros(off)));
    EXPECT_THAT(shown("extras"), HasSubstr("FRIENDS-20"));
    const std::int64_t cheaper = total();

    front->restart();
    front->window().resize(1600, 1000);
    ASSERT_TRUE(front->signIn(house.cashier));
    ASSERT_TRUE(comes([&] { return cart().stage() == CartStage::Held; }));
    EXPECT_EQ(total(), cheaper);
    EXPECT_EQ(shown("total"), euros(cheaper));
    ASSERT_TRUE(hasFocus("quick"));
    ASSERT_TRUE(takes("3", 3)) << "other places, and the code is theirs, too";
    EXPECT_EQ(percentOff(), kPercentOff);

    ASSERT_TRUE(goesToPay());
    const v1::Order order = paysCash();
    EXPECT_EQ(percentOff(order.price()), kPercentOff);
    EXPECT_EQ(percentOff(details(order).order().price()), kPercentOff);
    EXPECT_TRUE(comes([&] { return seenAt(slips).cuts == 1; }));
    const std::int64_t offAll = order.price().discount().minor_units();
    EXPECT_THAT(seenAt(slips).text, HasSubstr('-' + euros(offAll)));
    EXPECT_THAT(seenAt(slips).text, HasSubstr("FRIENDS-20"));
    ASSERT_TRUE(takes("2", 2));
    EXPECT_EQ(percentOff(), 0) << "another sale, without it";
}

TEST_F(CodeSaleTest, TypedBeforeAnythingIsHeldItIsOfTheNextHoldAndIsTakenAwayByAnEmptyOne) {
    typeCode("FRIENDS-20");
    ASSERT_TRUE(hasFocus("quick"));
    ASSERT_TRUE(takes("2", 2));
    EXPECT_EQ(percentOff(), kPercentOff);
    press(Qt::Key_F8);
    press(Qt::Key_Delete);
    press(Qt::Key_Return);
    EXPECT_TRUE(comes([&] { return percentOff() == 0; })) << shown("quick_message");
}

TEST_F(CodeSaleTest, ItIsNotTheNextCustomersWhereThePlacesWereGivenBack) {
    typeCode("FRIENDS-20");
    ASSERT_TRUE(hasFocus("quick"));
    ASSERT_TRUE(takes("2", 2));
    for (const bool expired : {false, true}) {
        EXPECT_EQ(percentOff(), kPercentOff);
        if (expired) cart().expire();
        press(Qt::Key_D, Qt::ControlModifier);
        ASSERT_TRUE(comes([&] { return cart().stage() == CartStage::Empty; }));
        ASSERT_TRUE(takes("2", 2)) << shown("quick_message");
        EXPECT_EQ(percentOff(), 0);
        EXPECT_THAT(shown("extras"), Not(HasSubstr("FRIENDS-20")));
        typeCode("FRIENDS-20");
        ASSERT_TRUE(comes([&] { return percentOff() == kPercentOff; }));
    }
}

TEST_F(CodeSaleTest, TypedWhileAHoldIsUnderWayOrASaleIsBeingPaidItIsNotTakenItIsSaidWhyAndItStays) {
    front.reset();
    ASSERT_NO_FATAL_FAILURE(start(house.cashier, sale.event, true));
    house.relay->hold(true);
    type("2");
    press(Qt::Key_Return);
    typeCode("FRIENDS-20");
    EXPECT_THAT(shown("quick_message"), HasSubstr("not answered"));
    const auto* const typed = front->find<QLineEdit>("ask_first");
    ASSERT_TRUE(hasFocus("ask_first"));
    EXPECT_EQ(typed->text(), "FRIENDS-20");
    house.relay->hold(false);
    ASSERT_TRUE(comes([&] { return cart().stage() == CartStage::Held; }));
    EXPECT_EQ(percentOff(), 0);
    ASSERT_TRUE(hasFocus("ask_first"));
    press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return percentOff() == kPercentOff; })) << shown("quick_message");

    ASSERT_TRUE(hasFocus("quick"));
    ASSERT_TRUE(goesToPay());
    press(Qt::Key_1, Qt::ControlModifier);
    ASSERT_EQ(front->currentId(), QStringLiteral("sell"));
    press(Qt::Key_F8);
    ASSERT_TRUE(hasFocus("ask_first"));
    press(Qt::Key_Delete);
    press(Qt::Key_Return);
    EXPECT_THAT(shown("quick_message"), HasSubstr("being paid"));
    EXPECT_TRUE(hasFocus("ask_first"));
    press(Qt::Key_F8);
    EXPECT_EQ(typed->text(), "FRIENDS-20") << "it is as it was";
}

}  // namespace
}  // namespace tessera::gui
