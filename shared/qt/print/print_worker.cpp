// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/print/print_worker.h"

#include <algorithm>
#include <utility>

#include "shared/print/escpos.h"

namespace tessera::qt {
namespace {

constexpr std::chrono::milliseconds kDelayFirst{1'000};
constexpr std::chrono::milliseconds kDelayMax{30'000};
constexpr std::chrono::hours kForever{24};

}  // namespace

PrintWorker::PrintWorker(PrinterSetup setup, WorkerParts parts, WorkerEvents events)
    : setup_(std::move(setup)),
      parts_(std::move(parts)),
      events_(std::move(events)),
      thread_([this] { work(); }) {}

PrintWorker::~PrintWorker() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    parts_.link->interrupt();
    thread_.join();
}

void PrintWorker::wake() {
    {
        const std::lock_guard lock(mutex_);
        awake_ = true;
    }
    changed_.notify_all();
}

void PrintWorker::look() {
    {
        const std::lock_guard lock(mutex_);
        looking_ = true;
    }
    wake();
}

bool PrintWorker::takeLook() {
    const std::lock_guard lock(mutex_);
    return std::exchange(looking_, false);
}

void PrintWorker::openDrawer(int drawer) {
    {
        const std::lock_guard lock(mutex_);
        if (!pulse_) pulse_ = Pulse{drawer, std::chrono::steady_clock::now() + kDrawerWait};
        awake_ = true;
    }
    changed_.notify_all();
}

// Taken before it is sent: whatever becomes of it, it is not sent again.
void PrintWorker::pulse() {
    std::optional<Pulse> asked;
    {
        const std::lock_guard lock(mutex_);
        asked = std::exchange(pulse_, std::nullopt);
    }
    if (!asked) return;
    bool opened = false;
    if (std::chrono::steady_clock::now() < asked->until && parts_.link->open(parts_.times.open)) {
        const std::string bytes = print::drawerPulse(asked->drawer);
        opened = !parts_.link->write(bytes, parts_.times.ready).error &&
                 parts_.link->drained(parts_.times.drained).has_value();
        parts_.link->close();
    }
    events_.drawerDone(opened);
}

bool PrintWorker::rest(std::chrono::milliseconds delay) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, delay, [this] { return awake_ || stopping_; });
    awake_ = false;
    return !stopping_;
}

void PrintWorker::work() {
    auto ledger = parts_.openLedger();
    if (!ledger) {
        events_.ledgerFailed(ledger.error());
        return;
    }
    auto delay = kDelayFirst;
    bool goesOn = true;
    while (goesOn) {
        pulse();
        const bool looks = takeLook();
        const auto job = (*ledger)->next(setup_.name, setup_.language);
        if (!job) {
            events_.ledgerFailed(job.error());
            return;
        }
        if (!*job) {
            if (looks) askHow(*parts_.link, setup_, parts_.times, events_.conditionChanged);
            goesOn = rest(kForever);
            continue;
        }
        const auto moved = print(**ledger, **job);
        if (!moved) {
            events_.ledgerFailed(moved.error());
            return;
        }
        goesOn = rest(*moved ? std::chrono::milliseconds(0) : delay);
        delay = *moved ? kDelayFirst : std::min(delay * 2, kDelayMax);
    }
}

Result<bool> PrintWorker::print(JobLedger& ledger, PrintJob job) {
    const auto begun = ledger.beginSending(job.number);
    if (!begun) return tl::make_unexpected(begun.error());
    if (!*begun) return true;  // Somebody cancelled it meanwhile.
    events_.jobChanged(job.number);
    const auto bytes = parts_.makeBytes(job);
    // What cannot be made today cannot be made later: it would hold up all behind it.
    const auto moved =
        bytes ? sendCopies(ledger, job, *bytes)
              : ledger.giveUp(job.number, QString::fromStdString(bytes.error().message));
    events_.jobChanged(job.number);
    return moved;
}

Result<bool> PrintWorker::sendCopies(JobLedger& ledger, PrintJob& job, const std::string& bytes) {
    while (job.copiesPrinted < job.copies) {
        const Sent sent = sendCopy(*parts_.link, setup_, parts_.times, bytes, job.tickets,
                                   events_.conditionChanged);
        Result<bool> recorded = true;
        switch (sent.outcome) {
            case SendOutcome::Printed:
                recorded = ledger.copyPrinted(job.number);
                break;
            case SendOutcome::NothingSent:
                recorded = ledger.backToQueue(job.number, sent.note);
                break;
            case SendOutcome::Unknown:
                recorded = ledger.leaveUnknown(job.number, sent.note);
                break;
        }
        if (!recorded) return tl::make_unexpected(recorded.error());
        if (sent.outcome != SendOutcome::Printed) return sent.outcome == SendOutcome::Unknown;
        ++job.copiesPrinted;
        events_.jobChanged(job.number);
    }
    return true;
}

}  // namespace tessera::qt
