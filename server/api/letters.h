// SPDX-License-Identifier: Apache-2.0
// What there is to say of an order in a mail to its buyer, in the language of the checkout: the
// tickets that admit, as its holder would be given them, and what has become of event and money.
//
// Thread-safe; blocks the caller, never a thread of App. Refers to its parts, which outlive it.
#pragma once

#include <functional>
#include <utility>

#include "server/api/presentation.h"
#include "server/notify/post_office.h"

namespace tessera::api {

class Letters final : public notify::Letters {
public:
    // The tickets of an order as of the last commit: any node writes, whoever owns the event.
    using Tickets = std::function<void(EventId, OrderId, app::Reply<app::TicketsAnswer>)>;
    Letters(app::App& app, SeatMapEncoder& encoder, Tickets tickets)
        : shown_(app, encoder), tickets_(std::move(tickets)) {}

    Result<std::optional<notify::LetterFacts>> read(const notify::LetterWish& wish) override;

private:
    Presentation shown_;
    const Tickets tickets_;
};

}  // namespace tessera::api
