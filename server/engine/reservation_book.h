// SPDX-License-Identifier: Apache-2.0
// Live reservations, 64 bytes each, and the memory of released ones.
//
// Deterministic: found by id through a hash that is never iterated. Not thread-safe; an
// EventEngine owns its ReservationBook. Bounds: kReservationsMax live, kReleasedRemembered
// released.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "server/engine/changes.h"
#include "server/engine/code_book.h"
#include "server/engine/pool.h"
#include "server/engine/slot_index.h"
#include "server/engine/timers.h"

namespace tessera::engine {

// A live reservation. Its seats are a chain in the inventory; its places in an area are a chain of
// AreaLines here.
struct Reservation {
    ReservationId id;
    Instant createdAt;
    Instant expiresAt;
    Money total;
    Slot buyer = kNoSlot;
    Slot order = kNoSlot;                   // In the OrderBook, from checkout on.
    Timers::Handle expiry = Timers::kNone;  // While held.
    std::int32_t extendedMicros = 0;        // At most 60 s.
    std::uint32_t first = kNoSlot;  // Its first seat, or where `area` is one its first AreaLine.
    std::int32_t termsVersion = 1;
    CodeIndex code = kNoCode;
    AreaNo area{-1};
    std::uint8_t places = 0;
    Channel channel = Channel::Web;
    ReservationState state = ReservationState::Held;

    bool live() const { return places > 0; }
    bool ofSeats() const { return area.value < 0; }
    SeatNo firstSeat() const {
        return ofSeats() ? SeatNo{static_cast<std::int32_t>(first)} : kNoSeat;
    }
};
static_assert(sizeof(Reservation) == 64);

// What is remembered of a released reservation, and of its order if it had one.
struct ReleasedReservation {
    ReservationId id;
    OrderId order;
    CallerHash buyer;
    Instant orderCreatedAt;
    Instant payDeadline;
    Money total;
    ReleaseReason reason = ReleaseReason::None;
    OrderState orderState = OrderState::Released;  // Paid where all tickets were returned.
    std::uint16_t version = 0;                     // The order's.
};

class ReservationBook {
public:
    Slot add(const Reservation& reservation);
    // Removes the record and its area lines.
    void remove(Slot slot);
    Slot find(ReservationId id) const;
    Reservation& at(Slot slot) { return reservations_[slot]; }
    const Reservation& at(Slot slot) const { return reservations_[slot]; }
    std::size_t size() const { return reservations_.size(); }
    template <class Visit>
    void forEach(Visit&& visit) const {
        reservations_.forEach(visit);
    }

    // Lines of one type each, in the order given. REQUIRES: called once, for an area reservation.
    void setLines(Slot slot, AreaNo area, const std::vector<TypeCount>& lines);
    std::vector<AreaPlaces> linesOf(const Reservation& reservation) const;
    // Others instead. REQUIRES: an area reservation; as many places.
    void replaceLines(Slot slot, const std::vector<TypeCount>& lines);
    // One place of this type less. REQUIRES: an area reservation has one.
    void takePlace(Slot slot, TicketTypeNo type);

    // Other prices than the terms'; none: as most have it. Gone with the reservation.
    void setAdjustments(ReservationId id, std::vector<PriceAdjustment> adjustments);
    const std::vector<PriceAdjustment>& adjustmentsOf(ReservationId id) const;

    // Forgets the oldest where kReleasedRemembered are remembered.
    void remember(const ReleasedReservation& released);
    // Null if it never was, or is forgotten.
    const ReleasedReservation* findReleased(ReservationId id) const;
    const ReleasedReservation* findReleased(OrderId id) const;
    // What became of its order since, if it is remembered.
    void noteReleased(OrderId id, OrderState state, std::uint16_t version);
    // Its places are taken again.
    void forgetReleased(ReservationId id);
    std::size_t remembered() const { return releasedIndex_.size(); }

    std::size_t memoryBytes() const;

private:
    struct AreaLine {
        std::int32_t count = 0;
        TicketTypeNo type;
        Slot next = kNoSlot;
        bool live() const { return count > 0; }
    };
    std::uint64_t keyHash(Slot slot) const;
    std::uint64_t releasedHash(Slot slot) const;
    std::uint64_t releasedOrderHash(Slot slot) const;

    Pool<Reservation> reservations_;
    SlotIndex index_;
    void removeLines(Slot first);

    Pool<AreaLine> lines_;
    std::map<ReservationId, std::vector<PriceAdjustment>> adjustments_;  // Of live ones.
    std::vector<ReleasedReservation> released_;  // A ring once it is full; forgotten: without id.
    std::size_t oldestReleased_ = 0;
    SlotIndex releasedIndex_;
    SlotIndex releasedOrderIndex_;
};

}  // namespace tessera::engine
