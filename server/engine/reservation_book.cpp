// SPDX-License-Identifier: Apache-2.0
#include "server/engine/reservation_book.h"

#include <functional>
#include <utility>

#include "server/engine/event_engine.h"
#include "shared/base/check.h"

namespace tessera::engine {

std::uint64_t ReservationBook::keyHash(Slot slot) const {
    return std::hash<ReservationId>{}(reservations_[slot].id);
}

std::uint64_t ReservationBook::releasedHash(Slot slot) const {
    return std::hash<ReservationId>{}(released_[slot].id);
}

std::uint64_t ReservationBook::releasedOrderHash(Slot slot) const {
    return std::hash<OrderId>{}(released_[slot].order);
}

Slot ReservationBook::add(const Reservation& reservation) {
    TESSERA_CHECK(reservations_.size() < static_cast<std::size_t>(kReservationsMax));
    TESSERA_CHECK(find(reservation.id) == kNoSlot);
    const Slot slot = reservations_.add(reservation);
    index_.insert(slot, [this](Slot s) { return keyHash(s); });
    return slot;
}

void ReservationBook::removeLines(Slot first) {
    while (first != kNoSlot) {
        const Slot next = lines_[first].next;
        lines_.remove(first);
        first = next;
    }
}

void ReservationBook::remove(Slot slot) {
    if (!reservations_[slot].ofSeats()) removeLines(reservations_[slot].first);
    if (!adjustments_.empty()) adjustments_.erase(reservations_[slot].id);
    index_.erase(slot, [this](Slot s) { return keyHash(s); });
    reservations_.remove(slot);
}

Slot ReservationBook::find(ReservationId id) const {
    return index_.find(std::hash<ReservationId>{}(id),
                       [&](Slot slot) { return reservations_[slot].id == id; });
}

void ReservationBook::setLines(Slot slot, AreaNo area, const std::vector<TypeCount>& lines) {
    Reservation& reservation = reservations_[slot];
    TESSERA_CHECK(reservation.first == kNoSlot && !lines.empty());
    reservation.area = area;
    for (std::size_t i = lines.size(); i-- > 0;) {
        reservation.first = lines_.add({lines[i].count, lines[i].type, reservation.first});
    }
}

void ReservationBook::replaceLines(Slot slot, const std::vector<TypeCount>& lines) {
    Reservation& reservation = reservations_[slot];
    TESSERA_CHECK(!reservation.ofSeats());
    removeLines(reservation.first);
    reservation.first = kNoSlot;
    setLines(slot, reservation.area, lines);
}

void ReservationBook::setAdjustments(ReservationId id, std::vector<PriceAdjustment> adjustments) {
    TESSERA_CHECK(adjustments.size() <= kAdjustmentsMax);
    if (adjustments.empty()) {
        adjustments_.erase(id);
    } else {
        adjustments_[id] = std::move(adjustments);
    }
}

const std::vector<PriceAdjustment>& ReservationBook::adjustmentsOf(ReservationId id) const {
    static const std::vector<PriceAdjustment> kNone;
    if (adjustments_.empty()) return kNone;
    const auto found = adjustments_.find(id);
    return found == adjustments_.end() ? kNone : found->second;
}

std::vector<AreaPlaces> ReservationBook::linesOf(const Reservation& reservation) const {
    std::vector<AreaPlaces> places;
    if (reservation.ofSeats()) return places;
    for (Slot at = reservation.first; at != kNoSlot; at = lines_[at].next) {
        places.push_back({reservation.area, lines_[at].type, lines_[at].count});
    }
    return places;
}

void ReservationBook::takePlace(Slot slot, TicketTypeNo type) {
    Slot* at = &reservations_[slot].first;
    while (*at != kNoSlot && lines_[*at].type != type) at = &lines_[*at].next;
    TESSERA_CHECK(*at != kNoSlot);
    AreaLine& line = lines_[*at];
    if (--line.count > 0) return;
    const Slot gone = *at;
    *at = line.next;
    line.count = 1;  // A pool removes what lives.
    lines_.remove(gone);
}

void ReservationBook::remember(const ReleasedReservation& released) {
    const auto byId = [this](Slot s) { return releasedHash(s); };
    const auto byOrder = [this](Slot s) { return releasedOrderHash(s); };
    auto slot = static_cast<Slot>(released_.size());
    if (released_.size() < static_cast<std::size_t>(kReleasedRemembered)) {
        released_.push_back(released);
    } else {
        slot = static_cast<Slot>(oldestReleased_);
        oldestReleased_ = (oldestReleased_ + 1) % released_.size();
        if (released_[slot].id) releasedIndex_.erase(slot, byId);
        if (released_[slot].order) releasedOrderIndex_.erase(slot, byOrder);
        released_[slot] = released;
    }
    releasedIndex_.insert(slot, byId);
    if (released.order) releasedOrderIndex_.insert(slot, byOrder);
}

const ReleasedReservation* ReservationBook::findReleased(ReservationId id) const {
    const Slot slot = releasedIndex_.find(std::hash<ReservationId>{}(id),
                                          [&](Slot s) { return released_[s].id == id; });
    return slot == kNoSlot ? nullptr : &released_[slot];
}

const ReleasedReservation* ReservationBook::findReleased(OrderId id) const {
    const Slot slot = releasedOrderIndex_.find(std::hash<OrderId>{}(id),
                                               [&](Slot s) { return released_[s].order == id; });
    return slot == kNoSlot ? nullptr : &released_[slot];
}

void ReservationBook::noteReleased(OrderId id, OrderState state, std::uint16_t version) {
    const Slot slot = releasedOrderIndex_.find(std::hash<OrderId>{}(id),
                                               [&](Slot s) { return released_[s].order == id; });
    if (slot == kNoSlot) return;
    released_[slot].orderState = state;
    released_[slot].version = version;
}

void ReservationBook::forgetReleased(ReservationId id) {
    const Slot slot = releasedIndex_.find(std::hash<ReservationId>{}(id),
                                          [&](Slot s) { return released_[s].id == id; });
    if (slot == kNoSlot) return;
    releasedIndex_.erase(slot, [this](Slot s) { return releasedHash(s); });
    if (released_[slot].order) {
        releasedOrderIndex_.erase(slot, [this](Slot s) { return releasedOrderHash(s); });
    }
    released_[slot] = ReleasedReservation{};
}

std::size_t ReservationBook::memoryBytes() const {
    // A node of std::map is its value, three pointers and a colour.
    std::size_t adjusted = 0;
    for (const auto& [id, list] : adjustments_) {
        adjusted += sizeof(id) + sizeof(list) + 32 + list.capacity() * sizeof(PriceAdjustment);
        for (const PriceAdjustment& each : list) {
            adjusted += each.seats.capacity() * sizeof(SeatNo) + each.reason.capacity();
        }
    }
    return adjusted + reservations_.memoryBytes() + index_.memoryBytes() + lines_.memoryBytes() +
           released_.capacity() * sizeof(ReleasedReservation) + releasedIndex_.memoryBytes() +
           releasedOrderIndex_.memoryBytes();
}

}  // namespace tessera::engine
