// SPDX-License-Identifier: Apache-2.0
// Mail to buyers through whole servers, to a mail server that takes it, refuses it, hangs or goes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/base/ids.h"
#include "tests/integration/till_house.h"
#include "tests/notify/mail_sink.h"
#include "tests/notify/mime_reader.h"

namespace tessera::integration {
namespace {

using test::MailSink;
using test::MimePart;
using test::SinkDoes;
using test::SunkMail;
using testing::HasSubstr;

// One lane, so that what the sink does next it does to the next mail.
Json mailConfig(const MailSink& sink) {
    return {{"url", sink.url()},  {"start_tls", false},    {"from", "tickets@house.example"},
            {"lanes", 1},         {"deadline_ms", 20'000}, {"try_again_ms", 100},
            {"from_name", "Haus"}};
}

class MailTest : public testing::Test {
protected:
    static MailSink& sink() {
        static MailSink made;
        return made;
    }
    static Stack& stack() {
        static Stack made({.staff = true, .mail = mailConfig(sink()).dump()});
        return made;
    }
    static const Sale& sale() {
        static const Sale made = makeSale(stack());
        return made;
    }
    static Till& till() {
        static Till made(stack(), "mail-cashier", "cashier");
        return made;
    }
    // Each test has seats and an address of its own.
    static Json sell(const std::string& email, int seat, const std::string& name = "Anna Ä") {
        return till().sell(sale(), {seat, seat + 1}, {name, email});
    }
    static std::vector<SunkMail> mailsTo(const std::string& address) {
        std::vector<SunkMail> out;
        for (SunkMail& mail : sink().mails()) {
            if (mail.to == std::vector<std::string>{address}) out.push_back(std::move(mail));
        }
        return out;
    }
    static bool comeTo(const std::string& address, std::size_t count) {
        return eventually([&] { return mailsTo(address).size() >= count; });
    }
    static Json mailsOf(const Json& order) {
        return till().ask("GetOrderDetails", order).body.value("mails", Json::array());
    }
    static bool lastBecomes(const Json& order, const std::string& state) {
        return eventually([&] {
            const Json mails = mailsOf(order);
            return !mails.empty() && mails.back().value("state", "") == state;
        });
    }
    static std::string orderId(const Json& order) {
        return std::to_string(decodeEventScopedId(order.value("order", ""))->local);
    }
    // As if leases and pauses were over.
    static void letTimePass() { stack().psql("UPDATE mail SET next_at = 0 WHERE state = 1"); }
};

TEST_F(MailTest, APaidOrderIsConfirmedByOneMailWithItsTicketsAndItsDate) {
    Buyer buyer(Edge::Rest, stack());
    ASSERT_TRUE(buyer.hold(sale(), {0, 1}).ok());
    ASSERT_TRUE(buyer.checkout().ok());
    ASSERT_TRUE(buyer.pay().ok());
    ASSERT_TRUE(buyer.orderBecomes("PAID"));
    ASSERT_TRUE(comeTo("rosalinde@example.org", 1));
    EXPECT_TRUE(lastBecomes(buyer.ofOrder(), "SENT"));
    const auto mails = mailsTo("rosalinde@example.org");
    ASSERT_EQ(mails.size(), 1U);
    const MimePart read = test::readMime(mails[0].bytes);
    EXPECT_EQ(read.head("from"), "Haus <tickets@house.example>");
    EXPECT_EQ(read.head("to"), "Rosalinde von Eisenstein <rosalinde@example.org>");
    EXPECT_THAT(read.head("subject"), HasSubstr("Die Fledermaus"));
    const std::string& text = read.find("text/plain")->body;
    EXPECT_THAT(text, HasSubstr("Grand Theatre"));
    EXPECT_THAT(text, HasSubstr(buyer.order));
    EXPECT_TRUE(read.find("application/pdf")->body.starts_with("%PDF-"));
    EXPECT_GT(read.find("application/pdf")->body.size(), 5000U);
    EXPECT_THAT(read.find("text/calendar")->body, HasSubstr("SUMMARY:Die Fledermaus"));
    // What admits is in the attachment alone.
    const Json tickets = buyer.tickets().body.at("tickets");
    ASSERT_EQ(tickets.size(), 2U);
    EXPECT_EQ(text.find(tickets[0].value("code", "none")), std::string::npos);
    const Json shown = mailsOf(buyer.ofOrder());
    ASSERT_EQ(shown.size(), 1U);
    EXPECT_EQ(shown[0].value("kind", ""), "CONFIRMATION");
    EXPECT_EQ(shown[0].value("address", ""), "rosalinde@example.org");
    EXPECT_EQ(shown[0].value("tries", 0), 1);
    EXPECT_TRUE(shown[0].contains("endTime"));
}

TEST_F(MailTest, StaffSendsItAgainOnceForEachRequestAndToAnotherAddressThatIsMaskedThen) {
    const Json order = sell("again@example.org", 10);
    ASSERT_TRUE(comeTo("again@example.org", 1));
    Json asked = order;
    asked["requestId"] = newRequestId();
    const Answer first = till().ask("ResendMail", asked);
    ASSERT_TRUE(first.ok()) << first;
    EXPECT_EQ(first.body.at("mails").size(), 2U);
    const Answer repeated = till().ask("ResendMail", asked);
    ASSERT_TRUE(repeated.ok()) << repeated;
    EXPECT_EQ(repeated.body.at("mails").size(), 2U);
    ASSERT_TRUE(comeTo("again@example.org", 2));
    const auto mails = mailsTo("again@example.org");
    EXPECT_NE(test::readMime(mails[0].bytes).head("message-id"),
              test::readMime(mails[1].bytes).head("message-id"));

    Json elsewhere = order;
    elsewhere["email"] = "friend@other.example";
    ASSERT_TRUE(till().change("ResendMail", elsewhere).ok());
    ASSERT_TRUE(comeTo("friend@other.example", 1));
    ASSERT_TRUE(lastBecomes(order, "SENT"));
    const Json shown = mailsOf(order);
    ASSERT_EQ(shown.size(), 3U);
    EXPECT_EQ(shown[2].value("address", ""), "f…@other.example");
    EXPECT_EQ(shown[2].value("kind", ""), "CONFIRMATION_AGAIN");
    EXPECT_EQ(mailsTo("again@example.org").size(), 2U);
    EXPECT_EQ(stack().psql("SELECT count(*) FROM trail WHERE action = 'resend_mail' "
                           "AND subject = " +
                           orderId(order)),
              "2");
}

TEST_F(MailTest, WhatCannotBeSentAgainSaysWhy) {
    const Json nobody = sell("", 14);
    const auto refused = [&](Json order, const std::string& email) {
        order["email"] = email;
        return till().change("ResendMail", order);
    };
    const Answer none = refused(nobody, "");
    EXPECT_EQ(none.reason, "INVALID_FIELD");
    EXPECT_EQ(none.metadata.value("field", ""), "email");
    EXPECT_EQ(refused(nobody, "a b@c.example").metadata.value("field", ""), "email");
    EXPECT_EQ(refused(nobody, "a@b.example\r\nBcc: x@y.example").reason, "INVALID_FIELD");
    EXPECT_TRUE(mailsOf(nobody).empty());
    Buyer buyer(Edge::Rest, stack());
    ASSERT_TRUE(buyer.hold(sale(), {18, 19}).ok());
    ASSERT_TRUE(buyer.checkout().ok());
    EXPECT_EQ(refused(buyer.ofOrder(), "").reason, "ORDER_NOT_PAID");
    stack().psql(
        "INSERT INTO mail SELECT o.event_id, o.order_id, n, 2, '', 2, 1, 1, 1, 0, 1, 1 "
        "FROM ticket_order o, generate_series(1, 50) AS n WHERE o.order_id = " +
        orderId(nobody));
    EXPECT_EQ(refused(nobody, "a@b.example").metadata.value("field", ""), "order");
}

TEST_F(MailTest, WhatIsNotTakenNowIsTriedAgainAndWhatIsRefusedForGoodEnds) {
    sink().next(SinkDoes::Later, 2);
    sink().next(SinkDoes::RefuseSender);
    const Json later = sell("later@example.org", 22);
    ASSERT_TRUE(comeTo("later@example.org", 1));
    ASSERT_TRUE(lastBecomes(later, "SENT"));
    EXPECT_EQ(mailsOf(later)[0].value("tries", 0), 4);
    sink().next(SinkDoes::RefuseAddress);
    const Json never = sell("never@example.org", 26);
    ASSERT_TRUE(lastBecomes(never, "FAILED"));
    EXPECT_EQ(mailsOf(never)[0].value("failure", ""), "REFUSED");
    EXPECT_TRUE(mailsTo("never@example.org").empty());
    EXPECT_EQ(mailsTo("later@example.org").size(), 1U);
}

TEST_F(MailTest, AnErasedPersonGetsNoMailAnyMoreAndNoAddressIsLeft) {
    Till manager(stack(), "mail-admin", "administrator");
    const Sale over = makeSale(stack());
    sink().next(SinkDoes::Later, 1000);
    const Json order = till().sell(over, {10, 11}, {"Gone Girl", "gone@away.example"});
    Json elsewhere = order;
    elsewhere["email"] = "also@away.example";
    ASSERT_TRUE(till().change("ResendMail", elsewhere).ok());
    ASSERT_TRUE(till().finds("gone@away", order));
    stack().psql("UPDATE event_search SET starts_at = 1577836800000000 WHERE event_id = " +
                 std::to_string(*decodePublicId(over.event)));
    ASSERT_TRUE(
        manager.ask("ErasePerson", {{"email", "gone@away.example"}, {"reason", "asked by letter"}})
            .ok());
    ASSERT_TRUE(eventually([&] {
        letTimePass();
        return stack().psql("SELECT count(*) FROM mail WHERE failure = 2 AND order_id = " +
                            orderId(order)) == "2";
    }));
    sink().takeAll();
    EXPECT_EQ(stack().psql("SELECT count(*) FROM mail WHERE address LIKE '%away%'"), "0");
    EXPECT_TRUE(mailsTo("gone@away.example").empty());
    EXPECT_TRUE(mailsTo("also@away.example").empty());
}

TEST_F(MailTest, OfTwoNodesOneSendsEachMail) {
    const Stack::Node second = stack().startNode("second");
    std::vector<std::string> addresses;
    for (int i = 0; i < 8; ++i) {
        addresses.push_back("two" + std::to_string(i) + "@nodes.example");
        sell(addresses.back(), 60 + 4 * i);
    }
    for (const std::string& address : addresses) EXPECT_TRUE(comeTo(address, 1)) << address;
    ASSERT_TRUE(eventually(
        [&] { return stack().psql("SELECT count(*) FROM mail WHERE state = 1") == "0"; }));
    for (const std::string& address : addresses) EXPECT_EQ(mailsTo(address).size(), 1U) << address;
}

// The one case in which a mail goes out twice, and how its reader's program sees that.
TEST_F(MailTest, AKillBetweenTheAnswerAndItsNoteRepeatsTheMailUnderTheSameId) {
    sink().next(SinkDoes::HangAfterBytes);
    const Json order = sell("killed@example.org", 30);
    ASSERT_TRUE(comeTo("killed@example.org", 1));
    stack().killServer();
    sink().release();
    // What was over long ago goes when a node starts.
    stack().psql("UPDATE mail SET ended_at = 1 WHERE state <> 1");
    stack().startServer();
    letTimePass();
    ASSERT_TRUE(comeTo("killed@example.org", 2));
    const auto mails = mailsTo("killed@example.org");
    EXPECT_EQ(test::readMime(mails[0].bytes).head("message-id"),
              test::readMime(mails[1].bytes).head("message-id"));
    EXPECT_EQ(mails[0].bytes, mails[1].bytes);
    EXPECT_TRUE(eventually([&] {
        return stack().psql("SELECT state FROM mail WHERE order_id = " + orderId(order)) == "2";
    }));
    EXPECT_TRUE(eventually(
        [&] { return stack().psql("SELECT count(*) FROM mail WHERE ended_at = 1") == "0"; }));
    EXPECT_EQ(stack().serverOutput().find("example.org"), std::string::npos);
    EXPECT_NE(stack().serverOutput().find("mail_refused"), std::string::npos);
    EXPECT_EQ(stack().stopServer(), 0);
}

}  // namespace
}  // namespace tessera::integration
