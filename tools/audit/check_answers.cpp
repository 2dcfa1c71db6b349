// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <unordered_map>

#include "tools/audit/checks.h"

namespace tessera::audit {
namespace {

// Active, or taken back since.
bool wasGiven(const TicketRow& ticket) {
    return ticket.state == TicketState::Active ||
           (ticket.state == TicketState::Void && ticket.refund != 0);
}

// Judges answers in the order they were given.
class AnswerJudge {
public:
    AnswerJudge(const Indexed& rows, Report& report) : rows_(rows), report_(report) {}

    void judge(const Answer& answer);

private:
    void judgeHeld(const Answer& answer);
    void judgeRefused(const Answer& answer);
    void judgeCheckedOut(const Answer& answer);
    void judgeOrder(const Answer& answer);
    void judgePaid(const Answer& answer, const OrderRow& order);
    void judgeTickets(const Answer& answer);
    void judgeReleased(const Answer& answer, bool expired);
    bool stillHas(const Answer& answer, std::int64_t seat) const;
    bool lostItsMoney(const OrderRow& order) const;
    bool isRefundedAgain(const OrderRow& order) const;

    void find(const Answer& answer, const char* rule, const std::string& what);

    const Indexed& rows_;
    Report& report_;
    std::unordered_map<std::int64_t, const Answer*> heldAs_;  // By reservation.
    std::map<Key, std::int64_t> soldTo_;                      // Seat told as paid: its order.
};

void AnswerJudge::find(const Answer& answer, const char* rule, const std::string& what) {
    report_.find(Check::A4, rule,
                 "line " + std::to_string(answer.line) + ", user " + std::to_string(answer.user) +
                     ": " + what);
}

void AnswerJudge::judgeHeld(const Answer& answer) {
    const ReservationRow* row =
        Indexed::find(rows_.reservations, {answer.event, answer.reservation});
    if (row == nullptr || row->request != answer.request) {
        find(answer, "held_without_row", "reservation " + std::to_string(answer.reservation));
        return;
    }
    heldAs_[answer.reservation] = &answer;
    std::vector<std::int64_t> told = answer.seats;
    std::vector<std::int64_t> stored = row->seats;
    std::sort(told.begin(), told.end());
    std::sort(stored.begin(), stored.end());
    std::map<std::int64_t, std::int64_t> places;
    for (const auto& [area, count] : answer.areas) places[area] += count;
    for (const Places& line : row->places) places[line.area] -= line.count;
    const bool same =
        std::all_of(places.begin(), places.end(), [](const auto& p) { return p.second == 0; });
    if (told != stored || !same) {
        find(answer, "held_other_places", "reservation " + std::to_string(answer.reservation));
    }
    if (row->total != answer.total) {
        find(answer, "held_other_price", "reservation " + std::to_string(answer.reservation));
    }
}

void AnswerJudge::judgeRefused(const Answer& answer) {
    if (!rows_.reservationByRequest.contains(answer.request)) return;
    find(answer, "refused_with_row", "request " + answer.request + " " + answer.reason);
}

void AnswerJudge::judgeCheckedOut(const Answer& answer) {
    const OrderRow* order = Indexed::find(rows_.orders, {answer.event, answer.order});
    if (order == nullptr || order->reservation != answer.reservation) {
        find(answer, "order_without_row", "order " + std::to_string(answer.order));
    } else if (order->total != answer.total) {
        find(answer, "order_other_price", "order " + std::to_string(answer.order));
    }
}

void AnswerJudge::judgeOrder(const Answer& answer) {
    const OrderRow* order = Indexed::find(rows_.orders, {answer.event, answer.order});
    if (order == nullptr) {
        find(answer, "order_without_row", "order " + std::to_string(answer.order));
    } else if (answer.state == "PAID") {
        judgePaid(answer, *order);
    } else if (answer.state == "ALLOCATED" && !order->sold() && !lostItsMoney(*order)) {
        find(answer, "allocated_not_sold", "order " + std::to_string(answer.order));
    } else if (answer.state == "RELEASED" && order->state != OrderState::Released &&
               !isRefundedAgain(*order)) {
        find(answer, "released_not_released", "order " + std::to_string(answer.order));
    }
}

// What was taken back may be another's by now.
bool AnswerJudge::stillHas(const Answer& answer, std::int64_t seat) const {
    const auto& tickets = Indexed::list(rows_.ticketsOfOrder, {answer.event, answer.order});
    return std::none_of(tickets.begin(), tickets.end(), [&](const TicketRow* ticket) {
        return ticket->seatNo == seat && ticket->state == TicketState::Void;
    });
}

// A refund that failed later, after the order was released for it, keeps nobody's seats: the order
// is being refunded again, or waits for people.
bool AnswerJudge::isRefundedAgain(const OrderRow& order) const {
    const auto& refunds = Indexed::list(rows_.refundsOfOrder, {order.event, order.id});
    const bool again = order.state == OrderState::Compensating || order.state == OrderState::Manual;
    return again && std::any_of(refunds.begin(), refunds.end(), [](const RefundRow* refund) {
               return refund->state != RefundState::Succeeded;
           });
}

// The provider took an authorization back before it could be captured.
bool AnswerJudge::lostItsMoney(const OrderRow& order) const {
    const auto& attempts = Indexed::list(rows_.attemptsOfOrder, {order.event, order.id});
    return std::any_of(attempts.begin(), attempts.end(), [&](const AttemptRow* attempt) {
        const auto payment = rows_.payments.find(attempt->object);
        return payment != rows_.payments.end() && payment->second->takenBack;
    });
}

void AnswerJudge::judgePaid(const Answer& answer, const OrderRow& order) {
    if (order.state != OrderState::Paid || order.total != answer.total) {
        find(answer, "paid_not_paid", "order " + std::to_string(answer.order));
        return;
    }
    const auto held = heldAs_.find(order.reservation);
    std::vector<std::int64_t> active;
    std::map<std::int64_t, std::int64_t> places;
    std::int64_t count = 0;
    for (const TicketRow* ticket : Indexed::list(rows_.ticketsOfOrder, {order.event, order.id})) {
        if (!wasGiven(*ticket)) continue;
        ++count;
        if (ticket->seatNo) active.push_back(*ticket->seatNo);
        if (ticket->areaNo) ++places[*ticket->areaNo];
    }
    if (held == heldAs_.end() || count != answer.ticketCount) {
        find(answer, "paid_without_tickets",
             "order " + std::to_string(answer.order) + " was told " +
                 std::to_string(answer.ticketCount) + " tickets and has " + std::to_string(count));
        return;
    }
    std::vector<std::int64_t> shown = held->second->seats;
    std::sort(shown.begin(), shown.end());
    std::sort(active.begin(), active.end());
    for (const auto& [area, told] : held->second->areas) places[area] -= told;
    const bool same =
        std::all_of(places.begin(), places.end(), [](const auto& p) { return p.second == 0; });
    if (shown != active || !same) {
        find(answer, "paid_other_places", "order " + std::to_string(answer.order));
    }
    for (const std::int64_t seat : shown) {
        if (!stillHas(answer, seat)) continue;
        const auto [at, first] = soldTo_.try_emplace({answer.event, seat}, answer.order);
        if (!first && at->second != answer.order) {
            find(answer, "told_twice", "seat " + std::to_string(seat) + " was told as sold to two");
        }
    }
}

void AnswerJudge::judgeTickets(const Answer& answer) {
    for (const auto& [id, seat] : answer.tickets) {
        const TicketRow* ticket = Indexed::find(rows_.tickets, {answer.event, id});
        if (ticket == nullptr || ticket->order != answer.order || !wasGiven(*ticket) ||
            ticket->seatNo.value_or(-1) != seat) {
            find(answer, "ticket_not_so", "ticket " + std::to_string(id));
        }
    }
}

void AnswerJudge::judgeReleased(const Answer& answer, bool expired) {
    const ReservationRow* row =
        Indexed::find(rows_.reservations, {answer.event, answer.reservation});
    // What is still being cancelled may yet turn out to be paid; at rest A7 judges it.
    if (answer.told == Told::Cancelled && answer.state != "RELEASED") return;
    if (row == nullptr || row->state != ReservationState::Released ||
        (expired && row->reason != 1)) {
        find(answer, expired ? "expired_not_released" : "cancelled_not_released",
             "reservation " + std::to_string(answer.reservation));
    }
}

void AnswerJudge::judge(const Answer& answer) {
    report_.judge(Check::A4);
    ++report_.answersJudged;
    switch (answer.told) {
        case Told::Held:
            return judgeHeld(answer);
        case Told::Refused:
            return judgeRefused(answer);
        case Told::CheckedOut:
            return judgeCheckedOut(answer);
        case Told::Order:
            return judgeOrder(answer);
        case Told::Tickets:
            return judgeTickets(answer);
        case Told::Cancelled:
            return judgeReleased(answer, false);
        case Told::Expired:
            return judgeReleased(answer, true);
        case Told::CancelSent:
            return;
    }
}

}  // namespace

void checkAnswers(const Indexed& rows, const std::vector<Answer>& answers, Report& report) {
    AnswerJudge judge(rows, report);
    for (const Answer& answer : answers) judge.judge(answer);
}

}  // namespace tessera::audit
