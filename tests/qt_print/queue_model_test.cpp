// SPDX-License-Identifier: Apache-2.0

#include <QDateTime>
#include <QLocale>

#include "shared/qt/print/print_queue_model.h"
#include "tests/qt_print/till.h"
#include "tests/support/model_rules.h"

namespace tessera::qt {
namespace {

class QueueModelTest : public TillTest {};

// Qt's own tester ends the process at the first signal that does not agree with the rows.
TEST_F(QueueModelTest, ShowsWhatIsInTheQueueThroughEveryChange) {
    TalkTimes times = testTimes();
    times.ready = LinkTime(100);
    open(times);
    PrintQueueModel model(*queue_);
    const test::ModelRules tester(&model);
    const PrintJobNo first = put(ticketJob("a"));
    ASSERT_TRUE(becomes(first, JobState::Printed));
    put(ticketJob("b", "SEAT 15"));
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.index(0, PrintQueueModel::State).data().toString(), "printed");
    EXPECT_EQ(model.index(0, PrintQueueModel::Title).data().toString(), "Order 1");
    EXPECT_EQ(model.index(0, PrintQueueModel::Copies).data().toString(), "1 of 1");
    EXPECT_EQ(model.index(0, PrintQueueModel::Who).data(Qt::AccessibleTextRole).toString(),
              "By: ada");
    const auto when = QDateTime::fromMSecsSinceEpoch(queue_->jobs()[0].queuedAtMs);
    EXPECT_THAT(
        model.index(0, PrintQueueModel::When).data().toString().toStdString(),
        ::testing::EndsWith(QLocale().toString(when.time(), QLocale::ShortFormat).toStdString()));
    EXPECT_EQ(model.index(1, 0).data(PrintQueueModel::JobRole).toLongLong(),
              queue_->jobs()[1].number.value);
    ASSERT_TRUE(becomes(queue_->jobs()[1].number, JobState::Printed));
    runOutOfPaper();
    ASSERT_TRUE(queue_->reprint(first, {"c", {}, 1, "ada", "torn"}));
    EXPECT_EQ(model.index(0, PrintQueueModel::State).data().toString(), "printed");
    EXPECT_EQ(model.index(2, PrintQueueModel::Note).data().toString(), "torn");
    ASSERT_TRUE(
        eventuallyInQt([&] { return queue_->jobs()[2].note == "the printer is out of paper"; }));
    EXPECT_EQ(model.index(2, PrintQueueModel::Note).data().toString(),
              "torn; the printer is out of paper");
    EXPECT_TRUE(eventuallyInQt(
        [&] { return model.index(2, PrintQueueModel::State).data().toString() == "▲ queued"; }));
    EXPECT_EQ(model.index(2, PrintQueueModel::State).data(Qt::AccessibleTextRole).toString(),
              "State: queued");
}

TEST_F(QueueModelTest, RowsThatAreForgottenLeaveTheModel) {
    {
        auto store = JobStore::open(file());
        ASSERT_TRUE(store);
        for (int i = 0; i < kJobsDoneMax; ++i) {
            PrintJob job;
            job.key = QString::number(i);
            job.printer = "front";
            job.who = "ada";
            job.body = "x";
            ASSERT_TRUE((*store)->cancel((*store)->add(job)->job, "no").value());
        }
    }
    open();
    PrintQueueModel model(*queue_);
    const test::ModelRules tester(&model);
    const qlonglong oldest = model.index(0, 0).data(PrintQueueModel::JobRole).toLongLong();
    ASSERT_TRUE(becomes(put(ticketJob("one")), JobState::Printed));
    // The second waits, for what is done already when it is added would be forgotten with it.
    tickets_.set(test::FakeTrouble::PaperOut);
    put(ticketJob("two", "SEAT 15"));
    EXPECT_EQ(model.rowCount(), kJobsDoneMax + 1);
    EXPECT_GT(model.index(0, 0).data(PrintQueueModel::JobRole).toLongLong(), oldest);
}

TEST_F(QueueModelTest, AskingIsSeenAsSoonAsAJobIsUnknown) {
    open();
    PrintQueueModel model(*queue_);
    std::vector<qint64> asked;
    QObject::connect(queue_.get(), &PrintQueue::decisionWanted,
                     [&](qint64 job) { asked.push_back(job); });
    test::FakeBehaviour refuses;
    refuses.insteadOfAck = "\x15";
    tickets_.behave(refuses);
    const PrintJobNo job = put(ticketJob("a"));
    ASSERT_TRUE(becomes(job, JobState::Unknown));
    EXPECT_THAT(asked, ::testing::ElementsAre(job.value));
    EXPECT_TRUE(model.index(0, 0).data(PrintQueueModel::AsksRole).toBool());
    EXPECT_EQ(model.index(0, PrintQueueModel::State).data().toString(),
              "■ unknown: look at the paper");
    ASSERT_TRUE(queue_->reprint(job, {"b", {}, 1, "ada", "refused"}));
    EXPECT_FALSE(model.index(0, 0).data(PrintQueueModel::AsksRole).toBool());
    EXPECT_EQ(model.index(0, PrintQueueModel::State).data().toString(), "unknown, printed again");
}

}  // namespace
}  // namespace tessera::qt
