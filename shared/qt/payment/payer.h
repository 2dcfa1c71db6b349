// SPDX-License-Identifier: Apache-2.0
// How a sale is paid: the checkout, its tenders one after the other, and what became of them.
//
// The GUI's thread alone. The server decides; here is what is asked and what is known. One question
// is under way at a time: it is on the disk before it is sent, and where its answer is not known it
// is asked again with the same request id, by itself, until there is one; nothing else is begun
// before. Borrows desk, cart and journal, which outlive it. Texts are for people.
#pragma once

#include <QtCore/QDate>
#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtGui/QKeySequence>
#include <memory>
#include <vector>

#include "shared/qt/desk/desk.h"
#include "shared/qt/payment/payment_journal.h"
#include "shared/qt/sale/cart.h"
#include "shared/qt/sale/seller.h"

namespace tessera::payment {

enum class PayStage {
    Nothing,   // There is no sale to pay.
    Choosing,  // Something is left to pay, by whatever way is chosen.
    Asking,    // The server was asked.
    Unknown,   // It has not answered: it is asked again, and nothing else is done.
    Waiting,   // The order is there; a payment is under way, or it is being booked.
    Sold,      // Paid; the cart is the next sale's.
    Over,      // Not sold: its places are free, its money is where it was.
};

// A part of the order as it is shown: what with, how much, and how it stands.
struct PaidPart {
    v1::TenderKind kind = v1::TENDER_KIND_UNSPECIFIED;
    v1::Money amount{};
    v1::Payment::State state = v1::Payment::STATE_UNSPECIFIED;
    QString last4{};
    std::string declined{};  // As of Payer::declined().
};

// Gives the order up: in texts, too.
QKeySequence giveUpKey();

class Payer : public QObject {
    Q_OBJECT

public:
    struct Parts {
        qt::Desk& desk;
        sale::Cart& cart;
        PaymentJournal& journal;
        client::Millis patience{8'000};  // Then the answer is said to be unknown.
    };
    // What an earlier start left is in the cart then, and goOn() asks about it.
    explicit Payer(Parts parts, QObject* parent = nullptr);
    ~Payer() override;

    void setLocale(const QLocale& locale) { locale_ = locale; }

    // The cart is Paying: there is something to do here.
    void begin();
    // Somebody has signed in, or the connection stands: what is not known is asked.
    void goOn();
    // The desk's client will be gone.
    void leaveServer();
    // The result of the last sale was seen.
    void close();

    PayStage stage() const { return stage_; }
    const v1::Order& order() const { return kept_.order; }
    using QObject::event;  // Of another kind, and not hidden by this:
    const v1::Event& event() const { return kept_.event; }
    const v1::Reservation& reservation() const { return kept_.reservation; }
    std::vector<PaidPart> paidParts() const;
    v1::Money total() const;
    v1::Money covered() const;
    v1::Money left() const;
    // Cash that goes back to the buyer: what was given, less what the order took of it. While the
    // order may still take some, what would go back then.
    v1::Money change() const;
    // Whether a way to pay may be chosen now: something is left, or only a card is being waited
    // for, which is cancelled then.
    bool canPay() const;
    // Nothing was taken for certain, and nothing is being asked.
    bool canGoBack() const;
    // There is an order that nothing was paid of for good.
    bool canGiveUp() const;
    // The order may already be paid for by a card at the terminal.
    bool waitsForCard() const;
    // Another way was chosen, and what was open before is being cancelled: nothing is taken
    // meanwhile.
    bool isReplacing() const;
    // Why the terminal's last card was declined, or why it asks for none, as the provider says it;
    // empty: neither.
    std::string declined() const;
    // Whether it was paid is not known, and approve() is needed to find out.
    bool wantsApproval() const { return wantsApproval_ && stage_ == PayStage::Unknown; }
    // Cash that was given since the app was started goes back: the order is Over.
    bool givesBackCashHere() const;
    // The order took cash that was given since the app was started.
    bool tookCashHere() const;

