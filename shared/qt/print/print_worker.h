// SPDX-License-Identifier: Apache-2.0
// Sends the jobs of one printer, one after another, on a thread of its own.
//
// A job is Sending before its first byte leaves and Printed after the printer has said so; what
// lies between is Unknown and is never sent again here. A printer that takes nothing is tried again
// after 1 s, then twice as long each time, 30 s at most. When the ledger fails, the worker stops
// for good: what it cannot record it does not do. A drawer's pulse is in memory alone: it is sent
// between two jobs, once, or not at all. Public functions may be called from any thread. Owns the
// thread, the ledger and the link.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "shared/qt/print/job_store.h"
#include "shared/qt/print/printer_talk.h"

namespace tessera::qt {

inline constexpr std::chrono::seconds kDrawerWait{8};

// What a worker is made of; a test exchanges parts.
struct WorkerParts {
    std::function<Result<std::unique_ptr<JobLedger>>()> openLedger{};  // Called on the thread.
    std::unique_ptr<PrinterLink> link{};
    TalkTimes times{};
    // The bytes of one copy.
    std::function<Result<std::string>(const PrintJob&)> makeBytes{};
};

// Called on the worker's thread.
struct WorkerEvents {
    std::function<void(PrintJobNo)> jobChanged{};
    ConditionHandler conditionChanged{};
    std::function<void(const Error&)> ledgerFailed{};
    std::function<void(bool opened)> drawerDone{};
};

class PrintWorker {
public:
    PrintWorker(PrinterSetup setup, WorkerParts parts, WorkerEvents events);
    // Interrupts what is under way (its job is Unknown then) and waits for the thread.
    ~PrintWorker();
    PrintWorker(const PrintWorker&) = delete;
    PrintWorker& operator=(const PrintWorker&) = delete;

    // There may be a job.
    void wake();
    // Somebody has seen to the printer: what waits is tried now and not later; where nothing does,
    // the printer is asked how it is.
    void look();
    // Within kDrawerWait of now, else never: nobody expects it any more then. One that waits
    // already is the same one. drawerDone says what became of it: handed over, or not opened.
    // REQUIRES: drawer is 1 or 2.
    void openDrawer(int drawer);

private:
    void work();
    // Whether to go on at once: false if the printer took nothing.
    Result<bool> print(JobLedger& ledger, PrintJob job);
    Result<bool> sendCopies(JobLedger& ledger, PrintJob& job, const std::string& bytes);
    void pulse();
    // Whether somebody wants to know; once.
    bool takeLook();
    // Waits until woken or for `delay`; false once stopping.
    bool rest(std::chrono::milliseconds delay);

    PrinterSetup setup_;
    WorkerParts parts_;
    WorkerEvents events_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool awake_ = false;
    bool looking_ = false;
    bool stopping_ = false;
    struct Pulse {
        int drawer = 1;
        std::chrono::steady_clock::time_point until{};
    };
    std::optional<Pulse> pulse_;
    std::thread thread_;
};

}  // namespace tessera::qt
