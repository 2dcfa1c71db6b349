// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "shared/qt/print/job_rows.h"
#include "tests/qt_print/crashing_till.h"
#include "tests/qt_print/till.h"
#include "tests/support/child_process.h"

namespace tessera::qt {
namespace {

using std::chrono::seconds;

class CrashTest : public TillTest {
protected:
    std::unique_ptr<test::ChildProcess> start(const TillOrder& order) {
        test::ChildOptions options;
        options.argv = crashingTill(order);
        auto child = test::ChildProcess::start(options);
        if (!child) {
            ADD_FAILURE() << child.error().message;
            return nullptr;
        }
        return std::move(*child);
    }
};

enum class Ending { Finished, Printed, Unknown };

// What a till that is started anew makes of one that was killed at `step`, unless that had
// finished.
Ending endingOf(const QString& file, int step, test::ChildProcess& child,
                test::FakePrinter& printer) {
    SCOPED_TRACE("killed at step " + std::to_string(step));
    const auto code = child.waitForExit(seconds(30));
    EXPECT_TRUE(code == 0 || code == -SIGKILL) << child.output();
    if (code == 0) return Ending::Finished;
    const auto queue = openQueue(file, {setupOf(printer)});
    // The worker reaches its ledger only after the job was queued: it is always there.
    EXPECT_EQ(queue->jobs().size(), 1U);
    if (queue->jobs().size() != 1) return Ending::Unknown;
    const PrintJobNo job = queue->jobs()[0].number;
    const bool asked = asksForDecision(queue->jobs()[0]);
    const auto next = queue->enqueue(ticketJob("next", "SEAT 15"));
    EXPECT_TRUE(next && next->outcome == EnqueueOutcome::Queued);
    EXPECT_TRUE(eventuallyInQt([&] { return queue->isIdle(); }));
    EXPECT_EQ(papersWith(printer, "SEAT 15"), 1U);
    const std::size_t papers = papersWith(printer, kTillWords);
    EXPECT_LE(papers, 1U) << "printed twice by itself";
    const JobState state = stateOf(*queue, job);
    if (asked) {
        EXPECT_EQ(state, JobState::Unknown);
        EXPECT_EQ(queue->undecided().size(), 1U);
    } else {
        EXPECT_EQ(state, JobState::Printed);
        EXPECT_EQ(papers, 1U) << "called printed and is not";
    }
    EXPECT_THAT(printer.illegal(), ::testing::IsEmpty());
    return asked ? Ending::Unknown : Ending::Printed;
}

TEST_F(CrashTest, KilledAtAnyStepATillLosesNothingAndPrintsNothingTwice) {
    std::map<Ending, int> endings;
    int step = 0;
    while (endings[Ending::Finished] == 0) {
        test::FakePrinter printer(test::FakeLanguage::Fgl);
        const QString file =
            QString::fromStdString((folder_ / ("step" + std::to_string(++step))).string());
        const auto child = start({file, printer.port(), step, false});
        ASSERT_NE(child, nullptr);
        ++endings[endingOf(file, step, *child, printer)];
        ASSERT_LT(step, 200);
        if (HasFailure()) return;
    }
    // Before the first change of the ledger it is printed later, after the last it is printed
    // already; of all that lies between, a person is asked.
    EXPECT_EQ(endings[Ending::Printed], 2);
    EXPECT_GT(endings[Ending::Unknown], 15);
}

// The control of the test above: a queue that took what it was sending for unsent would print it
// twice, and the paper shows it.
TEST_F(CrashTest, AQueueThatSentAgainByItselfWouldBeSeen) {
    int steps = 0;
    {
        const auto whole = start({file() + ".whole", tickets_.port(), 0, false});
        ASSERT_NE(whole, nullptr);
        const auto line = whole->waitForLine("printed in ", seconds(30));
        ASSERT_TRUE(line) << whole->output();
        steps = std::stoi(line->substr(11));
    }
    test::FakePrinter printer(test::FakeLanguage::Fgl);
    const auto child = start({file(), printer.port(), steps - 1, false});
    ASSERT_NE(child, nullptr);
    ASSERT_EQ(child->waitForExit(seconds(30)), -SIGKILL);
    {
        QSqlDatabase raw = QSqlDatabase::addDatabase("QSQLITE", "planted");
        raw.setDatabaseName(file());
        ASSERT_TRUE(raw.open());
        ASSERT_TRUE(run(raw, "UPDATE job SET state = 0 WHERE state = 1"));
        raw.close();
    }
    QSqlDatabase::removeDatabase("planted");
    const auto queue = openQueue(file(), {setupOf(printer)});
    ASSERT_TRUE(eventuallyInQt([&] { return queue->isIdle(); }));
    EXPECT_EQ(papersWith(printer, kTillWords), 2U);
}

TEST_F(CrashTest, ASecondProgramIsRefusedUntilTheFirstIsGone) {
    const auto child = start({file(), tickets_.port(), 0, true});
    ASSERT_NE(child, nullptr);
    ASSERT_TRUE(child->waitForLine("open", seconds(20))) << child->output();
    const auto second = PrintQueue::open(file(), {setupOf(tickets_)});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().reason, OpenRefusal::InUse);
    child->kill9();
    ASSERT_TRUE(child->waitForExit(seconds(20)));
    open();
    EXPECT_TRUE(becomes(put(ticketJob("a")), JobState::Printed));
}

TEST_F(CrashTest, ASecondQueueOfOneProgramIsRefusedToo) {
    open();
    EXPECT_EQ(PrintQueue::open(file(), {setupOf(tickets_)}).error().reason, OpenRefusal::InUse);
}

}  // namespace
}  // namespace tessera::qt
