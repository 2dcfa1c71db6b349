// SPDX-License-Identifier: Apache-2.0
// What there is to say of an order in a mail to its buyer: the tickets that admit, as its holder
// would be given them, in the language of the checkout.
//
// Thread-safe; blocks the caller, never a thread of App. Refers to its parts, which outlive it.
#pragma once

#include "server/api/presentation.h"
#include "server/notify/post_office.h"

namespace tessera::api {

class Letters final : public notify::Letters {
public:
    Letters(app::App& app, SeatMapEncoder& encoder) : app_(app), shown_(app, encoder) {}

    Result<std::optional<notify::LetterFacts>> read(EventId event, OrderId order,
                                                    Instant made) override;

private:
    app::App& app_;
    Presentation shown_;
};

}  // namespace tessera::api
