// SPDX-License-Identifier: Apache-2.0
// A queue with a printer and a folder of its own, and waiting for Qt's events with a deadline.
//
// For one thread, which runs Qt's events while it waits.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>
#include <chrono>
#include <functional>
#include <memory>

#include "shared/qt/print/print_queue.h"
#include "tests/print/fake_printer/fake_printer.h"
#include "tests/support/temp_dir.h"

namespace tessera::qt {

inline bool eventuallyInQt(const std::function<bool()>& holds,
                           std::chrono::milliseconds deadline = std::chrono::seconds(20)) {
    const auto until = std::chrono::steady_clock::now() + deadline;
    QTimer tick;
    tick.start(20);
    while (!holds()) {
        if (std::chrono::steady_clock::now() > until) return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

// Short enough for tests of what takes too long, long enough for a busy machine otherwise.
inline TalkTimes testTimes() {
    TalkTimes times;
    times.ask = LinkTime(50);
    times.quiet = LinkTime(20);
    return times;
}

inline PrinterSetup setupOf(const test::FakePrinter& printer,
                            PrinterLanguage language = PrinterLanguage::Fgl) {
    PrinterSetup setup;
    setup.name = "front";
    setup.language = language;
    setup.host = "127.0.0.1";
    setup.port = printer.port();
    return setup;
}

inline NewJob ticketJob(const QString& key, const QString& words = "SEAT 14") {
    NewJob job;
    job.key = key;
    job.printer = "front";
    job.title = "Order 1";
    job.who = "ada";
    job.content = QByteArray("<RC10,10><NR><F3><HW1,1>" + words.toUtf8() + "<p>");
    return job;
}

inline NewJob receiptJob(const QString& key, const QByteArray& words = "Total 25.00") {
    NewJob job = ticketJob(key);
    job.content = QByteArray("\x1B@" + words + "\n");
    return job;
}

inline std::unique_ptr<PrintQueue> openQueue(const QString& file,
                                             const std::vector<PrinterSetup>& printers,
                                             const TalkTimes& times = testTimes()) {
    QueueParts parts;
    parts.times = times;
    auto queue = PrintQueue::open(file, printers, std::move(parts));
    if (!queue) {
        ADD_FAILURE() << queue.error().error.message;
        std::abort();
    }
    return std::move(*queue);
}

inline JobState stateOf(const PrintQueue& queue, PrintJobNo job) {
    for (const PrintJob& one : queue.jobs()) {
        if (one.number == job) return one.state;
    }
    ADD_FAILURE() << "no job " << job.value;
    return JobState::Cancelled;
}

inline const PrintJob& jobOf(const PrintQueue& queue, PrintJobNo job) {
    for (const PrintJob& one : queue.jobs()) {
        if (one.number == job) return one;
    }
    ADD_FAILURE() << "no job " << job.value;
    std::abort();
}

// How many tickets have these words on them.
inline std::size_t papersWith(const test::FakePrinter& printer, const std::string& words) {
    std::size_t count = 0;
    for (const test::SeenTicket& ticket : printer.tickets()) {
        for (const test::SeenText& text : ticket.texts) count += text.text == words ? 1 : 0;
    }
    return count;
}

class TillTest : public ::testing::Test {
protected:
    QString file() const { return QString::fromStdString((folder_ / "queue.db").string()); }
    void open(const TalkTimes& times = testTimes(),
              PrinterLanguage language = PrinterLanguage::Fgl) {
        queue_.reset();
        queue_ = openQueue(file(), {setupOf(printer(language), language)}, times);
    }
    PrintJobNo put(const NewJob& job) {
        const auto put = queue_->enqueue(job);
        if (!put) {
            ADD_FAILURE() << put.error().message;
            return {};
        }
        EXPECT_EQ(put->outcome, EnqueueOutcome::Queued) << put->field.toStdString();
        return put->job;
    }
    bool becomes(PrintJobNo job, JobState state) {
        return eventuallyInQt([&] { return stateOf(*queue_, job) == state; });
    }
    bool isTold(print::PrinterCondition condition) {
        return eventuallyInQt([&] { return queue_->conditionOf("front") == condition; });
    }
    // Cancelled once it is not being tried, as it is from time to time.
    bool isLeft(PrintJobNo job) {
        return eventuallyInQt([&] {
            const auto done = queue_->cancel(job, "ada");
            return done && *done == DecisionOutcome::Done;
        });
    }
    // It says so on every connection: a talk may be over before it is heard.
    void runOutOfPaper() {
        test::FakeBehaviour says;
        says.greeting = "\x10";
        tickets_.behave(says);
        tickets_.set(test::FakeTrouble::PaperOut);
    }
    test::FakePrinter& printer(PrinterLanguage language = PrinterLanguage::Fgl) {
        const bool fgl = language == PrinterLanguage::Fgl;
        return fgl ? tickets_ : receipts_;
    }

    test::TempDir folder_{"print"};
    test::FakePrinter tickets_{test::FakeLanguage::Fgl};
    test::FakePrinter receipts_{test::FakeLanguage::Escpos};
    std::unique_ptr<PrintQueue> queue_;
};

}  // namespace tessera::qt
