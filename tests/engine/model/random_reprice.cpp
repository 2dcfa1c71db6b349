// SPDX-License-Identifier: Apache-2.0
// Other prices for what is held: mostly whole, sometimes with one thing wrong.
#include <algorithm>
#include <utility>

#include "tests/engine/model/random_commands.h"

namespace tessera::engine {

PriceAdjustment RandomCommands::adjustment(const NaiveReservation* held, bool rest) {
    PriceAdjustment out;
    out.kind = oneIn(2) ? AdjustmentKind::Complimentary : AdjustmentKind::Price;
    if (out.kind == AdjustmentKind::Price) out.price = Money{upTo(6000)};
    out.reason = oneIn(60) ? "" : "R" + std::to_string(upTo(9));
    if (oneIn(60)) out.price = Money{-1};
    if (rest || held == nullptr || held->seats.empty()) return out;
    for (const SeatPick& pick : held->seats) {
        if (oneIn(2)) out.seats.push_back(pick.seat);
    }
    if (out.seats.empty()) out.seats.push_back(held->seats.front().seat);
    if (oneIn(25)) out.seats.push_back(oneIn(2) ? out.seats.front() : SeatNo{upTo(36)});
    if (oneIn(3)) std::reverse(out.seats.begin(), out.seats.end());
    return out;
}

Command RandomCommands::reprice() {
    RepriceReservation out;
    auto found = m_.reservations.end();
    for (int i = 0; i < 4; ++i) {
        out.reservation = someReservation();
        found = m_.reservations.find(out.reservation);
        if (found != m_.reservations.end() && found->second.state == ReservationState::Held) break;
    }
    const NaiveReservation* held = found == m_.reservations.end() ? nullptr : &found->second;
    out.caller = oneIn(12) ? someCaller() : Caller{{}, Channel::BoxOffice, true};
    const bool keeps = held != nullptr && held->code >= 0 && oneIn(2);
    out.code = keeps ? m_.codes[static_cast<std::size_t>(held->code)].text : someCode();
    if (held != nullptr && oneIn(2)) {
        for (const SeatPick& pick : held->seats) out.seats.push_back({pick.seat, someType()});
        if (!out.seats.empty() && oneIn(6)) out.seats.pop_back();
        if (!out.seats.empty() && oneIn(25)) out.seats.back().seat = SeatNo{upTo(37) - 1};
        if (oneIn(3)) std::reverse(out.seats.begin(), out.seats.end());
    }
    const bool inArea = held != nullptr && !held->areas.empty();
    if (inArea ? oneIn(2) : oneIn(40)) {
        AreaSelection area;
        area.area = inArea && !oneIn(20) ? held->areas.front().area : AreaNo{1};
        int left = inArea ? held->places() : 2;
        while (left > 0) {
            const int count = 1 + upTo(left - 1);
            area.counts.push_back({someType(), count});
            left -= count;
        }
        if (oneIn(6)) ++area.counts.front().count;
        if (oneIn(40)) area.counts.push_back({TicketTypeNo{0}, -1});
        out.area = std::move(area);
    }
    if (oneIn(2)) out.adjustments.push_back(adjustment(held, oneIn(2)));
    if (oneIn(5)) out.adjustments.push_back(adjustment(held, oneIn(2)));
    if (oneIn(3)) out.giveAwayMost = Money{upTo(2000)};
    return out;
}

}  // namespace tessera::engine
