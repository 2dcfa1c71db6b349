// SPDX-License-Identifier: Apache-2.0
// From a count to what must be in the drawer: every entry ended, and what the ledger says of the
// shift's cash, which its entries must sum to.
//
// Thread-safe; nothing is kept between calls. Rows are read on the executor that may block. Refers
// to its parts.
#pragma once

#include "server/app/problem.h"
#include "server/app/shift/entry_ends.h"
#include "server/runtime/log.h"

namespace tessera::shift {

class Counting {
public:
    struct Parts {
        store::Shifts& shifts;
        app::App& app;
        runtime::Executor& blocking;
        runtime::Log& log;
    };
    explicit Counting(Parts parts) : with_(parts), ends_(parts.shifts, parts.app, parts.blocking) {}

    // Brings a shift that is Counting to Counted. SHIFT_BUSY where cash of it is under way;
    // INTERNAL and an alarm where entries and ledger differ.
    void finish(ShiftId shift, const store::TrailRow& told, app::Reply<store::ShiftRow> reply);

private:
    struct Round;
    void askNext(const std::shared_ptr<Round>& round);
    app::Answer<store::ShiftRow> settle(ShiftId shift, std::int64_t open,
                                        const store::TrailRow& told);
    app::Problem unbalanced(ShiftId shift, EventId event);

    Parts with_;
    EntryEnds ends_;
};

}  // namespace tessera::shift
