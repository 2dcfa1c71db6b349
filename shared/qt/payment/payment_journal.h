// SPDX-License-Identifier: Apache-2.0
// The payment in hand, on the disk: after a crash the app finds out what became of it.
//
// The GUI's thread alone. One file of the till's folder, a qt::Journal's, gone once the sale is
// sold or over. A question is written before it is sent, a gift card's code with it: no longer than
// its answer is not known. What cannot be written is not sent: write() says so.
#pragma once

#include <QtCore/QString>
#include <cstdint>
#include <optional>

#include "shared/qt/desk/journal.h"
#include "tessera/v1/desk_service.pb.h"
#include "tessera/v1/event.pb.h"
#include "tessera/v1/order_service.pb.h"
#include "tessera/v1/reservation_service.pb.h"

namespace tessera::payment {

struct KeptPayment {
    v1::Event event{};
    v1::Reservation reservation{};
    v1::Customer customer{};
    QString note{};
    v1::Order order{};  // As last seen; with an empty id: none is known.
    // What was asked and not answered yet: one of them at most.
    v1::CheckoutReservationRequest checkout{};
    v1::AddTenderRequest add{};
    v1::CancelReservationRequest cancel{};
    std::int64_t given = 0;       // Cash in the till for this sale, in minor units,
    std::int64_t givenAsked = 0;  // and what of it belongs to the question.

    bool isAsked() const {
        return !checkout.request_id().empty() || !add.request_id().empty() ||
               !cancel.request_id().empty();
    }
    void forgetAsked() {
        checkout.Clear();
        add.Clear();
        cancel.Clear();
        givenAsked = 0;
    }
};

class PaymentJournal {
public:
    // An empty folder keeps nothing, and says that it has.
    explicit PaymentJournal(const QString& folder);

    // What an earlier start left. Absent: nothing, or it cannot be read and is set aside.
    std::optional<KeptPayment> read() const;
    bool hasSetAside() const { return journal_.hasSetAside(); }
    // On the disk when it returns true.
    [[nodiscard]] bool write(const KeptPayment& kept) const;
    void clear() const { journal_.clear(); }

private:
    const qt::Journal journal_;
};

}  // namespace tessera::payment
