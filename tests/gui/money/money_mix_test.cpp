// SPDX-License-Identifier: Apache-2.0
// A shift that takes cash of two currencies, a card and a gift card, and gives cash back: each line
// of its Z report to the cent against the ledger.
#include <gtest/gtest.h>

#include "tests/gui/money/money_till.h"
#include "tests/gui/pay/terminal.h"

namespace tessera::gui {
namespace {

using client::House;

constexpr std::int64_t kEuros = 31'780;
constexpr std::int64_t kDollars = 15'000;
constexpr std::int64_t kGift = 500;
// Of the ledger.
constexpr int kProvider = 1;
constexpr int kCash = 4;
constexpr int kGiftCards = 5;

class MoneyMixTest : public testing::Test {
protected:
    qt::Desk& desk() { return till.front.desk(); }

    void open() {
        till.front.find<QLineEdit>("float_currencies")->setText("EUR, USD");
        till.front.find<QLineEdit>("float_currencies")->setFocus();
        till.front.press(Qt::Key_Return);
        till.typeCount("EUR", kEuros);
        till.front.press(Qt::Key_Return);  // No sum.
        till.typeCount("USD", kDollars);
        till.front.press(Qt::Key_Return);
        till.front.press(Qt::Key_Space);
        ASSERT_TRUE(till.becomes(v1::Shift::OPEN)) << till.said();
    }
    v1::Order checkout(const std::vector<std::int32_t>& seats, const v1::TenderRequest& tender) {
        const auto held = asked(desk(), client::kCreateReservation,
                                client::seatsOf(*desk().client(), sale, seats));
        auto request = client::cashFor(*desk().client(), held.value);
        *request.mutable_tender() = tender;
        const auto order = asked(desk(), client::kCheckoutReservation, request);
        EXPECT_TRUE(order.done()) << qt::refusalText(order.refusal).toStdString();
        return order.value;
    }
    bool becomesPaid(const v1::Order& order) {
        v1::GetOrderRequest which;
        which.set_event(order.event());
        which.set_order(order.order());
        return comes([&] {
            return asked(desk(), client::kGetOrder, which).value.state() == v1::Order::PAID;
        });
    }
    void sellByCard() {
        v1::TenderRequest tender;
        tender.set_kind(v1::READER);
        tender.set_reader(terminal.reader());
        const v1::Order order = checkout({80, 81}, tender);
        ASSERT_TRUE(terminal.tap());
        ASSERT_TRUE(becomesPaid(order));
    }
    void sellForGiftAndCash() {
        v1::TenderRequest tender;
        tender.set_kind(v1::GIFT_CARD);
        tender.set_gift_card_code(giftCard(kGift));
        v1::AddTenderRequest rest;
        const v1::Order order = checkout({90}, tender);
        rest.set_event(order.event());
        rest.set_order(order.order());
        rest.set_request_id(desk().newRequestId());
        rest.mutable_tender()->set_kind(v1::CASH);
        ASSERT_TRUE(asked(desk(), client::kAddTender, rest).done());
        ASSERT_TRUE(becomesPaid(order));
    }
    void giveBack(const v1::Order& order) {
        v1::RefundTicketsRequest refund;
        refund.set_event(order.event());
        refund.set_order(order.order());
        refund.set_request_id(desk().newRequestId());
        const auto back = asked(desk(), client::kRefundTickets, refund);
        ASSERT_TRUE(back.done()) << qt::refusalText(back.refusal).toStdString();
        ASSERT_EQ(back.value.refunds_size(), 1);
        v1::SettleRefundRequest settle;
        settle.set_event(order.event());
        settle.set_order(order.order());
        settle.set_request_id(desk().newRequestId());
        settle.set_refund(back.value.refunds(0).refund());
        settle.set_evidence("Handed over at the till");
        ASSERT_TRUE(asked(desk(), client::kSettleRefund, settle).done());
    }
    // What came, of both, or what went, not negative.
    std::int64_t inLedger(const integration::Sale& of, int account, bool back) {
        const std::string sum =
            house.stack.psql("SELECT coalesce(sum(amount), 0) FROM ledger_entry WHERE account = " +
                             std::to_string(account) + " AND refund_id " + (back ? "<> 0" : "= 0") +
                             " AND event_id = " + client::eventNumber(of));
        return back ? -std::stoll(sum) : std::stoll(sum);
    }
    void countExactly() {
        const std::int64_t euros = kEuros + inLedger(sale, kCash, false);
        const std::int64_t dollars =
            kDollars + inLedger(abroad, kCash, false) - inLedger(abroad, kCash, true);
        till.front.press(Qt::Key_F7);
        till.typeCount("EUR", euros);
        till.typeCount("USD", dollars);
        till.front.find<QPushButton>("count_go")->click();
        ASSERT_TRUE(till.becomes(v1::Shift::COUNTED)) << till.said();
        for (const v1::DrawerBalance& each : till.work().shift().balances()) {
            EXPECT_EQ(each.variance().minor_units(), 0) << each.ShortDebugString();
        }
        till.front.find<QPushButton>("settle_go")->click();
        ASSERT_TRUE(till.becomes(v1::Shift::CLOSED)) << till.said();
    }
    static std::pair<std::int64_t, std::int64_t> tenderOf(const v1::ShiftReport& z,
                                                          const std::string& currency,
                                                          std::set<v1::TenderKind> kinds) {
        std::pair<std::int64_t, std::int64_t> sum{};
        for (const v1::TenderTotal& each : z.tenders()) {
            if (!kinds.contains(each.kind()) || each.taken().currency_code() != currency) continue;
            sum.first += each.taken().minor_units();
            sum.second += each.returned().minor_units();
        }
        return sum;
    }