    // What may be given for what is left: more is no amount but a scanned code.
    std::int64_t cashMost() const;
    // Each: false, said why, and nothing was sent. `given` is what is in the till for it; less than
    // what is left pays a part.
    bool payCash(std::int64_t given);
    // `amount` 0: all that is left.
    bool payReader(const QString& reader, std::int64_t amount = 0);
    bool payGiftCard(const QString& code, std::int64_t amount = 0);
    // Who is billed by the end of `due` where the event is; without an id, whom `name` says.
    // REQUIRES of `token`: an approval where the session may not sell on account by itself.
    bool payOnAccount(const v1::Customer& who, const QDate& due, const std::string& token = {});
    // What is not known is asked again with another approval.
    void approve(const std::string& token);
    // A total of zero needs no tender.
    bool payNothing();
    // Cancels the order; its places are free once what is open is void.
    bool giveUp();
    // Nothing was checked out: the cart is Held again.
    void goBack();

Q_SIGNALS:
    void changed();
    void said(const QString& text, tessera::sale::Tone tone);
    // Cash was refused, said why: the device has no open shift. `given` was handed over for it.
    void shiftNeeded(qint64 given);
    // What is not known is heard by whoever brings an approval: approve().
    void approvalNeeded();
    // Said why. `amount`: how much of it was to pay, 0 for all that was left.
    void giftCardRefused(const QString& code, qint64 amount);
    // On account, said why: it is another who is to be billed.
    void customerRefused();
    // Not sold.
    void over();
    // Once for an order; a second time only after a restart of the app.
    void sold(const tessera::v1::Order& order, const tessera::v1::Event& event);

private:
    struct Inbox;

    static bool isOpen(const v1::Payment& payment);
    static bool isElsewhere(const v1::Payment& payment);
    void setStage(PayStage stage);
    bool pay(const v1::TenderRequest& tender, std::int64_t given, const std::string& token = {});
    bool canAsk();
    bool isTooMuch(std::int64_t amount);
    bool opensLast() const;
    std::int64_t cashTaken() const;
    void sayUnread();
    void sendAsked();
    template <class Request, class Response>
    void send(const client::Method<Request, Response>& method, const Request& request);
    void takeAnswer(const v1::Order& order);
    void answered(client::Outcome outcome, const client::Refusal& refusal);
    void waitForWho(const client::Refusal& refusal);
    void refused(const client::Refusal& refusal);
    void becameUnknown();
    void notDone();
    void take(const v1::Order& order);
    void takeState(bool read);
    void takeOpen();
    bool isNewTender() const;
    void settle();
    bool followsOrder() const {
        return stage_ == PayStage::Waiting || stage_ == PayStage::Choosing;
    }
    void findOrder();
    void readOrder();
    void orderRead(const std::string& id, const client::Answer<v1::Order>& answer);
    void watch();
    void stopWatch();
    void finishSold();
    void finishOver();
    QString refusalText(const client::Refusal& refusal) const;
    v1::Money money(std::int64_t minor) const;

    const Parts parts_;
    QLocale locale_;
    KeptPayment kept_;
    std::string approval_;  // Of the question under way; on no disk.
    PayStage stage_ = PayStage::Nothing;
    bool unknown_ = false;    // Of the question under way: an earlier try may have been done.
    bool reading_ = false;    // The order.
    bool readAgain_ = false;  // It may be another one since it was asked for.
    bool announced_ = false;
    bool cashHere_ = false;
    bool wantsApproval_ = false;  // Of the question whose answer is not known.
    bool unread_ = false;         // What an earlier start left; not said yet.
    int question_ = 0;
    QTimer again_;
    QTimer settle_;
    std::string settled_;  // The tender that has had its moment to be opened.
    std::shared_ptr<Inbox> inbox_;
    client::WatchId watch_ = 0;
};

}  // namespace tessera::payment
