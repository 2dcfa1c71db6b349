// SPDX-License-Identifier: Apache-2.0
// Orders, small each, and beside those that still deal with the provider their payment.
//
// Deterministic: attempts are found through a hash that is never iterated. Not thread-safe; an
// EventEngine owns its OrderBook. An order that is paid or manual has a payment only while money is
// on its way back: what the provider was told and the buyer's secret are dropped. An order whose
// reservation has ended stays only as long as its payment. Bound: at most one order per live
// reservation and per such payment, at most one payment per order.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "server/engine/changes.h"
#include "server/engine/payment.h"
#include "server/engine/pool.h"
#include "server/engine/slot_index.h"
#include "shared/base/check.h"

namespace tessera::engine {

struct Order {
    OrderId id;
    Instant createdAt;
    Instant payDeadline;
    TicketId firstTicket;        // The tickets of an order have consecutive ids; 0: none yet.
    Slot reservation = kNoSlot;  // None: ended, its money is still on the way.
    Slot payment = kNoSlot;
    std::uint32_t tenderAfter : 24 = 0;  // The first tender's id less the order's; 0: none.
    std::uint32_t providers : 8 = 0;     // A bit per ProviderKind of its tenders.
    OrderState state = OrderState::Paying;
    std::uint8_t tickets = 0;   // From firstTicket on; returned ones too.
    std::uint16_t version = 0;  // The lower bits of ticket_order.version.

    bool live() const { return static_cast<bool>(id); }
    TenderId tender() const { return TenderId{tenderAfter == 0 ? 0 : id.value + tenderAfter}; }
    // REQUIRES: made together with the order, or none.
    void setTender(TenderId tender) {
        const std::int64_t after = tender ? tender.value - id.value : 0;
        TESSERA_CHECK(after >= 0 && after <= 0xffffff);
        tenderAfter = static_cast<std::uint32_t>(after) & 0xffffffU;
    }
    void noteProvider(ProviderKind kind) {
        providers = static_cast<std::uint8_t>(providers | (1U << static_cast<unsigned>(kind)));
    }
    bool hasTenderOf(ProviderKind kind) const {
        return (providers >> static_cast<unsigned>(kind) & 1U) != 0;
    }
};
static_assert(sizeof(Order) == 48);

class OrderBook {
public:
    Slot add(const Order& order);
    // REQUIRES: it has no payment any more.
    void remove(Slot slot);
    Slot find(OrderId id) const;
    Order& at(Slot slot) { return orders_[slot]; }
    const Order& at(Slot slot) const { return orders_[slot]; }
    std::size_t size() const { return orders_.size(); }
    template <class Visit>
    void forEach(Visit&& visit) const {
        orders_.forEach(visit);
    }

    Payment& addPayment(Slot order);
    void dropPayment(Slot order);
    // Null if there is none.
    Payment* paymentOf(const Order& order);
    const Payment* paymentOf(const Order& order) const;
    // By one of its parts' attempts; null if no payment has it.
    Payment* findPayment(AttemptId attempt);
    // Gives the part's attempt its id, so that it is found; one that it had before no longer is.
    void setAttempt(const Payment& payment, Part& part, AttemptId id);

    // The tickets of an order in an area that are void, and those that were issued for others,
    // ascending each: its places cannot say.
    struct AreaTickets {
        std::vector<TicketId> returned;
        std::vector<TicketId> issued;
    };
    const AreaTickets& areaTicketsOf(Slot order) const;
    void addReturned(Slot order, TicketId ticket);
    void addIssued(Slot order, TicketId ticket);

    // Of an order that is removed, at `now`: of which version its record has to be. The last
    // kRested of them are kept.
    void noteRested(OrderId order, std::uint16_t version, Instant now);
    std::optional<std::uint16_t> restedVersion(OrderId order) const;
    // True if all that are forgotten had been removed before this time.
    bool forgotOnlyBefore(Instant time) const { return forgottenAt_ < time; }

    std::size_t payments() const { return payments_.size() - freePayments_.size(); }
    std::size_t attempts() const { return ofAttempt_.size(); }
    std::size_t memoryBytes() const;

private:
    std::uint64_t keyHash(Slot slot) const;

    Pool<Order> orders_;
    SlotIndex index_;
    // One allocation each: there are few at a time, and their memory goes when they do.
    std::vector<std::unique_ptr<Payment>> payments_;
    std::vector<Slot> freePayments_;
    std::unordered_map<AttemptId, Slot> ofAttempt_;  // Never iterated: its order varies.
    std::map<Slot, AreaTickets> areaTickets_;
    static constexpr std::size_t kRested = 256;
    struct Rested {
        OrderId id;
        Instant at;
        std::uint16_t version = 0;
    };
    std::vector<Rested> rested_;  // A ring once it is full.
    std::size_t oldestRested_ = 0;
    std::optional<Instant> forgottenAt_;  // When the youngest that is forgotten was removed.
};

}  // namespace tessera::engine
