// SPDX-License-Identifier: Apache-2.0
// Another price at the counter, by keys: a supervisor approves it on the spot; and what staff reads
// where the approval comes late.
#include "tests/gui/counter/counter_window.h"
#include "tests/gui/counter/late_answers.h"

namespace tessera::gui {
namespace {

constexpr std::int64_t kLess = 9'000 - 1'250;
constexpr const char* kWhy = "Pillar in front";

class PriceSaleTest : public CounterWindowTest {
protected:
    // Of the places that are chosen in the cart, else of all.
    void typesPrice() {
        press(Qt::Key_F9, Qt::ControlModifier);
        ASSERT_TRUE(hasFocus("ask_first"));
        type("12.50");
        press(Qt::Key_Return);
        ASSERT_TRUE(hasFocus("ask_second"));
        type(kWhy);
        press(Qt::Key_Return);
    }
    std::int64_t priceOf(int seat) {
        return cart().reservation().seats(seat).price().minor_units();
    }
    // What is given away, as its line says.
    static std::int64_t lessOf(const v1::PriceBreakdown& price) {
        std::int64_t sum = 0;
        for (const v1::PriceLine& line : price.lines()) {
            if (line.name() == kWhy) sum -= line.amount().minor_units();
        }
        return sum;
    }
    std::int64_t less() { return lessOf(cart().reservation().price()); }

    integration::Sale sale = integration::makeSale(house.stack);
};

TEST_F(PriceSaleTest, ItIsApprovedOnTheSpotPaidInCashAndOnReceiptAndOrder) {
    ASSERT_NO_FATAL_FAILURE(start(house.cashier, sale.event));
    ASSERT_TRUE(takes("2", 2));
    const std::int64_t whole = total();
    const std::int64_t other = priceOf(1);
    press(Qt::Key_F4);
    ASSERT_TRUE(hasFocus("cart"));
    ASSERT_NO_FATAL_FAILURE(typesPrice());
    ASSERT_TRUE(front->approve(house.supervisor, kSupervisorsPin));
    ASSERT_TRUE(comes([&] { return total() < whole; })) << shown("quick_message");
    EXPECT_EQ(less(), kLess);
    EXPECT_EQ(priceOf(1), other) << "that of the first row alone";
    EXPECT_LT(priceOf(0), other);
    EXPECT_EQ(shown("total"), euros(total()));
    ASSERT_TRUE(hasFocus("quick"));
    const std::int64_t due = total();

    ASSERT_TRUE(goesToPay());
    const v1::Order order = paysCash();
    EXPECT_EQ(order.total().minor_units(), due);
    const v1::Order kept = details(order).order();
    EXPECT_EQ(kept.total().minor_units(), due);
    EXPECT_EQ(lessOf(kept.price()), kLess);
    EXPECT_EQ(kept.seats(1).price().minor_units(), other);
    EXPECT_TRUE(comes([&] { return seenAt(slips).cuts == 1; }));
    EXPECT_THAT(seenAt(slips).text, HasSubstr(kWhy));
    EXPECT_THAT(seenAt(slips).text, HasSubstr('-' + euros(kLess)));
    EXPECT_THAT(seenAt(slips).text, HasSubstr(euros(due)));
    EXPECT_EQ(
        house.stack.psql("SELECT sum(amount) FROM ledger_entry WHERE account = 4 AND event_id = " +
                         client::eventNumber(sale)),
        std::to_string(due));
}

TEST_F(PriceSaleTest, AnApprovalThatComesLateIsReadToBeLateAndWithANewOneItGoesOn) {
    ASSERT_NO_FATAL_FAILURE(start(house.cashier, sale.event));
    ASSERT_TRUE(takes("1", 1));
    const std::int64_t whole = total();
    {
        const LateAnswers late;
        ASSERT_NO_FATAL_FAILURE(typesPrice());
        ASSERT_TRUE(front->approve(house.supervisor, kSupervisorsPin));
        ASSERT_TRUE(comes([&] {
            return shown("quick_message").find("too late") != std::string::npos;
        })) << shown("quick_message");
    }
    EXPECT_THAT(shown("quick_message"), HasSubstr("Ask for another"));
    EXPECT_EQ(total(), whole);
    ASSERT_TRUE(hasFocus("ask_second")) << "what was typed is there for the next try";
    EXPECT_EQ(front->find<QLineEdit>("ask_first")->text(), "12.50");
    EXPECT_EQ(front->find<QLineEdit>("ask_second")->text(), kWhy);

    press(Qt::Key_Return);
    ASSERT_TRUE(front->approve(house.supervisor, kSupervisorsPin));
    ASSERT_TRUE(comes([&] { return total() < whole; })) << shown("quick_message");
    EXPECT_EQ(less(), kLess);
    EXPECT_TRUE(hasFocus("quick"));
    EXPECT_THAT(shown("quick_message"), Not(HasSubstr("too late")));
}

}  // namespace
}  // namespace tessera::gui
