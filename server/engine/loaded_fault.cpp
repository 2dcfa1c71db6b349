// SPDX-License-Identifier: Apache-2.0
// Whether the rows of an event agree, before an engine is made of them.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "server/engine/event_engine.h"
#include "server/engine/order_book.h"
#include "server/engine/payment_saga.h"
#include "server/engine/reprice.h"
#include "server/engine/terms_book.h"

namespace tessera::engine {
namespace {

constexpr Duration kExtendedMax = Duration::ofSeconds(60);

using Fault = std::optional<std::string>;

template <class Id>
std::string of(const char* what, Id id) {
    return std::string(what) + " " + std::to_string(id.value);
}

bool isTaken(const SeatState& seat) {
    return seat.status == SeatStatus::Held || seat.status == SeatStatus::Sold;
}

class RowCheck {
public:
    RowCheck(const Layout& layout, const LoadedEvent& loaded) : layout_(layout), loaded_(loaded) {}

    Fault run() {
        for (const auto part : {&RowCheck::terms, &RowCheck::seats, &RowCheck::codes,
                                &RowCheck::orders, &RowCheck::exchanges, &RowCheck::reservations,
                                &RowCheck::disruption, &RowCheck::calls, &RowCheck::sums}) {
            if (auto fault = (this->*part)()) return fault;
        }
        return std::nullopt;
    }

private:
    using LoadedOrder = LoadedEvent::LoadedOrder;

    Fault terms() {
        if (loaded_.terms.empty()) return "no terms";
        std::int32_t last = 0;
        for (const EventTerms& terms : loaded_.terms) {
            if (terms.version <= last) return "versions of the terms do not ascend";
            last = terms.version;
            versions_.insert(last);
        }
        if (termsFault(loaded_.terms.back(), layout_)) return "the terms are not valid";
        return std::nullopt;
    }

    Fault seats() {
        if (loaded_.seats.size() != static_cast<std::size_t>(layout_.seatCount())) {
            return "not as many seats as the layout has";
        }
        if (loaded_.areas.size() != layout_.areas().size()) {
            return "not as many areas as the layout has";
        }
        for (std::size_t i = 0; i < loaded_.seats.size(); ++i) {
            const SeatState& seat = loaded_.seats[i];
            const bool taken = isTaken(seat);
            const bool blocked = seat.status == SeatStatus::Blocked;
            const bool sound = taken == (seat.holder != 0) && seat.allocation.value >= 0 &&
                               (taken || blocked == (seat.allocation.value != 0));
            if (!sound) return "state of seat " + std::to_string(i);
            taken_ += taken;
        }
        return std::nullopt;
    }

    Fault codes() {
        if (loaded_.codes.size() > static_cast<std::size_t>(kCodesMax)) return "too many codes";
        std::set<std::string_view> texts;
        for (const Code& code : loaded_.codes) {
            const bool first = uses_.emplace(code.id, 0).second && texts.insert(code.text).second;
            if (!first) return of("a second code", code.id);
        }
        return std::nullopt;
    }

    Fault orders() {
        for (const LoadedOrder& order : loaded_.orders) {
            const OrderRow& row = order.row;
            if (row.state == OrderState::Released) return of("released order", row.id);
            if (!ordersOf_.emplace(row.reservation, &order).second) {
                return of("a second order of its reservation", row.id);
            }
            if (row.id.value > loaded_.lastId) return of("id beyond the last of order", row.id);
            const bool needs = row.state == OrderState::Allocated ||
                               row.state == OrderState::Paid || row.state == OrderState::Unpaid;
            const bool lacks =
                row.state == OrderState::Paying || row.state == OrderState::Cancelling;
            if (order.tickets.empty() ? needs : lacks) return of("tickets of order", row.id);
            if (auto fault = money(order)) return fault;
        }
        return std::nullopt;
    }

    Fault money(const LoadedOrder& order) {
        if (hasPayment(order.row.state) &&
            (order.attempts.empty() ||
             order.attempts.size() > static_cast<std::size_t>(kAttemptsMax))) {
            return of("attempts of order", order.row.id);
        }
        std::map<TenderId, Money> amounts;
        for (const TenderRow& tender : order.tenders) amounts[tender.id] = tender.amount;
        for (const AttemptRow& row : order.attempts) {
            const auto tender = amounts.find(row.tender);
            if (tender == amounts.end() || row.amount > tender->second || row.amount.minor <= 0) {
                return of("tender of attempt", row.id);
            }
        }
        for (const AttemptUpdate& fact : order.attemptFacts) {
            if (fact.refunded > fact.captured) {
                return of("more refunded than captured by attempt", fact.id);
            }
        }
        if (auto fault = refunds(order)) return fault;
        for (const AttemptRow& row : order.attempts) {
            Attempt attempt;
            attempt.state = row.state;
            callable_.emplace(row.id, Callable{order.row.id, !attempt.isFinal()});
        }
        return std::nullopt;
    }

