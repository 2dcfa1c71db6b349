// SPDX-License-Identifier: Apache-2.0
// The note that staff types in a sale, on a real server: with its order, whatever is lost between.
#include <gtest/gtest.h>

#include "tests/gui/pay/pay_till.h"

namespace tessera::gui {
namespace {

using client::House;

// The order's note in the database; empty: none.
std::string noteOf(const House& house, const integration::Sale& sale) {
    return house.stack.psql(
        "SELECT coalesce(string_agg(note, '|'), '') FROM order_desk WHERE event_id = " +
        client::eventNumber(sale));
}

// Typed before it goes to pay.
bool notes(PayTill& at, const QString& text) {
    at.payer.goBack();
    at.cart.setNote(text);
    if (!at.cart.startPaying()) return false;
    at.payer.begin();
    return at.payer.stage() == PayStage::Choosing;
}

class SaleNoteTest : public testing::Test {
protected:
    ~SaleNoteTest() override { house.relay->hold(false); }

    House& house = House::shared();
    integration::Sale sale = integration::makeSale(house.stack);
};

TEST_F(SaleNoteTest, TheNoteOfASaleIsWithItsOrderWhateverBecomesOfTheAnswers) {
    const std::string wheelchair = "Rollstuhl, Begleitung kommt später";
    test::TempDir dir("note");
    const QString folder = QString::fromStdString(dir / "till");
    auto at = std::make_unique<PayTill>(folder, house.relay->port(), house.cashier);
    ASSERT_TRUE(at->holds(sale, {19, 20}));
    ASSERT_TRUE(notes(*at, QString::fromStdString(wheelchair)));
    ASSERT_TRUE(at->payer.payCash(at->total()));
    ASSERT_TRUE(comes([&] { return noteOf(house, sale) == wheelchair; }));
    ASSERT_TRUE(comes([&] { return at->notes.waiting() == 0; }));
    ASSERT_TRUE(at->becomes(PayStage::Sold));

    // The app ends with the answer to the checkout on its way.
    const integration::Sale other = integration::makeSale(house.stack);
    at->payer.close();
    ASSERT_TRUE(at->holds(other, {19}));
    ASSERT_TRUE(notes(*at, QStringLiteral("Garderobe 12")));
    house.relay->hold(true);
    ASSERT_TRUE(at->payer.payCash(at->total()));
    ASSERT_TRUE(comes([&] { return house.count("ticket_order", other) == 1; }));
    at.reset();
    house.relay->cut();
    house.relay->hold(false);
    EXPECT_EQ(noteOf(house, other), "");
    at = std::make_unique<PayTill>(folder, house.relay->port(), house.cashier);
    ASSERT_TRUE(comes([&] { return noteOf(house, other) == "Garderobe 12"; }));
    EXPECT_TRUE(comes([&] { return at->notes.waiting() == 0; }));
}

}  // namespace
}  // namespace tessera::gui
