// SPDX-License-Identifier: Apache-2.0
// Seats, areas and the reservations that have them: after each batch all three say the same.
#include <algorithm>

#include "tests/simulation/audit/row_judge.h"

namespace tessera::simulation {
namespace {

using engine::OrderState;
using engine::ReservationState;
using engine::SeatStatus;

std::string textOf(const engine::SeatState& state) {
    return say("{status ", state.status, ", holder ", state.holder, ", allocation ",
               state.allocation, "}");
}

}  // namespace

// By its release time what was set aside for it is the public's.
bool RowJudge::isReleased(AllocationNo allocation) const {
    const auto* terms = f_.terms.at(now_);
    return terms && std::ranges::any_of(terms->releases, [&](const auto& each) {
               return each.allocation == allocation && each.at <= head_.now;
           });
}

void RowJudge::takeSeats() {
    for (const engine::SeatChange& change : changes_.seats) {
        if (!f_.layout.contains(change.seat)) {
            fault(Check::Rows, say("a change of seat ", change.seat, ", which is not there"));
            continue;
        }
        SeatFacts& seat = f_.seats[static_cast<std::size_t>(change.seat.value)];
        if (!(seat.state == change.from)) {
            fault(Check::Rows, say("seat ", change.seat, " is ", textOf(seat.state),
                                   ", its change expects ", textOf(change.from)));
        }
        const bool released = change.to.allocation.value == 0 && isReleased(change.from.allocation);
        const bool moved = change.from.allocation != change.to.allocation;
        if (moved && !allocated_.contains(change.seat) && !released) {
            fault(Check::S3, say("seat ", change.seat, " went to allocation ", change.to.allocation,
                                 " and nobody asked"));
        }
        seat.state = change.to;
        seat.past.put(now_, change.to);
    }
    for (const engine::SeatChange& change : changes_.seats) {
        if (f_.layout.contains(change.seat)) judgeSeat(change.seat);
    }
    for (const ReservationId id : reservations_) {
        for (const auto& pick : f_.reservations.at(id).row.seats) {
            if (f_.layout.contains(pick.seat)) judgeSeat(pick.seat);
        }
    }
}

// A seat is its owner's: the reservation's while that is held or paying, its ticket's once sold.
void RowJudge::judgeSeat(SeatNo no) {
    const SeatFacts& seat = f_.seats[static_cast<std::size_t>(no.value)];
    engine::SeatState right{SeatStatus::Available, seat.state.allocation, 0};
    if (!seat.owner) {
        if (right.allocation.value != 0) right.status = SeatStatus::Blocked;
    } else if (f_.reservations.at(seat.owner).row.state == ReservationState::Sold) {
        right.status = SeatStatus::Sold;
        right.holder = seat.ticket.value;
    } else {
        right.status = SeatStatus::Held;
        right.holder = seat.owner.value;
    }
    if (seat.state == right) return;
    fault(Check::S1, say("seat ", no, " is ", textOf(seat.state), " and is reservation ",
                         seat.owner, "'s by its row, so should be ", textOf(right)));
}

void RowJudge::takeAreas() {
    for (const engine::AreaChange& change : changes_.areas) {
        if (!f_.layout.contains(change.area)) {
            fault(Check::Rows, say("a change of area ", change.area, ", which is not there"));
            continue;
        }
        AreaFacts& area = f_.areas[static_cast<std::size_t>(change.area.value)];
        area.held += change.heldDelta;
        area.sold += change.soldDelta;
        area.free.put(now_, area.capacity - area.held - area.sold);
        if (area.held < 0 || area.sold < 0 || area.held + area.sold > area.capacity) {
            fault(Check::S1, say("area ", change.area, " has ", area.held, " held and ", area.sold,
                                 " sold of ", area.capacity));
        }
    }
    // Few areas: all of them, that those are seen too whose rows changed and whose counts did not.
    for (std::size_t i = 0; i < f_.areas.size(); ++i) {
        AreaFacts& area = f_.areas[i];
        if (area.held == area.heldByRows && area.sold == area.soldByRows) continue;
        fault(Check::S1,
              say("area ", i, " counts ", area.held, " held and ", area.sold,
                  " sold, its reservations have ", area.heldByRows, " and ", area.soldByRows));
        area.heldByRows = area.held;  // Told once.
        area.soldByRows = area.sold;
    }
}

bool RowJudge::hasTicket(const OrderFacts& order) const {
    return std::ranges::any_of(order.tickets, [&](TicketId id) {
        return f_.tickets.at(id).row.state != engine::TicketState::Void;
    });
}

// DESIGN 6: who has the seats follows from the order's state.
void RowJudge::judgeReservation(const ReservationFacts& r) {
    const engine::ReservationRow& row = r.row;
    if (row.state == ReservationState::Held || !row.order) return;
    const auto* order = findIn(f_.orders, row.order);
    if (!order || order->row.reservation != row.id) {
        fault(Check::Rows,
              say("reservation ", row.id, " names order ", row.order, ", which is not its own"));
        return;
    }
    // A checkout wins before the deadline and loses at it, always (DESIGN 4).
    if (order->row.createdAt >= row.expiresAt) {
        fault(Check::S5, say("order ", row.order, " was checked out at ", order->row.createdAt,
                             ", its hold was due at ", row.expiresAt));
    }
    bool fits = false;
    switch (order->row.state) {
        case OrderState::Paying:
        case OrderState::Cancelling:
            fits = row.state == ReservationState::Paying;
            break;
        case OrderState::Allocated:
        case OrderState::Unpaid:
            fits = row.state == ReservationState::Sold;
            break;
        case OrderState::Paid:  // Until all of it went back.
            fits = row.state ==
                   (hasTicket(*order) ? ReservationState::Sold : ReservationState::Released);
            break;
        case OrderState::Released:
            fits = row.state == ReservationState::Released;
            break;
        default:  // With tickets after an unpaid order, without before.
            fits = row.state ==
                   (order->tickets.empty() ? ReservationState::Paying : ReservationState::Sold);
            fits = fits || (order->isOpenAgain && row.state == ReservationState::Released);
    }
    if (fits) return;
    const bool given = row.state == ReservationState::Released;
    fault(given ? Check::S5 : Check::Rows,
          say("reservation ", row.id, " is in state ", row.state, given ? " (released)" : "",
              " while its order ", row.order, " is in state ", order->row.state));
}

}  // namespace tessera::simulation
