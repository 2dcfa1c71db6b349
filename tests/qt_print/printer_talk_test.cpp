// SPDX-License-Identifier: Apache-2.0
#include "tests/qt_print/till.h"

namespace tessera::qt {
namespace {

using print::PrinterCondition;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TalkTimes shortTimes() {
    TalkTimes times = testTimes();
    times.ready = LinkTime(200);
    times.answer = LinkTime(200);
    times.write = LinkTime(200);
    return times;
}

class PrinterTalkTest : public TillTest {
protected:
    bool isTold(PrinterCondition condition) {
        return eventuallyInQt([&] { return queue_->conditionOf("front") == condition; });
    }
};

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

TEST_F(PrinterTalkTest, APrinterThatIsSilentIsSentNoTicket) {
    open(shortTimes());
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

class ReceiptTalkTest : public PrinterTalkTest {
protected:
    void openReceipts(const TalkTimes& times = testTimes()) {
        open(times, PrinterLanguage::Escpos);
    }
};

TEST_F(ReceiptTalkTest, AReceiptIsPrintedOnceThePrinterHasWorkedItOff) {
    openReceipts();
    ASSERT_TRUE(becomes(put(receiptJob("a")), JobState::Printed));
    EXPECT_THAT(receipts_.items(), SizeIs(1));
    EXPECT_THAT(receipts_.illegal(), IsEmpty());
}

TEST_F(ReceiptTalkTest, AnOpenCoverOrNoPaperIsToldAndNothingIsSent) {
    openReceipts();
    receipts_.set(test::FakeTrouble::CoverOpen);
    const PrintJobNo job = put(receiptJob("a"));
    ASSERT_TRUE(isTold(PrinterCondition::CoverOpen));
    receipts_.set(test::FakeTrouble::PaperOut);
    queue_->retryNow("front");
    ASSERT_TRUE(isTold(PrinterCondition::PaperOut));
    EXPECT_THAT(receipts_.items(), IsEmpty());
    receipts_.set(test::FakeTrouble::None);
    queue_->retryNow("front");
    ASSERT_TRUE(becomes(job, JobState::Printed));
    EXPECT_THAT(receipts_.items(), SizeIs(1));
}

TEST_F(ReceiptTalkTest, PaperThatEndsInAReceiptIsToldWhileItWaits) {
    openReceipts();
    test::FakeBehaviour late;
    late.holdsAcks = true;
    receipts_.behave(late);
    const PrintJobNo job = put(receiptJob("a"));
    ASSERT_TRUE(receipts_.waitFor([](const auto& printer) { return !printer.items().empty(); }));
    receipts_.set(test::FakeTrouble::PaperOut);
    ASSERT_TRUE(isTold(PrinterCondition::PaperOut));
    EXPECT_EQ(stateOf(*queue_, job), JobState::Sending);
    receipts_.set(test::FakeTrouble::None);
    receipts_.releaseAcks();
    ASSERT_TRUE(becomes(job, JobState::Printed));
}

TEST_F(ReceiptTalkTest, AReceiptThatIsNotAnsweredIsUnknown) {
    openReceipts(shortTimes());
    test::FakeBehaviour late;
    late.holdsAcks = true;
    receipts_.behave(late);
    EXPECT_TRUE(becomes(put(receiptJob("a")), JobState::Unknown));
}

}  // namespace
}  // namespace tessera::qt
