// SPDX-License-Identifier: Apache-2.0
// Mail to buyers through whole servers, to a mail server that takes it, refuses it, hangs or goes.
#include <gmock/gmock.h>

#include "shared/base/encoding.h"
#include "tests/integration/mail_fixture.h"

namespace tessera::integration {
namespace {

using test::MimePart;
using test::SinkDoes;
using testing::HasSubstr;

class MailTest : public MailHouse<MailTest> {};

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
    EXPECT_EQ(stack().psql("SELECT string_agg(reason, ', ' ORDER BY number) FROM trail "
                           "WHERE action = 'resend_mail' AND subject = " +
                           orderId(order)),
              "to the order's address, to an address that staff named");
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
    EXPECT_EQ(refused(nobody, "a@b.example").reason, "RATE_LIMITED");
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
    EXPECT_TRUE(eventually(
        [] { return stack().serverOutput().find("mail_refused") != std::string::npos; }));
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
    const Answer exported = manager.ask("ExportPerson", {{"email", "gone@away.example"}});
    ASSERT_TRUE(exported.ok()) << exported;
    const Json known = Json::parse(*fromBase64(exported.body.value("content", "")));
    ASSERT_EQ(known.at("mails").size(), 2U);
    EXPECT_EQ(known["mails"][0].value("order", ""), order.value("order", ""));
    EXPECT_EQ(known["mails"][0].value("kind", ""), "confirmation");
    EXPECT_EQ(known["mails"][0].value("state", ""), "queued");
    EXPECT_EQ(known["mails"][0].value("address", ""), "gone@away.example");
    EXPECT_EQ(known["mails"][1].value("kind", ""), "confirmation_again");
    EXPECT_EQ(known["mails"][1].value("address", ""), "a…@away.example") << "somebody else's";
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

// By the shell, which needs no server: what is left of orders is the servers' to do.
TEST_F(MailTest, TheShellExportsAPersonWithTheirMailsAndErasesThem) {
    const auto persons = [](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"--database", stack().conninfo(), "persons"});
        arguments.insert(arguments.end(), {"--key-file", "holder.secret"});
        return stack().runProgram("tessera-admin", arguments, Millis(20'000));
    };
    const Sale over = makeSale(stack());
    const Json order = till().sell(over, {10, 11}, {"Shell Known", "known@shell.example"});
    ASSERT_TRUE(lastBecomes(order, "SENT"));
    ASSERT_TRUE(till().finds("known@shell", order));

    const auto out = persons({"export", "--email", "Known@Shell.Example"});
    ASSERT_EQ(out.code, 0) << out.output;
    const Json known = Json::parse(out.output);
    EXPECT_EQ(known.at("orders").at(0).value("name", ""), "Shell Known");
    ASSERT_EQ(known.at("mails").size(), 1U);
    EXPECT_EQ(known["mails"][0].value("state", ""), "sent");
    EXPECT_EQ(known["mails"][0].value("address", ""), "known@shell.example");
    EXPECT_TRUE(known["mails"][0].contains("end_time"));
    EXPECT_EQ(known.at("tickets").size(), 2U);

    const auto erase = [&] {
        return persons({"erase", "--email", "known@shell.example", "--reason", "by letter"});
    };
    EXPECT_EQ(erase().output,
              "orders erased 0, left 0, kept until their event 1; customers erased 0\n");
    stack().psql("UPDATE event_search SET starts_at = 1577836800000000 WHERE event_id = " +
                 std::to_string(*decodePublicId(over.event)));
    ASSERT_TRUE(eventually([&] { return erase().output.starts_with("orders erased 1, left 0"); }));
    EXPECT_EQ(stack().psql("SELECT count(*) FROM ticket_order WHERE contact_email LIKE '%shell%'"),
              "0");
    // What is asked wrongly is told, and changes nothing.
    const auto nobody = persons({"export", "--email", "nobody@shell.example"});
    EXPECT_EQ(nobody.code, 1);
    EXPECT_EQ(nobody.output, "tessera-admin: nothing is known of that address\n");
    const auto gone = persons({"export", "--email", "known@shell.example"});
    EXPECT_EQ(gone.code, 1) << gone.output;
    EXPECT_NE(persons({"erase", "--email", "known@shell.example"}).code, 0) << "without a reason";
    EXPECT_EQ(stack().psql("SELECT count(*) FROM trail WHERE action = 'export_person' "
                           "AND reason LIKE '%@%'"),
              "0");
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
    EXPECT_EQ(stack().stopServer(), 0);
}

}  // namespace
}  // namespace tessera::integration
