// SPDX-License-Identifier: Apache-2.0
// What a mail server's answers are taken for, by a real one on a real socket.
#include "server/notify/smtp.h"

#include <gtest/gtest.h>

#include <fstream>

#include "server/notify/post_office.h"
#include "tests/notify/mail_sink.h"
#include "tests/support/temp_dir.h"

namespace tessera::notify {
namespace {

using test::MailSink;
using test::SinkDoes;

constexpr const char* kBytes = "Subject: s\r\n\r\n.a line with a dot\r\n..\r\nüber\r\n";

SmtpOptions plainTo(const MailSink& sink) {
    SmtpOptions options;
    options.url = sink.url();
    options.startTls = false;
    options.deadline = Duration::ofSeconds(10);
    return options;
}

class SmtpTest : public testing::Test {
protected:
    SmtpAnswer send(const std::string& bytes = kBytes) {
        return sender.send({"house@h.example", "anna@a.example"}, bytes);
    }

    MailSink sink;
    std::atomic<bool> stopped{false};
    SmtpSender sender{plainTo(sink), stopped};
};

TEST_F(SmtpTest, AMailArrivesByteForByteAndTheConnectionIsKept) {
    for (int i = 0; i < 3; ++i) EXPECT_EQ(send().outcome, SmtpOutcome::Sent);
    const auto mails = sink.mails();
    ASSERT_EQ(mails.size(), 3U);
    EXPECT_EQ(mails[2].bytes, kBytes);
    EXPECT_EQ(mails[2].from, "house@h.example");
    EXPECT_EQ(mails[2].to, std::vector<std::string>{"anna@a.example"});
    EXPECT_EQ(sink.connections(), 1);
}

TEST_F(SmtpTest, WhatIsSaidOfThisMailIsToldFromWhatIsNot) {
    const std::vector<std::tuple<SinkDoes, SmtpOutcome, long>> kAll{
        {SinkDoes::RefuseAddress, SmtpOutcome::Refused, 550},
        {SinkDoes::Later, SmtpOutcome::Later, 451},
        {SinkDoes::RefuseContent, SmtpOutcome::Refused, 554},
        {SinkDoes::TooBig, SmtpOutcome::Refused, 552},
        {SinkDoes::MailboxFull, SmtpOutcome::Later, 552},
        {SinkDoes::RefuseSender, SmtpOutcome::Unavailable, 550},
        {SinkDoes::DropAfterBytes, SmtpOutcome::Unavailable, 354}};
    for (const auto& [does, outcome, code] : kAll) {
        sink.next(does);
        const SmtpAnswer answer = send();
        EXPECT_EQ(answer.outcome, outcome) << static_cast<int>(does);
        EXPECT_EQ(answer.code, code) << static_cast<int>(does);
        EXPECT_EQ(send().outcome, SmtpOutcome::Sent) << "the next mail goes out";
    }
}

// A 552 to MAIL, which is the size of the mail, was tried for three days.
TEST(SmtpAnswerTest, AnAnswerIsWorthWhatTheStandardSaysToTheCommandThatItIsTo) {
    using enum SmtpOutcome;
    struct Row {
        long code;
        SmtpOutcome session, sender, address, content;
    };
    const std::vector<Row> kAll{{0, Unavailable, Unavailable, Unavailable, Unavailable},
                                {250, Unavailable, Unavailable, Unavailable, Unavailable},
                                {354, Unavailable, Unavailable, Unavailable, Unavailable},
                                {421, Unavailable, Unavailable, Unavailable, Unavailable},
                                {450, Unavailable, Unavailable, Later, Later},
                                {451, Unavailable, Unavailable, Later, Later},
                                {452, Unavailable, Unavailable, Later, Later},
                                {503, Unavailable, Unavailable, Unavailable, Unavailable},
                                {530, Unavailable, Unavailable, Unavailable, Unavailable},
                                {535, Unavailable, Unavailable, Unavailable, Unavailable},
                                {550, Unavailable, Unavailable, Refused, Refused},
                                {551, Unavailable, Unavailable, Refused, Refused},
                                {552, Unavailable, Refused, Later, Refused},
                                {553, Unavailable, Unavailable, Refused, Refused},
                                {554, Unavailable, Unavailable, Refused, Refused},
                                {555, Unavailable, Unavailable, Refused, Refused},
                                {556, Unavailable, Unavailable, Refused, Refused},
                                {600, Unavailable, Unavailable, Unavailable, Unavailable}};
    for (const Row& row : kAll) {
        EXPECT_EQ(outcomeOf(SmtpStep::Session, row.code), row.session) << row.code;
        EXPECT_EQ(outcomeOf(SmtpStep::Sender, row.code), row.sender) << row.code;
        EXPECT_EQ(outcomeOf(SmtpStep::Address, row.code), row.address) << row.code;
        EXPECT_EQ(outcomeOf(SmtpStep::Content, row.code), row.content) << row.code;
    }
    EXPECT_EQ(stepOf("MAIL FROM:<a@b> SIZE=7\r\n"), SmtpStep::Sender);
    EXPECT_EQ(stepOf("RCPT TO:<a@b>\r\n"), SmtpStep::Address);
    EXPECT_EQ(stepOf("DATA\r\n"), SmtpStep::Content);
    EXPECT_EQ(stepOf("AUTH PLAIN\r\n"), SmtpStep::Session);
}

TEST_F(SmtpTest, AServerThatSaysNothingIsLeftAtTheDeadline) {
    SmtpOptions options = plainTo(sink);
    options.deadline = Duration::ofMillis(200);
    SmtpSender hasty(options, stopped);
    sink.next(SinkDoes::HangAfterBytes);
    EXPECT_EQ(hasty.send({"a@b", "c@d"}, kBytes).outcome, SmtpOutcome::Unavailable);
}

TEST_F(SmtpTest, WhereThereIsNoServerNothingIsSaidOfTheMail) {
    std::string url;
    {
        const MailSink gone;
        url = gone.url();
    }
    SmtpOptions options = plainTo(sink);
    options.url = url;
    SmtpSender nowhere(options, stopped);
    const SmtpAnswer answer = nowhere.send({"a@b", "c@d"}, kBytes);
    EXPECT_EQ(answer.outcome, SmtpOutcome::Unavailable);
    EXPECT_EQ(answer.code, 0);
}

TEST_F(SmtpTest, WithoutTlsNothingIsSentWhereItIsRequired) {
    SmtpOptions options = plainTo(sink);
    options.startTls = true;
    SmtpSender careful(options, stopped);
    EXPECT_EQ(careful.send({"a@b", "c@d"}, kBytes).outcome, SmtpOutcome::Unavailable);
    EXPECT_TRUE(sink.mails().empty());
}

TEST_F(SmtpTest, OverTlsAMailGoesToAServerThatIsKnownAndToNoOther) {
    const MailSink house({.tls = true});
    const MailSink stranger({.tls = true});
    const test::TempDir dir("mail");
    SmtpOptions options = plainTo(house);
    options.startTls = true;
    options.caFile = dir / "authority.pem";
    std::ofstream(options.caFile) << house.authorityPem();
    SmtpSender careful(options, stopped);
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(careful.send({"a@b", "c@d"}, kBytes).outcome, SmtpOutcome::Sent);
    }
    ASSERT_EQ(house.mails().size(), 2U);
    EXPECT_TRUE(house.mails()[1].secured);
    EXPECT_EQ(house.connections(), 1);
    options.url = stranger.url();
    EXPECT_EQ(SmtpSender(options, stopped).send({"a@b", "c@d"}, kBytes).outcome,
              SmtpOutcome::Unavailable);
    EXPECT_TRUE(stranger.mails().empty());
}

TEST_F(SmtpTest, AWrongPasswordIsNoWordAboutTheMail) {
    const MailSink closed({.user = "house", .password = "secret"});
    SmtpOptions options = plainTo(closed);
    options.user = "house";
    options.password = "wrong";
    EXPECT_EQ(SmtpSender(options, stopped).send({"a@b", "c@d"}, kBytes).outcome,
              SmtpOutcome::Unavailable);
    EXPECT_TRUE(closed.mails().empty());
    options.password = "secret";
    EXPECT_EQ(SmtpSender(options, stopped).send({"a@b", "c@d"}, kBytes).outcome, SmtpOutcome::Sent);
}

TEST_F(SmtpTest, WhoIsStoppedGivesUp) {
    stopped = true;
    EXPECT_EQ(send().outcome, SmtpOutcome::Unavailable);
}

TEST(MailPauseTest, PausesDoubleUpToAnHour) {
    const Duration first = Duration::ofSeconds(30);
    EXPECT_EQ(pauseAfter(1, first), first);
    EXPECT_EQ(pauseAfter(2, first), Duration::ofSeconds(60));
    EXPECT_EQ(pauseAfter(7, first), Duration::ofSeconds(1920));
    EXPECT_EQ(pauseAfter(8, first), Duration::ofMinutes(60));
    EXPECT_EQ(pauseAfter(1'000'000, first), Duration::ofMinutes(60));
}

TEST(MailIdTest, AMailHasOneIdForAllItsTries) {
    const store::LeasedMail first{{EventId{77}, OrderId{1234567}, 2, 1},
                                  store::MailKind::Confirmation,
                                  "x@y.example",
                                  Instant{5}};
    store::LeasedMail later = first;
    later.mail.tries = 9;
    EXPECT_EQ(messageId(first, "a@house.example"), messageId(later, "a@house.example"));
    later.mail.number = 3;
    EXPECT_NE(messageId(first, "a@house.example"), messageId(later, "a@house.example"));
    later = first;
    later.createdAt = Instant{6};  // Its number was another's, which is forgotten.
    EXPECT_NE(messageId(first, "a@house.example"), messageId(later, "a@house.example"));
}

}  // namespace
}  // namespace tessera::notify
