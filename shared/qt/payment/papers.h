// SPDX-License-Identifier: Apache-2.0
// The tickets of what was sold, on their way into the print queue.
//
// The GUI's thread alone. An order is on the disk before print() returns, and is forgotten once all
// its tickets are in the queue: a crash between prints each once, for a ticket's key in the queue
// is its id. An order whose tickets are not there yet lets the others go first; one whose tickets
// cannot be made with their layout is held, and tried again when something has changed or somebody
// asks. The sale does not wait for any of it. Borrows desk and queue, which outlive it; a till
// without a printer for tickets keeps its orders until it has one, kOrdersMost of them: what is
// beyond is said and left to a reprint.
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <string>
#include <vector>

#include "shared/print/ticket_template.h"
#include "shared/qt/desk/desk.h"
#include "shared/qt/desk/desk_store.h"
#include "shared/qt/desk/journal.h"
#include "shared/qt/print/print_queue.h"
#include "shared/qt/sale/seller.h"
#include "tessera/v1/event.pb.h"
#include "tessera/v1/order.pb.h"

namespace tessera::payment {

inline constexpr std::size_t kOrdersMost = 100;

class Papers : public QObject {
    Q_OBJECT

public:
    // An empty folder keeps nothing over a restart.
    Papers(qt::Desk& desk, const QString& folder, QObject* parent = nullptr);
    // The one of a window, on its printers: `owner` is its Workplace, whose child it is.
    static Papers& of(QObject& owner, qt::Desk& desk, qt::DeskStore& store);

    void setLocale(const QLocale& locale) { locale_ = locale; }
    // Null queue or empty name: there is none now. The queue must outlive it, or be taken away.
    void setPrinter(qt::PrintQueue* queue, const QString& printer);
    bool hasPrinter() const { return queue_ != nullptr && !printer_.isEmpty(); }

    void print(const v1::Order& order, const v1::Event& event);
    // The receipt of what was sold, where there is a printer for it; at once, and once for an
    // order. `change`: what went back of the cash, in minor units.
    void printReceipt(const v1::Order& order, const v1::Event& event, std::int64_t change,
                      const QString& printer);
    // Tickets that the server has noted already, at once, each once for a key: with an empty one
    // once ever, with another (of what was noted) once more. What was cancelled in the queue does
    // not count. Empty: all are in the queue; else why not, in words, and the same again goes on
    // where it ended.
    QString printNow(const v1::Order& order, const v1::Event& event,
                     const std::vector<v1::Ticket>& tickets, const QString& key);
    // Orders that wait for tickets or a printer are asked for: somebody signed in, or the like.
    void goOn();
    // A ticket again, with a reason of 1 to 200 bytes, once the server has noted it; what is no
    // ticket, at once. False: said why. While the server has not said whether it is noted, the same
    // job again is the same print: it is asked again with its request id until there is an answer.
    // It is on the disk until then: after a restart it is asked on, and printed once.
    bool reprint(qt::PrintJobNo job, const QString& reason);
    // A reprint of the job that has no answer yet is not printed any more, and said to be left; it
    // may be noted. False: there is none.
    bool takeBack(qt::PrintJobNo job);
    bool hasReprints() const { return !reprints_.empty(); }  // Without an answer.
    // Of those whose first try got none, in words; empty: there is none.
    QString askedAgain() const;
    int waiting() const { return static_cast<int>(orders_.size()); }
    std::vector<std::string> waitingOrders() const;  // Their ids.
    // Of the first order that is held, in words; empty: none is.
    QString held() const;
    // It is left to a reprint from its order.
    void forgetHeld();

Q_SIGNALS:
    void said(const QString& text, tessera::sale::Tone tone);
    // Another number of orders or reprints waits, or tickets were queued.
    void changed();
    void queued(int tickets);
    // What reprint() was asked for with that reason is in the queue.
    void reprinted(qint64 job, const QString& reason);

private:
    struct Waiting {
        v1::Order order;
        v1::Event event;
        v1::NotePrintRequest note;  // With its request id: noted once, whatever becomes of us.
        QString who;                // Who sold it.
        QString held{};             // Why some of its tickets cannot be made; empty: none is known.
    };

    enum class EnqueueKind { There, Full, Bad };
    struct Put {
        EnqueueKind kind = EnqueueKind::There;
        QString why{};  // Not There.
    };

    static EnqueueKind kindOf(const Result<qt::Enqueued>& put);
    static QString whyNot(const Result<qt::Enqueued>& put);
    QString who();
    void sayOnce(const QString& text);
    std::vector<Waiting>::iterator findOrder(const std::string& id);
    void later(const std::string& id);
    print::TicketTemplate layoutOf(const v1::Event& event);
    void next();
    void note(const std::string& id, const v1::ListTicketsResponse& tickets);
    void done(const std::string& id);
    void ticketsCame(const std::string& order, const client::Answer<v1::ListTicketsResponse>& got);
    // What a ticket stands on; `stamp` before its key makes it another job.
    struct Sheet {
        print::TicketTemplate paper;
        QString stamp;
        QString who;
        bool evenIfCancelled = false;  // Another job where that of its key was cancelled.
    };
    static QString keyOfTicket(const v1::Order& order, const v1::Ticket& ticket);
    Result<qt::Enqueued> queueOnce(qt::NewJob job, bool evenIfCancelled);
    bool isCancelled(const qt::Enqueued& put) const;
    Put put(const v1::Order& order, const v1::Event& event, const v1::Ticket& ticket,
            const Sheet& sheet);
    void enqueue(const std::string& id, const v1::ListTicketsResponse& tickets);
    void read();
    bool write() const;
    void sayUnread();
    void readReprints();
    void keepReprints() const;
    void askReprints();
    // A reprint that the server has been asked to note.
    struct Again {
        qt::PrintJobNo job{};
        v1::NotePrintRequest note{};
        bool asking = true;
        bool unknown = false;  // An earlier try has no answer.
    };
    std::vector<Again>::iterator findAgain(qt::PrintJobNo job);
    void askAgain(const Again& again);
    void noted(const std::string& requestId, const client::Answer<v1::OrderDetails>& answer);
    QString keyOfJob(qt::PrintJobNo job) const;
    // `stamp`: the same again is the same print.
    void printAgain(qt::PrintJobNo job, const QString& reason, const QString& stamp);

    qt::Desk& desk_;
    const QString folder_;
    const qt::Journal journal_;
    const qt::Journal asked_;  // Reprints without an answer.
    QLocale locale_;
    qt::PrintQueue* queue_ = nullptr;
    QString printer_;
    std::vector<Waiting> orders_;
    bool asking_ = false;
    std::size_t passed_ = 0;  // So many orders in turn were not to be had.
    bool saidUnread_ = false;
    QString saidLast_;  // Of what holds all of them up.
    QString who_;       // Who was signed in last.
    QTimer again_;
    std::vector<Again> reprints_;
    QTimer askReprints_;
};

}  // namespace tessera::payment
