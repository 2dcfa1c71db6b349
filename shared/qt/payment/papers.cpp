// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/payment/papers.h"

#include <QtCore/QDataStream>
#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>
#include <algorithm>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/payment/print_room.h"
#include "shared/qt/payment/receipt_paper.h"
#include "shared/qt/payment/ticket_paper.h"
#include "shared/qt/print/receipt_body.h"

namespace tessera::payment {
namespace {

constexpr quint32 kFormat = 0x7e552001;  // Another one is not read.
constexpr qint64 kFileBytesMost = 64 << 20;
constexpr int kPrintAgainMillis = 2'000;
constexpr client::Millis kTicketsPatience{8'000};
constexpr client::Millis kNotePatience{2'000};
constexpr int kReasonBytesMost = 200;
const QString kTicketKey = QStringLiteral("ticket/");
const QString kFile = QStringLiteral("/tickets_to_print");

bool parse(QDataStream& in, google::protobuf::MessageLite& out) {
    QByteArray bytes;
    in >> bytes;
    return in.status() == QDataStream::Ok &&
           out.ParseFromArray(bytes.constData(), static_cast<int>(bytes.size()));
}

// EVENT/ORDER/TICKET: what NotePrint needs again for a reprint.
QString keyOf(const v1::Order& order, const v1::Ticket& ticket) {
    return kTicketKey +
           QString::fromStdString(order.event() + '/' + order.order() + '/' + ticket.ticket());
}

QString whoOf(const qt::Desk& desk) {
    return desk.isSignedIn() ? QString::fromStdString(desk.session().name()).left(40) : QString();
}

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

Papers::Papers(qt::Desk& desk, const QString& folder, QObject* parent)
    : QObject(parent), desk_(desk), folder_(folder) {
    again_.setSingleShot(true);
    again_.setInterval(kPrintAgainMillis);
    connect(&again_, &QTimer::timeout, this, &Papers::next);
    read();
}

Papers& Papers::of(QObject& owner, qt::Desk& desk, qt::DeskStore& store) {
    Papers* const there = owner.findChild<Papers*>(QString(), Qt::FindDirectChildrenOnly);
    if (there != nullptr) return *there;
    PrintRoom& room = PrintRoom::of(owner, store);
    auto* const made = new Papers(desk, store.folder(), &owner);
    connect(&room, &PrintRoom::closing, made, [made] { made->setPrinter(nullptr, {}); });
    connect(&room, &PrintRoom::changed, made,
            [made, &room] { made->setPrinter(room.queue(), room.ticketPrinter()); });
    connect(&desk, &qt::Desk::sessionChanged, made, &Papers::goOn);
    made->setPrinter(room.queue(), room.ticketPrinter());
    return *made;
}

Papers::EnqueueKind Papers::kindOf(const Result<qt::Enqueued>& put) {
    if (!put) return EnqueueKind::Full;
    switch (put->outcome) {
        case qt::EnqueueOutcome::Queued:
        case qt::EnqueueOutcome::AlreadyQueued:
        case qt::EnqueueOutcome::KeyReused:
            return EnqueueKind::There;
        case qt::EnqueueOutcome::BadJob:
        case qt::EnqueueOutcome::TooLarge:
            return EnqueueKind::Bad;
        default:
            return EnqueueKind::Full;
    }
}

void Papers::setPrinter(qt::PrintQueue* queue, const QString& printer) {
    queue_ = queue;
    printer_ = printer;
    goOn();
}

void Papers::print(const v1::Order& order, const v1::Event& event) {
    const bool there = std::any_of(orders_.begin(), orders_.end(), [&](const Waiting& each) {
        return each.order.order() == order.order();
    });
    if (there) return goOn();
    if (orders_.size() >= kOrdersMost) {
        Q_EMIT said(tr("%n order(s) wait for the ticket printer: this one is to be printed later "
                       "from its order.",
                       "", waiting()),
                    sale::Tone::Danger);
        return;
    }
    Waiting sold{order, event, {}};
    sold.note.set_event(order.event());
    sold.note.set_order(order.order());
    if (desk_.isConnectedTo()) sold.note.set_request_id(desk_.newRequestId());
    orders_.push_back(std::move(sold));
    if (!write()) {
        Q_EMIT said(tr("This till cannot write to its disk: print these tickets before it is "
                       "switched off."),
                    sale::Tone::Danger);
    }
    if (!hasPrinter()) {
        Q_EMIT said(tr("No ticket printer is set up: the tickets wait."), sale::Tone::Warning);
    }
    Q_EMIT changed();
    goOn();
}

void Papers::goOn() {
    again_.stop();
    next();
}

void Papers::next() {
    if (asking_ || orders_.empty() || !hasPrinter() || !desk_.isSignedIn()) return;
    asking_ = true;
    const v1::Order& order = orders_.front().order;
    v1::ListTicketsRequest request;
    request.set_event(order.event());
    request.set_order(order.order());
    request.set_view(v1::ListTicketsRequest::BASIC);
    desk_.ask(client::kListTickets, request, this,
              [this, id = order.order()](const client::Answer<v1::ListTicketsResponse>& answer) {
                  asking_ = false;
                  ticketsCame(id, answer);
              },
              {.within = kTicketsPatience});
}

void Papers::ticketsCame(const std::string& order,
                         const client::Answer<v1::ListTicketsResponse>& got) {
    if (orders_.empty() || orders_.front().order.order() != order) return next();
    if (got.outcome == client::Outcome::Refused && !client::isOfTheDoor(got.refusal)) {
        Q_EMIT said(qt::refusalText(got.refusal), sale::Tone::Danger);
        return done();
    }
    const bool active =
        std::any_of(got.value.tickets().begin(), got.value.tickets().end(),
                    [](const v1::Ticket& each) { return each.state() == v1::Ticket::ACTIVE; });
    if (!got.done() || !active || !hasPrinter()) return again_.start();
    if (orders_.front().note.request_id().empty()) {
        orders_.front().note.set_request_id(desk_.newRequestId());
    }
    note(got.value);
}

// The first print of what is paid waits for nobody for long: whether or not it could be noted, it
// is printed.
void Papers::note(const v1::ListTicketsResponse& tickets) {
    asking_ = true;
    const Waiting& sold = orders_.front();
    desk_.ask(client::kNotePrint, sold.note, this,
              [this, id = sold.order.order(), tickets](const client::Answer<v1::OrderDetails>&) {
                  asking_ = false;
                  if (orders_.empty() || orders_.front().order.order() != id) return next();
                  if (!enqueue(orders_.front(), tickets)) return again_.start();
                  done();
              },
              {.within = kNotePatience});
}

void Papers::done() {
    orders_.erase(orders_.begin());
    (void)write();
    Q_EMIT changed();
    next();
}

print::TicketTemplate Papers::layoutOf(const v1::Event& event) {
    QString problem;
    print::TicketTemplate paper =
        templateFor(folder_ + QStringLiteral("/templates"), event.event(), &problem);
    if (!problem.isEmpty()) {
        Q_EMIT said(tr("The ticket's layout is not used: %1").arg(problem), sale::Tone::Warning);
    }
    return paper;
}

// One that cannot be made cannot be later either, and the others do not wait for it.
Papers::EnqueueKind Papers::put(const v1::Order& order, const v1::Event& event,
                                const v1::Ticket& ticket, const Sheet& sheet) {
    qt::NewJob job;
    job.key = sheet.stamp + keyOf(order, ticket);
    job.printer = printer_;
    job.title = ticketTitle(event, ticket);
    job.who = whoOf(desk_);
    job.content = qt::TicketContent{sheet.paper, ticketValues(event, order, ticket, locale_)};
    const auto put = queue_->enqueue(job);
    const EnqueueKind kind = kindOf(put);
    if (kind == EnqueueKind::Full) {
        Q_EMIT said(tr("The print queue takes no more: the tickets wait."), sale::Tone::Danger);
    } else if (kind == EnqueueKind::Bad) {
        Q_EMIT said(tr("A ticket cannot be printed: %1").arg(put->field), sale::Tone::Danger);
    }
    return kind;
}

bool Papers::enqueue(const Waiting& sold, const v1::ListTicketsResponse& tickets) {
    if (!hasPrinter()) return false;
    const Sheet sheet{layoutOf(sold.event), {}};
    int count = 0;
    for (const v1::Ticket& ticket : tickets.tickets()) {
        if (ticket.state() != v1::Ticket::ACTIVE) continue;
        if (put(sold.order, sold.event, ticket, sheet) == EnqueueKind::Full) return false;
        ++count;
    }
    if (count == 0) return false;  // Not active yet.
    Q_EMIT queued(count);
    return true;
}

bool Papers::printNow(const v1::Order& order, const v1::Event& event,
                      const std::vector<v1::Ticket>& tickets, const QString& reason) {
    if (!hasPrinter()) {
        Q_EMIT said(tr("No ticket printer is set up: nothing is printed."), sale::Tone::Danger);
        return false;
    }
    Sheet sheet{layoutOf(event), {}};
    if (!reason.isEmpty()) {
        sheet.stamp = QStringLiteral("%1|").arg(QDateTime::currentMSecsSinceEpoch());
    }
    bool all = true;
    for (const v1::Ticket& ticket : tickets) {
        const EnqueueKind kind = put(order, event, ticket, sheet);
        all = all && kind == EnqueueKind::There;
        if (kind == EnqueueKind::Full) break;
    }
    Q_EMIT changed();
    return all;
}

void Papers::printReceipt(const v1::Order& order, const v1::Event& event, std::int64_t change,
                          const QString& printer) {
    if (queue_ == nullptr || printer.isEmpty() || !desk_.isSignedIn()) return;
    const auto language = queue_->languageOf(printer);
    const auto bytes = qt::receiptBytes(receiptOf(event, order, change, locale_),
                                        language.value_or(qt::PrinterLanguage::Escpos));
    if (!bytes) {
        Q_EMIT said(tr("The receipt cannot be printed: %1")
                        .arg(QString::fromStdString(bytes.error().message)),
                    sale::Tone::Danger);
        return;
    }
    qt::NewJob job;
    job.key = QStringLiteral("receipt/") + QString::fromStdString(order.order());
    job.printer = printer;
    job.title = tr("Receipt %1").arg(QString::fromStdString(order.order()));
    job.who = whoOf(desk_);
    job.content = *bytes;
    if (kindOf(queue_->enqueue(job)) != EnqueueKind::There) {
        Q_EMIT said(tr("The print queue takes no more: no receipt."), sale::Tone::Danger);
    }
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
        printAgain(job, why);
        return true;
    }
    if (!desk_.isConnectedTo()) {
        Q_EMIT said(qt::notSentText(), sale::Tone::Danger);
        return false;
    }
    note.set_request_id(desk_.newRequestId());
    note.set_reason(why.toStdString());
    desk_.ask(client::kNotePrint, note, this,
              [this, job, why](const client::Answer<v1::OrderDetails>& answer) {
                  if (answer.done()) return printAgain(job, why);
                  Q_EMIT said(tr("Not printed again: %1").arg(qt::outcomeText(answer)),
                              sale::Tone::Danger);
              },
              {.within = kTicketsPatience});
    return true;
}

void Papers::printAgain(qt::PrintJobNo job, const QString& reason) {
    if (queue_ == nullptr) return;
    QString key;
    for (const qt::PrintJob& each : queue_->jobs()) {
        if (each.number == job) key = each.key.section(u'|', -1);
    }
    qt::ReprintOrder order;
    order.key = QStringLiteral("%1|%2").arg(QDateTime::currentMSecsSinceEpoch()).arg(key);
    order.who = whoOf(desk_);
    order.reason = reason;
    const auto put = queue_->reprint(job, order);
    if (!put || put->outcome != qt::EnqueueOutcome::Queued) {
        Q_EMIT said(tr("This is not printed again now."), sale::Tone::Danger);
    }
}

void Papers::read() {
    QFile file(folder_ + kFile);
    if (folder_.isEmpty() || file.size() > kFileBytesMost || !file.open(QIODevice::ReadOnly)) {
        return;
    }
    QDataStream in(&file);
    quint32 format = 0;
    quint32 count = 0;
    in >> format >> count;
    if (format != kFormat || count > kOrdersMost) return;
    for (quint32 i = 0; i < count; ++i) {
        Waiting sold;
        if (!parse(in, sold.order) || !parse(in, sold.event) || !parse(in, sold.note)) return;
        orders_.push_back(std::move(sold));
    }
}

bool Papers::write() const {
    if (folder_.isEmpty()) return true;
    if (orders_.empty()) return QFile::remove(folder_ + kFile);
    QSaveFile file(folder_ + kFile);
    if (!file.open(QIODevice::WriteOnly)) return false;
    if (!file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) return false;
    QDataStream out(&file);
    out << kFormat << static_cast<quint32>(orders_.size());
    for (const Waiting& each : orders_) {
        out << QByteArray::fromStdString(each.order.SerializeAsString())
            << QByteArray::fromStdString(each.event.SerializeAsString())
            << QByteArray::fromStdString(each.note.SerializeAsString());
    }
    return file.commit();
}

}  // namespace tessera::payment
