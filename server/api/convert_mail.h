// SPDX-License-Identifier: Apache-2.0
// Mail between the contract, the rows and what is written. Pure; any thread.
#pragma once

#include <optional>
#include <vector>

#include "server/api/presentation.h"
#include "server/notify/letter.h"
#include "server/store/mails.h"
#include "tessera/v1/mail.pb.h"

namespace tessera::api {

// Drawing takes milliseconds a ticket. Nothing: no ticket admits the buyer.
std::optional<notify::LetterFacts> toLetter(const app::TicketsAnswer& tickets,
                                            const ShownEvent& event, OrderId order, Instant made);

// `own`: the order's address.
v1::Mail toProto(const store::MailLine& mail, const std::string& own);

}  // namespace tessera::api
