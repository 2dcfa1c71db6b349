// SPDX-License-Identifier: Apache-2.0
// What staff does to an order after its sale: note, hand-out, print, refund, cash handed over,
// another name, exchange, the confirmation mailed again.
//
// The GUI's thread alone. The server decides; here is what is asked and what is known. One deed is
// under way at a time: it is on the disk before it is sent, and where its answer is not known it is
// asked again with the same request id, by itself, until there is one; nothing else is begun
// before. Where the question itself needs an approval by now (the app was started anew, somebody
// else has signed in), it waits for one, or is left for later: kept on the disk, and asked when
// somebody signs in. Of a deed that was refused nothing was done. Borrows its parts, which outlive
// it. Texts are for people. Tokens of those to whom tickets were handed on are kept until the app
// ends, the last kTokensMost of them: their tickets can be printed here.
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <deque>
#include <functional>
#include <vector>

#include "shared/qt/desk/desk.h"
#include "shared/qt/orders/cash_trail.h"
#include "shared/qt/orders/deed_journal.h"
#include "shared/qt/orders/order_in_hand.h"
#include "shared/qt/sale/seller.h"

namespace tessera::orders {

enum class DeedStage {
    Idle,     // Nothing is under way.
    Asking,   // The server was asked.
    Unknown,  // It has not answered: it is asked again, and nothing else is done.
    Waiting,  // It cannot be asked by who is here alone: DeedWait says what it waits for.
};

// What a deed waits for, and what that would do.
struct DeedWait {
    bool approval = false;  // An approval; false: somebody whose role may ask it at all.
    bool notDone = false;   // The server has judged: nothing was done so far.
    DeedKind kind = DeedKind::None;
    int tickets = 0;
    v1::Money most{};  // What may go back, at most.
};

// What the server has noted as printed, for the print queue. `key`: the same again is the same
// paper, for each of the tickets; empty: for the first time, once ever.
struct NotedPrint {
    const v1::Order& order;
    const v1::Event& event;
    const std::vector<v1::Ticket>& tickets;
    QString key{};
};
// Puts them into it. Empty: all are in it; else why not, in words.
using PrintNoted = std::function<QString(const NotedPrint& print)>;

class OrderDeeds : public QObject {
    Q_OBJECT

public:
    // The drawer opens for cash that goes out this soon: later whoever asked for it has gone.
    static constexpr qint64 kDrawerMillisMost = 30'000;
    static constexpr int kNoteBytesMost = 1'000;
    static constexpr int kReasonBytesMost = 200;
    static constexpr int kNameBytesMost = 200;
    static constexpr std::size_t kTokensMost = 100;

    using Tickets = std::vector<std::string>;  // Ids; at most 100.

    struct Parts {
        qt::Desk& desk;
        OrderInHand& order;
        DeedJournal& journal;
        DeedJournal& left;               // What was left for later: another file.
        DeedJournal& unprinted;          // The last one that was noted and not taken by the queue.
        client::Millis patience{8'000};  // Then the answer is said to be unknown.
    };
    // What an earlier start left is Unknown then, and goOn() asks about it.
    explicit OrderDeeds(Parts parts, QObject* parent = nullptr);

    void setLocale(const QLocale& locale) { locale_ = locale; }
    void setPrinter(PrintNoted print) { printer_ = std::move(print); }
    // The connection stands, or somebody looks: what is not known is asked.
    void goOn();
    // Somebody has signed in, or wants to know: what waits and what was left is asked, too.
    void takeUp();

    // Of Waiting. Once approvalWanted() was said it knows what it is about.
    DeedWait waitsFor() const;
    std::string waitsForOrder() const { return deed_.order(); }
    std::string waitsForEvent() const { return deed_.event(); }
    // Asks again, by that approval and the same request id. Elsewhere than in Waiting: nothing.
    void approve(const std::string& token);
    // Of Waiting. False: it cannot be kept on the disk, said, and it waits on.
    bool leaveForLater();
    bool hasLeft() const { return left_.kind() != DeedKind::None; }

    DeedStage stage() const { return stage_; }
    // Of what is under way.
    DeedKind kind() const { return deed_.kind(); }
    bool isIdle() const { return stage_ == DeedStage::Idle; }

