// SPDX-License-Identifier: Apache-2.0
// The rows of the print queue: one SQLite file that survives a crash.
//
// Each change is one transaction, durable when it returns (WAL, synchronous FULL), and names the
// state that it expects: of two that race, one finds it gone. Not thread-safe: a store belongs to
// the thread that opened it; several stores of one process share a file (a busy one is waited for 5
// s).
#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "shared/base/result.h"
#include "shared/qt/print/print_job.h"

namespace tessera::qt {

inline constexpr int kStoreSchema = 3;  // 2: done_no; 3: printers of the system.

// What a printer's worker does to a job. False: the job was not in the state that this needs, and
// nothing has changed.
class JobLedger {
public:
    virtual ~JobLedger() = default;
    // The printer's oldest queued job in this language, with its body.
    virtual Result<std::optional<PrintJob>> next(const QString& printer,
                                                 PrinterLanguage language) = 0;
    virtual Result<bool> beginSending(PrintJobNo job) = 0;  // Queued -> Sending
    virtual Result<bool> copyPrinted(PrintJobNo job) = 0;   // Sending; the last: -> Printed
    virtual Result<bool> backToQueue(PrintJobNo job, const QString& note) = 0;  // Sending -> Queued
    virtual Result<bool> leaveUnknown(PrintJobNo job,
                                      const QString& note) = 0;  // Sending -> Unknown
    // Sending -> Cancelled, of one whose copy cannot be made; as cancel() where copies are printed.
    virtual Result<bool> giveUp(PrintJobNo job, const QString& note) = 0;
};

// In order of precedence.
enum class AddOutcome { Added, AlreadyThere, KeyReused, QueueFull };

struct Added {
    AddOutcome outcome = AddOutcome::Added;
    PrintJobNo job{};  // The new one, or the one that has the key; 0 where there is none.
};

class JobStore final : public JobLedger {
public:
    // Makes the file (readable by its owner alone) and its schema where they are missing. An error
    // also for a schema that is newer than kStoreSchema.
    static Result<std::unique_ptr<JobStore>> open(const QString& file);
    ~JobStore() override;
    JobStore(const JobStore&) = delete;
    JobStore& operator=(const JobStore&) = delete;

    Result<std::optional<PrintJob>> next(const QString& printer, PrinterLanguage language) override;
    Result<bool> beginSending(PrintJobNo job) override;
    Result<bool> copyPrinted(PrintJobNo job) override;
    Result<bool> backToQueue(PrintJobNo job, const QString& note) override;
    Result<bool> leaveUnknown(PrintJobNo job, const QString& note) override;
    Result<bool> giveUp(PrintJobNo job, const QString& note) override;

    // What add() would say to a key that is there already; nothing where it is free. Of a reprint
    // an empty printer is any.
    Result<std::optional<Added>> known(const PrintJob& job);
    // Adds a job as Queued. A job of the same key and content is AlreadyThere. Of a reprint the job
    // that it repeats counts as decided, in the same transaction.
    Result<Added> add(const PrintJob& job);
    // Forgets the jobs that have been done for longest beyond kJobsDoneMax; says which. Their keys
    // are free again, and their bodies are in no file any more.
    Result<std::vector<PrintJobNo>> prune();
    // Queued -> Cancelled; where copies are printed already -> Printed: they can be reprinted.
    Result<bool> cancel(PrintJobNo job, const QString& note);
    Result<bool> markPrinted(PrintJobNo job,
                             const QString& note);  // Unknown, not decided -> Printed
    // What was being sent when the process ended is Unknown. To be called once, before any worker.
    Result<int> recover(const QString& note);
    // Says why they wait: what is queued for the printer in another language than this.
    Status explainForeign(const QString& printer, PrinterLanguage language, const QString& note);
    // By number, without bodies.
    Result<std::vector<PrintJob>> list();
    // With its body.
    Result<std::optional<PrintJob>> find(PrintJobNo job);

private:
    explicit JobStore(QString connection);
    QString connection_;
};

}  // namespace tessera::qt
