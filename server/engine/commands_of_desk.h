// SPDX-License-Identifier: Apache-2.0
// Who gives a command, and the commands by which staff writes beside orders and tickets.
//
// Plain values, without time, as those of commands.h. What they write no engine reads.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "server/engine/terms.h"
#include "shared/base/ids.h"

namespace tessera::engine {

struct OrderRecord;

// Who acts. `hash` holds; a reservation is touched only by its holder's hash or by staff: the edge
// has checked the holder token or the API key, and says so.
struct Caller {
    CallerHash hash;
    Channel channel = Channel::Web;
    bool privileged = false;  // Holder token or staff scope verified by the edge.

    bool mayTouch(const CallerHash& buyer) const { return privileged || hash == buyer; }
    bool isStaff() const { return privileged && channel == Channel::BoxOffice; }
};

// What staff writes at an order, whatever its state; the record says that there is one.
struct NoteOrder {
    OrderId order;
    Caller caller;
    std::string note;  // At most 1,000 bytes; empty: none.
    std::shared_ptr<const OrderRecord> record{};
};

// Tickets are in their holder's hands; `undo`: they are not. Whether they were before was judged by
// the record's version: each of these raises it.
struct HandOutTickets {
    OrderId order;
    Caller caller;
    std::vector<TicketId> tickets;  // Ascending; empty: all that are active.
    bool undo = false;
    std::shared_ptr<const OrderRecord> record{};
};

// Tickets are about to be printed. Whether again, and who may, was judged by the record's version:
// each print raises it.
struct NotePrint {
    OrderId order;
    Caller caller;
    std::vector<TicketId> tickets;  // Ascending; empty: all that are active.
    std::shared_ptr<const OrderRecord> record{};
    std::string reason{};  // Why again, as it was given: for the trail. At most 200 bytes.
};

// A pseudonym takes a person's place in the database alone: no engine knows persons.
struct ErasePerson {
    std::vector<OrderId> orders;    // At most kErasedPerCommand, tickets included.
    std::vector<TicketId> tickets;  // That were handed on to the person.
    std::string pseudonym;
};
inline constexpr std::size_t kErasedPerCommand = 100;
inline constexpr std::size_t kOrderNoteBytesMax = 1000;

// The confirmation of a paid order is mailed once more. Whether mail is sent, and whether there is
// an address, was judged before.
struct ResendMail {
    OrderId order;
    Caller caller;
    std::string email;  // At most 254 bytes; empty: the buyer's.
    std::shared_ptr<const OrderRecord> record{};
};

}  // namespace tessera::engine
