// SPDX-License-Identifier: Apache-2.0
// Prices that are made again in two steps, at a cashier's till on a real server, where the server
// refuses one of them.
#include "shared/qt/sale/cart_model.h"
#include "tests/gui/counter/counter_window.h"
#include "tests/gui/pay/price_till.h"

namespace tessera::gui {
namespace {

constexpr std::int64_t kMade = 1'000;
constexpr const char* kGivenUp = "the cart shows what is charged";

class PriceRefusedTest : public MadePriceTest {
protected:
    void SetUp() override {
        at = till();
        ASSERT_TRUE(at->chooses(sale.event));
        ASSERT_TRUE(at->holds({0, 1, 2}));
        full = priceOf(1);
        ASSERT_TRUE(at->makes(0, {.kind = kComp, .reason = "Press"}));
        ASSERT_TRUE(at->makes(1, {v1::PriceAdjustment::PRICE, kMade, "Late"}));
        at->approvalsLeft = 1;
    }
    std::int64_t priceOf(int row) const {
        return at->cart.reservation().seats(row).price().minor_units();
    }
    std::string said() const { return at->said.join('|').toStdString(); }
    // What was approved meanwhile is dearer now, as it were.
    bool secondIsRefused() {
        if (!comes([&] { return at->needed.size() == 2; })) return false;
        at->pricing.approved(at->approval("override_price", 1));
        return comes([&] { return said().find(kGivenUp) != std::string::npos; }) && at->settles();
    }
    v1::Reservation atServer() {
        v1::GetReservationRequest request;
        request.set_event(sale.event);
        request.set_reservation(at->cart.reservation().reservation());
        const auto now = std::make_shared<v1::Reservation>();
        at->desk.ask(client::kGetReservation, request, &at->desk,
                     [now](const client::Answer<v1::Reservation>& answer) { *now = answer.value; });
        EXPECT_TRUE(comes([&] { return !now->reservation().empty(); }));
        return *now;
    }
    // Nothing is wished for that nobody sees: neither now nor on the next hold.
    void isCharged() {
        EXPECT_THAT(at->said.last().toStdString(), HasSubstr("good for less"));
        EXPECT_EQ(at->pricing.reasonOf(0), QStringLiteral("Press"));
        EXPECT_EQ(at->pricing.reasonOf(1), QString());
        EXPECT_EQ(priceOf(1), full);
        EXPECT_EQ(atServer().price().SerializeAsString(),
                  at->cart.reservation().price().SerializeAsString());
        at->needed.clear();
        at->approvalsLeft = 100;
        ASSERT_TRUE(at->holds({0, 1, 2, 3, 4}));
        ASSERT_TRUE(comes([&] { return at->pricing.reasonOf(0) == QStringLiteral("Press"); }));
        ASSERT_TRUE(at->settles());
        EXPECT_EQ(at->needed, QStringList{QStringLiteral("complimentary")});
        EXPECT_EQ(priceOf(1), full);
    }

    std::unique_ptr<PriceTill> at;
    std::int64_t full = 0;
};

TEST_F(PriceRefusedTest, OfACodeThatIsTakenOffTheSecondPriceIsGivenUpAndItIsSaid) {
    at->pricing.setCode(QString::fromStdString(makeCode()));
    ASSERT_TRUE(at->settles());
    ASSERT_TRUE(at->needed.isEmpty());
    sale::CartModel shown(at->cart, at->pricing);
    ASSERT_TRUE(at->pricing.setCode({}));
    ASSERT_TRUE(secondIsRefused()) << said();
    EXPECT_EQ(at->seller.code(), QString());
    EXPECT_EQ(shown.index(1, sale::CartModel::Price).data().toString(),
              sale::moneyText(at->cart.reservation().seats(1).price(), QLocale()));
    EXPECT_FALSE(shown.index(1, sale::CartModel::Type).data().toString().contains("Late"));
    isCharged();
}

TEST_F(PriceRefusedTest, OfANewHoldTheSecondPriceIsGivenUpAndItIsSaid) {
    ASSERT_TRUE(at->holds({0, 1, 2, 3}));
    ASSERT_TRUE(secondIsRefused()) << said();
    isCharged();
}

}  // namespace
}  // namespace tessera::gui