    Fault refunds(const LoadedOrder& order) {
        std::map<AttemptId, Money> left;
        for (const AttemptUpdate& fact : order.attemptFacts) {
            left[fact.id] = fact.captured - fact.refunded;
        }
        for (const RefundRow& row : order.refunds) {
            const bool succeeded = row.state == RefundState::Succeeded;
            const auto attempt = left.find(row.attempt);
            if (attempt == left.end()) {
                if (row.amount.minor == 0 && succeeded) continue;
                return of("attempt of refund", row.id);
            }
            if (!succeeded) attempt->second -= row.amount;
            if (row.amount.minor < 0 || attempt->second.minor < 0) {
                return of("more going back than captured by refund", row.id);
            }
            const bool asked =
                row.state == RefundState::Queued || row.state == RefundState::Pending;
            refundable_.emplace(row.id, asked);
        }
        return std::nullopt;
    }

    // The orders that wait with tickets of another are those that tickets are marked with.
    Fault exchanges() {
        std::map<OrderId, OrderId> givenFor;
        for (const LoadedOrder& order : loaded_.orders) {
            for (const AttemptRow& row : order.attempts) {
                if (row.state != AttemptState::Authorized) continue;
                for (const TenderRow& tender : order.tenders) {
                    const OrderId given = partOf(tender).givenOrder();
                    if (tender.id == row.tender && given) givenFor[order.row.id] = given;
                }
            }
        }
        std::set<OrderId> marked;
        for (const LoadedOrder& order : loaded_.orders) {
            for (const TicketRow& ticket : order.tickets) {
                if (!ticket.isInExchange()) continue;
                const auto taken = givenFor.find(ticket.exchange);
                const bool fits = taken != givenFor.end() && taken->second == order.row.id &&
                                  order.row.state == OrderState::Paid;
                if (!fits) return of("exchange of ticket", ticket.id);
                marked.insert(ticket.exchange);
            }
        }
        if (marked.size() != givenFor.size()) return "an order by exchange without its tickets";
        return std::nullopt;
    }

    Fault reservations() {
        if (loaded_.reservations.size() > static_cast<std::size_t>(kReservationsMax)) {
            return "too many reservations";
        }
        held_.resize(loaded_.areas.size());
        std::set<ReservationId> ids;
        std::size_t ordered = 0;
        for (const ReservationRow& row : loaded_.reservations) {
            if (!ids.insert(row.id).second) return of("a second reservation", row.id);
            if (auto fault = reservation(row)) return fault;
            ordered += row.state != ReservationState::Held;
        }
        // Each order's reservation is there, since each reservation's order is; but for those that
        // have ended and whose money is still on its way.
        for (const LoadedOrder& order : loaded_.orders) {
            const bool ended = order.row.state == OrderState::Compensating ||
                               order.row.state == OrderState::Manual ||
                               order.row.state == OrderState::Paid;
            ordered += ended && !ids.contains(order.row.reservation);
        }
        if (ordered != loaded_.orders.size()) return "an order without its reservation";
        return std::nullopt;
    }

    Fault reservation(const ReservationRow& row) {
        const auto order = ordersOf_.find(row.id);
        const bool held = row.state == ReservationState::Held;
        const bool sold = row.state == ReservationState::Sold;
        if (row.state == ReservationState::Released || row.id.value > loaded_.lastId ||
            row.extended < Duration{} || row.extended > kExtendedMax) {
            return of("reservation", row.id);
        }
        if (held != (order == ordersOf_.end())) return of("order of reservation", row.id);
        if (!versions_.contains(row.termsVersion)) return of("terms of reservation", row.id);
        if (row.code) {
            const auto code = uses_.find(row.code);
            if (code == uses_.end()) return of("code of reservation", row.id);
            ++code->second;
        }
        const auto places = placesOf(row);
        if (places < 1 || places > kItemsPerOrderMax || row.seats.empty() == row.areas.empty()) {
            return of("places of reservation", row.id);
        }
        if (row.adjustments.size() > kAdjustmentsMax ||
            !std::all_of(row.adjustments.begin(), row.adjustments.end(), isWellFormed)) {
            return of("adjustments of reservation", row.id);
        }
        if (held) return row.seats.empty() ? inAreas(row, {}) : inSeats(row, {});
        const LoadedOrder& bought = *order->second;
        const std::vector<TicketRow> tickets =
            ticketsOf(bought.tickets, static_cast<std::size_t>(places));
        const bool all = static_cast<std::int64_t>(tickets.size()) == places;
        const bool left = std::any_of(tickets.begin(), tickets.end(), isLeft);
        // Tickets of an earlier life of the order are void.
        if (sold ? !all || !left : left) return of("tickets of reservation", row.id);
        if (bought.row.total != row.total) return of("total of reservation", row.id);
        return row.seats.empty() ? inAreas(row, tickets) : inSeats(row, tickets);
    }

