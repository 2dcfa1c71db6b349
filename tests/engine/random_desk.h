// SPDX-License-Identifier: Apache-2.0
// Staff beside random orders: notes, what is handed out and printed, persons erased, codes.
#pragma once

#include <iterator>
#include <random>

#include "tests/engine/hall.h"
#include "tests/engine/shadow_rows.h"
#include "tests/engine/test_seed.h"

namespace tessera::engine {

// Of one of the latest orders, in whatever state. REQUIRES: there is one.
inline Command randomAtDesk(const ShadowRows& rows, std::mt19937& random) {
    auto at = rows.orders.end();
    for (int i = between(random, 1, 60); i > 0 && at != rows.orders.begin(); --i) --at;
    const OrderId id = at->first;
    const Caller staff{{}, Channel::BoxOffice, true};
    switch (between(random, 0, 4)) {
        case 0:
            return NoteOrder{id, staff, "noted", rows.record(id)};
        case 1:
            return HandOutTickets{id, staff, {}, between(random, 0, 3) == 0, rows.record(id)};
        case 2:
            return NotePrint{id, staff, {}, rows.record(id)};
        case 3:
            return ResendMail{id, staff, "", rows.record(id)};
        default:
            return ErasePerson{{id}, {}, "erased-00000000"};
    }
}

// One that is new, or another bound and time of one that there is.
inline Command randomCode(const ShadowRows& rows, std::mt19937& random, Instant now) {
    if (!rows.codes.empty() && between(random, 0, 1) == 0) {
        auto at = rows.codes.begin();
        for (int i = between(random, 0, 5); i > 0 && std::next(at) != rows.codes.end(); --i) ++at;
        const bool ends = between(random, 0, 3) == 0;
        return UpdateCode{at->first, between(random, 0, 3), {}, ends ? now : Instant::never()};
    }
    Code code;
    code.text = "CODE-" + std::to_string(between(random, 0, 5));
    code.usesMax = between(random, 0, 3);
    code.unlocks = AllocationNo{1};
    return CreateCode{code};
}

}  // namespace tessera::engine
