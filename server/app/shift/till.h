// SPDX-License-Identifier: Apache-2.0
// Money of orders on its way through a device's open shift: an entry is opened, the event is asked,
// the entry is closed by what came of it. Cash without an open shift is refused.
//
// Thread-safe. The entry is opened before anything is sent and closed behind the answer, both on
// the executor that may block; where that is full the sale is refused before it is begun. An entry
// whose closing fails stays open until the shift is counted. Refers to its parts.
#pragma once

#include <functional>
#include <string>

#include "server/app/app.h"
#include "server/app/shift/entry_ends.h"
#include "server/runtime/clock.h"
#include "server/runtime/executor.h"
#include "server/store/shift_rows.h"

namespace tessera::shift {

// What goes through: `what` has request, kind, tender kind, event, currency, who, and order and
// target as far as they are known.
struct Passage {
    DeviceId device;
    store::ShiftEntry what;
    app::Mutation mutation;
};

class Till {
public:
    Till(store::Shifts& shifts, app::App& app, runtime::Executor& blocking,
         const runtime::MonotonicClock& monotonic)
        : shifts_(shifts),
          app_(app),
          blocking_(blocking),
          monotonic_(monotonic),
          ends_(shifts, app, blocking) {}

    using OrderReply = app::Reply<app::OrderAnswer>;
    // Sends the command: with that mutation and, of cash, that reference of its tender.
    using Send = std::function<void(app::Mutation, std::string reference, OrderReply)>;
    // SHIFT_NEEDED, REQUEST_ID_REUSED, OVERLOADED, OWNER_UNAVAILABLE, and what the event refuses.
    void pass(const Passage& passage, const OrderReply& reply, Send send);

private:
    void begin(Passage passage, const OrderReply& reply, const Send& send);
    void end(const store::ShiftEntry& entry, const app::Answer<app::OrderAnswer>& answer);

    store::Shifts& shifts_;
    app::App& app_;
    runtime::Executor& blocking_;
    const runtime::MonotonicClock& monotonic_;
    EntryEnds ends_;
};

}  // namespace tessera::shift
