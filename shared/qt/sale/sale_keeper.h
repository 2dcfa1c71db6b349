// SPDX-License-Identifier: Apache-2.0
// The sale in hand, on the disk: after a crash the app finds out what became of it.
//
// The GUI's thread alone. One file of the till's folder, for its user alone, replaced whole or not
// at all; gone once there is nothing in hand. A question is written before it is sent, what people
// type a moment after. It has the customer's name: no longer than the sale lasts. What cannot be
// written is not kept, and the sale goes on.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QTimer>
#include <optional>

#include "shared/qt/desk/journal.h"
#include "shared/qt/sale/cart.h"
#include "tessera/v1/desk_service.pb.h"
#include "tessera/v1/reservation_service.pb.h"

namespace tessera::sale {

// What was asked and not answered yet: one of both at most is to be asked again.
struct Asked {
    v1::CreateReservationRequest create{};
    v1::CancelReservationRequest cancel{};
    QString code{};  // For the next hold, or of this one.

    bool isCreate() const { return !create.request_id().empty(); }
    bool isCancel() const { return !cancel.request_id().empty(); }
};

// What staff made of the price of a reservation.
struct KeptPrices {
    v1::RepriceReservationRequest made{};   // As it was answered; without a request id.
    v1::RepriceReservationRequest lost{};   // Of the hold before, to be made again.
    v1::RepriceReservationRequest asked{};  // With a request id: its answer is not known yet.

    bool isEmpty() const {
        return made.ByteSizeLong() + lost.ByteSizeLong() + asked.ByteSizeLong() == 0;
    }
};

struct KeptSale {
    Asked asked{};
    KeptPrices prices{};
    v1::Reservation reservation{};
    v1::Customer customer{};
    QString note{};

    // Of whichever is in it; empty: of none.
    std::string event() const;
};

class SaleKeeper : public QObject {
    Q_OBJECT

public:
    // An empty folder keeps nothing. Borrows the cart, which outlives it. What an earlier start
    // left is read then, and stays on the disk as it is until leaveAsItIs(false).
    SaleKeeper(const QString& folder, const Cart& cart, QObject* parent = nullptr);

    // What is on the disk. Absent: nothing, or nothing that can be read, and then it is set aside.
    std::optional<KeptSale> read() const;
    // What an earlier start left, once: whoever takes it finds out what became of it.
    std::optional<KeptSale> takeEarlier();
    bool hasEarlier() const { return earlier_.has_value(); }
    bool hasSetAside() const { return journal_.hasSetAside(); }
    // On the disk when it returns.
    void ask(const Asked& asked);
    void keepPrices(const KeptPrices& prices);
    // What an earlier start left stays as it is until it is known what became of it.
    void leaveAsItIs(bool stays) { stays_ = stays; }
    // What was typed last, now.
    void flush();

private:
    void cartChanged();
    void write();

    const qt::Journal journal_;
    const Cart& cart_;
    Asked asked_;
    KeptPrices prices_;
    QTimer later_;
    std::optional<KeptSale> earlier_;
    bool stays_ = false;
    std::string reservation_;  // The one that was written.
};

}  // namespace tessera::sale
