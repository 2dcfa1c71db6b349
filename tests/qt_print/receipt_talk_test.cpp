// SPDX-License-Identifier: Apache-2.0
#include "tests/qt_print/talk_till.h"

namespace tessera::qt {
namespace {

using print::PrinterCondition;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

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
    EXPECT_THAT(receipts_.bytes(), Not(HasSubstr("\x1Dr"))) << "it would be answered later";
    receipts_.set(test::FakeTrouble::None);
    queue_->retryNow("front");
    ASSERT_TRUE(becomes(job, JobState::Printed));
    EXPECT_THAT(receipts_.items(), SizeIs(1));
}

TEST_F(ReceiptTalkTest, OneWhoseCoverIsShutIsAskedHowItIsThoughNothingWaits) {
    openReceipts();
    receipts_.set(test::FakeTrouble::CoverOpen);
    const PrintJobNo job = put(receiptJob("a"));
    ASSERT_TRUE(isTold(PrinterCondition::CoverOpen));
    ASSERT_TRUE(isLeft(job));
    receipts_.set(test::FakeTrouble::None);
    queue_->retryNow("front");
    EXPECT_TRUE(isTold(PrinterCondition::Ready));
    EXPECT_THAT(receipts_.items(), IsEmpty());
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

// Two talks were given up before; when the printer goes on, all that they asked is answered.
TEST_F(ReceiptTalkTest, AnswersToEarlierQuestionsAreNotTakenForTheNewOne) {
    TalkTimes times = shortTimes();
    times.ready = LinkTime(20'000);
    times.quiet = LinkTime(2'000);  // In which the rest is said, however busy the machine is.
    openReceipts(times);
    test::FakeBehaviour late;
    late.holdsReady = true;
    receipts_.behave(late);
    const PrintJobNo job = put(receiptJob("a"));
    ASSERT_TRUE(receipts_.waitFor(hasSent("\x1Dr")));
    const std::string answer(1, '\0');
    receipts_.say(answer);
    EXPECT_FALSE(receipts_.waitFor(hasSent("Total"), std::chrono::milliseconds(60)));
    receipts_.say(answer + answer);
    ASSERT_TRUE(becomes(job, JobState::Unknown));
    EXPECT_TRUE(receipts_.waitFor(hasSent("Total")));
}

// Letters, and what a printer that was set up so sends unasked: four bytes, of which three look
// like an answer.
TEST_F(ReceiptTalkTest, NoOtherByteIsAnAnswer) {
    openReceipts(shortTimes());
    test::FakeBehaviour noise;
    for (unsigned byte = 0x20; byte < 256; ++byte) {
        const bool isRealTime = (byte & 0x93U) == 0x12U;
        const bool isHead = (byte & 0x93U) == 0x10U;
        if (!isRealTime && !isHead) noise.insteadOfAck += static_cast<char>(byte);
    }
    noise.insteadOfAck += std::string("\x14\x00\x00\x0F", 4);
    receipts_.behave(noise);
    EXPECT_TRUE(becomes(put(receiptJob("a")), JobState::Unknown));
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
