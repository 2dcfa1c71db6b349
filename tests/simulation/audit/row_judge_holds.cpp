// SPDX-License-Identifier: Apache-2.0
// Reservations of a batch: who made them, when they end, and who asked for it.
#include <algorithm>
#include <utility>

#include "tests/simulation/audit/row_judge.h"

namespace tessera::simulation {
namespace {

using engine::ReleaseReason;
using engine::ReservationState;

Instant deadlineOf(const ReservationNow& now) {
    return now.state == ReservationState::Held ? now.expiresAt : Instant::never();
}

ReservationNow nowOf(const engine::ReservationRow& row) {
    return {row.state, row.expiresAt, row.order, row.reason};
}

bool isSameSeat(const engine::SeatPick& a, const engine::SeatPick& b) {
    return a.seat == b.seat && a.type == b.type;
}

}  // namespace

void RowJudge::updateReservation(const engine::ReservationUpdate& update) {
    auto* r = findIn(f_.reservations, update.id);
    if (!r) {
        fault(Check::Rows, say("an update of reservation ", update.id, ", which is not there"));
        return;
    }
    reservations_.insert(update.id);
    if (r->row.state != update.from) {
        fault(Check::Rows, say("reservation ", update.id, " is in state ", r->row.state,
                               ", its update expects ", update.from));
    }
    judgeDeadline(r->row, update);
    if (update.from == ReservationState::Held && update.to == ReservationState::Released) {
        judgeHoldLate(update);
    }
    const ReservationNow was = nowOf(r->row);
    const ReservationNow next{update.to, update.expiresAt, update.order ? update.order : was.order,
                              update.reason};
    setDeadline(deadlineOf(was), deadlineOf(next), update.id.value);
    countAreas(*r, was.state, -1);
    if (isLive(was.state) && !isLive(next.state)) leave(*r);
    r->row.state = next.state;
    r->row.expiresAt = next.expiresAt;
    r->row.extended = update.extended;
    r->row.order = next.order;
    r->row.reason = next.reason;
    countAreas(*r, next.state, 1);
    r->past.put(now_, next);
    touch(*r);
    if (was.state != next.state) judgeMove(*r, was.state, next);
}

void RowJudge::addReservation(const engine::ReservationRow& row) {
    ReservationFacts fresh;
    fresh.row = row;
    const auto [place, isNew] = f_.reservations.emplace(row.id, std::move(fresh));
    if (!isNew) {
        fault(Check::Rows, say("reservation ", row.id, " is made twice"));
        return;
    }
    reservations_.insert(row.id);
    ReservationFacts& r = place->second;
    r.past.put(now_, nowOf(row));
    setDeadline(Instant::never(), deadlineOf(nowOf(row)), row.id.value);
    touch(r);
    judgeNewHold(row);
    countAreas(r, row.state, 1);
    if (isLive(row.state)) enter(r);
    if (row.state != ReservationState::Held) judgeMove(r, ReservationState::Held, nowOf(row));
}

// From its deadline, and from the last fault at the earliest.
void RowJudge::judgeHoldLate(const engine::ReservationUpdate& update) {
    const bool putOff = f_.putOff.erase(update.id.value) != 0;
    if (calm_.calmAt < 0) return;
    ++findings_.counters.endsJudged;
    findings_.counters.putOff += putOff;
    const Duration late = calm_.lateness(update.expiresAt, head_.now);
    if (late <= (putOff ? bounds_.putOff : bounds_.deadline)) return;
    fault(Check::Liveness, say("hold ", update.id, ", due at ", update.expiresAt, ", was released ",
                               late.micros, " us later, the last fault at ", calm_.calmAt));
}

// Of a hold moves only forward, by what an outage took, 60 s in all, and right after a take-over.
void RowJudge::judgeDeadline(const engine::ReservationRow& row,
                             const engine::ReservationUpdate& update) {
    const Duration moved = update.expiresAt - row.expiresAt;
    if (moved == Duration{} && update.extended == row.extended) return;
    ++findings_.counters.extended;
    const bool right = moved > Duration{} && update.extended - row.extended == moved &&
                       update.extended <= kExtendedMax && f_.firstOfEpoch &&
                       moved <= head_.now - before_ && update.from == ReservationState::Held;
    if (right) return;
    fault(Check::S5,
          say("the deadline of reservation ", row.id, " moved from ", row.expiresAt, " to ",
              update.expiresAt, ", extended ", row.extended.micros, " to ", update.extended.micros,
              " us, in ", f_.firstOfEpoch ? "the first" : "a later", " batch of epoch ",
              head_.epoch, ", ", (head_.now - before_).micros, " us after the batch before"));
}

void RowJudge::judgeMove(const ReservationFacts& r, ReservationState from, ReservationNow to) {
    const bool forward = static_cast<int>(to.state) > static_cast<int>(from);
    if (!forward) {
        fault(Check::S3,
              say("reservation ", r.row.id, " went from state ", from, " back to ", to.state));
    }
    if (to.state == ReservationState::Released) return judgeRelease(r, from, to);
    if (!to.order) {
        fault(Check::Rows, say("reservation ", r.row.id, " is checked out without an order"));
    }
}

// DESIGN 4: due at its deadline and not before; DESIGN 6: held is left by a checkout, by being due
// and by its buyer, and whoever was checked out does not expire.
void RowJudge::judgeRelease(const ReservationFacts& r, ReservationState from, ReservationNow to) {
    const bool unordered = from == ReservationState::Held && !to.order;
    switch (to.reason) {
        case ReleaseReason::Expired:
            if (!unordered) {
                fault(Check::S5, say("reservation ", r.row.id, " expired in state ", from,
                                     " after the checkout of order ", to.order));
            } else if (head_.now < to.expiresAt) {
                fault(Check::S5, say("reservation ", r.row.id, " expired at ", head_.now,
                                     " or earlier, before its deadline ", to.expiresAt));
            }
            break;
        case ReleaseReason::CancelledByBuyer:
            if (!unordered) {
                fault(Check::S5, say("reservation ", r.row.id, " was cancelled as a hold in state ",
                                     from, " of order ", to.order));
            }
            if (!f_.cancelsAsked.contains(r.row.id)) {
                fault(Check::S3, say("reservation ", r.row.id, " was cancelled and nobody asked"));
            }
            if (!isWritten(kCancel, r.row.id.value)) {
                fault(Check::S7, say("reservation ", r.row.id,
                                     " was cancelled without its request being written"));
            }
            break;
        case ReleaseReason::None:
            fault(Check::Rows, say("reservation ", r.row.id, " is released without a reason"));
            break;
        default:
            if (!to.order) {
                fault(Check::Rows, say("reservation ", r.row.id, " was released for reason ",
                                       to.reason, " without an order"));
            }
    }
}

void RowJudge::judgeNewHold(const engine::ReservationRow& row) {
    if (row.createdAt < before_ || row.createdAt > head_.now) {
        fault(Check::S3, say("reservation ", row.id, " was made at ", row.createdAt,
                             ", outside its batch's time ", before_, " to ", head_.now));
    }
    const auto* terms = findIn(f_.termsOf, row.termsVersion);
    if (!terms) {
        fault(Check::Rows, say("reservation ", row.id, " has terms ", row.termsVersion,
                               ", which are not there"));
    } else if (row.expiresAt != row.createdAt + terms->holdFor + row.extended ||
               row.extended != Duration{}) {
        fault(Check::S5, say("reservation ", row.id, " made at ", row.createdAt, " is due at ",
                             row.expiresAt, ", its terms give ", terms->holdFor.micros, " us"));
    }
    if (f_.effects.contains(row.request)) {
        fault(Check::S7, say("request ", toString(row.request), " made reservation ", row.id,
                             " and had acted before on ", f_.effects[row.request].target));
    }
    f_.effects[row.request] = {row.fingerprint, kHold, row.id.value, now_, false};
    auto* asked = findIn(f_.requests, row.request);
    const Asked* body = nullptr;
    if (asked) {
        const auto found = std::ranges::find_if(asked->bodies, [&](const Asked& a) {
            return a.mutation.fingerprint == row.fingerprint && a.caller == row.buyer &&
                   std::holds_alternative<AskHold>(a.question);
        });
        if (found != asked->bodies.end()) body = &*found;
    }
    if (!body) {
        fault(Check::S3, say("reservation ", row.id, " was made and nobody asked for it"));
        return;
    }
    if (asked->refused) ++findings_.counters.actedAfterRefusal;
    const engine::HoldSeats& command = std::get<AskHold>(body->question).command;
    judgeSelection(row, command);
    if (terms) judgeSale(row, command);
}

// The places are those that were asked for, all of them.
void RowJudge::judgeSelection(const engine::ReservationRow& row, const engine::HoldSeats& asked) {
    bool right = false;
    if (const auto* picks = std::get_if<engine::SeatSelection>(&asked.selection)) {
        auto sorted = picks->picks;
        std::ranges::sort(sorted, {}, &engine::SeatPick::seat);
        right = row.areas.empty() && std::ranges::equal(sorted, row.seats, isSameSeat);
    } else {
        std::map<TicketTypeNo, std::int32_t> wanted;
        std::map<TicketTypeNo, std::int32_t> got;
        const auto* area = std::get_if<engine::AreaSelection>(&asked.selection);
        const auto& counts =
            area ? area->counts : std::get<engine::BestSelection>(asked.selection).counts;
        for (const auto& count : counts) wanted[count.type] += count.count;
        for (const auto& pick : row.seats) ++got[pick.type];
        for (const auto& line : row.areas) got[line.type] += line.count;
        right = wanted == got && (area ? row.seats.empty() : row.areas.empty());
        for (const auto& line : row.areas) right = right && area && line.area == area->area;
    }
    if (!right) {
        fault(Check::S3, say("reservation ", row.id, " has other places than request ",
                             toString(row.request), " asked for"));
    }
}

void RowJudge::leave(ReservationFacts& r) {
    for (const auto& pick : r.row.seats) {
        if (!f_.layout.contains(pick.seat)) continue;
        auto& seat = f_.seats[static_cast<std::size_t>(pick.seat.value)];
        if (seat.owner == r.row.id) seat.owner = {};
    }
    countPlaces(r, -1);
    if (auto* code = findIn(f_.codes, r.row.code)) --code->usesByRows;
}

void RowJudge::enter(ReservationFacts& r) {
    for (const auto& pick : r.row.seats) {
        if (!f_.layout.contains(pick.seat)) {
            fault(Check::Rows, say("reservation ", r.row.id, " has seat ", pick.seat));
            continue;
        }
        auto& seat = f_.seats[static_cast<std::size_t>(pick.seat.value)];
        if (seat.owner) {
            fault(Check::S1, say("seat ", pick.seat, " is ", seat.ticket ? "sold" : "held",
                                 " twice: by reservation ", seat.owner, " and by ", r.row.id));
        }
        seat.owner = r.row.id;
    }
    countPlaces(r, 1);
    if (auto* code = findIn(f_.codes, r.row.code)) ++code->usesByRows;
}

void RowJudge::countPlaces(const ReservationFacts& r, std::int32_t sign) {
    auto& places = f_.placesOf[r.row.buyer];
    const auto* before = places.at(now_);
    places.put(now_, (before ? *before : 0) + sign * (placesIn(r.row) - r.placesReturned));
}

void RowJudge::countAreas(const ReservationFacts& r, ReservationState state, std::int32_t sign) {
    std::int32_t returned = r.placesReturned;  // All of one area.
    for (const auto& line : r.row.areas) {
        if (!f_.layout.contains(line.area)) continue;
        auto& area = f_.areas[static_cast<std::size_t>(line.area.value)];
        if (state == ReservationState::Held || state == ReservationState::Paying) {
            area.heldByRows += sign * line.count;
        } else if (state == ReservationState::Sold) {
            area.soldByRows += sign * (line.count - std::exchange(returned, 0));
        }
    }
}

void RowJudge::touch(const ReservationFacts& r) {
    const engine::ReservationRow& row = r.row;
    for (const auto& pick : row.seats) {
        if (!f_.layout.contains(pick.seat)) continue;
        f_.seats[static_cast<std::size_t>(pick.seat.value)].touched.put(now_);
    }
    for (const auto& line : row.areas) {
        if (!f_.layout.contains(line.area)) continue;
        f_.areas[static_cast<std::size_t>(line.area.value)].touched.put(now_);
    }
    if (auto* code = findIn(f_.codes, row.code)) {
        code->touched.put(now_);
        codes_.insert(row.code);
    }
    countPlaces(r, 0);  // Had and given back within the batch counts as a change.
}

}  // namespace tessera::simulation
