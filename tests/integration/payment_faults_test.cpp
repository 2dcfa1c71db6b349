// SPDX-License-Identifier: Apache-2.0
// Payments that do not go well: the seats come back, the money goes back, and what was paid in time
// is ticketed.
#include <gtest/gtest.h>

#include "tests/integration/sale.h"
#include "tests/integration/watch.h"

namespace tessera::integration {
namespace {

std::int64_t minor(const Json& money) {
    return std::stoll(money.value("minorUnits", "0"));
}

class PaymentFaultsTest : public testing::Test {
protected:
    // What the sandbox's ledger moved for a payment.
    std::map<std::string, std::int64_t> movedFor(const std::string& intent) const {
        std::map<std::string, std::int64_t> moved;
        for (const std::string& text : stack.ledger()) {
            const Json line = Json::parse(text, nullptr, false);
            if (!line.is_object() || line.value("intent", "") != intent) continue;
            if (line.contains("amount") && line.value("type", "") != "state") {
                moved[line.value("type", "")] += line.value("amount", std::int64_t{0});
            }
        }
        return moved;
    }
    std::string intentOf(Buyer& buyer) {
        std::string intent;
        EXPECT_TRUE(eventually([&] {
            intent = paymentOf(buyer.orderNow()).value("providerObject", "");
            return !intent.empty();
        }));
        return intent;
    }

