// SPDX-License-Identifier: Apache-2.0
// What is printed from its order or once more, and by which key the queue knows a ticket.
#include <QtCore/QUuid>
#include <algorithm>
#include <optional>
#include <utility>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/payment/papers.h"

namespace tessera::payment {
namespace {

constexpr int kReasonBytesMost = 200;
constexpr client::Millis kNoteAgainPatience{8'000};
const QString kTicketKey = QStringLiteral("ticket/");

v1::NotePrintRequest noteOf(const QString& key) {
    v1::NotePrintRequest note;
    const QStringList parts = key.split(u'/');
    if (!key.startsWith(kTicketKey) || parts.size() != 4) return note;
    note.set_event(parts[1].toStdString());
    note.set_order(parts[2].toStdString());
    note.add_tickets(parts[3].toStdString());
    return note;
}

}  // namespace

// EVENT/ORDER/TICKET: what NotePrint needs again for a reprint.
QString Papers::keyOfTicket(const v1::Order& order, const v1::Ticket& ticket) {
    return kTicketKey +
           QString::fromStdString(order.event() + '/' + order.order() + '/' + ticket.ticket());
}

bool Papers::isCancelled(const qt::Enqueued& put) const {
    return std::ranges::any_of(queue_->jobs(), [&](const qt::PrintJob& each) {
        return each.number == put.job && each.state == qt::JobState::Cancelled;
    });
}

// The key of a cancelled job is used up: the next count of it is asked for. The queue keeps few of
// what is over, so the count ends.
Result<qt::Enqueued> Papers::queueOnce(qt::NewJob job, bool evenIfCancelled) {
    const QString key = job.key;
    auto put = queue_->enqueue(job);
    for (int count = 2; evenIfCancelled && put && isCancelled(*put); ++count) {
        job.key = QString::number(count) + u'|' + key;
        put = queue_->enqueue(job);
    }
    return put;
}

QString Papers::printNow(const v1::Order& order, const v1::Event& event,
                         const std::vector<v1::Ticket>& tickets, const QString& key) {
    if (!hasPrinter()) return tr("No ticket printer is set up: nothing is printed.");
    const Sheet sheet{layoutOf(event), key.isEmpty() ? QString() : key + u'|', who(), true};
    QString why;
    for (const v1::Ticket& ticket : tickets) {
        const Put in = put(order, event, ticket, sheet);
        if (why.isEmpty()) why = in.why;
        if (in.kind == EnqueueKind::Full) break;
    }
    Q_EMIT changed();
    return why;
}

std::vector<Papers::Again>::iterator Papers::findAgain(qt::PrintJobNo job) {
    return std::ranges::find_if(reprints_, [&](const Again& each) { return each.job == job; });
}

// Of the first print, whatever this one is.
QString Papers::keyOfJob(qt::PrintJobNo job) const {
    for (const qt::PrintJob& each : queue_->jobs()) {
        if (each.number == job) return each.key.section(u'|', -1);
    }
    return {};
}

bool Papers::reprint(qt::PrintJobNo job, const QString& reason) {
    const QString why = reason.trimmed();
    if (why.isEmpty() || why.toUtf8().size() > kReasonBytesMost) {
        Q_EMIT said(tr("Reason: 1 to %1 letters.").arg(kReasonBytesMost), sale::Tone::Danger);
        return false;
    }
    if (queue_ == nullptr) return false;
    if (findAgain(job) != reprints_.end()) {
        askReprints();
        return true;
    }
    Again again{job, noteOf(keyOfJob(job))};
    if (again.note.order().empty()) {
        printAgain(job, why, QUuid::createUuid().toString(QUuid::WithoutBraces));
        return true;
    }
    if (!desk_.isConnectedTo()) {
        Q_EMIT said(qt::notSentText(), sale::Tone::Danger);
        return false;
    }
    again.note.set_request_id(desk_.newRequestId());
    again.note.set_reason(why.toStdString());
    reprints_.push_back(again);
    keepReprints();
    Q_EMIT changed();
    askAgain(again);
    return true;
}

bool Papers::takeBack(qt::PrintJobNo job) {
    const auto found = findAgain(job);
    if (found == reprints_.end()) return false;
    reprints_.erase(found);
    keepReprints();
    Q_EMIT said(tr("The reprint is taken back: nothing is printed. It may be noted all the same."),
                sale::Tone::Warning);
    Q_EMIT changed();
    return true;
}

QString Papers::askedAgain() const {
    const auto count = std::ranges::count_if(reprints_, &Again::unknown);
    if (count == 0) return {};
    return tr("%n reprint(s): whether they are noted is being asked again", "",
              static_cast<int>(count));
}

void Papers::askReprints() {
    askReprints_.stop();
    if (!desk_.isSignedIn() || queue_ == nullptr) return;
    for (Again& each : reprints_) {
        if (!std::exchange(each.asking, true)) askAgain(each);
    }
}

void Papers::askAgain(const Again& again) {
    desk_.ask(client::kNotePrint, again.note, this,
              [this, id = again.note.request_id()](const client::Answer<v1::OrderDetails>& answer) {
                  noted(id, answer);
              },
              {.within = kNoteAgainPatience});
}

void Papers::noted(const std::string& requestId, const client::Answer<v1::OrderDetails>& answer) {
    const auto found = std::ranges::find_if(
        reprints_, [&](const Again& each) { return each.note.request_id() == requestId; });
    if (found == reprints_.end()) return;  // It was taken back.
    if (client::leavesOpen(answer, found->unknown)) {
        found->asking = false;
        // Refused, goOn() asks again once somebody has signed in.
        if (answer.outcome != client::Outcome::Refused) askReprints_.start();
        if (std::exchange(found->unknown, true)) return;
        Q_EMIT changed();
        return Q_EMIT said(tr("The server has not answered. Whether the reprint is noted is not "
                              "known: it is being asked again, and printed once it is."),
                           sale::Tone::Danger);
    }
    const v1::NotePrintRequest note = found->note;
    const qt::PrintJobNo job = found->job;
    reprints_.erase(found);
    Q_EMIT changed();
    if (answer.done()) {
        printAgain(job, QString::fromStdString(note.reason()),
                   QString::fromStdString(note.request_id()));
        // Behind the queue: a crash between asks once more, and the key finds it there.
        return keepReprints();
    }
    keepReprints();
    Q_EMIT said(tr("Not printed again: %1").arg(qt::outcomeText(answer)), sale::Tone::Danger);
}

void Papers::printAgain(qt::PrintJobNo job, const QString& reason, const QString& stamp) {
    const auto put = [&]() -> std::optional<qt::EnqueueOutcome> {
        if (queue_ == nullptr) return std::nullopt;
        qt::ReprintOrder order;
        order.key = stamp + u'|' + keyOfJob(job);
        order.who = who();
        order.reason = reason;
        const auto queued = queue_->reprint(job, order);
        return queued ? std::optional(queued->outcome) : std::nullopt;
    }();
    if (put != qt::EnqueueOutcome::Queued && put != qt::EnqueueOutcome::AlreadyQueued) {
        Q_EMIT said(tr("This is not printed again now."), sale::Tone::Danger);
        return;
    }
    Q_EMIT reprinted(job.value, reason);
}

}  // namespace tessera::payment
