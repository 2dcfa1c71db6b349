// SPDX-License-Identifier: Apache-2.0
// A printer of the system: what its spooler gets, and what the queue says where it takes nothing.
//
// The spooler here is a program called lp, first in the path, as the system's own is called.
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include "shared/qt/print/note_text.h"
#include "tests/qt_print/till.h"

namespace tessera::qt {
namespace {

class SpoolTest : public testing::Test {
protected:
    void SetUp() override {
        path_ = qgetenv("PATH");
        ASSERT_TRUE(QDir().mkpath(folder()));
        qputenv("PATH", folder().toUtf8() + ':' + path_);
    }
    void TearDown() override {
        queue_.reset();
        qputenv("PATH", path_);
    }
    QString folder() const { return QString::fromStdString(dir_ / "bin"); }
    // What it does with the document at its standard input.
    void spoolerDoes(const QByteArray& does) {
        // At once or not at all: a queue that tries again runs the old one or the new one.
        QSaveFile file(folder() + "/lp");
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + does + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        ASSERT_TRUE(file.commit());
    }
    void spoolerTakes() {
        const QByteArray to = folder().toUtf8();
        spoolerDoes("cat > " + to + "/out.tmp && mv " + to + "/out.tmp " + to +
                    "/out.pdf && echo \"$@\" > " + to + "/arguments");
    }
    QByteArray read(const char* name) const {
        QFile file(folder() + '/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void open(LinkTime write = LinkTime(10'000)) {
        PrinterSetup setup;
        setup.name = "office";
        setup.language = PrinterLanguage::Pdf;
        setup.system = "Office Laser";
        TalkTimes times = testTimes();
        times.write = write;
        queue_ = openQueue(QString::fromStdString(dir_ / "queue.db"), {setup}, times);
    }
    static NewJob ticket() {
        print::TicketTemplate paper;
        paper.name = "paper";
        paper.stock = {1100, 400, 200};
        print::TextField words;
        words.row = 20;
        words.column = 20;
        words.text = "{seat.place}";
        paper.fields.emplace_back(words);
        NewJob job = ticketJob("a");
        job.printer = "office";
        job.content = TicketContent{paper, {{"seat.place", "Row 3, seat 14"}}};
        return job;
    }
    PrintJobNo put() {
        const auto put = queue_->enqueue(ticket());
        EXPECT_TRUE(put && put->outcome == EnqueueOutcome::Queued);
        return put ? put->job : PrintJobNo{};
    }
    bool becomes(PrintJobNo job, JobState state) {
        return eventuallyInQt([&] { return stateOf(*queue_, job) == state; });
    }

    test::TempDir dir_{"spool"};
    QByteArray path_;
    std::unique_ptr<PrintQueue> queue_;
};

TEST_F(SpoolTest, ATicketComesToItAsAPageOfItsStocksSize) {
    spoolerTakes();
    open();
    ASSERT_TRUE(becomes(put(), JobState::Printed));
    const QByteArray pdf = read("out.pdf");
    EXPECT_TRUE(pdf.startsWith("%PDF-"));
    EXPECT_TRUE(pdf.trimmed().endsWith("%%EOF"));
    EXPECT_TRUE(pdf.contains("/MediaBox [0 0 396.000000 144.000000]") ||
                pdf.contains("/MediaBox [0 0 396 144]"))
        << pdf.mid(pdf.indexOf("/MediaBox"), 60).toStdString();
    EXPECT_EQ(read("arguments").trimmed(), "-s -d Office Laser -t Tessera -o fit-to-page");
}

TEST_F(SpoolTest, WhatItRefusesWaitsAndIsPrintedOnceItTakesDocuments) {
    spoolerDoes("cat > /dev/null; echo 'lp: unknown destination' >&2; exit 1");
    open();
    const PrintJobNo job = put();
    ASSERT_TRUE(eventuallyInQt([&] {
        const PrintJob& one = jobOf(*queue_, job);
        return !one.note.isEmpty() && one.state == JobState::Queued;
    }));
    EXPECT_EQ(jobOf(*queue_, job).note,
              "the system does not take the document: lp: unknown destination");
    spoolerTakes();
    queue_->retryNow("office");
    ASSERT_TRUE(becomes(job, JobState::Printed));
    EXPECT_TRUE(read("out.pdf").startsWith("%PDF-"));
}

TEST_F(SpoolTest, OneThatDoesNotAnswerLeavesItUnknownAndNothingIsSentAgain) {
    const QByteArray to = folder().toUtf8();
    spoolerDoes("echo x >> " + to + "/calls; exec sleep 60");
    open(LinkTime(3'000));  // In which a busy machine has started it, and it has said so.
    const PrintJobNo job = put();
    ASSERT_TRUE(becomes(job, JobState::Unknown));
    EXPECT_EQ(jobOf(*queue_, job).note, "the system has not said that it took the document");
    spoolerTakes();
    queue_->retryNow("office");
    EXPECT_TRUE(eventuallyInQt([&] { return queue_->isIdle(); }));
    EXPECT_TRUE(read("out.pdf").isEmpty());
    EXPECT_EQ(read("calls"), "x\n");
}

TEST_F(SpoolTest, OneThatIsKilledMayHaveTakenItAndNothingIsSentAgain) {
    const QByteArray to = folder().toUtf8();
    spoolerDoes("cat > " + to + "/out.pdf; echo x >> " + to + "/calls; kill -9 $$");
    open();
    const PrintJobNo job = put();
    ASSERT_TRUE(becomes(job, JobState::Unknown));
    EXPECT_EQ(jobOf(*queue_, job).note, "the system has not said that it took the document");
    queue_->retryNow("office");
    EXPECT_TRUE(eventuallyInQt([&] { return queue_->isIdle(); }));
    EXPECT_EQ(read("calls"), "x\n");
}

TEST_F(SpoolTest, ItHasNoDrawer) {
    spoolerTakes();
    open();
    EXPECT_FALSE(queue_->openDrawer("office", 1));
    EXPECT_EQ(queue_->languageOf("office"), PrinterLanguage::Pdf);
    EXPECT_EQ(queue_->languageOf("another"), std::nullopt);
}

TEST(NoteTextTest, WhatIsKnownIsSaidAndTheSystemsOwnWordsStay) {
    EXPECT_EQ(noteText("the printer is out of paper"), "the printer is out of paper");
    EXPECT_EQ(noteText("no connection: refused"), "no connection: refused");
    EXPECT_EQ(noteText("paper or cutter jam; 1 of 3 tickets are certain"),
              "paper or cutter jam; 1 of 3 tickets are certain");
    EXPECT_EQ(noteText("cancelled by ada: 1 of 3 copies are printed"),
              "cancelled by ada; 1 of 3 copies are printed");
    EXPECT_EQ(noteText("never heard: of"), "never heard: of");
}

}  // namespace
}  // namespace tessera::qt
