// SPDX-License-Identifier: Apache-2.0
// Whether the rows of an event agree, before an engine is made of them.
#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "server/engine/event_engine.h"
#include "server/engine/order_book.h"
#include "server/engine/payment_saga.h"
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
        for (const auto part :
             {&RowCheck::terms, &RowCheck::seats, &RowCheck::codes, &RowCheck::orders,
              &RowCheck::reservations, &RowCheck::calls, &RowCheck::sums}) {
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
            if (auto fault = attempts(order)) return fault;
        }
        return std::nullopt;
    }

    Fault attempts(const LoadedOrder& order) {
        if (!hasPayment(order.row.state)) return std::nullopt;
        if (order.attempts.empty() ||
            order.attempts.size() > static_cast<std::size_t>(kAttemptsMax)) {
            return of("attempts of order", order.row.id);
        }
        const auto last =
            std::max_element(order.attempts.begin(), order.attempts.end(),
                             [](const auto& a, const auto& b) { return a.id < b.id; });
        for (const AttemptUpdate& fact : order.attemptFacts) {
            if (fact.id == last->id && fact.refunded > fact.captured) {
                return of("more refunded than captured by attempt", fact.id);
            }
        }
        Attempt latest;
        latest.state = last->state;
        callable_.emplace(last->id, !latest.isFinal());
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
        // Each order's reservation is there, since each reservation's order is.
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
        std::int64_t holder = row.id.value;
        if (!held) {
            const LoadedOrder& bought = *order->second;
            const auto tickets = static_cast<std::int64_t>(bought.tickets.size());
            if (sold != (tickets > 0) || (sold && tickets != places)) {
                return of("tickets of reservation", row.id);
            }
            if (bought.row.total != row.total) return of("total of reservation", row.id);
            if (sold) holder = firstTicketOf(bought).value;
        }
        return row.seats.empty() ? inAreas(row) : inSeats(row, holder);
    }

    static std::int64_t placesOf(const ReservationRow& row) {
        auto places = static_cast<std::int64_t>(row.seats.size());
        for (const AreaPlaces& line : row.areas) {
            if (line.count < 1) return 0;
            places += line.count;
        }
        return places;
    }

    static TicketId firstTicketOf(const LoadedOrder& order) {
        TicketId first = order.tickets.front().id;
        for (const TicketRow& ticket : order.tickets) first = std::min(first, ticket.id);
        return first;
    }

    // `holder`: of its first seat; of sold ones each seat has the next ticket.
    Fault inSeats(const ReservationRow& row, std::int64_t holder) {
        const bool sold = row.state == ReservationState::Sold;
        SeatNo before = kNoSeat;
        for (const SeatPick& pick : row.seats) {
            const SeatNo seat = pick.seat;
            if (!layout_.contains(seat) || seat <= before)
                return of("seats of reservation", row.id);
            before = seat;
            const SeatState& state = loaded_.seats[static_cast<std::size_t>(seat.value)];
            if (state.holder != holder ||
                state.status != (sold ? SeatStatus::Sold : SeatStatus::Held)) {
                return of("holder of seat", seat);
            }
            holder += sold;
            --taken_;
        }
        return std::nullopt;
    }

    Fault inAreas(const ReservationRow& row) {
        for (const AreaPlaces& line : row.areas) {
            if (!layout_.contains(line.area) || line.area != row.areas.front().area) {
                return of("area of reservation", row.id);
            }
            auto& count = held_[static_cast<std::size_t>(line.area.value)];
            (row.state == ReservationState::Sold ? count.sold : count.held) += line.count;
        }
        return std::nullopt;
    }

    Fault calls() {
        for (const OutboxRow& row : loaded_.outbox) {
            const auto attempt = callable_.find(row.attempt);
            if (attempt == callable_.end() || !attempt->second) {
                return of("attempt of call", row.seq);
            }
            attempt->second = false;  // One call at a time.
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
            if (code.usesMax != 0 && code.uses > code.usesMax) return of("uses of code", code.id);
        }
        return std::nullopt;
    }

    const Layout& layout_;
    const LoadedEvent& loaded_;
    std::set<std::int32_t> versions_;
    std::int64_t taken_ = 0;  // Seats that no reservation has been found for yet.
    std::unordered_map<CodeId, std::int32_t> uses_;
    std::unordered_map<ReservationId, const LoadedOrder*> ordersOf_;
    std::unordered_map<AttemptId, bool> callable_;  // The latest of each order; a call may wait.
    std::vector<LoadedEvent::AreaCount> held_;
};

}  // namespace

std::optional<std::string> faultOf(const Layout& layout, const LoadedEvent& loaded) {
    return RowCheck(layout, loaded).run();
}

}  // namespace tessera::engine
