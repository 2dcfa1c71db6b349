// SPDX-License-Identifier: Apache-2.0
#include "tools/history/steps.h"

#include <algorithm>
#include <array>

namespace tessera::history {
namespace {

constexpr std::size_t kSeatsNamedMax = 20;

// Malformed, unauthorised, too much at once: they say nothing about the event's state.
constexpr std::array kSaysNothing{"OVERLOADED",        "RATE_LIMITED",       "OWNER_UNAVAILABLE",
                                  "SHUTTING_DOWN",     "DEADLINE_PASSED",    "INVALID_FIELD",
                                  "INVALID_ID",        "REQUEST_ID_INVALID", "REQUEST_ID_AHEAD",
                                  "REQUEST_ID_TOO_OLD"};

bool isIn(const std::vector<int>& sorted, int value) {
    return std::binary_search(sorted.begin(), sorted.end(), value);
}

Ways wrong(const std::string& what) {
    Ways ways;
    ways.contradiction = what;
    return ways;
}

Ways only(Step step) {
    Ways ways;
    ways.effect.push_back(std::move(step));
    return ways;
}

int placesOf(const Asked& asked) {
    return asked.wish == Wish::Seats ? static_cast<int>(asked.seats.size()) : asked.quantity;
}

// What every judged hold has passed before its seats were looked at.
Step holdStep(const Operation& operation, const StepContext& with) {
    Step step;
    step.sale = SaleNeeds::Open;
    step.places = placesOf(operation.asked);
    if (with.buyer != kNone) {
        step.buyer = with.buyer;
        step.buyerRoom = RoomNeeds::Fits;
    }
    return step;
}

Step holdOf(const Operation& operation, const StepContext& with, int booking,
            const std::vector<int>& seats) {
    Step step = holdStep(operation, with);
    step.booking = booking;
    step.lives = Lives(Life::None);
    step.moves[0] = {Lives(Life::None), Life::Held};
    step.free = seats;
    if (operation.asked.wish == Wish::Area) {
        step.area = operation.asked.area;
        step.areaRoom = RoomNeeds::Fits;
    }
    return step;
}

Step lifeStep(const StepContext& with, Lives lives) {
    Step step;
    step.booking = with.booking;
    step.lives = lives;
    return step;
}

std::string faultOfSeats(const Operation& operation, const Setting& setting) {
    const Asked& asked = operation.asked;
    const std::vector<int>& seats = operation.told.seats;
    if (asked.wish == Wish::Area) return seats.empty() ? "" : "seats for places in an area";
    if (asked.wish == Wish::Seats) {
        return seats == asked.seats ? "" : "other seats than were asked for";
    }
    if (static_cast<int>(seats.size()) != asked.quantity) return "not as many as were asked for";
    bool together = false;
    std::size_t suitable = 0;
    for (const Run& run : setting.runs) {
        if (!asked.categories.empty() && !isIn(asked.categories, run.category)) continue;
        const auto first = std::find(run.seats.begin(), run.seats.end(), seats.front());
        const auto left = static_cast<std::size_t>(run.seats.end() - first);
        together =
            together || (left >= seats.size() && std::equal(seats.begin(), seats.end(), first));
        suitable += static_cast<std::size_t>(std::count_if(
            run.seats.begin(), run.seats.end(), [&](int seat) { return isIn(seats, seat); }));
    }
    if (suitable != seats.size()) return "seats of another category";
    return together || !asked.together ? "" : "seats that are not side by side";
}

Ways held(const Operation& operation, const StepContext& with) {
    const std::string fault = faultOfSeats(operation, with.setting);
    if (!fault.empty()) return wrong(fault);
    Ways ways = only(holdOf(operation, with, with.booking, operation.told.seats));
    const Lives lives = livesOfReservation(operation.told.state, operation.told.releaseReason);
    if (lives.empty()) return wrong("no state of a reservation");
    if (operation.retried) {
        ways.answer.push_back(lifeStep(with, lives));
    } else if (!lives.has(Life::Held)) {
        return wrong("a new reservation that is not HELD");
    }
    return ways;
}

Ways seatsUnavailable(const Operation& operation, const StepContext& with) {
    const std::vector<int>& asked = operation.asked.seats;
    const std::vector<int>& named = operation.told.seats;
    if (named.empty()) return wrong("names no seat");
    const bool block = operation.call == Call::SetAllocation;
    Step step = block ? Step{} : holdStep(operation, with);
    for (const int seat : named) {
        if (!isIn(asked, seat)) return wrong("names a seat that was not asked for");
    }
    (block ? step.taken : step.notFree) = named;
    for (const int seat : asked) {
        // Beyond twenty the answer names no more.
        if (named.size() >= kSeatsNamedMax && seat > named.back()) break;
        if (!isIn(named, seat)) (block ? step.notTaken : step.free).push_back(seat);
    }
    return only(std::move(step));
}

Ways holdRefused(const Operation& operation, const StepContext& with) {
    const std::string& reason = operation.told.reason;
    Step step = holdStep(operation, with);
    if (reason == "SALE_CLOSED") {
        Step closed;
        closed.sale = SaleNeeds::Closed;
        return only(std::move(closed));
    }
    if (reason == "BUYER_LIMIT" && with.buyer != kNone) {
        step.buyerRoom = RoomNeeds::TooMany;
        return only(std::move(step));
    }
    if (reason == "SEAT_UNAVAILABLE" && operation.asked.wish == Wish::Seats) {
        return seatsUnavailable(operation, with);
    }
    if (reason == "NO_SUITABLE_SEATS" && operation.asked.wish == Wish::Best) {
        step.noRunOf = operation.asked.quantity;
        step.noRunTogether = operation.asked.together;
        step.noRunIn = operation.asked.categories;
        return only(std::move(step));
    }
    if (reason == "AREA_FULL" && operation.asked.wish == Wish::Area) {
        step.area = operation.asked.area;
        step.areaRoom = RoomNeeds::TooMany;
        step.available = operation.told.available;
        return only(std::move(step));
    }
    return wrong("no refusal that such a call can meet here");
}

Ways holdUnknown(const Operation& operation, const StepContext& with) {
    if (operation.asked.wish != Wish::Best) {
        return only(holdOf(operation, with, with.booking, operation.asked.seats));
    }
    const auto choices = choicesOf(operation.asked, with.setting);
    Ways ways;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        ways.effect.push_back(holdOf(operation, with, with.bookings[i], choices[i]));
    }
    return ways;
}

Ways create(const Operation& operation, const StepContext& with) {
    if (operation.status == Status::Ok) return held(operation, with);
    if (operation.status == Status::Fail) return holdRefused(operation, with);
    return holdUnknown(operation, with);
}

Ways read(const Operation& operation, const StepContext& with) {
    if (operation.status == Status::Unknown) return {};
    const bool order = operation.call == Call::GetOrder;
    if (operation.status == Status::Fail) {
        if (operation.told.reason == (order ? "ORDER_NOT_FOUND" : "RESERVATION_NOT_FOUND")) {
            return only(
                lifeStep(with, order ? Lives(Life::None, Life::Held, Life::Expired, Life::Cancelled)
                                     : Lives(Life::None)));
        }
        return wrong("no refusal that such a call can meet here");
    }
    const Lives lives =
        order ? livesOfOrder(operation.told.state)
              : livesOfReservation(operation.told.state, operation.told.releaseReason);
    return lives.empty() ? wrong("no such state") : only(lifeStep(with, lives));
}

Step cancelStep(const StepContext& with) {
    Step step = lifeStep(with, Lives(Life::Held, Life::Paying, Life::Fencing, Life::Cancelling,
                                     Life::Cancelled, Life::OrderCancelled));
    step.moves[0] = {Lives(Life::Held), Life::Cancelled};
    step.moves[1] = {Lives(Life::Paying, Life::Fencing), Life::Cancelling};
    return step;
}

Ways cancelled(const Operation& operation, const StepContext& with) {
    Step step = cancelStep(with);
    const Lives lives = livesOfReservation(operation.told.state, operation.told.releaseReason);
    if (lives.empty()) return wrong("no such state");
    if (operation.retried) {
        Ways ways = only(std::move(step));
        ways.answer.push_back(lifeStep(with, lives));
        return ways;
    }
    if (lives.has(Life::Cancelled)) {
        step.lives = Lives(Life::Held, Life::Cancelled);
    } else if (lives.has(Life::OrderCancelled)) {
        step.lives = Lives(Life::Paying, Life::Fencing, Life::OrderCancelled);
        step.moves[1].to = Life::OrderCancelled;
    } else if (lives.has(Life::Cancelling)) {
        step.lives = Lives(Life::Paying, Life::Fencing, Life::Cancelling);
    } else {
        return wrong("not what cancelling leads to");
    }
    return only(std::move(step));
}

Ways cancel(const Operation& operation, const StepContext& with) {
    if (operation.status == Status::Ok) return cancelled(operation, with);
    if (operation.status == Status::Unknown) return only(cancelStep(with));
    const std::string& reason = operation.told.reason;
    if (reason == "RESERVATION_EXPIRED") return only(lifeStep(with, Lives(Life::Expired)));
    if (reason == "RESERVATION_RELEASED") {
        return only(lifeStep(with, Lives(Life::NotPaid, Life::Refunded)));
    }
    if (reason == "ORDER_NOT_CANCELLABLE") {
        return only(lifeStep(with, Lives(Life::Fencing, Life::Allocated, Life::Paid, Life::Unpaid,
                                         Life::Compensating, Life::Manual)));
    }
    return wrong("no refusal that such a call can meet here");
}

Ways checkout(const Operation& operation, const StepContext& with) {
    const std::string& reason = operation.told.reason;
    if (operation.status == Status::Fail) {
        if (reason == "RESERVATION_EXPIRED") return only(lifeStep(with, Lives(Life::Expired)));
        if (reason == "RESERVATION_RELEASED") {
            return only(lifeStep(
                with, Lives(Life::Cancelled, Life::NotPaid, Life::OrderCancelled, Life::Refunded)));
        }
        if (reason == "RESERVATION_CHECKED_OUT") return only(lifeStep(with, kCheckedOut));
        return wrong("no refusal that such a call can meet here");
    }
    Step step = lifeStep(with, Lives(Life::Held));
    step.moves[0] = {Lives(Life::Held), Life::Paying};
    Ways ways = only(std::move(step));
    if (operation.status == Status::Unknown) return ways;
    const Lives lives = livesOfOrder(operation.told.state);
    if (lives.empty()) return wrong("no state of an order");
    if (operation.retried) {
        ways.answer.push_back(lifeStep(with, lives));
    } else if (!lives.has(Life::Paying)) {
        return wrong("a new order that is not PAYING");
    }
    return ways;
}

// At the provider: what it authorized can be for an order that is over by now, never for one that
// is not yet.
Ways pay(const Operation& operation, const StepContext& with) {
    if (operation.status == Status::Fail) return {};
    Step step = lifeStep(with, kCheckedOut | kOver);
    step.authorizes = true;
    return only(std::move(step));
}

Ways setAllocation(const Operation& operation, const StepContext& with) {
    if (operation.status == Status::Fail) {
        if (operation.told.reason == "SEAT_UNAVAILABLE") return seatsUnavailable(operation, with);
        return wrong("no refusal that such a call can meet here");
    }
    Step step;
    step.notTaken = operation.asked.seats;
    step.allocation = operation.asked.allocation;
    if (operation.status == Status::Ok) step.changed = operation.told.changed;
    return only(std::move(step));
}

Ways setSale(const Operation& operation) {
    if (operation.status == Status::Fail) {
        return wrong("no refusal that such a call can meet here");
    }
    Step step;
    step.setsSale = operation.call == Call::OpenSale ? SaleNeeds::Open : SaleNeeds::Closed;
    return only(std::move(step));
}

}  // namespace