    Stack& stack = Stack::shared();
};

TEST_F(PaymentFaultsTest, ADeclineThenACancelGivesTheSeatsBack) {
    const Sale sale = makeSale(stack);
    Buyer buyer(Edge::Rest, stack);
    ASSERT_TRUE(buyer.hold(sale, {100, 101}).ok());
    ASSERT_TRUE(buyer.checkout().ok());
    EXPECT_EQ(buyer.pay("pm_card_chargeDeclined").status, 402);
    EXPECT_EQ(buyer.orderNow().body.value("state", ""), "PAYING") << "another card may still do";
    const std::string intent = intentOf(buyer);
    const Answer cancelled = buyer.cancel();
    ASSERT_TRUE(cancelled.ok()) << cancelled;
    EXPECT_TRUE(buyer.orderBecomes("RELEASED"));
    EXPECT_EQ(buyer.reservationNow().body.value("releaseReason", ""), "ORDER_CANCELLED");
    EXPECT_EQ(movedFor(intent)["capture"], 0);
    EXPECT_EQ(buyer.tickets().body.value("tickets", Json::array()).size(), 0u);
    Buyer next(Edge::Grpc, stack);
    EXPECT_TRUE(next.hold(sale, {100, 101}).ok());
}

// A provider that is down or refuses our key shows in the metrics.
TEST_F(PaymentFaultsTest, TheProvidersAnswersAreCountedByWhatTheySaid) {
    ApiClient client(Edge::Rest, stack);
    const auto definitive = [&] {
        const std::string text = client.http("GET", "/metrics", "").raw;
        const std::string name = "tessera_provider_answers_total{kind=\"definitive\"} ";
        const auto at = text.find(name);
        return at == std::string::npos ? -1 : std::stoll(text.substr(at + name.size()));
    };
    const auto before = definitive();
    ASSERT_GE(before, 0);
    const Sale sale = makeSale(stack);
    Buyer buyer(Edge::Rest, stack);
    ASSERT_TRUE(buyer.hold(sale, {100, 101}).ok());
    ASSERT_TRUE(buyer.checkout().ok());
    EXPECT_EQ(buyer.pay("pm_card_visa").status, 200);
    ASSERT_TRUE(buyer.orderBecomes("PAID"));
    // The sandbox may tell that it is paid before its answer to the capture is there.
    EXPECT_TRUE(eventually([&] { return definitive() >= before + 2; }))
        << "the payment was made and captured";
}

TEST_F(PaymentFaultsTest, ADeclinedCardLeavesRoomForAnother) {
    const Sale sale = makeSale(stack);
    Buyer buyer(Edge::Grpc, stack);
    ASSERT_TRUE(buyer.hold(sale, {100, 101}).ok());
    ASSERT_TRUE(buyer.checkout().ok());
    EXPECT_EQ(buyer.pay("pm_card_chargeDeclinedInsufficientFunds").status, 402);
    const std::string intent = intentOf(buyer);
    EXPECT_EQ(buyer.pay("pm_card_visa").status, 200);
    EXPECT_TRUE(buyer.orderBecomes("PAID"));
    const Answer order = buyer.orderNow();
    EXPECT_EQ(movedFor(intent)["capture"], minor(order.body.at("total")));
}

TEST_F(PaymentFaultsTest, AnAuthorizationOfACancelledOrderIsVoided) {
    const Sale sale = makeSale(stack);
    Buyer buyer(Edge::Rest, stack);
    ASSERT_TRUE(buyer.hold(sale, {100, 101}).ok());
    ASSERT_TRUE(buyer.checkout().ok());
    // Still processing when the buyer changes her mind; authorized afterwards.
    const std::string intent = intentOf(buyer);
    EXPECT_EQ(buyer.pay("pm_sandbox_processing_1500").status, 200);
    ASSERT_TRUE(buyer.cancel().ok());
    ASSERT_TRUE(buyer.orderBecomes("RELEASED", Millis(30'000)))
        << buyer.orderNow() << stack.psql("SELECT * FROM outbox");
    auto moved = movedFor(intent);
    EXPECT_EQ(moved["capture"] - moved["refund"], 0);
    EXPECT_EQ(moved["authorize"] - moved["void"], 0);
    EXPECT_EQ(seatsInDatabase(stack, sale, kHeld), 0);
}

// One walks away, one's bank decides too late, one pays in time: all past the same deadline.
TEST_F(PaymentFaultsTest, AfterThePayDeadlineSeatsReturnUnlessPaymentSucceeded) {
    const Sale sale = makeSale(stack, {.paySeconds = 10});
    Buyer walksAway(Edge::Rest, stack);
    Buyer declinedLate(Edge::Rest, stack);
    Buyer approvedLate(Edge::Rest, stack);
    ASSERT_TRUE(walksAway.hold(sale, {200, 201}).ok());
    ASSERT_TRUE(declinedLate.hold(sale, {210, 211}).ok());
    ASSERT_TRUE(approvedLate.hold(sale, {220, 221}).ok());
    for (Buyer* buyer : {&walksAway, &declinedLate, &approvedLate}) {
        ASSERT_TRUE(buyer->checkout().ok());
    }
    EXPECT_EQ(declinedLate.pay("pm_sandbox_processingDeclined_12000").status, 200);
    EXPECT_EQ(approvedLate.pay("pm_sandbox_processing_12000").status, 200);
    const std::string walked = intentOf(walksAway);
    // The database alone is asked: nobody's request wakes the event.
    EXPECT_TRUE(eventually(
        [&] {
            return seatsInDatabase(stack, sale, kHeld) == 0 &&
                   seatsInDatabase(stack, sale, kSold) == 2;
        },
        Millis(40'000)))
        << walksAway.orderNow() << declinedLate.orderNow() << approvedLate.orderNow();
    EXPECT_TRUE(walksAway.orderBecomes("RELEASED"));
    EXPECT_EQ(walksAway.reservationNow().body.value("releaseReason", ""), "NOT_PAID");
    EXPECT_TRUE(declinedLate.orderBecomes("RELEASED"));
    EXPECT_TRUE(approvedLate.orderBecomes("PAID"));
    EXPECT_EQ(approvedLate.tickets().body.value("tickets", Json::array()).size(), 2u);
    EXPECT_EQ(movedFor(walked)["capture"], 0);
    // Who comes too late cannot pay any more.
    ApiClient client(Edge::Rest, stack);
    Buyer next(Edge::Rest, stack);
    EXPECT_TRUE(next.hold(sale, {200, 201, 210, 211}).ok());
    EXPECT_EQ(next.hold(sale, {220, 222}).reason, "SEAT_UNAVAILABLE");
}

TEST_F(PaymentFaultsTest, HoldsExpireWithoutAnyTraffic) {
    const Sale sale = makeSale(stack, {.holdSeconds = 3});
    Buyer buyer(Edge::Rest, stack);
    ASSERT_TRUE(buyer.hold(sale, {300, 301}).ok());
    EXPECT_EQ(seatsInDatabase(stack, sale, kHeld), 2);
    EXPECT_TRUE(eventually([&] { return seatsInDatabase(stack, sale, kFree) == kTheatreSeats; }));
}

}  // namespace
}  // namespace tessera::integration
