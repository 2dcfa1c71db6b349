// SPDX-License-Identifier: Apache-2.0
// The durable print queue of one till: what is to be printed, and what became of it.
//
// A job is on disk before enqueue() answers. What was being sent when the program ended, or when a
// connection broke, is Unknown afterwards: a person looks at the paper and says reprint or printed.
// For the thread that made it (its QObject's thread); each printer has a worker on a thread of its
// own. Owns the file's lock, its store and the workers. Needs a QCoreApplication, tickets a
// QGuiApplication.
#pragma once

#include <QObject>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "shared/qt/print/job_store.h"
#include "shared/qt/print/print_worker.h"
#include "shared/qt/print/queue_lock.h"
#include "shared/qt/print/ticket_body.h"

namespace tessera::qt {

struct TicketContent {
    print::TicketTemplate ticket{};
    print::FieldValues values{};
};

struct NewJob {
    QString
        key{};  // Of the caller's making, 1 to kJobTextBytesMax: again the same is the same job.
    QString printer{};
    QString title{};
    QString who{};
    int copies = 1;
    int tickets = 1;  // In the bytes; a TicketContent is one.
    std::variant<QByteArray, TicketContent> content{};
};

// In order of precedence. Only Queued has changed anything.
enum class EnqueueOutcome {
    Queued,
    AlreadyQueued,   // With this key and content, whatever has become of it and its printer since.
    KeyReused,       // With other content.
    MissingReason,   // Of a reprint.
    NoSuchJob,       // To reprint.
    NotReprintable,  // Queued, being sent, cancelled, or decided already.
    UnknownPrinter,
    PrinterStopped,  // isStopped
    BadJob,          // Text, copies, tickets, or a ticket that cannot be made.
    TooLarge,        // More than kJobBytesMax.
    QueueFull,       // kJobsWaitingMax wait for this printer.
};

struct Enqueued {
    EnqueueOutcome outcome = EnqueueOutcome::Queued;
    PrintJobNo job{};
    QString field{};  // Of BadJob and TooLarge: what is wrong, and its limit.
};

// What a person orders once more.
struct ReprintOrder {
    QString key{};
    QString printer{};  // Empty: the same.
    int copies = 1;
    QString who{};
    QString reason{};  // Required.
};

enum class DecisionOutcome { Done, NotInThatState };

enum class OpenRefusal { InUse, Storage, BadSetup };
struct OpenProblem {
    OpenRefusal reason = OpenRefusal::Storage;
    Error error{};
};

// What a test exchanges; by default the real ones.
struct QueueParts {
    std::function<std::unique_ptr<PrinterLink>(const PrinterSetup&)> makeLink =
        tessera::qt::makeLink;
    std::function<Result<std::unique_ptr<JobLedger>>(const QString& file)> openLedger{};
    TalkTimes times{};
    std::shared_ptr<print::TextRasteriser> rasteriser{};  // Thread-safe; default: TextPainter.
};

class PrintQueue final : public QObject {
    Q_OBJECT

public:
    // Refuses a file that another process (or queue) has open, two printers of one name, and none.
    static tl::expected<std::unique_ptr<PrintQueue>, OpenProblem> open(
        const QString& file, const std::vector<PrinterSetup>& printers, QueueParts parts = {});
    ~PrintQueue() override;

    Result<Enqueued> enqueue(const NewJob& job);
    // Of a job that is printed, or unknown and not decided; the latter counts as decided then.
    Result<Enqueued> reprint(PrintJobNo job, const ReprintOrder& order);
    // Queued: it is Cancelled, or Printed where copies of it are on paper.
    Result<DecisionOutcome> cancel(PrintJobNo job, const QString& who);
    Result<DecisionOutcome> markPrinted(PrintJobNo job, const QString& who);  // asksForDecision
    // The pulse that opens the drawer at a receipt printer, at once or never: it is kept in no
    // file, so that neither a restart nor a printer that was off opens it later. drawerDone
    // follows. False: there is no such printer. REQUIRES: drawer is 1 or 2.
    bool openDrawer(const QString& printer, int drawer);
    // Absent: there is no such printer.
    std::optional<PrinterLanguage> languageOf(const QString& printer) const;
    // Tries a printer now that somebody has seen to; where nothing waits, it is asked how it is.
    void retryNow(const QString& printer);

    // By number, without bodies; at most kJobsWaitingMax a printer, kJobsDoneMax, and a few that
    // are pruned next.
    const std::vector<PrintJob>& jobs() const { return jobs_; }
    std::vector<PrintJob> undecided() const;
    print::PrinterCondition conditionOf(const QString& printer) const;
    // Whether its worker could not record what it does, and has ended: until the queue is opened
    // anew nothing is printed there.
    bool isStopped(const QString& printer) const { return stopped_.contains(printer); }
    bool isIdle() const;  // Nothing queued, nothing being sent.

Q_SIGNALS:
    void rowAboutToBeAdded(int row);
    void rowAdded(int row);
    void rowChanged(int row);
    void rowAboutToBeRemoved(int row);
    void rowRemoved(int row);
    void conditionChanged(const QString& printer);
    void decisionWanted(qint64 job);
    // Opened: its printer has the pulse; whether a drawer hangs there it does not say.
    void drawerDone(const QString& printer, bool opened);
    // The queue's file fails; whether the printer's worker has stopped, isStopped says.
    void failed(const QString& printer, const QString& message);

private:
    PrintQueue(QueueLock lock, std::unique_ptr<JobStore> store, QueueParts parts);
    Status load(const std::vector<PrinterSetup>& printers);
    void startWorker(const QString& file, const PrinterSetup& setup);
    Enqueued judged(const NewJob& job) const;
    Result<std::optional<Enqueued>> repeated(const PrintJob& job);
    Result<Enqueued> add(const PrintJob& job);
    Result<DecisionOutcome> decided(const Result<bool>& done, PrintJobNo job);
    void refresh(PrintJobNo job);
    Status prune();
    int rowOf(PrintJobNo job) const;  // -1: none.

    QueueLock lock_;
    std::unique_ptr<JobStore> store_;
    QueueParts parts_;
    std::map<QString, PrinterSetup> printers_;
    std::map<QString, print::PrinterCondition> conditions_;
    std::set<QString> stopped_;
    std::vector<PrintJob> jobs_;
    std::map<QString, std::unique_ptr<PrintWorker>>
        workers_;  // Ended before all that they report to.
};

}  // namespace tessera::qt
