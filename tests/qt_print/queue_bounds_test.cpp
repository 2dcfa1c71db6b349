// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <QFile>

#include "shared/qt/print/job_rows.h"
#include "tests/qt_print/till.h"

namespace tessera::qt {
namespace {

class QueueBoundsTest : public TillTest {
protected:
    std::unique_ptr<JobStore> store() {
        auto store = JobStore::open(file());
        if (!store) {
            ADD_FAILURE() << store.error().message;
            std::abort();
        }
        return std::move(*store);
    }
    // By a connection of its own, which is closed afterwards.
    void inRaw(const std::vector<QString>& statements) {
        {
            QSqlDatabase raw = QSqlDatabase::addDatabase("QSQLITE", "raw");
            raw.setDatabaseName(file());
            ASSERT_TRUE(raw.open());
            for (const QString& one : statements) ASSERT_TRUE(run(raw, one)) << one.toStdString();
            raw.close();
        }
        QSqlDatabase::removeDatabase("raw");
    }
    QByteArray bytesOfFile() const {
        QFile made(file());
        return made.open(QIODevice::ReadOnly) ? made.readAll() : QByteArray();
    }
    static PrintJob row(int number) {
        PrintJob job;
        job.key = QString("job %1").arg(number);
        job.printer = "front";
        job.who = "ada";
        job.body = "x";
        return job;
    }
};

TEST_F(QueueBoundsTest, ARefusalNamesTheFieldAndItsLimit) {
    open();
    const auto refusal = [&](const std::function<void(NewJob&)>& change) {
        NewJob job = ticketJob("a");
        change(job);
        const auto put = queue_->enqueue(job);
        return std::pair(put->outcome, put->field.toStdString());
    };
    using Refusal = std::pair<EnqueueOutcome, std::string>;
    const auto bad = [](const char* field) { return Refusal{EnqueueOutcome::BadJob, field}; };
    EXPECT_EQ(refusal([](NewJob& job) { job.printer = "back"; }),
              (Refusal{EnqueueOutcome::UnknownPrinter, "back"}));
    EXPECT_EQ(refusal([](NewJob& job) { job.key.clear(); }), bad("key: 1 to 200 bytes"));
    EXPECT_EQ(refusal([](NewJob& job) { job.title = QString(201, 'x'); }),
              bad("title: at most 200 bytes"));
    EXPECT_EQ(refusal([](NewJob& job) { job.who.clear(); }), bad("who: 1 to 200 bytes"));
    EXPECT_EQ(refusal([](NewJob& job) { job.copies = 101; }), bad("copies: 1 to 100"));
    EXPECT_EQ(refusal([](NewJob& job) { job.tickets = 0; }), bad("tickets: 1 to 100"));
    EXPECT_EQ(refusal([](NewJob& job) { job.content = QByteArray(); }), bad("content: empty"));
    EXPECT_EQ(refusal([](NewJob& job) { job.content = QByteArray(kJobBytesMax + 1, 'x'); }),
              (Refusal{EnqueueOutcome::TooLarge, "content: 1 to 1048576"}));
    EXPECT_TRUE(queue_->jobs().empty());
}

TEST_F(QueueBoundsTest, AFullQueueRefusesAndForgetsNothing) {
    {
        const auto jobs = store();
        for (int i = 0; i < kJobsWaitingMax; ++i) {
            ASSERT_EQ(jobs->add(row(i))->outcome, AddOutcome::Added);
        }
        EXPECT_EQ(jobs->add(row(kJobsWaitingMax))->outcome, AddOutcome::QueueFull);
        EXPECT_EQ(jobs->add(row(0))->outcome, AddOutcome::AlreadyThere);
        // One that is unknown still waits, for a person; one that is decided does not.
        const PrintJobNo first = (*jobs->next("front", PrinterLanguage::Fgl))->number;
        ASSERT_TRUE(*jobs->beginSending(first));
        ASSERT_TRUE(*jobs->leaveUnknown(first, "lost"));
        EXPECT_EQ(jobs->add(row(kJobsWaitingMax))->outcome, AddOutcome::QueueFull);
        ASSERT_TRUE(*jobs->markPrinted(first, "seen"));
        EXPECT_EQ(jobs->add(row(kJobsWaitingMax))->outcome, AddOutcome::Added);
        EXPECT_EQ(jobs->add(row(kJobsWaitingMax + 1))->outcome, AddOutcome::QueueFull);
        // What is full is the one printer's queue, and what was unknown may be printed again.
        PrintJob other = row(kJobsWaitingMax + 2);
        other.printer = "back";
        EXPECT_EQ(jobs->add(other)->outcome, AddOutcome::Added);
        const PrintJobNo second = (*jobs->next("front", PrinterLanguage::Fgl))->number;
        ASSERT_TRUE(*jobs->beginSending(second));
        ASSERT_TRUE(*jobs->leaveUnknown(second, "lost"));
        PrintJob reprint = row(kJobsWaitingMax + 3);
        reprint.reprintOf = second;
        EXPECT_EQ(jobs->add(reprint)->outcome, AddOutcome::Added);
        EXPECT_EQ(jobs->add(row(kJobsWaitingMax + 1))->outcome, AddOutcome::QueueFull);
        EXPECT_TRUE(jobs->prune()->empty());
    }
}

TEST_F(QueueBoundsTest, TheOldestThatAreDoneAreForgottenFirst) {
    const auto jobs = store();
    std::vector<PrintJobNo> numbers;
    for (int i = 0; i < kJobsDoneMax + 3; ++i) {
        const auto added = jobs->add(row(i));
        ASSERT_EQ(added->outcome, AddOutcome::Added);
        numbers.push_back(added->job);
        if (i == 1) continue;
        ASSERT_TRUE(*jobs->cancel(added->job, "no"));
    }
    // The second still waits and stays.
    EXPECT_THAT(*jobs->prune(), ::testing::UnorderedElementsAre(numbers[0], numbers[2]));
    EXPECT_EQ(jobs->list()->size(), static_cast<std::size_t>(kJobsDoneMax) + 1);
    EXPECT_EQ(jobs->list()->front().number, numbers[1]);
    // It is done at last: what was done long before it goes, not what was queued before.
    ASSERT_TRUE(*jobs->cancel(numbers[1], "no"));
    EXPECT_THAT(*jobs->prune(), ::testing::ElementsAre(numbers[3]));
    EXPECT_TRUE(jobs->find(numbers[1])->has_value());
}

TEST_F(QueueBoundsTest, WhatIsForgottenIsInNoFile) {
    const auto jobs = store();
    const auto isThere = [&] {
        for (const char* end : {"", "-wal"}) {
            QFile one(file() + end);
            if (one.open(QIODevice::ReadOnly) && one.readAll().contains("ADA LOVELACE"))
                return true;
        }
        return false;
    };
    PrintJob first = row(0);
    first.body = "ADA LOVELACE";
    ASSERT_TRUE(*jobs->cancel(jobs->add(first)->job, "no"));
    EXPECT_TRUE(isThere());
    for (int i = 1; i <= kJobsDoneMax; ++i) {
        ASSERT_TRUE(*jobs->cancel(jobs->add(row(i))->job, "no"));
    }
    ASSERT_EQ(jobs->prune()->size(), 1U);
    EXPECT_FALSE(isThere());
}

TEST_F(QueueBoundsTest, AJobOfWhichCopiesAreOnPaperIsPrintedWhenItIsCancelled) {
    const auto jobs = store();
    PrintJob three = row(1);
    three.copies = 3;
    const PrintJobNo job = jobs->add(three)->job;
    ASSERT_TRUE(*jobs->beginSending(job));
    ASSERT_TRUE(*jobs->copyPrinted(job));
    ASSERT_TRUE(*jobs->backToQueue(job, "no paper"));
    tickets_.set(test::FakeTrouble::PaperOut);  // Before there is somebody who prints it.
    open();
    ASSERT_TRUE(isLeft(job));
    EXPECT_EQ(stateOf(*queue_, job), JobState::Printed);
    EXPECT_EQ(jobOf(*queue_, job).note, "cancelled by ada: 1 of 3 copies are printed");
    EXPECT_EQ(queue_->reprint(job, {"b", {}, 2, "ada", "two are missing"})->outcome,
              EnqueueOutcome::Queued);
}

// A body of an older program, or a template that is not understood any more.
TEST_F(QueueBoundsTest, ATicketThatCannotBeMadeAnyMoreHoldsUpNothing) {
    PrintJobNo bad;
    {
        const auto jobs = store();
        PrintJob ticket = row(1);
        ticket.kind = BodyKind::Ticket;
        bad = jobs->add(ticket)->job;
    }
    open();
    ASSERT_TRUE(becomes(put(ticketJob("a")), JobState::Printed));
    EXPECT_TRUE(becomes(bad, JobState::Cancelled));
    EXPECT_EQ(jobOf(*queue_, bad).note, "the job is no ticket");
}

TEST_F(QueueBoundsTest, APrinterWhoseWorkerStoppedTakesNoJobs) {
    QueueParts parts;
    parts.openLedger = [](const QString&) -> Result<std::unique_ptr<JobLedger>> {
        return failure("the disk is full");
    };
    queue_ = *PrintQueue::open(file(), {setupOf(tickets_)}, std::move(parts));
    const PrintJobNo early = put(ticketJob("a"));
    ASSERT_TRUE(eventuallyInQt([&] { return queue_->isStopped("front"); }));
    EXPECT_EQ(queue_->enqueue(ticketJob("b"))->outcome, EnqueueOutcome::PrinterStopped);
    EXPECT_EQ(queue_->enqueue(ticketJob("a"))->outcome, EnqueueOutcome::AlreadyQueued);
    open();
    EXPECT_TRUE(becomes(early, JobState::Printed));
}

// Schema 1 had no order in which jobs were done.
TEST_F(QueueBoundsTest, AFileOfTheFirstSchemaIsTakenOver) {
    PrintJobNo done;
    {
        const auto jobs = store();
        done = jobs->add(row(1))->job;
        ASSERT_TRUE(*jobs->cancel(done, "no"));
        jobs->add(row(2)).value();
    }
    inRaw({"DROP INDEX job_by_done", "ALTER TABLE job DROP COLUMN done_no",
           "PRAGMA user_version = 1"});
    const auto jobs = store();
    for (int i = 3; i < 3 + kJobsDoneMax; ++i) {
        ASSERT_TRUE(*jobs->cancel(jobs->add(row(i))->job, "no"));
    }
    EXPECT_THAT(*jobs->prune(), ::testing::ElementsAre(done));
}

// Schema 2 had no printers of the system.
TEST_F(QueueBoundsTest, AFileOfTheSecondSchemaIsTakenOverWithItsJobsInTheirOrder) {
    PrintJobNo first;
    PrintJobNo second;
    {
        const auto jobs = store();
        first = jobs->add(row(1))->job;
        second = jobs->add(row(2))->job;
        ASSERT_TRUE(*jobs->cancel(second, "no"));
    }
    inRaw({"PRAGMA writable_schema = ON",
           "UPDATE sqlite_schema SET sql = replace(sql, 'BETWEEN 0 AND 2', 'IN (0, 1)')"
           " WHERE name = 'job' AND sql LIKE '%BETWEEN 0 AND 2%'",
           "PRAGMA writable_schema = OFF", "PRAGMA user_version = 2"});
    const auto jobs = store();
    PrintJob pdf = row(3);
    pdf.language = PrinterLanguage::Pdf;
    const auto added = jobs->add(pdf);
    ASSERT_TRUE(added) << added.error().message;
    EXPECT_GT(added->job, second);
    EXPECT_EQ((*jobs->find(first))->state, JobState::Queued);
    EXPECT_EQ((*jobs->find(second))->note, "no");
}

TEST_F(QueueBoundsTest, AChangeThatExpectsAnotherStateChangesNothing) {
    const auto jobs = store();
    const PrintJobNo job = jobs->add(row(1))->job;
    EXPECT_FALSE(*jobs->copyPrinted(job));
    EXPECT_FALSE(*jobs->backToQueue(job, ""));
    EXPECT_FALSE(*jobs->leaveUnknown(job, ""));
    EXPECT_FALSE(*jobs->markPrinted(job, ""));
    ASSERT_TRUE(*jobs->beginSending(job));
    EXPECT_FALSE(*jobs->beginSending(job));
    EXPECT_FALSE(*jobs->cancel(job, ""));
    ASSERT_TRUE(*jobs->copyPrinted(job));
    EXPECT_FALSE(*jobs->copyPrinted(job));
    EXPECT_EQ((*jobs->find(job))->copiesPrinted, 1);
}

TEST_F(QueueBoundsTest, TheFileIsForItsOwnerAlone) {
    open();
    struct stat found {};
    ASSERT_EQ(::stat(file().toStdString().c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777U, 0600U);
}

TEST_F(QueueBoundsTest, AFileOfANewerProgramIsLeftAlone) {
    { store(); }
    inRaw({"PRAGMA user_version = 4"});
    const QByteArray before = bytesOfFile();
    const auto refused = PrintQueue::open(file(), {setupOf(tickets_)});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, OpenRefusal::Storage);
    EXPECT_EQ(refused.error().error.message,
              "print queue: its file has schema 4, this program knows 3");
    EXPECT_FALSE(before.isEmpty());
    EXPECT_EQ(bytesOfFile(), before);
}

TEST_F(QueueBoundsTest, WhatIsNoDatabaseIsAnErrorAndIsLeftAsItIs) {
    QFile made(file());
    ASSERT_TRUE(made.open(QIODevice::WriteOnly));
    made.write(QByteArray(4096, 'x'));
    made.close();
    EXPECT_EQ(PrintQueue::open(file(), {setupOf(tickets_)}).error().reason, OpenRefusal::Storage);
    ASSERT_TRUE(made.open(QIODevice::ReadOnly));
    EXPECT_EQ(made.readAll(), QByteArray(4096, 'x'));
}

TEST_F(QueueBoundsTest, APrinterHasANameAndOneAddress) {
    const auto reason = [&](std::vector<PrinterSetup> printers) {
        const auto queue = PrintQueue::open(file(), printers);
        return queue ? std::optional<OpenRefusal>() : queue.error().reason;
    };
    EXPECT_EQ(reason({}), OpenRefusal::BadSetup);
    EXPECT_EQ(reason({setupOf(tickets_), setupOf(receipts_)}), OpenRefusal::BadSetup);
    PrinterSetup both = setupOf(tickets_);
    both.device = "/dev/null";
    EXPECT_EQ(reason({both}), OpenRefusal::BadSetup);
}

}  // namespace
}  // namespace tessera::qt
