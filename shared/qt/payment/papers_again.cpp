// SPDX-License-Identifier: Apache-2.0
// What is printed from its order or once more, and by which key the queue knows a ticket.
#include <QtCore/QUuid>
#include <algorithm>
#include <utility>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/payment/papers.h"

namespace tessera::payment {
namespace {

constexpr int kReasonBytesMost = 200;
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

bool Papers::reprint(qt::PrintJobNo job, const QString& reason) {
    const QString why = reason.trimmed();
    if (why.isEmpty() || why.toUtf8().size() > kReasonBytesMost) {
        Q_EMIT said(tr("Reason: 1 to %1 letters.").arg(kReasonBytesMost), sale::Tone::Danger);
        return false;
    }
    if (queue_ == nullptr) return false;
    QString key;
    for (const qt::PrintJob& each : queue_->jobs()) {
        if (each.number == job) key = each.key.section(u'|', -1);
    }
    v1::NotePrintRequest note = noteOf(key);
    if (note.order().empty()) {
        printAgain(job, why, QUuid::createUuid().toString(QUuid::WithoutBraces));
        return true;
    }
    if (!desk_.isConnectedTo()) {
        Q_EMIT said(qt::notSentText(), sale::Tone::Danger);
        return false;
    }
    note.set_request_id(desk_.newRequestId());
    note.set_reason(why.toStdString());
    desk_.ask(client::kNotePrint, note, this,
              [this, job, why, stamp = QString::fromStdString(note.request_id())](
                  const client::Answer<v1::OrderDetails>& answer) {
                  if (answer.done()) return printAgain(job, why, stamp);
                  Q_EMIT said(tr("Not printed again: %1").arg(qt::outcomeText(answer)),
                              sale::Tone::Danger);
              },
              {.within = kTicketsPatience});
    return true;
}

void Papers::printAgain(qt::PrintJobNo job, const QString& reason, const QString& stamp) {
    if (queue_ == nullptr) return;
    QString key;
    for (const qt::PrintJob& each : queue_->jobs()) {
        if (each.number == job) key = each.key.section(u'|', -1);
    }
    qt::ReprintOrder order;
    order.key = stamp + u'|' + key;
    order.who = who();
    order.reason = reason;
    const auto put = queue_->reprint(job, order);
    if (!put || put->outcome != qt::EnqueueOutcome::Queued) {
        Q_EMIT said(tr("This is not printed again now."), sale::Tone::Danger);
        return;
    }
    Q_EMIT reprinted();
}

}  // namespace tessera::payment
