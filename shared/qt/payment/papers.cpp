// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/payment/papers.h"

#include <algorithm>
#include <utility>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/payment/print_room.h"
#include "shared/qt/payment/receipt_paper.h"
#include "shared/qt/payment/ticket_paper.h"
#include "shared/qt/print/receipt_body.h"

namespace tessera::payment {
namespace {

constexpr qsizetype kWhoLettersMost = 40;
constexpr int kPrintAgainMillis = 2'000;
constexpr client::Millis kTicketsPatience{8'000};
constexpr client::Millis kNotePatience{2'000};
constexpr qint64 kFileBytesMost = 64 << 20;  // Each order has its event with it.
}  // namespace

Papers::Papers(qt::Desk& desk, const QString& folder, QObject* parent)
    : QObject(parent),
      desk_(desk),
      folder_(folder),
      journal_(folder, QStringLiteral("tickets_to_print"), kFileBytesMost),
      asked_(folder, QStringLiteral("reprints_asked")) {
    again_.setSingleShot(true);
    again_.setInterval(kPrintAgainMillis);
    connect(&again_, &QTimer::timeout, this, &Papers::next);
    askReprints_.setSingleShot(true);
    askReprints_.setInterval(kPrintAgainMillis);
    connect(&askReprints_, &QTimer::timeout, this, &Papers::askReprints);
    read();
    readReprints();
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

// Of what was not put: nothing was changed.
QString Papers::whyNot(const Result<qt::Enqueued>& put) {
    if (!put) {
        return tr("The file of the print queue cannot be written: %1.")
            .arg(QString::fromStdString(put.error().message));
    }
    switch (put->outcome) {
        case qt::EnqueueOutcome::UnknownPrinter:
            return tr("The ticket printer is not one of this till's any more.");
        case qt::EnqueueOutcome::PrinterStopped:
            return tr("The printer's queue has stopped: try the printer, to begin anew.");
        case qt::EnqueueOutcome::BadJob:
            if (put->field.startsWith(QLatin1String("printer:"))) {
                return tr("The printer for tickets prints receipts alone: set up another one.");
            }
            return tr("A document cannot be made with its layout: look at it on the paper screen.");
        case qt::EnqueueOutcome::TooLarge:
            return tr("A document is larger than what can be printed.");
        default:
            return tr("The print queue takes no more: see to the printer first.");
    }
}

// Whoever is signed in, else who was last: a card may come through at a till that is locked.
QString Papers::who() {
    if (desk_.isSignedIn()) {
        who_ = QString::fromStdString(desk_.session().name()).trimmed().left(kWhoLettersMost);
    }
    return who_.isEmpty() ? tr("the till") : who_;
}

// What holds up all of them is tried again and again, and said once.
void Papers::sayOnce(const QString& text) {
    if (std::exchange(saidLast_, text) != text) Q_EMIT said(text, sale::Tone::Danger);
}

std::vector<Papers::Waiting>::iterator Papers::findOrder(const std::string& id) {
    return std::find_if(orders_.begin(), orders_.end(),
                        [&](const Waiting& each) { return each.order.order() == id; });
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
    Waiting sold{order, event, {}, who()};
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
    (void)who();
    sayUnread();
    askReprints();
    passed_ = 0;
    for (Waiting& each : orders_) each.held.clear();
    next();
}

// The first that is not held.
void Papers::next() {
    if (asking_ || !hasPrinter() || !desk_.isSignedIn()) return;
    const auto first = std::find_if(orders_.begin(), orders_.end(),
                                    [](const Waiting& each) { return each.held.isEmpty(); });
    if (first == orders_.end()) return;
    asking_ = true;
    const v1::Order& order = first->order;
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

// It goes behind the others; once none of them is to be had, all wait for a moment.
void Papers::later(const std::string& id) {
    const auto found = findOrder(id);
    if (found != orders_.end()) std::rotate(found, found + 1, orders_.end());
    if (++passed_ < orders_.size()) return next();
    passed_ = 0;
    again_.start();
}

void Papers::ticketsCame(const std::string& order,
                         const client::Answer<v1::ListTicketsResponse>& got) {
    const auto sold = findOrder(order);
    if (sold == orders_.end()) return next();
    if (got.outcome == client::Outcome::Refused && !client::isOfTheDoor(got.refusal)) {
        Q_EMIT said(qt::refusalText(got.refusal), sale::Tone::Danger);
        return done(order);
    }
    if (!got.done() || !hasPrinter()) return again_.start();
    const auto& tickets = got.value.tickets();
    const auto are = [](v1::Ticket::State state) {
        return [state](const v1::Ticket& each) { return each.state() == state; };
    };
    if (!tickets.empty() && std::all_of(tickets.begin(), tickets.end(), are(v1::Ticket::VOID))) {
        Q_EMIT said(tr("Order %1: its tickets are void, none is printed.")
                        .arg(QString::fromStdString(order)),
                    sale::Tone::Warning);
        return done(order);
    }
    if (std::none_of(tickets.begin(), tickets.end(), are(v1::Ticket::ACTIVE))) return later(order);
    if (sold->note.request_id().empty()) sold->note.set_request_id(desk_.newRequestId());
    note(order, got.value);
}

// The first print of what is paid waits for nobody for long: whether or not it could be noted, it
// is printed.
void Papers::note(const std::string& id, const v1::ListTicketsResponse& tickets) {
    asking_ = true;
    desk_.ask(client::kNotePrint, findOrder(id)->note, this,
              [this, id, tickets](const client::Answer<v1::OrderDetails>&) {
                  asking_ = false;
                  if (findOrder(id) == orders_.end()) return next();
                  enqueue(id, tickets);
              },
              {.within = kNotePatience});
}

void Papers::done(const std::string& id) {
    const auto found = findOrder(id);
    if (found != orders_.end()) orders_.erase(found);
    passed_ = 0;
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

Papers::Put Papers::put(const v1::Order& order, const v1::Event& event, const v1::Ticket& ticket,
                        const Sheet& sheet) {
    qt::NewJob job;
    job.key = sheet.stamp + keyOfTicket(order, ticket);
    job.printer = printer_;
    job.title = ticketTitle(event, ticket);
    job.who = sheet.who;
    job.content = qt::TicketContent{sheet.paper, ticketValues(event, order, ticket, locale_)};
    const auto put = queueOnce(std::move(job), sheet.evenIfCancelled);
    const EnqueueKind kind = kindOf(put);
    return {kind, kind == EnqueueKind::There ? QString() : whyNot(put)};
}

// All that can be made; what cannot keeps the order here.
void Papers::enqueue(const std::string& id, const v1::ListTicketsResponse& tickets) {
    if (!hasPrinter()) return again_.start();
    const auto sold = findOrder(id);
    const Sheet sheet{layoutOf(sold->event), {}, sold->who.isEmpty() ? who() : sold->who};
    int count = 0;
    for (const v1::Ticket& ticket : tickets.tickets()) {
        if (ticket.state() != v1::Ticket::ACTIVE) continue;
        const Put in = put(sold->order, sold->event, ticket, sheet);
        if (in.kind == EnqueueKind::Full) {
            sayOnce(in.why);
            return again_.start();
        }
        if (in.kind == EnqueueKind::Bad && sold->held.isEmpty()) sold->held = in.why;
        count += in.kind == EnqueueKind::There ? 1 : 0;
    }
    saidLast_.clear();
    if (count > 0) Q_EMIT queued(count);
    if (sold->held.isEmpty()) return done(id);
    Q_EMIT said(held(), sale::Tone::Danger);
    Q_EMIT changed();
    next();
}

void Papers::printReceipt(const v1::Order& order, const v1::Event& event, std::int64_t change,
                          const QString& printer) {
    if (queue_ == nullptr || printer.isEmpty()) return;
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
    job.who = who();
    job.content = *bytes;
    const auto put = queue_->enqueue(job);
    if (kindOf(put) != EnqueueKind::There) {
        Q_EMIT said(tr("No receipt is printed. %1").arg(whyNot(put)), sale::Tone::Danger);
    }
}

}  // namespace tessera::payment