    static bool isLeft(const TicketRow& ticket) { return ticket.state != TicketState::Void; }

    static std::int64_t placesOf(const ReservationRow& row) {
        auto places = static_cast<std::int64_t>(row.seats.size());
        for (const AreaPlaces& line : row.areas) {
            if (line.count < 1) return 0;
            places += line.count;
        }
        return places;
    }

    // `tickets`: of a sold one, in the order of its seats; those of void ones are free.
    Fault inSeats(const ReservationRow& row, const std::vector<TicketRow>& tickets) {
        const bool sold = row.state == ReservationState::Sold;
        SeatNo before = kNoSeat;
        for (std::size_t i = 0; i < row.seats.size(); ++i) {
            const SeatNo seat = row.seats[i].seat;
            if (!layout_.contains(seat) || seat <= before) {
                return of("seats of reservation", row.id);
            }
            before = seat;
            if (sold && tickets[i].seat != seat) return of("ticket of seat", seat);
            if (sold && !isLeft(tickets[i])) continue;
            const SeatState& state = loaded_.seats[static_cast<std::size_t>(seat.value)];
            if (state.holder != (sold ? tickets[i].id.value : row.id.value) ||
                state.status != (sold ? SeatStatus::Sold : SeatStatus::Held)) {
                return of("holder of seat", seat);
            }
            --taken_;
        }
        return std::nullopt;
    }

    Fault inAreas(const ReservationRow& row, const std::vector<TicketRow>& tickets) {
        for (const AreaPlaces& line : row.areas) {
            if (!layout_.contains(line.area) || line.area != row.areas.front().area) {
                return of("area of reservation", row.id);
            }
            auto& count = held_[static_cast<std::size_t>(line.area.value)];
            (row.state == ReservationState::Sold ? count.sold : count.held) += line.count;
        }
        for (const TicketRow& ticket : tickets) {
            const bool sold = row.state == ReservationState::Sold;
            if (sold && ticket.area != row.areas.front().area) {
                return of("area of ticket", ticket.id);
            }
            if (sold && !isLeft(ticket)) {
                --held_[static_cast<std::size_t>(row.areas.front().area.value)].sold;
            }
        }
        return std::nullopt;
    }

    // Only of a move can the new date be accepted.
    Fault disruption() {
        const Disruption& now = loaded_.terms.back().disruption;
        OrderId before;
        for (const LoadedOrder& order : loaded_.orders) {
            if (now.number <= 0 || order.acceptedMove != now.number) continue;
            if (now.kind != DisruptionKind::Moved || order.row.id <= before) {
                return of("accepted move of order", order.row.id);
            }
            before = order.row.id;
        }
        return std::nullopt;
    }

    Fault calls() {
        for (const OutboxRow& row : loaded_.outbox) {
            const auto attempt = callable_.find(row.attempt);
            if (attempt == callable_.end() || !attempt->second.open) {
                return of("attempt of call", row.seq);
            }
            // One call at a time.
            if (!busy_.insert(attempt->second.order).second) return of("attempt of call", row.seq);
            const bool refunds =
                row.operation == Operation::Refund || row.operation == Operation::RetrieveRefund;
            const auto refund = refundable_.find(row.refund);
            if (refunds != static_cast<bool>(row.refund) ||
                (refunds && (refund == refundable_.end() || !refund->second))) {
                return of("refund of call", row.seq);
            }
        }
        return std::nullopt;
    }

    Fault sums() {
        if (taken_ != 0) return "a taken seat without its reservation";
        for (std::size_t i = 0; i < held_.size(); ++i) {
            const auto& area = loaded_.areas[i];
            if (area.held != held_[i].held || area.sold != held_[i].sold ||
                area.held + area.sold > layout_.areas()[i].capacity) {
                return "places taken in area " + std::to_string(i);
            }
        }
        for (const Code& code : loaded_.codes) {
            if (code.uses != uses_.at(code.id)) return of("uses of code", code.id);
        }
        return std::nullopt;
    }

    const Layout& layout_;
    const LoadedEvent& loaded_;
    std::set<std::int32_t> versions_;
    std::int64_t taken_ = 0;  // Seats that no reservation has been found for yet.
    std::unordered_map<CodeId, std::int32_t> uses_;
    std::unordered_map<ReservationId, const LoadedOrder*> ordersOf_;
    struct Callable {
        OrderId order;
        bool open = false;
    };
    std::unordered_map<AttemptId, Callable> callable_;
    std::unordered_map<RefundId, bool> refundable_;
    std::set<OrderId> busy_;  // With a call.
    std::vector<LoadedEvent::AreaCount> held_;
};

}  // namespace

std::optional<std::string> faultOf(const Layout& layout, const LoadedEvent& loaded) {
    return RowCheck(layout, loaded).run();
}

}  // namespace tessera::engine
