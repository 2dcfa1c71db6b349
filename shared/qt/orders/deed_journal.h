// SPDX-License-Identifier: Apache-2.0
// What is being done to an order, on the disk: after a crash the app finds out what became of it.
//
// The GUI's thread alone. One file of the till's folder, a qt::Journal's; gone once there is an
// answer. A question is written before it is sent, without the approval that it may come with. It
// may have a new holder's name, an address, a note, and the token of an offer that is about to be
// taken: no longer than the answer is not known.
#pragma once

#include <QtCore/QString>
#include <optional>
#include <string>

#include "shared/qt/desk/journal.h"
#include "tessera/v1/desk_service.pb.h"
#include "tessera/v1/order_service.pb.h"
#include "tessera/v1/payment_service.pb.h"
#include "tessera/v1/transfer_service.pb.h"

namespace tessera::orders {

enum class DeedKind { None, Note, HandOut, Print, Refund, Settle, Transfer, Exchange, Mail };

// One of them at most has a request id; of another name the offer first, then the acceptance.
struct Deed {
    v1::SetOrderNoteRequest note{};
    v1::HandOutTicketsRequest handOut{};
    v1::NotePrintRequest print{};
    v1::RefundTicketsRequest refund{};
    v1::SettleRefundRequest settle{};
    v1::OfferTransferRequest offer{};
    v1::AcceptTransferRequest accept{};
    v1::ExchangeTicketsRequest exchange{};
    v1::ResendMailRequest mail{};

    DeedKind kind() const;
    // Of whichever it is; empty: none.
    std::string event() const;
    std::string order() const;
    std::string requestId() const;
};

class DeedJournal {
public:
    // An empty folder keeps nothing, and says that it has. `name`: of the file in it.
    explicit DeedJournal(const QString& folder,
                         const QString& name = QStringLiteral("deed_in_hand"));

    // What an earlier start left. Absent: nothing, or it cannot be read and is set aside.
    std::optional<Deed> read() const;
    // On the disk when it returns true.
    [[nodiscard]] bool write(const Deed& deed) const;
    void clear() const { journal_.clear(); }
    bool hasSetAside() const { return journal_.hasSetAside(); }

private:
    const qt::Journal journal_;
};

}  // namespace tessera::orders
