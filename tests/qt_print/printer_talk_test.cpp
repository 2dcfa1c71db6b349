// SPDX-License-Identifier: Apache-2.0
#include "tests/qt_print/talk_till.h"

namespace tessera::qt {
namespace {

using print::PrinterCondition;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST_F(PrinterTalkTest, ATicketWaitsForPaperAndIsPrintedOnce) {
    open();
    tickets_.set(test::FakeTrouble::PaperOut);
    const PrintJobNo job = put(ticketJob("a"));
    ASSERT_TRUE(isTold(PrinterCondition::PaperOut));
    EXPECT_EQ(papersWith(tickets_, "SEAT 14"), 0U);
    tickets_.set(test::FakeTrouble::None);
    queue_->retryNow("front");
    ASSERT_TRUE(becomes(job, JobState::Printed));
    EXPECT_EQ(papersWith(tickets_, "SEAT 14"), 1U);
}

// It was taken for a printer of which nothing is known.
TEST_F(PrinterTalkTest, OneThatFallsSilentAfterItsPaperWasOutIsStillOutOfPaper) {
    open(soonNotReady());
    std::vector<PrinterCondition> told;
    QObject::connect(queue_.get(), &PrintQueue::conditionChanged,
                     [&] { told.push_back(queue_->conditionOf("front")); });
    runOutOfPaper();
    const PrintJobNo job = put(ticketJob("a"));
    ASSERT_TRUE(isToldWhenAsked(PrinterCondition::PaperOut));
    tickets_.behave({});  // From now on it says nothing.
    const std::size_t before = tickets_.connections();
    ASSERT_TRUE(eventuallyInQt([&] {
        queue_->retryNow("front");
        return tickets_.connections() >= before + 2;  // The first of which is over.
    }));
    QCoreApplication::processEvents();
    EXPECT_THAT(told, ::testing::ElementsAre(PrinterCondition::PaperOut));
    tickets_.set(test::FakeTrouble::None);
    EXPECT_TRUE(eventuallyInQt([&] {
        queue_->retryNow("front");
        return stateOf(*queue_, job) == JobState::Printed;
    }));
}

// It was said to be out of paper until the next sale.
TEST_F(PrinterTalkTest, OneThatWasSeenToIsAskedHowItIsThoughNothingWaits) {
    open(soonNotReady());
    runOutOfPaper();
    const PrintJobNo job = put(ticketJob("a"));
    ASSERT_TRUE(isTold(PrinterCondition::PaperOut));
    ASSERT_TRUE(isLeft(job));
    tickets_.behave({});
    tickets_.set(test::FakeTrouble::None);
    EXPECT_TRUE(isToldWhenAsked(PrinterCondition::Ready));
    EXPECT_THAT(tickets_.tickets(), IsEmpty());
    EXPECT_THAT(tickets_.illegal(), IsEmpty());
}

TEST_F(PrinterTalkTest, OneThatDoesNotAnswerIsNotSaidToBeOffOnceItCanBeReached) {
    PrinterSetup setup;
    setup.name = "front";
    setup.acknowledges = false;
    setup.device = file() + ".lp0";
    queue_ = openQueue(file(), {setup});
    const PrintJobNo job = put(ticketJob("a"));
    ASSERT_TRUE(isTold(PrinterCondition::Unreachable));
    ASSERT_TRUE(isLeft(job));
    QFile device(setup.device);
    ASSERT_TRUE(device.open(QIODevice::WriteOnly));
    queue_->retryNow("front");
    EXPECT_TRUE(isTold(PrinterCondition::Unknown));
    EXPECT_EQ(device.size(), 0);
}

TEST_F(PrinterTalkTest, PaperThatEndsInTheMiddleIsWaitedFor) {
    open();
    test::FakeBehaviour late;
    late.holdsAcks = true;
    tickets_.behave(late);
    const PrintJobNo job = put(ticketJob("a"));
    ASSERT_TRUE(tickets_.waitFor([](const auto& printer) { return !printer.tickets().empty(); }));
    tickets_.set(test::FakeTrouble::Jam);
    ASSERT_TRUE(isTold(PrinterCondition::Jam));
    EXPECT_EQ(stateOf(*queue_, job), JobState::Sending);
    tickets_.set(test::FakeTrouble::None);
    tickets_.releaseAcks();
    ASSERT_TRUE(becomes(job, JobState::Printed));
    EXPECT_EQ(papersWith(tickets_, "SEAT 14"), 1U);
}

TEST_F(PrinterTalkTest, LowPaperIsToldAndPrintsOn) {
    open();
    tickets_.set(test::FakeTrouble::PaperLow);
    ASSERT_TRUE(becomes(put(ticketJob("a")), JobState::Printed));
    ASSERT_TRUE(isTold(PrinterCondition::PaperLow));
}

// The printer's last word about an earlier ticket comes with the next connection.
TEST_F(PrinterTalkTest, AnOldAcknowledgementIsNotTakenForANewOne) {
    open(shortTimes());
    test::FakeBehaviour old;
    old.greeting = "\x06\x06";
    old.holdsAcks = true;
    tickets_.behave(old);
    EXPECT_TRUE(becomes(put(ticketJob("a")), JobState::Unknown));
}

// It tells of low paper by itself, before <S1>; then comes an old word, then the answer.
TEST_F(PrinterTalkTest, LowPaperThatIsToldUnaskedIsNoAnswerToTheQuestion) {
    TalkTimes times = shortTimes();
    times.ready = LinkTime(60'000);
    times.quiet = LinkTime(20'000);  // Never over: it answers before.
    open(times);
    test::FakeBehaviour low;
    low.greeting = "\x0F";
    low.holdsReady = true;
    low.holdsAcks = true;
    tickets_.behave(low);
    const PrintJobNo job = put(ticketJob("a"));
    ASSERT_TRUE(isTold(PrinterCondition::PaperLow));
    EXPECT_FALSE(tickets_.waitFor(hasSent("SEAT"), std::chrono::milliseconds(60)));
    tickets_.say("\x06\x11");
    EXPECT_TRUE(becomes(job, JobState::Unknown));
    EXPECT_TRUE(tickets_.waitFor(hasSent("SEAT")));
}

TEST_F(PrinterTalkTest, APrinterThatAnswersWithLowPaperAlonePrints) {
    open();
    test::FakeBehaviour low;
    low.greeting = "\x0F";
    low.holdsReady = true;
    tickets_.behave(low);
    EXPECT_TRUE(becomes(put(ticketJob("a")), JobState::Printed));
}

// X-OFF and X-ON go on while a printer has no paper: it would be given up after seconds.
TEST_F(PrinterTalkTest, FlowControlDoesNotHideThatThereIsNoPaper) {
    open();
    test::FakeBehaviour late;
    late.holdsAcks = true;
    tickets_.behave(late);
    const PrintJobNo job = put(ticketJob("a"));
    ASSERT_TRUE(tickets_.waitFor([](const auto& printer) { return !printer.tickets().empty(); }));
    ASSERT_TRUE(isTold(PrinterCondition::Ready));
    std::vector<PrinterCondition> told;
    QObject::connect(queue_.get(), &PrintQueue::conditionChanged,
                     [&] { told.push_back(queue_->conditionOf("front")); });
    tickets_.set(test::FakeTrouble::PaperOut);
    tickets_.say("\x13\x11\x0C");
    ASSERT_TRUE(eventuallyInQt([&] { return told.size() >= 2; }));
    EXPECT_THAT(told, ::testing::ElementsAre(PrinterCondition::PaperOut, PrinterCondition::Ready));
    tickets_.releaseAcks();
    EXPECT_TRUE(becomes(job, JobState::Printed));
}

// A document that is larger than the printer's buffer stalls in the middle of being sent.
TEST_F(PrinterTalkTest, PaperThatEndsWhileADocumentIsSentIsToldAndWaitedFor) {
    TalkTimes times = testTimes();
    times.write = LinkTime(2'000);
    open(times);
    NewJob big = ticketJob("a");
    const QByteArray one = std::get<QByteArray>(big.content);
    big.tickets = kJobTicketsMax;
    big.content = (QByteArray("<RC10,10>").repeated(400) + one).repeated(kJobTicketsMax);
    test::FakeBehaviour stalls;
    stalls.takesBytesMax = 20'000;
    tickets_.behave(stalls);
    const PrintJobNo job = put(big);
    ASSERT_TRUE(tickets_.waitFor([](const auto& printer) { return !printer.tickets().empty(); }));
    tickets_.set(test::FakeTrouble::PaperOut);
    ASSERT_TRUE(isTold(PrinterCondition::PaperOut));
    // For longer than for one of which nothing is known.
    EXPECT_FALSE(eventuallyInQt([&] { return stateOf(*queue_, job) != JobState::Sending; },
                                2 * times.write));
    tickets_.behave({});
    tickets_.set(test::FakeTrouble::None);
    ASSERT_TRUE(becomes(job, JobState::Printed));
    EXPECT_EQ(papersWith(tickets_, "SEAT 14"), static_cast<std::size_t>(kJobTicketsMax));
}

TEST_F(PrinterTalkTest, OfManyTicketsItSaysHowManyAreCertain) {
    TalkTimes times = testTimes();
    times.answer = LinkTime(1'000);
    open(times);
    NewJob three = ticketJob("a");
    const QByteArray one = std::get<QByteArray>(three.content);
    three.tickets = 3;
    three.content = one.repeated(3);
    test::FakeBehaviour stalls;
    stalls.takesBytesMax =
        std::string("<S1><CB>").size() + static_cast<std::size_t>(2 * one.size());
    tickets_.behave(stalls);
    const PrintJobNo job = put(three);
    ASSERT_TRUE(becomes(job, JobState::Unknown));
    EXPECT_EQ(jobOf(*queue_, job).note,
              "the printer has not said that the ticket is printed; 2 of 3 tickets are certain");
}

TEST_F(PrinterTalkTest, APrinterThatIsSilentIsSentNoTicket) {
    open(soonNotReady());
    test::FakeBehaviour silent;
    silent.answers = false;
    tickets_.behave(silent);
    const PrintJobNo job = put(ticketJob("a"));
    ASSERT_TRUE(
        eventuallyInQt([&] { return jobOf(*queue_, job).note == "the printer does not answer"; }));
    EXPECT_THAT(tickets_.tickets(), IsEmpty());
    tickets_.behave({});
    queue_->retryNow("front");
    EXPECT_TRUE(becomes(job, JobState::Printed));
}

TEST_F(PrinterTalkTest, ATicketThatIsNotAcknowledgedInTimeIsUnknown) {
    open(shortTimes());
    test::FakeBehaviour late;
    late.holdsAcks = true;
    tickets_.behave(late);
    const PrintJobNo job = put(ticketJob("a"));
    ASSERT_TRUE(becomes(job, JobState::Unknown));
    EXPECT_EQ(jobOf(*queue_, job).note, "the printer has not said that the ticket is printed");
}

TEST_F(PrinterTalkTest, WhatThePrinterRefusesIsUnknown) {
    open();
    test::FakeBehaviour refuses;
    refuses.insteadOfAck = "\x15";
    tickets_.behave(refuses);
    const PrintJobNo job = put(ticketJob("a"));
    ASSERT_TRUE(becomes(job, JobState::Unknown));
    EXPECT_EQ(jobOf(*queue_, job).note, "the printer refused what it was sent");
}

// Bytes that no manual has are no acknowledgement, whatever they are.
TEST_F(PrinterTalkTest, NoOtherByteIsAnAcknowledgement) {
    open(shortTimes());
    test::FakeBehaviour noise;
    for (int byte = 0x20; byte < 256; ++byte) noise.insteadOfAck += static_cast<char>(byte);
    noise.insteadOfAck += "\x05\x07\x08\x09\x1B";
    tickets_.behave(noise);
    EXPECT_TRUE(becomes(put(ticketJob("a")), JobState::Unknown));
}

// It takes the question, answers, and then nothing more: the buffers of both ends fill.
TEST_F(PrinterTalkTest, APrinterThatTakesNoBytesDoesNotHoldTheQueueForEver) {
    open(shortTimes());
    NewJob big = ticketJob("a");
    big.content = QByteArray("<RC10,10>" + QByteArray(kJobBytesMax - 100, 'x') + "<p>");
    test::FakeBehaviour stalls;
    stalls.takesBytesMax = 8;  // <S1><CB>
    tickets_.behave(stalls);
    const PrintJobNo job = put(big);
    ASSERT_TRUE(becomes(job, JobState::Unknown));
    EXPECT_EQ(jobOf(*queue_, job).note, "sending took too long");
    EXPECT_THAT(tickets_.tickets(), IsEmpty());
}

TEST_F(PrinterTalkTest, ClosingTheProgramDoesNotWaitForThePrinter) {
    open();
    test::FakeBehaviour late;
    late.holdsAcks = true;
    tickets_.behave(late);
    put(ticketJob("a"));
    ASSERT_TRUE(tickets_.waitFor([](const auto& printer) { return !printer.tickets().empty(); }));
    const auto before = std::chrono::steady_clock::now();
    queue_.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(5));
    open();
    ASSERT_THAT(queue_->undecided(), SizeIs(1));
    EXPECT_EQ(queue_->undecided()[0].note, "this program is ending");
}

}  // namespace
}  // namespace tessera::qt