std::vector<std::vector<int>> choicesOf(const Asked& asked, const Setting& setting) {
    std::vector<std::vector<int>> choices;
    const auto count = static_cast<std::size_t>(asked.quantity);
    for (const Run& run : setting.runs) {
        if (!asked.categories.empty() && !isIn(asked.categories, run.category)) continue;
        for (std::size_t first = 0; first + count <= run.seats.size(); ++first) {
            const auto from = run.seats.begin() + static_cast<std::ptrdiff_t>(first);
            choices.emplace_back(from, from + asked.quantity);
        }
    }
    return choices;
}

Ways waysOf(const Operation& operation, const StepContext& context) {
    const auto& reason = operation.told.reason;
    if (operation.status == Status::Fail &&
        std::find(kSaysNothing.begin(), kSaysNothing.end(), reason) != kSaysNothing.end()) {
        return {};
    }
    switch (operation.call) {
        case Call::CreateReservation:
            return create(operation, context);
        case Call::GetReservation:
        case Call::GetOrder:
            return read(operation, context);
        case Call::CancelReservation:
            return cancel(operation, context);
        case Call::CheckoutReservation:
            return checkout(operation, context);
        case Call::Pay:
            return pay(operation, context);
        case Call::SetAllocation:
            return setAllocation(operation, context);
        case Call::OpenSale:
        case Call::CloseSale:
            return setSale(operation);
    }
    return {};
}

}  // namespace tessera::history
