// SPDX-License-Identifier: Apache-2.0
// What staff writes beside orders, and an order as staff sees it. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/api/presentation.h"
#include "server/app/counter.h"
#include "tessera/v1/desk_service.pb.h"

namespace tessera::api {

// The commands but for their callers and records. INVALID_FIELD for a note of too many bytes, a
// ticket that is there twice, too many of them, no e-mail address; INVALID_ID.
app::Answer<app::DeskCommand> toCommand(EventId event, OrderId order,
                                        const v1::SetOrderNoteRequest& request);
app::Answer<app::DeskCommand> toCommand(EventId event, OrderId order,
                                        const v1::ResendMailRequest& request);

struct HandOutAsked {
    app::DeskCommand command;
    std::vector<TicketId> tickets;  // Ascending; empty: all that are active.
};
app::Answer<HandOutAsked> toHandOut(EventId event, OrderId order,
                                    const v1::HandOutTicketsRequest& request);
// The first that is handed out already of those that are meant; nothing where one of them is not
// active, or the order not paid.
std::optional<TicketId> handedOutOf(const store::OrderAtDesk& desk,
                                    const engine::OrderRecord& record, const HandOutAsked& asked);

struct PrintAsked {
    app::DeskCommand command;
    std::vector<TicketId> tickets;  // Ascending; empty: all that are active.
    std::string reason;
};
// And for a reason of too many bytes.
app::Answer<PrintAsked> toPrint(EventId event, OrderId order, const v1::NotePrintRequest& request);
// One of the tickets that are meant was.
bool wasPrinted(const store::OrderAtDesk& desk, const engine::OrderRecord& record,
                const PrintAsked& asked);

// An order from all sides.
struct OrderSides {
    const app::OrderAnswer& order;
    const app::TicketsAnswer& tickets;
    const store::OrderAtDesk& desk;
    const std::vector<store::MailLine>& mails;
};
v1::OrderDetails toProto(const OrderSides& of, const ShownEvent& event);

}  // namespace tessera::api
