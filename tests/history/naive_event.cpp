// SPDX-License-Identifier: Apache-2.0
#include "tests/history/naive_event.h"

#include <algorithm>

namespace tessera::history {
namespace {

void refuse(Operation& operation, const std::string& reason) {
    operation.status = Status::Fail;
    operation.told = {};
    operation.told.reason = reason;
}

}  // namespace

NaiveEvent::NaiveEvent(const Setting& setting)
    : setting_(setting), owner_(static_cast<std::size_t>(setting.seats), kFree) {}

const std::string& NaiveEvent::reservationOf(const std::string& order) const {
    static const std::string none;
    const auto found = orders_.find(order);
    return found == orders_.end() ? none : found->second;
}

int NaiveEvent::takenIn(int area) const {
    int taken = 0;
    for (const auto& name : live_) {
        const auto& one = reservations_.at(name);
        if (one.area == area) taken += one.places;
    }
    return taken;
}

int NaiveEvent::takenBy(int client) const {
    int taken = 0;
    for (const auto& name : live_) {
        const auto& one = reservations_.at(name);
        if (one.client == client) taken += one.places;
    }
    return taken;
}

void NaiveEvent::perform(Operation& operation, std::int64_t now, const std::string& name,
                         const std::vector<int>* wanted) {
    operation.status = Status::Ok;
    operation.told = {};
    switch (operation.call) {
        case Call::CreateReservation:
            return create(operation, now, name, wanted);
        case Call::GetReservation:
        case Call::GetOrder: {
            const bool order = operation.call == Call::GetOrder;
            const std::string of =
                order ? reservationOf(operation.asked.order) : operation.asked.reservation;
            if (reservations_.contains(of)) return show(operation, of);
            return refuse(operation, order ? "ORDER_NOT_FOUND" : "RESERVATION_NOT_FOUND");
        }
        case Call::CancelReservation:
            return cancel(operation);
        case Call::CheckoutReservation:
            return checkout(operation, now, name);
        case Call::Pay:
            return pay(operation);
        case Call::SetAllocation:
            return setAllocation(operation);
        case Call::OpenSale:
        case Call::CloseSale:
            open_ = operation.call == Call::OpenSale;
    }
}

void NaiveEvent::show(Operation& operation, const std::string& reservation) const {
    const Reservation& of = reservations_.at(reservation);
    Told& told = operation.told;
    told.reservation = reservation;
    told.order = of.order;
    if (operation.call == Call::CreateReservation) told.seats = of.seats;
    const bool order =
        operation.call == Call::GetOrder || operation.call == Call::CheckoutReservation;
    told.releaseReason.clear();
    told.expireServer = of.state == "HELD" && !order ? of.expires : 0;
    told.deadlineServer = order ? of.payBy : 0;
    if (isReleased(of.state)) {
        told.state = "RELEASED";
        if (!order) told.releaseReason = of.state.substr(9);
    } else if (order || of.state == "HELD") {
        told.state = of.state;
    } else {
        const bool sold = of.state == "ALLOCATED" || of.state == "PAID" || of.state == "UNPAID";
        told.state = sold ? "ALLOCATED" : "PAYING";
    }
}

bool NaiveEvent::chooseBest(const Asked& asked, std::vector<int>& seats,
                            const std::vector<int>* wanted) const {
    std::vector<std::vector<int>> runs;
    for (const Run& run : setting_.runs) {
        const auto& in = asked.categories;
        if (!in.empty() && std::find(in.begin(), in.end(), run.category) == in.end()) continue;
        for (std::size_t i = 0; i + static_cast<std::size_t>(asked.quantity) <= run.seats.size();
             ++i) {
            std::vector<int> some(
                run.seats.begin() + static_cast<std::ptrdiff_t>(i),
                run.seats.begin() + static_cast<std::ptrdiff_t>(i) + asked.quantity);
            if (std::all_of(some.begin(), some.end(), [&](int s) { return isFree(s); })) {
                runs.push_back(std::move(some));
            }
        }
    }
    if (runs.empty()) return false;
    const bool can =
        wanted != nullptr && std::find(runs.begin(), runs.end(), *wanted) != runs.end();
    seats = can ? *wanted : runs.front();
    return true;
}

bool NaiveEvent::chooseSeats(Operation& operation, std::vector<int>& seats,
                             const std::vector<int>* wanted) const {
    const Asked& asked = operation.asked;
    if (asked.wish == Wish::Best) {
        if (chooseBest(asked, seats, wanted)) return true;
        refuse(operation, "NO_SUITABLE_SEATS");
        return false;
    }
    if (asked.wish == Wish::Area) {
        const int free = setting_.areas[static_cast<std::size_t>(asked.area)] - takenIn(asked.area);
        if (asked.quantity <= free) return true;
        refuse(operation, "AREA_FULL");
        operation.told.available = free;
        return false;
    }
    std::vector<int> taken;
    for (const int seat : asked.seats) {
        if (!isFree(seat)) taken.push_back(seat);
    }
    seats = asked.seats;
    if (taken.empty()) return true;
    refuse(operation, "SEAT_UNAVAILABLE");
    operation.told.seats = taken;
    return false;
}

void NaiveEvent::create(Operation& operation, std::int64_t now, const std::string& name,
                        const std::vector<int>* wanted) {
    const Asked& asked = operation.asked;
    if (!open_) return refuse(operation, "SALE_CLOSED");
    Reservation made;
    made.area = asked.wish == Wish::Area ? asked.area : kNone;
    made.client = operation.client;
    made.places = asked.wish == Wish::Seats ? static_cast<int>(asked.seats.size()) : asked.quantity;
    if (setting_.placesPerBuyer > 0 &&
        takenBy(operation.client) + made.places > setting_.placesPerBuyer) {
        return refuse(operation, "BUYER_LIMIT");
    }
    if (!chooseSeats(operation, made.seats, wanted)) return;
    made.expires = now + setting_.holdMicros;
    for (const int seat : made.seats) owner_[static_cast<std::size_t>(seat)] = name;
    reservations_[name] = made;
    live_.insert(name);
    show(operation, name);
    operation.told.createdServer = now;
}

void NaiveEvent::step(const std::string& reservation, const std::string& to) {
    Reservation& of = reservations_.at(reservation);
    of.state = to;
    if (!isReleased(to)) return;
    live_.erase(reservation);
    for (const int seat : of.seats) owner_[static_cast<std::size_t>(seat)] = kFree;
}

std::vector<std::string> NaiveEvent::stepsOf(const std::string& reservation) const {
    const Reservation& of = reservations_.at(reservation);
    if (of.state == "HELD") return {"RELEASED:EXPIRED"};
    if (of.state == "PAYING") {
        return of.authorized ? std::vector<std::string>{"ALLOCATED", "FENCING"}
                             : std::vector<std::string>{"FENCING"};
    }
    if (of.state == "FENCING") {
        return of.authorized ? std::vector<std::string>{"ALLOCATED", "COMPENSATING"}
                             : std::vector<std::string>{"RELEASED:NOT_PAID"};
    }
    if (of.state == "CANCELLING") {
        return of.authorized ? std::vector<std::string>{"RELEASED:ORDER_CANCELLED", "COMPENSATING"}
                             : std::vector<std::string>{"RELEASED:ORDER_CANCELLED"};
    }
    if (of.state == "ALLOCATED") return {"PAID", "UNPAID"};
    if (of.state == "UNPAID") {
        return of.authorized ? std::vector<std::string>{"ALLOCATED", "FENCING"}
                             : std::vector<std::string>{"FENCING"};
    }
    if (of.state == "COMPENSATING") {
        return {"RELEASED:REFUNDED", "RELEASED:NOT_PAID", "RELEASED:ORDER_CANCELLED", "MANUAL"};
    }
    return {};
}

std::string NaiveEvent::text() const {
    std::string out = open_ ? "open" : "closed";
    for (const auto& owner : owner_) out += "," + owner;
    for (const auto& [name, of] : reservations_) {
        out += ";" + name + ":" + of.state + (of.authorized ? "!" : "");
    }
    return out;
}

void NaiveEvent::cancel(Operation& operation) {
    const std::string& name = operation.asked.reservation;
    const auto found = reservations_.find(name);
    if (found == reservations_.end()) return refuse(operation, "RESERVATION_NOT_FOUND");
    const std::string state = found->second.state;
    if (state == "RELEASED:EXPIRED") return refuse(operation, "RESERVATION_EXPIRED");
    if (state == "RELEASED:NOT_PAID" || state == "RELEASED:REFUNDED") {
        return refuse(operation, "RESERVATION_RELEASED");
    }
    if (state == "HELD") step(name, "RELEASED:CANCELLED");
    if (state == "PAYING" || state == "FENCING") step(name, "CANCELLING");
    if (state == "ALLOCATED" || state == "PAID" || state == "UNPAID" || state == "COMPENSATING" ||
        state == "MANUAL") {
        return refuse(operation, "ORDER_NOT_CANCELLABLE");
    }
    show(operation, name);
}

void NaiveEvent::checkout(Operation& operation, std::int64_t now, const std::string& name) {
    const std::string& reservation = operation.asked.reservation;
    const auto found = reservations_.find(reservation);
    if (found == reservations_.end()) return refuse(operation, "RESERVATION_NOT_FOUND");
    Reservation& of = found->second;
    if (of.state == "RELEASED:EXPIRED") return refuse(operation, "RESERVATION_EXPIRED");
    if (isReleased(of.state)) return refuse(operation, "RESERVATION_RELEASED");
    if (of.state != "HELD") return refuse(operation, "RESERVATION_CHECKED_OUT");
    of.state = "PAYING";
    of.order = name;
    of.payBy = now + 2 * setting_.holdMicros;
    orders_[name] = reservation;
    show(operation, reservation);
    operation.told.createdServer = now;
}

void NaiveEvent::pay(Operation& operation) {
    const std::string& of = reservationOf(operation.asked.order);
    if (of.empty()) return refuse(operation, "NOT_FOUND");
    reservations_.at(of).authorized = true;
    operation.told.reservation = of;
    operation.told.order = operation.asked.order;
}

void NaiveEvent::setAllocation(Operation& operation) {
    const Asked& asked = operation.asked;
    std::vector<int> taken;
    for (const int seat : asked.seats) {
        const std::string& owner = owner_[static_cast<std::size_t>(seat)];
        if (owner != kFree && owner[0] != '#') taken.push_back(seat);
    }
    if (!taken.empty()) {
        refuse(operation, "SEAT_UNAVAILABLE");
        operation.told.seats = taken;
        return;
    }
    const std::string to = asked.allocation == 0 ? kFree : "#" + std::to_string(asked.allocation);
    int changed = 0;
    for (const int seat : asked.seats) {
        std::string& owner = owner_[static_cast<std::size_t>(seat)];
        changed += owner == to ? 0 : 1;
        owner = to;
    }
    operation.told.changed = changed;
}

}  // namespace tessera::history
