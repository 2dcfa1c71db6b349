// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "tools/audit/checks.h"

namespace tessera::audit {
namespace {

void judgeHeldSeat(const Indexed& rows, const SeatRow& seat, Report& report) {
    const auto& live = Indexed::list(rows.liveOfSeat, {seat.event, seat.seatNo});
    if (live.size() != 1 || live.front()->id != seat.holder) {
        report.find(Check::A2, "held_without_reservation",
                    where(seat.event, "seat", seat.seatNo) + " is held by " +
                        std::to_string(seat.holder) +
                        ", live reservations that list it: " + std::to_string(live.size()));
    }
}

void judgeSoldSeat(const Indexed& rows, const SeatRow& seat, Report& report) {
    const TicketRow* ticket = Indexed::find(rows.tickets, {seat.event, seat.holder});
    if (ticket == nullptr || !ticket->valid() || ticket->seatNo != seat.seatNo) {
        report.find(Check::A2, "sold_without_ticket",
                    where(seat.event, "seat", seat.seatNo) + " is sold to ticket " +
                        std::to_string(seat.holder) + ", which is not valid for it");
        return;
    }
    const OrderRow* order = Indexed::find(rows.orders, {seat.event, ticket->order});
    if (order == nullptr || !order->sold()) {
        report.find(Check::A2, "sold_without_order",
                    where(seat.event, "seat", seat.seatNo) + " is sold and its order " +
                        std::to_string(ticket->order) + " is not");
    }
}

void judgeReservation(const Indexed& rows, const ReservationRow& row, Report& report) {
    report.judge(Check::A2);
    if (row.live()) {
        for (const std::int64_t seatNo : row.seats) {
            const SeatRow* seat = Indexed::find(rows.seats, {row.event, seatNo});
            if (seat == nullptr || seat->status != SeatStatus::Held || seat->holder != row.id) {
                report.find(Check::A2, "reservation_without_seat",
                            where(row.event, "reservation", row.id) + " is live without seat " +
                                std::to_string(seatNo));
            }
        }
    }
    if (row.state == ReservationState::Sold) {
        const OrderRow* order = Indexed::find(rows.orders, {row.event, row.order});
        if (order == nullptr || !order->sold() || order->reservation != row.id) {
            report.find(Check::A2, "reservation_without_order",
                        where(row.event, "reservation", row.id) + " is sold without an order");
        }
    }
}

// The tickets of a sold order are for what its reservation lists, each place once.
void judgeSeatsOf(const Indexed& rows, const OrderRow& order, Report& report) {
    report.judge(Check::A2);
    const auto& tickets = Indexed::list(rows.ticketsOfOrder, {order.event, order.id});
    const bool anyValid =
        std::any_of(tickets.begin(), tickets.end(), [](const TicketRow* t) { return t->valid(); });
    if (!order.sold()) {
        if (anyValid && order.state != OrderState::Manual) {
            report.find(Check::A2, "tickets_without_sale",
                        where(order.event, "order", order.id) + " is not sold and has tickets");
        }
        return;
    }
    const ReservationRow* reservation =
        Indexed::find(rows.reservations, {order.event, order.reservation});
    std::vector<std::int64_t> ticketed;
    std::map<std::int64_t, std::int64_t> places;
    for (const TicketRow* ticket : tickets) {
        if (ticket->seatNo) ticketed.push_back(*ticket->seatNo);
        if (ticket->areaNo) ++places[*ticket->areaNo];
    }
    std::sort(ticketed.begin(), ticketed.end());
    ticketed.erase(std::unique(ticketed.begin(), ticketed.end()), ticketed.end());
    std::vector<std::int64_t> reserved;
    if (reservation != nullptr) {
        reserved = reservation->seats;
        for (const Places& line : reservation->places) places[line.area] -= line.count;
    }
    std::sort(reserved.begin(), reserved.end());
    const bool placesAgree =
        std::all_of(places.begin(), places.end(), [](const auto& p) { return p.second == 0; });
    if (reservation == nullptr || ticketed != reserved || !placesAgree) {
        report.find(Check::A2, "tickets_differ_from_reservation",
                    where(order.event, "order", order.id) +
                        " has tickets for other places than its reservation lists");
    }
}

struct EventSums {
    std::int64_t seats = 0;
    std::int64_t held = 0;
    std::int64_t sold = 0;
    std::int64_t other = 0;
    std::int64_t heldByReservations = 0;
    std::int64_t ticketed = 0;
    std::int64_t areas = 0;
    std::map<std::int64_t, std::int64_t> areaHeld;
    std::map<std::int64_t, std::int64_t> areaTicketed;
};

std::map<std::int64_t, EventSums> sumsOf(const Rows& rows) {
    std::map<std::int64_t, EventSums> sums;
    for (const SeatRow& seat : rows.seats) {
        EventSums& sum = sums[seat.event];
        ++sum.seats;
        if (seat.status == SeatStatus::Held) {
            ++sum.held;
        } else if (seat.status == SeatStatus::Sold) {
            ++sum.sold;
        } else {
            ++sum.other;
        }
    }
    for (const ReservationRow& row : rows.reservations) {
        if (!row.live()) continue;
        EventSums& sum = sums[row.event];
        sum.heldByReservations += static_cast<std::int64_t>(row.seats.size());
        for (const Places& line : row.places) sum.areaHeld[line.area] += line.count;
    }
    for (const TicketRow& ticket : rows.tickets) {
        if (!ticket.valid()) continue;
        EventSums& sum = sums[ticket.event];
        if (ticket.seatNo) ++sum.ticketed;
        if (ticket.areaNo) ++sum.areaTicketed[*ticket.areaNo];
    }
    for (const AreaRow& area : rows.areas) ++sums[area.event].areas;
    return sums;
}

void judgeArea(const AreaRow& area, EventSums& sum, Report& report) {
    report.judge(Check::A3);
    const std::int64_t held = sum.areaHeld[area.areaNo];
    const std::int64_t ticketed = sum.areaTicketed[area.areaNo];
    if (area.held < 0 || area.sold < 0 || area.held + area.sold > area.capacity) {
        report.find(Check::A3, "area_over_capacity", where(area.event, "area", area.areaNo));
    }
    if (area.held != held || area.sold != ticketed) {
        report.find(Check::A3, "area_sums",
                    where(area.event, "area", area.areaNo) + " says held " +
                        std::to_string(area.held) + " and sold " + std::to_string(area.sold) +
                        "; reservations " + std::to_string(held) + ", tickets " +
                        std::to_string(ticketed));
    }
}

}  // namespace

std::string where(std::int64_t event, const char* kind, std::int64_t id) {
    return "event " + std::to_string(event) + " " + kind + " " + std::to_string(id);
}

void checkOwners(const Indexed& rows, Report& report) {
    for (const SeatRow& seat : rows.rows.seats) {
        report.judge(Check::A1);
        const Key key{seat.event, seat.seatNo};
        const auto& tickets = Indexed::list(rows.ticketsOfSeat, key);
        const auto& live = Indexed::list(rows.liveOfSeat, key);
        if (tickets.size() > 1) {
            report.find(Check::A1, "two_tickets",
                        where(seat.event, "seat", seat.seatNo) + " has " +
                            std::to_string(tickets.size()) + " valid tickets");
        }
        if (live.size() > 1 || (!live.empty() && !tickets.empty())) {
            report.find(Check::A1, "two_owners",
                        where(seat.event, "seat", seat.seatNo) + " has " +
                            std::to_string(live.size()) + " live reservations and " +
                            std::to_string(tickets.size()) + " valid tickets");
        }
    }
}

void checkSeatRows(const Indexed& rows, Report& report) {
    for (const SeatRow& seat : rows.rows.seats) {
        report.judge(Check::A2);
        if (seat.status == SeatStatus::Held) {
            judgeHeldSeat(rows, seat, report);
        } else if (seat.status == SeatStatus::Sold) {
            judgeSoldSeat(rows, seat, report);
        } else if (seat.holder != 0) {
            report.find(Check::A2, "free_with_holder",
                        where(seat.event, "seat", seat.seatNo) + " is free and has a holder");
        }
    }
    for (const TicketRow& ticket : rows.rows.tickets) {
        report.judge(Check::A2);
        if (!ticket.valid() || !ticket.seatNo) continue;
        const SeatRow* seat = Indexed::find(rows.seats, {ticket.event, *ticket.seatNo});
        if (seat == nullptr || seat->status != SeatStatus::Sold || seat->holder != ticket.id) {
            report.find(Check::A2, "ticket_without_seat",
                        where(ticket.event, "ticket", ticket.id) + " does not have its seat");
        }
    }
    for (const ReservationRow& row : rows.rows.reservations) judgeReservation(rows, row, report);
    for (const OrderRow& order : rows.rows.orders) judgeSeatsOf(rows, order, report);
}

void checkSums(const Indexed& rows, Report& report) {
    auto sums = sumsOf(rows.rows);
    for (const EventRow& event : rows.rows.events) {
        report.judge(Check::A3);
        const EventSums& sum = sums[event.event];
        if (sum.seats != event.seats || sum.areas != event.areas ||
            sum.held + sum.sold + sum.other != event.seats) {
            report.find(Check::A3, "capacity",
                        where(event.event, "seats", sum.seats) + ", the layout has " +
                            std::to_string(event.seats));
        }
        if (sum.held != sum.heldByReservations || sum.sold != sum.ticketed) {
            report.find(Check::A3, "seat_sums",
                        where(event.event, "held", sum.held) + " sold " + std::to_string(sum.sold) +
                            "; reservations list " + std::to_string(sum.heldByReservations) +
                            ", tickets " + std::to_string(sum.ticketed));
        }
    }
    for (const AreaRow& area : rows.rows.areas) judgeArea(area, sums[area.event], report);
}

}  // namespace tessera::audit