    // Each: of the order in hand; false: said why, and nothing was sent.
    bool setNote(const QString& note);
    bool handOut(const Tickets& tickets, bool undo);
    // `reason`: where needsReason() of them.
    bool print(const Tickets& tickets, const QString& reason);
    // To its address, where `email` is empty or just that.
    bool resendMail(const QString& email);
    // `token`: an approval, where the session may not by itself.
    bool refund(const Tickets& tickets, bool keepFee, const std::string& token = {});
    bool settle(const std::string& refund, const QString& evidence, const std::string& token = {});
    bool transfer(const Tickets& tickets, const QString& name, const QString& email);
    bool exchange(const Tickets& tickets, const std::string& reservation,
                  const std::string& token = {});

    // What the tickets of the order in hand sum to, in minor units.
    std::int64_t worthOf(const Tickets& tickets) const;
    // One of them was printed before, and it is not just that the queue did not take them.
    bool needsReason(const Tickets& tickets) const;

Q_SIGNALS:
    void changed();
    void said(const QString& text, tessera::sale::Tone tone);
    // It was done. Whoever asked may forget what was typed.
    void done(tessera::orders::DeedKind kind);
    // It was not: for good, and said why.
    void refused(tessera::orders::DeedKind kind, const tessera::client::Refusal& refusal);
    // The deed waits, and the order that it is about is read, as far as it can be.
    void approvalWanted();
    // Tickets were taken back just now, and this is to be handed over in cash, as far as is known.
    // What is heard later, or of an earlier start, is said alone: nobody may stand before the
    // drawer.
    void cashGoesOut(const tessera::v1::Money& cash);
    // The new order. `needsPayment`: the difference is to be paid.
    void exchanged(const tessera::v1::Order& order, bool needsPayment);

private:
    bool begin();
    bool canName(const Tickets& tickets);
    template <class Request>
    void address(Request& request) const;
    bool start(const std::string& token = {});
    void sayUnread();
    void sendAsked();
    template <class Request, class Response>
    void send(const client::Method<Request, Response>& method, const Request& request);
    void take(const v1::OrderDetails& details);
    void take(const v1::Order& order);
    void take(const v1::Transfer& transfer);
    void notDone(client::Outcome outcome, const client::Refusal& refusal);
    bool waits(const client::Refusal& refusal);
    void wait(const client::Refusal& refusal);
    void wantApproval();
    void askForApproval();
    bool renew();
    void becameUnknown();
    void end();
    void finish(const QString& text, sale::Tone tone);
    void tellRefunded();
    void keepUnprinted(const v1::NotePrintRequest& print);
    void forgetUnprinted();
    void gather(const v1::OrderDetails& details);
    void gatherEvent(const v1::OrderDetails& details);
    void gatherCodes(const v1::OrderDetails& details, const v1::Event& event);
    void printGathered(const v1::OrderDetails& details, const v1::Event& event);
    void notPrinted(const QString& why);
    bool isUnprinted(const Tickets& tickets) const;
    bool wasPrinted(const Tickets& tickets) const;
    void remember(const v1::Transfer& transfer);
    std::string tokenOf(const std::string& transfer) const;

    const Parts parts_;
    QLocale locale_;
    Deed deed_;
    std::string approval_;  // Of the question under way; on no disk.
    DeedStage stage_ = DeedStage::Idle;
    bool unknown_ = false;  // Of the question under way: an earlier try may have been done.
    bool earlier_ = false;  // It is of an earlier start.
    int question_ = 0;
    QTimer again_;
    DeedWait wait_;
    bool wantsApproval_ = false;  // To be said once the order is read.
    bool saidUnread_ = false;
    QElapsedTimer begun_;  // Of the question under way, in this run of the app.
    Deed left_;
    CashTrail trail_;
    v1::Order refunded_;              // The answer, while older orders are read.
    v1::NotePrintRequest unprinted_;  // The last one. On the disk, too: done again it is the same.
    PrintNoted printer_;
    std::vector<v1::Ticket> gathered_;
    std::deque<v1::Transfer> tokens_;
};

}  // namespace tessera::orders
