// SPDX-License-Identifier: Apache-2.0
// A drawer opens at once and once, or not at all: never later, never again.
#include "tests/qt_print/till.h"

namespace tessera::qt {
namespace {

class DrawerTest : public TillTest {
protected:
    void SetUp() override { open(testTimes(), PrinterLanguage::Escpos); }
    void listen() {
        QObject::connect(queue_.get(), &PrintQueue::drawerDone,
                         [this](const QString&, bool opened) { done_.push_back(opened); });
    }
    std::size_t kicks() const {
        std::size_t count = 0;
        for (const test::SeenItem& item : receipts_.items()) {
            count += std::holds_alternative<test::SeenKick>(item) ? 1 : 0;
        }
        return count;
    }
    std::vector<bool> done_;
};

TEST_F(DrawerTest, ItOpensWithoutADocumentAndNoCopyOrReprintOpensItAgain) {
    listen();
    ASSERT_TRUE(queue_->openDrawer("front", 1));
    ASSERT_TRUE(eventuallyInQt([&] { return done_ == std::vector<bool>{true}; }));
    ASSERT_TRUE(receipts_.waitFor([&](const test::FakePrinter&) { return kicks() == 1; }));
    const PrintJobNo job = put(receiptJob("a"));
    ASSERT_TRUE(becomes(job, JobState::Printed));
    ReprintOrder again;
    again.key = "b";
    again.who = "ada";
    again.reason = "torn";
    const auto repeated = queue_->reprint(job, again);
    ASSERT_TRUE(repeated && repeated->outcome == EnqueueOutcome::Queued);
    ASSERT_TRUE(becomes(repeated->job, JobState::Printed));
    EXPECT_EQ(kicks(), 1U);
}

TEST_F(DrawerTest, OneThatCouldNotBeOpenedIsSaidAndDoesNotOpenOnceThePrinterIsThere) {
    PrinterSetup setup = setupOf(receipts_, PrinterLanguage::Escpos);
    {
        const test::FakePrinter gone(test::FakeLanguage::Escpos);
        setup.port = gone.port();
    }
    queue_.reset();
    queue_ = openQueue(file(), {setup});
    listen();
    ASSERT_TRUE(queue_->openDrawer("front", 1));
    ASSERT_TRUE(eventuallyInQt([&] { return done_ == std::vector<bool>{false}; }));
    const PrintJobNo job = put(receiptJob("a"));
    queue_.reset();  // The till is started again, and its printer is on.
    queue_ = openQueue(file(), {setupOf(receipts_, PrinterLanguage::Escpos)});
    ASSERT_TRUE(becomes(job, JobState::Printed));
    EXPECT_EQ(kicks(), 0U);
}

TEST_F(DrawerTest, ATicketPrinterHasNone) {
    open();
    EXPECT_FALSE(queue_->openDrawer("front", 1));
    EXPECT_FALSE(queue_->openDrawer("another", 1));
}

}  // namespace
}  // namespace tessera::qt
