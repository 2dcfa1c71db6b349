// SPDX-License-Identifier: Apache-2.0
// What buyers are told after the sale: money that went back, events that are cancelled or moved.
#include <gmock/gmock.h>

#include "shared/base/time.h"
#include "tests/integration/mail_fixture.h"

namespace tessera::integration {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kRosalinde = "rosalinde@example.org";

class MailNewsTest : public MailHouse<MailNewsTest> {
protected:
    static Answer byStaff(const std::string& method, Json request) {
        static ApiClient staff{Edge::Rest, stack()};
        request["requestId"] = newRequestId();
        return staff.call(method, request, {{"authorization", "Bearer " + stack().adminKey()}});
    }
    // Paid by card, and confirmed by mail.
    static std::unique_ptr<Buyer> paid(const Sale& sale, const std::vector<std::int32_t>& seats) {
        auto buyer = std::make_unique<Buyer>(Edge::Rest, stack());
        EXPECT_TRUE(buyer->hold(sale, seats).ok());
        EXPECT_TRUE(buyer->checkout().ok());
        EXPECT_TRUE(buyer->pay().ok());
        EXPECT_TRUE(buyer->orderBecomes("PAID"));
        return buyer;
    }
    static std::string kindsOf(const Json& order) {
        return stack().psql(
            "SELECT string_agg(kind::text, ' ' ORDER BY created_at, mail_no) FROM mail "
            "WHERE order_id = " +
            orderId(order));
    }
    static bool allOver() {
        return eventually([] {
            return stack().psql(
                       "SELECT (SELECT count(*) FROM mail WHERE state = 1) + "
                       "(SELECT count(*) FROM mail_round WHERE NOT done)") == "0";
        });
    }
    static std::string timeIn(std::int64_t minutes) {
        static ApiClient anybody{Edge::Rest, stack()};
        const Answer seen = anybody.call("GetEvent", {{"event", sale().event}});
        const auto now = parseRfc3339(seen.body.value("serverTime", ""));
        return now ? toRfc3339(*now + Duration::ofMinutes(minutes)) : "";
    }
};

TEST_F(MailNewsTest, WhoGotMoneyBackIsToldOnceOfAllThatOneReturnGaveBack) {
    const Sale over = makeSale(stack());
    const auto buyer = paid(over, {0, 1});
    Json back = buyer->ofOrder();
    back["tickets"] = Json::array({buyer->tickets().body["tickets"][0]["ticket"]});
    ASSERT_TRUE(byStaff("RefundTickets", back).ok());
    ASSERT_TRUE(eventually([&] { return kindsOf(back) == "1 3"; })) << kindsOf(back);
    ASSERT_TRUE(allOver());
    const std::string told = textOf(kRosalinde, "refund", back);
    EXPECT_THAT(told, HasSubstr("sent money back"));
    const std::string amount = stack().psql(
        "SELECT sum(amount)::numeric / 100 FROM refund WHERE order_id = " + orderId(back));
    EXPECT_THAT(told, HasSubstr(amount.substr(0, amount.find('.') + 3)));
    EXPECT_THAT(told, Not(HasSubstr("attached")));
    // What is given back in another step is told of by another mail.
    Json rest = buyer->ofOrder();
    ASSERT_TRUE(byStaff("RefundTickets", rest).ok());
    ASSERT_TRUE(eventually([&] { return kindsOf(back) == "1 3 3"; })) << kindsOf(back);
    // Cash that is still to be handed over did not go back yet; who has no address gets no mail.
    const Json cash = till().sell(over, {10, 11}, {"Cash", "cash@house.example"});
    const Json nobody = till().sell(over, {14, 15}, {"Nobody", ""});
    for (const Json& order : {cash, nobody}) {
        const Answer asked = byStaff("RefundTickets", order);
        ASSERT_TRUE(asked.ok()) << asked;
        EXPECT_THAT(kindsOf(order), Not(HasSubstr("3")));
        Json handed = order;
        handed["refund"] = asked.body["refunds"][0]["refund"];
        handed["evidence"] = "handed over";
        ASSERT_TRUE(byStaff("SettleRefund", handed).ok());
    }
    EXPECT_TRUE(eventually([&] { return kindsOf(cash) == "1 3"; })) << kindsOf(cash);
    EXPECT_EQ(kindsOf(nobody), "");
    // Of what was only claimed nothing was sent back.
    Till boss(stack(), "mail-supervisor", "supervisor");
    const Answer school =
        boss.change("SaveCustomer", {{"customer", {{"name", "School"}, {"trusted", true}}}});
    ASSERT_TRUE(school.ok()) << school;
    const Json billed = boss.sell(over, {20, 21}, {"School", "school@house.example"},
                                  {{"kind", "INVOICE"},
                                   {"reference", "School"},
                                   {"customer", school.body.value("customer", "")}});
    ASSERT_TRUE(byStaff("RefundTickets", billed).ok());
    ASSERT_TRUE(eventually([&] {
        return stack().psql("SELECT bool_and(state = 3) FROM refund WHERE order_id = " +
                            orderId(billed)) == "t";
    }));
    EXPECT_EQ(kindsOf(billed), "1");
    EXPECT_TRUE(allOver());
    const Json shown = mailsOf(cash);
    ASSERT_EQ(shown.size(), 2U);
    EXPECT_EQ(shown[1].value("address", ""), "cash@house.example");
    EXPECT_EQ(shown[1].value("state", ""), "SENT");
}

TEST_F(MailNewsTest, WhoseEventIsMovedGetsTheNewDateAndTicketsForIt) {
    const Sale moved = makeSale(stack());
    const auto holder = paid(moved, {0, 1});
    const auto gaveBack = paid(moved, {10, 11});
    ASSERT_TRUE(byStaff("RefundTickets", gaveBack->ofOrder()).ok());
    Buyer unpaid(Edge::Rest, stack());
    ASSERT_TRUE(unpaid.hold(moved, {20, 21}).ok());
    ASSERT_TRUE(unpaid.checkout().ok());
    ASSERT_TRUE(eventually([&] { return kindsOf(gaveBack->ofOrder()) == "1 3"; }));
    const Answer done = byStaff("MoveEvent", {{"event", moved.event},
                                              {"startsAt", timeIn(60 * 24 * 60)},
                                              {"answerUntil", timeIn(60)},
                                              {"refundUnanswered", true},
                                              {"note", "The singer is ill.\r\nBcc: x@y.example"}});
    ASSERT_TRUE(done.ok()) << done;
    const auto later = paid(moved, {30, 31});
    ASSERT_TRUE(eventually([&] { return kindsOf(holder->ofOrder()) == "1 5"; }));
    ASSERT_TRUE(allOver());
    EXPECT_EQ(kindsOf(gaveBack->ofOrder()), "1 3");
    EXPECT_EQ(kindsOf(unpaid.ofOrder()), "");
    EXPECT_EQ(kindsOf(later->ofOrder()), "1") << "who buys afterwards knows the new date";
    const std::string told = textOf(kRosalinde, "New date", holder->ofOrder());
    EXPECT_THAT(told, HasSubstr("The organiser says: The singer is ill.  Bcc: x@y.example"));
    const auto instead = told.find("Instead of: ");
    ASSERT_NE(instead, std::string::npos) << told;
    const std::string before = told.substr(instead + 12, told.find('\n', instead) - instead - 12);
    const std::string confirmed = textOf(kRosalinde, "", later->ofOrder());
    EXPECT_NE(confirmed, "");
    EXPECT_THAT(confirmed, Not(HasSubstr(before))) << "the first mail names the new date";
    EXPECT_THAT(told, HasSubstr("you get your money back"));
    EXPECT_THAT(told, HasSubstr("attached"));
    // Once, whoever writes the event's terms again, and however many nodes there are.
    ASSERT_TRUE(byStaff("CloseSale", {{"event", moved.event}}).ok());
    const Stack::Node second = stack().startNode("news");
    ASSERT_TRUE(allOver());
    EXPECT_EQ(kindsOf(holder->ofOrder()), "1 5");
}

TEST_F(MailNewsTest, WhoseEventIsCancelledIsToldSoAndThenThatTheMoneyIsBack) {
    const Sale gone = makeSale(stack());
    const auto holder = paid(gone, {0, 1});
    const auto gaveBack = paid(gone, {10, 11});
    ASSERT_TRUE(byStaff("RefundTickets", gaveBack->ofOrder()).ok());
    ASSERT_TRUE(eventually([&] { return kindsOf(gaveBack->ofOrder()) == "1 3"; }));
    const Answer done =
        byStaff("CancelEvent", {{"event", gone.event}, {"note", "The hall is flooded."}});
    ASSERT_TRUE(done.ok()) << done;
    ASSERT_TRUE(eventually([&] { return kindsOf(holder->ofOrder()).size() == 5; }));
    EXPECT_EQ(kindsOf(holder->ofOrder()), "1 4 3");
    ASSERT_TRUE(allOver());
    EXPECT_EQ(kindsOf(gaveBack->ofOrder()), "1 3");
    const std::string told = textOf(kRosalinde, "Cancelled", holder->ofOrder());
    EXPECT_THAT(told, HasSubstr("The organiser says: The hall is flooded."));
    EXPECT_THAT(told, HasSubstr("You need do nothing"));
    EXPECT_THAT(told, Not(HasSubstr("attached")));
    EXPECT_NE(textOf(kRosalinde, "refund", holder->ofOrder()), "");
}

// As many orders as take several steps, and a node that goes between them.
TEST_F(MailNewsTest, BuyersOfADisruptionAreToldStepByStepEachOnce) {
    const Sale sale = makeSale(stack());
    const Json order = till().sell(sale, {10, 11}, {"Many", "many@house.example"});
    ASSERT_TRUE(lastBecomes(order, "SENT"));
    const std::string event = std::to_string(*decodePublicId(sale.event));
    stack().killServer();
    stack().psql(
        "INSERT INTO ticket_order SELECT (o).* FROM (SELECT jsonb_populate_record(o, "
        "jsonb_build_object('order_id', o.order_id + n)) AS o FROM ticket_order o, "
        "generate_series(1, 1200) AS n WHERE o.event_id = " +
        event + ") AS more");
    stack().psql(
        "INSERT INTO ticket (event_id, ticket_id, order_id, seat_no, ticket_type, state, price) "
        "SELECT event_id, ticket_id + 10 * n, order_id + n, 100 + n, ticket_type, state, price "
        "FROM ticket, generate_series(1, 1100) AS n WHERE seat_no = 10 AND event_id = " +
        event);
    // Its second step comes to nothing until the node that took the first is gone.
    struct OneStep {
        ~OneStep() { stack().psql("ALTER TABLE mail DROP CONSTRAINT IF EXISTS one_step"); }
    };
    auto oneStep = std::make_unique<OneStep>();
    stack().psql("ALTER TABLE mail ADD CONSTRAINT one_step CHECK (event_id <> " + event +
                 " OR mail_no <> 1001 OR order_id <= (" + orderId(order) + " + 600)) NOT VALID");
    // The event itself was not moved, so that nobody is written to: what matters is who is to be.
    stack().psql("INSERT INTO mail_round VALUES (" + event +
                 ", 1, 5, (SELECT max(created_at) FROM ticket_order), 0, false)");
    stack().startServer();
    const std::string taken =
        "SELECT after_order > 0 AND NOT done FROM mail_round WHERE event_id = ";
    ASSERT_TRUE(eventually([&] { return stack().psql(taken + event) == "t"; }));
    stack().killServer();
    oneStep.reset();
    stack().startServer();
    ASSERT_TRUE(eventually([&] {
        return stack().psql("SELECT count(*) FROM mail WHERE mail_no = 1001 AND event_id = " +
                            event) == "1101";
    }));
    EXPECT_TRUE(eventually([&] {
        return stack().psql("SELECT done FROM mail_round WHERE event_id = " + event) == "t";
    }));
    stack().psql("UPDATE mail SET state = 3, failure = 4, ended_at = 1 WHERE state = 1");
}

}  // namespace
}  // namespace tessera::integration
