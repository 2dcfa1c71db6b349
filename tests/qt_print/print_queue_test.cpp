// SPDX-License-Identifier: Apache-2.0
#include <QFile>

#include "tests/print/ticket_sample.h"
#include "tests/qt_print/till.h"

namespace tessera::qt {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class PrintQueueTest : public TillTest {};

TEST_F(PrintQueueTest, AJobIsPrintedOnceAndSaysSo) {
    open();
    const PrintJobNo job = put(ticketJob("a"));
    ASSERT_TRUE(becomes(job, JobState::Printed));
    EXPECT_EQ(papersWith(tickets_, "SEAT 14"), 1U);
    EXPECT_EQ(jobOf(*queue_, job).copiesPrinted, 1);
    EXPECT_TRUE(isTold(print::PrinterCondition::Ready));
    EXPECT_TRUE(queue_->isIdle());
    EXPECT_THAT(tickets_.illegal(), IsEmpty());
}

TEST_F(PrintQueueTest, TheSameKeyIsTheSameJob) {
    open();
    const PrintJobNo job = put(ticketJob("a"));
    const auto again = queue_->enqueue(ticketJob("a"));
    EXPECT_EQ(again->outcome, EnqueueOutcome::AlreadyQueued);
    EXPECT_EQ(again->job, job);
    EXPECT_EQ(queue_->enqueue(ticketJob("a", "SEAT 15"))->outcome, EnqueueOutcome::KeyReused);
    ASSERT_TRUE(becomes(job, JobState::Printed));
    open();
    EXPECT_EQ(queue_->enqueue(ticketJob("a"))->outcome, EnqueueOutcome::AlreadyQueued);
    ASSERT_TRUE(becomes(put(ticketJob("b", "SEAT 16")), JobState::Printed));
    EXPECT_EQ(papersWith(tickets_, "SEAT 14"), 1U);
}

TEST_F(PrintQueueTest, CopiesAreCountedOneByOne) {
    open();
    NewJob three = ticketJob("a");
    three.copies = 3;
    const PrintJobNo job = put(three);
    ASSERT_TRUE(becomes(job, JobState::Printed));
    EXPECT_EQ(papersWith(tickets_, "SEAT 14"), 3U);
    EXPECT_EQ(jobOf(*queue_, job).copiesPrinted, 3);
}

// The case the queue is for: power, cable or printer gone between the first byte and the last word.
TEST_F(PrintQueueTest, AConnectionThatBreaksInATicketLeavesItUnknownAndDoesNotRepeatIt) {
    open();
    test::FakeBehaviour breaks;
    breaks.dropAfterBytes = 30;  // After <S1><CB>, in the ticket.
    tickets_.behave(breaks);
    const PrintJobNo job = put(ticketJob("a"));
    ASSERT_TRUE(becomes(job, JobState::Unknown));
    EXPECT_THAT(queue_->undecided(), SizeIs(1));
    ASSERT_TRUE(becomes(put(ticketJob("b", "SEAT 15")), JobState::Printed));
    EXPECT_EQ(papersWith(tickets_, "SEAT 14"), 0U);
    // What was placed of the first ticket is not on the second.
    EXPECT_THAT(tickets_.tickets().at(0).texts, SizeIs(1));
    open();
    EXPECT_THAT(queue_->undecided(), SizeIs(1));
    const ReprintOrder order{"c", {}, 1, "ada", "the cable was out"};
    const auto again = queue_->reprint(job, order);
    ASSERT_TRUE(again);
    ASSERT_EQ(again->outcome, EnqueueOutcome::Queued);
    ASSERT_TRUE(becomes(again->job, JobState::Printed));
    EXPECT_EQ(papersWith(tickets_, "SEAT 14"), 1U);
    EXPECT_THAT(queue_->undecided(), IsEmpty());
    EXPECT_EQ(jobOf(*queue_, again->job).reprintOf, job);
    EXPECT_EQ(queue_->reprint(job, order)->outcome, EnqueueOutcome::AlreadyQueued);
}

TEST_F(PrintQueueTest, AReprintHasAReason) {
    open();
    const PrintJobNo job = put(ticketJob("a"));
    ASSERT_TRUE(becomes(job, JobState::Printed));
    EXPECT_EQ(queue_->reprint(job, {"b", {}, 1, "ada", "  "})->outcome,
              EnqueueOutcome::MissingReason);
    EXPECT_EQ(queue_->reprint(PrintJobNo{99}, {"b", {}, 1, "ada", "torn"})->outcome,
              EnqueueOutcome::NoSuchJob);
    const auto again = queue_->reprint(job, {"b", {}, 1, "ada", "torn"});
    ASSERT_TRUE(becomes(again->job, JobState::Printed));
    EXPECT_EQ(jobOf(*queue_, again->job).reason, "torn");
    EXPECT_EQ(papersWith(tickets_, "SEAT 14"), 2U);
}

TEST_F(PrintQueueTest, AReprintGoesToAPrinterOfTheSameLanguage) {
    test::FakePrinter back(test::FakeLanguage::Fgl);
    PrinterSetup second = setupOf(back);
    second.name = "back";
    PrinterSetup receipts = setupOf(receipts_, PrinterLanguage::Escpos);
    receipts.name = "receipts";
    queue_ = openQueue(file(), {setupOf(tickets_)});
    const PrintJobNo job = put(ticketJob("a"));
    ASSERT_TRUE(becomes(job, JobState::Printed));
    queue_.reset();
    queue_ = openQueue(file(), {second, receipts});  // The first has been taken away.
    const auto refused = queue_->reprint(job, {"b", "receipts", 1, "ada", "torn"});
    EXPECT_EQ(refused->outcome, EnqueueOutcome::BadJob);
    EXPECT_EQ(refused->field, "printer: it speaks another language");
    EXPECT_EQ(queue_->reprint(job, {"b", {}, 1, "ada", "torn"})->outcome,
              EnqueueOutcome::UnknownPrinter);
    const auto again = queue_->reprint(job, {"b", "back", 2, "ada", "torn"});
    ASSERT_TRUE(becomes(again->job, JobState::Printed));
    EXPECT_EQ(papersWith(back, "SEAT 14"), 2U);
    EXPECT_THAT(receipts_.items(), IsEmpty());
}

TEST_F(PrintQueueTest, AJobWithoutItsPrinterWaitsAndCanBeCancelled) {
    auto printer = std::make_unique<test::FakePrinter>(test::FakeLanguage::Fgl);
    const PrinterSetup setup = setupOf(*printer);
    printer.reset();
    queue_ = openQueue(file(), {setup});
    const PrintJobNo job = put(ticketJob("a"));
    ASSERT_TRUE(eventuallyInQt([&] {
        return queue_->conditionOf("front") == print::PrinterCondition::Unreachable &&
               stateOf(*queue_, job) == JobState::Queued && !jobOf(*queue_, job).note.isEmpty();
    }));
    EXPECT_EQ(queue_->markPrinted(job, "ada").value(), DecisionOutcome::NotInThatState);
    EXPECT_EQ(queue_->reprint(job, {"b", {}, 1, "ada", "torn"})->outcome,
              EnqueueOutcome::NotReprintable);
    EXPECT_TRUE(isLeft(job));
    EXPECT_EQ(stateOf(*queue_, job), JobState::Cancelled);
    EXPECT_EQ(queue_->cancel(job, "ada").value(), DecisionOutcome::NotInThatState);
}

TEST_F(PrintQueueTest, WhatSomebodySawOnPaperIsMarkedPrinted) {
    open();
    test::FakeBehaviour breaks;
    breaks.insteadOfAck = "\x12";  // It was switched off and on.
    tickets_.behave(breaks);
    const PrintJobNo job = put(ticketJob("a"));
    ASSERT_TRUE(becomes(job, JobState::Unknown));
    EXPECT_EQ(queue_->cancel(job, "ada").value(), DecisionOutcome::NotInThatState);
    EXPECT_EQ(queue_->markPrinted(job, "ada").value(), DecisionOutcome::Done);
    EXPECT_EQ(stateOf(*queue_, job), JobState::Printed);
    EXPECT_EQ(queue_->markPrinted(job, "ada").value(), DecisionOutcome::NotInThatState);
}

TEST_F(PrintQueueTest, ATicketOfATemplateIsDrawnWhereThePrinterHasNoLetters) {
    open();
    NewJob job = ticketJob("a");
    print::FieldValues values = print::sampleValues();
    values["event.title"] = "هاملت";
    job.content = TicketContent{print::sampleTicket(), values};
    ASSERT_TRUE(becomes(put(job), JobState::Printed));
    const test::SeenTicket ticket = tickets_.tickets().at(0);
    EXPECT_THAT(ticket.texts, SizeIs(2));
    ASSERT_THAT(ticket.pictures, SizeIs(2));
    EXPECT_THAT(ticket.pictures[0].dots, SizeIs(66));  // Twice the height of its font.
    EXPECT_THAT(ticket.pictures[0].dots, ::testing::Contains(::testing::HasSubstr("#")));
    EXPECT_THAT(ticket.codes, SizeIs(1));
    EXPECT_THAT(tickets_.illegal(), IsEmpty());
}

TEST_F(PrintQueueTest, ATicketThatCannotBeMadeIsRefusedByItsField) {
    open();
    NewJob job = ticketJob("a");
    print::FieldValues values = print::sampleValues();
    values.erase("seat.row");
    job.content = TicketContent{print::sampleTicket(), values};
    const auto put = queue_->enqueue(job);
    EXPECT_EQ(put->outcome, EnqueueOutcome::BadJob);
    EXPECT_EQ(put->field, "/fields/1: {seat.row} has no value");
}

TEST_F(PrintQueueTest, ADeviceGetsTheBytesAndNothingElse) {
    const QString device = QString::fromStdString((folder_ / "lp0").string());
    QFile made(device);
    ASSERT_TRUE(made.open(QIODevice::WriteOnly));
    made.close();
    PrinterSetup setup;
    setup.name = "front";
    setup.device = device;
    setup.acknowledges = false;
    queue_ = openQueue(file(), {setup});
    const PrintJobNo job = put(ticketJob("a"));
    ASSERT_TRUE(becomes(job, JobState::Printed));
    ASSERT_TRUE(made.open(QIODevice::ReadOnly));
    EXPECT_EQ(made.readAll(), std::get<QByteArray>(ticketJob("a").content));
}

// Closing a connection throws away what the printer has not taken: it was called printed before.
TEST_F(PrintQueueTest, WhatAPrinterWithoutAWayBackHasNotTakenIsUnknown) {
    PrinterSetup mute = setupOf(tickets_);
    mute.acknowledges = false;
    test::FakeBehaviour stalls;
    stalls.takesBytesMax = 8;
    tickets_.behave(stalls);
    TalkTimes times = testTimes();
    times.drained = LinkTime(100);
    queue_ = openQueue(file(), {mute}, times);
    NewJob big = ticketJob("a");
    big.content = QByteArray("<RC10,10>").repeated(3'000) + std::get<QByteArray>(big.content);
    const PrintJobNo job = put(big);
    ASSERT_TRUE(becomes(job, JobState::Unknown));
    EXPECT_EQ(jobOf(*queue_, job).note, "the printer has not taken everything");
    tickets_.behave({});
    ASSERT_TRUE(becomes(put(ticketJob("b", "SEAT 15")), JobState::Printed));
    // What has come to its machine is with it; it works it off when it can.
    EXPECT_TRUE(
        tickets_.waitFor([](const auto& printer) { return papersWith(printer, "SEAT 15") == 1U; }));
}

// "front" was a ticket printer: its jobs are not text for the receipt printer of that name.
TEST_F(PrintQueueTest, AJobWaitsForAPrinterOfItsLanguage) {
    tickets_.set(test::FakeTrouble::PaperOut);
    open();
    const PrintJobNo ticket = put(ticketJob("a"));
    open(testTimes(), PrinterLanguage::Escpos);
    ASSERT_TRUE(becomes(put(receiptJob("b")), JobState::Printed));
    EXPECT_EQ(stateOf(*queue_, ticket), JobState::Queued);
    EXPECT_EQ(jobOf(*queue_, ticket).note, "the printer of this name speaks another language now");
    EXPECT_THAT(receipts_.items(), SizeIs(1));
    tickets_.set(test::FakeTrouble::None);
    open();
    EXPECT_TRUE(becomes(ticket, JobState::Printed));
}

TEST_F(PrintQueueTest, AnOrderThatIsRepeatedHearsTheSameWhateverHasBecomeOfItsPrinter) {
    open();
    const PrintJobNo job = put(ticketJob("a"));
    ASSERT_TRUE(becomes(job, JobState::Printed));
    const ReprintOrder order{"b", {}, 1, "ada", "torn"};
    const PrintJobNo again = queue_->reprint(job, order)->job;
    ASSERT_TRUE(becomes(again, JobState::Printed));
    PrinterSetup back = setupOf(tickets_);
    back.name = "back";
    queue_.reset();
    queue_ = openQueue(file(), {back});
    EXPECT_EQ(queue_->enqueue(ticketJob("a"))->outcome, EnqueueOutcome::AlreadyQueued);
    EXPECT_EQ(queue_->enqueue(ticketJob("a"))->job, job);
    EXPECT_EQ(queue_->reprint(job, order)->outcome, EnqueueOutcome::AlreadyQueued);
    EXPECT_EQ(queue_->reprint(job, order)->job, again);
    EXPECT_EQ(queue_->enqueue(ticketJob("a", "SEAT 15"))->outcome, EnqueueOutcome::KeyReused);
    EXPECT_EQ(queue_->enqueue(ticketJob("c"))->outcome, EnqueueOutcome::UnknownPrinter);
}

TEST_F(PrintQueueTest, TwoPrintersDoNotWaitForEachOther) {
    test::FakeBehaviour silent;
    silent.answers = false;
    tickets_.behave(silent);
    PrinterSetup other = setupOf(receipts_, PrinterLanguage::Escpos);
    other.name = "receipts";
    TalkTimes times = testTimes();
    times.ready = LinkTime(600'000);
    queue_ = openQueue(file(), {setupOf(tickets_), other}, times);
    const PrintJobNo stuck = put(ticketJob("a"));
    NewJob receipt = receiptJob("b");
    receipt.printer = "receipts";
    ASSERT_TRUE(becomes(put(receipt), JobState::Printed));
    EXPECT_NE(stateOf(*queue_, stuck), JobState::Printed);
    EXPECT_THAT(receipts_.items(),
                ElementsAre(test::SeenItem(test::SeenRow{0, false, false, false, "Total 25.00"})));
    EXPECT_THAT(receipts_.illegal(), IsEmpty());
}

}  // namespace
}  // namespace tessera::qt
