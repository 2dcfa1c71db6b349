// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/print/print_queue.h"

#include <algorithm>
#include <utility>

#include "shared/qt/print/text_painter.h"

namespace tessera::qt {
namespace {

bool isShort(const QString& text) {
    return text.toUtf8().size() <= kJobTextBytesMax;
}

QString limitOf(const char* field, int max) {
    return QString("%1: 1 to %2").arg(QLatin1String(field)).arg(max);
}

Result<std::unique_ptr<JobLedger>> openStore(const QString& file) {
    auto store = JobStore::open(file);
    if (!store) return tl::make_unexpected(store.error());
    return std::unique_ptr<JobLedger>(std::move(*store));
}

PrintJob storedOf(const NewJob& job) {
    PrintJob row;
    row.key = job.key;
    row.printer = job.printer;
    row.title = job.title;
    row.who = job.who;
    row.copies = job.copies;
    row.tickets = job.tickets;
    if (const auto* ticket = std::get_if<TicketContent>(&job.content)) {
        row.kind = BodyKind::Ticket;
        row.body = bodyOf(ticket->ticket, ticket->values);
        row.tickets = 1;
    } else {
        row.body = std::get<QByteArray>(job.content);
    }
    return row;
}

bool areGood(const std::vector<PrinterSetup>& printers) {
    for (std::size_t i = 0; i < printers.size(); ++i) {
        const PrinterSetup& one = printers[i];
        if (one.name.isEmpty() || !isShort(one.name)) return false;
        const int ways = static_cast<int>(!one.host.isEmpty()) +
                         static_cast<int>(!one.device.isEmpty()) +
                         static_cast<int>(!one.system.isEmpty());
        if (ways != 1) return false;
        if (one.system.isEmpty() == (one.language == PrinterLanguage::Pdf)) return false;
        if (one.port < 1 || one.port > 65535) return false;
        for (std::size_t k = 0; k < i; ++k) {
            if (printers[k].name == one.name) return false;
        }
    }
    return !printers.empty();
}

}  // namespace

tl::expected<std::unique_ptr<PrintQueue>, OpenProblem> PrintQueue::open(
    const QString& file, const std::vector<PrinterSetup>& printers, QueueParts parts) {
    const auto refused = [](OpenRefusal reason, Error error) {
        return tl::make_unexpected(OpenProblem{reason, std::move(error)});
    };
    if (!areGood(printers)) {
        return refused(
            OpenRefusal::BadSetup,
            failure("printers: each has a name of its own of at most 200 bytes, and one of "
                    "a host with a port of 1 to 65535, a device, and a printer of the system")
                .value());
    }
    auto lock = QueueLock::take(file);
    if (!lock) return refused(OpenRefusal::Storage, lock.error());
    if (!*lock)
        return refused(OpenRefusal::InUse,
                       failure("another program has this print queue open").value());
    auto store = JobStore::open(file);
    if (!store) return refused(OpenRefusal::Storage, store.error());
    if (!parts.openLedger) parts.openLedger = openStore;
    if (!parts.rasteriser) parts.rasteriser = std::make_shared<TextPainter>();
    std::unique_ptr<PrintQueue> queue(
        new PrintQueue(std::move(**lock), std::move(*store), std::move(parts)));
    if (const Status loaded = queue->load(printers); !loaded) {
        return refused(OpenRefusal::Storage, loaded.error());
    }
    for (const PrinterSetup& setup : printers) queue->startWorker(file, setup);
    return queue;
}

PrintQueue::PrintQueue(QueueLock lock, std::unique_ptr<JobStore> store, QueueParts parts)
    : lock_(std::move(lock)), store_(std::move(store)), parts_(std::move(parts)) {}

PrintQueue::~PrintQueue() = default;

Status PrintQueue::load(const std::vector<PrinterSetup>& printers) {
    const auto recovered = store_->recover("the program ended while this was being sent");
    if (!recovered) return tl::make_unexpected(recovered.error());
    for (const PrinterSetup& one : printers) {
        const Status said = store_->explainForeign(
            one.name, one.language, "the printer of this name speaks another language now");
        if (!said) return said;
    }
    auto jobs = store_->list();
    if (!jobs) return tl::make_unexpected(jobs.error());
    jobs_ = std::move(*jobs);
    return prune();
}

void PrintQueue::startWorker(const QString& file, const PrinterSetup& setup) {
    const QString name = setup.name;
    printers_[name] = setup;
    conditions_[name] = print::PrinterCondition::Unknown;
    WorkerParts parts;
    parts.openLedger = [open = parts_.openLedger, file] { return open(file); };
    parts.link = parts_.makeLink(setup);
    parts.times = parts_.times;
    parts.makeBytes = [rasteriser = parts_.rasteriser](const PrintJob& job) -> Result<std::string> {
        if (job.kind == BodyKind::Bytes) return job.body.toStdString();
        if (job.language == PrinterLanguage::Pdf) {
            const auto pdf = ticketPdf(job.body);
            if (!pdf) return tl::make_unexpected(pdf.error());
            return pdf->toStdString();
        }
        return ticketBytes(job.body, *rasteriser);
    };
    // A worker ends before this object does: what it has posted by then is never delivered.
    const auto post = [this](std::function<void()> call) {
        QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
    };
    WorkerEvents events;
    events.jobChanged = [this, post](PrintJobNo job) { post([this, job] { refresh(job); }); };
    const bool talks = answers(setup);
    events.conditionChanged = [this, post, name, talks](print::PrinterCondition condition) {
        post([this, name, talks, condition] {
            // One that falls silent has not said that somebody saw to what stopped it.
            const bool silent = talks && condition == print::PrinterCondition::Unknown;
            if (silent && print::stopsPrinting(conditions_[name])) return;
            if (std::exchange(conditions_[name], condition) != condition) {
                Q_EMIT conditionChanged(name);
            }
        });
    };
    events.ledgerFailed = [this, post, name](const Error& error) {
        const QString message = QString::fromStdString(error.message);
        post([this, name, message] {
            stopped_.insert(name);
            Q_EMIT failed(name, message);
        });
    };
    events.drawerDone = [this, post, name](bool opened) {
        post([this, name, opened] { Q_EMIT drawerDone(name, opened); });
    };
    workers_[name] = std::make_unique<PrintWorker>(setup, std::move(parts), std::move(events));
}

std::optional<PrinterLanguage> PrintQueue::languageOf(const QString& printer) const {
    const auto found = printers_.find(printer);
    if (found == printers_.end()) return std::nullopt;
    return found->second.language;
}

bool PrintQueue::openDrawer(const QString& printer, int drawer) {
    const auto found = workers_.find(printer);
    const bool can = found != workers_.end() && !isStopped(printer) &&
                     printers_[printer].language == PrinterLanguage::Escpos;
    if (can) found->second->openDrawer(drawer);
    return can;
}

Enqueued PrintQueue::judged(const NewJob& job) const {
    const auto bad = [](QString field) {
        return Enqueued{EnqueueOutcome::BadJob, {}, std::move(field)};
    };
    const auto printer = printers_.find(job.printer);
    if (printer == printers_.end()) return {EnqueueOutcome::UnknownPrinter, {}, job.printer};
    if (isStopped(job.printer)) return {EnqueueOutcome::PrinterStopped, {}, job.printer};
    if (job.key.isEmpty() || !isShort(job.key)) return bad("key: 1 to 200 bytes");
    if (!isShort(job.title)) return bad("title: at most 200 bytes");
    if (job.who.isEmpty() || !isShort(job.who)) return bad("who: 1 to 200 bytes");
    if (job.copies < 1 || job.copies > kJobCopiesMax) return bad(limitOf("copies", kJobCopiesMax));
    if (job.tickets < 1 || job.tickets > kJobTicketsMax) {
        return bad(limitOf("tickets", kJobTicketsMax));
    }
    if (const auto* bytes = std::get_if<QByteArray>(&job.content)) {
        if (bytes->isEmpty()) return bad("content: empty");
        if (bytes->size() <= kJobBytesMax) return {};
        return {EnqueueOutcome::TooLarge, {}, limitOf("content", kJobBytesMax)};
    }
    if (printer->second.language == PrinterLanguage::Escpos) {
        return bad("printer: it prints no tickets");
    }
    const auto& ticket = std::get<TicketContent>(job.content);
    const auto bytes =
        print::compileFgl(ticket.ticket, ticket.values, *parts_.rasteriser, print::Cut::Yes);
    if (!bytes) {
        return bad(QString::fromStdString(bytes.error().path + ": " + bytes.error().message));
    }
    const bool fits = bytes->size() <= kJobBytesMax &&
                      bodyOf(ticket.ticket, ticket.values).size() <= kJobBytesMax;
    if (fits) return {};
    return {EnqueueOutcome::TooLarge, {}, limitOf("content", kJobBytesMax)};
}

Result<std::optional<Enqueued>> PrintQueue::repeated(const PrintJob& job) {
    const auto known = store_->known(job);
    if (!known) return tl::make_unexpected(known.error());
    if (!*known) return std::optional<Enqueued>();
    const bool same = (*known)->outcome == AddOutcome::AlreadyThere;
    return std::optional<Enqueued>(
        {same ? EnqueueOutcome::AlreadyQueued : EnqueueOutcome::KeyReused, (*known)->job, {}});
}

Result<Enqueued> PrintQueue::enqueue(const NewJob& job) {
    // A till that asks once more after a crash hears what it was told, whatever has changed since.
    PrintJob row = storedOf(job);
    const auto again = repeated(row);
    if (!again) return tl::make_unexpected(again.error());
    if (*again) return **again;
    if (const Enqueued refused = judged(job); refused.outcome != EnqueueOutcome::Queued) {
        return refused;
    }
    row.language = printers_.at(job.printer).language;
    return add(row);
}

Result<Enqueued> PrintQueue::reprint(PrintJobNo job, const ReprintOrder& order) {
    auto found = store_->find(job);
    if (!found) return tl::make_unexpected(found.error());
    PrintJob row = *found ? std::move(**found) : PrintJob();
    const bool may = row.state == JobState::Printed || asksForDecision(row);
    if (!order.printer.isEmpty()) row.printer = order.printer;
    row.key = order.key;
    row.copies = order.copies;
    row.reprintOf = job;
    const auto again = repeated(row);
    if (!again) return tl::make_unexpected(again.error());
    if (*again) return **again;
    if (order.reason.trimmed().isEmpty() || !isShort(order.reason)) {
        return Enqueued{EnqueueOutcome::MissingReason, {}, "reason: 1 to 200 bytes"};
    }
    if (!*found) return Enqueued{EnqueueOutcome::NoSuchJob, {}, {}};
    if (!may) return Enqueued{EnqueueOutcome::NotReprintable, {}, {}};
    const NewJob judgedJob{order.key,    row.printer, row.title, order.who,
                           order.copies, row.tickets, row.body};
    if (const Enqueued refused = judged(judgedJob); refused.outcome != EnqueueOutcome::Queued) {
        return refused;
    }
    if (row.language != printers_.at(judgedJob.printer).language) {
        return Enqueued{EnqueueOutcome::BadJob, {}, "printer: it speaks another language"};
    }
    row.who = order.who;
    row.reason = order.reason.trimmed();
    auto added = add(row);
    if (added && added->outcome == EnqueueOutcome::Queued) refresh(job);
    return added;
}

Result<Enqueued> PrintQueue::add(const PrintJob& job) {
    const auto added = store_->add(job);
    if (!added) return tl::make_unexpected(added.error());
    switch (added->outcome) {
        case AddOutcome::AlreadyThere:
            return Enqueued{EnqueueOutcome::AlreadyQueued, added->job, {}};
        case AddOutcome::KeyReused:
            return Enqueued{EnqueueOutcome::KeyReused, added->job, {}};
        case AddOutcome::QueueFull:
            return Enqueued{EnqueueOutcome::QueueFull, {}, {}};
        case AddOutcome::Added:
            break;
    }
    PrintJob row = job;
    row.number = added->job;
    row.body.clear();
    const int at = static_cast<int>(jobs_.size());
    Q_EMIT rowAboutToBeAdded(at);
    jobs_.push_back(std::move(row));
    Q_EMIT rowAdded(at);
    refresh(added->job);
    // The job is safe by now: that old ones could not be forgotten is no reason to say otherwise.
    if (const Status pruned = prune(); !pruned) {
        Q_EMIT failed(job.printer, QString::fromStdString(pruned.error().message));
    }
    workers_.at(job.printer)->wake();
    return Enqueued{EnqueueOutcome::Queued, added->job, {}};
}

Result<DecisionOutcome> PrintQueue::decided(const Result<bool>& done, PrintJobNo job) {
    if (!done) return tl::make_unexpected(done.error());
    refresh(job);
    return *done ? DecisionOutcome::Done : DecisionOutcome::NotInThatState;
}

Result<DecisionOutcome> PrintQueue::cancel(PrintJobNo job, const QString& who) {
    QString note = "cancelled by " + who.left(100);
    if (const int row = rowOf(job); row >= 0) {
        const PrintJob& one = jobs_[static_cast<std::size_t>(row)];
        if (one.copiesPrinted > 0) {
            note += QString(": %1 of %2 copies are printed").arg(one.copiesPrinted).arg(one.copies);
        }
    }
    return decided(store_->cancel(job, note), job);
}

Result<DecisionOutcome> PrintQueue::markPrinted(PrintJobNo job, const QString& who) {
    return decided(store_->markPrinted(job, "seen on paper by " + who.left(100)), job);
}

void PrintQueue::retryNow(const QString& printer) {
    const auto worker = workers_.find(printer);
    if (worker != workers_.end()) worker->second->look();
}

std::vector<PrintJob> PrintQueue::undecided() const {
    std::vector<PrintJob> asking;
    std::ranges::copy_if(jobs_, std::back_inserter(asking), asksForDecision);
    return asking;
}

print::PrinterCondition PrintQueue::conditionOf(const QString& printer) const {
    const auto at = conditions_.find(printer);
    return at == conditions_.end() ? print::PrinterCondition::Unknown : at->second;
}

bool PrintQueue::isIdle() const {
    return std::ranges::none_of(jobs_, [](const PrintJob& job) {
        return job.state == JobState::Queued || job.state == JobState::Sending;
    });
}

int PrintQueue::rowOf(PrintJobNo job) const {
    const auto at = std::ranges::lower_bound(jobs_, job, {}, &PrintJob::number);
    if (at == jobs_.end() || at->number != job) return -1;
    return static_cast<int>(at - jobs_.begin());
}

void PrintQueue::refresh(PrintJobNo job) {
    const int row = rowOf(job);
    if (row < 0) return;
    auto found = store_->find(job);
    if (!found) {
        Q_EMIT failed(jobs_[static_cast<std::size_t>(row)].printer,
                      QString::fromStdString(found.error().message));
        return;
    }
    if (!*found) return;
    PrintJob& kept = jobs_[static_cast<std::size_t>(row)];
    const bool asked = asksForDecision(kept);
    kept = std::move(**found);
    kept.body.clear();
    Q_EMIT rowChanged(row);
    if (!asked && asksForDecision(kept)) Q_EMIT decisionWanted(job.value);
}

Status PrintQueue::prune() {
    const auto gone = store_->prune();
    if (!gone) return tl::make_unexpected(gone.error());
    for (const PrintJobNo job : *gone) {
        const int row = rowOf(job);
        if (row < 0) continue;
        Q_EMIT rowAboutToBeRemoved(row);
        jobs_.erase(jobs_.begin() + row);
        Q_EMIT rowRemoved(row);
    }
    return {};
}

}  // namespace tessera::qt
