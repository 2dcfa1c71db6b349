// SPDX-License-Identifier: Apache-2.0
#include "server/engine/order_book.h"

#include <algorithm>
#include <functional>

#include "shared/base/check.h"

namespace tessera::engine {

std::uint64_t OrderBook::keyHash(Slot slot) const {
    return std::hash<OrderId>{}(orders_[slot].id);
}

Slot OrderBook::add(const Order& order) {
    TESSERA_CHECK(find(order.id) == kNoSlot);
    const Slot slot = orders_.add(order);
    index_.insert(slot, [this](Slot s) { return keyHash(s); });
    return slot;
}

void OrderBook::remove(Slot slot) {
    TESSERA_CHECK(orders_[slot].payment == kNoSlot);
    areaTickets_.erase(slot);
    index_.erase(slot, [this](Slot s) { return keyHash(s); });
    orders_.remove(slot);
}

void OrderBook::noteRested(OrderId order, std::uint16_t version, Instant now) {
    for (Rested& known : rested_) {
        if (known.id == order) {
            known.at = now;
            known.version = version;
            return;
        }
    }
    if (rested_.size() < kRested) {
        rested_.push_back({order, now, version});
        return;
    }
    forgottenAt_ = std::max(forgottenAt_, std::optional(rested_[oldestRested_].at));
    rested_[oldestRested_] = {order, now, version};
    oldestRested_ = (oldestRested_ + 1) % kRested;
}

std::optional<std::uint16_t> OrderBook::restedVersion(OrderId order) const {
    for (const Rested& known : rested_) {
        if (known.id == order) return known.version;
    }
    return std::nullopt;
}

Slot OrderBook::find(OrderId id) const {
    return index_.find(std::hash<OrderId>{}(id), [&](Slot slot) { return orders_[slot].id == id; });
}

Payment& OrderBook::addPayment(Slot order) {
    TESSERA_CHECK(orders_[order].payment == kNoSlot);
    Slot slot = 0;
    if (!freePayments_.empty()) {
        slot = freePayments_.back();
        freePayments_.pop_back();
    } else {
        slot = static_cast<Slot>(payments_.size());
        payments_.emplace_back();
    }
    payments_[slot] = std::make_unique<Payment>();
    payments_[slot]->order = order;
    orders_[order].payment = slot;
    return *payments_[slot];
}

void OrderBook::dropPayment(Slot order) {
    const Slot slot = orders_[order].payment;
    TESSERA_CHECK(slot != kNoSlot);
    for (const Part& part : payments_[slot]->parts) {
        if (part.exists()) ofAttempt_.erase(part.attempt.id);
    }
    payments_[slot].reset();
    freePayments_.push_back(slot);
    orders_[order].payment = kNoSlot;
}

Payment* OrderBook::paymentOf(const Order& order) {
    return order.payment == kNoSlot ? nullptr : payments_[order.payment].get();
}

const Payment* OrderBook::paymentOf(const Order& order) const {
    return order.payment == kNoSlot ? nullptr : payments_[order.payment].get();
}

Payment* OrderBook::findPayment(AttemptId attempt) {
    const auto found = ofAttempt_.find(attempt);
    return found == ofAttempt_.end() ? nullptr : payments_[found->second].get();
}

void OrderBook::setAttempt(const Payment& payment, Part& part, AttemptId id) {
    if (part.exists()) ofAttempt_.erase(part.attempt.id);
    part.attempt.id = id;
    TESSERA_CHECK(ofAttempt_.emplace(id, orders_[payment.order].payment).second);
}

const OrderBook::AreaTickets& OrderBook::areaTicketsOf(Slot order) const {
    static const AreaTickets kNone;
    const auto found = areaTickets_.find(order);
    return found == areaTickets_.end() ? kNone : found->second;
}

// One that was issued is forgotten; of the first ones the place in their row is.
void OrderBook::addReturned(Slot order, TicketId ticket) {
    AreaTickets& tickets = areaTickets_[order];
    if (std::erase(tickets.issued, ticket) > 0) return;
    auto& all = tickets.returned;
    all.insert(std::lower_bound(all.begin(), all.end(), ticket), ticket);
}

void OrderBook::addIssued(Slot order, TicketId ticket) {
    auto& all = areaTickets_[order].issued;
    all.insert(std::lower_bound(all.begin(), all.end(), ticket), ticket);
}

std::size_t OrderBook::memoryBytes() const {
    // A node of an unordered_map is its value, a pointer and mostly an allocator's header.
    std::size_t bytes = orders_.memoryBytes() + index_.memoryBytes() + ofAttempt_.size() * 40 +
                        ofAttempt_.bucket_count() * sizeof(void*) +
                        payments_.capacity() * sizeof(void*) +
                        freePayments_.capacity() * sizeof(Slot);
    for (const auto& [slot, tickets] : areaTickets_) {
        bytes += 112 + (tickets.returned.capacity() + tickets.issued.capacity()) * sizeof(TicketId);
    }
    for (const auto& payment : payments_) {
        if (payment) bytes += payment->memoryBytes();
    }
    return bytes;
}

}  // namespace tessera::engine
