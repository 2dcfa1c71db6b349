// SPDX-License-Identifier: Apache-2.0
// Tickets as documents: what the contract's Document and the wallets are made of.
//
// Drawing takes milliseconds a ticket: not on a thread that must not block. Pure but for the
// signers' keys; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/api/presentation.h"
#include "server/app/app.h"
#include "server/tickets/wallet_pass.h"
#include "tessera/v1/order.pb.h"

namespace tessera::api {

// What passes are signed with; without a signer that wallet is not offered.
struct WalletSigners {
    std::optional<tickets::ApplePassSigner> apple;
    std::optional<tickets::GoogleWalletSigner> google;
};

// What the request says of the reader; empty language: that of the checkout.
struct DocumentRequest {
    OrderId order;
    std::string language;
};

// Of each ticket that has a code, by seat, then area, as ListTickets has them.
std::vector<tickets::TicketPage> toPages(const app::TicketsAnswer& answer, const ShownEvent& event,
                                         const DocumentRequest& request);

// All active tickets. TICKETS_NOT_READY if there are none.
app::Answer<v1::Document> toPdf(const app::TicketsAnswer& answer, const ShownEvent& event,
                                const DocumentRequest& request, Instant now);

v1::Document toCalendar(const ShownEvent& event, const std::string& place, Instant now);

// One active ticket for a wallet. TICKET_NOT_FOUND, TICKETS_NOT_READY.
app::Answer<tickets::WalletTicket> toWalletTicket(const app::TicketsAnswer& answer,
                                                  const ShownEvent& event,
                                                  const DocumentRequest& request, TicketId ticket);

}  // namespace tessera::api