    House& house = House::shared();
    integration::Sale sale = integration::makeSale(house.stack);
    integration::Sale abroad = integration::makeSale(house.stack, {.currency = "USD"});
    Terminal terminal{house.stack};
    MoneyTill till{"Till of two drawers", house.supervisor};
};

TEST_F(MoneyMixTest, EachTenderAndCurrencyOfItsReportIsTheLedgers) {
    open();
    ASSERT_FALSE(HasFatalFailure());
    sellForCash(desk(), sale, {60, 61});
    sellForCash(desk(), abroad, {60});
    giveBack(sellForCash(desk(), abroad, {70, 71}));
    sellByCard();
    sellForGiftAndCash();
    ASSERT_FALSE(HasFatalFailure());
    countExactly();
    ASSERT_FALSE(HasFatalFailure());
    ASSERT_TRUE(comes([&] {
        const auto& report = till.screen().reports().report();
        return report && report->final();
    }));
    const v1::ShiftReport& z = *till.screen().reports().report();

    const auto ofLedger = [&](const integration::Sale& of, int account) {
        return std::pair(inLedger(of, account, false), inLedger(of, account, true));
    };
    EXPECT_EQ(tenderOf(z, "EUR", {v1::CASH}), ofLedger(sale, kCash));
    EXPECT_EQ(tenderOf(z, "USD", {v1::CASH}), ofLedger(abroad, kCash));
    EXPECT_GT(inLedger(abroad, kCash, true), 0);
    EXPECT_EQ(tenderOf(z, "EUR", {v1::CARD, v1::READER}), ofLedger(sale, kProvider));
    EXPECT_GT(inLedger(sale, kProvider, false), 0);
    EXPECT_EQ(tenderOf(z, "EUR", {v1::GIFT_CARD}), ofLedger(sale, kGiftCards));
    EXPECT_EQ(inLedger(sale, kGiftCards, false), kGift);
    for (const v1::EventTotal& each : z.events()) {
        const bool here = each.event() == sale.event;
        std::int64_t net = 0;
        for (const int account : {kProvider, kCash, kGiftCards}) {
            const auto [came, went] = ofLedger(here ? sale : abroad, account);
            net += came - went;
        }
        EXPECT_EQ(each.net().minor_units(), net) << each.ShortDebugString();
        EXPECT_EQ(each.net().currency_code(), here ? "EUR" : "USD");
        EXPECT_EQ(each.tickets_sold(), here ? 5 : 3);
        EXPECT_EQ(each.tickets_returned(), here ? 0 : 2);
    }
    EXPECT_EQ(z.events_size(), 2);
}

}  // namespace
}  // namespace tessera::gui
