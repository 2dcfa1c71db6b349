// SPDX-License-Identifier: Apache-2.0
// What is being sold at this till: the event, what is reserved of it, for whom, and what to note.
//
// It is where the screens that choose and that take the money meet, and neither knows the other.
// Holds values and asks nobody: the server decides, its answers are put here. The GUI's thread
// alone. Owns what it holds. Names and addresses of customers are in here and in no log.
//
// The way: Empty -> Held (something is reserved) -> Paying (the money is taken) -> Empty (sold).
// Or Empty -> Paying: an order is paid that is there already.
// Back: Paying -> Held where nothing was paid; Held or Paying -> Expired, seats are free again;
// anything but a Paying that was checked out -> Empty by clear().
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <functional>
#include <utility>

#include "tessera/v1/desk_service.pb.h"
#include "tessera/v1/event.pb.h"
#include "tessera/v1/order.pb.h"
#include "tessera/v1/reservation.pb.h"

namespace tessera::sale {

enum class CartStage {
    Empty,    // Nothing is reserved.
    Held,     // Places are ours until reservation().expire_time().
    Paying,   // The pay screen has it; the sell screen changes nothing.
    Expired,  // The hold ran out; reservation() is what there was, to take it again.
};

// Whether an order that is there already can be paid at this till, in order of precedence.
enum class OrderPayment {
    Possible,
    SaleInHand,  // Something is held or being paid for.
    AnswerOpen,  // What became of the last question about places is not known yet.
};

class Cart : public QObject {
    Q_OBJECT

public:
    explicit Cart(QObject* parent = nullptr);
    // The one cart of a window: `owner` is its Workplace, whose child it is. Made when it is first
    // asked for.
    static Cart& of(QObject& owner);

    CartStage stage() const { return stage_; }
    using QObject::event;
    // With an empty id: none is chosen.
    const v1::Event& event() const { return event_; }
    // With an empty id: nothing is reserved. Of Paying: as it was reserved; the order says more.
    const v1::Reservation& reservation() const { return reservation_; }
    // Without an id and a name: nobody in particular. Without an id and with a name: typed, not
    // saved as a customer.
    const v1::Customer& customer() const { return customer_; }
    // For CheckoutReservation; a language where the customer has one, else `language`.
    v1::Buyer buyer(const QString& language = {}) const;
    // The order names its buyer, or a checkout that does is under way: another one would be in no
    // order.
    bool isBuyerFixed() const { return checkedOut_ || buyerSent_; }
    // Of staff, for the order. What is typed; sent by who checks out.
    const QString& note() const { return note_; }

    // Another event. REQUIRES: Empty or Expired; what is reserved is of one event.
    void setEvent(v1::Event event);
    // The same event, read again: other prices or rules.
    void updateEvent(v1::Event event);
    // As the server has answered it: it is ours, or was priced anew. REQUIRES: not Paying; its
    // state is HELD and its event is event().
    void hold(v1::Reservation reservation);
    void setCustomer(v1::Customer customer);
    // Whether a checkout is under way, by whoever asks for it. REQUIRES of true: Paying.
    void setBuyerSent(bool sent);
    void setNote(const QString& note);

    // The hold ran out, by server time or because a call was refused for it. Of Held and Paying.
    void expire();
    // Nothing is reserved; who buys and the note stay. REQUIRES: not Paying.
    void dropReservation();
    // Nothing is reserved, nobody in particular buys, nothing is noted; the event stays. Whoever
    // calls it has given the places back, or knows that they are. REQUIRES: not Paying.
    void clear();

    // Whether an answer about places is still to come: no other order is paid here before. Whoever
    // asks about them sets it, and takes it away.
    void setAsking(std::function<bool()> isAsking) { isAsking_ = std::move(isAsking); }

    // Held -> Paying. False: nothing is held. The pay screen follows payAsked(), or looks at
    // stage() when it is entered.
    bool startPaying();
    // What an earlier start of the app was being paid for: Empty -> Paying. REQUIRES: Empty.
    struct Earlier {
        v1::Event event{};
        v1::Reservation reservation{};
        v1::Customer customer{};
        QString note{};
        bool checkedOut = false;  // Its order is known.
    };
    void goOnPaying(Earlier earlier);
    OrderPayment canPayOrder() const;
    // An order that is there already and is to be paid: of an exchange, or one that was found.
    // Empty or Expired -> Paying, with payAsked(); reservation().order() is its id. False: not
    // canPayOrder(), and nothing is changed.
    bool payOrder(const v1::Order& order, const v1::Event& event, const v1::Buyer& buyer);
    // Paying -> Held: nothing was checked out. REQUIRES: Paying.
    void backToChoosing();
    // There is an order: nothing expires it, and it is not Held again. The note can be kept with
    // it. Once for a sale. REQUIRES: Paying.
    void checkedOut(const v1::Order& order);
    // Paying -> Empty. The order is paid, or is over and its places are free; `order` says which.
    // REQUIRES: Paying.
    void finish(const v1::Order& order);

Q_SIGNALS:
    // Any of it is another now: stage, reservation, customer, note, event.
    void changed();
    void eventChanged();
    // Within Paying isBuyerFixed() is another now.
    void buyerFixedChanged();
    // Nothing of the sale goes into the next one.
    void emptied();
    void payAsked();
    void orderMade(const tessera::v1::Order& order);
    void finished(const tessera::v1::Order& order);

private:
    void go(CartStage stage);
    void empty();

    CartStage stage_ = CartStage::Empty;
    v1::Event event_;
    v1::Reservation reservation_;
    v1::Customer customer_;
    QString note_;
    std::function<bool()> isAsking_;
    bool checkedOut_ = false;
    bool buyerSent_ = false;
};

}  // namespace tessera::sale
