// SPDX-License-Identifier: Apache-2.0
// Mail between the contract, the rows and what is written. Pure; any thread.
#pragma once

#include <optional>
#include <vector>

#include "server/api/presentation.h"
#include "server/notify/post_office.h"
#include "server/store/mails.h"
#include "tessera/v1/mail.pb.h"

namespace tessera::api {

// Drawing takes milliseconds a ticket. Nothing: no ticket admits the buyer, of whom is told of
// tickets; or the event has met with another disruption since.
std::optional<notify::LetterFacts> toLetter(const notify::LetterWish& wish,
                                            const app::TicketsAnswer& tickets,
                                            const ShownEvent& event);

// `own`: the order's address.
v1::Mail toProto(const store::MailLine& mail, const std::string& own);

}  // namespace tessera::api
